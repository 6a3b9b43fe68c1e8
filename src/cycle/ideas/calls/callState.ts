import { addDays, type Day, daysBetween } from '../../../platform/dates/partialDate.ts'
import type { call } from '../tables.ts'

/** A call's row. */
export type Call = typeof call.$inferSelect

/** A draft of the secretariat's; announced and not begun; open; over. */
export type CallState = 'draft' | 'coming' | 'open' | 'closed'

/** The day from which nothing can be sent any more: the day of closing, else the one after the last. */
export const closedFrom = ({ closedOn, endsOn }: Pick<Call, 'closedOn' | 'endsOn'>): Day =>
  closedOn !== null && closedOn <= endsOn ? closedOn : addDays(endsOn, 1)

/** How a call stands on a day. One that the secretariat closed takes nothing from the day of closing on. */
export function callState(
  { publishedOn, startsOn, endsOn, closedOn }: Pick<Call, 'publishedOn' | 'startsOn' | 'endsOn' | 'closedOn'>,
  today: Day,
): CallState {
  if (publishedOn === null || publishedOn > today) return 'draft'
  if (closedFrom({ closedOn, endsOn }) <= today) return 'closed'
  return startsOn > today ? 'coming' : 'open'
}

/** How many days something can still be sent after today. */
export const daysLeft = ({ endsOn }: Pick<Call, 'endsOn'>, today: Day): number => daysBetween(today, endsOn)
