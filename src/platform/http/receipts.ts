import { eq, lt } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { Refusal } from '../refusal.ts'
import { formReceipt } from '../tables.ts'

/** One sending of a form: the number the form itself carries, and who sends it. */
export type Sending = { formId: string; personId: string; now: Date }

/** Who sends a form again does so within hours. */
export const RECEIPTS_KEPT_SECONDS = 7 * 24 * 60 * 60

/**
 * Does what a form asks for once, however often it is sent: the first sending acts and leaves a
 * receipt in the same transaction, a later one is led to where the first was. Two at once stand in
 * a queue at the receipt's key. A form without a number is a broken request.
 */
export async function once(tx: Database, sending: Sending, act: () => Promise<string>): Promise<string> {
  const { formId, personId, now } = sending
  if (!/^[\w-]{8,64}$/.test(formId)) throw new Refusal(400)
  const made = await tx
    .insert(formReceipt)
    .values({ formId, personId, location: '', createdAt: now })
    .onConflictDoNothing()
    .returning({ formId: formReceipt.formId })
  if (!made.length) {
    const [first] = await tx.select().from(formReceipt).where(eq(formReceipt.formId, formId))
    // Someone else's number: it can't be told where their form led.
    if (!first || first.personId !== personId) throw new Refusal(400)
    return first.location
  }
  const location = await act()
  await tx.update(formReceipt).set({ location }).where(eq(formReceipt.formId, formId))
  return location
}

/** Forgets who sent which form, once nobody will send it again. */
export async function sweepReceipts(db: Database, now: Date): Promise<void> {
  await db.delete(formReceipt).where(lt(formReceipt.createdAt, new Date(now.getTime() - RECEIPTS_KEPT_SECONDS * 1000)))
}
