import { and, desc, eq, inArray, lte } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import { type PublishedAssessment, publishedAssessment, type UpdateWithoutEvidence, withoutEvidence } from './queries.ts'
import { assessment, assessmentVersion, update, updateVersion } from './tables.ts'

/** The versions of updates on these milestones that were published last by that day, whichever period they are about. */
export async function newestUpdates(
  db: Database,
  milestoneIds: readonly number[],
  today: Day,
  limit: number,
): Promise<UpdateWithoutEvidence[]> {
  if (!milestoneIds.length) return []
  const rows = await db
    .select({ version: updateVersion, update })
    .from(updateVersion)
    .innerJoin(update, eq(update.id, updateVersion.updateId))
    .where(and(inArray(update.milestoneId, [...milestoneIds]), lte(updateVersion.publishedOn, today)))
    .orderBy(desc(updateVersion.publishedOn), desc(updateVersion.recordSeq), desc(updateVersion.id))
    .limit(limit)
  return rows.map(withoutEvidence)
}

/** The versions of assessments of these commitments that were published last by that day, whichever period they are about. */
export async function newestAssessments(
  db: Database,
  commitmentIds: readonly number[],
  today: Day,
  limit: number,
): Promise<PublishedAssessment[]> {
  if (!commitmentIds.length) return []
  const rows = await db
    .select({ version: assessmentVersion, assessment })
    .from(assessmentVersion)
    .innerJoin(assessment, eq(assessment.id, assessmentVersion.assessmentId))
    .where(and(inArray(assessment.commitmentId, [...commitmentIds]), lte(assessmentVersion.publishedOn, today)))
    .orderBy(desc(assessmentVersion.publishedOn), desc(assessmentVersion.recordSeq), desc(assessmentVersion.id))
    .limit(limit)
  return rows.map(publishedAssessment)
}
