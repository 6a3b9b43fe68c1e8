import type { AnswersTogether, ToldAnswer, ToldIdea, ToldMerge } from '../cycle/ideas/index.ts'
import { type Call, callsOfPlans, closedFrom, newestAnswers, newestBatches, newestIdeas, newestMerges } from '../cycle/ideas/index.ts'
import type { Plan } from '../cycle/plan/index.ts'
import type { Day } from '../platform/dates/partialDate.ts'
import type { House } from '../platform/house.ts'
import type { Since } from '../record/index.ts'
import type { Scope } from './scope.ts'

/** News of calls and of what was sent to them. `closed`: that a call is over; `undone`: that a merge is. */
export type IdeaNews = { day: Day; seq: number; id: string; plan: Plan } & (
  | { kind: 'call'; call: Call; closed: boolean }
  | { kind: 'answers'; together: AnswersTogether }
  | { kind: 'idea'; idea: ToldIdea }
  | { kind: 'answer'; told: ToldAnswer }
  | { kind: 'merge'; told: ToldMerge; undone: boolean }
)

/** News of a scope's calls and ideas, of each kind so many at most, in no order. Six queries at most; calls are read whole, as there are few. */
export async function gatherIdeaNews({ db, clock }: House, scope: Scope, limit: number, since?: Since): Promise<IdeaNews[]> {
  const today = clock.today()
  const plans = new Map(scope.plans.map((plan) => [plan.id, plan]))
  const planIds = scope.callsOf.map(({ id }) => id)
  const all: IdeaNews[] = []
  const calls = await callsOfPlans(db, planIds, today)
  for (const call of calls) {
    const plan = plans.get(call.planId)
    if (!plan || call.publishedOn === null || call.recordSeq === null) continue
    const seq = call.recordSeq
    all.push({ kind: 'call', id: `${call.id}`, day: call.publishedOn, seq, plan, call, closed: false })
    const over = closedFrom(call)
    if (over <= today) all.push({ kind: 'call', id: `${call.id}.closed`, day: over, seq, plan, call, closed: true })
  }
  for (const together of await newestBatches(db, planIds, today, limit, since)) {
    const { answeredOn: day, recordSeq: seq } = together.answer
    const plan = plans.get(together.planId)
    if (plan) all.push({ kind: 'answers', id: `${together.id}`, day, seq, plan, together })
  }
  const asked = scope.ideas
  if (!asked) return all
  for (const idea of await newestIdeas(db, asked, today, limit, since)) {
    const plan = plans.get(idea.planId)
    // Its row names its last entry, not the first: of its day it comes before all that was done with it.
    if (plan && idea.publishedOn) all.push({ kind: 'idea', id: `${idea.id}`, day: idea.publishedOn, seq: 0, plan, idea })
  }
  for (const told of await newestAnswers(db, asked, today, limit, since)) {
    const plan = plans.get(told.idea.planId)
    const { id, answeredOn: day, recordSeq: seq } = told.answer
    if (plan) all.push({ kind: 'answer', id: `${id}`, day, seq, plan, told })
  }
  if ('alone' in asked) return all
  for (const told of await newestMerges(db, asked, today, limit, since)) {
    const plan = plans.get(told.idea.planId)
    const { id, mergedOn, undoneOn, recordSeq: seq } = told.merge
    if (!plan) continue
    all.push({ kind: 'merge', id: `${id}`, day: mergedOn, seq, plan, told, undone: false })
    if (undoneOn && undoneOn <= today) all.push({ kind: 'merge', id: `${id}.undone`, day: undoneOn, seq, plan, told, undone: true })
  }
  return all
}
