import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import type { Language, LocalText } from '../../platform/languages/languages.ts'
import { belongingNowhere, laterOf, namedIn, type PublicText, type PublicTexts, type Stretch } from '../../platform/publicText.ts'
import { commitment, milestone, reportingPeriod } from '../plan/index.ts'
import { evidenceById } from './evidenceInView.ts'
import { assessment, assessmentVersion, evidence, evidenceWithdrawal, update, updateVersion } from './tables.ts'

/** The published updates with their evidence, and the assessments. Drafts are not read. */
export const monitoringTexts: PublicTexts = async (db, stretch) => [
  ...(await ofUpdates(db, stretch)),
  ...(await ofAssessments(db, stretch)),
]

const original = (language: Language, parts: readonly (string | null)[]): LocalText => ({
  [language]: { text: parts.filter(Boolean).join('\n'), state: 'original' },
})

type Version = { number: number; publishedOn: Day }

/** The day on which the next version of the same thing takes a version's place. Rows are sorted by thing and number. */
const untilNext = (version: Version, next: Version | undefined): Day | null =>
  next && next.number > version.number ? next.publishedOn : null

/**
 * The updates that changed or whose evidence was taken out of view, and those whose milestone or commitment did: its name and its number stand in their texts.
 * Those that have no version yet within the stretch come with their first one.
 */
export function changedUpdates(db: Database, stretch: Stretch) {
  const ofMilestones = () =>
    db
      .select({ id: update.id })
      .from(update)
      .innerJoin(updateVersion, and(eq(updateVersion.updateId, update.id), lte(updateVersion.recordSeq, stretch.upTo)))
      .innerJoin(milestone, eq(milestone.id, update.milestoneId))
  return db
    .select({ id: updateVersion.updateId })
    .from(updateVersion)
    .where(namedIn(updateVersion.recordSeq, stretch))
    .union(
      db
        .select({ id: evidence.updateId })
        .from(evidenceWithdrawal)
        .innerJoin(evidence, eq(evidence.id, evidenceWithdrawal.evidenceId))
        .where(namedIn(evidenceWithdrawal.recordSeq, stretch)),
    )
    .union(ofMilestones().where(namedIn(milestone.recordSeq, stretch)))
    .union(ofMilestones().innerJoin(commitment, eq(commitment.id, milestone.commitmentId)).where(namedIn(commitment.recordSeq, stretch)))
}

async function ofUpdates(db: Database, stretch: Stretch): Promise<PublicText[]> {
  const rows = await db
    .select({ version: updateVersion, update, milestone, commitment, referenceDay: reportingPeriod.referenceDay })
    .from(updateVersion)
    .innerJoin(update, eq(update.id, updateVersion.updateId))
    .innerJoin(reportingPeriod, eq(reportingPeriod.id, update.periodId))
    .innerJoin(milestone, eq(milestone.id, update.milestoneId))
    .innerJoin(commitment, eq(commitment.id, milestone.commitmentId))
    .where(inArray(update.id, changedUpdates(db, stretch)))
    .orderBy(asc(update.id), asc(updateVersion.number))
  const evidenceBy = await evidenceById(db, [...new Set(rows.flatMap((row) => row.version.evidenceIds))])
  return rows.flatMap(({ version, update: about, milestone: point, commitment: whole, referenceDay }, index) => {
    const next = rows[index + 1]
    const shared = {
      ...belongingNowhere,
      part: `version:${version.number}`,
      planId: whole.planId,
      commitmentId: whole.id,
      commitmentNumber: whole.number,
      milestoneNumber: point.number,
      organisationId: about.organisationId,
      referenceDay,
      knownFrom: laterOf(version.publishedOn, whole.knownFrom),
      knownUntil: untilNext(version, next?.update.id === about.id ? next.version : undefined),
    }
    return [
      {
        ...shared,
        object: `update:${about.id}`,
        kind: 'update' as const,
        title: point.title,
        body: original(version.language, [version.text, version.delayReason, version.nextSteps]),
        demonstration: about.demonstration,
      },
      ...version.evidenceIds.flatMap((id) => {
        const proof = evidenceBy.get(id)
        if (!proof) return []
        const title = original(version.language, [proof.title])
        const { fileHash, demonstration } = proof
        return [{ ...shared, object: `evidence:${id}`, kind: 'evidence' as const, title, body: {}, fileHash, demonstration }]
      }),
    ]
  })
}

async function ofAssessments(db: Database, stretch: Stretch): Promise<PublicText[]> {
  const changed = db
    .select({ id: assessmentVersion.assessmentId })
    .from(assessmentVersion)
    .where(namedIn(assessmentVersion.recordSeq, stretch))
    .union(
      db
        .select({ id: assessment.id })
        .from(assessment)
        .innerJoin(
          assessmentVersion,
          and(eq(assessmentVersion.assessmentId, assessment.id), lte(assessmentVersion.recordSeq, stretch.upTo)),
        )
        .innerJoin(commitment, eq(commitment.id, assessment.commitmentId))
        .where(namedIn(commitment.recordSeq, stretch)),
    )
  const rows = await db
    .select({ version: assessmentVersion, assessment, commitment, referenceDay: reportingPeriod.referenceDay })
    .from(assessmentVersion)
    .innerJoin(assessment, eq(assessment.id, assessmentVersion.assessmentId))
    .innerJoin(reportingPeriod, eq(reportingPeriod.id, assessment.periodId))
    .innerJoin(commitment, eq(commitment.id, assessment.commitmentId))
    .where(inArray(assessment.id, changed))
    .orderBy(asc(assessment.id), asc(assessmentVersion.number))
  return rows.map(({ version, assessment: about, commitment: whole, referenceDay }, index) => {
    const next = rows[index + 1]
    return {
      ...belongingNowhere,
      object: `assessment:${about.id}`,
      part: `version:${version.number}`,
      kind: 'assessment',
      planId: whole.planId,
      commitmentId: whole.id,
      commitmentNumber: whole.number,
      organisationId: about.organisationId,
      referenceDay,
      title: whole.title,
      body: original(version.language, [version.text, version.lessons, ...version.milestones.map((one) => one.reason)]),
      knownFrom: laterOf(version.publishedOn, whole.knownFrom),
      knownUntil: untilNext(version, next?.assessment.id === about.id ? next.version : undefined),
      demonstration: about.demonstration,
    }
  })
}
