import type { Election } from './election.ts'
import { CannotCount } from './problems.ts'

/** The points that all voters together give each option, in the election's `pointUnit`; an approval is one point. */
export function pointTotals(election: Election): number[] {
  const totals = election.options.map(() => 0)
  for (const { ranks, points, weight } of election.ballots)
    for (const [place, option] of (ranks[0] ?? []).entries())
      totals[option] = (totals[option] ?? 0) + weight * (points ? (points[place] ?? 0) : election.pointUnit)
  if (!totals.every(Number.isSafeInteger)) throw new CannotCount('There are too many voters or points to count them exactly.')
  return totals
}
