import { createHash, randomBytes } from 'node:crypto'
import { and, count, eq, gt, lt, notExists } from 'drizzle-orm'
import { type Actor, allow } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import type { House } from '../platform/house.ts'
import type { Language } from '../platform/languages/languages.ts'
import { Refusal, wrongField } from '../platform/refusal.ts'
import { letterTexts } from './letterTexts.ts'
import { withToken } from './links.ts'
import { followPolicy } from './policy.ts'
import { nameScopes, scopeByKey } from './scopeKeys.ts'
import { subscriptionTexts } from './subscriptionTexts.ts'
import { type Frequency, subscriber, subscription, subscriptionRequest } from './tables.ts'

/** After so many days a wish that was not confirmed is forgotten. */
export const CONFIRM_WITHIN_DAYS = 3
const DAY = 24 * 60 * 60 * 1000

/** So many letters that ask to confirm lie in one mailbox at most: nobody can fill another's. */
const MOST_REQUESTS = 10

/** Only its hash is kept: who reads the database can't confirm for anyone. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Who wishes what: to follow a thing by its key, so often, in a language. The address is as it is kept. */
export type SubscriptionWish = { email: string; what: string; frequency: Frequency; language: Language }

/**
 * Takes a wish to follow something and asks its address to confirm it. The same happens whether the
 * address is known or not, and whether it follows the thing already: nobody learns that from it.
 * Refuses what is not public today.
 */
export async function requestSubscription(house: House, actor: Actor, wish: SubscriptionWish): Promise<void> {
  allow(followPolicy.subscribe, actor, undefined)
  const { email, what, frequency, language } = wish
  await scopeByKey(house, what).catch((error: unknown) => {
    throw error instanceof Refusal ? wrongField('what', (l) => subscriptionTexts[l].noSuchThing) : error
  })
  const name = (await nameScopes(house, language, [what])).get(what)?.name ?? what
  const t = letterTexts[language]
  await askToConfirm(house, { email, language, scope: what, frequency }, t.confirmSubject, (link) =>
    t.confirmLetter(name, subscriptionTexts[language].frequencyInSentence(frequency), link, CONFIRM_WITHIN_DAYS),
  )
}

/** Asks an address that rests, since letters came back, whether they reach it again. */
export async function requestWaking(house: House, { email, language }: { email: string; language: Language }): Promise<void> {
  const t = letterTexts[language]
  await askToConfirm(house, { email, language, scope: null, frequency: null }, t.wakeSubject, (link) =>
    t.wakeLetter(link, CONFIRM_WITHIN_DAYS),
  )
}

type Request = Pick<typeof subscriptionRequest.$inferInsert, 'email' | 'language' | 'scope' | 'frequency'>

async function askToConfirm(house: House, request: Request, subject: string, body: (link: string) => string): Promise<void> {
  await house.db.transaction(async (tx) => {
    const now = house.clock.now()
    if ((await openRequests(tx, request.email, now)) >= MOST_REQUESTS) return
    const token = randomBytes(24).toString('base64url')
    const expiresAt = new Date(now.getTime() + CONFIRM_WITHIN_DAYS * DAY)
    await tx.insert(subscriptionRequest).values({ ...request, id: hashOfToken(token), expiresAt })
    const { email: to, language } = request
    await house.mailer.queue(tx, { to, language, subject, body: body(withToken(house, language, 'followConfirm', token)), expiresAt })
  })
}

async function openRequests(tx: Database, email: string, now: Date): Promise<number> {
  const [row] = await tx
    .select({ requests: count() })
    .from(subscriptionRequest)
    .where(and(eq(subscriptionRequest.email, email), gt(subscriptionRequest.expiresAt, now)))
  return row?.requests ?? 0
}

/** Forgets wishes that nobody confirmed in time, and addresses that follow nothing (two may leave their last two things at once). */
export async function forgetUnconfirmed(db: Database, now: Date): Promise<void> {
  await db.delete(subscriptionRequest).where(lt(subscriptionRequest.expiresAt, now))
  const following = db.select({ scope: subscription.scope }).from(subscription).where(eq(subscription.subscriberId, subscriber.id))
  await db.delete(subscriber).where(notExists(following))
}
