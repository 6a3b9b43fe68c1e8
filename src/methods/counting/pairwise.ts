import type { Election } from './election.ts'
import { ranksOf } from './rankings.ts'

/**
 * How many voters rank one option strictly above another, of all pairs: row by row, `table[a * options + b]` for a above b.
 * Options that a ballot does not name stand equal below all that it names.
 */
export function pairwise(election: Election): Float64Array {
  const many = election.options.length
  const above = new Float64Array(many * many)
  const equal = new Float64Array(many * many)
  const naming = new Float64Array(many)
  const named = new Uint32Array(many)
  for (const ballot of election.ballots) {
    const { weight } = ballot
    const ranks = ranksOf(ballot)
    let length = 0
    for (const rank of ranks) for (let place = 0; place < rank.length; place += 1) named[length++] = rank[place] as number
    let at = 0
    for (const { length: equals } of ranks) {
      const below = at + equals
      for (; at < below; at += 1) {
        const option = named[at] as number
        const row = option * many
        naming[option] = (naming[option] as number) + weight
        for (let other = at + 1; other < below; other += 1) {
          equal[row + (named[other] as number)] = (equal[row + (named[other] as number)] as number) + weight
        }
        for (let other = below; other < length; other += 1) {
          const cell = row + (named[other] as number)
          above[cell] = (above[cell] as number) + weight
        }
      }
    }
  }
  return aboveUnnamed(above, equal, naming)
}

/** Adds the ballots that name the one and not the other: all that name the one, without those that name both. */
function aboveUnnamed(above: Float64Array, equal: Float64Array, naming: Float64Array): Float64Array {
  const many = naming.length
  return above.map((votes, cell) => {
    const [one, other] = [Math.floor(cell / many), cell % many]
    if (one === other) return 0
    const back = other * many + one
    const both = votes + (above[back] as number) + (equal[cell] as number) + (equal[back] as number)
    return votes + (naming[one] as number) - both
  })
}
