import { and, eq } from 'drizzle-orm'
import type { Database } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { type ContributionKind, call } from '../tables.ts'
import { type Call, callState } from './callState.ts'
import { callProblems } from './problemTexts.ts'

/** Refuses with the reason when nothing of this kind can be sent to a call on that day. */
export function refuseUnlessOpen(row: Call, kind: ContributionKind, today: Day): void {
  const state = callState(row, today)
  const refuse = (key: 'closed' | 'notOpenYet' | 'notAsked') => new Refusal(422, (language) => callProblems[language][key])
  if (state === 'draft') throw notFound()
  if (state === 'closed') throw refuse('closed')
  if (state === 'coming') throw refuse('notOpenYet')
  if (!row.kinds.includes(kind)) throw refuse('notAsked')
}

/** Holds a call open until the end of the transaction: who closes it waits for who is sending, and the other way round. */
export async function shareCall(tx: Database, planId: string, id: number): Promise<Call> {
  const [row] = await tx
    .select()
    .from(call)
    .where(and(eq(call.id, id), eq(call.planId, planId)))
    .for('share')
  if (!row) throw notFound()
  return row
}
