import { and, desc, eq, inArray, lte } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import type { LocalText } from '../../platform/languages/languages.ts'
import { commitment, milestone, reportingPeriod } from '../plan/index.ts'
import { assessment, assessmentVersion, update, updateVersion } from './tables.ts'

/** Something that was handed in: what it is about, and its newest version. */
export type HandedIn = {
  planId: string
  number: number
  /** Null for an assessment of the whole. */
  milestone: number | null
  title: LocalText
  organisationId: string
  period: number
  version: number
  on: Day
  demonstration: boolean
  recordSeq: number
}

/** What these institutions and organisations have handed in by that day, the latest first: updates and assessments, each by its newest version. Two queries. */
export async function newestHandedIn(db: Database, organisationIds: readonly string[], today: Day, limit: number): Promise<HandedIn[]> {
  if (!organisationIds.length) return []
  const updates = await db
    .select({
      planId: commitment.planId,
      number: commitment.number,
      milestone: milestone.number,
      title: milestone.title,
      organisationId: update.organisationId,
      period: reportingPeriod.position,
      version: updateVersion.number,
      on: updateVersion.publishedOn,
      demonstration: update.demonstration,
      recordSeq: updateVersion.recordSeq,
    })
    .from(update)
    .innerJoin(updateVersion, eq(updateVersion.updateId, update.id))
    .innerJoin(milestone, eq(milestone.id, update.milestoneId))
    .innerJoin(commitment, eq(commitment.id, milestone.commitmentId))
    .innerJoin(reportingPeriod, eq(reportingPeriod.id, update.periodId))
    .where(and(inArray(update.organisationId, [...organisationIds]), lte(updateVersion.publishedOn, today)))
    .orderBy(desc(updateVersion.publishedOn), desc(updateVersion.recordSeq))
    .limit(limit * VERSIONS)
  const assessments = await db
    .select({
      planId: commitment.planId,
      number: commitment.number,
      title: commitment.title,
      organisationId: assessment.organisationId,
      period: reportingPeriod.position,
      version: assessmentVersion.number,
      on: assessmentVersion.publishedOn,
      demonstration: assessment.demonstration,
      recordSeq: assessmentVersion.recordSeq,
    })
    .from(assessment)
    .innerJoin(assessmentVersion, eq(assessmentVersion.assessmentId, assessment.id))
    .innerJoin(commitment, eq(commitment.id, assessment.commitmentId))
    .innerJoin(reportingPeriod, eq(reportingPeriod.id, assessment.periodId))
    .where(and(inArray(assessment.organisationId, [...organisationIds]), lte(assessmentVersion.publishedOn, today)))
    .orderBy(desc(assessmentVersion.publishedOn), desc(assessmentVersion.recordSeq))
    .limit(limit * VERSIONS)
  const all = [...updates, ...assessments.map((row) => ({ ...row, milestone: null }))].sort((a, b) => b.recordSeq - a.recordSeq)
  const newest = new Map(
    [...all].reverse().map((row) => [[row.planId, row.number, row.milestone, row.organisationId, row.period].join(), row]),
  )
  return [...newest.values()].sort((a, b) => b.recordSeq - a.recordSeq).slice(0, limit)
}

/** Of one thing that was corrected again and again no more versions than these push others out of the list. */
const VERSIONS = 4
