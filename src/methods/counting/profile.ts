import type { Ballot, Election } from './election.ts'
import { CannotCount } from './problems.ts'
import { supportedBy, weightOf } from './support.ts'

/** What an option is worth to those who support it: its cost, 1, or the points they gave it. */
export type Utility = 'cost' | 'cardinality' | 'points'

/** Who supports an option: classes of voters, and with points how many each gives (in the election's `pointUnit`). */
export type Column = { classes: Int32Array; points: Float64Array | null }

/** An election as Equal Shares sees it: voters whose ballots say the same are one class, and each option has its column. */
export type Profile = {
  /** All voters by weight, those with empty ballots too: they have a share of the money as well. */
  voters: number
  /** How many voters each class has. */
  weights: Float64Array
  columns: readonly Column[]
}

/** Groups voters whose ballots support the same options (with points: by as much), in whatever order they name them. */
export function profileOf(election: Election, utility: Utility): Profile {
  if (utility === 'points' && election.form === 'ranking') throw new CannotCount('Rankings give no points: count by cost or cardinality.')
  const pointed = utility === 'points' && election.form === 'score'
  const bits = new Uint16Array(Math.ceil(election.options.length / BITS))
  const known = new Map<string, number>()
  const weights: number[] = []
  const columns = election.options.map(() => ({ classes: [] as number[], points: [] as number[] }))
  for (const ballot of election.ballots) {
    const supported = supportedBy(ballot)
    const points = pointed ? pointsOf(ballot) : null
    const key = keyOf(supported, points, bits)
    const same = known.get(key)
    if (same !== undefined) {
      weights[same] = (weights[same] ?? 0) + ballot.weight
      continue
    }
    known.set(key, weights.length)
    for (const option of supported) {
      columns[option]?.classes.push(weights.length)
      if (points) columns[option]?.points.push(points.get(option) ?? 0)
    }
    weights.push(ballot.weight)
  }
  const voters = weightOf(election.ballots)
  const most = columns.reduce((sofar, { points }) => points.reduce((a, b) => Math.max(a, b), sofar), 1)
  if (!Number.isSafeInteger(voters * most)) throw new CannotCount('There are too many voters or points to count them exactly.')
  return {
    voters,
    weights: Float64Array.from(weights),
    columns: columns.map(({ classes, points }) => ({
      classes: Int32Array.from(classes),
      points: pointed ? Float64Array.from(points) : null,
    })),
  }
}

function pointsOf({ ranks, points }: Ballot): Map<number, number> {
  return new Map((ranks[0] ?? []).map((option, place) => [option, points?.[place] ?? 0]))
}

const BITS = 16

/** A short text that is the same for the same support: a bit for each option; points are written out behind, by option. */
function keyOf(supported: readonly number[], points: ReadonlyMap<number, number> | null, bits: Uint16Array): string {
  bits.fill(0)
  for (const option of supported) bits[Math.floor(option / BITS)] = (bits[Math.floor(option / BITS)] as number) | (1 << (option % BITS))
  const key = String.fromCharCode(...bits)
  return points ? `${key}${[...supported].sort((a, b) => a - b).map((option) => points.get(option))}` : key
}
