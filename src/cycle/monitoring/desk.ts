import { and, eq, inArray, lte, sql } from 'drizzle-orm'
import { type Actor, actsFor, type NamedOrganisation, organisationsInTime } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import { groupBy } from '../../platform/groupBy.ts'
import {
  type Commitment,
  type CommitmentWithParts,
  commitmentsOf,
  deadlinesOf,
  listPlans,
  type Milestone,
  type Plan,
  type ReportingPeriod,
  reportablePeriodsIn,
} from '../plan/index.ts'
import { voiceOf } from './assessmentSubject.ts'
import { isClosed } from './contributions.ts'
import { lastUpdatesOn } from './queries.ts'
import { assessment, assessmentVersion, update, updateVersion } from './tables.ts'
import { deadlinesFor, type PeriodDeadlines } from './timeliness.ts'

/** How far a task has come: what is published, and the draft that lies beside it. */
type Progress = {
  /** The day of its first version, which says whether it came in time, and of its last. */
  firstOn: Day | null
  lastOn: Day | null
  versions: number
  draftSavedAt: Date | null
  demonstration: boolean
}

/** One thing that someone is to hand in for an organisation: an update on a milestone, or an assessment of a whole commitment. */
export type Task = Progress & {
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
  deadlines: PeriodDeadlines
  /** Is anything still awaited: has no later period of its plan ended? */
  current: boolean
  tasks: Task[]
}

export type Desk = { periods: TaskPeriod[]; organisations: ReadonlyMap<string, NamedOrganisation> }

/** More tasks than these are not read for one page. */
const MOST = 5000
const nothingYet: Progress = { firstOn: null, lastOn: null, versions: 0, draftSavedAt: null, demonstration: false }

type Row = Progress & { organisationId: string; periodId: number; aboutId: number }

async function updatesBy(db: Database, organisationIds: readonly string[], today: Day): Promise<Row[]> {
  return db
    .select({
      organisationId: update.organisationId,
      periodId: update.periodId,
      aboutId: update.milestoneId,
      firstOn: sql<Day | null>`min(${updateVersion.publishedOn})::text`,
      lastOn: sql<Day | null>`max(${updateVersion.publishedOn})::text`,
      versions: sql<number>`count(${updateVersion.id})::int`,
      draftSavedAt: update.draftSavedAt,
      demonstration: update.demonstration,
    })
    .from(update)
    .leftJoin(updateVersion, and(eq(updateVersion.updateId, update.id), lte(updateVersion.publishedOn, today)))
    .where(inArray(update.organisationId, [...organisationIds]))
    .groupBy(update.id)
    .limit(MOST)
}

async function assessmentsBy(db: Database, organisationIds: readonly string[], today: Day): Promise<Row[]> {
  return db
    .select({
      organisationId: assessment.organisationId,
      periodId: assessment.periodId,
      aboutId: assessment.commitmentId,
      firstOn: sql<Day | null>`min(${assessmentVersion.publishedOn})::text`,
      lastOn: sql<Day | null>`max(${assessmentVersion.publishedOn})::text`,
      versions: sql<number>`count(${assessmentVersion.id})::int`,
      draftSavedAt: assessment.draftSavedAt,
      demonstration: assessment.demonstration,
    })
    .from(assessment)
    .leftJoin(assessmentVersion, and(eq(assessmentVersion.assessmentId, assessment.id), lte(assessmentVersion.publishedOn, today)))
    .where(inArray(assessment.organisationId, [...organisationIds]))
    .groupBy(assessment.id)
    .limit(MOST)
}

/**
 * What is due from the actor, what was begun and what has been handed in, by reporting period, the
 * newest first. Nothing is due on a plan that is not approved, and nothing any more on a milestone that was withdrawn. A dozen queries, however
 * much there is.
 */
export async function deskOf(db: Database, actor: Actor, today: Day): Promise<Desk> {
  const asOfficer = new Set(actsFor(actor, 'officer'))
  const asRepresentative = new Set(actsFor(actor, 'representative'))
  const ids = [...new Set([...asOfficer, ...asRepresentative])]
  if (!ids.length) return { periods: [], organisations: new Map() }
  const organisations = await organisationsInTime(db, ids)
  const plans = await listPlans(db, today)
  const planIds = plans.map((plan) => plan.id)
  const commitments = (await commitmentsOf(db, planIds, today)).filter(({ parties }) =>
    parties.some((party) => ids.includes(party.organisationId)),
  )
  const periods = await reportablePeriodsIn(db, planIds, today)
  const deadlines = await deadlinesOf(db, planIds, today)
  const keyOf = (row: { organisationId: string; periodId: number; aboutId: number }) =>
    `${row.organisationId} ${row.periodId} ${row.aboutId}`
  const updates = new Map((await updatesBy(db, ids, today)).map((row) => [keyOf(row), row]))
  const assessments = new Map((await assessmentsBy(db, ids, today)).map((row) => [keyOf(row), row]))
  const milestoneIds = commitments.flatMap(({ milestones }) => milestones.map((milestone) => milestone.id))
  const reports = groupBy(await lastUpdatesOn(db, milestoneIds, today), (report) => report.milestoneId)
  const isWithdrawn = (milestone: Milestone): boolean => reports.get(milestone.id)?.[0]?.state === 'withdrawn'

  const tasksIn = (period: ReportingPeriod, { commitment, parties, milestones }: CommitmentWithParts): Task[] =>
    parties.flatMap(({ organisationId, part }): Task[] => {
      const progressOf = (from: ReadonlyMap<string, Row>, aboutId: number): Progress =>
        from.get(keyOf({ organisationId, periodId: period.id, aboutId })) ?? nothingYet
      const sector = organisations.get(organisationId)?.sector
      const voice = sector ? voiceOf(part, sector) : null
      const speaks = voice === 'self' ? asOfficer.has(organisationId) : voice === 'partner' && asRepresentative.has(organisationId)
      const onMilestones = asOfficer.has(organisationId) && part !== 'partner' ? milestones : []
      return [
        ...onMilestones
          .map((milestone): Task => ({ organisationId, commitment, milestone, voice: 'update', ...progressOf(updates, milestone.id) }))
          .filter((task) => task.versions > 0 || !task.milestone || !isWithdrawn(task.milestone)),
        ...(speaks && voice ? [{ organisationId, commitment, milestone: null, voice, ...progressOf(assessments, commitment.id) }] : []),
      ]
    })

  const found = periods.flatMap((period): TaskPeriod[] => {
    const plan = plans.find((one) => one.id === period.planId)
    if (!plan) return []
    const tasks = commitments.filter(({ commitment }) => commitment.planId === plan.id).flatMap((one) => tasksIn(period, one))
    const current = !isClosed(period, periods, today)
    return tasks.length ? [{ plan, period, deadlines: deadlinesFor(period, deadlines), current, tasks }] : []
  })
  found.sort((a, b) => (a.period.referenceDay < b.period.referenceDay ? 1 : -1))
  return { periods: found, organisations }
}
