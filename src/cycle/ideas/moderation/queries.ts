import { and, asc, desc, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/database/database.ts'
import { comment, idea } from '../tables.ts'
import { moderationAppeal, moderationCase, moderationEntry, moderationReport } from './tables.ts'
import type { ThingName } from './things.ts'

/** So many of each kind stand in the queue; the rest come up when these are done. */
export const IN_QUEUE = 30
const LOG_A_PAGE = 50
/** So many entries and reports of one thing are read. */
const OF_ONE_THING = 50

/** Something a moderator has to look at: since when it waits, and in short what it says. */
export type Queued = ThingName & {
  planId: string
  number: number
  title: (typeof idea.$inferSelect)['title']
  body: string | null
  language: 'lv' | 'en'
  since: Date
  reports: number
}

const about = {
  ideaId: idea.id,
  planId: idea.planId,
  number: idea.number,
  title: idea.title,
}

/** What waits for a moderator, in the order in which it is to be looked at: appeals, waiting texts, reported ones; the oldest first. */
export async function moderationQueue(db: Database): Promise<{ appeals: Queued[]; waiting: Queued[]; reported: Queued[] }> {
  const none = sql<number>`0`
  const noComment = sql<null>`null`
  const ideas: Queued[] = await db
    .select({ ...about, commentId: noComment, body: noComment, language: idea.language, since: idea.sentAt, reports: none })
    .from(idea)
    .where(eq(idea.visibility, 'waiting'))
    .orderBy(asc(idea.sentAt))
    .limit(IN_QUEUE)
  const comments: Queued[] = await db
    .select({ ...about, commentId: comment.id, body: comment.body, language: comment.language, since: comment.sentAt, reports: none })
    .from(comment)
    .innerJoin(idea, eq(idea.id, comment.ideaId))
    .where(eq(comment.visibility, 'waiting'))
    .orderBy(asc(comment.sentAt))
    .limit(IN_QUEUE)
  const ofThing = {
    ...about,
    commentId: moderationCase.commentId,
    body: comment.body,
    language: sql<'lv' | 'en'>`coalesce(${comment.language}, ${idea.language})`,
  }
  const reported: Queued[] = await db
    .select({ ...ofThing, since: moderationCase.openedAt, reports: moderationCase.reports })
    .from(moderationCase)
    .innerJoin(idea, eq(idea.id, moderationCase.ideaId))
    .leftJoin(comment, eq(comment.id, moderationCase.commentId))
    .where(isNull(moderationCase.closedAt))
    .orderBy(asc(moderationCase.openedAt), asc(moderationCase.id))
    .limit(IN_QUEUE)
  const appeals: Queued[] = await db
    .select({ ...ofThing, commentId: moderationEntry.commentId, since: moderationAppeal.sentAt, reports: none })
    .from(moderationAppeal)
    .innerJoin(moderationEntry, eq(moderationEntry.id, moderationAppeal.entryId))
    .innerJoin(idea, eq(idea.id, moderationEntry.ideaId))
    .leftJoin(comment, eq(comment.id, moderationEntry.commentId))
    .where(isNull(moderationAppeal.outcome))
    .orderBy(asc(moderationAppeal.sentAt), asc(moderationAppeal.id))
    .limit(IN_QUEUE)
  const waiting = [...ideas, ...comments].sort((a, b) => a.since.getTime() - b.since.getTime()).slice(0, IN_QUEUE)
  return { appeals, waiting, reported }
}

/** More than so many are not counted. */
const MOST_COUNTED = 1_000

/** How much waits for a moderator, at most so many of each kind. One query. */
export async function countQueue(db: Database): Promise<number> {
  const counted = (from: ReturnType<typeof sql>) => sql`(select count(*) from (select 1 from ${from} limit ${MOST_COUNTED}) counted)`
  const result = (await db.execute(sql`select (
    ${counted(sql`${idea} where ${idea.visibility} = 'waiting'`)} + ${counted(sql`${comment} where ${comment.visibility} = 'waiting'`)} +
    ${counted(sql`${moderationCase} where ${moderationCase.closedAt} is null`)} +
    ${counted(sql`${moderationAppeal} where ${moderationAppeal.outcome} is null`)})::int as waiting`)) as unknown as {
    rows: { waiting: number }[]
  }
  return result.rows[0]?.waiting ?? 0
}

/** An entry of the public log with what it is about, its appeal, and the fields it changed. */
export type LogEntry = {
  entry: typeof moderationEntry.$inferSelect
  number: number
  /** That of the idea itself: a hidden one is named by its number alone. */
  isIdeaSeen: boolean
  appeal: typeof moderationAppeal.$inferSelect | null
  passages: number
}

const entryColumns = {
  entry: moderationEntry,
  number: idea.number,
  isIdeaSeen: sql<boolean>`${idea.visibility} = 'published'`,
  appeal: moderationAppeal,
  passages: sql<number>`coalesce((select sum(r.passages) from idea_revision r where r.entry_id = ${moderationEntry.id}), 0)::int`,
}

const entriesOf = (db: Database) =>
  db
    .select(entryColumns)
    .from(moderationEntry)
    .innerJoin(idea, eq(idea.id, moderationEntry.ideaId))
    .leftJoin(moderationAppeal, eq(moderationAppeal.entryId, moderationEntry.id))

/** A page of the public log, the latest first: of one plan or of all, before an entry where one is named. */
export async function moderationLog(
  db: Database,
  { planId, before }: { planId: string | null; before: number | null },
): Promise<{ entries: LogEntry[]; more: boolean }> {
  const rows = await entriesOf(db)
    .where(
      and(planId === null ? undefined : eq(moderationEntry.planId, planId), before === null ? undefined : lt(moderationEntry.id, before)),
    )
    .orderBy(desc(moderationEntry.id))
    .limit(LOG_A_PAGE + 1)
  return { entries: rows.slice(0, LOG_A_PAGE), more: rows.length > LOG_A_PAGE }
}

const isAbout = ({ ideaId, commentId }: ThingName) =>
  and(eq(moderationEntry.ideaId, ideaId), commentId === null ? isNull(moderationEntry.commentId) : eq(moderationEntry.commentId, commentId))

/** What moderators did to one thing, the latest first. */
export const historyOf = (db: Database, name: ThingName): Promise<LogEntry[]> =>
  entriesOf(db).where(isAbout(name)).orderBy(desc(moderationEntry.id)).limit(OF_ONE_THING)

/** Why each of these comments was hidden or blacked out last, and why: by the comment's id. One query. */
export async function lastEntriesOf(
  db: Database,
  commentIds: readonly number[],
): Promise<Map<number, typeof moderationEntry.$inferSelect>> {
  if (!commentIds.length) return new Map()
  const rows = await db
    .selectDistinctOn([moderationEntry.commentId])
    .from(moderationEntry)
    .where(and(inArray(moderationEntry.commentId, [...commentIds]), inArray(moderationEntry.act, ['hide', 'black-out'])))
    .orderBy(moderationEntry.commentId, desc(moderationEntry.id))
  return new Map(rows.flatMap((row) => (row.commentId === null ? [] : [[row.commentId, row] as const])))
}

/** What was reported about a thing and nobody has answered yet. */
export async function openReportsOf(
  db: Database,
  { ideaId, commentId }: ThingName,
): Promise<{ reports: number; kept: (typeof moderationReport.$inferSelect)[] }> {
  const [open] = await db
    .select()
    .from(moderationCase)
    .where(
      and(
        eq(moderationCase.ideaId, ideaId),
        commentId === null ? isNull(moderationCase.commentId) : eq(moderationCase.commentId, commentId),
        isNull(moderationCase.closedAt),
      ),
    )
  if (!open) return { reports: 0, kept: [] }
  const kept = await db
    .select()
    .from(moderationReport)
    .where(eq(moderationReport.caseId, open.id))
    .orderBy(asc(moderationReport.id))
    .limit(OF_ONE_THING)
  return { reports: open.reports, kept }
}

/** How many of a plan's ideas everyone does not see, waiting or hidden; at most a thousand are counted. */
export async function countUnseen(db: Database, planId: string): Promise<number> {
  const result = (await db.execute(sql`select count(*)::int as unseen from (
    select 1 from ${idea} where ${idea.planId} = ${planId} and ${idea.visibility} <> 'published' limit ${MOST_COUNTED}) counted`)) as unknown as {
    rows: { unseen: number }[]
  }
  return result.rows[0]?.unseen ?? 0
}
