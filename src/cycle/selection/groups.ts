import type { PublishedVote } from './asElection.ts'
import type { BallotContent } from './content.ts'
import type { GroupSupport } from './result.ts'
import { sides } from './tables.ts'

/** In a secret ballot the votes of fewer than so many of one sector are told among the others. */
export const LEAST_OF_A_SECTOR = 5

/**
 * A secret vote's sector is emptied where few of it voted, since who they are is known; where that leaves few without a
 * sector, the next smallest goes with them. Sides are emptied the same way, unless the count weighs them: then they are
 * what is counted, and every voter was told so.
 */
export function withoutSmallGroups(votes: readonly PublishedVote[], keepSides: boolean): PublishedVote[] {
  const sectors = pooled(votes.map(({ sector }) => sector))
  const hidden = keepSides ? new Set<string>() : pooled(votes.map(({ side }) => side))
  return votes.map((vote) => ({
    ...vote,
    sector: vote.sector && sectors.has(vote.sector) ? null : vote.sector,
    side: vote.side && hidden.has(vote.side) ? null : vote.side,
  }))
}

/** The values that few have, with so many more that the rest is not few either. */
function pooled(values: readonly (string | null)[]): Set<string> {
  const counts = new Map<string, number>()
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  const hidden = new Set<string>()
  let together = 0
  for (const [value, count] of [...counts].sort(([a, few], [b, many]) => few - many || (a < b ? -1 : 1))) {
    if (count >= LEAST_OF_A_SECTOR && (together === 0 || together >= LEAST_OF_A_SECTOR)) break
    hidden.add(value)
    together += count
  }
  return hidden
}

/** What the votes of each group gave each option: choices and points are added up, of rankings it counts who named it. */
export function supportOf(
  votes: readonly PublishedVote[],
  by: 'sector' | 'side',
  { options }: BallotContent,
  places: boolean,
): GroupSupport[] {
  const groups = new Map<GroupSupport['group'], GroupSupport>()
  for (const vote of votes) {
    const name = vote[by] ?? 'others'
    const group = groups.get(name) ?? { group: name, votes: 0, given: {} }
    group.votes += 1
    for (const { number } of options) {
      const mark = vote.marks[number]
      if (mark) group.given[number] = (group.given[number] ?? 0) + (places ? 1 : mark)
    }
    groups.set(name, group)
  }
  const order: readonly string[] = by === 'side' ? sides : []
  return [...groups.values()].sort(
    (a, b) => order.indexOf(a.group) - order.indexOf(b.group) || b.votes - a.votes || (a.group < b.group ? -1 : 1),
  )
}
