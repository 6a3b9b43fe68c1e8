import { and, desc, eq } from 'drizzle-orm'
import { type Actor, allow, type NamedOrganisation, organisationsInTime } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import { notFound } from '../../platform/refusal.ts'
import {
  type Commitment,
  commitmentByNumber,
  type Milestone,
  type Party,
  type Plan,
  planById,
  type ReportingPeriod,
  reportingPeriodsOf,
} from '../plan/index.ts'
import { voiceOf } from './owed.ts'
import { monitoringPolicy } from './policy.ts'
import { assessment, assessmentVersion } from './tables.ts'

export type Assessment = typeof assessment.$inferSelect
export type AssessmentVersion = typeof assessmentVersion.$inferSelect
type Speaker = Assessment['voice']

/** What an assessment is about and whose it is, as its address names it; `period` is the period's position. */
export type AssessmentKey = { planId: string; number: number; organisationId: string; period: number }

/** The commitment, the organisation that speaks of it, in which voice, and for which reporting period. */
export type AssessmentSubject = {
  plan: Plan
  commitment: Commitment
  parties: Party[]
  milestones: Milestone[]
  period: ReportingPeriod
  /** Every reporting period of the plan, the earliest first. */
  periods: ReportingPeriod[]
  organisationId: string
  voice: Speaker
  /** Everyone who takes part, by id. */
  organisations: ReadonlyMap<string, NamedOrganisation>
  /** The other partners, who may sign a joint assessment, in the plan's order. */
  mayAlsoSign: string[]
}

/** What this assessment is about. No such page for who has no voice in it, and for a period that has not begun or a plan that is not approved. Six queries. */
export async function assessmentSubject(db: Database, key: AssessmentKey, today: Day): Promise<AssessmentSubject> {
  const plan = await planById(db, key.planId, today)
  const found = plan && (await commitmentByNumber(db, plan.id, key.number, today))
  if (!plan?.approvedOn || !found) throw notFound()
  const ids = found.parties.map((party) => party.organisationId)
  const organisations = await organisationsInTime(db, ids)
  const speaks = (id: string): Speaker | null => {
    const part = found.parties.find((party) => party.organisationId === id)?.part
    const sector = organisations.get(id)?.sector
    return part && sector ? voiceOf(part, sector) : null
  }
  const voice = speaks(key.organisationId)
  const periods = await reportingPeriodsOf(db, plan.id)
  const period = periods.find((row) => row.position === key.period)
  if (!voice || !period || period.startsOn > today) throw notFound()
  const mayAlsoSign = voice === 'partner' ? [...new Set(ids)].filter((id) => id !== key.organisationId && speaks(id) === 'partner') : []
  return { ...found, plan, period, periods, organisationId: key.organisationId, voice, organisations, mayAlsoSign }
}

/** Each voice is spoken by its own people alone. */
export function allowToAssess(actor: Actor, subject: AssessmentSubject): void {
  allow(subject.voice === 'self' ? monitoringPolicy.assessOwnWork : monitoringPolicy.assessAsPartner, actor, subject)
}

/** How a commitment is called in the record. */
export const commitmentObject = ({ plan, commitment }: AssessmentSubject): string => `/plans/${plan.id}/commitments/${commitment.number}`

/** Which row of the table an assessment is. */
const isOf = ({ commitment, organisationId, period }: AssessmentSubject) =>
  and(eq(assessment.commitmentId, commitment.id), eq(assessment.organisationId, organisationId), eq(assessment.periodId, period.id))

/** An assessment as it is stored: the draft that its writers share, and its newest published version. */
export type StoredAssessment = { assessment: Assessment | null; published: AssessmentVersion | null }

/** The stored assessment; an empty one when nothing has been saved yet. Two queries. */
export async function storedAssessment(db: Database, subject: AssessmentSubject): Promise<StoredAssessment> {
  const [row] = await db.select().from(assessment).where(isOf(subject))
  return { assessment: row ?? null, published: row ? await newestVersion(db, row.id) : null }
}

/** The newest published version of an assessment; null when there is none yet. */
export async function newestVersion(db: Database, assessmentId: number): Promise<AssessmentVersion | null> {
  const [row] = await db
    .select()
    .from(assessmentVersion)
    .where(eq(assessmentVersion.assessmentId, assessmentId))
    .orderBy(desc(assessmentVersion.number))
    .limit(1)
  return row ?? null
}

/** Locks the assessment's row, made when this is the first that is heard of it. Two who write at once stand in a queue here. */
export async function lockAssessment(tx: Database, subject: AssessmentSubject, demonstration: boolean): Promise<Assessment> {
  await tx
    .insert(assessment)
    .values({
      commitmentId: subject.commitment.id,
      organisationId: subject.organisationId,
      periodId: subject.period.id,
      voice: subject.voice,
      demonstration,
    })
    .onConflictDoNothing()
  const [row] = await tx.select().from(assessment).where(isOf(subject)).for('update')
  if (!row) throw new Error('the assessment was not stored')
  return row
}
