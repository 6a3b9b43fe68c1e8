import { and, desc, eq, inArray, lte } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import { becameKnown, type Since } from '../../record/index.ts'
import { type PublishedAssessment, publishedAssessment, type UpdateWithoutEvidence, withoutEvidence } from './queries.ts'
import { assessment, assessmentVersion, update, updateVersion } from './tables.ts'

/** The versions of updates on these milestones that were published last by that day (or only those that became known since), whichever period they are about. */
export async function newestUpdates(
  db: Database,
  milestoneIds: readonly number[],
  today: Day,
  limit: number,
  since?: Since,
): Promise<UpdateWithoutEvidence[]> {
  if (!milestoneIds.length) return []
  const rows = await db
    .select({ version: updateVersion, update })
    .from(updateVersion)
    .innerJoin(update, eq(update.id, updateVersion.updateId))
    .where(
      and(
        inArray(update.milestoneId, [...milestoneIds]),
        lte(updateVersion.publishedOn, today),
        since && becameKnown(updateVersion.recordSeq, updateVersion.publishedOn, since),
      ),
    )
    .orderBy(desc(updateVersion.publishedOn), desc(updateVersion.recordSeq), desc(updateVersion.id))
    .limit(limit)
  return rows.map(withoutEvidence)
}

/**
 * The versions of assessments of these commitments that were published last by that day, whichever period they are about; only
 * those that became known since, or of one voice alone, where these are named.
 */
export async function newestAssessments(
  db: Database,
  commitmentIds: readonly number[],
  today: Day,
  limit: number,
  { since, voice }: { since?: Since; voice?: PublishedAssessment['voice'] } = {},
): Promise<PublishedAssessment[]> {
  if (!commitmentIds.length) return []
  const rows = await db
    .select({ version: assessmentVersion, assessment })
    .from(assessmentVersion)
    .innerJoin(assessment, eq(assessment.id, assessmentVersion.assessmentId))
    .where(
      and(
        inArray(assessment.commitmentId, [...commitmentIds]),
        lte(assessmentVersion.publishedOn, today),
        since && becameKnown(assessmentVersion.recordSeq, assessmentVersion.publishedOn, since),
        voice && eq(assessment.voice, voice),
      ),
    )
    .orderBy(desc(assessmentVersion.publishedOn), desc(assessmentVersion.recordSeq), desc(assessmentVersion.id))
    .limit(limit)
  return rows.map(publishedAssessment)
}
