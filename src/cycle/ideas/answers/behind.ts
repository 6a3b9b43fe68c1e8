import { and, asc, eq, inArray, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { idea, theme } from '../tables.ts'
import type { Answer, Idea } from './queries.ts'
import { answer } from './tables.ts'

/** So many ideas stand on one page of those behind a commitment. */
export const BEHIND_A_PAGE = 20

/** An idea that went into a commitment, with the answer that says so. */
export type IdeaBehind = { idea: Idea; answer: Answer }

/** The latest answers, by that day, that name the commitment or the theme from which it was drafted. */
const wentInto = (commitmentId: number, today: Day): SQL | undefined =>
  and(
    or(
      eq(answer.commitmentId, commitmentId),
      inArray(answer.themeId, sql`(select ${theme.id} from ${theme} where ${theme.commitmentId} = ${commitmentId})`),
    ),
    lte(answer.answeredOn, today),
    sql`not exists (
      select 1 from ${answer} later
      where later.idea_id = ${answer.ideaId} and later.number > ${answer.number} and later.answered_on <= ${today}::date)`,
    eq(idea.visibility, 'published'),
  )

/** One page of the ideas behind a commitment, by number. One query. */
export async function ideasBehind(
  db: Database,
  commitmentId: number,
  today: Day,
  page: number,
): Promise<{ behind: IdeaBehind[]; more: boolean }> {
  const rows = await db
    .select({ idea, answer })
    .from(answer)
    .innerJoin(idea, eq(idea.id, answer.ideaId))
    .where(wentInto(commitmentId, today))
    .orderBy(asc(idea.number))
    .limit(BEHIND_A_PAGE + 1)
    .offset((page - 1) * BEHIND_A_PAGE)
  return { behind: rows.slice(0, BEHIND_A_PAGE), more: rows.length > BEHIND_A_PAGE }
}

/** How many ideas stand behind a commitment, those merged into them not counted. One query. */
export async function countBehind(db: Database, commitmentId: number, today: Day): Promise<number> {
  const [row] = await db
    .select({ ideas: sql<number>`count(*)::int` })
    .from(answer)
    .innerJoin(idea, eq(idea.id, answer.ideaId))
    .where(wentInto(commitmentId, today))
  return row?.ideas ?? 0
}
