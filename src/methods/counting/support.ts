import type { Ballot, Election } from './election.ts'

/** The options that a ballot supports: all it names, and of a score ballot's those with more than no points. */
export function supportedBy(ballot: Ballot): readonly number[] {
  const { points } = ballot
  if (points) return (ballot.ranks[0] ?? []).filter((_, place) => (points[place] ?? 0) > 0)
  return ballot.ranks.length === 1 ? (ballot.ranks[0] ?? []) : ballot.ranks.flat()
}

/** How many voters support each option, by weight. */
export function supporters(election: Election): number[] {
  const counts = election.options.map(() => 0)
  for (const ballot of election.ballots) for (const option of supportedBy(ballot)) counts[option] = (counts[option] ?? 0) + ballot.weight
  return counts
}

/** The weight of all ballots, empty ones included. */
export function weightOf(ballots: readonly Ballot[]): number {
  let weight = 0
  for (const ballot of ballots) weight += ballot.weight
  return weight
}
