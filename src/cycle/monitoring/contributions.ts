import { and, eq, inArray, lte, or, sql } from 'drizzle-orm'
import { type NamedOrganisation, organisationsInTime, type Sector } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import { groupBy } from '../../platform/groupBy.ts'
import {
  type Commitment,
  type CommitmentWithParts,
  commitmentsOf,
  commitmentsWith,
  type Deadline,
  deadlinesOf,
  isPeriodClosed,
  milestone,
  type Party,
  type PlansAtWork,
  type ReportingPeriod,
  reportablePeriodsIn,
} from '../plan/index.ts'
import { owesAnything } from './owed.ts'
import { assessment, assessmentVersion, update, updateVersion } from './tables.ts'
import { deadlinesFor, deadlinesOfOne, type PeriodDeadlines, type Timeliness, timelinessOf } from './timeliness.ts'

/** More contributions than these are not read for one page. */
const MOST = 5000

/** What one institution or organisation handed in on one commitment for one period. */
type Given = {
  periodId: number
  organisationId: string
  commitmentId: number
  /** Null: an assessment of the whole. */
  milestoneId: number | null
  on: Day
  demonstration: boolean
}

/** What was published for these periods by that day, by all or by one organisation: the first day of each. Two queries. */
async function givenIn(db: Database, periodIds: readonly number[], organisationId: string | null, today: Day): Promise<Given[]> {
  if (!periodIds.length) return []
  const updates = await db
    .select({
      periodId: update.periodId,
      organisationId: update.organisationId,
      commitmentId: milestone.commitmentId,
      milestoneId: update.milestoneId,
      on: sql<Day>`min(${updateVersion.publishedOn})::text`,
      demonstration: update.demonstration,
    })
    .from(update)
    .innerJoin(updateVersion, eq(updateVersion.updateId, update.id))
    .innerJoin(milestone, eq(milestone.id, update.milestoneId))
    .where(
      and(
        inArray(update.periodId, [...periodIds]),
        organisationId === null ? undefined : eq(update.organisationId, organisationId),
        lte(updateVersion.publishedOn, today),
      ),
    )
    .groupBy(update.id, milestone.commitmentId)
    .limit(MOST)
  const assessments = await db
    .select({
      periodId: assessment.periodId,
      organisationId: assessment.organisationId,
      commitmentId: assessment.commitmentId,
      demonstration: assessment.demonstration,
      versions: sql<
        SignedVersion[]
      >`jsonb_agg(jsonb_build_object('on', ${assessmentVersion.publishedOn}, 'signers', ${assessmentVersion.signers}) order by ${assessmentVersion.number})`,
    })
    .from(assessment)
    .innerJoin(assessmentVersion, eq(assessmentVersion.assessmentId, assessment.id))
    .where(
      and(
        inArray(assessment.periodId, [...periodIds]),
        organisationId === null ? undefined : or(eq(assessment.organisationId, organisationId), signedBy(organisationId)),
        lte(assessmentVersion.publishedOn, today),
      ),
    )
    .groupBy(assessment.id)
    .limit(MOST)
  return [...updates, ...assessments.flatMap(bySigners)]
}

/** The assessments some version of which this organisation has signed with its author. */
const signedBy = (organisationId: string) =>
  sql`exists (select 1 from assessment_version signed where signed.assessment_id = ${assessment.id} and ${organisationId} = any(signed.signers))`

type SignedVersion = { on: Day; signers: string[] }

/** A joint assessment comes from its author and from all who sign its newest version, each since the version that first named it. */
function bySigners({
  versions,
  ...from
}: Pick<Given, 'periodId' | 'organisationId' | 'commitmentId' | 'demonstration'> & { versions: SignedVersion[] }): Given[] {
  const signers = versions.at(-1)?.signers ?? []
  const given = { ...from, milestoneId: null }
  return [
    ...versions.slice(0, 1).map(({ on }) => ({ ...given, on })),
    ...signers.flatMap((organisationId) =>
      versions
        .filter((version) => version.signers.includes(organisationId))
        .slice(0, 1)
        .map(({ on }) => ({ ...given, organisationId, on })),
    ),
  ]
}

/** What is due from one institution or organisation on one commitment, and what has come. */
export type Contribution = {
  commitment: Commitment
  part: Party['part']
  /** How many of the commitment's milestones it has reported on, and whether it has assessed the whole. */
  reported: number
  milestones: number
  assessed: boolean
  /** The day the first of it came; null = nothing yet. */
  on: Day | null
  demonstration: boolean
}

/** How an institution or organisation stands in one reporting period. */
export type Contributor = {
  organisationId: string
  /** Until when it was to hand in: a working deadline may have been extended for it alone. */
  deadlines: PeriodDeadlines
  contributions: Contribution[]
  /** On how many of its commitments something has come. */
  given: number
  /** When the last commitment's first contribution came; null until something has come on each. */
  completeOn: Day | null
  timeliness: Timeliness
  demonstration: boolean
}

/** A reporting period with its deadlines. */
export type ContributionPeriod = { period: ReportingPeriod; deadlines: PeriodDeadlines }

/** What came, by organisation and commitment. */
type GivenBy = ReadonlyMap<string, readonly Given[]>
const keyOf = (organisationId: string, commitmentId: number): string => `${organisationId} ${commitmentId}`
const byWhomAndOn = (given: readonly Given[]): GivenBy => groupBy(given, (row) => keyOf(row.organisationId, row.commitmentId))

/**
 * One organisation's part in a period: of the commitments on which it has something to hand in. No plan says
 * which of several institutions answers for which milestone: whoever has told anything about a commitment has
 * contributed to it.
 */
function contributorOf(
  organisationId: string,
  sector: Sector | undefined,
  commitments: readonly CommitmentWithParts[],
  given: GivenBy,
  of: { deadlines: PeriodDeadlines; closed: boolean },
  today: Day,
): Contributor {
  const contributions = commitments.flatMap((one): Contribution[] => {
    const { commitment, parties, milestones } = one
    const party = parties.find((row) => row.organisationId === organisationId)
    const came = given.get(keyOf(organisationId, commitment.id)) ?? []
    if (!party || (!came.length && !owesAnything(one, party.part, sector))) return []
    return [
      {
        commitment,
        part: party.part,
        reported: came.filter((row) => row.milestoneId !== null).length,
        milestones: milestones.length,
        assessed: came.some((row) => row.milestoneId === null),
        on: came.map((row) => row.on).sort()[0] ?? null,
        demonstration: came.some((row) => row.demonstration),
      },
    ]
  })
  const days = contributions.flatMap((row) => row.on ?? [])
  const completeOn = days.length === contributions.length ? (days.sort().at(-1) ?? null) : null
  const deadlines = deadlinesOfOne(of.deadlines, organisationId)
  const timeliness = timelinessOf(completeOn, deadlines, of.closed, today)
  return {
    organisationId,
    deadlines,
    contributions,
    given: days.length,
    completeOn,
    timeliness: timeliness === 'missing' && days.length > 0 ? 'incomplete' : timeliness,
    demonstration: contributions.some((row) => row.demonstration),
  }
}

type StartedPeriod = ContributionPeriod & { closed: boolean }

/** Periods that have started, the newest first, with their deadlines. */
const started = (periods: readonly ReportingPeriod[], deadlines: readonly Deadline[], today: Day): StartedPeriod[] =>
  periods
    .map((period) => ({
      period,
      deadlines: deadlinesFor(period, deadlines),
      closed: isPeriodClosed(period, { periods, deadlines }, today),
    }))
    .sort((a, b) => (a.period.referenceDay < b.period.referenceDay ? 1 : -1))

/** The periods of these plans that have started, none of a plan that is not approved, with their deadlines as known on that day. Two queries. */
const startedPeriods = async (db: Database, planIds: readonly string[], today: Day): Promise<StartedPeriod[]> =>
  started(await reportablePeriodsIn(db, planIds, today), await deadlinesOf(db, planIds, today), today)

/** A reporting period with everyone who is to hand in something. */
export type PeriodContributions = ContributionPeriod & { contributors: Contributor[] }

/**
 * Who takes part in a plan and what each has handed in, by reporting period, the newest first. Contributors
 * stand in the order in which the plan first names them. Eight queries, however many there are.
 */
export async function contributionsTo(db: Database, planId: string, today: Day): Promise<PeriodContributions[]> {
  return contributionsOn(db, planId, await commitmentsOf(db, [planId], today), today)
}

/** The same for a plan whose commitments were read already: five queries. */
export async function contributionsOn(
  db: Database,
  planId: string,
  commitments: readonly CommitmentWithParts[],
  today: Day,
): Promise<PeriodContributions[]> {
  const organisations = await organisationsInTime(db, [...new Set(commitments.flatMap(({ parties }) => parties.map(idOf)))])
  return contributionsIn(db, await startedPeriods(db, [planId], today), { commitments, organisations }, today)
}

/** The same for all periods for which somebody is still waited for, of whichever plan: two queries. */
export async function awaitedContributions(
  db: Database,
  { periods, deadlines, commitments, organisations }: PlansAtWork,
  today: Day,
): Promise<PeriodContributions[]> {
  const open = started(periods, deadlines, today).filter(({ closed }) => !closed)
  return contributionsIn(db, open, { commitments, organisations }, today)
}

async function contributionsIn(
  db: Database,
  periods: readonly StartedPeriod[],
  { commitments, organisations }: { commitments: readonly CommitmentWithParts[]; organisations: ReadonlyMap<string, NamedOrganisation> },
  today: Day,
): Promise<PeriodContributions[]> {
  const periodIds = periods.map(({ period }) => period.id)
  const given = groupBy(await givenIn(db, periodIds, null, today), (row) => row.periodId)
  return periods.map((found) => {
    const ofPlan = commitments.filter(({ commitment }) => commitment.planId === found.period.planId)
    const came = byWhomAndOn(given.get(found.period.id) ?? [])
    const contributors = [...new Set(ofPlan.flatMap(({ parties }) => parties.map(idOf)))]
      .map((id) => contributorOf(id, organisations.get(id)?.sector, ofPlan, came, found, today))
      .filter(({ contributions }) => contributions.length > 0)
    return { period: found.period, deadlines: found.deadlines, contributors }
  })
}

const idOf = ({ organisationId }: { organisationId: string }): string => organisationId

/** An organisation's record in one reporting period of one plan. */
export type ReportingRecord = Omit<Contributor, 'organisationId'> & { planId: string; period: ReportingPeriod }

/**
 * The record of reporting on time of an institution or organisation: for each reporting period that has
 * started, of each plan in which it is to hand in something, the newest first. Judged by the legal deadline,
 * with the working one beside it; shown with TimelinessStatus. Eight queries, however many commitments.
 */
export async function reportingRecordOf(db: Database, organisationId: string, today: Day): Promise<ReportingRecord[]> {
  const commitments = await commitmentsWith(db, organisationId, today)
  const sector = (await organisationsInTime(db, [organisationId])).get(organisationId)?.sector
  const periods = await startedPeriods(db, [...new Set(commitments.map(({ commitment }) => commitment.planId))], today)
  const periodIds = periods.map(({ period }) => period.id)
  const given = groupBy(await givenIn(db, periodIds, organisationId, today), (row) => row.periodId)
  return periods.flatMap((found): ReportingRecord[] => {
    const ofPlan = commitments.filter(({ commitment }) => commitment.planId === found.period.planId)
    const came = byWhomAndOn(given.get(found.period.id) ?? [])
    const { organisationId: _, ...contributor } = contributorOf(organisationId, sector, ofPlan, came, found, today)
    return contributor.contributions.length ? [{ planId: found.period.planId, period: found.period, ...contributor }] : []
  })
}
