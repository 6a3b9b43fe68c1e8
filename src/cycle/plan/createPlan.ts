import { type Actor, allow } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { append } from '../../record/index.ts'
import { enteredCertainty } from './changes.ts'
import { inOneTransaction } from './inOneTransaction.ts'
import type { PlanInput } from './input/planInput.ts'
import { planColumns, planValues } from './planValues.ts'
import { planPolicy } from './policy.ts'
import { plan } from './tables.ts'

/** Creates a plan. */
export async function createPlan(house: House, actor: Actor, input: PlanInput & { id: string }): Promise<void> {
  allow(planPolicy.createPlan, actor, undefined)
  await inOneTransaction(house, async (tx) => {
    // A new plan has no ideas that could wait.
    const columns = { ...planColumns(null, input), unansweredReason: null }
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'createPlan',
      object: `/plans/${input.id}`,
      content: planValues(columns),
    })
    await tx.insert(plan).values({ id: input.id, ...columns, certainty: enteredCertainty(house), recordSeq })
  })
}
