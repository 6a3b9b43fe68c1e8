import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server'
import { count, eq } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import { violatedConstraint } from '../../platform/database/problems.ts'
import type { House } from '../../platform/house.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { notFound, Refusal, wrongField } from '../../platform/refusal.ts'
import { keepForOneUse, takeKept } from '../oneTime.ts'
import { lockOwnWays, tellOwner } from '../ownWays.ts'
import { markSecondStep } from '../secondStep/markSecondStep.ts'
import type { Asker } from '../sessions.ts'
import { passkey } from '../tables.ts'
import { waysTexts } from '../waysTexts.ts'
import { CEREMONY_SECONDS } from './checkPasskey.ts'
import { passkeyRefused, readRegistration } from './credential.ts'
import { relyingPartyOf } from './relyingParty.ts'

const MOST_PASSKEYS = 20
const LONGEST_NAME = 60

/** A challenge made for one person is of no use for another. */
const keyOf = (personId: string, challenge: string): string => `${personId} ${challenge}`

/** What the browser needs for making a passkey of the asker's. */
export async function beginPasskey(house: House, asker: Asker): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const site = relyingPartyOf(house.configuration)
  if (!site) throw notFound()
  const { generateRegistrationOptions } = await import('@simplewebauthn/server')
  const { whose, known } = await house.db.transaction(async (tx) => {
    const whose = await lockOwnWays(tx, asker)
    return { whose, known: await tx.select().from(passkey).where(eq(passkey.personId, whose.id)) }
  })
  const options = await generateRegistrationOptions({
    rpName: 'Koprade',
    rpID: site.id,
    userID: new Uint8Array(Buffer.from(whose.id)),
    userName: whose.email,
    userDisplayName: whose.name,
    timeout: CEREMONY_SECONDS * 1000,
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  await keepForOneUse(house, 'passkey-registration', keyOf(whose.id, options.challenge), '', CEREMONY_SECONDS)
  return options
}

/** A passkey's name as it is kept. */
export function readPasskeyName(text: string): string {
  const name = text.replace(/\s+/g, ' ').trim()
  if (!name || [...name].length > LONGEST_NAME) throw wrongField('name', (language) => waysTexts[language].nameThePasskey)
  return name
}

/** Adds a passkey. It shows that its owner is there, so this session's second step is done with it. */
export async function registerPasskey(
  house: House,
  asker: Asker,
  input: { name: string; credential: string },
  language: Language,
): Promise<void> {
  const site = relyingPartyOf(house.configuration)
  if (!site) throw notFound()
  const name = readPasskeyName(input.name)
  const response = readRegistration(input.credential)
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  await house.db.transaction(async (tx) => {
    const whose = await lockOwnWays(tx, asker)
    await keepPasskeysFew(tx, whose.id)
    const checked = await verifyRegistrationResponse({
      response,
      expectedChallenge: async (challenge) =>
        (await takeKept({ ...house, db: tx }, 'passkey-registration', keyOf(whose.id, challenge))) !== null,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      requireUserVerification: true,
    }).catch(() => null)
    if (!checked?.verified) throw passkeyRefused()
    const { id, publicKey, counter } = checked.registrationInfo.credential
    await tx
      .insert(passkey)
      .values({
        personId: whose.id,
        name,
        credentialId: id,
        publicKey: Buffer.from(publicKey).toString('base64url'),
        counter,
        transports: response.response.transports ?? [],
        createdAt: house.clock.now(),
      })
      .catch((error: unknown) => {
        throw violatedConstraint(error) === 'passkey_credential_id_unique'
          ? wrongField('credential', (l) => waysTexts[l].passkeyIsKnown)
          : error
      })
    await markSecondStep(house, tx, asker)
    await tellOwner(house, tx, whose, 'passkeyAdded', language)
  })
}

async function keepPasskeysFew(tx: Database, personId: string): Promise<void> {
  const [row] = await tx.select({ passkeys: count() }).from(passkey).where(eq(passkey.personId, personId))
  if ((row?.passkeys ?? 0) >= MOST_PASSKEYS) throw new Refusal(409, (language) => waysTexts[language].tooManyPasskeys)
}
