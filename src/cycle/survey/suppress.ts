/** A group of fewer people than these is not shown by its number. */
export const SMALL = 5

/**
 * A number of people as everyone sees it: itself; hidden, because the group is small; or hidden with other groups, one
 * of which is small, so that it can't be told from their sum.
 */
export type Cell = { shown: number } | { hidden: 'small' | 'with it' }

const isSmall = (count: number): boolean => count > 0 && count < SMALL

/**
 * Hides small groups in a table of numbers whose sum everyone knows. The rule is a threshold rule with secondary
 * suppression, as in Eurostat's Handbook on Statistical Disclosure Control (Hundepool et al., 2010, chapter 4):
 *
 * 1. A group of 1–4 is hidden. Nought is shown: it is nobody.
 * 2. Two or more small groups whose sum is neither the least nor the most that as many small groups can have stay as
 *    they are, marked small: each of them may be larger or smaller than it is, and the table would look the same.
 * 3. Where there are no more people than groups, all are hidden: one in each could be told.
 * 4. Else the groups of the next smallest number are hidden too, all of them at once, until the hidden groups have at
 *    least two different numbers; nought comes last. They all carry the same mark: exchanged with one another they
 *    would look the same, so nobody can tell which of them is the small one, or its number.
 *
 * That no small group can be told, even by someone who knows this rule, is tested on all small tables (suppress.test.ts).
 */
export function suppress(counts: readonly number[]): Cell[] {
  const small = counts.filter(isSmall)
  if (!small.length) return counts.map((shown) => ({ shown }))
  const sum = small.reduce((total, count) => total + count, 0)
  const all = counts.reduce((total, count) => total + count, 0)
  if (all <= counts.length) return counts.map(() => ({ hidden: 'with it' }))
  if (small.length > 1 && sum > small.length && sum < small.length * (SMALL - 1))
    return counts.map((count) => (isSmall(count) ? { hidden: 'small' } : { shown: count }))
  const hidden = new Set(small)
  const others = [...new Set(counts.filter((count) => !isSmall(count)))].sort((a, b) => (a || Number.MAX_VALUE) - (b || Number.MAX_VALUE))
  for (const next of others) {
    if (hidden.size > 1) break
    hidden.add(next)
  }
  return counts.map((count) => (hidden.has(count) ? { hidden: 'with it' } : { shown: count }))
}

/** The number of a group by itself, where no sum is known. */
export const alone = (count: number): Cell => (isSmall(count) ? { hidden: 'small' } : { shown: count })

/** Is every number of a table shown? */
export const isWhole = (cells: readonly Cell[]): boolean => cells.every((cell) => 'shown' in cell)
