import { type Call, type ContributionKind, callById, callState, contributionKinds } from '../../../cycle/ideas/index.ts'
import { type Plan, planById } from '../../../cycle/plan/index.ts'
import { actsForAny, organisationsInTime, type Sector } from '../../../people/index.ts'
import { idInAddress } from '../../../platform/http/numberInAddress.ts'
import type { LocalText } from '../../../platform/languages/languages.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../addresses.ts'
import type { PathStep } from '../../Layout.tsx'
import { named } from '../../named.ts'
import type { AnyVisit } from '../../visit.ts'
import { pathBelowPlan } from '../plan/facts.ts'

/** An organisation that the sender acts for. */
type Own = { id: string; name: LocalText; sector: Sector }

/** Where something is being sent, and in whose name it may be. */
export type SendingFacts = {
  plan: Plan
  call: Call
  kind: ContributionKind
  isOpen: boolean
  own: Own[]
  sectorsOf: ReadonlyMap<string, Sector>
}

/** Reads the call and the kind of the address, or refuses with 404; whether it takes anything now is told. */
export async function sendingFacts(visit: AnyVisit): Promise<SendingFacts> {
  const { house, today, actor, values } = visit
  const kind = contributionKinds.find((one) => one === values.kind)
  const plan = await planById(house.db, values.plan ?? '', today)
  const call = plan && kind ? await callById(house.db, plan.id, idInAddress(values.call), today) : null
  if (!plan || !call || !kind || !call.kinds.includes(kind)) throw notFound()
  const found = await organisationsInTime(house.db, actsForAny(actor))
  return {
    plan,
    call,
    kind,
    isOpen: callState(call, today) === 'open',
    own: [...found].map(([id, organisation]) => ({ id, name: organisation.nameOn(today), sector: organisation.sector })),
    sectorsOf: new Map([...found].map(([id, { sector }]) => [id, sector])),
  }
}

/** The values of the addresses of one sending. */
export const valuesOf = ({ plan, call, kind }: Pick<SendingFacts, 'plan' | 'call' | 'kind'>) => ({ plan: plan.id, call: call.id, kind })

/** The way to the pages on which something is sent. */
export const pathToSending = ({ language }: AnyVisit, { plan, call }: Pick<SendingFacts, 'plan' | 'call'>): PathStep[] => [
  ...pathBelowPlan(plan, language),
  { title: named(call.title, language), href: address(language, 'call', { plan: plan.id, call: call.id }) },
]
