import { createHash, randomUUID } from 'node:crypto'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { betterAuth } from 'better-auth/minimal'
import { magicLink } from 'better-auth/plugins/magic-link'
import { and, eq, gt, lt } from 'drizzle-orm'
import { parseSigned } from 'hono/utils/cookie'
import { z } from 'zod'
import type { Database } from '../platform/database/database.ts'
import type { House } from '../platform/house.ts'
import { openInstance } from '../platform/instance.ts'
import { Refusal } from '../platform/refusal.ts'
import { COOKIE_PREFIX } from './sessionCookie.ts'
import { account, person, type SignInMethod, session, signInMethods, verification } from './tables.ts'
import { peopleTexts } from './texts.ts'

const DAY = 24 * 60 * 60

/** A working week: who reports from time to time need not sign in each time, a lost laptop is not signed in for ever. */
export const SESSION_SECONDS = 7 * DAY

/** How long an e-mail link works, in seconds. */
export const linkLives = { signIn: 30 * 60, invitation: 7 * DAY, administrator: DAY } as const

/** The secret that signs sessions and demonstration links: the one set from outside, else the instance's own. */
export async function secretOf(house: House): Promise<string> {
  return house.configuration.secret ?? (await openInstance(house.db, house.demonstration !== null)).secret
}

/** Only its hash is stored: who reads the database can't sign in with what stands there. */
const hashed = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Signs a person in without a link. Server only: reached by ways with a check of their own. */
const signInByPerson = () => ({
  id: 'koprade-sign-in-by-person',
  endpoints: {
    signInByPerson: createAuthEndpoint.serverOnly(
      {
        method: 'POST',
        requireHeaders: true,
        body: z.object({ personId: z.string(), method: z.enum(signInMethods), secondStepAt: z.date().nullable() }),
      },
      async (ctx) => {
        const { personId, ...how } = ctx.body
        const user = await ctx.context.internalAdapter.findUserById(personId)
        if (!user) throw new Refusal(404)
        const made = await ctx.context.internalAdapter.createSession(user.id, false, how)
        await setSessionCookie(ctx, { session: made, user })
        return { token: made.token }
      },
    ),
  },
})

/**
 * The authentication library on our tables. Its HTTP endpoints are mounted nowhere: our own form
 * routes call its functions, since it refuses plain HTML forms.
 */
function authenticationOn(db: Database, url: string, secret: string, linkSeconds: number) {
  return betterAuth({
    appName: 'Koprade',
    baseURL: url,
    secret,
    telemetry: { enabled: false },
    // Its own log would print addresses. What fails is thrown and logged by the house.
    logger: { disabled: true },
    database: drizzleAdapter(db, { provider: 'pg', schema: { person, session, account, verification }, transaction: false }),
    user: { modelName: 'person' },
    session: {
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      // Not given, the database says: by e-mail, the second step not done.
      additionalFields: {
        method: { type: 'string', required: false, input: false },
        secondStepAt: { type: 'date', required: false, input: false },
      },
    },
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: url.startsWith('https:'),
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => randomUUID() },
    },
    databaseHooks: {
      // Where from and with which browser someone signed in is nobody's business here.
      session: { create: { before: async (made) => ({ data: { ...made, ipAddress: null, userAgent: null } }) } },
    },
    plugins: [
      magicLink({
        expiresIn: linkSeconds,
        disableSignUp: true,
        storeToken: { type: 'custom-hasher', hash: async (token) => hashed(token) },
        sendMagicLink: ({ token, metadata }) => {
          const { made } = metadata as { made: { token: string } }
          made.token = token
        },
      }),
      signInByPerson(),
    ],
  })
}

type Authentication = ReturnType<typeof authenticationOn>

const authentications = new WeakMap<Database, Map<string, Promise<Authentication>>>()

/** The house's authentication, made once for its database and the address people use. */
function authenticationOf(house: House): Promise<Authentication> {
  const { url } = house.configuration
  const ofHouse = authentications.get(house.db) ?? new Map<string, Promise<Authentication>>()
  authentications.set(house.db, ofHouse)
  const known = ofHouse.get(url)
  if (known) return known
  const made = secretOf(house).then((secret) => authenticationOn(house.db, url, secret, linkLives.signIn))
  ofHouse.set(url, made)
  // A database that was away for a moment must not lock everyone out until the next start.
  made.catch(() => ofHouse.delete(url))
  return made
}

/**
 * A token that signs the owner of this address in once. Made in the transaction `tx`, so that it
 * stands or falls with the letter that carries it.
 */
export async function makeSignInToken(house: House, tx: Database, email: string, seconds: number): Promise<string> {
  const authentication = authenticationOn(tx, house.configuration.url, await secretOf({ ...house, db: tx }), seconds)
  const made = { token: '' }
  await authentication.api.signInMagicLink({ body: { email, metadata: { made } }, headers: new Headers() })
  if (!made.token) throw new Error('the library made no token')
  return made.token
}

/** Does this token still sign someone in? Looking does not use it up. */
export async function tokenWorks(house: House, token: string): Promise<boolean> {
  const rows = await house.db
    .select({ id: verification.id })
    .from(verification)
    .where(and(eq(verification.identifier, `magic-link:${hashed(token)}`), gt(verification.expiresAt, house.clock.now())))
    .limit(1)
  return rows.length > 0
}

/** Forgets ended sessions, which tell who was here when, and ended links, which hold an address; they serve nobody. */
export async function forgetEndedSessions(db: Database, now: Date): Promise<void> {
  await db.delete(session).where(lt(session.expiresAt, now))
  await db.delete(verification).where(lt(verification.expiresAt, now))
}

/** Who signed in, the new session's key, and the cookies that tell the browser. */
export type SignedIn = { personId: string; token: string; cookies: string[] }

/** Uses a token up. Refuses with 410 when it was used before, is too old, or its person was removed. */
export async function signInByToken(house: House, token: string): Promise<SignedIn> {
  const { api } = await authenticationOf(house)
  const { headers, response } = await api
    .magicLinkVerify({ query: { token }, headers: new Headers(), returnHeaders: true })
    .catch((error: unknown) => {
      throw isRedirect(error) ? new Refusal(410, (language) => peopleTexts[language].linkIsUsedUp) : error
    })
  // Whoever comes in sweeps, so that nothing ended lies about where no jobs run.
  await forgetEndedSessions(house.db, house.clock.now())
  return { personId: response.user.id, token: response.token, cookies: headers.getSetCookie() }
}

/** The library tells of a token that does not work by sending the browser elsewhere. */
const isRedirect = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'status' in error && (error as { status: unknown }).status === 'FOUND'

/** Signs a person in who has been recognised in another way than by a sign-in link, in one step or in both. */
export async function signInPerson(house: House, personId: string, how: { method: SignInMethod; bothSteps: boolean }): Promise<SignedIn> {
  const { api } = await authenticationOf(house)
  const { headers, response } = await api.signInByPerson({
    body: { personId, method: how.method, secondStepAt: how.bothSteps ? house.clock.now() : null },
    headers: new Headers(),
    returnHeaders: true,
  })
  return { personId, token: response.token, cookies: headers.getSetCookie() }
}

/** Ends the session of a request, and gives the cookies that tell the browser. */
export async function endSession(house: House, requestHeaders: Headers): Promise<string[]> {
  const { api } = await authenticationOf(house)
  const { headers } = await api.signOut({ headers: new Headers({ cookie: requestHeaders.get('cookie') ?? '' }), returnHeaders: true })
  return headers.getSetCookie()
}

/** The key of the session that a request carries, or null. Whether it still lives, the table says. */
export async function sessionTokenIn(house: House, headers: Headers): Promise<string | null> {
  const cookies = headers.get('cookie')
  if (!cookies) return null
  const { authCookies, secret } = await (await authenticationOf(house)).$context
  const name = authCookies.sessionToken.name
  return (await parseSigned(cookies, secret, name))[name] || null
}
