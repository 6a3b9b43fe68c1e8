import { and, asc, eq, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { stemsOf, wordsIn } from '../../../methods/words.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { parseDay } from '../../../platform/dates/partialDate.ts'
import { SECRETARIAT, waitingCount } from '../answers/tables.ts'
import { idea } from '../tables.ts'

export type SortedIdea = typeof idea.$inferSelect

/** What those who sort or answer ideas narrow their list to; null = not at all. */
export type SortFilter = {
  planId: string
  /** In this theme, or with 'none' in none. */
  theme: number | 'none' | null
  /** Those that await an answer of this institution, or with the empty name of the secretariat; in the order of their due days. */
  answerer: string | null
  /** Those alone that await an answer, in the order of their due days. */
  waiting: boolean
  tag: string
  /** Words that the idea says. */
  words: string
}

/** So many stand on one page. */
export const SORTED_A_PAGE = 50

/** Where a page of the list begins: after this one. */
export type SortPlace = { due: Day; id: number } | { number: number }

const quoted = (stem: string): string => `'${stem.replace(/['\\]/g, '$&$&')}'`

function conditions({ planId, theme, answerer, waiting, tag, words }: SortFilter): SQL | undefined {
  const stems = [...wordsIn(words)].slice(0, 10).map(({ word }) => stemsOf(word))
  const query = stems.filter((one) => one.length).map((one) => `(${one.map(quoted).join('|')})`)
  return and(
    eq(idea.planId, planId),
    eq(idea.visibility, 'published'),
    isNull(idea.mergedIntoId),
    theme === null ? undefined : theme === 'none' ? isNull(idea.themeId) : eq(idea.themeId, theme),
    waiting || answerer !== null ? eq(idea.answerState, 'waiting') : undefined,
    answerer === null ? undefined : answerer === SECRETARIAT ? isNull(idea.answererId) : eq(idea.answererId, answerer),
    tag ? sql`${tag} = any(${idea.tags})` : undefined,
    query.length ? sql`${idea.words} @@ ${query.join('&')}::tsquery` : undefined,
  )
}

const byDue = ({ waiting, answerer }: SortFilter): boolean => waiting || answerer !== null

/** One page of ideas to be sorted or answered, and where the next begins. Merged ones are sorted no more. One query. */
export async function ideasToSort(
  db: Database,
  filter: SortFilter,
  after: SortPlace | null,
  limit = SORTED_A_PAGE,
): Promise<{ ideas: SortedIdea[]; next: SortPlace | null }> {
  const place = !after
    ? undefined
    : 'number' in after
      ? gt(idea.number, after.number)
      : or(gt(idea.answerDue, after.due), and(eq(idea.answerDue, after.due), gt(idea.id, after.id)))
  const rows = await db
    .select()
    .from(idea)
    .where(and(conditions(filter), place))
    .orderBy(...(byDue(filter) ? [asc(idea.answerDue), asc(idea.id)] : [asc(idea.number)]))
    .limit(limit + 1)
  const ideas = rows.slice(0, limit)
  const last = ideas.at(-1)
  if (!last || rows.length <= limit) return { ideas, next: null }
  return { ideas, next: byDue(filter) ? { due: last.answerDue, id: last.id } : { number: last.number } }
}

/** These ideas of a plan that everyone sees, by their numbers. One query. */
export async function ideasOf(db: Database, planId: string, ids: readonly number[]): Promise<SortedIdea[]> {
  if (!ids.length) return []
  return db
    .select()
    .from(idea)
    .where(and(eq(idea.planId, planId), eq(idea.visibility, 'published'), inArray(idea.id, [...ids])))
    .orderBy(asc(idea.number))
}

/** Reads the place where a page begins from an address; what is none begins the list. */
export function placeIn(query: URLSearchParams): SortPlace | null {
  const [, date = '', id] = /^([\d-]{10})_(\d{1,9})$/.exec(query.get('after') ?? '') ?? []
  const due = parseDay(date)
  if (due && id) return { due, id: Number(id) }
  const number = /^\d{1,8}$/.exec(query.get('after') ?? '')?.[0]
  return number ? { number: Number(number) } : null
}

/** The same as it stands in an address. */
export const placeText = (place: SortPlace): string => ('number' in place ? String(place.number) : `${place.due}_${place.id}`)

/** How many ideas of a plan await an answer, by who answers; the empty name is the secretariat. One query. */
export async function waitingByAnswerer(db: Database, planId: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ answerer: waitingCount.answerer, ideas: sql<number>`sum(${waitingCount.ideas})::int` })
    .from(waitingCount)
    .where(and(eq(waitingCount.planId, planId), gt(waitingCount.ideas, 0)))
    .groupBy(waitingCount.answerer)
    .orderBy(asc(waitingCount.answerer))
  return new Map(rows.map(({ answerer, ideas }) => [answerer, ideas]))
}
