import type { Election } from '../../src/methods/counting/election.ts'

/** The outcome of Equal Shares by its definition alone: each voter for itself, fractions of big integers, no bounds, no doubles. */
export type PlainOutcome = { winners: string[]; ties: string[][]; spent: bigint }

type Fraction = readonly [bigint, bigint]

const minus = (a: Fraction, b: Fraction): Fraction => lowest([a[0] * b[1] - b[0] * a[1], a[1] * b[1]])
const less = (a: Fraction, b: Fraction): boolean => a[0] * b[1] < b[0] * a[1]
const times = (a: Fraction, by: bigint): Fraction => [a[0] * by, a[1]]

function lowest([above, below]: Fraction): Fraction {
  let [a, b] = [above < 0n ? -above : above, below]
  while (b) [a, b] = [b, a % b]
  return a ? [above / a, below / a] : [0n, 1n]
}

/** What each single voter gets from each option, by the utility that is asked for. */
export function utilities(election: Election, utility: 'cost' | 'cardinality' | 'points'): bigint[][] {
  return election.ballots.flatMap(({ weight, ranks, points }) => {
    const row = election.options.map(() => 0n)
    for (const [place, option] of ranks.flat().entries()) {
      const given = points ? BigInt(points[place] ?? 0) : 1n
      if (given > 0n) row[option] = utility === 'points' ? given : utility === 'cost' ? (election.options[option]?.cost ?? 0n) : 1n
    }
    return new Array<bigint[]>(weight).fill(row)
  })
}

export function plainEqualShares(election: Election, utility: 'cost' | 'cardinality' | 'points', share: Fraction): PlainOutcome {
  const { options } = election
  const worth = utilities(election, utility)
  const supported = utilities(election, 'cardinality')
  const free = options.filter(({ cost }, option) => cost === 0n && supported.some((row) => row[option]))
  const winners = free.map(({ id }) => id).sort()
  const ties: string[][] = []
  let money = worth.map(() => share)
  let spent = 0n
  for (;;) {
    let best: { rho: Fraction; equal: number[] } | null = null
    for (const [option, { id, cost }] of options.entries()) {
      if (!cost || winners.includes(id)) continue
      const rho = rhoOf(worth, money, option, cost)
      if (!rho) continue
      if (!best || less(rho, best.rho)) best = { rho, equal: [option] }
      else if (!less(best.rho, rho)) best.equal.push(option)
    }
    if (!best) return { winners, ties, spent }
    const { rho, equal } = best
    const ids = equal.map((option) => options[option]?.id ?? '').sort()
    const option = options.findIndex(({ id }) => id === ids[0])
    if (ids.length > 1) ties.push(ids)
    winners.push(ids[0] ?? '')
    spent += options[option]?.cost ?? 0n
    money = money.map((has, voter) => {
      const price = times(rho, worth[voter]?.[option] ?? 0n)
      return less(has, price) ? [0n, 1n] : minus(has, price)
    })
  }
}

function rhoOf(worth: readonly bigint[][], money: readonly Fraction[], option: number, cost: bigint): Fraction | null {
  const payers = worth
    .flatMap((row, voter) => ((row[option] ?? 0n) > 0n ? [{ units: row[option] ?? 0n, has: money[voter] ?? ([0n, 1n] as const) }] : []))
    .sort((a, b) => Number(less(times(b.has, a.units), times(a.has, b.units))) - Number(less(times(a.has, b.units), times(b.has, a.units))))
  let missing: Fraction = [cost, 1n]
  let units = payers.reduce((sum, one) => sum + one.units, 0n)
  for (const one of payers) {
    const rho: Fraction = [missing[0], missing[1] * units]
    if (!less(one.has, times(rho, one.units))) return lowest(rho)
    missing = minus(missing, one.has)
    units -= one.units
  }
  return null
}
