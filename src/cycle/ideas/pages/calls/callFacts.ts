import { allow } from '../../../../people/index.ts'
import { keysIn } from '../../../../platform/database/dayList.ts'
import { idInAddress } from '../../../../platform/http/numberInAddress.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { address } from '../../../../web/addresses.ts'
import type { PathStep } from '../../../../web/Layout.tsx'
import { type Named, named } from '../../../../web/named.ts'
import type { AnyVisit } from '../../../../web/visit.ts'
import { documentList, documentsByIds } from '../../../documents/index.ts'
import { type Plan, planById } from '../../../plan/index.ts'
import type { Call } from '../../calls/callState.ts'
import { anyCallById } from '../../calls/queries.ts'
import { ideasPolicy } from '../../policy.ts'
import { callFormTexts } from './callFormTexts.ts'

/** The papers that a call may choose from: the newest of its plan. */
const MOST_PAPERS = 200

/** The plan of the address for the secretariat's pages about its calls, or 404. */
export async function planOfCalls(visit: AnyVisit): Promise<Plan> {
  allow(ideasPolicy.editCalls, visit.actor, undefined)
  const plan = await planById(visit.house.db, visit.values.plan ?? '', visit.today)
  if (!plan) throw notFound()
  return plan
}

/** A plan with one of its calls, a draft too, for the secretariat's pages; or 404. */
export async function callFacts(visit: AnyVisit): Promise<{ plan: Plan; call: Call }> {
  const plan = await planOfCalls(visit)
  const call = await anyCallById(visit.house.db, plan.id, idInAddress(visit.values.call))
  if (!call) throw notFound()
  return { plan, call }
}

/** The way to a plan's calls, for the path above the secretariat's pages. */
export function pathToCalls({ language }: AnyVisit, plan: Plan): PathStep[] {
  const t = callFormTexts[language]
  return [
    { title: t.manage, href: address(language, 'manage') },
    { title: named(plan.shortTitle, language), href: address(language, 'planEdit', { plan: plan.id }) },
    { title: t.calls, href: address(language, 'callsEdit', { plan: plan.id }) },
  ]
}

/** The plan's papers to choose from. */
export async function papersOf({ house, language, today }: AnyVisit, planId: string): Promise<{ value: string; label: Named }[]> {
  const all = documentList({ planId, kind: null, language: null, year: null, order: 'added', today })
  const ids = (await keysIn(house.db, all, MOST_PAPERS)).map(({ id }) => id)
  const found = await documentsByIds(house.db, ids, today)
  return found.map(({ document }) => ({ value: String(document.id), label: named(document.title, language) }))
}
