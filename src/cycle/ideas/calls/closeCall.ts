import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../../people/index.ts'
import type { House } from '../../../platform/house.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { append } from '../../../record/index.ts'
import type { TypedText } from '../../plan/index.ts'
import { ideasPolicy } from '../policy.ts'
import { call } from '../tables.ts'
import { callState } from './callState.ts'
import { callProblems } from './problemTexts.ts'
import { callObject, lockCallAt, neededReason } from './saveCall.ts'

/**
 * Closes a call before its last day, with a reason that everyone sees. What was sent stays; whoever is sending at this
 * moment either was faster or is told that it is closed.
 */
export async function closeCall(
  house: House,
  actor: Actor,
  planId: string,
  id: number,
  { version, reason }: { version: number; reason: TypedText },
): Promise<void> {
  allow(ideasPolicy.closeCalls, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockCallAt(tx, planId, id, version)
    const today = house.clock.today()
    const state = callState(row, today)
    if (state === 'draft') throw notFound()
    if (state === 'closed') throw new Refusal(422, (language) => callProblems[language].alreadyClosed)
    const closingReason = neededReason(reason, 'reason', 'sayWhyClosed')
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'closeCall',
      object: callObject(planId, id),
      content: { closedOn: today, reason: closingReason },
    })
    await tx
      .update(call)
      .set({ closedOn: today, closingReason, version: row.version + 1, recordSeq })
      .where(eq(call.id, id))
  })
}
