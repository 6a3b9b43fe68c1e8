import { and, desc, inArray, lte } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import { becameKnown, type Since } from '../../record/index.ts'
import type { Change, Fact, Finding } from './queries.ts'
import { change, commitmentFact, finding } from './tables.ts'

/** The latest changes of these commitments and their milestones made by that day (or only those that became known since), the latest first. */
export async function newestChanges(
  db: Database,
  commitmentIds: readonly number[],
  today: Day,
  limit: number,
  since?: Since,
): Promise<Change[]> {
  if (!commitmentIds.length) return []
  return db
    .select()
    .from(change)
    .where(
      and(
        inArray(change.commitmentId, [...commitmentIds]),
        lte(change.changedOn, today),
        since && becameKnown(change.recordSeq, change.changedOn, since),
      ),
    )
    .orderBy(desc(change.changedOn), desc(change.recordSeq), desc(change.id))
    .limit(limit)
}

/** What sources told last about these commitments, as known on that day (or only what became known since), the latest known first. */
export async function newestFacts(
  db: Database,
  commitmentIds: readonly number[],
  today: Day,
  limit: number,
  since?: Since,
): Promise<Fact[]> {
  if (!commitmentIds.length) return []
  return db
    .select()
    .from(commitmentFact)
    .where(
      and(
        inArray(commitmentFact.commitmentId, [...commitmentIds]),
        lte(commitmentFact.knownFrom, today),
        since && becameKnown(commitmentFact.recordSeq, commitmentFact.knownFrom, since),
      ),
    )
    .orderBy(desc(commitmentFact.knownFrom), desc(commitmentFact.recordSeq), desc(commitmentFact.id))
    .limit(limit)
}

/** The independent reviewer's last findings on these commitments, as known on that day (or only what became known since), the latest known first. */
export async function newestFindings(
  db: Database,
  commitmentIds: readonly number[],
  today: Day,
  limit: number,
  since?: Since,
): Promise<Finding[]> {
  if (!commitmentIds.length) return []
  return db
    .select()
    .from(finding)
    .where(
      and(
        inArray(finding.commitmentId, [...commitmentIds]),
        lte(finding.knownFrom, today),
        since && becameKnown(finding.recordSeq, finding.knownFrom, since),
      ),
    )
    .orderBy(desc(finding.knownFrom), desc(finding.recordSeq), desc(finding.id))
    .limit(limit)
}
