import { asNumber, compareFractions, type Fraction } from './fractions.ts'
import type { Column, Profile } from './profile.ts'
import { type Paid, Purses, type Rate } from './purses.ts'

/** What Equal Shares needs to know about an election; only the voters' share differs from run to run. */
export type SharesInput = {
  profile: Profile
  costs: readonly bigint[]
  /** What one supporter gets from each option for one unit of its column: its cost by the utility of cost, else 1. */
  scales: readonly bigint[]
  /** The place of each option when they stand equal. */
  places: readonly number[]
}

/** An option that the shares paid for, and what is needed to tell why. */
export type Purchase = {
  option: number
  /** All that stood equal, this one among them, in the order of ties. */
  tied: number[]
  /** Money for a unit of utility; what each supporter pays at most for a unit of its column is `scale` times that. */
  rho: Fraction
  paid: Paid
  /** The next best, as far as they were asked for. */
  next: { option: number; rho: Fraction }[]
}

/** An option that still may be bought; its price per unit of its column is surely no less than `price`. */
type Candidate = { option: number; price: number; cost: number; scale: number }
/** One whose rho is surely between `low` and `high`; the exact rate where doubles could not tell. */
type Contender = { candidate: Candidate; low: number; high: number; rate: Rate | null }

/** A bit more than what a few operations on doubles can be wrong by. */
const ROUNDED = 2 ** -48

/**
 * One run of the Method of Equal Shares (Peters, Pierczyński & Skowron, "Proportional Participatory Budgeting with Additive
 * Utilities", NeurIPS 2021, section 3): as long as some option can be paid for by its supporters, the one is bought for which
 * they pay the least for a unit of utility (rho), each as much as the others or all it has. Options without cost are no part of it.
 *
 * Since money only falls, rho never does: the last one known is a bound below, options are looked at in the order of these
 * bounds, and the rest of them is left alone as soon as a bound is above the best.
 */
export class SharesRun {
  readonly purses: Purses
  /** Where the next best are told: options whose supporters no longer have what it costs since the round before, and what they have. */
  outOfReach: { option: number; held: number }[] = []
  readonly #input: SharesInput
  readonly #alsoNext: number
  #candidates: Candidate[]

  /** The rho of so many of the others is told with each purchase. */
  constructor(input: SharesInput, share: Fraction, alsoNext = 0) {
    const { profile, costs, scales } = input
    this.#input = input
    this.#alsoNext = alsoNext
    this.purses = new Purses(profile, share)
    this.#candidates = [...costs.keys()]
      .filter((option) => costs[option] && profile.columns[option]?.classes.length)
      .map((option) => ({ option, price: 0, cost: Number(costs[option]), scale: Number(scales[option]) }))
  }

  /** Buys the next option; null when the supporters of none have enough. */
  buyNext(): Purchase | null {
    this.outOfReach = this.#alsoNext ? this.#nowOutOfReach() : []
    this.#remove(this.outOfReach.map(({ option }) => option))
    const contenders = this.#contenders()
    const best = this.#best(contenders)
    if (!best) return null
    const next = this.#next(contenders, best.option)
    return { ...this.#buy(best.option, best.rate), tied: best.tied, next }
  }

  #nowOutOfReach(): { option: number; held: number }[] {
    return this.#candidates
      .map(({ option }) => option)
      .filter((option) => !this.purses.haveEnough(this.#column(option), this.#cost(option)))
      .sort((a, b) => this.#place(a) - this.#place(b))
      .map((option) => ({ option, held: asNumber(this.purses.heldBy(this.#column(option))) }))
  }

  #buy(option: number, rate: Rate): Pick<Purchase, 'option' | 'rho' | 'paid'> {
    const rho = this.#rho(option, rate)
    const paid = this.purses.pay(this.#column(option), rate)
    this.#remove([option])
    return { option, rho, paid }
  }

  #next(contenders: readonly Contender[], bought: number): Purchase['next'] {
    if (!this.#alsoNext) return []
    return contenders
      .flatMap(({ candidate: { option, price }, rate }) => {
        const exact = option === bought ? null : (rate ?? this.purses.rate(this.#column(option), this.#cost(option), price))
        return exact ? [{ option, rho: this.#rho(option, exact) }] : []
      })
      .sort((a, b) => compareFractions(a.rho, b.rho) || this.#place(a.option) - this.#place(b.option))
      .slice(0, this.#alsoNext)
  }

  /**
   * Buys this option if it is sure that no other's rho is as little as `limit`, which this one's does not exceed; others that
   * are known to come after it may be left out. Null, and nothing bought, where it is not sure.
   */
  buyIfSure(option: number, limit: number, comesAfter: (other: number) => boolean): Purchase | null {
    const candidate = this.#candidates.find((one) => one.option === option)
    if (!candidate || !this.#candidates.every((other) => other === candidate || comesAfter(other.option) || this.#isAbove(other, limit)))
      return null
    const rate = this.purses.rate(this.#column(option), this.#cost(option), candidate.price)
    if (!rate) return null
    return { ...this.#buy(option, rate), tied: [option], next: [] }
  }

  /** Whether the supporters of no option that is left have what it costs. */
  surelyEnds(): boolean {
    return this.#candidates.every((candidate) => this.#isAbove(candidate, Number.POSITIVE_INFINITY))
  }

  #isAbove(candidate: Candidate, limit: number): boolean {
    const { option, price, cost, scale } = candidate
    if (price === Number.POSITIVE_INFINITY || (price / scale) * (1 - ROUNDED) > limit) return true
    const estimate = this.purses.estimate(this.#column(option), cost, price, limit * scale * (1 + ROUNDED))
    candidate.price = estimate === 'out of reach' ? Number.POSITIVE_INFINITY : Math.max(price, estimate.low)
    return candidate.price === Number.POSITIVE_INFINITY || (candidate.price / scale) * (1 - ROUNDED) > limit
  }

  #contenders(): Contender[] {
    const contenders: Contender[] = []
    const highs: number[] = []
    const byBound = this.#candidates.toSorted((a, b) => a.price / a.scale - b.price / b.scale)
    for (const candidate of byBound) {
      const { option, price, cost, scale } = candidate
      const limit = highs[this.#alsoNext] ?? Number.POSITIVE_INFINITY
      if ((price / scale) * (1 - ROUNDED) > limit) break
      const estimate = this.purses.estimate(this.#column(option), cost, price, limit * scale * (1 + ROUNDED))
      if (estimate === 'out of reach') {
        this.#remove([option])
        continue
      }
      candidate.price = Math.max(price, estimate.low)
      const contender = this.#contender(candidate, estimate.high, limit)
      if (!contender) continue
      contenders.push(contender)
      highs.push(contender.high)
      highs.sort((a, b) => a - b)
    }
    return contenders
  }

  #contender(candidate: Candidate, high: number, limit: number): Contender | null {
    const { option, price, scale } = candidate
    const low = (price / scale) * (1 - ROUNDED)
    if (low > limit) return null
    if (high < Number.POSITIVE_INFINITY) return { candidate, low, high: (high / scale) * (1 + ROUNDED), rate: null }
    const rate = this.purses.rate(this.#column(option), this.#cost(option), price)
    if (!rate) {
      this.#remove([option])
      return null
    }
    const rho = asNumber(this.#rho(option, rate))
    return { candidate, low: rho * (1 - ROUNDED), high: rho * (1 + ROUNDED), rate }
  }

  /** The contender with the least rho, and all that stand equal with it. */
  #best(contenders: readonly Contender[]): { option: number; rate: Rate; tied: number[] } | null {
    const least = contenders.reduce((sofar, { high }) => Math.min(sofar, high), Number.POSITIVE_INFINITY)
    const near = contenders
      .filter(({ low }) => low <= least)
      .map(({ candidate: { option, price }, rate }) => {
        const exact = rate ?? this.purses.rate(this.#column(option), this.#cost(option), price)
        if (!exact) throw new Error(`Option ${option} was in reach by doubles, and is not.`)
        return { option, rate: exact, rho: this.#rho(option, exact) }
      })
      .sort((a, b) => compareFractions(a.rho, b.rho) || this.#place(a.option) - this.#place(b.option))
    const [first] = near
    if (!first) return null
    const tied = near.filter(({ rho }) => compareFractions(rho, first.rho) === 0).map(({ option }) => option)
    return { option: first.option, rate: first.rate, tied }
  }

  #rho(option: number, rate: Rate): Fraction {
    const { numerator, denominator } = this.purses.fraction(rate)
    return { numerator, denominator: denominator * (this.#input.scales[option] ?? 1n) }
  }

  #remove(options: readonly number[]): void {
    this.#candidates = this.#candidates.filter(({ option }) => !options.includes(option))
  }

  #column(option: number): Column {
    return this.#input.profile.columns[option] as Column
  }

  #cost(option: number): bigint {
    return this.#input.costs[option] as bigint
  }

  #place(option: number): number {
    return this.#input.places[option] as number
  }
}
