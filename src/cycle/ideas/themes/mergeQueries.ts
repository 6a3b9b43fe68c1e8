import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Database } from '../../../platform/database/database.ts'
import { idea } from '../tables.ts'
import { ideaMerge } from './tables.ts'

/** More ideas merged into one are not listed. */
const MOST_MERGED_IN = 200

/** An idea's number and title. */
export type IdeaName = Pick<typeof idea.$inferSelect, 'id' | 'number' | 'title'>

const nameOf = { id: idea.id, number: idea.number, title: idea.title }

/** What was merged into an idea, by number. One query. */
export function mergedInto(db: Database, ideaId: number): Promise<IdeaName[]> {
  return db
    .select(nameOf)
    .from(idea)
    .where(and(eq(idea.mergedIntoId, ideaId), eq(idea.visibility, 'published')))
    .orderBy(asc(idea.number))
    .limit(MOST_MERGED_IN)
}

/** What was merged into each of these ideas, by number. One query. */
export async function mergedIntoEach(db: Database, ideaIds: readonly number[]): Promise<(IdeaName & { intoId: number | null })[]> {
  if (!ideaIds.length) return []
  return db
    .select({ ...nameOf, intoId: idea.mergedIntoId })
    .from(idea)
    .where(and(inArray(idea.mergedIntoId, [...ideaIds]), eq(idea.visibility, 'published')))
    .orderBy(asc(idea.number))
    .limit(MOST_MERGED_IN * 5)
}

/** What an idea was merged into, and why; null when it stands for itself. One query. */
export async function mergeOf(db: Database, ideaId: number): Promise<{ merge: typeof ideaMerge.$inferSelect; into: IdeaName } | null> {
  const [row] = await db
    .select({ merge: ideaMerge, into: nameOf })
    .from(ideaMerge)
    .innerJoin(idea, eq(idea.id, ideaMerge.intoId))
    .where(and(eq(ideaMerge.ideaId, ideaId), isNull(ideaMerge.undoneOn)))
  return row ?? null
}

/** Merges to which the author objects and which were not undone, the earliest first, with the plan and number of the idea. One query. */
export function openObjections(db: Database) {
  return db
    .select({ id: ideaMerge.id, objectedOn: ideaMerge.objectedOn, planId: idea.planId, number: idea.number, title: idea.title })
    .from(ideaMerge)
    .innerJoin(idea, eq(idea.id, ideaMerge.ideaId))
    .where(and(isNotNull(ideaMerge.objectedOn), isNull(ideaMerge.undoneOn)))
    .orderBy(asc(ideaMerge.objectedOn), asc(ideaMerge.id))
    .limit(50)
}
