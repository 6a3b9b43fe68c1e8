import { and, asc, desc, eq, lt, sql } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { StoredFile } from '../../platform/files/files.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { documentUpload, documentUploadFile } from './tables.ts'

/** A file that waits in an upload. */
export type WaitingFile = { place: number; file: StoredFile }

/** An upload with the files that are still in it, in their order, and what was typed of them. */
export type Upload = { id: string; version: number; fields: Record<string, string[]>; files: WaitingFile[]; createdAt: Date }

/** So many files are sent at once. */
export const MOST_FILES_AT_ONCE = 50

/** An upload that nobody finished is forgotten after so long. */
export const UPLOADS_KEPT_SECONDS = 30 * 24 * 60 * 60

/** An upload of a plan for changing; its version must be the stored one: otherwise someone was faster. */
export async function lockUpload(tx: Database, planId: string, id: string, version: number): Promise<void> {
  const [row] = await tx
    .select({ version: documentUpload.version })
    .from(documentUpload)
    .where(and(eq(documentUpload.id, id), eq(documentUpload.planId, planId)))
    .for('update')
  if (!row) throw notFound()
  if (row.version !== version) throw new Refusal(409)
}

/** The files that are still in an upload, in their order. */
export async function filesOf(db: Database, id: string): Promise<WaitingFile[]> {
  const rows = await db.select().from(documentUploadFile).where(eq(documentUploadFile.uploadId, id)).orderBy(asc(documentUploadFile.place))
  return rows.map(({ place, hash, name, mediaType, bytes }) => ({ place, file: { hash, name, mediaType, bytes } }))
}

/** An upload of a plan, or null. Two queries. */
export async function uploadById(db: Database, planId: string, id: string): Promise<Upload | null> {
  const [row] = await db
    .select()
    .from(documentUpload)
    .where(and(eq(documentUpload.id, id), eq(documentUpload.planId, planId)))
  if (!row) return null
  const { version, fields, createdAt } = row
  return { id, version, fields, createdAt, files: await filesOf(db, id) }
}

/** The uploads of a plan that nobody has finished yet, the newest first. One query. */
export function unfinishedUploads(db: Database, planId: string): Promise<{ id: string; createdAt: Date; files: number }[]> {
  return db
    .select({
      id: documentUpload.id,
      createdAt: documentUpload.createdAt,
      files: sql<number>`(select count(*)::int from ${documentUploadFile} f where f.upload_id = ${documentUpload.id})`,
    })
    .from(documentUpload)
    .where(eq(documentUpload.planId, planId))
    .orderBy(desc(documentUpload.createdAt))
    .limit(50)
}

/** Forgets uploads that nobody will finish. */
export async function sweepUploads(db: Database, now: Date): Promise<void> {
  await db.delete(documentUpload).where(lt(documentUpload.createdAt, new Date(now.getTime() - UPLOADS_KEPT_SECONDS * 1000)))
}
