import { type CommitmentStanding, standingOf } from '../../../cycle/monitoring/index.ts'
import { type CommitmentWithParts, commitmentsOf, type Plan, planById } from '../../../cycle/plan/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { type Day, lastDay } from '../../../platform/dates/partialDate.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../addresses.ts'
import type { PathStep } from '../../Layout.tsx'
import { named } from '../../named.ts'
import { webText } from '../../texts.ts'
import type { AnyVisit } from '../../visit.ts'
import { type Organisations, readOrganisations } from '../organisationNames.ts'

/** A plan with its commitments, how they stand, and who takes part. Nothing stands anyhow before the plan is approved. */
export type PlanFacts = {
  plan: Plan
  commitments: CommitmentWithParts[]
  standing: Map<number, CommitmentStanding>
  organisations: Organisations
}

/** Reads a plan as known on the plan's day, or refuses with 404. Nine queries, whatever it holds. */
export const readPlan = ({ house, today, recall }: AnyVisit, id: string): Promise<PlanFacts> =>
  recall(`plan ${id}`, () => readPlanOn(house.db, id, today))

async function readPlanOn(db: Database, id: string, today: Day): Promise<PlanFacts> {
  const plan = await planById(db, id, today)
  if (!plan) throw notFound()
  const commitments = await commitmentsOf(db, [plan.id], today)
  return {
    plan,
    commitments,
    standing: plan.approvedOn ? await standingOf(db, commitments, today) : new Map(),
    organisations: await readOrganisations(
      db,
      commitments.flatMap(({ parties }) => parties.map((party) => party.organisationId)),
    ),
  }
}

/** The day whose names of organisations a plan's pages use: today, and after the plan has ended its last day. */
export function planNamesDay({ periodEnd }: Pick<Plan, 'periodEnd'>, today: Day): Day {
  const end = lastDay(periodEnd)
  return end < today ? end : today
}

/** The way to a plan's page. */
export const pathToPlan = (language: Language): PathStep[] => [{ title: webText(language).plans, href: address(language, 'plans') }]

/** The way to what lies below a plan's page. */
export const pathBelowPlan = (plan: Plan, language: Language): PathStep[] => [
  ...pathToPlan(language),
  { title: named(plan.shortTitle, language), href: address(language, 'plan', { plan: plan.id }) },
]
