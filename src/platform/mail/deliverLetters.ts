import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Log } from '../log.ts'
import { mail, mailCircular } from '../tables.ts'
import type { Leaving, Post, Posted } from './post.ts'

/** After so many attempts, which take about sixteen hours, a letter that the server does not take has failed. */
export const MOST_ATTEMPTS = 12
const MINUTE = 60_000
/** Nobody sends for so long: a letter taken longer ago was taken by a process that died. */
const TAKEN_MINUTES = 10

/** How long to wait after so many attempts: one minute, two, four, at most four hours. */
const waitAfter = (attempts: number): number => Math.min(2 ** (attempts - 1), 240) * MINUTE

type Taken = typeof mail.$inferSelect
type Circulars = ReadonlyMap<string, { text: string; html: string }>

/** What happens to whoever's address turned out to be nobody's, in the transaction that notes it. */
export type OnNobody = (tx: Database, address: string, now: Date) => Promise<void>

/** What delivering needs: where letters lie, the time, the way out, and whether to stop. */
export type Delivery = { db: Database; clock: Clock; post: Post; log: Log; onNobody: OnNobody; isStopping?: () => boolean }

/**
 * Sends the letters that are due, a handful at once; those that many get wait for all others. Several
 * processes may do so together: whoever takes letters moves their next try on, so nobody else takes
 * them. Letters are never sent inside a transaction, since on the embedded engine everyone else
 * would wait for the mail server.
 */
export async function deliverLetters(delivery: Delivery): Promise<void> {
  const { db, clock, post, log, isStopping = () => false } = delivery
  let circulars: Circulars = new Map()
  while (!isStopping()) {
    const letters = await takeLetters(db, clock.now(), post.atOnce)
    if (!letters.length) return
    circulars = await circularsOf(db, letters, circulars)
    const sendings = await Promise.all(letters.map(async (letter) => ({ letter, posted: await post.send(leaving(letter, circulars)) })))
    await settleSent(
      db,
      clock.now(),
      sendings.flatMap(({ letter, posted }) => (posted.kind === 'sent' ? [letter] : [])),
    )
    let away = false
    for (const { letter, posted } of sendings) {
      if (posted.kind === 'sent') continue
      const state = await settle(delivery, letter, posted)
      log[state === 'failed' ? 'error' : 'warn']({ letter: letter.id, problem: posted.problem, attempts: letter.attempts, state }, 'letter')
      away ||= posted.kind === 'server away'
    }
    // The others would wait in vain for the same server: the next round tries again.
    if (away) return
  }
}

/** Takes the letters that have been due longest, skipping those that others are taking. */
async function takeLetters(db: Database, now: Date, atOnce: number): Promise<Taken[]> {
  const due = sql`array(
    select id from mail
    where state = 'waiting' and next_try_at <= ${now.toISOString()} and (expires_at is null or expires_at > ${now.toISOString()})
    order by bulk, next_try_at limit ${atOnce} for update skip locked)`
  const taken = await db
    .update(mail)
    .set({ attempts: sql`${mail.attempts} + 1`, nextTryAt: new Date(now.getTime() + TAKEN_MINUTES * MINUTE) })
    .where(sql`${mail.id} = any(${due})`)
    .returning()
  return taken.sort((a, b) => Number(a.bulk) - Number(b.bulk))
}

/** The texts that these letters share; most have the same as the letters before. */
async function circularsOf(db: Database, letters: readonly Taken[], known: Circulars): Promise<Circulars> {
  const ids = [...new Set(letters.flatMap(({ circularId }) => circularId ?? []))]
  const missing = ids.filter((id) => !known.has(id))
  if (!missing.length) return known
  const rows = await db.select().from(mailCircular).where(inArray(mailCircular.id, missing))
  return new Map([...[...known].filter(([id]) => ids.includes(id)), ...rows.map((row) => [row.id, row] as const)])
}

function leaving(letter: Taken, circulars: Circulars): Leaving {
  const { id, recipient: to, language, subject, unsubscribe, calendar } = letter
  const circular = letter.circularId === null ? null : circulars.get(letter.circularId)
  return {
    id,
    to,
    language,
    subject,
    unsubscribe,
    calendar,
    body: (circular?.text ?? '') + (letter.body ?? ''),
    html: circular ? circular.html + (letter.html ?? '') : null,
  }
}

/** Notes what has gone; nothing of its text is kept. */
async function settleSent(db: Database, now: Date, letters: readonly Taken[]): Promise<void> {
  if (!letters.length) return
  await db
    .update(mail)
    .set({ state: 'sent', body: null, html: null, circularId: null, unsubscribe: null, calendar: null, problem: null, sentAt: now })
    .where(
      inArray(
        mail.id,
        letters.map(({ id }) => id),
      ),
    )
}

/** Notes what has not gone, unless the letter has been taken by someone else since. A server that is away is waited for. */
async function settle(delivery: Delivery, letter: Taken, posted: Exclude<Posted, { kind: 'sent' }>): Promise<'waiting' | 'failed'> {
  const now = delivery.clock.now()
  const { kind, problem } = posted
  const failed = kind === 'refused' || kind === 'nobody' || (kind === 'later' && letter.attempts >= MOST_ATTEMPTS)
  await delivery.db.transaction(async (tx) => {
    const noted = await tx
      .update(mail)
      .set({ state: failed ? 'failed' : 'waiting', problem, nextTryAt: new Date(now.getTime() + waitAfter(letter.attempts)) })
      .where(and(eq(mail.id, letter.id), eq(mail.attempts, letter.attempts), eq(mail.state, 'waiting')))
      .returning({ id: mail.id })
    if (noted.length && kind === 'nobody') await delivery.onNobody(tx, letter.recipient, now)
  })
  return failed ? 'failed' : 'waiting'
}
