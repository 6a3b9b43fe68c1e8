import type { Ballot, Election } from './election.ts'

/** Strict rankings, one after the other in one array: ballot `i` ranks `options[starts[i]]` up to before `options[starts[i + 1]]`. */
export type Rankings = {
  starts: Uint32Array
  options: Uint32Array
  /** Of each ballot, how many voters cast it. */
  weights: Float64Array
  /** All voters whose ballot ranks something. */
  votes: number
}

/**
 * The ballots as the single transferable vote reads them: a ballot ends before the first rank that holds several options,
 * as a paper does whose next preference is not clear. Ballots that say nothing by then are left out.
 */
export function strictRankings(election: Election): Rankings {
  const lengths = election.ballots.map(({ ranks }) => {
    const unclear = ranks.findIndex((rank) => rank.length !== 1)
    return unclear < 0 ? ranks.length : unclear
  })
  const used = lengths.filter((length) => length > 0)
  const starts = new Uint32Array(used.length + 1)
  for (const [ballot, length] of used.entries()) starts[ballot + 1] = (starts[ballot] as number) + length
  const options = new Uint32Array(starts[used.length] as number)
  const weights = new Float64Array(used.length)
  let [at, filled, votes] = [0, 0, 0]
  for (const [index, { ranks, weight }] of election.ballots.entries()) {
    const length = lengths[index] as number
    if (!length) continue
    for (let rank = 0; rank < length; rank += 1) options[filled++] = ranks[rank]?.[0] as number
    weights[at++] = weight
    votes += weight
  }
  return { starts, options, weights, votes }
}

/** The ranks of a ballot; a score ballot ranks by its points, the most first. */
export function ranksOf({ ranks, points }: Ballot): Ballot['ranks'] {
  const [scored] = ranks
  if (!points || !scored) return ranks
  const byPoints = new Map<number, number[]>()
  for (const [index, option] of scored.entries()) {
    const given = points[index] as number
    const equals = byPoints.get(given)
    if (equals) equals.push(option)
    else byPoints.set(given, [option])
  }
  return [...byPoints].sort(([a], [b]) => b - a).map(([, equals]) => equals)
}
