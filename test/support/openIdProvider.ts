import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration } from 'oidc-provider'

/**
 * A certified OpenID Connect provider that runs on this machine, and knows who is there without asking. On
 * Node.js 20 it warns that it is made for a newer one; all that is used of it here works.
 */
export type OpenIdProvider = {
  issuer: string
  clientId: string
  clientSecret: string
  /** Whom it recognises from now on, and how surely. */
  recognise: (subject: string, acr: string) => void
  /** Forgets every code it has given out, as when their time is up. */
  expireCodes: () => void
  close: () => Promise<void>
}

export const HIGH = 'urn:example:acr:high'
export const LOW = 'urn:example:acr:low'

/** Starts the provider; `redirectUris` are where it may send people back to. */
export async function openOpenIdProvider(redirectUris: readonly string[]): Promise<OpenIdProvider> {
  const person = { subject: 'nobody', acr: LOW }
  const client = { clientId: 'koprade', clientSecret: 'a secret of the test’s client'.replaceAll(/[^a-z]/g, '-') }
  const stored = new Map<string, Record<string, unknown>>()
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const configuration: Configuration = {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [...redirectUris],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    adapter: memory(stored),
    acrValues: [LOW, HIGH],
    cookies: { keys: ['only for this test'] },
    jwks: {
      keys: [{ ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), kid: 'one', use: 'sig' }],
    },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    loadExistingGrant: async (context) => {
      const { client: asking, session, provider: own } = context.oidc
      const grant = new own.Grant({ clientId: asking?.clientId ?? '', accountId: session?.accountId ?? '' })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
    interactions: { url: (_context, interaction) => `/recognise/${interaction.uid}` },
  }
  const provider = new Provider(issuer, configuration)
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/recognise/')) return void answer(request, response)
    void provider.interactionFinished(request, response, { login: { accountId: person.subject, acr: person.acr } })
  })
  return {
    issuer,
    ...client,
    recognise: (subject, acr) => Object.assign(person, { subject, acr }),
    expireCodes: () => {
      for (const key of stored.keys()) if (key.startsWith('AuthorizationCode:')) stored.delete(key)
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Where the provider keeps its things: a map that the test can reach into. */
function memory(stored: Map<string, Record<string, unknown>>): Configuration['adapter'] {
  return (name: string) => {
    const keyOf = (id: string): string => `${name}:${id}`
    const find = async (id: string) => stored.get(keyOf(id))
    return {
      upsert: async (id, payload) => void stored.set(keyOf(id), { ...payload }),
      find,
      findByUid: async (uid) => [...stored.values()].find((one) => one.uid === uid),
      findByUserCode: async () => undefined,
      consume: async (id) => void Object.assign(stored.get(keyOf(id)) ?? {}, { consumed: Math.floor(Date.now() / 1000) }),
      destroy: async (id) => void stored.delete(keyOf(id)),
      revokeByGrantId: async (grantId) => {
        for (const [key, value] of stored) if (value.grantId === grantId) stored.delete(key)
      },
    }
  }
}
