import { and, eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { notFound } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { documentsPolicy } from './policy.ts'
import { documentVersion, documentWithdrawal } from './tables.ts'
import { bySecretariat, documentObject, inOneTransaction, lockDocument } from './writeDocument.ts'

/**
 * Takes what a version holds out of view, such as for personal data found in it: its file, text, address and
 * alternative are no longer shown or served, and everyone reads why. The version itself stays, and so does its entry
 * in the record. One that is out of view already stays as it is.
 */
export async function withdrawVersion(
  house: House,
  actor: Actor,
  planId: string,
  documentId: number,
  number: number,
  { reason }: { reason: string },
): Promise<void> {
  allow(documentsPolicy.withdrawVersion, actor, undefined)
  await inOneTransaction(house, async (tx) => {
    await lockDocument(tx, planId, documentId, null, house.clock.today())
    const [found] = await tx
      .select({ id: documentVersion.id, withdrawn: documentWithdrawal.versionId })
      .from(documentVersion)
      .leftJoin(documentWithdrawal, eq(documentWithdrawal.versionId, documentVersion.id))
      .where(and(eq(documentVersion.documentId, documentId), eq(documentVersion.number, number)))
    if (!found) throw notFound()
    if (found.withdrawn !== null) return
    const withdrawnOn = house.clock.today()
    const recordSeq = await append(tx, house.clock.now(), {
      actor: bySecretariat,
      act: 'withdrawDocumentVersion',
      object: documentObject(planId, documentId),
      content: { version: number, reason, withdrawnOn },
    })
    await tx.insert(documentWithdrawal).values({ versionId: found.id, reason, withdrawnOn, recordSeq })
  })
}
