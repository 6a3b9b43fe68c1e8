import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { append } from '../../record/index.ts'
import { difference, enteredCertainty, isAdopted, neededReason, parted } from './changes.ts'
import { inOneTransaction } from './inOneTransaction.ts'
import type { MilestoneInput } from './input/milestoneInput.ts'
import { lockCommitment, lockMilestoneAt, lockPlan } from './locks.ts'
import { logChanges } from './logChanges.ts'
import { milestoneColumns, milestoneValues } from './milestoneValues.ts'
import { planPolicy } from './policy.ts'
import { milestone } from './tables.ts'

/** Edits a milestone. Once its plan is adopted, changing a planned date is an amendment that needs a reason; the original stays. */
export async function editMilestone(
  house: House,
  actor: Actor,
  planId: string,
  commitmentNumber: number,
  number: number,
  input: MilestoneInput & { version: number },
): Promise<void> {
  allow(planPolicy.editMilestone, actor, undefined)
  await inOneTransaction(house, async (tx) => {
    const plan = await lockPlan(tx, planId, 'share')
    const today = house.clock.today()
    const commitment = await lockCommitment(tx, planId, commitmentNumber, null, today)
    const before = await lockMilestoneAt(tx, commitment.id, number, input.version)
    const after = milestoneColumns(before, input)
    const diff = difference(milestoneValues(before), milestoneValues(after))
    if (!diff) return
    const kinds = isAdopted(plan, today) ? parted(diff) : null
    const reason = kinds?.amendment ? neededReason(input.reason) : input.reason
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: kinds?.amendment ? 'amendMilestone' : 'editMilestone',
      object: `/plans/${planId}/commitments/${commitmentNumber}/milestones/${number}`,
      content: { ...diff, ...(reason ? { reason } : {}) },
    })
    await tx
      .update(milestone)
      .set({ ...after, certainty: enteredCertainty(house), version: before.version + 1, recordSeq })
      .where(eq(milestone.id, before.id))
    if (kinds) await logChanges(tx, { commitmentId: commitment.id, milestoneId: before.id, changedOn: today, recordSeq }, kinds, reason)
  })
}
