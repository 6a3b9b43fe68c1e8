import type { Count, Election } from './election.ts'
import { idsOf } from './money.ts'
import { pairwise } from './pairwise.ts'
import { CannotCount } from './problems.ts'
import type { Strength } from './settings.ts'
import { groupedBy, takeBest } from './takeBest.ts'

type Table = Readonly<Record<string, Readonly<Record<string, number>>>>

/** The only round of a Schulze count: the tables of all pairs, by identifier, and what follows from them. */
export type SchulzeRound = {
  step: 'schulze'
  strength: Strength
  /** How many voters rank the one above the other. */
  pairwise: Table
  /** The strongest path from the one to the other; 0 where there is none. */
  strongestPaths: Table
  /** How many others each one beats: its path to them is stronger than theirs to it. */
  beats: Readonly<Record<string, number>>
  /** Whom nobody beats. */
  undefeated: string[]
  /** All options, who beats more first; those that beat equally many stand together. */
  order: string[][]
}

/** More options than this are not counted: the time grows with their cube. */
const MOST_OPTIONS = 2000

/**
 * The Schulze method (Schulze 2011) by winning votes or margins. The relation "the stronger path" is transitive, so the number
 * of options that each one beats orders them; where these are equal, the tie rule decides.
 */
export function countSchulze(election: Election, seats: number, strength: Strength, order: readonly number[]): Count<SchulzeRound> {
  const { options } = election
  const many = options.length
  if (many > MOST_OPTIONS) throw new CannotCount(`There are ${many} options; the Schulze method is counted for at most ${MOST_OPTIONS}.`)
  const votes = pairwise(election)
  const paths = strongestPaths(links(votes, many, strength), many)
  const beats = options.map((_, one) =>
    options.reduce((sum, _other, other) => sum + Number((paths[one * many + other] as number) > (paths[other * many + one] as number)), 0),
  )
  const beaten = (one: number): boolean =>
    options.some((_, other) => (paths[other * many + one] as number) > (paths[one * many + other] as number))
  const groups = groupedBy(beats)
  const table = (cells: Float64Array): Table =>
    Object.fromEntries(
      options.map(({ id }, one) => [
        id,
        Object.fromEntries(options.flatMap((other, index) => (index === one ? [] : [[other.id, cells[one * many + index] as number]]))),
      ]),
    )
  return {
    ...takeBest(election, groups, seats, order),
    rounds: [
      {
        step: 'schulze',
        strength,
        pairwise: table(votes),
        strongestPaths: table(paths),
        beats: Object.fromEntries(options.map(({ id }, option) => [id, beats[option] as number])),
        undefeated: idsOf(
          election,
          [...options.keys()].filter((option) => !beaten(option)),
        ),
        order: groups.map((group) => idsOf(election, group)),
      },
    ],
  }
}

/** The links between options: of each pair the one that more voters rank above the other, and nothing back. */
function links(votes: Float64Array, many: number, strength: Strength): Float64Array {
  return votes.map((forth, cell) => {
    const back = votes[(cell % many) * many + Math.floor(cell / many)] as number
    if (forth <= back) return 0
    return strength === 'margins' ? forth - back : forth
  })
}

/** Widest paths (Floyd and Warshall): a path is as strong as its weakest link. */
export function strongestPaths(strengths: Float64Array, many: number): Float64Array {
  const paths = strengths.slice()
  for (let through = 0; through < many; through += 1)
    for (let from = 0; from < many; from += 1) {
      const first = paths[from * many + through] as number
      if (from === through || !first) continue
      for (let to = 0; to < many; to += 1) {
        if (to === from) continue
        const path = Math.min(first, paths[through * many + to] as number)
        if (path > (paths[from * many + to] as number)) paths[from * many + to] = path
      }
    }
  return paths
}
