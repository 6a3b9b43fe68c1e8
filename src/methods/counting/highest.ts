import { inFileUnit } from './decimals.ts'
import type { Count, Election } from './election.ts'
import { idOf } from './money.ts'
import { CannotCount } from './problems.ts'
import { supporters } from './support.ts'
import { groupedBy, takeBest } from './takeBest.ts'
import { type TieRule, tieOrder } from './tieOrder.ts'
import { pointTotals } from './totals.ts'

/** The only round of approval and score: where all options stand, the first first, those that stand equal by the order of ties. */
export type Standings = {
  step: 'standings'
  seats: number
  standings: { option: string; supporters: number; total: string; chosen: boolean }[]
}

/** How many are chosen (else as many as the file says, else one), and what decides between those that stand equal. */
export type HighestOptions = { ties: TieRule; seats?: number | null }

/**
 * Approval: the options with the most approvals (block approval: Lackner & Skowron, "Multi-Winner Voting with Approval
 * Preferences", Springer 2023, section 2.2). Of rankings every option that is ranked counts as approved, of score ballots every one with points.
 */
export function approval(election: Election, options: HighestOptions): Count<Standings> {
  return highest(election, supporters(election), 1n, options)
}

/** Score: the options with the most points in sum; who gives an option none gives it 0. An approval is one point. */
export function score(election: Election, options: HighestOptions): Count<Standings> {
  if (election.form === 'ranking') throw new CannotCount('Rankings give no points: count them by Borda.')
  return highest(election, pointTotals(election), BigInt(election.pointUnit), options)
}

/** Where nobody supports anything, nothing is chosen: a draw alone makes no decision. */
function highest(
  election: Election,
  totals: readonly number[],
  unit: bigint,
  { ties: rule, seats = null }: HighestOptions,
): Count<Standings> {
  const places = tieOrder(election, rule)
  const support = supporters(election)
  const wanted = support.some((voters) => voters > 0) ? (seats ?? election.seats ?? 1) : 0
  const groups = groupedBy(totals).map((equal) => equal.toSorted((a, b) => (places[a] as number) - (places[b] as number)))
  const { winners, ties } = takeBest(election, groups, wanted, places)
  const chosen = new Set(winners)
  return {
    winners,
    ties,
    rounds: [
      {
        step: 'standings',
        seats: seats ?? election.seats ?? 1,
        standings: groups.flat().map((option) => ({
          option: idOf(election, option),
          supporters: support[option] ?? 0,
          total: inFileUnit(BigInt(totals[option] ?? 0), unit),
          chosen: chosen.has(idOf(election, option)),
        })),
      },
    ],
  }
}
