import { eq } from 'drizzle-orm'
import type { House } from '../../platform/house.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { Refusal, wrongField } from '../../platform/refusal.ts'
import { secretOf } from '../authentication.ts'
import { keepASecondStep, lockOwnWays, tellOwner } from '../ownWays.ts'
import type { Asker } from '../sessions.ts'
import { authenticatorApp } from '../tables.ts'
import { waysTexts } from '../waysTexts.ts'
import { markSecondStep } from './markSecondStep.ts'
import { seal, unseal } from './sealed.ts'
import { appAddress, newSecret, stepOf } from './totp.ts'

/** What an authenticator app is set up with: a secret to type, the same in an address for a QR code. */
export type AppSetUp = { secret: string; address: string }

/**
 * The secret for a new app. Until its first code is right, the same one is given again, so that a
 * page loaded twice fits what was scanned; an app in use goes on working meanwhile.
 */
export async function beginApp(house: House, asker: Asker): Promise<AppSetUp> {
  const key = await secretOf(house)
  return house.db.transaction(async (tx) => {
    const { id, email } = await lockOwnWays(tx, asker)
    const [row] = await tx
      .select({ pending: authenticatorApp.pendingSecret })
      .from(authenticatorApp)
      .where(eq(authenticatorApp.personId, id))
    const shown = row?.pending ? unseal(key, id, row.pending) : null
    const secret = shown ?? newSecret()
    if (!shown) {
      const pendingSecret = seal(key, id, secret)
      await tx
        .insert(authenticatorApp)
        .values({ personId: id, pendingSecret })
        .onConflictDoUpdate({ target: authenticatorApp.personId, set: { pendingSecret } })
    }
    return { secret, address: appAddress(secret, email) }
  })
}

/** Takes the first right code of a new app: from now on it is asked for, and for this session the second step is done. */
export async function confirmApp(house: House, asker: Asker, code: string, language: Language): Promise<void> {
  const key = await secretOf(house)
  await house.db.transaction(async (tx) => {
    const whose = await lockOwnWays(tx, asker)
    const [row] = await tx.select().from(authenticatorApp).where(eq(authenticatorApp.personId, whose.id))
    const secret = row?.pendingSecret ? unseal(key, whose.id, row.pendingSecret) : null
    if (!row || !secret) throw new Refusal(409, (l) => waysTexts[l].startAppAnew)
    const now = house.clock.now()
    const step = stepOf(secret, code, now, null)
    if (step === null) throw wrongField('code', (l) => waysTexts[l].codeIsWrong)
    await tx
      .update(authenticatorApp)
      .set({ secret: row.pendingSecret, pendingSecret: null, lastStep: step, confirmedAt: now })
      .where(eq(authenticatorApp.personId, whose.id))
    await markSecondStep(house, tx, asker)
    await tellOwner(house, tx, whose, 'appAdded', language)
  })
}

/** Removes the app; who must sign in in two steps keeps something else for the second. */
export async function removeApp(house: House, asker: Asker, language: Language): Promise<void> {
  await house.db.transaction(async (tx) => {
    const whose = await lockOwnWays(tx, asker)
    const removed = await tx.delete(authenticatorApp).where(eq(authenticatorApp.personId, whose.id)).returning()
    if (!removed.some(({ secret }) => secret !== null)) return
    await keepASecondStep(house, tx, whose.id)
    await tellOwner(house, tx, whose, 'appRemoved', language)
  })
}
