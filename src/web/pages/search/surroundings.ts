import { commitmentsOf, listPlans, type Plan } from '../../../cycle/plan/index.ts'
import type { AnyVisit } from '../../visit.ts'
import { type Organisations, readOrganisations } from '../organisationNames.ts'

/** The plans, and the institutions and organisations known to take part in them, each with its commitments. */
export type Surroundings = { plans: Plan[]; parties: ReadonlyMap<string, number[]>; organisations: Organisations }

/** What a search can be narrowed to. Five queries, once for each version of the record. */
export const readSurroundings = ({ house: { db }, today, recall }: AnyVisit): Promise<Surroundings> =>
  recall('around a search', async () => {
    const plans = await listPlans(db, today)
    const commitments = await commitmentsOf(
      db,
      plans.map((plan) => plan.id),
      today,
    )
    const parties = new Map<string, number[]>()
    for (const { organisationId, commitmentId } of commitments.flatMap((one) => one.parties))
      parties.set(organisationId, [...(parties.get(organisationId) ?? []), commitmentId])
    return { plans, parties, organisations: await readOrganisations(db, [...parties.keys()]) }
  })
