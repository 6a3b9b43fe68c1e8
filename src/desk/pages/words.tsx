import { type Day, daysBetween } from '../../platform/dates/partialDate.ts'
import { shortDate } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { defineTexts, pluralEn, pluralLv } from '../../platform/languages/texts.ts'
import type { Task, TaskKind } from '../../platform/task.ts'
import { Status } from '../../web/components/Status.tsx'
import type { Lateness } from '../lateness.ts'

const daysLv = (n: number) => `${n} ${pluralLv(n, { zero: 'dienas', one: 'dienu', other: 'dienas' })}`
const daysEn = (n: number) => `${n} ${pluralEn(n, { one: 'day', other: 'days' })}`

const texts = defineTexts({
  lv: {
    late: 'Kavējas',
    today: 'Šodien',
    untilWorking: (date: string) => `līdz darba termiņam ${date}`,
    untilLegal: (date: string) => `līdz tiesību aktā noteiktajam termiņam ${date}`,
    left: (days: number) => `Vēl ${days} ${pluralLv(days, { zero: 'dienu', one: 'diena', other: 'dienas' })}`,
    undated: 'Bez termiņa',
    afterLegal: (days: number) => `${daysLv(days)} pēc tiesību aktā noteiktā termiņa`,
    afterWorking: (days: number) => `${daysLv(days)} pēc darba termiņa`,
    working: (date: string) => `darba termiņš ${date}`,
    legal: (date: string) => `tiesību aktā ${date}`,
    atFirst: (date: string) => `sākotnēji ${date}`,
  },
  en: {
    late: 'Late',
    today: 'Today',
    untilWorking: (date: string) => `until the working deadline, ${date}`,
    untilLegal: (date: string) => `until the deadline set by law, ${date}`,
    left: (days: number) => `${daysEn(days)} left`,
    undated: 'No deadline',
    afterLegal: (days: number) => `${daysEn(days)} after the legal deadline`,
    afterWorking: (days: number) => `${daysEn(days)} after the working deadline`,
    working: (date: string) => `working deadline ${date}`,
    legal: (date: string) => `by law ${date}`,
    atFirst: (date: string) => `at first ${date}`,
  },
})

/** The kinds of tasks in words. */
export const kindNames: Record<Language, Record<TaskKind, string>> = {
  lv: {
    update: 'Ziņas par atskaites punktu',
    'self-assessment': 'Pašnovērtējums',
    'partner-assessment': 'Partnera vērtējums',
    'extension-request': 'Lūgums pagarināt termiņu',
    report: 'Ziņojums',
    'report-text': 'Ziņojuma teksts',
    'notice-draft': 'Paziņojuma melnraksts',
    'call-draft': 'Aicinājuma melnraksts',
    'idea-answer': 'Atbilde uz idejām',
    'merge-objection': 'Iebildums pret apvienošanu',
    'event-draft': 'Pasākuma melnraksts',
    'event-minutes': 'Pasākuma protokols',
    'missing-text': 'Trūkst teksta',
    translation: 'Tulkojums',
    moderation: 'Moderācija',
    'survey-texts': 'Aptaujas moderācija',
    'accessibility-messages': 'Piekļūstamība',
    letters: 'Vēstules',
  },
  en: {
    update: 'Report on a milestone',
    'self-assessment': 'Self-assessment',
    'partner-assessment': 'Partner’s assessment',
    'extension-request': 'Request for more time',
    report: 'Report',
    'report-text': 'Text of the report',
    'notice-draft': 'Draft of a notice',
    'call-draft': 'Draft of a call',
    'idea-answer': 'Answer to ideas',
    'merge-objection': 'Objection to a merge',
    'event-draft': 'Draft of an event',
    'event-minutes': 'Minutes of an event',
    'missing-text': 'Text missing',
    translation: 'Translation',
    moderation: 'Moderation',
    'survey-texts': 'Moderation of a survey',
    'accessibility-messages': 'Accessibility',
    letters: 'Letters',
  },
}

/** The ways of being late, or not, in words. */
export const latenessNames: Record<Language, Record<Lateness, string>> = {
  lv: {
    'late-by-law': 'tiesību aktā noteiktais ir pagājis',
    late: 'visi termiņi ir pagājuši',
    soon: 'tuvāko 14 dienu laikā',
    later: 'vēlāk',
    undated: 'bez termiņa',
  },
  en: {
    'late-by-law': 'the legal one has passed',
    late: 'all deadlines have passed',
    soon: 'within the next 14 days',
    later: 'later',
    undated: 'no deadline',
  },
}

/** How a task stands to its deadlines: judged by law, with the working deadline beside it and what that was at first. */
export function DueStatus({
  task,
  today,
  language,
}: {
  task: Pick<Task, 'legal' | 'working' | 'workingAtFirst'>
  today: Day
  language: Language
}) {
  const t = texts[language]
  const { legal, working, workingAtFirst } = task
  const dates = [legal, working].filter((day) => day !== null).sort()
  if (!dates.length) return <Status icon="wait" colour="" word={t.undated} />
  const next = dates.find((day) => day >= today) ?? null
  const legalSaid = !legal ? [] : [legal < today ? t.afterLegal(daysBetween(legal, today)) : t.legal(shortDate(language, legal))]
  const workingSaid = !working
    ? []
    : [working < today ? t.afterWorking(daysBetween(working, today)) : t.working(shortDate(language, working))]
  const first = workingAtFirst ? [t.atFirst(shortDate(language, workingAtFirst))] : []
  if (next === null) {
    const said = [...legalSaid, ...workingSaid, ...first].join(', ')
    return <Status icon="late" colour="bad" word={t.late} extra={said} />
  }
  const days = daysBetween(today, next)
  const isWorking = next === working
  const until = isWorking ? [t.untilWorking(shortDate(language, next)), ...first] : [t.untilLegal(shortDate(language, next))]
  const other = isWorking ? legalSaid : [...workingSaid, ...first]
  const colour = (legal && legal < today) || days === 0 ? 'mid' : days <= 7 ? 'go' : ''
  return <Status icon="clock" colour={colour} word={days === 0 ? t.today : t.left(days)} extra={[...until, ...other].join(', ')} />
}
