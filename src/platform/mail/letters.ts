import { and, asc, count, desc, eq, inArray, isNotNull, lt, ne, notExists, or, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { mail, mailCircular } from '../tables.ts'

const DAY = 24 * 60 * 60 * 1000
const HOUR = 60 * 60 * 1000
/** Long enough to find out why a letter did not arrive, and for the last report that one has come back. */
export const KEPT_DAYS = 30
const LISTED = 50

export type LetterState = (typeof mail.$inferSelect)['state']

/** How many letters are in each state. */
export async function countLetters(db: Database): Promise<Record<LetterState, number>> {
  const rows = await db.select({ state: mail.state, letters: count() }).from(mail).groupBy(mail.state)
  const found = new Map(rows.map(({ state, letters }) => [state, letters]))
  const of = (state: LetterState): number => found.get(state) ?? 0
  return { waiting: of('waiting'), sent: of('sent'), shown: of('shown'), failed: of('failed'), returned: of('returned') }
}

/** How many letters have failed, and how many have waited since before that moment. */
export async function countStuck(db: Database, before: Date): Promise<{ failed: number; waiting: number }> {
  const [row] = await db
    .select({
      failed: sql<number>`count(*) filter (where ${eq(mail.state, 'failed')})::int`,
      waiting: sql<number>`count(*) filter (where ${eq(mail.state, 'waiting')})::int`,
    })
    .from(mail)
    .where(or(eq(mail.state, 'failed'), and(eq(mail.state, 'waiting'), lt(mail.createdAt, before))))
  return row ?? { failed: 0, waiting: 0 }
}

/** A letter that has not gone out, without its text. */
export type UnsentLetter = {
  id: string
  recipient: string
  subject: string
  language: 'lv' | 'en'
  state: LetterState
  attempts: number
  problem: string | null
  createdAt: Date
  nextTryAt: Date
  /** Without its text it can't be sent any more. */
  hasText: boolean
}

/** Letters that wait or have failed: the failed first, then the oldest, at most fifty. */
export async function unsentLetters(db: Database): Promise<UnsentLetter[]> {
  return db
    .select({
      id: mail.id,
      recipient: mail.recipient,
      subject: mail.subject,
      language: mail.language,
      state: mail.state,
      attempts: mail.attempts,
      problem: mail.problem,
      createdAt: mail.createdAt,
      nextTryAt: mail.nextTryAt,
      hasText: sql<boolean>`${mail.body} is not null`,
    })
    .from(mail)
    .where(inArray(mail.state, ['waiting', 'failed']))
    .orderBy(asc(mail.state), asc(mail.createdAt))
    .limit(LISTED)
}

/** A letter as it would have been sent, with its text unless that has been erased. */
export type ShownLetter = Pick<
  typeof mail.$inferSelect,
  'id' | 'recipient' | 'language' | 'subject' | 'body' | 'unsubscribe' | 'calendar' | 'createdAt'
>

/** The letters that a demonstration shows instead of sending them, the latest first, at most fifty. */
export async function shownLetters(db: Database): Promise<ShownLetter[]> {
  return db
    .select({
      id: mail.id,
      recipient: mail.recipient,
      language: mail.language,
      subject: mail.subject,
      body: sql<string | null>`coalesce(${mailCircular.text}, '') || ${mail.body}`,
      unsubscribe: mail.unsubscribe,
      calendar: mail.calendar,
      createdAt: mail.createdAt,
    })
    .from(mail)
    .leftJoin(mailCircular, eq(mailCircular.id, mail.circularId))
    .where(eq(mail.state, 'shown'))
    .orderBy(desc(mail.createdAt), desc(mail.id))
    .limit(LISTED)
}

/** Notes that a letter came back, the first time it is told; gives whose it was, else null. `status` is a code of RFC 3463. */
export async function noteReturned(tx: Database, id: string, status: string): Promise<string | null> {
  const [noted] = await tx
    .update(mail)
    .set({ state: 'returned', problem: status })
    .where(and(eq(mail.id, id), eq(mail.state, 'sent')))
    .returning({ recipient: mail.recipient })
  return noted?.recipient ?? null
}

/** To whom a letter went; null when it is not known any more. */
export async function recipientOf(db: Database, id: string): Promise<string | null> {
  const [found] = await db.select({ recipient: mail.recipient }).from(mail).where(eq(mail.id, id))
  return found?.recipient ?? null
}

/** Erases the letters to an address: all of them, or those alone that nobody waits for. */
export async function eraseLettersTo(tx: Database, address: string, which: 'all' | 'bulk'): Promise<void> {
  await tx.delete(mail).where(and(eq(mail.recipient, address), ...(which === 'all' ? [] : [eq(mail.bulk, true)])))
}

/** Lets failed letters be tried anew, one or all; those whose text is gone stay. Tells how many. */
export async function retryLetters(tx: Database, now: Date, which: { id: string } | 'all'): Promise<number> {
  const retried = await tx
    .update(mail)
    .set({ state: 'waiting', attempts: 0, nextTryAt: now })
    .where(and(eq(mail.state, 'failed'), isNotNull(mail.body), ...(which === 'all' ? [] : [eq(mail.id, which.id)])))
    .returning({ id: mail.id })
  return retried.length
}

/**
 * Erases what nobody needs any more: the text of a letter whose link has ended (one that still
 * waited has failed), old letters as a whole, and what letters shared that are gone. Works also
 * where nothing is sent.
 */
export async function eraseLetters(db: Database, now: Date): Promise<void> {
  await db
    .update(mail)
    .set({
      body: null,
      calendar: null,
      problem: sql`case when ${mail.state} = 'waiting' then 'EXPIRED' else ${mail.problem} end`,
      state: sql`case when ${mail.state} = 'waiting' then 'failed' else ${mail.state} end`,
    })
    .where(and(isNotNull(mail.body), sql`${mail.expiresAt} <= ${now.toISOString()}`))
  await db.delete(mail).where(and(lt(mail.createdAt, new Date(now.getTime() - KEPT_DAYS * DAY)), ne(mail.state, 'waiting')))
  const used = db.select({ id: mail.id }).from(mail).where(eq(mail.circularId, mailCircular.id))
  // One that is younger may be about to be used.
  await db.delete(mailCircular).where(and(lt(mailCircular.createdAt, new Date(now.getTime() - HOUR)), notExists(used)))
}
