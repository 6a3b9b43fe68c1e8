import type { CommitmentStanding } from '../../../cycle/monitoring/index.ts'
import { type CommitmentWithParts, grandChallenges, ogpValues } from '../../../cycle/plan/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { shownState, shownStates } from '../commitmentStates.ts'

/** By what the commitments of a plan can be chosen; the names stand in the address. */
export const filterNames = ['value', 'challenge', 'institution', 'state'] as const
export type FilterName = (typeof filterNames)[number]

/** Stands among the values of a filter for what is not known, and for a list of values that the source leaves empty. */
export const NOT_KNOWN = 'unknown'
export const NONE_NAMED = 'none'

/** The chosen values by filter; a filter that is not there lets all pass. */
export type Filter = Partial<Record<FilterName, string>>

/** The values that commitments have for each filter, in the order of the lists they come from. */
export type Choices = Record<FilterName, string[]>

/** What commitments of a plan are chosen from. */
export type Chosen = { commitments: readonly CommitmentWithParts[]; standing: ReadonlyMap<number, CommitmentStanding>; today: Day }

/** The values of one commitment for each filter. */
function valuesOf(one: CommitmentWithParts, { standing, today }: Chosen): Choices {
  const { commitment, parties } = one
  const noValues = commitment.certaintyOf.values === 'seen' ? NONE_NAMED : NOT_KNOWN
  return {
    value: commitment.values.length ? commitment.values : [noValues],
    challenge: commitment.challenges.length ? commitment.challenges : [NOT_KNOWN],
    institution: [...parties.map((party) => party.organisationId), ...(parties.some((party) => party.part === 'lead') ? [] : [NOT_KNOWN])],
    state: standing.has(commitment.id) ? [shownState(one, standing.get(commitment.id), today)] : [],
  }
}

const order: Record<Exclude<FilterName, 'institution'>, readonly string[]> = {
  value: ogpValues,
  challenge: grandChallenges,
  state: shownStates,
}

/** What can be chosen: only what some commitment has, so that no choice finds nothing by itself. */
export function choicesIn(chosen: Chosen): Choices {
  const has = (name: FilterName): string[] => [...new Set(chosen.commitments.flatMap((one) => valuesOf(one, chosen)[name]))]
  const ordered = (name: keyof typeof order): string[] => {
    const found = has(name)
    return [...order[name], NONE_NAMED, NOT_KNOWN].filter((value) => found.includes(value))
  }
  return { value: ordered('value'), challenge: ordered('challenge'), institution: has('institution'), state: ordered('state') }
}

/** The filter an address asks for. Values that nothing has are left out, and `ignored` says so. */
export function readFilter(query: URLSearchParams, choices: Choices): { filter: Filter; ignored: boolean } {
  const filter: Filter = {}
  let ignored = false
  for (const name of filterNames) {
    const asked = query.get(name)
    if (!asked) continue
    if (choices[name].includes(asked)) filter[name] = asked
    else ignored = true
  }
  return { filter, ignored }
}

/** The commitments that have the asked value of every filter. */
export const matching = (chosen: Chosen, filter: Filter): CommitmentWithParts[] =>
  chosen.commitments.filter((one) => {
    const values = valuesOf(one, chosen)
    return filterNames.every((name) => filter[name] === undefined || values[name].includes(filter[name]))
  })
