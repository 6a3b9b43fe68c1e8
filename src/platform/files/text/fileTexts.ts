import { asc, eq } from 'drizzle-orm'
import type { Database } from '../../database/database.ts'
import { fileText, fileTextPiece } from '../../tables.ts'

/** A piece of what is written in a file; numbers count from 1. */
export type FileTextPiece = { number: number; text: string }

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
