import { and, desc, eq, like, lt, or } from 'drizzle-orm'
import type { Database } from '../platform/database/database.ts'
import { canonical, hashOf, type RecordEntry } from './append.ts'
import { recordEntry, recordHead } from './tables.ts'

/** An entry as it is kept: parsed, the canonical text, and the text its hash is made from. */
export type KeptEntry = { entry: RecordEntry; canonical: string; hashed: string }

function kept(row: { entry: string }): KeptEntry {
  const entry = JSON.parse(row.entry) as RecordEntry
  const { hash: _hash, ...unsealed } = entry
  return { entry, canonical: row.entry, hashed: canonical(unsealed) }
}

/** Stands for itself in a pattern of LIKE. */
const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/**
 * The latest entries before a number (or of all), optionally only those about one thing and what
 * belongs to it: `/plans/lv-3` finds `/plans/lv-3/commitments/9` too.
 */
export async function latestEntries(
  db: Database,
  { before, object, limit }: { before: number | null; object: string | null; limit: number },
): Promise<KeptEntry[]> {
  const rows = await db
    .select({ entry: recordEntry.entry })
    .from(recordEntry)
    .where(
      and(
        before === null ? undefined : lt(recordEntry.seq, before),
        object === null ? undefined : or(eq(recordEntry.object, object), like(recordEntry.object, `${literal(object)}/%`)),
      ),
    )
    .orderBy(desc(recordEntry.seq))
    .limit(limit)
  return rows.map(kept)
}

/** One entry, or null when there is none of that number. */
export async function entryBySeq(db: Database, seq: number): Promise<KeptEntry | null> {
  const [row] = await db.select({ entry: recordEntry.entry }).from(recordEntry).where(eq(recordEntry.seq, seq))
  return row ? kept(row) : null
}

/** Where the record stands: the number of entries and the last hash. */
export async function recordState(db: Database): Promise<{ entries: number; hash: string }> {
  const [head] = await db.select().from(recordHead).where(eq(recordHead.id, 1))
  return { entries: head?.seq ?? 0, hash: head?.hash ?? '' }
}

/** Is the entry's own hash right? (The chain as a whole is verified by `check record`.) */
export function hashIsRight({ hash, ...unsealed }: RecordEntry): boolean {
  return hashOf(unsealed) === hash
}
