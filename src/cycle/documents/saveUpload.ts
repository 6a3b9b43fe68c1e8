import { and, eq, inArray } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { documentsPolicy } from './policy.ts'
import { documentUpload, documentUploadFile } from './tables.ts'
import { lockUpload } from './uploads.ts'

/** Saves what was typed of an upload, and takes files out of it. Refuses with 409 when someone else has saved it since. */
export async function saveUpload(
  house: House,
  actor: Actor,
  planId: string,
  id: string,
  { version, fields, without }: { version: number; fields: Record<string, string[]>; without: readonly number[] },
): Promise<void> {
  allow(documentsPolicy.publishDocument, actor, undefined)
  await house.db.transaction(async (tx) => {
    await lockUpload(tx, planId, id, version)
    if (without.length)
      await tx.delete(documentUploadFile).where(and(eq(documentUploadFile.uploadId, id), inArray(documentUploadFile.place, [...without])))
    await tx
      .update(documentUpload)
      .set({ fields, version: version + 1 })
      .where(eq(documentUpload.id, id))
  })
}
