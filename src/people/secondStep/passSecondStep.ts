import { and, eq, isNull, lt, or } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Refusal, wrongField } from '../../platform/refusal.ts'
import { secretOf } from '../authentication.ts'
import { checkPasskey } from '../passkeys/checkPasskey.ts'
import type { Asker } from '../sessions.ts'
import { authenticatorApp } from '../tables.ts'
import { waysTexts } from '../waysTexts.ts'
import { markSecondStep } from './markSecondStep.ts'
import { readRecoveryCode, spendRecoveryCode } from './recoveryCodes.ts'
import { unseal } from './sealed.ts'
import { stepOf } from './totp.ts'

/** What the second step was done with. */
export type SecondStepBy = 'app' | 'recovery code'

/** Does the second step with a code from the app, or with a recovery code. Whoever calls it counts the attempts. */
export async function passByCode(house: House, asker: Asker, typed: string): Promise<SecondStepBy> {
  const { personId } = asker.actor
  if (personId === null) throw new Refusal(401)
  const key = await secretOf(house)
  return house.db.transaction(async (tx) => {
    const recovery = readRecoveryCode(typed)
    const by = recovery ? 'recovery code' : 'app'
    const right = recovery ? await spendRecoveryCode(tx, personId, recovery) : await takeAppCode(house, tx, personId, key, typed)
    if (!right) throw wrongField('code', (language) => waysTexts[language].codeIsWrong)
    await markSecondStep(house, tx, asker)
    return by
  })
}

async function takeAppCode(house: House, tx: Database, personId: string, key: string, typed: string): Promise<boolean> {
  const [row] = await tx.select().from(authenticatorApp).where(eq(authenticatorApp.personId, personId))
  if (!row?.secret) return false
  const secret = unseal(key, personId, row.secret)
  if (secret === null) throw wrongField('code', (language) => waysTexts[language].appCannotBeRead)
  const step = stepOf(secret, typed.replace(/\s/g, ''), house.clock.now(), row.lastStep)
  if (step === null) return false
  // The condition lets one of two through who come with the same code at once.
  const taken = await tx
    .update(authenticatorApp)
    .set({ lastStep: step })
    .where(and(eq(authenticatorApp.personId, personId), or(isNull(authenticatorApp.lastStep), lt(authenticatorApp.lastStep, step))))
    .returning({ lastStep: authenticatorApp.lastStep })
  return taken.length > 0
}

/** Does the second step with a passkey of the same person. */
export async function passByPasskey(house: House, asker: Asker, credential: string): Promise<void> {
  const { personId } = asker.actor
  if (personId === null) throw new Refusal(401)
  await checkPasskey(house, credential, personId)
  await markSecondStep(house, house.db, asker)
}
