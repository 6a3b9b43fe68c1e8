import { asc, count, desc, eq, lte } from 'drizzle-orm'
import type { Database } from '../platform/database/database.ts'
import type { Day } from '../platform/dates/partialDate.ts'
import { accessibilityFeedback, accessibilityStatement, type FeedbackState } from './tables.ts'

export type Statement = typeof accessibilityStatement.$inferSelect
export type Feedback = typeof accessibilityFeedback.$inferSelect

/** So many versions are listed. */
const MOST_VERSIONS = 50

/** The versions of the statement published by that day, the latest first, at most fifty. */
export const statementVersions = (db: Database, today: Day): Promise<Statement[]> =>
  db
    .select()
    .from(accessibilityStatement)
    .where(lte(accessibilityStatement.publishedOn, today))
    .orderBy(desc(accessibilityStatement.version))
    .limit(MOST_VERSIONS)

/** What the institution says in the statement on that day; null when it has not said anything. */
export async function currentStatement(db: Database, today: Day): Promise<Statement | null> {
  const [row] = await db
    .select()
    .from(accessibilityStatement)
    .where(lte(accessibilityStatement.publishedOn, today))
    .orderBy(desc(accessibilityStatement.version))
    .limit(1)
  return row ?? null
}

/** How many messages stand on one page of the list. */
export const MESSAGES_A_PAGE = 30

/** How many messages are in each state. */
export async function countFeedback(db: Database): Promise<Record<FeedbackState, number>> {
  const rows = await db
    .select({ state: accessibilityFeedback.state, messages: count() })
    .from(accessibilityFeedback)
    .groupBy(accessibilityFeedback.state)
  const of = (state: FeedbackState): number => rows.find((row) => row.state === state)?.messages ?? 0
  return { new: of('new'), answered: of('answered'), closed: of('closed') }
}

/** One page of the messages in a state, and whether there are more: the oldest new one first, else the latest. */
export async function listFeedback(db: Database, state: FeedbackState, page: number): Promise<{ messages: Feedback[]; more: boolean }> {
  const order = state === 'new' ? asc : desc
  const rows = await db
    .select()
    .from(accessibilityFeedback)
    .where(eq(accessibilityFeedback.state, state))
    .orderBy(order(accessibilityFeedback.receivedAt), order(accessibilityFeedback.id))
    .limit(MESSAGES_A_PAGE + 1)
    .offset((page - 1) * MESSAGES_A_PAGE)
  return { messages: rows.slice(0, MESSAGES_A_PAGE), more: rows.length > MESSAGES_A_PAGE }
}

/** One message; null when there is none, or none any more. */
export async function feedbackById(db: Database, id: number): Promise<Feedback | null> {
  const [row] = await db.select().from(accessibilityFeedback).where(eq(accessibilityFeedback.id, id))
  return row ?? null
}
