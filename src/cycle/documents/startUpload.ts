import { type Actor, allow } from '../../people/index.ts'
import type { StoredFile } from '../../platform/files/files.ts'
import type { House } from '../../platform/house.ts'
import { documentsPolicy } from './policy.ts'
import { wrongDocument } from './problemTexts.ts'
import { sharePlan } from './publishDocument.ts'
import { documentUpload, documentUploadFile } from './tables.ts'

/** Keeps files that were sent together until what is said of each is put right; `id` is the number of the form that brought them. */
export async function startUpload(
  house: House,
  actor: Actor,
  planId: string,
  { id, files, fields }: { id: string; files: readonly StoredFile[]; fields: Record<string, string[]> },
): Promise<void> {
  allow(documentsPolicy.publishDocument, actor, undefined)
  if (!files.length) throw wrongDocument('files', 'chooseFiles')
  await house.db.transaction(async (tx) => {
    await sharePlan(tx, planId)
    await tx.insert(documentUpload).values({ id, planId, fields, createdAt: house.clock.now() })
    await tx.insert(documentUploadFile).values(files.map((file, index) => ({ uploadId: id, place: index + 1, ...file })))
  })
}
