import { and, eq } from 'drizzle-orm'
import type { Database } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { callState } from '../calls/callState.ts'
import { shareCall } from '../calls/takesNow.ts'
import { call, idea } from '../tables.ts'
import { ideaRefusals } from '../words.ts'

/** An idea with the call it was sent to. */
export type IdeaOfCall = { idea: typeof idea.$inferSelect; call: typeof call.$inferSelect }

/** An idea by its number in the plan, with its call, whether or not anyone may see it. */
export async function ideaByNumber(db: Database, planId: string, number: number): Promise<IdeaOfCall | null> {
  const [found] = await db
    .select({ idea, call })
    .from(idea)
    .innerJoin(call, eq(call.id, idea.callId))
    .where(and(eq(idea.planId, planId), eq(idea.number, number)))
  return found ?? null
}

/**
 * Refuses what can't be done to an idea: 404 where everyone has not seen it yet, 409 where it is hidden or its call
 * takes no more.
 */
export function refuseUnlessOpen({ idea: { visibility }, call: its }: IdeaOfCall, today: Day): void {
  if (visibility === 'waiting') throw notFound()
  if (visibility === 'hidden') throw new Refusal(409, (language) => ideaRefusals[language].hidden)
  if (callState(its, today) !== 'open') throw new Refusal(409, (language) => ideaRefusals[language].closed)
}

/**
 * Locks an idea that takes supports and comments: its counters are changed one after another. Its call is held open
 * first: closed means closed, also for what is on its way at that moment.
 */
export async function lockOpenIdea(tx: Database, planId: string, number: number, today: Day): Promise<IdeaOfCall> {
  const isAsked = and(eq(idea.planId, planId), eq(idea.number, number))
  const [known] = await tx.select({ callId: idea.callId }).from(idea).where(isAsked)
  if (!known) throw notFound()
  await shareCall(tx, planId, known.callId)
  await tx.select({ id: idea.id }).from(idea).where(isAsked).for('no key update')
  const found = await ideaByNumber(tx, planId, number)
  if (!found) throw notFound()
  refuseUnlessOpen(found, today)
  return found
}
