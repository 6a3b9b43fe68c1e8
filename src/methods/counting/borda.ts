import type { Count, Election } from './election.ts'
import { ranksOf } from './rankings.ts'
import { groupedBy, takeBest } from './takeBest.ts'

/** The only round of a Borda count: the points of each option by identifier; halves are written with one decimal. */
export type BordaRound = { step: 'borda'; points: Readonly<Record<string, string>> }

/**
 * The Borda count in its symmetric form: of n options the first of a ballot gets n − 1 points, the next one less, and so on;
 * options that stand equal share the points of their places equally, and so do those that a ballot does not name. Each option
 * thus gets a point for every one that it stands above and half a point for every one that it stands beside. A ballot that
 * names nobody gives nothing.
 */
export function countBorda(election: Election, seats: number, order: readonly number[]): Count<BordaRound> {
  const many = election.options.length
  // In half points, so that all are whole. What an unnamed option gets is given to all first, and the difference to the named.
  const doubled = new Array<number>(many).fill(0)
  let toAll = 0
  for (const ballot of election.ballots) {
    const ranks = ranksOf(ballot)
    const unnamed = many - ranks.reduce((sum, { length }) => sum + length, 0)
    if (unnamed === many) continue
    toAll += ballot.weight * (unnamed - 1)
    let before = 0
    for (const rank of ranks) {
      const each = ballot.weight * (2 * (many - 1 - before) - (rank.length - 1) - (unnamed - 1))
      for (const option of rank) doubled[option] = (doubled[option] as number) + each
      before += rank.length
    }
  }
  const halves = doubled.map((points) => points + toAll)
  return {
    ...takeBest(election, groupedBy(halves), seats, order),
    rounds: [
      { step: 'borda', points: Object.fromEntries(election.options.map(({ id }, option) => [id, written(halves[option] as number)])) },
    ],
  }
}

const written = (halves: number): string => `${Math.floor(halves / 2)}${halves % 2 ? '.5' : ''}`
