import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { Hono } from 'hono'
import { listen } from '../../src/platform/http/listen.ts'

/* A stand-in for identity services: it says whatever a test wants, also what no honest service would say.
 * What a real OpenID provider does is tested with a certified one (openIdProvider.ts); a real eParaksts
 * server can't run here, so its part is played from LVRTC's description for developers. */

const CLIENT = { clientId: 'koprade', clientSecret: 'a secret that only this test knows' }
const EPARAKSTS = '/trustedx-authserver/oauth/lvrtc-eipsign-as'

type Claims = Record<string, unknown>
type Asked = { redirectUri: string; nonce: string | null; challenge: string; scope: string; clientId: string }

export type StandIn = {
  url: string
  clientId: string
  clientSecret: string
  /** Changes the claims of the ID tokens to come. */
  lie: (claims: (honest: Claims) => Claims) => void
  /** Signs ID tokens with a key that it does not publish. */
  forge: (forged: boolean) => void
  /** What eParaksts tells of the person who is there. */
  tell: (userInfo: unknown) => void
  /** From now on the endpoint whose path ends so answers with this. */
  fail: (path: string, answer: () => Response) => void
  /** What came in, by path. */
  asked: { path: string; query: URLSearchParams }[]
  honest: () => void
  close: () => Promise<void>
}

const keys = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Starts the stand-in on a free port of this machine. */
export async function openStandIn(): Promise<StandIn> {
  const [published, secret] = [keys(), keys()]
  const codes = new Map<string, Asked>()
  const asked: StandIn['asked'] = []
  const failing = new Map<string, () => Response>()
  let lie: (claims: Claims) => Claims = (claims) => claims
  let forged = false
  let userInfo: unknown = {}
  let url = ''
  const app = new Hono()
  app.use('*', async (context, next) => {
    asked.push({ path: context.req.path, query: new URL(context.req.url).searchParams })
    const failure = [...failing].find(([path]) => context.req.path.endsWith(path))?.[1]
    return failure ? failure() : next()
  })
  app.get('/.well-known/openid-configuration', (context) =>
    context.json({
      issuer: url,
      authorization_endpoint: `${url}/authorize`,
      token_endpoint: `${url}/token`,
      jwks_uri: `${url}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    }),
  )
  app.get('/jwks', (context) =>
    context.json({ keys: [{ ...published.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] }),
  )
  for (const path of ['/authorize', EPARAKSTS])
    app.get(path, (context) => {
      const query = new URL(context.req.url).searchParams
      const code = randomUUID()
      codes.set(code, {
        redirectUri: query.get('redirect_uri') ?? '',
        nonce: query.get('nonce'),
        challenge: query.get('code_challenge') ?? '',
        scope: query.get('scope') ?? '',
        clientId: query.get('client_id') ?? '',
      })
      return context.redirect(`${query.get('redirect_uri')}?${new URLSearchParams({ code, state: query.get('state') ?? '' })}`)
    })
  for (const path of ['/token', `${EPARAKSTS}/token`])
    app.post(path, async (context) => {
      const body = new URLSearchParams(await context.req.text())
      const request = codes.get(body.get('code') ?? '')
      codes.delete(body.get('code') ?? '')
      const challenge = createHash('sha256')
        .update(body.get('code_verifier') ?? '')
        .digest('base64url')
      const basic = Buffer.from((context.req.header('authorization') ?? '').replace(/^Basic /, ''), 'base64').toString()
      const [id, password] = basic.split(':').map((part) => decodeURIComponent(part.replaceAll('+', ' ')))
      if (id !== CLIENT.clientId || password !== CLIENT.clientSecret) return context.json({ error: 'invalid_client' }, 401)
      if (!request || challenge !== request.challenge || body.get('redirect_uri') !== request.redirectUri)
        return context.json({ error: 'invalid_grant' }, 400)
      const token = { access_token: `token-${randomUUID()}`, token_type: 'Bearer', expires_in: 300 }
      if (path !== '/token') return context.json(token)
      const now = Math.floor(Date.now() / 1000)
      const { nonce } = request
      const claims = lie({ iss: url, sub: 'somebody', aud: CLIENT.clientId, iat: now, exp: now + 300, nonce })
      const content = `${encoded({ alg: 'RS256', kid: 'one' })}.${encoded(claims)}`
      const signature = sign('RSA-SHA256', Buffer.from(content), (forged ? secret : published).privateKey).toString('base64url')
      return context.json({ ...token, id_token: `${content}.${signature}` })
    })
  app.get('/trustedx-resources/openid/v1/users/me', (context) =>
    context.req.header('authorization')?.startsWith('Bearer token-')
      ? context.json(userInfo as Record<string, unknown>)
      : context.json({ error: 'invalid_token' }, 401),
  )
  const listening = await listen({ host: '127.0.0.1', port: 0 }, (port) => {
    url = `http://127.0.0.1:${port}`
    return { fetch: app.fetch, atOnce: async () => false }
  })
  return {
    url,
    ...CLIENT,
    lie: (change) => {
      lie = change
    },
    forge: (now) => {
      forged = now
    },
    tell: (info) => {
      userInfo = info
    },
    fail: (path, answer) => void failing.set(path, answer),
    asked,
    honest: () => {
      lie = (claims) => claims
      forged = false
      failing.clear()
      asked.length = 0
    },
    close: () => listening.stop(0),
  }
}
