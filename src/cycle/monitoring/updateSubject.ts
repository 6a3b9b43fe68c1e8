import { and, asc, desc, eq } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { Day, PartialDate } from '../../platform/dates/partialDate.ts'
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
import { type Evidence, evidenceColumns, inView, ofWithdrawal } from './evidenceInView.ts'
import { lastUpdatesOn, type PublishedUpdate } from './queries.ts'
import { evidence, evidenceWithdrawal, update, updateVersion } from './tables.ts'

export type Update = typeof update.$inferSelect
export type UpdateVersion = typeof updateVersion.$inferSelect

/** What an update is about, as its address names it. */
export type UpdateKey = { planId: string; number: number; milestone: number; organisationId: string; period: number }

/** The milestone, institution and reporting period of an update. */
export type UpdateSubject = {
  plan: Plan
  commitment: Commitment
  parties: Party[]
  milestone: Milestone
  organisationId: string
  period: ReportingPeriod
  /** The milestone's planned end, or else the commitment's. */
  plannedEnd: PartialDate | null
}

/**
 * What this update is about. No such page when the institution neither leads nor supports the
 * commitment, the plan is not approved, or the period has not begun.
 */
export async function updateSubject(db: Database, key: UpdateKey, today: Day): Promise<UpdateSubject> {
  const plan = await planById(db, key.planId, today)
  const found = plan && (await commitmentByNumber(db, plan.id, key.number, today))
  const milestone = found?.milestones.find((row) => row.number === key.milestone)
  const party = found?.parties.find((row) => row.organisationId === key.organisationId)
  if (!plan?.approvedOn || !found || !milestone || !party || party.part === 'partner') throw notFound()
  const period = (await reportingPeriodsOf(db, plan.id)).find((row) => row.position === key.period)
  if (!period || period.startsOn > today) throw notFound()
  const { commitment, parties } = found
  return {
    plan,
    commitment,
    parties,
    milestone,
    organisationId: party.organisationId,
    period,
    plannedEnd: milestone.plannedEnd ?? commitment.periodEnd,
  }
}

/** How a milestone is called in the record. */
export const milestoneObject = ({ plan, commitment, milestone }: UpdateSubject): string =>
  `/plans/${plan.id}/commitments/${commitment.number}/milestones/${milestone.number}`

/** An update as it is stored: the draft its officers share, what was published, and the evidence the next version will name. */
export type StoredUpdate = { update: Update | null; versions: UpdateVersion[]; evidence: Evidence[] }

/** More pieces of evidence than these no update names. */
export const MOST_EVIDENCE = 30

/** The stored update, its newest version first; an empty one when nothing has been saved yet. Three queries. */
export async function storedUpdate(db: Database, subject: UpdateSubject): Promise<StoredUpdate> {
  const [row] = await db
    .select()
    .from(update)
    .where(
      and(
        eq(update.milestoneId, subject.milestone.id),
        eq(update.organisationId, subject.organisationId),
        eq(update.periodId, subject.period.id),
      ),
    )
  if (!row) return { update: null, versions: [], evidence: [] }
  return { update: row, versions: await versionsOf(db, row.id), evidence: await evidenceOf(db, row.id) }
}

/** The published versions of an update, the newest first. */
export async function versionsOf(db: Database, updateId: number): Promise<UpdateVersion[]> {
  return db.select().from(updateVersion).where(eq(updateVersion.updateId, updateId)).orderBy(desc(updateVersion.number)).limit(200)
}

/** The evidence that the next version of an update will name, in the order in which it was added. */
export async function evidenceOf(db: Database, updateId: number): Promise<Evidence[]> {
  const rows = await db
    .select(evidenceColumns)
    .from(evidence)
    .leftJoin(evidenceWithdrawal, ofWithdrawal)
    .where(and(eq(evidence.updateId, updateId), eq(evidence.removed, false)))
    .orderBy(asc(evidence.id))
    .limit(MOST_EVIDENCE)
  return rows.map(inView)
}

/** The report by which a milestone stands now, when that report withdraws it and is another than this update; else null. */
export async function withdrawnBy(
  db: Database,
  subject: UpdateSubject,
  updateId: number | null,
  today: Day,
): Promise<PublishedUpdate | null> {
  const [last] = await lastUpdatesOn(db, [subject.milestone.id], today)
  return last?.state === 'withdrawn' && last.updateId !== updateId ? last : null
}

/** A piece of evidence that stands in a draft, with the institution whose draft it is. */
export async function evidenceInDraft(db: Database, evidenceId: number): Promise<{ evidence: Evidence; organisationId: string } | null> {
  const [found] = await db
    .select({ ...evidenceColumns, organisationId: update.organisationId })
    .from(evidence)
    .innerJoin(update, eq(update.id, evidence.updateId))
    .leftJoin(evidenceWithdrawal, ofWithdrawal)
    .where(and(eq(evidence.id, evidenceId), eq(evidence.removed, false)))
  return found ? { evidence: inView(found), organisationId: found.organisationId } : null
}
