import type { Configuration } from 'openid-client'
import type { OidcSettings } from '../../platform/identitySettings.ts'
import type { IdentityProvider } from './provider.ts'

/** Seconds that a service may take to answer, and that its clock may differ from ours. */
export const PATIENCE = { answer: 10, clock: 30 } as const

/**
 * A national e-identity over OpenID Connect Core: the code flow with PKCE, state and nonce. The library,
 * which is certified, checks issuer, audience, times, nonce and signature of the ID token. Endpoints are
 * discovered when they are needed: a service that is away at our start is no reason for it to be missing.
 */
export function openIdConnect(settings: OidcSettings): IdentityProvider {
  return {
    id: 'oidc',
    label: settings.label,
    twoStepAcr: settings.twoStepAcr,
    authorizationUrl: async ({ redirectUri, state, nonce, verifier }, language) => {
      const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await import('openid-client')
      return buildAuthorizationUrl(await clientOf(settings), {
        redirect_uri: redirectUri,
        scope: settings.scopes.join(' '),
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        // Who used this browser before must not be taken for who uses it now.
        prompt: 'login',
        ui_locales: language,
        ...(settings.twoStepAcr.length ? { acr_values: settings.twoStepAcr.join(' ') } : {}),
      })
    },
    identify: async (reply, { state, nonce, verifier }) => {
      const { authorizationCodeGrant } = await import('openid-client')
      const tokens = await authorizationCodeGrant(await clientOf(settings), reply, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
      })
      const claims = tokens.claims()
      if (!claims) throw new Error('there is no ID token')
      return { issuer: claims.iss, subject: claims.sub, acr: typeof claims.acr === 'string' ? claims.acr : null }
    },
  }
}

async function clientOf({ issuer, clientId, clientSecret, endpoints }: OidcSettings): Promise<Configuration> {
  const library = await import('openid-client')
  const { ClientSecretBasic, enableNonRepudiationChecks, allowInsecureRequests } = library
  const metadata = { [library.clockTolerance]: PATIENCE.clock }
  const settle = [enableNonRepudiationChecks, ...(issuer.startsWith('http:') ? [allowInsecureRequests] : [])]
  if (!endpoints)
    return library.discovery(new URL(issuer), clientId, metadata, ClientSecretBasic(clientSecret), {
      execute: settle,
      timeout: PATIENCE.answer,
    })
  const client = new library.Configuration(
    { issuer, authorization_endpoint: endpoints.authorization, token_endpoint: endpoints.token, jwks_uri: endpoints.jwks },
    clientId,
    metadata,
    ClientSecretBasic(clientSecret),
  )
  client.timeout = PATIENCE.answer
  for (const apply of settle) apply(client)
  return client
}
