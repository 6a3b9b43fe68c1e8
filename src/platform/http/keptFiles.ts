import { and, asc, eq, inArray, lt } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { keptFile } from '../tables.ts'
import type { Fields } from './fields.ts'
import { type SentFile, SentFiles } from './sentFiles.ts'

/* A file field can't be refilled. What was taken of a form that was refused is kept under the form's own number, so
 * that the next sending of the same form has it. */

/** Who sends which form. */
type Whose = { formId: string; personId: string }

/** A form that was refused is sent again within hours. */
export const FILES_KEPT_SECONDS = 24 * 60 * 60

/** The name of the checkboxes by which a form lets go of kept files, by their checksum. */
export const DROPPED = 'drop'

const of = ({ formId, personId }: Whose) => and(eq(keptFile.formId, formId), eq(keptFile.personId, personId))

/** Keeps the files of a form that was refused. */
export async function keepFiles(db: Database, now: Date, { formId, personId }: Whose, files: SentFiles): Promise<void> {
  if (!files.list.length || !/^[\w-]{8,64}$/.test(formId) || !personId) return
  const rows = files.list.map(({ field, file }) => ({ formId, personId, field, ...file, createdAt: now }))
  await db.insert(keptFile).values(rows).onConflictDoNothing()
}

/** The kept files of a form, without those it lets go of, and after them those that came now. */
export async function withKeptFiles(db: Database, whose: Whose, fields: Fields, sent: SentFiles): Promise<SentFiles> {
  const dropped = fields.all(DROPPED)
  if (dropped.length) await db.delete(keptFile).where(and(of(whose), inArray(keptFile.hash, dropped)))
  const rows = await db.select().from(keptFile).where(of(whose)).orderBy(asc(keptFile.id))
  const kept = rows.map(({ field, hash, bytes, mediaType, name }): SentFile => ({ field, file: { hash, bytes, mediaType, name } }))
  const isSentAgain = ({ field, file }: SentFile): boolean =>
    sent.list.some((other) => other.field === field && other.file.hash === file.hash)
  return new SentFiles([...kept.filter((one) => !isSentAgain(one)), ...sent.list])
}

/** Lets go of the kept files of a form that was done. */
export async function forgetKeptFiles(db: Database, whose: Whose): Promise<void> {
  await db.delete(keptFile).where(of(whose))
}

/** Forgets files of forms that were never sent again. */
export async function sweepKeptFiles(db: Database, now: Date): Promise<void> {
  await db.delete(keptFile).where(lt(keptFile.createdAt, new Date(now.getTime() - FILES_KEPT_SECONDS * 1000)))
}
