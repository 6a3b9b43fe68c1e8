import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { House } from '../../platform/house.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { type SignedIn, signInPerson } from '../authentication.ts'
import { keepForOneUse, newKey, takeKept } from '../oneTime.ts'
import type { Asker } from '../sessions.ts'
import { identityProviderIds, linkedIdentity, person } from '../tables.ts'
import { IdentityRefusal, identityRefusalOf } from './identityRefusal.ts'
import { linkIdentity } from './linkIdentity.ts'
import { type IdentityProvider, identityProvidersOf } from './provider.ts'
import { subjectHash } from './subjectHash.ts'

/** Time to take out the card and to type the PIN, in seconds. */
const REQUEST_SECONDS = 15 * 60
/** Time to find the letter with the link, in seconds. */
const TO_LINK_SECONDS = 60 * 60

/** What is kept of a request until its reply comes. */
const keptRequest = z.object({
  provider: z.enum(identityProviderIds),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string().nullable(),
  /** Whom the e-identity is to be linked with; null when someone signs in. */
  personId: z.string().nullable(),
})

/** A service by its id in an address. */
export function identityProvider(house: House, id: string): IdentityProvider {
  const found = identityProvidersOf(house.configuration).find((one) => one.id === id)
  if (!found) throw notFound()
  return found
}

/** The reply is taken in the browser that asked, nowhere else. */
const keyOf = (state: string, browser: string): string => `${state} ${browser}`

const redirectUri = (house: House, language: Language, provider: IdentityProvider): string =>
  house.configuration.url + address(language, 'identityReturn', { provider: provider.id })

/**
 * Begins a request to a service and tells where the browser has to go. `browser` is a key that this
 * browser alone has, `next` where the person was going.
 */
export async function beginIdentity(
  house: House,
  asker: Asker,
  provider: IdentityProvider,
  how: { browser: string; next: string | null; language: Language },
): Promise<URL> {
  const { randomPKCECodeVerifier } = await import('openid-client')
  const request = {
    redirectUri: redirectUri(house, how.language, provider),
    state: newKey(),
    nonce: newKey(),
    verifier: randomPKCECodeVerifier(),
  }
  const url = await provider.authorizationUrl(request, how.language).catch((error: unknown) => {
    throw identityRefusalOf(error)
  })
  const { nonce, verifier } = request
  const kept: z.infer<typeof keptRequest> = { provider: provider.id, nonce, verifier, next: how.next, personId: asker.actor.personId }
  await keepForOneUse(house, 'identity-request', keyOf(request.state, how.browser), JSON.stringify(kept), REQUEST_SECONDS)
  return url
}

/** What a reply led to. */
export type IdentityOutcome =
  | { outcome: 'signed in'; signedIn: SignedIn; next: string | null }
  | { outcome: 'linked' }
  /** Nobody here is linked with it yet: it is kept for this browser, until its owner has signed in by e-mail. */
  | { outcome: 'not linked'; next: string | null }

/**
 * Takes a service's reply: once, in the browser that asked, and after every check. `query` is the reply's
 * part of the address. A request that was made to link is good for the person who made it alone.
 */
export async function finishIdentity(
  house: House,
  asker: Asker,
  provider: IdentityProvider,
  { query, browser, language }: { query: URLSearchParams; browser: string; language: Language },
): Promise<IdentityOutcome> {
  const state = query.get('state') ?? ''
  const kept = await takeKept(house, 'identity-request', keyOf(state, browser))
  const request = kept === null ? null : keptRequest.parse(JSON.parse(kept))
  if (!request || request.provider !== provider.id || request.personId !== asker.actor.personId)
    throw new IdentityRefusal('identityUsedUp', 'unknown state')
  const uri = redirectUri(house, language, provider)
  const identified = await provider
    .identify(new URL(`${uri}?${query}`), { ...request, state, redirectUri: uri })
    .catch((error: unknown) => {
      throw identityRefusalOf(error)
    })
  const { secret } = house.configuration.identity
  if (!secret) throw notFound()
  const identity = { provider: provider.id, subjectHash: subjectHash(secret, provider.id, identified) }
  if (request.personId !== null) {
    await linkIdentity(house, asker, identity, language)
    return { outcome: 'linked' }
  }
  const [linked] = await house.db
    .update(linkedIdentity)
    .set({ usedAt: house.clock.now() })
    .from(person)
    .where(
      and(
        eq(linkedIdentity.provider, identity.provider),
        eq(linkedIdentity.subjectHash, identity.subjectHash),
        eq(person.id, linkedIdentity.personId),
        isNull(person.removedAt),
      ),
    )
    .returning({ personId: linkedIdentity.personId })
  if (linked) {
    const bothSteps = identified.acr !== null && provider.twoStepAcr.includes(identified.acr)
    const signedIn = await signInPerson(house, linked.personId, { method: 'identity', bothSteps })
    return { outcome: 'signed in', signedIn, next: request.next }
  }
  await keepForOneUse(house, 'identity-to-link', browser, JSON.stringify(identity), TO_LINK_SECONDS)
  return { outcome: 'not linked', next: request.next }
}
