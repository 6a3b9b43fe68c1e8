import { type Day, parseDay } from '../../../platform/dates/partialDate.ts'
import { type PublicTextKind, publicTextKinds } from '../../../platform/publicText.ts'
import type { Surroundings } from './surroundings.ts'

/** What an address asks to look for. */
export type Asked = {
  typed: string
  plan: string | null
  kind: PublicTextKind | null
  institution: string | null
  /** The first and the last day on which it became known. */
  from: Day | null
  to: Day | null
  page: number
  /** A filter named what does not exist. */
  ignored: boolean
  /** The first day was after the last one: neither counts. */
  crossed: boolean
}

/** Longer texts are read up to here: what is looked for stands in fewer words than this anyway. */
export const LONGEST = 1000

/** Reads the address. */
export function readAsked(query: URLSearchParams, { plans, party }: Surroundings): Asked {
  const given = (name: string): string | null => query.get(name)?.trim() || null
  const plan = plans.find(({ id }) => id === given('plan'))?.id ?? null
  const kind = publicTextKinds.find((one) => one === given('kind')) ?? null
  const institution = party.chosen?.id ?? null
  const [from, to] = [parseDay(given('from') ?? ''), parseDay(given('to') ?? '')]
  const crossed = from !== null && to !== null && from > to
  const page = /^[1-9]\d{0,5}$/.test(given('page') ?? '') ? Number(given('page')) : 1
  const unknown = (name: string, value: string | null): boolean => given(name) !== null && value === null
  return {
    typed: [...(query.get('q') ?? '').replace(/\s+/g, ' ').trim()].slice(0, LONGEST).join(''),
    plan,
    kind,
    institution,
    from: crossed ? null : from,
    to: crossed ? null : to,
    // Pages are pages of one kind.
    page: kind ? page : 1,
    ignored:
      unknown('plan', plan) ||
      unknown('kind', kind) ||
      (unknown('institution', institution) && !party.several.length) ||
      unknown('from', from) ||
      unknown('to', to),
    crossed,
  }
}

/** The query string of a search, so that it can be shared; filters that are not set are left out. */
export function searchQuery({ typed, plan, kind, institution, from, to, page }: Omit<Asked, 'ignored' | 'crossed'>): string {
  const query = new URLSearchParams()
  if (typed) query.set('q', typed)
  if (plan) query.set('plan', plan)
  if (kind) query.set('kind', kind)
  if (institution) query.set('institution', institution)
  if (from) query.set('from', from)
  if (to) query.set('to', to)
  if (page > 1) query.set('page', String(page))
  const text = query.toString()
  return text ? `?${text}` : ''
}
