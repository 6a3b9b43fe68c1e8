import type { Clock } from '../../platform/clock.ts'
import { ballotMoment } from './ballotTime.ts'
import type { ballot } from './tables.ts'

export type BallotRow = typeof ballot.$inferSelect
export type BallotState = 'draft' | 'before' | 'open' | 'closed'

/** How a ballot stands at the plan's moment. It is open from its opening to the last instant before its close. */
export function ballotState({ opensAt, closesAt, publishedOn }: BallotRow, clock: Clock): BallotState {
  if (!opensAt || !closesAt || !publishedOn || publishedOn > clock.today()) return 'draft'
  const moment = ballotMoment(clock)
  if (moment < opensAt) return 'before'
  return moment < closesAt ? 'open' : 'closed'
}
