import type { Day } from '../../platform/dates/partialDate.ts'
import type { call } from '../ideas/index.ts'
import type { survey } from './tables.ts'

type Row = Pick<typeof survey.$inferSelect, 'startsOn' | 'endsOn' | 'closedOn' | 'publishedOn'>
type CallDays = Pick<typeof call.$inferSelect, 'startsOn' | 'endsOn' | 'closedOn'>

export type SurveyState = 'draft' | 'before' | 'open' | 'closed'
/** When a survey can be answered: between its own days, or its call's. */
export type Period = { startsOn: Day | null; endsOn: Day | null; closedOn: Day | null }

export function periodOf(row: Row, itsCall: CallDays | null): Period {
  if (row.endsOn || !itsCall) return { startsOn: row.startsOn, endsOn: row.endsOn, closedOn: row.closedOn }
  return { startsOn: itsCall.startsOn, endsOn: itsCall.endsOn, closedOn: row.closedOn ?? itsCall.closedOn }
}

export function stateOn(row: Row, { startsOn, endsOn, closedOn }: Period, today: Day): SurveyState {
  if (!row.publishedOn || row.publishedOn > today || !startsOn || !endsOn) return 'draft'
  if ((closedOn && closedOn <= today) || endsOn < today) return 'closed'
  return startsOn > today ? 'before' : 'open'
}
