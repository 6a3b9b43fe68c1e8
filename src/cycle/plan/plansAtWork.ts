import { type NamedOrganisation, organisationsInTime } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import { isPeriodClosed, planStage } from './planStage.ts'
import {
  type CommitmentWithParts,
  commitmentsOf,
  type Deadline,
  deadlinesOf,
  listPlans,
  type Phase,
  type Plan,
  phasesOf,
  type ReportingPeriod,
  reportablePeriodsIn,
} from './queries.ts'

/**
 * Plans with their steps, deadlines and commitments, the periods on which reports are owed or have been, and all
 * who take part: from them it is told what is due.
 */
export type PlansAtWork = {
  plans: Plan[]
  periods: ReportingPeriod[]
  deadlines: Deadline[]
  phases: Phase[]
  commitments: CommitmentWithParts[]
  organisations: ReadonlyMap<string, NamedOrganisation>
}

/** The plans about which there is still something to do, as known on that day: not closed, or with reports awaited. Eight queries. */
export async function plansAtWork(db: Database, today: Day): Promise<PlansAtWork> {
  const all = await listPlans(db, today)
  const ids = all.map((plan) => plan.id)
  const periods = await reportablePeriodsIn(db, ids, today)
  const deadlines = await deadlinesOf(db, ids, today)
  const isAwaited = (plan: Plan): boolean =>
    periods.some((period) => period.planId === plan.id && !isPeriodClosed(period, { periods, deadlines }, today))
  const plans = all.filter((plan) => planStage(plan, deadlines, today) !== 'closed' || isAwaited(plan))
  return withCommitments(db, { plans, periods, deadlines }, today)
}

/** One plan in the same shape, whether or not there is still anything to do. */
export async function planWithAll(db: Database, plan: Plan, today: Day): Promise<PlansAtWork> {
  const periods = await reportablePeriodsIn(db, [plan.id], today)
  return withCommitments(db, { plans: [plan], periods, deadlines: await deadlinesOf(db, [plan.id], today) }, today)
}

async function withCommitments(
  db: Database,
  { plans, periods, deadlines }: Pick<PlansAtWork, 'plans' | 'periods' | 'deadlines'>,
  today: Day,
): Promise<PlansAtWork> {
  const ids = plans.map((plan) => plan.id)
  const commitments = await commitmentsOf(db, ids, today)
  return {
    plans,
    periods: periods.filter((period) => ids.includes(period.planId)),
    deadlines: deadlines.filter((deadline) => ids.includes(deadline.planId)),
    phases: await phasesOf(db, ids, today),
    commitments,
    organisations: await organisationsInTime(db, [
      ...new Set(commitments.flatMap(({ parties }) => parties.map((party) => party.organisationId))),
    ]),
  }
}
