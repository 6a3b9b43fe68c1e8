import { and, asc, count, eq, isNotNull } from 'drizzle-orm'
import { hasAccount } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import type { House } from '../platform/house.ts'
import type { Language } from '../platform/languages/languages.ts'
import { eraseLettersTo } from '../platform/mail/letters.ts'
import { wrongField } from '../platform/refusal.ts'
import { MOST_SUBSCRIPTIONS } from './confirmSubscription.ts'
import { subscriptionTexts } from './subscriptionTexts.ts'
import { type Frequency, subscriber, subscription, subscriptionRequest } from './tables.ts'

/** What an address follows, and whether letters to it rest. */
export type Subscriptions = {
  id: string
  email: string
  language: Language
  restsSince: Date | null
  following: { scope: string; frequency: Frequency }[]
}

type Which = { id: string } | { email: string }
const isWhich = (which: Which) => ('id' in which ? eq(subscriber.id, which.id) : eq(subscriber.email, which.email))

/** What a subscriber follows, in the order in which it began; null when the address follows nothing. */
export async function subscriptionsOf(db: Database, which: Which): Promise<Subscriptions | null> {
  const [found] = await db.select().from(subscriber).where(isWhich(which))
  if (!found) return null
  const following = await db
    .select({ scope: subscription.scope, frequency: subscription.frequency })
    .from(subscription)
    .where(eq(subscription.subscriberId, found.id))
    .orderBy(asc(subscription.createdAt), asc(subscription.scope))
    .limit(MOST_SUBSCRIPTIONS)
  const { id, email, language, restsSince } = found
  return { id, email, language, restsSince, following }
}

/** Changes how often a subscriber is told of a thing; what was not told yet is told in the new way. Refuses what is not followed. */
export async function changeFrequency(house: House, id: string, scope: string, frequency: Frequency): Promise<void> {
  const changed = await house.db
    .update(subscription)
    .set({ frequency })
    .where(and(eq(subscription.subscriberId, id), eq(subscription.scope, scope)))
    .returning({ scope: subscription.scope })
  if (!changed.length) throw wrongField('frequency', (language) => subscriptionTexts[language].notFollowed)
}

/** Changes the language of a subscriber's letters. */
export async function changeLanguage(house: House, id: string, language: Language): Promise<void> {
  await house.db.update(subscriber).set({ language }).where(eq(subscriber.id, id))
}

/** Ends one subscription; with the last one the address is erased. What is not followed any more needs no ending. */
export async function leaveOne(house: House, id: string, scope: string): Promise<void> {
  await house.db.transaction(async (tx) => {
    await tx.delete(subscription).where(and(eq(subscription.subscriberId, id), eq(subscription.scope, scope)))
    const [left] = await tx.select({ n: count() }).from(subscription).where(eq(subscription.subscriberId, id))
    if (!left?.n) await eraseSubscriber(tx, { id })
  })
}

/** Ends all subscriptions of an address and erases it, with its letters and wishes. Once more changes nothing. */
export async function leaveAll(house: House, which: Which): Promise<void> {
  await house.db.transaction((tx) => eraseSubscriber(tx, which))
}

/** Letters first, in the order in which delivering locks them too; and once more, for one that was being written. Someone with an account keeps the letters about it. */
async function eraseSubscriber(tx: Database, whose: Which): Promise<void> {
  const [going] = await tx.select({ id: subscriber.id, email: subscriber.email }).from(subscriber).where(isWhich(whose))
  if (!going) return
  const which = (await hasAccount(tx, going.email)) ? 'bulk' : 'all'
  await eraseLettersTo(tx, going.email, which)
  await tx.delete(subscriptionRequest).where(eq(subscriptionRequest.email, going.email))
  await tx.delete(subscriber).where(eq(subscriber.id, going.id))
  await eraseLettersTo(tx, going.email, which)
}

/** How many addresses follow a thing: their number alone. One query, by an index. */
export async function countFollowers(db: Database, scope: string): Promise<number> {
  const [row] = await db.select({ n: count() }).from(subscription).where(eq(subscription.scope, scope))
  return row?.n ?? 0
}

/** How many follow by e-mail: numbers alone. */
export type SubscriptionCounts = { subscribers: number; resting: number; unconfirmed: number; by: Record<Frequency, number> }

/** How many addresses follow, how many of them rest, how many wait to be confirmed, and how many subscriptions there are of each frequency. */
export async function countSubscriptions(db: Database): Promise<SubscriptionCounts> {
  const [subscribers] = await db.select({ n: count() }).from(subscriber)
  const [resting] = await db.select({ n: count() }).from(subscriber).where(isNotNull(subscriber.restsSince))
  const [unconfirmed] = await db.select({ n: count() }).from(subscriptionRequest)
  const rows = await db.select({ frequency: subscription.frequency, n: count() }).from(subscription).groupBy(subscription.frequency)
  const by = new Map(rows.map(({ frequency, n }) => [frequency, n]))
  return {
    subscribers: subscribers?.n ?? 0,
    resting: resting?.n ?? 0,
    unconfirmed: unconfirmed?.n ?? 0,
    by: { immediate: by.get('immediate') ?? 0, daily: by.get('daily') ?? 0, weekly: by.get('weekly') ?? 0 },
  }
}
