import { and, type Column, max, min, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import { type Day, parseDay } from '../dates/partialDate.ts'
import type { Database } from './database.ts'

/**
 * Rows that are listed by a day, the latest first, and among those of one day by their number. A module describes
 * its list; pages read it in parts, also together with lists of others. An index on the day and the number serves it.
 */
export type DayList = { from: PgTable; id: Column; day: SQL<string>; where: SQL | undefined }

/** A place in a list: the day that orders it (null = none is known, and stands last) and the row. */
export type ListKey = { day: Day | null; id: number }

/** The first and the last year of a list; null when nothing in it bears a date. */
export type Years = { first: number; last: number } | null

/** Stands for a day that nobody has told. */
const NO_DAY = '0001-01-01'

/** The first day a date of any precision can mean, for ordering; for indexes too. */
export const orderingDay = (date: SQLWrapper): SQL<string> => sql<string>`coalesce(first_day(${date}), ${sql.raw(`'${NO_DAY}'::date`)})`

/** Only the rows whose ordering day lies in this year. */
export const inYear = (day: SQL<string>, year: number): SQL => sql`${day} between make_date(${year}, 1, 1) and make_date(${year}, 12, 31)`

/** The places of a list, the latest first: so many from the beginning or after a place. One query. */
export async function keysIn(
  db: Database,
  { from, id, day, where }: DayList,
  limit: number,
  after: ListKey | null = null,
): Promise<ListKey[]> {
  const rows = await db
    .select({ day: sql<string>`${day}::text`, id: sql<number>`${id}` })
    .from(from)
    .where(and(where, after ? sql`(${day}, ${id}) < (${after.day ?? NO_DAY}::date, ${after.id})` : undefined))
    .orderBy(sql`${day} desc`, sql`${id} desc`)
    .limit(limit)
  return rows.map((row) => ({ day: row.day === NO_DAY ? null : parseDay(row.day), id: row.id }))
}

/** How many rows a list has. One query. */
export async function countIn(db: Database, { from, where }: DayList): Promise<number> {
  const [row] = await db.select({ count: sql<number>`count(*)::int` }).from(from).where(where)
  return row?.count ?? 0
}

/** The years that a list spans. One query. */
export async function yearsIn(db: Database, { from, day, where }: DayList): Promise<Years> {
  const yearOf = (value: SQL) => sql<number | null>`extract(year from ${value})::int`
  const [row] = await db
    .select({ first: yearOf(min(day)), last: yearOf(max(day)) })
    .from(from)
    .where(and(where, sql`${day} > ${NO_DAY}::date`))
  return row?.first && row.last ? { first: row.first, last: row.last } : null
}

/** The later place first: a list's own order, and that of several lists together. */
export function laterFirst(a: ListKey, b: ListKey): number {
  const [one, other] = [a.day ?? NO_DAY, b.day ?? NO_DAY]
  return one < other ? 1 : one > other ? -1 : b.id - a.id
}
