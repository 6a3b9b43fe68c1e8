import { and, asc, desc, eq, gte, inArray, lt, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import type { Meeting } from '../queries.ts'
import {
  forumAttendance,
  forumDecision,
  forumItem,
  forumMeeting,
  forumMeetingVersion,
  forumMinutes,
  forumOpinion,
  forumPaper,
  forumTask,
  forumVote,
} from './tables.ts'

export type MeetingVersion = typeof forumMeetingVersion.$inferSelect
export type Item = typeof forumItem.$inferSelect
export type Paper = typeof forumPaper.$inferSelect
export type Attendance = typeof forumAttendance.$inferSelect
export type Decision = typeof forumDecision.$inferSelect
export type Vote = typeof forumVote.$inferSelect
export type Task = typeof forumTask.$inferSelect
export type Opinion = typeof forumOpinion.$inferSelect
export type Minutes = typeof forumMinutes.$inferSelect

/** A meeting as it was announced last. */
export type ListedMeeting = { meeting: Meeting; version: MeetingVersion }
/** A meeting with all that was announced of it, the first version first. */
export type KnownMeeting = { meeting: Meeting; versions: MeetingVersion[]; now: MeetingVersion }

const PAGE = 20
const MOST_VERSIONS = 100
export const MOST_ITEMS = 60
const MOST_PAPERS = 300
const MOST_SEATS = 400
const MOST_TASKS = 100
const MOST_OPINIONS = 200

const newest = (today: Day): SQL =>
  sql`not exists (select 1 from ${forumMeetingVersion} later where later.meeting_id = ${forumMeetingVersion.meetingId}
    and later.number > ${forumMeetingVersion.number} and later.published_on <= ${today}::date)`

const listed = (db: Database, today: Day, more?: SQL) =>
  db
    .select({ meeting: forumMeeting, version: forumMeetingVersion })
    .from(forumMeeting)
    .innerJoin(
      forumMeetingVersion,
      and(eq(forumMeetingVersion.meetingId, forumMeeting.id), lte(forumMeetingVersion.publishedOn, today), newest(today)),
    )
    .where(more)

/** The meetings of a forum to come, the nearest first; those that are under way are among them. One query. */
export async function comingMeetings(db: Database, forumId: string, today: Day, limit = PAGE): Promise<ListedMeeting[]> {
  const live = or(eq(forumMeeting.state, 'open'), and(ne(forumMeeting.state, 'closed'), gte(forumMeeting.startsOn, today)))
  return listed(db, today, and(eq(forumMeeting.forumId, forumId), live))
    .orderBy(asc(forumMeeting.startsOn), asc(forumMeeting.id))
    .limit(limit)
}

/** One page of the meetings that are over, the latest first, and whether more follow. One query. */
export async function pastMeetings(
  db: Database,
  forumId: string,
  today: Day,
  page = 1,
  size = PAGE,
): Promise<{ meetings: ListedMeeting[]; more: boolean }> {
  const over = or(eq(forumMeeting.state, 'closed'), and(ne(forumMeeting.state, 'open'), lt(forumMeeting.startsOn, today)))
  const rows = await listed(db, today, and(eq(forumMeeting.forumId, forumId), over))
    .orderBy(desc(forumMeeting.startsOn), desc(forumMeeting.id))
    .limit(size + 1)
    .offset((page - 1) * size)
  return { meetings: rows.slice(0, size), more: rows.length > size }
}

/** A meeting of a forum known on a day; null when there is none. One query. */
export async function meetingById(db: Database, forumId: string, id: number, today: Day): Promise<KnownMeeting | null> {
  const rows = await db
    .select({ meeting: forumMeeting, version: forumMeetingVersion })
    .from(forumMeetingVersion)
    .innerJoin(forumMeeting, eq(forumMeeting.id, forumMeetingVersion.meetingId))
    .where(and(eq(forumMeeting.id, id), eq(forumMeeting.forumId, forumId), lte(forumMeetingVersion.publishedOn, today)))
    .orderBy(asc(forumMeetingVersion.number))
    .limit(MOST_VERSIONS)
  const last = rows.at(-1)
  return last ? { meeting: last.meeting, versions: rows.map(({ version }) => version), now: last.version } : null
}

/** The agenda of a meeting, in order. One query. */
export async function itemsOf(db: Database, meetingId: number): Promise<Item[]> {
  return db.select().from(forumItem).where(eq(forumItem.meetingId, meetingId)).orderBy(asc(forumItem.position)).limit(MOST_ITEMS)
}

/** The papers of a meeting published by that day, those that were taken out too. One query. */
export async function papersOf(db: Database, meetingId: number, today: Day): Promise<Paper[]> {
  return db
    .select()
    .from(forumPaper)
    .where(and(eq(forumPaper.meetingId, meetingId), lte(forumPaper.publishedOn, today)))
    .orderBy(asc(forumPaper.id))
    .limit(MOST_PAPERS)
}

/** A paper of a forum by its number; null when there is none. One query. */
export async function paperById(db: Database, forumId: string, id: number, today: Day): Promise<Paper | null> {
  const [found] = await db
    .select({ paper: forumPaper })
    .from(forumPaper)
    .innerJoin(forumMeeting, eq(forumMeeting.id, forumPaper.meetingId))
    .where(and(eq(forumPaper.id, id), eq(forumMeeting.forumId, forumId), lte(forumPaper.publishedOn, today)))
  return found?.paper ?? null
}

/** Who sat on which seat at a meeting. One query. */
export async function attendanceOf(db: Database, meetingId: number): Promise<Attendance[]> {
  return db
    .select()
    .from(forumAttendance)
    .where(eq(forumAttendance.meetingId, meetingId))
    .orderBy(asc(forumAttendance.seatId))
    .limit(MOST_SEATS)
}

/** The decisions on these items. One query. */
export async function decisionsOn(db: Database, itemIds: readonly number[]): Promise<Decision[]> {
  if (!itemIds.length) return []
  return db
    .select()
    .from(forumDecision)
    .where(inArray(forumDecision.itemId, [...itemIds]))
    .orderBy(asc(forumDecision.id))
    .limit(MOST_ITEMS)
}

/** One page of a forum's decisions by that day, the last first, and whether more follow. One query. */
export async function decisionsOf(
  db: Database,
  forumId: string,
  today: Day,
  page = 1,
  size = PAGE,
): Promise<{ decisions: Decision[]; more: boolean }> {
  const rows = await db
    .select()
    .from(forumDecision)
    .where(and(eq(forumDecision.forumId, forumId), lte(forumDecision.decidedOn, today)))
    .orderBy(desc(forumDecision.number))
    .limit(size + 1)
    .offset((page - 1) * size)
  return { decisions: rows.slice(0, size), more: rows.length > size }
}

/** A decision with the item and the meeting it belongs to; null when there is none by that day. One query. */
export async function decisionByNumber(
  db: Database,
  forumId: string,
  number: number,
  today: Day,
): Promise<{ decision: Decision; item: Item; meeting: Meeting } | null> {
  const [found] = await db
    .select({ decision: forumDecision, item: forumItem, meeting: forumMeeting })
    .from(forumDecision)
    .innerJoin(forumItem, eq(forumItem.id, forumDecision.itemId))
    .innerJoin(forumMeeting, eq(forumMeeting.id, forumItem.meetingId))
    .where(and(eq(forumDecision.forumId, forumId), eq(forumDecision.number, number), lte(forumDecision.decidedOn, today)))
  return found ?? null
}

/** What became of each seat in a decision. One query. */
export async function votesOf(db: Database, decisionId: number): Promise<Vote[]> {
  return db.select().from(forumVote).where(eq(forumVote.decisionId, decisionId)).orderBy(asc(forumVote.seatId)).limit(MOST_SEATS)
}

/** The tasks of these decisions, in the order of their days. One query. */
export async function tasksOf(db: Database, decisionIds: readonly number[]): Promise<Task[]> {
  if (!decisionIds.length) return []
  return db
    .select()
    .from(forumTask)
    .where(inArray(forumTask.decisionId, [...decisionIds]))
    .orderBy(asc(forumTask.dueOn), asc(forumTask.id))
    .limit(MOST_TASKS)
}

/** The separate opinions on a decision, or the objections to a meeting's minutes, by that day, the first one first. One query. */
export async function opinionsOn(db: Database, on: { decisionId: number } | { meetingId: number }, today: Day): Promise<Opinion[]> {
  const which = 'decisionId' in on ? eq(forumOpinion.decisionId, on.decisionId) : eq(forumOpinion.meetingId, on.meetingId)
  return db
    .select()
    .from(forumOpinion)
    .where(and(which, lte(forumOpinion.publishedOn, today)))
    .orderBy(asc(forumOpinion.id))
    .limit(MOST_OPINIONS)
}

/** A separate opinion or an objection in a forum, with the decision it is on; null when there is none. One query. */
export async function opinionById(
  db: Database,
  forumId: string,
  id: number,
): Promise<{ opinion: Opinion; decision: number | null; meetingId: number } | null> {
  const [found] = await db
    .select({ opinion: forumOpinion, decision: forumDecision.number, meetingId: forumMeeting.id })
    .from(forumOpinion)
    .leftJoin(forumDecision, eq(forumDecision.id, forumOpinion.decisionId))
    .leftJoin(forumItem, eq(forumItem.id, forumDecision.itemId))
    .innerJoin(forumMeeting, sql`${forumMeeting.id} = coalesce(${forumOpinion.meetingId}, ${forumItem.meetingId})`)
    .where(and(eq(forumOpinion.id, id), eq(forumMeeting.forumId, forumId)))
  return found ?? null
}

/** The versions of a meeting's minutes by that day, the first one first. One query. */
export async function minutesOf(db: Database, meetingId: number, today: Day): Promise<Minutes[]> {
  return db
    .select()
    .from(forumMinutes)
    .where(and(eq(forumMinutes.meetingId, meetingId), lte(forumMinutes.publishedOn, today)))
    .orderBy(asc(forumMinutes.number))
    .limit(MOST_VERSIONS)
}
