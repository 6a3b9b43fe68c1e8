import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { and, eq, isNull } from 'drizzle-orm'
import type { House } from '../../platform/house.ts'
import { notFound } from '../../platform/refusal.ts'
import { keepForOneUse, takeKept } from '../oneTime.ts'
import { passkey, person } from '../tables.ts'
import { passkeyRefused, readAuthentication } from './credential.ts'
import { relyingPartyOf } from './relyingParty.ts'

/** Time to find the key, in seconds. */
export const CEREMONY_SECONDS = 5 * 60

/**
 * What the browser needs for using a passkey: of one person, or of whoever is there. The challenge works
 * once. The person is verified by the authenticator (finger, face, PIN), so that having the device and
 * being its owner are both shown.
 */
export async function beginPasskeyCheck(house: House, personId: string | null): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const site = relyingPartyOf(house.configuration)
  if (!site) throw notFound()
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server')
  const known = personId === null ? [] : await house.db.select().from(passkey).where(eq(passkey.personId, personId))
  const options = await generateAuthenticationOptions({
    rpID: site.id,
    userVerification: 'required',
    timeout: CEREMONY_SECONDS * 1000,
    allowCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
  })
  await keepForOneUse(house, 'passkey-sign-in', options.challenge, '', CEREMONY_SECONDS)
  return options
}

/** Checks a used passkey and tells whose it is. Whatever is wrong with it, the refusal is the same. */
export async function checkPasskey(house: House, credential: string, expectedPerson: string | null = null): Promise<string> {
  const site = relyingPartyOf(house.configuration)
  if (!site) throw notFound()
  const response = readAuthentication(credential)
  const [known] = await house.db
    .select({ passkey })
    .from(passkey)
    .innerJoin(person, and(eq(person.id, passkey.personId), isNull(person.removedAt)))
    .where(eq(passkey.credentialId, response.id))
  if (!known || (expectedPerson !== null && known.passkey.personId !== expectedPerson)) throw passkeyRefused()
  const { id, personId, credentialId, publicKey, counter } = known.passkey
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  const checked = await verifyAuthenticationResponse({
    response,
    expectedChallenge: async (challenge) => (await takeKept(house, 'passkey-sign-in', challenge)) !== null,
    expectedOrigin: site.origin,
    expectedRPID: site.id,
    requireUserVerification: true,
    credential: { id: credentialId, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter },
  }).catch(() => null)
  if (!checked?.verified) throw passkeyRefused()
  await house.db
    .update(passkey)
    .set({ counter: checked.authenticationInfo.newCounter, usedAt: house.clock.now() })
    .where(eq(passkey.id, id))
  return personId
}
