import type { Election } from './election.ts'
import { asNumber, type Fraction, written } from './fractions.ts'
import { costOf, idOf } from './money.ts'
import type { Column, Profile, Utility } from './profile.ts'
import type { Purchase, SharesRun } from './sharesRun.ts'

/** An option that costs nothing and that someone supports: it is taken first. */
export type FreeRound = { step: 'free'; option: string; supporters: number }

/** An option that its supporters paid for, told so that it can be explained why. Money is in the file's unit. */
export type SharesRound = {
  step: 'shares'
  option: string
  cost: string
  supporters: number
  /** Money for one unit of utility: exactly, and as a number. No other option had less. */
  rho: string
  rhoNumber: number
  /** How many paid the full price, how many had less than that and paid all they had. */
  paidInFull: number
  paidAll: number
  /** How many paid how much, the most first; if there are very many amounts, the last entry holds the rest by its average. */
  payments: { voters: number; each: number }[]
  /** How many of all voters have nothing left, then up to a tenth of their share, up to two tenths, and so on to all of it. */
  tenthsLeft: number[]
  /** What was next best, with its rho. */
  next: { option: string; rho: number }[]
  /** Options that had become too dear for what their supporters together still held, before this round. */
  outOfReach: { option: string; cost: string; held: number }[]
}

export function freeRound(election: Election, profile: Profile, option: number): FreeRound {
  return { step: 'free', option: idOf(election, option), supporters: votersOf(profile, profile.columns[option] as Column) }
}

/** A purchase with all that surrounds it: `before` holds what each class of voters had before. */
type Surroundings = {
  election: Election
  profile: Profile
  utility: Utility
  share: Fraction
  before: Float64Array
  run: SharesRun
  purchase: Purchase
}

export function sharesRound({ election, profile, utility, share, before, run, purchase }: Surroundings): SharesRound {
  const { option, paid, next } = purchase
  const { moneyUnit } = election
  const column = profile.columns[option] as Column
  const rho = inFile(purchase.rho, election, utility)
  return {
    step: 'shares',
    option: idOf(election, option),
    cost: costOf(election, option),
    supporters: votersOf(profile, column),
    rho: written(rho),
    rhoNumber: asNumber(rho),
    paidInFull: paid.inFull,
    paidAll: paid.withAll,
    payments: paymentsOf(profile, column, before, run.purses.balances, Number(moneyUnit)),
    tenthsLeft: tenthsOf(profile, run.purses.balances, asNumber(share)),
    next: next.map((one) => ({ option: idOf(election, one.option), rho: asNumber(inFile(one.rho, election, utility)) })),
    outOfReach: run.outOfReach.map(({ option: one, held }) => ({
      option: idOf(election, one),
      cost: costOf(election, one),
      held: held / Number(moneyUnit),
    })),
  }
}

/** Rho is counted in the smallest units of money and points; by cost it has no unit at all. */
function inFile({ numerator, denominator }: Fraction, { moneyUnit, pointUnit, form }: Election, utility: Utility): Fraction {
  if (utility === 'cost') return { numerator, denominator }
  const points = utility === 'points' && form === 'score' ? BigInt(pointUnit) : 1n
  return { numerator: numerator * points, denominator: denominator * moneyUnit }
}

function votersOf({ weights }: Profile, { classes }: Column): number {
  return classes.reduce((sum, one) => sum + (weights[one] ?? 0), 0)
}

const MOST_PAYMENTS = 24
/** Amounts that agree in so many parts of the largest are the same amount, told apart only by rounding. */
const PARTS = 1e12
const DIGITS = 12

function paymentsOf(
  { weights }: Profile,
  { classes }: Column,
  before: Float64Array,
  after: Float64Array,
  unit: number,
): SharesRound['payments'] {
  let most = 0
  for (const one of classes) most = Math.max(most, (before[one] ?? 0) - (after[one] ?? 0))
  const byAmount = new Map<number, number>()
  for (const one of classes) {
    const part = Math.round((((before[one] ?? 0) - (after[one] ?? 0)) / most) * PARTS)
    if (part > 0) byAmount.set(part, (byAmount.get(part) ?? 0) + (weights[one] ?? 0))
  }
  const amount = (part: number): number => Number((((part / PARTS) * most) / unit).toPrecision(DIGITS))
  const payments = [...byAmount].sort((a, b) => b[0] - a[0])
  if (payments.length <= MOST_PAYMENTS) return payments.map(([part, voters]) => ({ voters, each: amount(part) }))
  const rest = payments.slice(MOST_PAYMENTS - 1)
  const voters = rest.reduce((sum, [, some]) => sum + some, 0)
  const average = rest.reduce((sum, [part, some]) => sum + some * part, 0) / voters
  return [
    ...payments.slice(0, MOST_PAYMENTS - 1).map(([part, some]) => ({ voters: some, each: amount(part) })),
    { voters, each: amount(average) },
  ]
}

function tenthsOf({ weights }: Profile, balances: Float64Array, share: number): number[] {
  const tenths = new Array<number>(11).fill(0)
  for (let one = 0; one < balances.length; one++) {
    const balance = balances[one] as number
    const tenth = balance > 0 ? Math.min(10, Math.max(1, Math.ceil((balance / share) * 10 - 1e-9))) : 0
    tenths[tenth] = (tenths[tenth] as number) + (weights[one] as number)
  }
  return tenths
}
