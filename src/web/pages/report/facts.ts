import {
  assessmentsOf,
  contributionsOn,
  type Evidence,
  type PeriodContributions,
  sourceStatesOn,
  standing,
  updatesOn,
} from '../../../cycle/monitoring/index.ts'
import {
  changesOf,
  commitmentsOf,
  type Deadline,
  deadlinesOf,
  type Fact,
  type Finding,
  factsOf,
  findingsOf,
  type Plan,
  planById,
} from '../../../cycle/plan/index.ts'
import { type ReportSection, reportSectionsOf, type SectionKind } from '../../../cycle/reporting/index.ts'
import { deadLinks } from '../../../links/index.ts'
import { type NamedOrganisation, organisationsInTime } from '../../../people/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { groupBy } from '../../../platform/groupBy.ts'
import type { House } from '../../../platform/house.ts'
import { notFound } from '../../../platform/refusal.ts'
import type { AnyVisit } from '../../visit.ts'
import { type CommitmentFacts, newestVersions } from '../commitment/facts.ts'
import { organisationsFrom } from '../organisationNames.ts'

/** A commitment as the report tells of it. */
export type ReportedCommitment = CommitmentFacts & { known: readonly Fact[]; findings: readonly Finding[] }

/** All that a report is put together from, as known on the plan's day. */
export type ReportFacts = {
  plan: Plan
  sections: ReadonlyMap<SectionKind, ReportSection>
  commitments: readonly ReportedCommitment[]
  contributions: readonly PeriodContributions[]
  organisations: ReadonlyMap<string, NamedOrganisation>
  /** Until when the report is due by law; null = no act is known to say. */
  due: Deadline | null
}

/** Reads a report: some twenty queries, however many commitments. */
export const readReport = ({ house, today, recall }: AnyVisit, planId: string): Promise<ReportFacts> =>
  recall(`report ${planId}`, () => readReportOn(house, planId, today))

async function readReportOn(house: House, planId: string, today: Day): Promise<ReportFacts> {
  const { db } = house
  const plan = await planById(db, planId, today)
  if (!plan) throw notFound()
  const sections = await reportSectionsOf(db, plan.id)
  const deadlines = await deadlinesOf(db, [plan.id], today)
  const commitments = await commitmentsOf(db, [plan.id], today)
  const contributions = await contributionsOn(db, plan.id, commitments, today)
  const ids = commitments.map(({ commitment }) => commitment.id)
  const milestoneIds = commitments.flatMap(({ milestones }) => milestones.map((milestone) => milestone.id))
  const updates = groupBy(await updatesOn(db, milestoneIds, today), (row) => row.milestoneId)
  const sourceStates = groupBy(await sourceStatesOn(db, milestoneIds, today), (row) => row.milestoneId)
  const assessments = groupBy(await assessmentsOf(db, ids, today), (row) => row.commitmentId)
  const changes = groupBy(await changesOf(db, ids, today), (row) => row.commitmentId)
  const known = groupBy(await factsOf(db, ids, today), (row) => row.commitmentId)
  const findings = groupBy(await findingsOf(db, ids, today), (row) => row.commitmentId)
  const organisations = await organisationsInTime(db, [
    ...new Set([
      ...commitments.flatMap(({ parties }) => parties.map((party) => party.organisationId)),
      ...[...updates.values()].flat().map((update) => update.organisationId),
      ...[...assessments.values()].flat().flatMap((assessment) => [assessment.organisationId, ...assessment.signers]),
    ]),
  ])
  const called = organisationsFrom(organisations)
  const dead = await deadLinks(
    house,
    [...updates.values()].flat().flatMap((update) => update.evidence.map(({ url }) => url)),
  )
  return {
    plan,
    sections,
    contributions,
    organisations,
    due: deadlines.find((row) => row.kind === 'legal' && row.duty === 'report' && row.due !== null) ?? null,
    commitments: commitments.map((parts): ReportedCommitment => {
      const { id } = parts.commitment
      const said = assessments.get(id) ?? []
      return {
        ...parts,
        plan,
        updates: parts.milestones.flatMap((milestone) => updates.get(milestone.id) ?? []),
        sourceStates: parts.milestones.flatMap((milestone) => sourceStates.get(milestone.id) ?? []),
        assessments: said,
        changes: changes.get(id) ?? [],
        periods: contributions.map(({ period }) => period),
        organisations: called,
        dead,
        standing: standing(
          parts,
          (milestone) => updates.get(milestone)?.[0] ?? null,
          (milestone) => sourceStates.get(milestone)?.[0] ?? null,
          said,
          today,
        ),
        known: known.get(id) ?? [],
        findings: findings.get(id) ?? [],
      }
    }),
  }
}

/** The evidence that the newest version of each update on a commitment names, each piece once. */
export function evidenceNamed({ updates }: ReportedCommitment): Evidence[] {
  const named = newestVersions(updates, (update) => update.updateId).flatMap((update) => update.evidence)
  return [...new Map(named.map((item) => [item.id, item])).values()]
}

/** Is anything in it made up for the demonstration? */
export const hasMadeUp = ({ updates, assessments }: ReportedCommitment): boolean =>
  [...updates, ...assessments].some(({ demonstration }) => demonstration)
