import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
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

/**
 * About a thing or what belongs to it, as one stretch of the index by address, whatever the collation:
 * `0` comes right after `/`. The last condition drops what lies between, such as `/plans/lv-3-x`.
 */
const isAbout = (object: string) =>
  sql`${recordEntry.object} ~>=~ ${object} and ${recordEntry.object} ~<~ ${`${object}0`}
    and (${recordEntry.object} = ${object} or ${recordEntry.object} ~>=~ ${`${object}/`})`

/**
 * The latest entries before a number (or of all), optionally only those about one thing and what
 * belongs to it: `/plans/lv-3` finds `/plans/lv-3/commitments/9` too.
 */
export async function latestEntries(
  db: Database,
  { before, object, limit }: { before: number | null; object: string | null; limit: number },
): Promise<KeptEntry[]> {
  const earlier = before === null ? undefined : lt(recordEntry.seq, before)
  const all = db.select({ entry: recordEntry.entry }).from(recordEntry)
  if (object === null) return (await all.where(earlier).orderBy(desc(recordEntry.seq)).limit(limit)).map(kept)
  // By `seq + 0`: in the order of `seq` an engine goes through the whole record backwards until it has found enough.
  const found = db
    .select({ seq: recordEntry.seq })
    .from(recordEntry)
    .where(and(earlier, isAbout(object)))
    .orderBy(sql`${recordEntry.seq} + 0 desc`)
    .limit(limit)
    .as('found')
  return (await all.innerJoin(found, eq(found.seq, recordEntry.seq)).orderBy(desc(recordEntry.seq))).map(kept)
}

/** One entry, or null when there is none of that number. */
export async function entryBySeq(db: Database, seq: number): Promise<KeptEntry | null> {
  const [row] = await db.select({ entry: recordEntry.entry }).from(recordEntry).where(eq(recordEntry.seq, seq))
  return row ? kept(row) : null
}

/** When these entries were made, by number. */
export async function timesOf(db: Database, seqs: readonly number[]): Promise<Map<number, string>> {
  if (!seqs.length) return new Map()
  const rows = await db
    .select({ seq: recordEntry.seq, time: sql<string>`${recordEntry.entry}::json->>'time'` })
    .from(recordEntry)
    .where(inArray(recordEntry.seq, [...new Set(seqs)]))
  return new Map(rows.map(({ seq, time }) => [seq, time]))
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
