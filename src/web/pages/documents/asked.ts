import { documentKinds, documentLanguages, type ListFilter, listOrders } from '../../../cycle/documents/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'

/** What an address asks of the list of documents; `ignored` when something in it was none of the choices. */
export type AskedList = { filter: ListFilter; ignored: boolean }

/** Reads the query of a list's address: kind, language, year and the day it is ordered by. */
export function readAsked(query: URLSearchParams, planId: string | null, today: Day): AskedList {
  let ignored = false
  const oneOf = <Value extends string>(name: string, values: readonly Value[]): Value | null => {
    const asked = query.get(name)
    if (!asked) return null
    const found = values.find((value) => value === asked)
    ignored ||= found === undefined
    return found ?? null
  }
  const year = query.get('year') ?? ''
  const known = /^[12]\d{3}$/.test(year)
  ignored ||= year !== '' && !known
  return {
    filter: {
      planId,
      kind: oneOf('kind', documentKinds),
      language: oneOf('language', [...documentLanguages, 'none' as const]),
      year: known ? Number(year) : null,
      order: oneOf('sort', listOrders) ?? 'added',
      today,
    },
    ignored,
  }
}

/** A list as the query of its address, with its question mark; empty for the whole list by the day things were added. */
export function queryOf({ kind, language, year, order }: ListFilter, page = 1): string {
  const query = new URLSearchParams()
  if (kind) query.set('kind', kind)
  if (language) query.set('language', language)
  if (year) query.set('year', String(year))
  if (order !== 'added') query.set('sort', order)
  if (page > 1) query.set('page', String(page))
  const text = query.toString()
  return text ? `?${text}` : ''
}

/** Is the list narrowed at all? */
export const isNarrowed = ({ kind, language, year }: ListFilter): boolean => kind !== null || language !== null || year !== null
