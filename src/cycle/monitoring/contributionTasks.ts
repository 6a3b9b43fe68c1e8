import { and, desc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import {
  type Commitment,
  type CommitmentWithParts,
  isPeriodClosed,
  type Milestone,
  type Plan,
  type PlansAtWork,
  type ReportingPeriod,
  reportingPeriod,
} from '../plan/index.ts'
import { owedBy } from './owed.ts'
import { assessment, assessmentVersion, update, updateVersion } from './tables.ts'
import { deadlinesFor, deadlinesOfOne, type PeriodDeadlines } from './timeliness.ts'

/** How far it has come: what is published, and the draft that lies beside it. */
type Progress = {
  /** The day of its first version, which says whether it came in time, and of its last. */
  firstOn: Day | null
  lastOn: Day | null
  versions: number
  draftSavedAt: Date | null
  demonstration: boolean
}

/** One thing that someone is to hand in for an organisation: an update on a milestone, or an assessment of a whole commitment. */
export type ContributionTask = Progress & {
  organisationId: string
  commitment: Commitment
  /** Null for an assessment of the whole. */
  milestone: Milestone | null
  voice: 'update' | 'self' | 'partner'
}

/** What is to be handed in for one reporting period. */
export type TaskPeriod = {
  plan: Plan
  period: ReportingPeriod
  /** As they hold for everyone. */
  deadlines: PeriodDeadlines
  /** Is anything still awaited? */
  current: boolean
  tasks: ContributionTask[]
}

/** For whom: for all, or for who takes part in a commitment with one of these; and of which of the periods that have begun. */
export type WhichTasks = { organisations: readonly string[] | 'all'; periods: 'current' | { id: number } }

/** More contributions than these are not read at once. */
const MOST = 20_000
const nothingYet: Progress = { firstOn: null, lastOn: null, versions: 0, draftSavedAt: null, demonstration: false }

type Row = Progress & { organisationId: string; periodId: number; aboutId: number }

const progressOf = (table: typeof update | typeof assessment, version: typeof updateVersion | typeof assessmentVersion) => ({
  organisationId: table.organisationId,
  periodId: table.periodId,
  firstOn: sql<Day | null>`min(${version.publishedOn})::text`,
  lastOn: sql<Day | null>`max(${version.publishedOn})::text`,
  versions: sql<number>`count(${version.id})::int`,
  draftSavedAt: table.draftSavedAt,
  demonstration: table.demonstration,
})

async function updatesOf(db: Database, periodIds: readonly number[], milestoneIds: readonly number[], today: Day): Promise<Row[]> {
  if (!periodIds.length || !milestoneIds.length) return []
  return db
    .select({ ...progressOf(update, updateVersion), aboutId: update.milestoneId })
    .from(update)
    .leftJoin(updateVersion, and(eq(updateVersion.updateId, update.id), lte(updateVersion.publishedOn, today)))
    .where(and(inArray(update.periodId, [...periodIds]), inArray(update.milestoneId, [...milestoneIds])))
    .groupBy(update.id)
    .limit(MOST)
}

async function assessmentsIn(db: Database, periodIds: readonly number[], commitmentIds: readonly number[], today: Day): Promise<Row[]> {
  if (!periodIds.length || !commitmentIds.length) return []
  return db
    .select({ ...progressOf(assessment, assessmentVersion), aboutId: assessment.commitmentId })
    .from(assessment)
    .leftJoin(assessmentVersion, and(eq(assessmentVersion.assessmentId, assessment.id), lte(assessmentVersion.publishedOn, today)))
    .where(and(inArray(assessment.periodId, [...periodIds]), inArray(assessment.commitmentId, [...commitmentIds])))
    .groupBy(assessment.id)
    .limit(MOST)
}

/** Those of these milestones that their last report withdrew. */
async function withdrawnOf(db: Database, milestoneIds: readonly number[], today: Day): Promise<Set<number>> {
  if (!milestoneIds.length) return new Set()
  const rows = await db
    .selectDistinctOn([update.milestoneId], { milestoneId: update.milestoneId, state: updateVersion.state })
    .from(update)
    .innerJoin(updateVersion, eq(updateVersion.updateId, update.id))
    .innerJoin(reportingPeriod, eq(reportingPeriod.id, update.periodId))
    .where(and(inArray(update.milestoneId, [...milestoneIds]), lte(updateVersion.publishedOn, today)))
    .orderBy(update.milestoneId, desc(reportingPeriod.referenceDay), desc(updateVersion.publishedOn), desc(updateVersion.recordSeq))
  return new Set(rows.flatMap(({ milestoneId, state }) => (state === 'withdrawn' ? [milestoneId] : [])))
}

/**
 * What is due, what was begun and what has been handed in, by reporting period, the newest first. Nothing is
 * due on a plan that is not approved, and nothing any more on a milestone that was withdrawn. Three queries,
 * however much there is.
 */
export async function contributionTasks(
  db: Database,
  { plans, periods, deadlines, commitments: all, organisations }: PlansAtWork,
  which: WhichTasks,
  today: Day,
): Promise<TaskPeriod[]> {
  const asked = periods
    .map((period) => ({ period, current: !isPeriodClosed(period, { periods, deadlines }, today) }))
    .filter(({ period, current }) => (which.periods === 'current' ? current : period.id === which.periods.id))
  const commitments = all.filter(
    ({ parties }) => which.organisations === 'all' || parties.some((party) => which.organisations.includes(party.organisationId)),
  )
  const periodIds = asked.map(({ period }) => period.id)
  const milestoneIds = commitments.flatMap(({ milestones }) => milestones.map((milestone) => milestone.id))
  const commitmentIds = commitments.map(({ commitment }) => commitment.id)
  const keyOf = (row: { organisationId: string; periodId: number; aboutId: number }) =>
    `${row.organisationId} ${row.periodId} ${row.aboutId}`
  const updates = new Map((await updatesOf(db, periodIds, milestoneIds, today)).map((row) => [keyOf(row), row]))
  const assessments = new Map((await assessmentsIn(db, periodIds, commitmentIds, today)).map((row) => [keyOf(row), row]))
  const withdrawn = await withdrawnOf(db, milestoneIds, today)

  const tasksIn = (period: ReportingPeriod, { commitment, parties, milestones }: CommitmentWithParts): ContributionTask[] =>
    parties.flatMap(({ organisationId, part }): ContributionTask[] => {
      const progressOn = (from: ReadonlyMap<string, Row>, aboutId: number): Progress =>
        from.get(keyOf({ organisationId, periodId: period.id, aboutId })) ?? nothingYet
      const { reports, voice } = owedBy(part, organisations.get(organisationId)?.sector)
      return [
        ...(reports ? milestones : [])
          .map((milestone) => ({ organisationId, commitment, milestone, voice: 'update' as const, ...progressOn(updates, milestone.id) }))
          .filter((task) => task.versions > 0 || !withdrawn.has(task.milestone.id)),
        ...(voice ? [{ organisationId, commitment, milestone: null, voice, ...progressOn(assessments, commitment.id) }] : []),
      ]
    })

  const found = asked.flatMap(({ period, current }): TaskPeriod[] => {
    const plan = plans.find((one) => one.id === period.planId)
    const tasks = commitments.filter(({ commitment }) => commitment.planId === period.planId).flatMap((one) => tasksIn(period, one))
    return plan && tasks.length ? [{ plan, period, deadlines: deadlinesFor(period, deadlines), current, tasks }] : []
  })
  return found.sort((a, b) => (a.period.referenceDay < b.period.referenceDay ? 1 : -1))
}

/** Until when a task is due from whom it is due. */
export const deadlinesOfTask = ({ deadlines }: TaskPeriod, { organisationId }: ContributionTask): PeriodDeadlines =>
  deadlinesOfOne(deadlines, organisationId)
