import { type CommitmentStanding, endedBy, type ReportedState, stateWords } from '../../cycle/monitoring/index.ts'
import type { CommitmentWithParts } from '../../cycle/plan/index.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import type { Language } from '../../platform/languages/languages.ts'

/** A commitment's states as they are told apart in words, from the most done to the least known. */
export const shownStates = ['complete', 'substantial', 'partly', 'in-progress', 'late', 'not-started', 'withdrawn', 'awaiting'] as const
export type ShownState = (typeof shownStates)[number]

type Known = Pick<CommitmentWithParts, 'commitment'>

/** What a commitment's state is called: limited is in progress while there is time, and partly done after. */
export function shownState({ commitment }: Known, standing: CommitmentStanding | undefined, today: Day): ShownState {
  const state = standing?.state ?? 'awaiting'
  if (state !== 'limited') return state
  return endedBy(commitment.periodEnd, today) ? 'partly' : 'in-progress'
}

/** Icon, colour and word of a shown state. */
export function shownStateWords(language: Language, state: ShownState) {
  const reported: ReportedState | 'late' | 'awaiting' = state === 'partly' || state === 'in-progress' ? 'limited' : state
  return stateWords(language, reported, 'f', state === 'partly')
}

/** How many of these commitments are in each shown state; states of none are left out. */
export function countStates(
  commitments: readonly Known[],
  standing: ReadonlyMap<number, CommitmentStanding>,
  today: Day,
): { state: ShownState; count: number }[] {
  const all = commitments.map((one) => shownState(one, standing.get(one.commitment.id), today))
  return shownStates.flatMap((state) => {
    const count = all.filter((one) => one === state).length
    return count ? [{ state, count }] : []
  })
}
