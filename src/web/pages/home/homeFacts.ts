import { type CommitmentStanding, standingOf } from '../../../cycle/monitoring/index.ts'
import {
  type CommitmentWithParts,
  commitmentsOf,
  type Deadline,
  deadlinesOf,
  listPlans,
  type Phase,
  type Plan,
  phasesOf,
} from '../../../cycle/plan/index.ts'
import { organisationNamesAt } from '../../../people/index.ts'
import type { House } from '../../../platform/house.ts'
import type { Names } from '../organisationLink.tsx'
import { currentPlan, type PlanStage, planStage } from '../planState.ts'

export type PlanNow = { plan: Plan; stage: PlanStage; phases: Phase[]; deadlines: Deadline[] }

/** What the home page tells, read in as many queries whatever the number of rows. */
export type HomeFacts = {
  /** Plans that are not closed, the oldest first; the latest closed one when all are. */
  plans: PlanNow[]
  /** The plan whose commitments are shown. */
  current: PlanNow | null
  /** The plan that is being made. */
  preparing: PlanNow | null
  commitments: CommitmentWithParts[]
  standing: Map<number, CommitmentStanding>
  names: Names
}

/** Reads the home page's facts as known on the plan's day. */
export async function homeFacts(house: House): Promise<HomeFacts> {
  const today = house.clock.today()
  const all = await listPlans(house.db, today)
  const ids = all.slice(0, 6).map((plan) => plan.id)
  const phases = await phasesOf(house.db, ids, today)
  const deadlines = await deadlinesOf(house.db, ids, today)
  const each: PlanNow[] = all.slice(0, 6).map((plan) => ({
    plan,
    stage: planStage(plan, deadlines, today),
    phases: phases.filter((p) => p.planId === plan.id),
    deadlines: deadlines.filter((d) => d.planId === plan.id),
  }))
  const shown = currentPlan(all, today)
  const current = each.find((p) => p.plan.id === shown?.id) ?? null
  const open = each.filter((p) => p.stage !== 'closed' || p === current)
  const commitments = current ? await commitmentsOf(house.db, [current.plan.id], today) : []
  const standing = await standingOf(house.db, commitments, today)
  const organisations = [...new Set(commitments.flatMap((c) => c.parties.map((p) => p.organisationId)))]
  return {
    plans: open.reverse(),
    current,
    preparing: each.find((p) => p.stage === 'preparing') ?? null,
    commitments,
    standing,
    names: await organisationNamesAt(house.db, organisations, today),
  }
}
