import type { Day } from '../../platform/dates/partialDate.ts'
import { groupBy } from '../../platform/groupBy.ts'
import { shortDate } from '../../platform/languages/dates.ts'
import { type Language, plainText } from '../../platform/languages/languages.ts'
import { defineTexts, pluralEn, pluralLv } from '../../platform/languages/texts.ts'
import { address } from '../../web/addresses.ts'
import type { Deadline } from '../plan/index.ts'
import type { Remindable } from './remindable.ts'
import { lastDayOf } from './timeliness.ts'

/** The letter that reminds of a contribution, and why a reminder is refused. */
export const remindTexts = defineTexts({
  lv: {
    subject: (plan: string) => `Atgādinājums: gaidām ziņas par plāna izpildi (${plan})`,
    greeting: 'Labdien!',
    awaited: (plan: string, from: string, to: string) => `Gaidām ziņas par plāna izpildi laikā no ${from} līdz ${to} (${plan}).`,
    deadlines: 'Termiņi:',
    legal: (date: string, basis: string) => `– ${date}, noteikts tiesību aktā: ${basis}`,
    working: (date: string, basis: string) => `– ${date}, darba termiņš: ${basis}`,
    missing: (organisation: string) => `${organisation}. Vēl nav ziņu par:`,
    commitment: (number: number, title: string, milestones: number) =>
      milestones > 0
        ? `– ${number}. apņemšanos „${title}” (${milestones} ${pluralLv(milestones, { zero: 'atskaites punktu', one: 'atskaites punkts', other: 'atskaites punkti' })})`
        : `– ${number}. apņemšanos „${title}”`,
    desk: (url: string) => `Ziņas iesniedziet sadaļā „Mani darbi”: ${url}`,
    goodbye: 'Rīcības plāna sekretariāts',
    chooseSomeone: 'Atzīmējiet vismaz vienu, kam atgādināt.',
    nobodyActs: 'Atzīmētajām institūcijām un organizācijām nav neviena, kam rakstīt. Vispirms uzaiciniet kādu, kas tās pārstāv.',
    ownDeadline: (date: string) => `Darba termiņš Jums ir pagarināts līdz ${date}`,
    changedMeanwhile: 'Kopš priekšskatījuma kaut kas ir mainījies. Pārlasiet vēstules vēlreiz un tad nosūtiet.',
    nothingMissing: 'Visi atzīmētie ziņas jau ir iesnieguši vai atgādinājumu šodien vai pietiekami bieži šonedēļ jau ir saņēmuši.',
  },
  en: {
    subject: (plan: string) => `Reminder: reports on the plan are awaited (${plan})`,
    greeting: 'Good day,',
    awaited: (plan: string, from: string, to: string) =>
      `Reports are awaited on how the plan was carried out between ${from} and ${to} (${plan}).`,
    deadlines: 'Deadlines:',
    legal: (date: string, basis: string) => `– ${date}, set by a legal act: ${basis}`,
    working: (date: string, basis: string) => `– ${date}, working deadline: ${basis}`,
    missing: (organisation: string) => `${organisation}. There is no report yet on:`,
    commitment: (number: number, title: string, milestones: number) =>
      milestones > 0
        ? `– commitment ${number}, “${title}” (${milestones} ${pluralEn(milestones, { one: 'milestone', other: 'milestones' })})`
        : `– commitment ${number}, “${title}”`,
    desk: (url: string) => `Report under “My tasks”: ${url}`,
    goodbye: 'The action plan’s secretariat',
    chooseSomeone: 'Mark at least one to remind.',
    nobodyActs: 'There is nobody to write to at the institutions and organisations you marked. First invite someone who acts for them.',
    ownDeadline: (date: string) => `The working deadline has been extended for you until ${date}.`,
    changedMeanwhile: 'Something has changed since the preview. Read the letters once more, then send them.',
    nothingMissing: 'All you marked have handed in their reports already, or were reminded today or often enough this week.',
  },
})

/** A letter to one person about everything that is missing from those the person acts for, period by period. */
export function reminderLetter(
  language: Language,
  missing: readonly Remindable[],
  today: Day,
  url: string,
): { subject: string; body: string } {
  const t = remindTexts[language]
  const plans = new Set(missing.map(({ plan }) => plainText(plan.shortTitle, language)))
  const paragraphs = [
    [t.greeting],
    ...[...groupBy(missing, ({ of }) => of.period).values()].flatMap((ofPeriod) => aboutPeriod(language, ofPeriod, today)),
    [t.desk(url + address(language, 'desk'))],
    [t.goodbye],
  ]
  return { subject: t.subject([...plans].join(', ')), body: paragraphs.map((lines) => lines.join('\n')).join('\n\n') }
}

function aboutPeriod(language: Language, missing: readonly Remindable[], today: Day): string[][] {
  const [first] = missing
  if (!first) return []
  const t = remindTexts[language]
  const { plan, of } = first
  const { period, deadlines } = of
  const dated = (line: (date: string, basis: string) => string, deadline: Deadline | null): string[] => {
    const end = lastDayOf(deadline)
    return deadline && end ? [line(shortDate(language, end), plainText(deadline.basis, language))] : []
  }
  const dates = [...dated(t.legal, deadlines.legal), ...dated(t.working, deadlines.working)]
  return [
    [t.awaited(plainText(plan.shortTitle, language), shortDate(language, period.startsOn), shortDate(language, period.referenceDay))],
    ...(dates.length ? [[t.deadlines, ...dates]] : []),
    ...missing.map(({ organisation, contributor, missing: awaited }) => {
      const own = lastDayOf(contributor.deadlines.working)
      return [
        t.missing(plainText(organisation.nameOn(today), language)),
        ...awaited.map(({ commitment, milestones }) => t.commitment(commitment.number, plainText(commitment.title, language), milestones)),
        ...(own && own !== lastDayOf(deadlines.working) ? [t.ownDeadline(shortDate(language, own))] : []),
      ]
    }),
  ]
}
