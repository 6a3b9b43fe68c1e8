import { eq } from 'drizzle-orm'
import type { Database } from '../platform/database/database.ts'
import { notFound, Refusal } from '../platform/refusal.ts'
import { forumMeeting } from './meetings/tables.ts'
import type { Forum, Meeting } from './queries.ts'
import { forum } from './tables.ts'

/** Locks a forum. All who change its rules or seats, or give a decision its number, stand in a queue here. */
export async function lockForum(tx: Database, id: string): Promise<Forum> {
  const [row] = await tx.select().from(forum).where(eq(forum.id, id)).for('update')
  if (!row) throw notFound()
  return row
}

/** The same for someone whose form was drawn from a version: refuses with 409 when another was faster. */
export async function lockForumAt(tx: Database, id: string, version: number): Promise<Forum> {
  const row = await lockForum(tx, id)
  if (row.version !== version) throw new Refusal(409)
  return row
}

/** Locks a meeting of a forum, after the forum where both are locked. */
export async function lockMeeting(tx: Database, forumId: string, id: number): Promise<Meeting> {
  const [row] = await tx.select().from(forumMeeting).where(eq(forumMeeting.id, id)).for('update')
  if (row?.forumId !== forumId) throw notFound()
  return row
}

/** The same for someone whose form was drawn from a version. */
export async function lockMeetingAt(tx: Database, forumId: string, id: number, version: number): Promise<Meeting> {
  const row = await lockMeeting(tx, forumId, id)
  if (row.version !== version) throw new Refusal(409)
  return row
}
