import { randomUUID } from 'node:crypto'
import { setImmediate as letOthers } from 'node:timers/promises'
import { and, eq, getTableColumns, gt, inArray, isNull, lt, min, notExists, sql } from 'drizzle-orm'
import type { Database } from '../platform/database/database.ts'
import { groupBy } from '../platform/groupBy.ts'
import type { House } from '../platform/house.ts'
import type { Circular, CircularLetter } from '../platform/mail/mailer.ts'
import { mail } from '../platform/tables.ts'
import { recordState } from '../record/index.ts'
import { type Bulletin, readBulletin } from './bulletin.ts'
import { endingOf } from './letter.tsx'
import { openSigner, type Signer, withToken } from './links.ts'
import { type NewsState, numberNews, upTo } from './numberNews.ts'
import { frequencies, scopeNews, subscriber, subscription } from './tables.ts'

/** So many subscribers in one transaction: a few milliseconds, so that pages do not wait. */
const BATCH = 100

type Subscriber = typeof subscriber.$inferSelect
/** A subscription with the last news of its thing. */
type Subscription = typeof subscription.$inferSelect & { newest: number }

/** What a run needs, read once and again only when something was published or withdrawn meanwhile. */
type Run = { state: NewsState; signer: Signer; bulletin: Bulletin; entries: number; lowest: number }

/**
 * Writes the letters that are due: to each subscriber at most one, with each piece of news once, whatever
 * follows overlap. Goes through the subscribers by their number in small transactions, each of which queues
 * the letters and notes how far they tell; so a run that ends in the middle goes on where it was, and several
 * processes share the work. Who has a letter that still waits for the mail server gets no second one: the
 * next tells all.
 */
export async function sendDigests(house: House, isStopping: () => boolean = () => false): Promise<void> {
  const state = await numberNews(house)
  const lowest = await lowestTold(house, state)
  if (lowest === null) return
  const signer = await openSigner(house)
  let run = await readRun(house, state, signer, lowest)
  for (let after = ''; !isStopping(); ) {
    const ids = await dueAfter(house, state, after)
    const last = ids.at(-1)
    if (last === undefined) return
    if ((await recordState(house.db)).entries !== run.entries) run = await readRun(house, state, signer, lowest)
    await house.db.transaction((tx) => sendBatch({ ...house, db: tx }, run, ids))
    after = last
    await letOthers()
  }
}

async function readRun(house: House, state: NewsState, signer: Signer, lowest: number): Promise<Run> {
  const { entries } = await recordState(house.db)
  return { state, signer, entries, lowest, bulletin: await readBulletin(house, lowest, state.newest) }
}

/** The last news that letters of a subscription tell by now. */
const upToOf = (state: NewsState) =>
  sql`case ${subscription.frequency} ${sql.join(
    frequencies.map((frequency) => sql`when ${frequency} then ${upTo(state, frequency)}::bigint`),
    sql` `,
  )} end`

/** Subscriptions to which something happened that their letters tell by now. */
const isDue = (state: NewsState) => and(lt(subscription.toldUpTo, scopeNews.newest), lt(subscription.toldUpTo, upToOf(state)))

/** From where news have to be read for all letters that are due; null when none is. */
async function lowestTold({ db }: House, state: NewsState): Promise<number | null> {
  const [row] = await db
    .select({ lowest: min(subscription.toldUpTo) })
    .from(subscription)
    .innerJoin(scopeNews, eq(scopeNews.scope, subscription.scope))
    .innerJoin(subscriber, and(eq(subscriber.id, subscription.subscriberId), isNull(subscriber.restsSince)))
    .where(isDue(state))
  return row?.lowest ?? null
}

/** The next subscribers to whom a letter is due. */
async function dueAfter({ db }: House, state: NewsState, after: string): Promise<string[]> {
  const waiting = db
    .select({ id: mail.id })
    .from(mail)
    .where(and(eq(mail.id, subscriber.letterId), eq(mail.state, 'waiting')))
  const rows = await db
    .selectDistinct({ id: subscription.subscriberId })
    .from(subscription)
    .innerJoin(scopeNews, eq(scopeNews.scope, subscription.scope))
    .innerJoin(subscriber, and(eq(subscriber.id, subscription.subscriberId), isNull(subscriber.restsSince)))
    .where(and(gt(subscription.subscriberId, after), isDue(state), notExists(waiting)))
    .orderBy(subscription.subscriberId)
    .limit(BATCH)
  return rows.map(({ id }) => id)
}

/** Writes to these subscribers, but those to whom another process is writing. */
async function sendBatch(house: House, run: Run, ids: readonly string[]): Promise<void> {
  const { db } = house
  const locked = await db
    .select()
    .from(subscriber)
    .where(and(inArray(subscriber.id, [...ids]), isNull(subscriber.restsSince)))
    .for('update', { skipLocked: true })
  if (!locked.length) return
  const mineIds = locked.map(({ id }) => id)
  // Read under the lock: another process may have told them a moment ago.
  const followed = await db
    .select({ ...getTableColumns(subscription), newest: sql<number>`coalesce(${scopeNews.newest}, 0)`.mapWith(Number) })
    .from(subscription)
    .leftJoin(scopeNews, eq(scopeNews.scope, subscription.scope))
    .where(inArray(subscription.subscriberId, mineIds))
  const following = groupBy(followed, (row) => row.subscriberId)
  const mine = locked.flatMap((one) => {
    const told = whatToTell(run, following.get(one.id) ?? [])
    return told ? [{ one, ...told }] : []
  })
  const letters = new Map<Circular, CircularLetter[]>()
  for (const { one, numbers, more } of mine) {
    if (!numbers.length) continue
    const circular = run.bulletin.circular(one.language, numbers, more)
    letters.set(circular, [...(letters.get(circular) ?? []), letterTo(house, run.signer, one)])
  }
  for (const [circular, some] of letters) await house.mailer.queueCircular(db, circular, some)
  await noteTold(
    db,
    run.state,
    mine.map(({ one }) => one.id),
    [...letters.values()].flat(),
  )
}

/** What a subscriber is told, the latest first; null when not all of it has been read: the next run has it. */
function whatToTell({ state, bulletin, lowest }: Run, following: readonly Subscription[]): { numbers: number[]; more: boolean } | null {
  const due = following.filter((one) => one.toldUpTo < Math.min(one.newest, upTo(state, one.frequency)))
  if (!due.length || due.some((one) => one.toldUpTo < lowest)) return null
  const isOf = ({ number, scopes }: Bulletin['items'][number], one: Subscription, after: number, last: number): boolean =>
    number > after && number <= last && scopes.has(one.scope)
  const numbers = bulletin.items
    .filter(
      (item) =>
        due.some((one) => isOf(item, one, one.toldUpTo, upTo(state, one.frequency))) &&
        // What another of their subscriptions has told, more often, is not told again.
        !following.some((one) => isOf(item, one, one.beganAfter, one.toldUpTo)),
    )
    .map(({ number }) => number)
  return { numbers, more: due.some((one) => one.toldUpTo < bulletin.wholeAfter) }
}

function letterTo(house: House, signer: Signer, { id, email, language }: Subscriber): CircularLetter {
  const manage = withToken(house, language, 'subscriptions', signer.tokenOf('manage', id))
  const unsubscribe = withToken(house, language, 'unsubscribe', signer.tokenOf('unsubscribe', id))
  return { id: randomUUID(), to: email, ...endingOf(language, { manage, unsubscribe }), unsubscribe }
}

/** Notes how far these were told, and each one's letter. */
async function noteTold(db: Database, state: NewsState, ids: readonly string[], letters: readonly CircularLetter[]): Promise<void> {
  if (!ids.length) return
  await db
    .update(subscription)
    .set({ toldUpTo: sql`greatest(${subscription.toldUpTo}, ${upToOf(state)})` })
    .where(inArray(subscription.subscriberId, [...ids]))
  if (!letters.length) return
  await db
    .update(subscriber)
    .set({ letterId: sql`${mail.id}` })
    .from(mail)
    .where(
      and(
        eq(mail.recipient, subscriber.email),
        inArray(
          mail.id,
          letters.map(({ id }) => id),
        ),
      ),
    )
}
