import { eq } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import type { Event } from './queries.ts'
import { event } from './tables.ts'

/** Locks an event. All who change it or take a seat stand in a queue here: so the last seat is given once. */
export async function lockEvent(tx: Database, id: number): Promise<Event> {
  const [row] = await tx.select().from(event).where(eq(event.id, id)).for('update')
  if (!row) throw notFound()
  return row
}

/** Locks an event for someone whose form was drawn from a version of its draft: refuses with 409 when another was faster. */
export async function lockEventAt(tx: Database, id: number, version: number): Promise<Event> {
  const row = await lockEvent(tx, id)
  if (row.draftVersion !== version) throw new Refusal(409)
  return row
}
