import type { Day } from '../../platform/dates/partialDate.ts'
import { shortDate } from '../../platform/languages/dates.ts'
import { type Language, type LocalText, plainText } from '../../platform/languages/languages.ts'
import { defineTexts, pluralEn, pluralLv } from '../../platform/languages/texts.ts'
import { address } from '../../web/addresses.ts'
import type { ReportingPeriod } from '../plan/index.ts'
import type { Contribution } from './contributions.ts'
import { lastDayOf, type PeriodDeadlines } from './timeliness.ts'

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
    nothingMissing: 'Visi atzīmētie ziņas jau ir iesnieguši vai atgādinājumu šodien jau ir saņēmuši.',
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
    nothingMissing: 'All you marked have handed in their reports already or were reminded today.',
  },
})

/** What an institution or organisation has not told anything about yet. */
export type Missing = { name: LocalText; contributions: readonly Contribution[] }

/** A letter to one person about everything that is missing from those the person acts for. */
export function reminderLetter(
  language: Language,
  about: { plan: LocalText; period: ReportingPeriod; deadlines: PeriodDeadlines; missing: readonly Missing[]; url: string },
): { subject: string; body: string } {
  const t = remindTexts[language]
  const plan = plainText(about.plan, language)
  const { legal, working } = about.deadlines
  const dated = (line: (date: string, basis: string) => string, day: Day | null, basis: LocalText | undefined): string[] =>
    day ? [line(shortDate(language, day), plainText(basis, language))] : []
  const deadlines = [...dated(t.legal, lastDayOf(legal), legal?.basis), ...dated(t.working, lastDayOf(working), working?.basis)]
  const paragraphs = [
    [t.greeting],
    [t.awaited(plan, shortDate(language, about.period.startsOn), shortDate(language, about.period.referenceDay))],
    ...(deadlines.length ? [[t.deadlines, ...deadlines]] : []),
    ...about.missing.map(({ name, contributions }) => [
      t.missing(plainText(name, language)),
      ...contributions.map(({ commitment, milestones }) =>
        t.commitment(commitment.number, plainText(commitment.title, language), milestones),
      ),
    ]),
    [t.desk(about.url + address(language, 'desk'))],
    [t.goodbye],
  ]
  return { subject: t.subject(plan), body: paragraphs.map((lines) => lines.join('\n')).join('\n\n') }
}
