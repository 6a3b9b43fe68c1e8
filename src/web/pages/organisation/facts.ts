import {
  assessmentsOf,
  type CommitmentStanding,
  type PublishedAssessment,
  type PublishedUpdate,
  type ReportingRecord,
  reportingRecordOf,
  sourceStatesOn,
  standing,
  updatesOn,
} from '../../../cycle/monitoring/index.ts'
import { type CommitmentWithParts, commitmentsWith, type Party, type Plan, plansById } from '../../../cycle/plan/index.ts'
import { type OrganisationInTime, organisationById } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { groupBy } from '../../../platform/groupBy.ts'
import { notFound } from '../../../platform/refusal.ts'
import type { AnyVisit } from '../../visit.ts'

/** A commitment in which an organisation takes part: as what, how it stands, and what the organisation has said of it. */
export type TakenPart = CommitmentWithParts & {
  party: Party
  standing: CommitmentStanding
  /** The organisation's own published versions, the latest first; of assessments also those it has signed with others. */
  updates: PublishedUpdate[]
  assessments: PublishedAssessment[]
}

/** All that is told of an institution or organisation, as known on the plan's day. */
export type OrganisationFacts = {
  organisation: OrganisationInTime
  /** Plans in which it takes part, the newest first. */
  plans: { plan: Plan; parts: TakenPart[] }[]
  record: ReportingRecord[]
}

/** Reads an institution or organisation, or refuses with 404. A fixed number of queries, whatever it does. */
export const readOrganisation = ({ house, today, recall }: AnyVisit, id: string): Promise<OrganisationFacts> =>
  recall(`organisation ${id}`, () => readOrganisationOn(house.db, id, today))

async function readOrganisationOn(db: Database, id: string, today: Day): Promise<OrganisationFacts> {
  const organisation = await organisationById(db, id, today)
  if (!organisation) throw notFound()
  const commitments = await commitmentsWith(db, id, today)
  const milestoneIds = commitments.flatMap(({ milestones }) => milestones.map((milestone) => milestone.id))
  const updates = groupBy(await updatesOn(db, milestoneIds, today), (update) => update.milestoneId)
  const sources = groupBy(await sourceStatesOn(db, milestoneIds, today), (source) => source.milestoneId)
  const assessments = groupBy(
    await assessmentsOf(
      db,
      commitments.map(({ commitment }) => commitment.id),
      today,
    ),
    (assessment) => assessment.commitmentId,
  )
  const parts = commitments.flatMap((one): TakenPart[] => {
    const party = one.parties.find(({ organisationId }) => organisationId === id)
    if (!party) return []
    const assessed = assessments.get(one.commitment.id) ?? []
    return [
      {
        ...one,
        party,
        standing: standing(
          one,
          (milestone) => updates.get(milestone)?.[0] ?? null,
          (milestone) => sources.get(milestone)?.[0] ?? null,
          assessed,
          today,
        ),
        updates: one.milestones.flatMap((milestone) => updates.get(milestone.id) ?? []).filter((update) => update.organisationId === id),
        assessments: assessed.filter(({ organisationId, signers }) => organisationId === id || signers.includes(id)),
      },
    ]
  })
  const byPlan = groupBy(parts, ({ commitment }) => commitment.planId)
  const plans = await plansById(db, [...new Set(commitments.map(({ commitment }) => commitment.planId))], today)
  return {
    organisation,
    plans: plans.flatMap((plan) => {
      const ofPlan = byPlan.get(plan.id)
      return ofPlan ? [{ plan, parts: ofPlan }] : []
    }),
    record: await reportingRecordOf(db, id, today),
  }
}
