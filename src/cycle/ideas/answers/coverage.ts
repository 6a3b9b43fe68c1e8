import { and, asc, eq, gt, lt, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { type AnswerState, ideaCount } from '../tables.ts'
import { answerDaysCount, SECRETARIAT, waitingCount } from './tables.ts'

/** How far a plan's ideas are answered. */
export type Coverage = {
  ideas: number
  answered: number
  /** Answers whose day has passed. */
  overdue: number
  byState: ReadonlyMap<AnswerState, number>
  /** Half of the answers came within so many days after the idea was sent; null = there is none yet. */
  medianDays: number | null
  /** Who is late, with most first: an institution, or the secretariat (null). */
  late: { institutionId: string | null; ideas: number; since: Day }[]
}

/** More who are late are not named. */
const MOST_LATE = 100

/** Reads from counts alone: three queries over a few rows, with a million ideas as with ten. */
export async function coverageOf(db: Database, planId: string, today: Day): Promise<Coverage> {
  const states = await db
    .select({ state: ideaCount.answerState, ideas: sql<number>`sum(${ideaCount.ideas})::int` })
    .from(ideaCount)
    .where(eq(ideaCount.planId, planId))
    .groupBy(ideaCount.answerState)
  const byState = new Map(states.map(({ state, ideas }) => [state, ideas]))
  const late = await db
    .select({
      answerer: waitingCount.answerer,
      ideas: sql<number>`sum(${waitingCount.ideas})::int`,
      since: sql<Day>`min(${waitingCount.due})::text`,
    })
    .from(waitingCount)
    .where(and(eq(waitingCount.planId, planId), lt(waitingCount.due, today), gt(waitingCount.ideas, 0)))
    .groupBy(waitingCount.answerer)
    .orderBy(sql`sum(${waitingCount.ideas}) desc`, asc(waitingCount.answerer))
    .limit(MOST_LATE)
  const ideas = states.reduce((sum, one) => sum + one.ideas, 0)
  return {
    ideas,
    answered: ideas - (byState.get('waiting') ?? 0),
    overdue: late.reduce((sum, one) => sum + one.ideas, 0),
    byState,
    medianDays: await medianDays(db, planId),
    late: late.map(({ answerer, ...rest }) => ({ institutionId: answerer === SECRETARIAT ? null : answerer, ...rest })),
  }
}

/** The median, from how many were answered after how many days. One query. */
async function medianDays(db: Database, planId: string): Promise<number | null> {
  const { rows } = (await db.execute(sql`
    select min(days)::int as median from (
      select days, sum(ideas) over (order by days) as so_far, sum(ideas) over () as all_of_them
      from ${answerDaysCount} where plan_id = ${planId} and ideas > 0) counted
    where so_far * 2 >= all_of_them`)) as { rows: { median: number | null }[] }
  return rows[0]?.median ?? null
}

/** How many published ideas of a plan have no answer. One query. */
export async function unansweredIn(db: Database, planId: string): Promise<number> {
  const [row] = await db
    .select({ ideas: sql<number>`coalesce(sum(${ideaCount.ideas}), 0)::int` })
    .from(ideaCount)
    .where(and(eq(ideaCount.planId, planId), eq(ideaCount.answerState, 'waiting')))
  return row?.ideas ?? 0
}
