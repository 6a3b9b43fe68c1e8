import { and, desc, inArray, lte, sql } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import { type Day, lastDay } from '../../platform/dates/partialDate.ts'
import type { Change, Fact, Finding, PlanDocument } from './queries.ts'
import { change, commitmentFact, finding, planDocument } from './tables.ts'

/** The latest changes of these commitments and their milestones made by that day, the latest first. */
export async function newestChanges(db: Database, commitmentIds: readonly number[], today: Day, limit: number): Promise<Change[]> {
  if (!commitmentIds.length) return []
  return db
    .select()
    .from(change)
    .where(and(inArray(change.commitmentId, [...commitmentIds]), lte(change.changedOn, today)))
    .orderBy(desc(change.changedOn), desc(change.recordSeq), desc(change.id))
    .limit(limit)
}

/** What sources told last about these commitments, as known on that day, the latest known first. */
export async function newestFacts(db: Database, commitmentIds: readonly number[], today: Day, limit: number): Promise<Fact[]> {
  if (!commitmentIds.length) return []
  return db
    .select()
    .from(commitmentFact)
    .where(and(inArray(commitmentFact.commitmentId, [...commitmentIds]), lte(commitmentFact.knownFrom, today)))
    .orderBy(desc(commitmentFact.knownFrom), desc(commitmentFact.recordSeq), desc(commitmentFact.id))
    .limit(limit)
}

/** The independent reviewer's last findings on these commitments, as known on that day, the latest known first. */
export async function newestFindings(db: Database, commitmentIds: readonly number[], today: Day, limit: number): Promise<Finding[]> {
  if (!commitmentIds.length) return []
  return db
    .select()
    .from(finding)
    .where(and(inArray(finding.commitmentId, [...commitmentIds]), lte(finding.knownFrom, today)))
    .orderBy(desc(finding.knownFrom), desc(finding.recordSeq), desc(finding.id))
    .limit(limit)
}

/** The day from which a document is known, else the last day its own date can mean; null when neither is known. */
export const documentKnownOn = ({ knownFrom, dated }: PlanDocument): Day | null => knownFrom ?? (dated && lastDay(dated))

/** The last documents of these plans whose day is known, as known on that day, the latest first. */
export async function newestDocuments(db: Database, planIds: readonly string[], today: Day, limit: number): Promise<PlanDocument[]> {
  if (!planIds.length) return []
  const knownOn = sql`coalesce(${planDocument.knownFrom}, last_day(${planDocument.dated}))`
  return db
    .select()
    .from(planDocument)
    .where(and(inArray(planDocument.planId, [...planIds]), sql`${knownOn} <= ${today}`))
    .orderBy(sql`${knownOn} desc`, desc(planDocument.recordSeq), desc(planDocument.id))
    .limit(limit)
}
