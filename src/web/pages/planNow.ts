import { type Deadline, deadlinesOf, type Phase, type Plan, type PlanStage, phasesOf, planStage } from '../../cycle/plan/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'

/** A plan with where it stands, its steps and its deadlines, as known on a day. */
export type PlanNow = { plan: Plan; stage: PlanStage; phases: Phase[]; deadlines: Deadline[] }

/** These plans as they stand on a day, in their order: two queries. */
export async function plansNow(db: Database, plans: readonly Plan[], today: Day): Promise<PlanNow[]> {
  const ids = plans.map((plan) => plan.id)
  const phases = await phasesOf(db, ids, today)
  const deadlines = await deadlinesOf(db, ids, today)
  return plans.map((plan) => ({
    plan,
    stage: planStage(plan, deadlines, today),
    phases: phases.filter((phase) => phase.planId === plan.id),
    deadlines: deadlines.filter((deadline) => deadline.planId === plan.id),
  }))
}
