import { documentsByIds } from '../../../cycle/documents/index.ts'
import { type Call, correctionsOf, noticeLead, sentSoFar } from '../../../cycle/ideas/index.ts'
import type { Plan } from '../../../cycle/plan/index.ts'
import { surveysOfCall } from '../../../cycle/survey/index.ts'
import type { AnyVisit } from '../../visit.ts'
import type { CallPageFacts } from './CallArticle.tsx'

/** All that a call's page tells, as known on the plan's day. Six queries at most. */
export async function callPageFacts({ house, today }: AnyVisit, plan: Plan, call: Call): Promise<CallPageFacts> {
  const [paper] = call.documentId === null ? [] : await documentsByIds(house.db, [call.documentId], today)
  return {
    plan,
    call,
    paper: paper ?? null,
    lead: await noticeLead(house.db, plan.id, call.startsOn, today),
    corrections: await correctionsOf(house.db, call.id, today),
    sent: await sentSoFar(house.db, plan.id),
    surveys: await surveysOfCall(house.db, call.id, today),
  }
}
