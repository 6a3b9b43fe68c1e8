import type { Election, Option, Tie } from './election.ts'

/**
 * Takes as many options as are wanted from groups that stand equal, the best group first; `order` decides within a group. Of
 * groups of several that are taken from, the choice is told.
 */
export function takeBest(
  election: Election,
  groups: readonly (readonly number[])[],
  wanted: number,
  order: readonly number[],
): { winners: string[]; ties: Tie[] } {
  const idOf = (option: number): string => (election.options[option] as Option).id
  const winners: string[] = []
  const ties: Tie[] = []
  for (const group of groups) {
    const left = wanted - winners.length
    if (left <= 0) break
    const first = group
      .toSorted((a, b) => (order[a] as number) - (order[b] as number))
      .slice(0, left)
      .map(idOf)
    if (group.length > 1) ties.push({ round: 1, tied: group.map(idOf), first })
    winners.push(...first)
  }
  return { winners, ties }
}

/** Groups of options with the same value, the highest first. */
export function groupedBy(values: readonly number[]): number[][] {
  const groups = new Map<number, number[]>()
  for (const [option, value] of values.entries()) groups.set(value, [...(groups.get(value) ?? []), option])
  return [...groups].sort(([a], [b]) => b - a).map(([, group]) => group)
}
