import { notFound } from '../refusal.ts'

/** The number that a part of an address is: 1 to 999. Throws Refusal 404 for anything else. */
export function numberInAddress(text: string | undefined): number {
  if (!text || !/^[1-9]\d{0,2}$/.test(text)) throw notFound()
  return Number(text)
}

/** The page of a list that a query asks for, as `page=2`: 1 when it asks for none. Throws Refusal 404 for what is no number. */
export function pageInQuery(query: URLSearchParams): number {
  const text = query.get('page') ?? '1'
  if (!/^[1-9]\d{0,5}$/.test(text)) throw notFound()
  return Number(text)
}

/** The identifier of a row that a part of an address is. Throws Refusal 404 for anything else. */
export function idInAddress(text: string | undefined): number {
  if (!text || !/^[1-9]\d{0,8}$/.test(text)) throw notFound()
  return Number(text)
}
