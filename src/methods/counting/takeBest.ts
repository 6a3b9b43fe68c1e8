import type { Election, Tie } from './election.ts'
import { idsOf } from './money.ts'

/**
 * Takes as many options as are wanted from groups that stand equal, the best group first; `order` decides within a group. Of
 * groups of several that are taken from, the choice is told. Where no ballot names anyone, nothing is taken: a draw alone makes
 * no decision.
 */
export function takeBest(
  election: Election,
  groups: readonly (readonly number[])[],
  wanted: number,
  order: readonly number[],
): { winners: string[]; ties: Tie[] } {
  const winners: string[] = []
  const ties: Tie[] = []
  if (!election.ballots.some(({ ranks }) => ranks.length)) return { winners, ties }
  for (const group of groups) {
    const left = wanted - winners.length
    if (left <= 0) break
    const ordered = group.toSorted((a, b) => (order[a] as number) - (order[b] as number))
    const first = idsOf(election, ordered.slice(0, left))
    if (group.length > 1) ties.push({ round: 1, tied: idsOf(election, group), first })
    winners.push(...first)
  }
  return { winners, ties }
}

/** Groups of options with the same value, the highest first. */
export function groupedBy(values: readonly number[]): number[][] {
  const groups = new Map<number, number[]>()
  for (const [option, value] of values.entries()) {
    const equal = groups.get(value)
    if (equal) equal.push(option)
    else groups.set(value, [option])
  }
  return [...groups].sort(([a], [b]) => b - a).map(([, group]) => group)
}
