import { and, asc, eq, gt, gte, lt, min, sql } from 'drizzle-orm'
import type { Database } from '../platform/database/database.ts'
import { canonical, hashOf, NO_HASH, type RecordEntry } from './append.ts'
import { recordEntry, recordHead } from './tables.ts'

/** Entries that are read at once: the record is never in memory as a whole. */
const PAGE = 1000

/** How many wrong rows of one table are named; the rest are as wrong. */
const MOST_ROWS = 100

/** What is wrong, where. `seq` is the number under which the entry is kept. */
export type RecordProblem =
  | { kind: 'unreadable' | 'not-canonical' | 'wrong-columns' | 'wrong-hash' | 'wrong-prev' | 'double' | 'after-the-end'; seq: number }
  | { kind: 'wrong-place'; seq: number; saysOfItself: number }
  | { kind: 'gap'; from: number; to: number }
  | { kind: 'cut-tail'; last: number; head: number }
  | { kind: 'wrong-head'; head: number }
  | { kind: 'no-head' }
  | { kind: 'row-without-entry'; table: string; seq: number }

/** What was verified: up to which entry, and the hash there. */
export type Verified = { entries: number; head: string; problems: number }

type Row = typeof recordEntry.$inferSelect

/**
 * Verifies the whole record: every entry's form, hash and place in the chain, the head, and that
 * every public row names an entry that exists. Tells each problem as it is found. Entries that
 * are appended meanwhile wait for the next time.
 */
export async function verifyRecord(db: Database, tell: (problem: RecordProblem) => void): Promise<Verified> {
  let problems = 0
  const found = (problem: RecordProblem): void => {
    problems += 1
    tell(problem)
  }
  const [head] = await db.select().from(recordHead).where(eq(recordHead.id, 1))
  if (!head) found({ kind: 'no-head' })

  let entries = 0
  let last = { seq: 0, hash: NO_HASH }
  for await (const page of pages(db, head?.seq)) {
    for (const row of page) {
      entries += 1
      last = verifyRow(row, last, found)
    }
  }
  if (head && last.seq < head.seq) found({ kind: 'cut-tail', last: last.seq, head: head.seq })
  else if (head && last.hash !== head.hash) found({ kind: 'wrong-head', head: head.seq })

  for (const seq of await entriesAfterTheEnd(db)) found({ kind: 'after-the-end', seq })
  for (const table of await tablesThatNameEntries(db))
    for (const seq of await missingEntriesOf(db, table)) found({ kind: 'row-without-entry', table, seq })
  return { entries, head: last.hash, problems }
}

/**
 * Pages by number. A page is a range of numbers, not a count of rows, so that an entry that was
 * doubled under one number can't fall between two pages.
 */
async function* pages(db: Database, until: number | undefined): AsyncGenerator<Row[]> {
  const within = until === undefined ? undefined : lt(recordEntry.seq, until + 1)
  let from: number | null = Number.MIN_SAFE_INTEGER
  for (;;) {
    const [next]: { seq: number | null }[] = await db
      .select({ seq: min(recordEntry.seq) })
      .from(recordEntry)
      .where(and(gte(recordEntry.seq, from), within))
    if (next?.seq === null || next?.seq === undefined) return
    from = next.seq
    yield await db
      .select()
      .from(recordEntry)
      .where(and(gte(recordEntry.seq, from), lt(recordEntry.seq, from + PAGE), within))
      .orderBy(asc(recordEntry.seq))
    from += PAGE
  }
}

/** Verifies one entry after the one before it; returns what the next one has to follow. */
function verifyRow(row: Row, last: { seq: number; hash: string }, found: (problem: RecordProblem) => void): { seq: number; hash: string } {
  const { seq } = row
  if (seq === last.seq || seq < 1) found({ kind: 'double', seq })
  else if (seq > last.seq + 1) found({ kind: 'gap', from: last.seq + 1, to: seq - 1 })
  const entry = readEntry(row.entry)
  if (!entry) {
    found({ kind: 'unreadable', seq })
    return { seq, hash: '' }
  }
  const { hash, ...unsealed } = entry
  if (canonical(entry) !== row.entry) found({ kind: 'not-canonical', seq })
  if (entry.seq !== seq) found({ kind: 'wrong-place', seq, saysOfItself: entry.seq })
  if (entry.object !== row.object || entry.act !== row.act) found({ kind: 'wrong-columns', seq })
  if (hashOf(unsealed) !== hash) found({ kind: 'wrong-hash', seq })
  // After a gap or something unreadable nothing can be said of what went before.
  if (seq === last.seq + 1 && last.hash !== '' && entry.prev !== last.hash) found({ kind: 'wrong-prev', seq })
  return { seq, hash }
}

const keys = ['act', 'actor', 'content', 'hash', 'object', 'prev', 'seq', 'time']

/** The entry in a line of the record, or null when it is none. */
function readEntry(text: string): RecordEntry | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const entry = value as Record<string, unknown>
  const sameKeys = Object.keys(entry).sort().join() === keys.join()
  const words = ['act', 'hash', 'object', 'prev', 'time'].every((key) => typeof entry[key] === 'string')
  const things = ['actor', 'content'].every((key) => typeof entry[key] === 'object' && entry[key] !== null)
  return sameKeys && words && things && typeof entry.seq === 'number' ? (entry as RecordEntry) : null
}

/** One statement, so that an entry appended at this moment is seen together with its head. */
async function entriesAfterTheEnd(db: Database): Promise<number[]> {
  const rows = await db
    .select({ seq: recordEntry.seq })
    .from(recordEntry)
    .innerJoin(recordHead, and(eq(recordHead.id, 1), gt(recordEntry.seq, recordHead.seq)))
    .orderBy(asc(recordEntry.seq))
    .limit(MOST_ROWS)
  return rows.map((row) => row.seq)
}

type Rows<T> = { rows: T[] }

async function tablesThatNameEntries(db: Database): Promise<string[]> {
  const { rows } = (await db.execute(sql`
    select c.table_name::text as name
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema() and c.column_name = 'record_seq' and t.table_type = 'BASE TABLE'
    order by c.table_name`)) as unknown as Rows<{ name: string }>
  return rows.map((row) => row.name)
}

async function missingEntriesOf(db: Database, table: string): Promise<number[]> {
  const { rows } = (await db.execute(sql`
    select distinct row.record_seq as seq
    from ${sql.identifier(table)} row
    where row.record_seq is not null and not exists (select 1 from record_entry e where e.seq = row.record_seq)
    order by row.record_seq
    limit ${MOST_ROWS}`)) as unknown as Rows<{ seq: number | string }>
  return rows.map((row) => Number(row.seq))
}
