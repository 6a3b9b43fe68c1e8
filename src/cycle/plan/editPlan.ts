import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { append } from '../../record/index.ts'
import { difference, isAdopted, neededReason, neededUnansweredReason, parted } from './changes.ts'
import { inOneTransaction } from './inOneTransaction.ts'
import type { PlanInput } from './input/planInput.ts'
import { lockPlanAt } from './locks.ts'
import { planColumns, planValues } from './planValues.ts'
import { planPolicy } from './policy.ts'
import { plan } from './tables.ts'

/** How many published ideas of a plan have no answer: the module of ideas knows. */
export type UnansweredIn = (db: Database, planId: string) => Promise<number>

const nobodyCounts: UnansweredIn = async () => 0

/**
 * Edits a plan. Its period, and the day it was adopted on, change only with a reason once it is adopted. While ideas have no answer, a
 * plan is approved only with a reason that everyone reads.
 */
export async function editPlan(
  house: House,
  actor: Actor,
  planId: string,
  input: PlanInput & { version: number },
  unansweredIn: UnansweredIn = nobodyCounts,
): Promise<void> {
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
    if (!isAdopted(before, today) && isAdopted(after, today)) {
      after.unansweredIdeas = await unansweredIn(tx, planId)
      after.unansweredReason = after.unansweredIdeas ? neededUnansweredReason(after.unansweredReason, after.unansweredIdeas) : null
      if (!after.unansweredIdeas) after.unansweredIdeas = null
    } else {
      // It was asked for once; what it says can be corrected and translated, not taken back.
      after.unansweredIdeas = before.unansweredIdeas
      after.unansweredReason = before.unansweredIdeas ? (after.unansweredReason ?? before.unansweredReason) : null
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
