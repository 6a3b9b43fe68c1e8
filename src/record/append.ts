import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { eq } from 'drizzle-orm'
import type { Database } from '../platform/database/database.ts'
import { recordEntry, recordHead } from './tables.ts'

/** A value that JSON can carry. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

/** A public act: who in which role for whom, what, on which thing, with which content. Never personal data. */
export type PublicAct = {
  actor: { role: string; for: string | null }
  act: string
  /** The thing's address without a language, such as /plans/lv-3/commitments/9. */
  object: string
  content: { readonly [key: string]: Json | undefined }
}

/** An entry as it stands in the record. */
export type RecordEntry = {
  seq: number
  time: string
  actor: { role: string; for: string | null }
  act: string
  object: string
  content: { readonly [key: string]: Json | undefined }
  prev: string
  hash: string
}

const ENTRIES_A_STATEMENT = 10_000

/** The hash before the first entry. */
export const NO_HASH = '0'.repeat(64)

/** The RFC 8785 canonical JSON of a value. */
export function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('not a JSON value')
  return text
}

/** SHA-256 over the canonical JSON of an entry without its `hash`, in lower-case hex. */
export function hashOf(entry: Omit<RecordEntry, 'hash'>): string {
  return createHash('sha256').update(canonical(entry), 'utf8').digest('hex')
}

/**
 * Appends one entry in the transaction of the act itself and returns its number. The lock on the
 * head puts concurrent acts in a queue, so numbers have no gaps.
 */
export async function append(tx: Database, now: Date, act: PublicAct): Promise<number> {
  const [seq] = await appendAll(tx, now, [act])
  if (seq === undefined) throw new Error('the entry was not stored')
  return seq
}

/** Appends an entry for each of several acts of one transaction, in their order, and returns their numbers. */
export async function appendAll(tx: Database, now: Date, acts: readonly PublicAct[]): Promise<number[]> {
  if (!acts.length) return []
  const [head] = await tx.select().from(recordHead).where(eq(recordHead.id, 1)).for('update')
  if (!head) throw new Error('the record has no head')
  const time = now.toISOString()
  let last: { seq: number; hash: string } = head
  const rows = acts.map(({ actor, act, object, content }) => {
    const unsealed = { seq: last.seq + 1, time, actor, act, object, content, prev: last.hash }
    const entry: RecordEntry = { ...unsealed, hash: hashOf(unsealed) }
    last = entry
    return { seq: entry.seq, object, act, entry: canonical(entry) }
  })
  // A statement carries no more than 65,535 values.
  for (let at = 0; at < rows.length; at += ENTRIES_A_STATEMENT)
    await tx.insert(recordEntry).values(rows.slice(at, at + ENTRIES_A_STATEMENT))
  await tx.update(recordHead).set({ seq: last.seq, hash: last.hash }).where(eq(recordHead.id, 1))
  return rows.map(({ seq }) => seq)
}
