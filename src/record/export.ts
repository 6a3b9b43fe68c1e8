import { and, asc, eq, gt, lte } from 'drizzle-orm'
import type { Database } from '../platform/database/database.ts'
import { recordEntry, recordHead } from './tables.ts'

const PAGE = 500

/**
 * The record as NDJSON: one canonical entry a line, the first one first, up to where the record
 * stood when it began. Comes in pieces of some hundred lines.
 */
export async function* exportRecord(db: Database): AsyncGenerator<string> {
  const [head] = await db.select({ seq: recordHead.seq }).from(recordHead).where(eq(recordHead.id, 1))
  let last = 0
  for (;;) {
    const rows = await db
      .select({ seq: recordEntry.seq, entry: recordEntry.entry })
      .from(recordEntry)
      .where(and(gt(recordEntry.seq, last), lte(recordEntry.seq, head?.seq ?? 0)))
      .orderBy(asc(recordEntry.seq))
      .limit(PAGE)
    const end = rows.at(-1)
    if (!end) return
    yield rows.map((row) => `${row.entry}\n`).join('')
    last = end.seq
  }
}
