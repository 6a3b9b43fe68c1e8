import { and, asc, count, desc, eq, inArray, isNotNull, lt, ne, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { mail } from '../tables.ts'

const DAY = 24 * 60 * 60 * 1000
/** Long enough to find out why a letter did not arrive. */
export const KEPT_DAYS = 90
const LISTED = 50

export type LetterState = (typeof mail.$inferSelect)['state']

/** How many letters are in each state. */
export async function countLetters(db: Database): Promise<Record<LetterState, number>> {
  const rows = await db.select({ state: mail.state, letters: count() }).from(mail).groupBy(mail.state)
  const found = new Map(rows.map(({ state, letters }) => [state, letters]))
  const of = (state: LetterState): number => found.get(state) ?? 0
  return { waiting: of('waiting'), sent: of('sent'), shown: of('shown'), failed: of('failed') }
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

/** The letters that a demonstration shows instead of sending them, the latest first, at most fifty. */
export async function shownLetters(db: Database): Promise<(typeof mail.$inferSelect)[]> {
  return db.select().from(mail).where(eq(mail.state, 'shown')).orderBy(desc(mail.createdAt), desc(mail.id)).limit(LISTED)
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
 * waited has failed), and old letters as a whole. Works also where nothing is sent.
 */
export async function eraseLetters(db: Database, now: Date): Promise<void> {
  await db
    .update(mail)
    .set({
      body: null,
      problem: sql`case when ${mail.state} = 'waiting' then 'EXPIRED' else ${mail.problem} end`,
      state: sql`case when ${mail.state} = 'waiting' then 'failed' else ${mail.state} end`,
    })
    .where(and(isNotNull(mail.body), sql`${mail.expiresAt} <= ${now.toISOString()}`))
  await db.delete(mail).where(and(lt(mail.createdAt, new Date(now.getTime() - KEPT_DAYS * DAY)), ne(mail.state, 'waiting')))
}
