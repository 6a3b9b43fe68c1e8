import type { Table } from 'drizzle-orm'
import type { Language } from './languages/languages.ts'

/** A sentence or two for the privacy page, in each language. */
export type Words = Readonly<Record<Language, string>>

/** Article 6(1) of the General Data Protection Regulation: point (c), (e) or (a). */
export type LegalBasis = 'legal obligation' | 'public task' | 'consent'

/** How long data stay: until something happens, or for a time, after which the regular job of this name erases them. */
export type Kept = { until: Words } | { seconds: number; since: Words; job: string }

/** Data about people that are kept for one purpose. */
export type PersonalData = {
  what: Words
  why: Words
  basis: LegalBasis
  seenBy: Words
  kept: Kept
}

/** A table as the data map tells it: which columns hold which data about people, and which hold none. */
export type MappedTable = {
  table: Table
  personal: readonly (PersonalData & { columns: readonly string[] })[]
  rest: readonly string[]
}

/** A module's part of the data map: each of its tables, in its personalData.ts. */
export type DataMap = readonly MappedTable[]

type Column<T extends Table> = keyof T['_']['columns'] & string

/** A table that holds data about people; every column is named once, under what it holds or in `rest`. */
export const withPersonalData = <T extends Table>(
  table: T,
  personal: readonly (PersonalData & { columns: readonly Column<T>[] })[],
  rest: readonly Column<T>[] = [],
): MappedTable => ({ table, personal, rest })

/** Tables that hold nothing about any person. */
export const withoutPersonalData = (...tables: readonly Table[]): DataMap => tables.map((table) => ({ table, personal: [], rest: [] }))
