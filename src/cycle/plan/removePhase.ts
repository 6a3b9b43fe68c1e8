import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { wrongFields } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { isAdopted } from './changes.ts'
import { inOneTransaction } from './inOneTransaction.ts'
import { problem } from './input/formReader.ts'
import { lockPhaseAt, lockPlan } from './locks.ts'
import { planPolicy } from './policy.ts'
import { phase } from './tables.ts'

/** Takes a phase out of the calendar of a plan that has not been adopted. The record keeps it. */
export async function removePhase(house: House, actor: Actor, planId: string, phaseId: number): Promise<void> {
  allow(planPolicy.removePhase, actor, undefined)
  await inOneTransaction(house, async (tx) => {
    const plan = await lockPlan(tx, planId, 'update')
    const row = await lockPhaseAt(tx, planId, phaseId, null, house.clock.today())
    if (isAdopted(plan, house.clock.today())) throw wrongFields([problem('remove', 'phaseStays')])
    await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'removePhase',
      object: `/plans/${planId}/phases/${phaseId}`,
      content: { title: row.title, plannedStart: row.plannedStart, plannedEnd: row.plannedEnd },
    })
    await tx.delete(phase).where(eq(phase.id, phaseId))
  })
}
