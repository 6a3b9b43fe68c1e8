import {
  assessmentsOf,
  type CommitmentStanding,
  type PublishedAssessment,
  type PublishedUpdate,
  type SourceState,
  sourceStatesOn,
  standing,
  updatesOn,
} from '../../../cycle/monitoring/index.ts'
import {
  type Change,
  type CommitmentWithParts,
  changesOf,
  commitmentByNumber,
  type Plan,
  planById,
  type ReportingPeriod,
  reportingPeriodsOf,
} from '../../../cycle/plan/index.ts'
import { type DeadLinks, deadLinks } from '../../../links/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { groupBy } from '../../../platform/groupBy.ts'
import type { House } from '../../../platform/house.ts'
import { numberInAddress } from '../../../platform/http/numberInAddress.ts'
import { notFound } from '../../../platform/refusal.ts'
import type { AnySeen } from '../../visit.ts'
import { type Organisations, readOrganisations } from '../organisationNames.ts'
import { partyChangeIds } from './changedValues.ts'

/** What every page about one commitment rests on, as known on the plan's day. */
export type CommitmentFacts = CommitmentWithParts & {
  plan: Plan
  standing: CommitmentStanding
  /** Every published version of every update, the latest reporting period first. */
  updates: PublishedUpdate[]
  sourceStates: SourceState[]
  /** Every published version of every assessment, the latest reporting period first. */
  assessments: PublishedAssessment[]
  /** Changes since the plan was adopted, the earliest first. */
  changes: Change[]
  periods: ReportingPeriod[]
  organisations: Organisations
  /** Which links to evidence are dead. */
  dead: DeadLinks
}

/** Reads a commitment with all that was said about it: a dozen queries, however much was said. */
export function readCommitment({ house, today, recall }: AnySeen, planId: string, numberText: string): Promise<CommitmentFacts> {
  const number = numberInAddress(numberText)
  return recall(`commitment ${planId}/${number}`, () => readCommitmentOn(house, planId, number, today))
}

async function readCommitmentOn(house: House, planId: string, number: number, today: Day): Promise<CommitmentFacts> {
  const { db } = house
  const plan = await planById(db, planId, today)
  const parts = plan && (await commitmentByNumber(db, plan.id, number, today))
  if (!plan || !parts) throw notFound()
  const milestoneIds = parts.milestones.map((milestone) => milestone.id)
  const updates = await updatesOn(db, milestoneIds, today)
  const sourceStates = await sourceStatesOn(db, milestoneIds, today)
  const assessments = await assessmentsOf(db, [parts.commitment.id], today)
  const changes = await changesOf(db, [parts.commitment.id], today)
  const [updatesBy, sourcesBy] = [groupBy(updates, (u) => u.milestoneId), groupBy(sourceStates, (s) => s.milestoneId)]
  return {
    ...parts,
    plan,
    updates,
    sourceStates,
    assessments,
    changes,
    standing: standing(
      parts,
      (id) => updatesBy.get(id)?.[0] ?? null,
      (id) => sourcesBy.get(id)?.[0] ?? null,
      assessments,
      today,
    ),
    periods: await reportingPeriodsOf(db, plan.id),
    organisations: await readOrganisations(db, [
      ...parts.parties.map((party) => party.organisationId),
      ...updates.map((update) => update.organisationId),
      ...assessments.flatMap((assessment) => [assessment.organisationId, ...assessment.signers]),
      ...partyChangeIds(changes),
    ]),
    dead: await deadLinks(
      house,
      updates.flatMap((update) => update.evidence.map(({ url }) => url)),
    ),
  }
}

/** The newest version of each, in the order of the versions given. */
export function newestVersions<Version extends { number: number }>(
  versions: readonly Version[],
  of: (version: Version) => number,
): Version[] {
  return [...groupBy(versions, of).values()].flatMap((all) => [...all].sort((a, b) => b.number - a.number).slice(0, 1))
}

/** The day whose state a period's reports tell. */
export const referenceDayOf = (periods: readonly ReportingPeriod[], periodId: number): Day | null =>
  periods.find((period) => period.id === periodId)?.referenceDay ?? null
