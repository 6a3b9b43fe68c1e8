import { and, desc, eq, lte } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import { becameKnown, type Since } from '../../record/index.ts'
import { inScope, type Notice, type OpportunityScope, type PublishedVersion, withOpportunities } from './queries.ts'
import { notice, noticeVersion } from './tables.ts'

/** A version of a notice as news: published, corrected or withdrawn. */
export type NoticeNews = { notice: Notice; version: PublishedVersion }

/** The last versions of notices in this scope published by that day (or only those that became known since), the latest first. Two queries. */
export async function newestNotices(
  db: Database,
  scope: OpportunityScope,
  today: Day,
  limit: number,
  since?: Since,
): Promise<NoticeNews[]> {
  const rows = await db
    .select({ notice, version: noticeVersion })
    .from(noticeVersion)
    .innerJoin(notice, eq(notice.id, noticeVersion.noticeId))
    .where(
      and(
        inScope(scope),
        lte(noticeVersion.publishedOn, today),
        since && becameKnown(noticeVersion.recordSeq, noticeVersion.publishedOn, since),
      ),
    )
    .orderBy(desc(noticeVersion.publishedOn), desc(noticeVersion.recordSeq))
    .limit(limit)
  const versions = await withOpportunities(
    db,
    rows.map(({ version }) => version),
  )
  return rows.flatMap(({ notice: about }, index) => {
    const version = versions[index]
    return version ? [{ notice: about, version }] : []
  })
}
