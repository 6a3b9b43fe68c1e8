import { and, eq, isNull, lte, sql } from 'drizzle-orm'
import { type DayList, inYear, orderingDay } from '../../platform/database/dayList.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import { type DocumentKind, type DocumentLanguage, document } from './tables.ts'

/** By which day a list is ordered: the one on which a thing was added, or the first that its own date can mean. */
export const listOrders = ['added', 'dated'] as const
type ListOrder = (typeof listOrders)[number]

/** What a list is narrowed to; null = not at all. `year` is that of the day the list is ordered by. */
export type ListFilter = {
  planId: string | null
  kind: DocumentKind | null
  language: DocumentLanguage | 'none' | null
  year: number | null
  order: ListOrder
  today: Day
}

/** The documents known on a day, as a list (platform/database/dayList.ts). */
export function documentList({ planId, kind, language, year, order, today }: ListFilter): DayList {
  const day = order === 'added' ? sql<string>`${document.addedOn}` : orderingDay(document.dated)
  return {
    from: document,
    id: document.id,
    day,
    where: and(
      planId === null ? undefined : eq(document.planId, planId),
      lte(document.addedOn, today),
      kind === null ? undefined : eq(document.kind, kind),
      language === null ? undefined : language === 'none' ? isNull(document.language) : eq(document.language, language),
      year === null ? undefined : inYear(day, year),
    ),
  }
}
