import { asc, eq, gt, inArray, or } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import type { Language, LocalText } from '../../platform/languages/languages.ts'
import { laterOf, type PublicText } from '../../platform/publicText.ts'
import { commitment, milestone } from '../plan/index.ts'
import { assessment, assessmentVersion, evidence, update, updateVersion } from './tables.ts'

/** The published updates with their evidence, and the assessments, that changed after a number of the record. Drafts are not read. */
export async function monitoringTextsSince(db: Database, since: number): Promise<PublicText[]> {
  return [...(await ofUpdates(db, since)), ...(await ofAssessments(db, since))]
}

const original = (language: Language, parts: readonly (string | null)[]): LocalText => ({
  [language]: { text: parts.filter(Boolean).join('\n'), state: 'original' },
})

type Version = { number: number; publishedOn: Day }

/** The day on which the next version of the same thing takes a version's place. Rows are sorted by thing and number. */
const untilNext = (version: Version, next: Version | undefined): Day | null =>
  next && next.number > version.number ? next.publishedOn : null

async function ofUpdates(db: Database, since: number): Promise<PublicText[]> {
  const changed = db.select({ id: updateVersion.updateId }).from(updateVersion).where(gt(updateVersion.recordSeq, since))
  const rows = await db
    .select({ version: updateVersion, update, milestone, commitment })
    .from(updateVersion)
    .innerJoin(update, eq(update.id, updateVersion.updateId))
    .innerJoin(milestone, eq(milestone.id, update.milestoneId))
    .innerJoin(commitment, eq(commitment.id, milestone.commitmentId))
    .where(or(inArray(update.id, changed), gt(milestone.recordSeq, since), gt(commitment.recordSeq, since)))
    .orderBy(asc(update.id), asc(updateVersion.number))
  const ids = [...new Set(rows.flatMap((row) => row.version.evidenceIds))]
  const found = ids.length ? await db.select().from(evidence).where(inArray(evidence.id, ids)) : []
  const evidenceBy = new Map(found.map((one) => [one.id, one]))
  return rows.flatMap(({ version, update: about, milestone: point, commitment: whole }, index) => {
    const next = rows[index + 1]
    const shared = {
      part: `version:${version.number}`,
      planId: whole.planId,
      commitmentId: whole.id,
      commitmentNumber: whole.number,
      milestoneNumber: point.number,
      organisationId: about.organisationId,
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
        return [{ ...shared, object: `evidence:${id}`, kind: 'evidence' as const, title, body: {}, demonstration: proof.demonstration }]
      }),
    ]
  })
}

async function ofAssessments(db: Database, since: number): Promise<PublicText[]> {
  const changed = db.select({ id: assessmentVersion.assessmentId }).from(assessmentVersion).where(gt(assessmentVersion.recordSeq, since))
  const rows = await db
    .select({ version: assessmentVersion, assessment, commitment })
    .from(assessmentVersion)
    .innerJoin(assessment, eq(assessment.id, assessmentVersion.assessmentId))
    .innerJoin(commitment, eq(commitment.id, assessment.commitmentId))
    .where(or(inArray(assessment.id, changed), gt(commitment.recordSeq, since)))
    .orderBy(asc(assessment.id), asc(assessmentVersion.number))
  return rows.map(({ version, assessment: about, commitment: whole }, index) => {
    const next = rows[index + 1]
    return {
      object: `assessment:${about.id}`,
      part: `version:${version.number}`,
      kind: 'assessment',
      planId: whole.planId,
      commitmentId: whole.id,
      commitmentNumber: whole.number,
      milestoneNumber: null,
      organisationId: about.organisationId,
      title: whole.title,
      body: original(version.language, [version.text, version.lessons, ...version.milestones.map((one) => one.reason)]),
      knownFrom: laterOf(version.publishedOn, whole.knownFrom),
      knownUntil: untilNext(version, next?.assessment.id === about.id ? next.version : undefined),
      demonstration: about.demonstration,
    }
  })
}
