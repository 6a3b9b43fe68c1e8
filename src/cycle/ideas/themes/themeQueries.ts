import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/database/database.ts'
import { type AnswerState, idea, theme } from '../tables.ts'

export type Theme = typeof theme.$inferSelect

/** A plan with more themes than these is not grouped any more. */
export const MOST_THEMES = 100

/** The themes of a plan that were not taken apart, in their order. One query. */
export const themesOf = (db: Database, planId: string): Promise<Theme[]> =>
  db
    .select()
    .from(theme)
    .where(and(eq(theme.planId, planId), isNull(theme.endedOn)))
    .orderBy(asc(theme.position), asc(theme.id))
    .limit(MOST_THEMES)

/** One theme, taken apart or not; null when there is none. */
export async function themeById(db: Database, id: number): Promise<Theme | null> {
  const [row] = await db.select().from(theme).where(eq(theme.id, id))
  return row ?? null
}

/** What is in a theme: how many ideas that everyone sees, their supports, and what became of them. */
export type ThemeSum = { ideas: number; supports: number; byState: Map<AnswerState, number> }

/** What is in these themes. One query, over an index alone. */
export async function sumsOf(db: Database, themeIds: readonly number[]): Promise<Map<number, ThemeSum>> {
  const sums = new Map<number, ThemeSum>(themeIds.map((id) => [id, { ideas: 0, supports: 0, byState: new Map() }]))
  if (!themeIds.length) return sums
  const rows = await db
    .select({
      themeId: idea.themeId,
      state: idea.answerState,
      ideas: sql<number>`count(*)::int`,
      supports: sql<number>`sum(${idea.supports})::int`,
    })
    .from(idea)
    .where(and(inArray(idea.themeId, [...themeIds]), eq(idea.visibility, 'published'), isNull(idea.mergedIntoId)))
    .groupBy(idea.themeId, idea.answerState)
  for (const { themeId, state, ideas, supports } of rows) {
    const sum = sums.get(themeId ?? 0)
    if (!sum) continue
    sum.ideas += ideas
    sum.supports += supports
    sum.byState.set(state, ideas)
  }
  return sums
}

/** These themes by id, taken apart or not. One query. */
export async function themesByIds(db: Database, ids: readonly number[]): Promise<Map<number, Theme>> {
  if (!ids.length) return new Map()
  const rows = await db
    .select()
    .from(theme)
    .where(inArray(theme.id, [...ids]))
  return new Map(rows.map((row) => [row.id, row]))
}
