import { shortDate } from '../platform/languages/dates.ts'
import { type Language, plainText } from '../platform/languages/languages.ts'
import { defineTexts, pluralEn, pluralLv } from '../platform/languages/texts.ts'
import type { Task } from '../platform/task.ts'
import { address } from '../web/addresses.ts'

/** The letters about tasks that change hands, and why handing them over is refused. */
export const delegationTexts = defineTexts({
  lv: {
    greeting: 'Labdien!',
    subject: (count: number) =>
      pluralLv(count, { zero: `Jums nodoti ${count} darbi`, one: `Jums nodots ${count} darbs`, other: `Jums nodoti ${count} darbi` }),
    handed: (by: string) => `${by} Jums nodeva:`,
    takenSubject: (count: number) => `Vairs nav jādara: ${count} ${pluralLv(count, { zero: 'darbu', one: 'darbs', other: 'darbi' })}`,
    taken: (by: string) => `${by} šo no Jums paņēma atpakaļ vai nodeva citam, un Jums tas vairs nav jādara:`,
    task: (place: string, title: string) => `– ${place ? `${place}. ` : ''}${title}`,
    legal: (date: string) => `tiesību aktā ${date}`,
    working: (date: string) => `darba termiņš ${date}`,
    desk: (url: string) => `Viss Jūsu darāmais: ${url}`,
    chooseColleague: 'Izvēlieties no saraksta kādu, kas pārstāv to pašu institūciju vai organizāciju.',
    ofOneAlone: 'Vienā reizē var nodot vienas institūcijas vai organizācijas darbus. Izvēlieties citādi.',
    changedMeanwhile: 'Kamēr izvēlējāties, kādu no šiem darbiem nodeva cits. Pārbaudiet, kam tie ir tagad, un izvēlieties vēlreiz.',
    chooseTasks: 'Atzīmējiet vismaz vienu darbu.',
  },
  en: {
    greeting: 'Good day,',
    subject: (count: number) => `${count} ${pluralEn(count, { one: 'task has', other: 'tasks have' })} been handed to you`,
    handed: (by: string) => `${by} has handed to you:`,
    takenSubject: (count: number) => `No longer to be done by you: ${count} ${pluralEn(count, { one: 'task', other: 'tasks' })}`,
    taken: (by: string) => `${by} has taken this back from you, or handed it to someone else, and you need not do it any more:`,
    task: (place: string, title: string) => `– ${place ? `${place}. ` : ''}${title}`,
    legal: (date: string) => `by law ${date}`,
    working: (date: string) => `working deadline ${date}`,
    desk: (url: string) => `All that you have to do: ${url}`,
    chooseColleague: 'Choose someone from the list who acts for the same institution or organisation.',
    ofOneAlone: 'Tasks of one institution or organisation can be handed over at a time. Choose otherwise.',
    changedMeanwhile: 'While you were choosing, someone else handed over one of these tasks. See who has them now, and choose once more.',
    chooseTasks: 'Mark at least one task.',
  },
})

/** What a letter tells of a task. */
export type DelegatedTask = Pick<Task, 'place' | 'title' | 'legal' | 'working'>
type Told = { by: string; tasks: readonly DelegatedTask[]; url: string }

/** Tells someone what was handed to them, by whom, and until when it is due. */
export function delegatedLetter(language: Language, told: Told): { subject: string; body: string } {
  const t = delegationTexts[language]
  return letter(language, t.subject(told.tasks.length), t.handed(told.by), told)
}

/** Tells someone what is no longer theirs to do. */
export function takenBackLetter(language: Language, told: Told): { subject: string; body: string } {
  const t = delegationTexts[language]
  return letter(language, t.takenSubject(told.tasks.length), t.taken(told.by), told)
}

function letter(language: Language, subject: string, first: string, { tasks, url }: Told): { subject: string; body: string } {
  const t = delegationTexts[language]
  const lines = tasks.map(({ place, title, legal, working }) => {
    const dates = [...(legal ? [t.legal(shortDate(language, legal))] : []), ...(working ? [t.working(shortDate(language, working))] : [])]
    return t.task(place, plainText(title, language)) + (dates.length ? ` (${dates.join(', ')})` : '')
  })
  return { subject, body: [t.greeting, [first, ...lines].join('\n'), t.desk(url + address(language, 'desk'))].join('\n\n') }
}
