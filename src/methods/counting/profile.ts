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
  const size = election.options.length
  const given = new Float64Array(size)
  const known = new Map<string, number>()
  const weights: number[] = []
  const columns = election.options.map(() => ({ classes: [] as number[], points: [] as number[] }))
  for (const ballot of election.ballots) {
    given.fill(0)
    for (const option of supportedBy(ballot)) given[option] = 1
    if (pointed) takePoints(ballot, given)
    const key = keyOf(given, pointed)
    const same = known.get(key)
    if (same !== undefined) {
      weights[same] = (weights[same] ?? 0) + ballot.weight
      continue
    }
    known.set(key, weights.length)
    for (let option = 0; option < size; option++) {
      const points = given[option] ?? 0
      if (!points) continue
      columns[option]?.classes.push(weights.length)
      if (pointed) columns[option]?.points.push(points)
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

function takePoints({ ranks, points }: Ballot, given: Float64Array): void {
  for (const [place, option] of (ranks[0] ?? []).entries()) given[option] = Math.max(0, points?.[place] ?? 0)
}

const PER_CHARACTER = 16

/** A short text that is the same for the same support: a bit for each option; points are written out behind. */
function keyOf(given: Float64Array, pointed: boolean): string {
  let key = ''
  let character = 0
  for (let option = 0; option < given.length; option++) {
    if (given[option]) character |= 1 << (option % PER_CHARACTER)
    if (option % PER_CHARACTER === PER_CHARACTER - 1 || option === given.length - 1) {
      key += String.fromCharCode(character)
      character = 0
    }
  }
  return pointed ? `${key}${given.filter((points) => points > 0).join()}` : key
}
