import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { append } from '../../record/index.ts'
import { enteredCertainty } from './changes.ts'
import { type CommitmentParts, editedLinks, editedParties, relatedByNumber, writeParts } from './commitmentParts.ts'
import { commitmentColumns, commitmentValues } from './commitmentValues.ts'
import { inOneTransaction } from './inOneTransaction.ts'
import type { CommitmentInput } from './input/commitmentInput.ts'
import { lockPlan } from './locks.ts'
import { planPolicy } from './policy.ts'
import { commitment } from './tables.ts'

/** Adds a commitment to a plan. The database refuses a second one with the same number, also when two people race. */
export async function createCommitment(
  house: House,
  actor: Actor,
  planId: string,
  input: CommitmentInput & { number: number },
): Promise<void> {
  allow(planPolicy.createCommitment, actor, undefined)
  await inOneTransaction(house, async (tx) => {
    await lockPlan(tx, planId, 'share')
    const today = house.clock.today()
    const certainty = enteredCertainty(house)
    const columns = commitmentColumns(null, input)
    const related = await relatedByNumber(tx, planId, input.number, input.related, today)
    const [row] = await tx
      .insert(commitment)
      .values({ planId, number: input.number, ...columns, knownFrom: today, certainty, recordSeq: 0 })
      .returning({ id: commitment.id })
    if (!row) throw new Error('the commitment was not stored')
    const parts: CommitmentParts = {
      parties: editedParties([], input.parties, row.id, certainty),
      links: editedLinks([], input.links, row.id, today),
      related,
    }
    await writeParts(tx, row.id, { parties: [], links: [], related: [] }, parts)
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'createCommitment',
      object: `/plans/${planId}/commitments/${input.number}`,
      content: commitmentValues(columns, parts),
    })
    await tx.update(commitment).set({ recordSeq }).where(eq(commitment.id, row.id))
  })
}
