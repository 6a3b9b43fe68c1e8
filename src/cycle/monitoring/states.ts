import { type Day, daysBetween, lastDay, type PartialDate, precisionOf } from '../../platform/dates/partialDate.ts'
import type { ReportedState } from './tables.ts'

/** What was last told about a milestone, by an institution or by public sources. */
export type LastReport = { state: ReportedState; actualEnd: PartialDate | null }

/** A milestone's state as shown: reported, or computed (awaiting report, late). */
export type MilestoneState = ReportedState | 'awaiting' | 'late'

/** A commitment's state as shown, always with how many of its milestones are complete. */
export type CommitmentState = {
  state: 'complete' | 'late' | 'awaiting' | 'substantial' | 'limited' | 'not-started' | 'withdrawn'
  complete: number
  total: number
}

/**
 * A milestone's state on a day. Never reported = awaiting report; late = the last report is below
 * complete and the milestone's own end (else the commitment's) has passed. Withdrawn is never late.
 */
export function milestoneState(
  last: LastReport | null,
  ownEnd: PartialDate | null,
  commitmentEnd: PartialDate | null,
  today: Day,
): MilestoneState {
  if (!last) return 'awaiting'
  if (last.state === 'complete' || last.state === 'withdrawn') return last.state
  const end = ownEnd ?? commitmentEnd
  return end && lastDay(end) < today ? 'late' : last.state
}

/**
 * A commitment's state from its milestones' and the lead's own word for the whole: all complete →
 * complete; else any late → late; none reported → awaiting; else substantial only if the lead says
 * so, otherwise limited. Withdrawn milestones do not count. Where no milestones are known, the
 * lead's word is all there is.
 */
export function commitmentState(milestones: readonly MilestoneState[], leadSays: ReportedState | null): CommitmentState {
  const counted = milestones.filter((state) => state !== 'withdrawn')
  const complete = counted.filter((state) => state === 'complete').length
  const total = counted.length
  const as = (state: CommitmentState['state']): CommitmentState => ({ state, complete, total })
  if (milestones.length > 0 && total === 0) return as('withdrawn')
  if (total === 0) return as(leadSays ?? 'awaiting')
  if (complete === total) return as('complete')
  if (counted.includes('late')) return as('late')
  if (counted.every((state) => state === 'awaiting')) return as('awaiting')
  return as(leadSays === 'substantial' ? 'substantial' : 'limited')
}

/**
 * What the leading institutions say of the whole. Where several have spoken, each of its own part, it is
 * only as far as the least of them says; withdrawn only when all say so.
 */
export function wordOfLeads(said: readonly ReportedState[]): ReportedState | null {
  const order: readonly ReportedState[] = ['not-started', 'limited', 'substantial', 'complete', 'withdrawn']
  return order.find((state) => said.includes(state)) ?? null
}

/**
 * How many days after its planned end a complete milestone ended; 0 in time. Null when that can't be said:
 * a date is missing, or the actual end is known less precisely than to the day and not surely in time.
 */
export function daysLate(plannedEnd: PartialDate | null, actualEnd: PartialDate | null): number | null {
  if (!plannedEnd || !actualEnd) return null
  const days = daysBetween(lastDay(plannedEnd), lastDay(actualEnd))
  if (days <= 0) return 0
  return precisionOf(actualEnd) === 'day' ? days : null
}
