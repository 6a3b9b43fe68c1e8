import { and, eq, sql } from 'drizzle-orm'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Log } from '../log.ts'
import { mail } from '../tables.ts'
import type { Post, Posted } from './post.ts'

/** After so many attempts, which take about sixteen hours, a letter has failed. */
export const MOST_ATTEMPTS = 12
const MINUTE = 60_000
/** Nobody sends for so long: a letter taken longer ago was taken by a process that died. */
const TAKEN_MINUTES = 10

/** How long to wait after so many attempts: one minute, two, four, at most four hours. */
const waitAfter = (attempts: number): number => Math.min(2 ** (attempts - 1), 240) * MINUTE

type Taken = { id: string; to: string; language: 'lv' | 'en'; subject: string; body: string; attempts: number }

/** What delivering needs: where letters lie, the time, the way out, and whether to stop. */
export type Delivery = { db: Database; clock: Clock; post: Post; log: Log; isStopping?: () => boolean }

/**
 * Sends the letters that are due, one after another. Several processes may do so at once: whoever
 * takes a letter moves its next try on, so nobody else takes it. A letter is never sent inside a
 * transaction, since on the embedded engine everyone else would wait for the mail server.
 */
export async function deliverLetters({ db, clock, post, log, isStopping = () => false }: Delivery): Promise<void> {
  while (!isStopping()) {
    const letter = await takeLetter(db, clock.now())
    if (!letter) return
    const posted = await post.send(letter)
    const state = await settle(db, clock.now(), letter, posted)
    if (posted.kind === 'sent') continue
    log[state === 'failed' ? 'error' : 'warn']({ letter: letter.id, problem: posted.problem, attempts: letter.attempts, state }, 'letter')
    // The others would wait in vain for the same server: the next round tries again.
    if (posted.kind === 'server away') return
  }
}

/** Takes the letter that has been due longest, skipping those that others are taking. */
async function takeLetter(db: Database, now: Date): Promise<Taken | null> {
  const due = sql`(
    select id from mail
    where state = 'waiting' and next_try_at <= ${now.toISOString()} and (expires_at is null or expires_at > ${now.toISOString()})
    order by next_try_at limit 1 for update skip locked)`
  const [taken] = await db
    .update(mail)
    .set({ attempts: sql`${mail.attempts} + 1`, nextTryAt: new Date(now.getTime() + TAKEN_MINUTES * MINUTE) })
    .where(eq(mail.id, due))
    .returning()
  return taken ? { ...taken, to: taken.recipient, body: taken.body ?? '' } : null
}

/** Notes how it went, unless the letter has been taken by someone else since. */
async function settle(db: Database, now: Date, letter: Taken, posted: Posted): Promise<'sent' | 'waiting' | 'failed'> {
  const still = and(eq(mail.id, letter.id), eq(mail.attempts, letter.attempts))
  if (posted.kind === 'sent') {
    await db.update(mail).set({ state: 'sent', body: null, problem: null, sentAt: now }).where(still)
    return 'sent'
  }
  const state = posted.kind === 'refused' || letter.attempts >= MOST_ATTEMPTS ? 'failed' : 'waiting'
  await db
    .update(mail)
    .set({ state, problem: posted.problem, nextTryAt: new Date(now.getTime() + waitAfter(letter.attempts)) })
    .where(and(still, eq(mail.state, 'waiting')))
  return state
}
