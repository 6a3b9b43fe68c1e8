import { and, asc, desc, eq, gt, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Database } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { type ContributionKind, call, ideaCount } from '../tables.ts'
import type { Call } from './callState.ts'
import { callCorrection } from './tables.ts'

/** A plan has a handful of calls, and never so many. */
const MOST_CALLS = 200

/** A call of a plan that everyone may see on that day, or null. One query. */
export async function callById(db: Database, planId: string, id: number, today: Day): Promise<Call | null> {
  const [found] = await db
    .select()
    .from(call)
    .where(and(eq(call.id, id), eq(call.planId, planId), lte(call.publishedOn, today)))
  return found ?? null
}

/** A call of a plan for the secretariat's eyes, a draft too. One query. */
export async function anyCallById(db: Database, planId: string, id: number): Promise<Call | null> {
  const [found] = await db
    .select()
    .from(call)
    .where(and(eq(call.id, id), eq(call.planId, planId)))
  return found ?? null
}

/** A plan's calls that everyone may see on that day, the one that starts last first. One query. */
export const callsOf = (db: Database, planId: string, today: Day): Promise<Call[]> =>
  db
    .select()
    .from(call)
    .where(and(eq(call.planId, planId), lte(call.publishedOn, today)))
    .orderBy(desc(call.startsOn), desc(call.id))
    .limit(MOST_CALLS)

/** The same of several plans, for calendars. One query. */
export async function callsOfPlans(db: Database, planIds: readonly string[], today: Day): Promise<Call[]> {
  if (!planIds.length) return []
  return db
    .select()
    .from(call)
    .where(and(inArray(call.planId, [...planIds]), lte(call.publishedOn, today)))
    .orderBy(desc(call.startsOn), desc(call.id))
    .limit(MOST_CALLS)
}

/** All calls of a plan, drafts too, for the secretariat. One query. */
export const allCallsOf = (db: Database, planId: string): Promise<Call[]> =>
  db.select().from(call).where(eq(call.planId, planId)).orderBy(desc(call.startsOn), desc(call.id)).limit(MOST_CALLS)

/** The calls of these plans to which something can be sent on that day, the one that ends first first. One query. */
export async function openCallsOf(db: Database, planIds: readonly string[], today: Day): Promise<Call[]> {
  if (!planIds.length) return []
  return db
    .select()
    .from(call)
    .where(and(inArray(call.planId, [...planIds]), isOpen(today)))
    .orderBy(asc(call.endsOn), asc(call.id))
    .limit(MOST_CALLS)
}

/** The same that callState.ts calls open. */
const isOpen = (today: Day) =>
  and(lte(call.publishedOn, today), lte(call.startsOn, today), gte(call.endsOn, today), or(isNull(call.closedOn), gt(call.closedOn, today)))

/** The call to which something can be sent on that day; of several the one that ends first. One query. */
export async function openCall(db: Database, today: Day): Promise<Call | null> {
  const [found] = await db.select().from(call).where(isOpen(today)).orderBy(asc(call.endsOn), asc(call.id)).limit(1)
  return found ?? null
}

/** The drafts whose start has come, or whose last day is near: what the secretariat has forgotten. One query. */
export const lateDrafts = (db: Database, today: Day): Promise<Call[]> =>
  db
    .select()
    .from(call)
    .where(and(isNull(call.publishedOn), lte(call.startsOn, today)))
    .orderBy(asc(call.startsOn), asc(call.id))
    .limit(MOST_CALLS)

/** A correction of an open call. */
export type CallCorrection = typeof callCorrection.$inferSelect

/** The corrections of a call known on that day, the first first. One query. */
export const correctionsOf = (db: Database, callId: number, today: Day): Promise<CallCorrection[]> =>
  db
    .select()
    .from(callCorrection)
    .where(and(eq(callCorrection.callId, callId), lte(callCorrection.correctedOn, today)))
    .orderBy(asc(callCorrection.id))
    .limit(MOST_CALLS)

/** How many things of each kind everyone can read on a plan. One query. */
export async function sentSoFar(db: Database, planId: string): Promise<Map<ContributionKind, number>> {
  const rows = await db.select({ kind: ideaCount.kind, ideas: ideaCount.ideas }).from(ideaCount).where(eq(ideaCount.planId, planId))
  const counts = new Map<ContributionKind, number>()
  for (const { kind, ideas } of rows) counts.set(kind, (counts.get(kind) ?? 0) + ideas)
  return counts
}
