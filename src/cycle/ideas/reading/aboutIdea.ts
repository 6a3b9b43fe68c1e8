import { and, asc, desc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { ParticipantSector } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import type { LocalText } from '../../../platform/languages/languages.ts'
import { idea, ideaFile, supportCount, theme } from '../tables.ts'

/** So many of what hangs on an idea are read. */
const MOST_HANGING = 100

/** The numbers of supporters of an idea by their sector. One row a sector at most. */
export const supportsBySector = (db: Database, ideaId: number): Promise<{ sector: ParticipantSector; supports: number }[]> =>
  db
    .select({ sector: supportCount.sector, supports: supportCount.supports })
    .from(supportCount)
    .where(and(eq(supportCount.ideaId, ideaId), sql`${supportCount.supports} > 0`))
    .orderBy(desc(supportCount.supports), asc(supportCount.sector))

/** The ideas by their rows, such as the ones others were merged into. One query. */
export async function ideasById(db: Database, ids: readonly number[]): Promise<Map<number, { number: number; title: LocalText }>> {
  if (!ids.length) return new Map()
  const rows = await db
    .select({ id: idea.id, number: idea.number, title: idea.title })
    .from(idea)
    .where(and(inArray(idea.id, [...ids]), eq(idea.visibility, 'published')))
  return new Map(rows.map(({ id, ...rest }) => [id, rest]))
}

/** The ideas that were merged into one, the first ones. */
export const mergedInto = (db: Database, ideaId: number, today: Day): Promise<{ number: number; title: LocalText }[]> =>
  db
    .select({ number: idea.number, title: idea.title })
    .from(idea)
    .where(and(eq(idea.mergedIntoId, ideaId), eq(idea.visibility, 'published'), lte(idea.publishedOn, today)))
    .orderBy(asc(idea.id))
    .limit(MOST_HANGING)

/** A theme; null when there is none. */
export async function themeById(db: Database, id: number): Promise<{ id: number; title: LocalText } | null> {
  const [row] = await db.select({ id: theme.id, title: theme.title }).from(theme).where(eq(theme.id, id))
  return row ?? null
}

/** The files that were sent with an idea. */
export const filesOfIdea = (db: Database, ideaId: number): Promise<(typeof ideaFile.$inferSelect)[]> =>
  db.select().from(ideaFile).where(eq(ideaFile.ideaId, ideaId)).orderBy(asc(ideaFile.id)).limit(MOST_HANGING)

/** A file of an idea that everyone sees; null when there is none, or the idea is not seen. */
export async function ideaFileById(
  db: Database,
  { planId, number, id }: { planId: string; number: number; id: number },
  today: Day,
): Promise<typeof ideaFile.$inferSelect | null> {
  const [row] = await db
    .select({ file: ideaFile })
    .from(ideaFile)
    .innerJoin(idea, eq(idea.id, ideaFile.ideaId))
    .where(
      and(
        eq(ideaFile.id, id),
        eq(idea.planId, planId),
        eq(idea.number, number),
        eq(idea.visibility, 'published'),
        lte(idea.publishedOn, today),
      ),
    )
  return row?.file ?? null
}
