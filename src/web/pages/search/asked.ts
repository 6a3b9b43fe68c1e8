import type { Plan } from '../../../cycle/plan/index.ts'
import { type PublicTextKind, publicTextKinds } from '../../../platform/publicText.ts'

/** What an address asks to look for. */
export type Asked = {
  typed: string
  plan: string | null
  kind: PublicTextKind | null
  institution: string | null
  page: number
  /** A filter named what does not exist. */
  ignored: boolean
}

/** Longer texts are read up to here: what is looked for stands in fewer words than this anyway. */
const LONGEST = 1000

/** Reads the address. */
export function readAsked(query: URLSearchParams, plans: readonly Plan[], institutions: ReadonlySet<string>): Asked {
  const given = (name: string): string | null => query.get(name)?.trim() || null
  const plan = plans.find(({ id }) => id === given('plan'))?.id ?? null
  const kind = publicTextKinds.find((one) => one === given('kind')) ?? null
  const institution = given('institution')
  const known = institution !== null && institutions.has(institution) ? institution : null
  const page = /^[1-9]\d{0,5}$/.test(given('page') ?? '') ? Number(given('page')) : 1
  return {
    typed: [...(query.get('q') ?? '').replace(/\s+/g, ' ').trim()].slice(0, LONGEST).join(''),
    plan,
    kind,
    institution: known,
    // Pages are pages of one kind.
    page: kind ? page : 1,
    ignored: (given('plan') !== null && !plan) || (given('kind') !== null && !kind) || (institution !== null && !known),
  }
}

/** The query string of a search, so that it can be shared; filters that are not set are left out. */
export function searchQuery({ typed, plan, kind, institution, page }: Omit<Asked, 'ignored'>): string {
  const query = new URLSearchParams()
  if (typed) query.set('q', typed)
  if (plan) query.set('plan', plan)
  if (kind) query.set('kind', kind)
  if (institution) query.set('institution', institution)
  if (page > 1) query.set('page', String(page))
  const text = query.toString()
  return text ? `?${text}` : ''
}
