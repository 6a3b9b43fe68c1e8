import { and, asc, eq, lte, sql } from 'drizzle-orm'
import type { Database } from '../../database/database.ts'
import { fileText, fileTextPiece } from '../../tables.ts'
import type { ReadText } from './limits.ts'

/** A piece of what is written in a file; numbers count from 1. */
export type FileTextPiece = { number: number; text: string }

/** A piece is at most so long; it ends with a word. */
const LONGEST_PIECE = 4_000
const PIECES_AT_ONCE = 100

/** Whoever takes a file has so many minutes for it; then it is taken for granted that its process ended, and another tries. */
const MINUTES_FOR_ONE = 10
const MOST_ATTEMPTS = 3
/** When the storage was away, it is asked again after so many minutes. */
const MINUTES_AWAY = 5

const inMinutes = (now: Date, minutes: number): Date => new Date(now.getTime() + minutes * 60_000)

/** Asks for the texts of these files, for whoever needs them; what was asked for already stays as it is. */
export async function wantTexts(db: Database, hashes: readonly string[]): Promise<void> {
  const rows = [...new Set(hashes)].map((hash) => ({ hash }))
  if (rows.length) await db.insert(fileText).values(rows).onConflictDoNothing()
}

/** What is written in a file, in pieces from its beginning on; empty while nobody has read it, or when there is nothing in it. */
export const textOfFile = (db: Database, hash: string): Promise<FileTextPiece[]> =>
  db
    .select({ number: fileTextPiece.number, text: fileTextPiece.text })
    .from(fileTextPiece)
    .where(eq(fileTextPiece.hash, hash))
    .orderBy(asc(fileTextPiece.number))

/**
 * Takes the file that has waited longest; nobody else takes it for ten minutes. `tooOften` says that everyone who tried it
 * before has ended in the middle of it. Null when none waits.
 */
export async function takeWaiting(db: Database, now: Date): Promise<{ hash: string; tooOften: boolean } | null> {
  const waiting = db
    .select({ hash: fileText.hash })
    .from(fileText)
    .where(and(eq(fileText.state, 'waiting'), lte(fileText.nextTryAt, now)))
    .orderBy(asc(fileText.nextTryAt))
    .limit(1)
    .for('update', { skipLocked: true })
  const [taken] = await db
    .update(fileText)
    .set({ nextTryAt: inMinutes(now, MINUTES_FOR_ONE), attempts: sql`${fileText.attempts} + 1` })
    .where(eq(fileText.hash, sql`(${waiting})`))
    .returning({ hash: fileText.hash, attempts: fileText.attempts })
  return taken ? { hash: taken.hash, tooOften: taken.attempts > MOST_ATTEMPTS } : null
}

/** Lets go of a file that could not be read because the storage was away: that is no attempt. */
export async function putOff(db: Database, hash: string, now: Date): Promise<void> {
  await db
    .update(fileText)
    .set({ nextTryAt: inMinutes(now, MINUTES_AWAY), attempts: sql`${fileText.attempts} - 1` })
    .where(eq(fileText.hash, hash))
}

/** Keeps what was read from a file, in the transaction of whoever uses it. */
export async function keepText(tx: Database, hash: string, { text, pages, problem }: ReadText, now: Date): Promise<void> {
  await tx.delete(fileTextPiece).where(eq(fileTextPiece.hash, hash))
  const pieces = inPieces(text).map((piece, index) => ({ hash, number: index + 1, text: piece }))
  for (let at = 0; at < pieces.length; at += PIECES_AT_ONCE) await tx.insert(fileTextPiece).values(pieces.slice(at, at + PIECES_AT_ONCE))
  await tx
    .update(fileText)
    .set({ state: pieces.length ? 'read' : 'unreadable', problem: problem ?? (pieces.length ? null : 'no-text'), pages, readAt: now })
    .where(eq(fileText.hash, hash))
}

/** A text cut at spaces or line ends, where there are any. */
export function inPieces(text: string): string[] {
  const pieces: string[] = []
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at, at + LONGEST_PIECE)
    const cut = at + rest.length < text.length ? Math.max(rest.lastIndexOf(' '), rest.lastIndexOf('\n')) + 1 : rest.length
    const length = cut > 0 ? cut : rest.length
    pieces.push(text.slice(at, at + length))
    at += length
  }
  return pieces
}
