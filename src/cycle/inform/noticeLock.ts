import { eq } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import type { Notice } from './queries.ts'
import { notice } from './tables.ts'

/** Locks a notice. Two who change it at once stand in a queue here. */
export async function lockNotice(tx: Database, id: number): Promise<Notice> {
  const [row] = await tx.select().from(notice).where(eq(notice.id, id)).for('update')
  if (!row) throw notFound()
  return row
}

/** Locks a notice for someone whose form was drawn from a version of it: refuses with 409 when another was faster. */
export async function lockNoticeAt(tx: Database, id: number, version: number): Promise<Notice> {
  const row = await lockNotice(tx, id)
  if (row.draftVersion !== version) throw new Refusal(409)
  return row
}
