import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { append } from '../../record/index.ts'
import { difference } from '../plan/index.ts'
import type { DocumentData } from './documentInput.ts'
import { documentsPolicy } from './policy.ts'
import { document, documentCorrection } from './tables.ts'
import { bySecretariat, dataColumns, dataValues, documentObject, inOneTransaction, lockDocument } from './writeDocument.ts'

/**
 * Corrects what is said of a document; what it holds stays. The values before and after are kept and shown.
 * Refuses with 409 when someone has changed the document since the form was drawn.
 */
export async function correctDocument(
  house: House,
  actor: Actor,
  planId: string,
  documentId: number,
  { version, reason, ...data }: DocumentData & { version: number; reason: string | null },
): Promise<void> {
  allow(documentsPolicy.correctDocument, actor, undefined)
  await inOneTransaction(house, async (tx) => {
    const before = await lockDocument(tx, planId, documentId, version, house.clock.today())
    const after = dataColumns(before, data)
    const changed = difference(dataValues(before), dataValues(after))
    if (!changed) return
    const recordSeq = await append(tx, house.clock.now(), {
      actor: bySecretariat,
      act: 'correctDocument',
      object: documentObject(planId, documentId),
      content: { ...changed, ...(reason ? { reason } : {}) },
    })
    await tx.insert(documentCorrection).values({ documentId, ...changed, reason, correctedOn: house.clock.today(), recordSeq })
    await tx
      .update(document)
      .set({ ...after, version: before.version + 1, recordSeq })
      .where(eq(document.id, documentId))
  })
}
