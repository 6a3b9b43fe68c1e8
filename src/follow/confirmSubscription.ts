import { randomUUID } from 'node:crypto'
import { and, count, eq, gt, ne } from 'drizzle-orm'
import type { House } from '../platform/house.ts'
import { notFound, Refusal } from '../platform/refusal.ts'
import { numberNews } from './numberNews.ts'
import { hashOfToken } from './requestSubscription.ts'
import { scopeByKey } from './scopeKeys.ts'
import { subscriptionTexts } from './subscriptionTexts.ts'
import { type Frequency, subscriber, subscription, subscriptionRequest } from './tables.ts'

/** So many things one address follows at most; who wants more follows everything. */
export const MOST_SUBSCRIPTIONS = 100

/** A wish that waits to be confirmed: to follow something, or without a scope to get letters again. */
export type OpenRequest = typeof subscriptionRequest.$inferSelect

const gone = () => new Refusal(410, (language) => subscriptionTexts[language].requestGone)

/** What a confirming link is about. Looking does not use it up. Null when it was used, or its time is up. */
export async function openRequest(house: House, token: string): Promise<OpenRequest | null> {
  const [found] = await house.db
    .select()
    .from(subscriptionRequest)
    .where(and(eq(subscriptionRequest.id, hashOfToken(token)), gt(subscriptionRequest.expiresAt, house.clock.now())))
  return found ?? null
}

/**
 * Uses a confirming link up: its address follows from now on, or is written to again. What it follows
 * already only changes its frequency. Gives the subscriber. Refuses with 410 what was used or is too
 * late, and with 404 what is not public any more.
 */
export async function confirmSubscription(house: House, token: string): Promise<string> {
  const { newest } = await numberNews(house)
  return house.db.transaction(async (tx) => {
    const [request] = await tx
      .delete(subscriptionRequest)
      .where(and(eq(subscriptionRequest.id, hashOfToken(token)), gt(subscriptionRequest.expiresAt, house.clock.now())))
      .returning()
    if (!request) throw gone()
    const { email, language, scope, frequency } = request
    if (scope !== null) await scopeByKey({ ...house, db: tx }, scope)
    const now = house.clock.now()
    const [known] = await tx.select().from(subscriber).where(eq(subscriber.email, email)).for('update')
    // Nobody follows anything with this address any more: there is nothing to be written to again.
    if (!known && scope === null) throw notFound()
    const awake = { language, bounces: 0, bouncedAt: null, restsSince: null }
    const [made] = await tx
      .insert(subscriber)
      .values({ id: randomUUID(), email, createdAt: now, ...awake })
      .onConflictDoUpdate({ target: subscriber.email, set: awake })
      .returning({ id: subscriber.id })
    const id = made?.id ?? ''
    // What happened while the address rested is not told afterwards.
    if (known?.restsSince) await tx.update(subscription).set({ toldUpTo: newest }).where(eq(subscription.subscriberId, id))
    if (scope !== null && frequency !== null) await follow({ ...house, db: tx }, { id, scope, frequency, newest, now })
    return id
  })
}

async function follow(
  { db }: House,
  { id, scope, frequency, newest, now }: { id: string; scope: string; frequency: Frequency; newest: number; now: Date },
): Promise<void> {
  const [others] = await db
    .select({ n: count() })
    .from(subscription)
    .where(and(eq(subscription.subscriberId, id), ne(subscription.scope, scope)))
  if ((others?.n ?? 0) >= MOST_SUBSCRIPTIONS) throw new Refusal(422, (language) => subscriptionTexts[language].tooMany(MOST_SUBSCRIPTIONS))
  await db
    .insert(subscription)
    .values({ subscriberId: id, scope, frequency, beganAfter: newest, toldUpTo: newest, createdAt: now })
    .onConflictDoUpdate({ target: [subscription.subscriberId, subscription.scope], set: { frequency } })
}
