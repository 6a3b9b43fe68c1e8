import { and, desc, inArray, lte } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import type { Change, Fact, Finding } from './queries.ts'
import { change, commitmentFact, finding } from './tables.ts'

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
