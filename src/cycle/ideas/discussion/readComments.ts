import { and, asc, eq, gt, inArray, isNull, lte, ne, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { groupBy } from '../../../platform/groupBy.ts'
import { comment } from '../tables.ts'

/** So many comments stand on a page, and under each so many replies; the others are a link away. */
export const COMMENTS_A_PAGE = 20
export const REPLIES_SHOWN = 3
const REPLIES_A_PAGE = 50

export type Comment = Omit<typeof comment.$inferSelect, 'authorId' | 'sentAt'>

/** A comment with the first replies to it, and whether there are more. */
export type Thread = { comment: Comment; replies: Comment[]; moreReplies: boolean }

const columns = {
  id: comment.id,
  ideaId: comment.ideaId,
  parentId: comment.parentId,
  kind: comment.kind,
  body: comment.body,
  language: comment.language,
  authorKind: comment.authorKind,
  authorName: comment.authorName,
  organisationId: comment.organisationId,
  sector: comment.sector,
  visibility: comment.visibility,
  sentOn: comment.sentOn,
  demonstration: comment.demonstration,
  recordSeq: comment.recordSeq,
}

/** What waits for a moderator is not told; of what is hidden only that it is. */
const isTold = (today: Day): SQL | undefined => and(ne(comment.visibility, 'waiting'), lte(comment.sentOn, today))

/** A page of an idea's threads, the oldest first, after a comment where one is named. Two queries. */
export async function threadsOf(
  db: Database,
  ideaId: number,
  after: number | null,
  today: Day,
): Promise<{ threads: Thread[]; more: boolean }> {
  const rows = await db
    .select(columns)
    .from(comment)
    .where(and(eq(comment.ideaId, ideaId), isNull(comment.parentId), after === null ? undefined : gt(comment.id, after), isTold(today)))
    .orderBy(asc(comment.id))
    .limit(COMMENTS_A_PAGE + 1)
  const first = rows.slice(0, COMMENTS_A_PAGE)
  return {
    threads: await withReplies(db, ideaId, first, today),
    more: rows.length > COMMENTS_A_PAGE,
  }
}

async function withReplies(db: Database, ideaId: number, comments: readonly Comment[], today: Day): Promise<Thread[]> {
  const ids = comments.map(({ id }) => id)
  // Of each thread the first replies alone: one thread with thousands does not fill the page.
  const found = ids.length
    ? ((await db.execute(sql`
        select r.id from unnest(${sql.param(ids, intArray)}::int[]) as top(id) cross join lateral (
          select ${comment.id} as id from ${comment}
          where ${comment.ideaId} = ${ideaId} and ${comment.parentId} = top.id and ${isTold(today)}
          order by ${comment.id} limit ${REPLIES_SHOWN + 1}) r`)) as unknown as { rows: { id: number }[] })
    : { rows: [] }
  const replies = found.rows.length
    ? await db
        .select(columns)
        .from(comment)
        .where(
          inArray(
            comment.id,
            found.rows.map((row) => row.id),
          ),
        )
        .orderBy(asc(comment.id))
    : []
  const byParent = groupBy(replies, (reply) => reply.parentId)
  return comments.map((one) => {
    const its = byParent.get(one.id) ?? []
    return { comment: one, replies: its.slice(0, REPLIES_SHOWN), moreReplies: its.length > REPLIES_SHOWN }
  })
}

const intArray = { mapToDriverValue: (ids: number[]): string => `{${ids.join(',')}}` }

/** One thread with a page of its replies, after one where one is named; null when there is no such comment. Two queries. */
export async function oneThread(
  db: Database,
  ideaId: number,
  id: number,
  after: number | null,
  today: Day,
): Promise<{ thread: Thread; more: boolean } | null> {
  const [top] = await db
    .select(columns)
    .from(comment)
    .where(and(eq(comment.id, id), eq(comment.ideaId, ideaId), isNull(comment.parentId), isTold(today)))
  if (!top) return null
  const rows = await db
    .select(columns)
    .from(comment)
    .where(and(eq(comment.ideaId, ideaId), eq(comment.parentId, id), after === null ? undefined : gt(comment.id, after), isTold(today)))
    .orderBy(asc(comment.id))
    .limit(REPLIES_A_PAGE + 1)
  return { thread: { comment: top, replies: rows.slice(0, REPLIES_A_PAGE), moreReplies: false }, more: rows.length > REPLIES_A_PAGE }
}

/** A comment that everyone sees, with its idea's row; null when there is none. */
export async function commentInView(db: Database, ideaId: number, id: number, today: Day): Promise<Comment | null> {
  const [row] = await db
    .select(columns)
    .from(comment)
    .where(and(eq(comment.id, id), eq(comment.ideaId, ideaId), isTold(today)))
  return row?.visibility === 'published' ? row : null
}
