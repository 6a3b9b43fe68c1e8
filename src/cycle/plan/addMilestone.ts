import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { append } from '../../record/index.ts'
import { enteredCertainty, isAdopted } from './changes.ts'
import { inOneTransaction } from './inOneTransaction.ts'
import type { MilestoneInput } from './input/milestoneInput.ts'
import { lockCommitment, lockPlan } from './locks.ts'
import { logChanges } from './logChanges.ts'
import { milestoneColumns, milestoneValues } from './milestoneValues.ts'
import { planPolicy } from './policy.ts'
import { milestone } from './tables.ts'

/** Adds a milestone to a commitment. In an adopted plan the commitment's history tells of it. */
export async function addMilestone(
  house: House,
  actor: Actor,
  planId: string,
  commitmentNumber: number,
  input: MilestoneInput & { number: number },
): Promise<void> {
  allow(planPolicy.createMilestone, actor, undefined)
  await inOneTransaction(house, async (tx) => {
    const plan = await lockPlan(tx, planId, 'share')
    const today = house.clock.today()
    const commitment = await lockCommitment(tx, planId, commitmentNumber, null, today)
    const columns = milestoneColumns(null, input)
    const [row] = await tx
      .insert(milestone)
      .values({ commitmentId: commitment.id, number: input.number, ...columns, certainty: enteredCertainty(house), recordSeq: 0 })
      .returning({ id: milestone.id })
    if (!row) throw new Error('the milestone was not stored')
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'addMilestone',
      object: `/plans/${planId}/commitments/${commitmentNumber}/milestones/${input.number}`,
      content: milestoneValues(columns),
    })
    await tx.update(milestone).set({ recordSeq }).where(eq(milestone.id, row.id))
    if (isAdopted(plan, today)) {
      const added = { before: {}, after: { number: input.number, ...milestoneValues(columns) } }
      const about = { commitmentId: commitment.id, milestoneId: row.id, changedOn: today, recordSeq }
      await logChanges(tx, about, { amendment: null, edit: added }, input.reason)
    }
  })
}
