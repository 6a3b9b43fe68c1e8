import type { Configuration } from 'openid-client'
import { z } from 'zod'
import type { EparakstsSettings } from '../../platform/identitySettings.ts'
import { IdentityRefusal } from './identityRefusal.ts'
import { PATIENCE } from './openIdConnect.ts'
import type { IdentityProvider } from './provider.ts'

/** What the scope for electronic identification is called. */
const SCOPE = 'urn:lvrtc:fpeil:aa'

/**
 * What is read of the user information. `serial_number` is a person's identifier as ETSI EN 319 412-1 §5.1.3
 * writes it: PNOLV-… is a Latvian personal code. Names are not read: nobody is to be found by them.
 */
const userInfo = z.object({
  serial_number: z.string().regex(/^(PNO|IDC|PAS|TIN)[A-Z]{2}-[\w./-]{4,40}$/i),
  acr: z.string().optional(),
})

/**
 * eParaksts of Latvia, as LVRTC describes it for developers: OAuth 2.0 with a code, but no ID token; who is
 * there stands in the service's own user information. PKCE is sent along (RFC 6749 §3.1: what a server does
 * not know it ignores).
 */
export function eparaksts(settings: EparakstsSettings): IdentityProvider {
  return {
    id: 'eparaksts',
    label: { lv: 'eParaksts', en: 'eParaksts' },
    twoStepAcr: settings.twoStepAcr,
    authorizationUrl: async ({ redirectUri, state, verifier }, language) => {
      const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await import('openid-client')
      return buildAuthorizationUrl(await clientOf(settings), {
        redirect_uri: redirectUri,
        scope: SCOPE,
        state,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        prompt: 'login',
        ui_locales: language,
      })
    },
    identify: async (reply, { state, verifier }) => {
      const { authorizationCodeGrant, fetchProtectedResource } = await import('openid-client')
      const client = await clientOf(settings)
      const tokens = await authorizationCodeGrant(client, reply, { expectedState: state, pkceCodeVerifier: verifier })
      const answer = await fetchProtectedResource(client, tokens.access_token, new URL(settings.endpoints.userinfo), 'GET')
      if (answer.status >= 500) throw new IdentityRefusal('identityAway', 'user information')
      const told = answer.ok ? userInfo.safeParse(await answer.json()) : null
      // The parser's own error would quote what it read.
      if (!told?.success) throw new Error('the user information can’t be used')
      return { issuer: new URL(settings.url).origin, subject: personOf(told.data.serial_number), acr: told.data.acr ?? null }
    },
  }
}

/** The identifier in one spelling: PNOLV-010203-12345 and pnolv-01020312345 are one person. */
const personOf = (serialNumber: string): string => serialNumber.toUpperCase().replace(/[^A-Z0-9]/g, '')

async function clientOf({ url, clientId, clientSecret, endpoints }: EparakstsSettings): Promise<Configuration> {
  const library = await import('openid-client')
  const client = new library.Configuration(
    { issuer: url, authorization_endpoint: endpoints.authorization, token_endpoint: endpoints.token },
    clientId,
    {},
    library.ClientSecretBasic(clientSecret),
  )
  client.timeout = PATIENCE.answer
  if (url.startsWith('http:')) library.allowInsecureRequests(client)
  return client
}
