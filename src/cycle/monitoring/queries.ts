import { and, desc, eq, inArray, lte } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import { groupBy } from '../../platform/groupBy.ts'
import { type CommitmentWithParts, reportingPeriod } from '../plan/index.ts'
import { type Evidence, evidenceById } from './evidenceInView.ts'
import { type CommitmentState, commitmentState, type LastReport, type MilestoneState, milestoneState, wordOfLeads } from './states.ts'
import { assessment, assessmentVersion, type ReportedState, sourceState, update, updateVersion } from './tables.ts'

export type SourceState = typeof sourceState.$inferSelect

/** One published version of an update. */
export type UpdateWithoutEvidence = typeof updateVersion.$inferSelect & {
  milestoneId: number
  organisationId: string
  periodId: number
  demonstration: boolean
}

/** One published version of an update, with the evidence it names. */
export type PublishedUpdate = UpdateWithoutEvidence & { evidence: Evidence[] }

/** One published version of an assessment. */
export type PublishedAssessment = typeof assessmentVersion.$inferSelect & {
  commitmentId: number
  organisationId: string
  periodId: number
  voice: 'self' | 'partner'
  demonstration: boolean
}

/** More published versions than these are not read for one page. */
const MOST = 2000

const publishedOn = (milestoneIds: readonly number[], today: Day) =>
  and(inArray(update.milestoneId, [...milestoneIds]), lte(updateVersion.publishedOn, today))

/** The latest reporting period first, in it the latest version, so that a late correction of an old report does not hide a newer one. */
const latestFirst = [desc(reportingPeriod.referenceDay), desc(updateVersion.publishedOn), desc(updateVersion.recordSeq)]

/** Every version of every update on these milestones published by that day, the latest first. Two queries. */
export async function updatesOn(db: Database, milestoneIds: readonly number[], today: Day): Promise<PublishedUpdate[]> {
  if (!milestoneIds.length) return []
  const rows = await db
    .select({ version: updateVersion, update })
    .from(update)
    .innerJoin(updateVersion, eq(updateVersion.updateId, update.id))
    .innerJoin(reportingPeriod, eq(reportingPeriod.id, update.periodId))
    .where(publishedOn(milestoneIds, today))
    .orderBy(...latestFirst)
    .limit(MOST)
  return withEvidence(db, rows)
}

/** The one report by which each of these milestones stands on that day, however many there have been. Two queries. */
export async function lastUpdatesOn(db: Database, milestoneIds: readonly number[], today: Day): Promise<PublishedUpdate[]> {
  if (!milestoneIds.length) return []
  const rows = await db
    .selectDistinctOn([update.milestoneId], { version: updateVersion, update })
    .from(update)
    .innerJoin(updateVersion, eq(updateVersion.updateId, update.id))
    .innerJoin(reportingPeriod, eq(reportingPeriod.id, update.periodId))
    .where(publishedOn(milestoneIds, today))
    .orderBy(update.milestoneId, ...latestFirst)
  return withEvidence(db, rows)
}

type UpdateRow = { version: typeof updateVersion.$inferSelect; update: typeof update.$inferSelect }

/** A version of an update with what its update says. */
export const withoutEvidence = ({ version, update }: UpdateRow): UpdateWithoutEvidence => ({
  ...version,
  milestoneId: update.milestoneId,
  organisationId: update.organisationId,
  periodId: update.periodId,
  demonstration: update.demonstration,
})

/** Versions with the evidence each names: one query. */
async function withEvidence(db: Database, rows: readonly UpdateRow[]): Promise<PublishedUpdate[]> {
  const byId = await evidenceById(db, [...new Set(rows.flatMap((row) => row.version.evidenceIds))])
  return rows.map((row) => ({
    ...withoutEvidence(row),
    evidence: row.version.evidenceIds.flatMap((id) => byId.get(id) ?? []),
  }))
}

/** What public sources tell about these milestones, as known on that day, the latest first. */
export async function sourceStatesOn(db: Database, milestoneIds: readonly number[], today: Day): Promise<SourceState[]> {
  if (!milestoneIds.length) return []
  return db
    .select()
    .from(sourceState)
    .where(and(inArray(sourceState.milestoneId, [...milestoneIds]), lte(sourceState.knownFrom, today)))
    .orderBy(desc(sourceState.knownFrom), desc(sourceState.id))
    .limit(MOST)
}

/** Every version of every assessment of these commitments published by that day: the latest reporting period first, in it the latest published. */
export async function assessmentsOf(db: Database, commitmentIds: readonly number[], today: Day): Promise<PublishedAssessment[]> {
  if (!commitmentIds.length) return []
  const rows = await db
    .select({ version: assessmentVersion, assessment })
    .from(assessment)
    .innerJoin(assessmentVersion, eq(assessmentVersion.assessmentId, assessment.id))
    .innerJoin(reportingPeriod, eq(reportingPeriod.id, assessment.periodId))
    .where(and(inArray(assessment.commitmentId, [...commitmentIds]), lte(assessmentVersion.publishedOn, today)))
    .orderBy(desc(reportingPeriod.referenceDay), desc(assessmentVersion.publishedOn), desc(assessmentVersion.recordSeq))
    .limit(MOST)
  return rows.map(publishedAssessment)
}

/** What leading institutions last said of the whole in each period, as known on that day: the latest period first. One query. */
async function lastSelfAssessments(db: Database, commitmentIds: readonly number[], today: Day): Promise<PublishedAssessment[]> {
  if (!commitmentIds.length) return []
  const rows = await db
    .selectDistinctOn([assessment.id], { version: assessmentVersion, assessment, referenceDay: reportingPeriod.referenceDay })
    .from(assessment)
    .innerJoin(assessmentVersion, eq(assessmentVersion.assessmentId, assessment.id))
    .innerJoin(reportingPeriod, eq(reportingPeriod.id, assessment.periodId))
    .where(
      and(inArray(assessment.commitmentId, [...commitmentIds]), eq(assessment.voice, 'self'), lte(assessmentVersion.publishedOn, today)),
    )
    .orderBy(assessment.id, desc(assessmentVersion.number))
  return rows.sort((a, b) => (a.referenceDay < b.referenceDay ? 1 : a.referenceDay > b.referenceDay ? -1 : 0)).map(publishedAssessment)
}

/** A version of an assessment with what its assessment says. */
export const publishedAssessment = (row: {
  version: typeof assessmentVersion.$inferSelect
  assessment: typeof assessment.$inferSelect
}): PublishedAssessment => ({
  ...row.version,
  commitmentId: row.assessment.commitmentId,
  organisationId: row.assessment.organisationId,
  periodId: row.assessment.periodId,
  voice: row.assessment.voice,
  demonstration: row.assessment.demonstration,
})

/** A milestone's state with what it rests on: the last update or, where no institution has reported, the last source. */
export type MilestoneStanding = {
  state: MilestoneState
  /** The last update's newest version, when an institution has reported. */
  update: PublishedUpdate | null
  /** What sources tell, when no institution has reported. */
  source: SourceState | null
}

/** A commitment's state with its milestones', by milestone id. */
export type CommitmentStanding = CommitmentState & { milestones: Map<number, MilestoneStanding> }

/**
 * How these commitments stand on a day, by commitment id. An institution's own report weighs more
 * than what sources tell. Four queries, however many commitments.
 */
export async function standingOf(
  db: Database,
  commitments: readonly CommitmentWithParts[],
  today: Day,
): Promise<Map<number, CommitmentStanding>> {
  const milestoneIds = commitments.flatMap((c) => c.milestones.map((m) => m.id))
  const updates = groupBy(await lastUpdatesOn(db, milestoneIds, today), (u) => u.milestoneId)
  const sources = groupBy(await sourceStatesOn(db, milestoneIds, today), (s) => s.milestoneId)
  const assessments = groupBy(
    await lastSelfAssessments(
      db,
      commitments.map((c) => c.commitment.id),
      today,
    ),
    (a) => a.commitmentId,
  )
  return new Map(
    commitments.map((c) => [
      c.commitment.id,
      standing(
        c,
        (id) => updates.get(id)?.[0] ?? null,
        (id) => sources.get(id)?.[0] ?? null,
        assessments.get(c.commitment.id) ?? [],
        today,
      ),
    ]),
  )
}

/** A commitment's standing from rows already read; see standingOf. */
export function standing(
  { commitment, milestones, parties }: CommitmentWithParts,
  lastUpdate: (milestoneId: number) => PublishedUpdate | null,
  lastSource: (milestoneId: number) => SourceState | null,
  assessments: readonly PublishedAssessment[],
  today: Day,
): CommitmentStanding {
  const each = new Map<number, MilestoneStanding>()
  for (const milestone of milestones) {
    const update = lastUpdate(milestone.id)
    const source = update ? null : lastSource(milestone.id)
    const last: LastReport | null = update ?? (source ? { state: source.state, actualEnd: null } : null)
    each.set(milestone.id, { state: milestoneState(last, milestone.plannedEnd, commitment.periodEnd, today), update, source })
  }
  const leads = parties.filter((party) => party.part === 'lead').map((party) => party.organisationId)
  const leadSays = wordOfLeads(lastWords(assessments.filter((a) => a.voice === 'self' && leads.includes(a.organisationId))))
  return {
    ...commitmentState(
      [...each.values()].map((m) => m.state),
      leadSays,
    ),
    milestones: each,
  }
}

/** What each has said last, of the latest period that any has spoken of. The latest stand first. */
function lastWords(assessments: readonly PublishedAssessment[]): ReportedState[] {
  const ofPeriod = assessments.filter((a) => a.periodId === assessments[0]?.periodId)
  return [...groupBy(ofPeriod, (a) => a.organisationId).values()].flatMap(([last]) => last?.state ?? [])
}

/** A piece of evidence that a version published by that day names; null when there is none, or it stands in a draft alone. */
export async function publicEvidence(db: Database, evidenceId: number, today: Day): Promise<Evidence | null> {
  const found = (await evidenceById(db, [evidenceId])).get(evidenceId)
  return found?.publishedOn && found.publishedOn <= today ? found : null
}
