import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { append } from '../../record/index.ts'
import { difference, isAdopted, neededReason, parted } from './changes.ts'
import { inOneTransaction } from './inOneTransaction.ts'
import type { PlanInput } from './input/planInput.ts'
import { lockPlanAt } from './locks.ts'
import { planColumns, planValues } from './planValues.ts'
import { planPolicy } from './policy.ts'
import { plan } from './tables.ts'

/** Edits a plan. Its period, and the day it was adopted on, change only with a reason once it is adopted. */
export async function editPlan(house: House, actor: Actor, planId: string, input: PlanInput & { version: number }): Promise<void> {
  allow(planPolicy.editPlan, actor, undefined)
  await inOneTransaction(house, async (tx) => {
    const before = await lockPlanAt(tx, planId, input.version)
    const today = house.clock.today()
    const after = planColumns(before, input)
    // An approval that lies ahead of the plan's day is not shown, so an empty field does not take it back.
    if (before.approvedOn && before.approvedOn > today && !after.approvedOn) {
      after.approvedOn = before.approvedOn
      after.approvalAct ??= before.approvalAct
      after.approvalUrl ??= before.approvalUrl
    }
    const diff = difference(planValues(before), planValues(after))
    if (!diff) return
    const amends = isAdopted(before, today) && parted(diff).amendment !== null
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: amends ? 'amendPlan' : 'editPlan',
      object: `/plans/${planId}`,
      content: { ...diff, ...(amends ? { reason: neededReason(input.reason) } : {}) },
    })
    await tx
      .update(plan)
      .set({ ...after, recordSeq })
      .where(eq(plan.id, planId))
  })
}
