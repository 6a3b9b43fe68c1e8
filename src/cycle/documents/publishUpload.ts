import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { DocumentData, GivenContents } from './documentInput.ts'
import { documentsPolicy } from './policy.ts'
import { wrongDocument } from './problemTexts.ts'
import { sharePlan, writeDocument } from './publishDocument.ts'
import { documentUpload } from './tables.ts'
import { filesOf, lockUpload } from './uploads.ts'
import { inOneTransaction } from './writeDocument.ts'

/** What is said of a file of an upload that becomes a document. */
export type UploadedDocument = { place: number; data: DocumentData; organisationId: string | null }

/** Publishes an upload: each of its files as a document. What was put right is what is published, or nothing is. */
export async function publishUpload(
  house: House,
  actor: Actor,
  planId: string,
  id: string,
  { version, documents }: { version: number; documents: readonly UploadedDocument[] },
): Promise<void> {
  allow(documentsPolicy.publishDocument, actor, undefined)
  await inOneTransaction(house, async (tx) => {
    await sharePlan(tx, planId)
    await lockUpload(tx, planId, id, version)
    const files = await filesOf(tx, id)
    if (!files.length) throw wrongDocument('documents', 'nothingToPublish')
    const told = new Map(documents.map((document) => [document.place, document]))
    for (const { place, file } of files) {
      const document = told.get(place)
      if (!document) throw new Refusal(409)
      const contents: GivenContents = { main: { file }, alternative: null, organisationId: document.organisationId }
      await writeDocument(tx, house, planId, { ...document.data, ...contents })
    }
    await tx.delete(documentUpload).where(eq(documentUpload.id, id))
  })
}
