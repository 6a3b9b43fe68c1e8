import { and, asc, eq, gt, inArray, lte } from 'drizzle-orm'
import type { Database } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { idea } from '../tables.ts'

/** So many are read at once. */
const AT_ONCE = 500

/** An idea as open data tell it: nothing of its author but what everyone sees. */
export type WholeIdea = Omit<typeof idea.$inferSelect, 'authorId' | 'sentAt' | 'words' | 'facets' | 'version' | 'mergedIntoId'> & {
  /** The number of the idea it was merged into. */
  mergedInto: number | null
}

/** All ideas of a plan that everyone sees, by their numbers, a stretch at a time. */
export async function* wholeList(db: Database, planId: string, today: Day): AsyncGenerator<WholeIdea[]> {
  let after = 0
  for (;;) {
    const rows = await db
      .select()
      .from(idea)
      .where(and(eq(idea.planId, planId), gt(idea.number, after), eq(idea.visibility, 'published'), lte(idea.publishedOn, today)))
      .orderBy(asc(idea.number))
      .limit(AT_ONCE)
    const last = rows.at(-1)
    if (!last) return
    const numbers = await numbersOf(
      db,
      rows.flatMap((row) => row.mergedIntoId ?? []),
    )
    yield rows.map(({ authorId: _a, sentAt: _s, words: _w, facets: _f, version: _v, mergedIntoId, ...open }) => ({
      ...open,
      mergedInto: mergedIntoId === null ? null : (numbers.get(mergedIntoId) ?? null),
    }))
    after = last.number
  }
}

async function numbersOf(db: Database, ids: readonly number[]): Promise<Map<number, number>> {
  if (!ids.length) return new Map()
  const rows = await db
    .select({ id: idea.id, number: idea.number })
    .from(idea)
    .where(inArray(idea.id, [...ids]))
  return new Map(rows.map((row) => [row.id, row.number]))
}
