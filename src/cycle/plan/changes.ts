import { isDeepStrictEqual } from 'node:util'
import type { PartialDate } from '../../platform/dates/partialDate.ts'
import type { House } from '../../platform/house.ts'
import { type LocalText, languages } from '../../platform/languages/languages.ts'
import { wrongFields } from '../../platform/refusal.ts'
import type { Json } from '../../record/index.ts'
import { problem } from './input/formReader.ts'
import { problemTexts } from './problemTexts.ts'
import type { Certainty, plan } from './tables.ts'
import { originalText } from './translations.ts'

/** The values of a thing that an edit may change, by name, as JSON can carry them. */
export type Values = Readonly<Record<string, Json>>

/** What an edit changes: the values of the changed names alone, before and after. */
export type Difference = { before: Record<string, Json>; after: Record<string, Json> }

/** What differs between two states of a thing, or null when nothing does. */
export function difference(before: Values, after: Values): Difference | null {
  const names = Object.keys(after).filter((name) => !isDeepStrictEqual(before[name] ?? null, after[name] ?? null))
  return names.length ? only({ before, after }, names) : null
}

const only = (diff: { before: Values; after: Values }, names: readonly string[]): Difference => ({
  before: Object.fromEntries(names.map((name) => [name, diff.before[name] ?? null])),
  after: Object.fromEntries(names.map((name) => [name, diff.after[name] ?? null])),
})

/** Is the change of this value an amendment: of a planned date, or of the words of a promise? A new translation is not. */
function amends(name: string, { before, after }: Difference): boolean {
  switch (name) {
    case 'periodStart':
    case 'periodEnd':
    case 'plannedStart':
    case 'plannedEnd':
    case 'due':
    case 'approvedOn':
      return true
    case 'promise':
    case 'plannedNote':
      return originalText(before[name] as LocalText | null) !== originalText(after[name] as LocalText | null)
    default:
      return false
  }
}

/** The two kinds of change in one edit of an adopted plan; each may be missing. */
export function parted(diff: Difference): { amendment: Difference | null; edit: Difference | null } {
  const amended = Object.keys(diff.after).filter((name) => amends(name, diff))
  const edited = Object.keys(diff.after).filter((name) => !amended.includes(name))
  return { amendment: amended.length ? only(diff, amended) : null, edit: edited.length ? only(diff, edited) : null }
}

/** Has the plan been adopted on that day? */
export const isAdopted = (row: Pick<typeof plan.$inferSelect, 'approvedOn'>, today: string): boolean =>
  row.approvedOn !== null && row.approvedOn <= today

/** The reason of an amendment, or a refusal when it has none worth the name. */
export function neededReason(reason: string | null): string {
  if (!reason || [...reason].length < 10) throw wrongFields([problem('reason', 'reasonNeeded')])
  return reason
}

/** Why a plan is approved while ideas have no answer, or a refusal that says how many they are. */
export function neededUnansweredReason(reason: LocalText | null, ideas: number): LocalText {
  if (reason && Object.values(reason).some(({ text }) => [...text].length >= 10)) return reason
  throw wrongFields([
    { field: `unansweredReason.${languages[0]}`, say: (language) => problemTexts[language].unansweredReasonNeeded(ideas) },
  ])
}

/** How sure a fact is that the secretariat enters: it is the source, unless all is made up. */
export const enteredCertainty = (house: House): Certainty => (house.demonstration ? 'demonstration' : 'seen')

/**
 * The planned dates as they were before the first amendment of each; the name is missing where the date
 * still is what it was. `changes` are one milestone's (or one commitment's) in the order they were made.
 */
export function originalDates(changes: readonly { before: Record<string, unknown> }[]): Partial<Record<PlannedDate, PartialDate | null>> {
  const found: Partial<Record<PlannedDate, PartialDate | null>> = {}
  for (const { before } of changes)
    for (const name of plannedDates) if (name in before && !(name in found)) found[name] = before[name] as PartialDate | null
  return found
}

const plannedDates = ['periodStart', 'periodEnd', 'plannedStart', 'plannedEnd'] as const
export type PlannedDate = (typeof plannedDates)[number]
