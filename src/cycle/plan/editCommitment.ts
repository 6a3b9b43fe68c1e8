import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { append } from '../../record/index.ts'
import { difference, enteredCertainty, isAdopted, neededReason, parted } from './changes.ts'
import { type CommitmentParts, editedLinks, editedParties, readParts, relatedByNumber, writeParts } from './commitmentParts.ts'
import { certaintyAfter, commitmentColumns, commitmentValues } from './commitmentValues.ts'
import { inOneTransaction } from './inOneTransaction.ts'
import type { CommitmentInput } from './input/commitmentInput.ts'
import { lockCommitment, lockPlan } from './locks.ts'
import { logChanges } from './logChanges.ts'
import { planPolicy } from './policy.ts'
import { commitment } from './tables.ts'

/**
 * Edits a commitment. Once its plan is adopted every change is kept beside it, and a change of its period
 * or of the promise's words is an amendment that needs a reason.
 */
export async function editCommitment(
  house: House,
  actor: Actor,
  planId: string,
  number: number,
  input: CommitmentInput & { version: number },
): Promise<void> {
  allow(planPolicy.editCommitment, actor, undefined)
  await inOneTransaction(house, async (tx) => {
    const plan = await lockPlan(tx, planId, 'share')
    const today = house.clock.today()
    const before = await lockCommitment(tx, planId, number, input.version, today)
    const partsBefore = await readParts(tx, planId, before.id, today)
    const certainty = enteredCertainty(house)
    const after = commitmentColumns(before, input)
    const parts: CommitmentParts = {
      parties: editedParties(partsBefore.parties, input.parties, before.id, certainty),
      links: editedLinks(partsBefore.links, input.links, before.id, today),
      related: await relatedByNumber(tx, planId, number, input.related, today),
    }
    const diff = difference(commitmentValues(before, partsBefore), commitmentValues(after, parts))
    if (!diff) return
    const kinds = isAdopted(plan, today) ? parted(diff) : null
    const reason = kinds?.amendment ? neededReason(input.reason) : input.reason
    await writeParts(tx, before.id, partsBefore, parts)
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: kinds?.amendment ? 'amendCommitment' : 'editCommitment',
      object: `/plans/${planId}/commitments/${number}`,
      content: { ...diff, ...(reason ? { reason } : {}) },
    })
    await tx
      .update(commitment)
      .set({
        ...after,
        certaintyOf: certaintyAfter(before.certaintyOf, Object.keys(diff.after), certainty),
        version: before.version + 1,
        recordSeq,
      })
      .where(eq(commitment.id, before.id))
    if (kinds) await logChanges(tx, { commitmentId: before.id, milestoneId: null, changedOn: today, recordSeq }, kinds, reason)
  })
}
