import type { Configuration } from '../../platform/configuration.ts'
import type { Language } from '../../platform/languages/languages.ts'
import type { IdentityProviderId } from '../tables.ts'
import { eparaksts } from './eparaksts.ts'
import { openIdConnect } from './openIdConnect.ts'

/** What one request to a provider is known by when its reply comes. Each value is used once. */
export type IdentityRequest = { redirectUri: string; state: string; nonce: string; verifier: string }

/** Who a provider says is there. The subject may be a personal code: it leaves this process as a keyed hash only. */
export type Identified = { issuer: string; subject: string; acr: string | null }

/** A service that tells who someone is. */
export type IdentityProvider = {
  id: IdentityProviderId
  label: Readonly<Record<Language, string>>
  /** Where the browser goes to be recognised. */
  authorizationUrl: (request: IdentityRequest, language: Language) => Promise<URL>
  /** Who the reply is about, once everything in it has been checked. Throws what the library throws. */
  identify: (reply: URL, request: IdentityRequest) => Promise<Identified>
  /** The authentication context classes that count as both steps of signing in. */
  twoStepAcr: readonly string[]
}

/** The services that are configured. */
export function identityProvidersOf({ identity }: Pick<Configuration, 'identity'>): IdentityProvider[] {
  return [...(identity.eparaksts ? [eparaksts(identity.eparaksts)] : []), ...(identity.oidc ? [openIdConnect(identity.oidc)] : [])]
}
