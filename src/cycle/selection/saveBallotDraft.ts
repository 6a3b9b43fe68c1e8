import { and, eq, isNull } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { Refusal, wrongField } from '../../platform/refusal.ts'
import { planById } from '../plan/index.ts'
import { lockBallotAt } from './ballotLock.ts'
import { selectionPolicy } from './policy.ts'
import { saying } from './problemTexts.ts'
import { ballot, type TypedFields } from './tables.ts'

/** Begins a ballot on a plan with what was typed so far, and returns its id. Nothing of it is public. */
export async function createBallot(house: House, actor: Actor, { planId, draft }: { planId: string; draft: TypedFields }): Promise<number> {
  allow(selectionPolicy.editBallots, actor, undefined)
  return house.db.transaction(async (tx) => {
    if (!(await planById(tx, planId, house.clock.today()))) throw wrongField('plan', saying('unknownPlan'))
    const [row] = await tx
      .insert(ballot)
      .values({ planId, draft, demonstration: house.demonstration !== null })
      .returning({ id: ballot.id })
    if (!row) throw new Error('the ballot was not stored')
    return row.id
  })
}

/** Saves what was typed of a ballot so far, right or wrong. Refuses with 409 when another has saved since the form was drawn. */
export async function saveBallotDraft(
  house: House,
  actor: Actor,
  id: number,
  { version, draft }: { version: number; draft: TypedFields },
): Promise<void> {
  allow(selectionPolicy.editBallots, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockBallotAt(tx, id, version)
    if (row.content) throw new Refusal(422, saying('publishedAlready'))
    await tx
      .update(ballot)
      .set({ draft, version: row.version + 1 })
      .where(eq(ballot.id, id))
  })
}

/** Throws a draft away. A published ballot stays. */
export async function discardBallotDraft(house: House, actor: Actor, id: number, { version }: { version: number }): Promise<void> {
  allow(selectionPolicy.editBallots, actor, undefined)
  await house.db.transaction(async (tx) => {
    await lockBallotAt(tx, id, version)
    const gone = await tx
      .delete(ballot)
      .where(and(eq(ballot.id, id), isNull(ballot.content)))
      .returning({ id: ballot.id })
    if (!gone.length) throw new Refusal(422, saying('publishedAlready'))
  })
}
