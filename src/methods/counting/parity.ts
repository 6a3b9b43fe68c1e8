import type { Election } from './election.ts'
import { greatestCommonDivisor } from './fractions.ts'
import { CannotCount } from './problems.ts'
import { weightOf } from './support.ts'

/** A chamber of voters: what its column says, how much weight its ballots came with, and as how many copies each of them counts. */
export type Chamber = { value: string; weight: number; copies: number }

/** An election in which two chambers weigh equally, and how that came about. */
export type Chambers = {
  election: Election
  chambers: readonly [Chamber, Chamber]
  /** The weight of ballots of neither chamber: they are not counted. */
  outside: number
  /** The only chamber that has ballots: there is nothing to balance then, and it decides alone. */
  alone: string | null
}

/**
 * Weighs two chambers equally, whatever the number of their voters: each ballot counts as so many copies that both chambers
 * have the same number of them (METHODS §2.3: parity by clones). Whole weights keep every count exact.
 */
export function weighChambersEqually(election: Election, column: string, values: readonly [string, string]): Chambers {
  const [one, other] = values
  if (one === other) throw new CannotCount(`Parity needs two chambers, not “${one}” twice.`)
  if (!election.ballots.every((ballot) => Object.hasOwn(ballot.columns, column)))
    throw new CannotCount(`The ballots have no column “${column}”.`)
  const mine = election.ballots.filter(({ columns }) => columns[column] === one)
  const theirs = election.ballots.filter(({ columns }) => columns[column] === other)
  const weights = [weightOf(mine), weightOf(theirs)] as const
  const shared = Number(greatestCommonDivisor(BigInt(weights[0]), BigInt(weights[1])))
  const alone = weights[0] === 0 ? (weights[1] === 0 ? null : other) : weights[1] === 0 ? one : null
  const copies = weights[0] && weights[1] ? ([weights[1] / shared, weights[0] / shared] as const) : ([1, 1] as const)
  if (!Number.isSafeInteger(2 * weights[0] * copies[0])) throw new CannotCount('There are too many ballots to weigh them exactly.')
  return {
    election: {
      ...election,
      ballots: election.ballots.flatMap((ballot) => {
        const chamber = values.indexOf(ballot.columns[column] ?? '')
        return chamber < 0 ? [] : [{ ...ballot, weight: ballot.weight * (copies[chamber] ?? 1) }]
      }),
    },
    chambers: [
      { value: one, weight: weights[0], copies: copies[0] },
      { value: other, weight: weights[1], copies: copies[1] },
    ],
    outside: weightOf(election.ballots) - weights[0] - weights[1],
    alone,
  }
}
