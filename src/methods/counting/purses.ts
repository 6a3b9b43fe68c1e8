import { asNumber, type Fraction, greatestCommonDivisor } from './fractions.ts'
import type { Column, Profile } from './profile.ts'

/** The unit roundoff of doubles, and what near means when two of them are compared: far more than they can be wrong by. */
const EPSILON = 2 ** -53
const NEAR = 1e-9
const NOTHING_LEFT = -2
const NEVER_PAID = -1

/**
 * What supporters have to pay for each unit of utility, by doubles: surely between `low` and `high`; surely above a limit
 * (`low` is then a bound below it); or surely out of their reach. `high` is Infinity where doubles can't tell.
 */
export type Estimate = { low: number; high: number } | 'out of reach'

/** The same exactly: `numerator / (denominator of the purses × units)`. */
export type Rate = { numerator: bigint; units: bigint }

/** Who paid what: how many paid in full, and how many had less and gave all they had. */
export type Paid = { inFull: number; withAll: number }

/**
 * The voters' money, exactly. A class of voters still holds its share less what it paid, that is the sum over its payments of
 * (utility paid for × price per unit in that round), or nothing at all. So a balance is a short list of integers beside the
 * list of prices, and the sum of many balances is a sum of integers times these prices: only those few products need big
 * integers. All prices have one common denominator.
 *
 * Beside that every balance stands as a double that is wrong by at most `slack`. Doubles decide wherever they are far enough
 * apart to be sure (a filter, as in computational geometry: Shewchuk 1997); otherwise the exact values do.
 */
export class Purses {
  readonly balances: Float64Array
  #denominator: bigint
  #share: bigint
  readonly #prices: bigint[] = []
  readonly #weights: Float64Array
  readonly #roundoff: number
  #slack: number
  /** The payments of each class, as lists that end in NEVER_PAID: of each payment the round, the units and the one before. */
  readonly #last: Int32Array
  readonly #rounds: number[] = []
  readonly #units: number[] = []
  readonly #before: number[] = []

  constructor({ weights }: Profile, share: Fraction) {
    const amount = asNumber(share)
    this.balances = new Float64Array(weights.length).fill(amount)
    this.#weights = weights
    this.#denominator = share.denominator
    this.#share = share.numerator
    this.#roundoff = 8 * EPSILON * amount
    this.#slack = this.#roundoff
    this.#last = new Int32Array(weights.length).fill(NEVER_PAID)
  }

  /** A rate as a fraction: money for a unit of utility. */
  fraction({ numerator, units }: Rate): Fraction {
    return { numerator, denominator: this.#denominator * units }
  }

  /**
   * The least price per unit at which the supporters raise the cost, each paying min(balance, price × units), sought by
   * Newton's method from `from`, which is no more than it: what they raise is concave in the price, so no step goes too far.
   * Stops as soon as the price is surely above `limit`.
   */
  estimate({ classes, points }: Column, cost: number, from: number, limit: number): Estimate {
    const { balances } = this
    const weights = this.#weights
    let price = from
    let low = from
    let poorBefore = -1
    for (;;) {
      let raised = 0
      let units = 0
      let surely = 0
      let poor = 0
      let poorWeight = 0
      for (let at = 0; at < classes.length; at++) {
        const one = classes[at] as number
        const wanted = points ? (points[at] as number) : 1
        const balance = balances[one] as number
        const weight = weights[one] as number
        if (balance < price * wanted) {
          raised += weight * balance
          poorWeight += weight
          poor++
        } else {
          units += weight * wanted
          if (balance - this.#slack > price * (1 + NEAR) * wanted) surely += weight * wanted
        }
      }
      const wrong = this.#slack * (poorWeight + units) + EPSILON * ((2 * classes.length + 8) * raised + 8 * cost)
      if (!units) return raised + wrong < cost ? 'out of reach' : { low, high: Number.POSITIVE_INFINITY }
      if (poor === poorBefore) {
        const far = surely ? wrong / surely : Number.POSITIVE_INFINITY
        return { low, high: far < NEAR * price ? price + far + 8 * EPSILON * price : Number.POSITIVE_INFINITY }
      }
      poorBefore = poor
      price = Math.max(price, (cost - raised) / units)
      low = Math.max(low, price - wrong / units - 8 * EPSILON * price)
      if (low > limit) return { low, high: Number.POSITIVE_INFINITY }
    }
  }

  /** The same price exactly, sought from `from`, which is surely no more than it; null when it is out of reach. */
  rate(column: Column, cost: bigint, from: number): Rate | null {
    let rate = this.#tangent(column, cost, (_, balance, wanted) => balance < from * wanted - this.#slack)
    for (;;) {
      if (!rate) return null
      const { numerator, units } = rate
      const price = asNumber(this.fraction(rate))
      const next = this.#tangent(column, cost, (one, balance, wanted) => {
        const difference = balance - price * wanted
        if (Math.abs(difference) > this.#slack + NEAR * price * wanted) return difference < 0
        return this.#exact(one) * units < numerator * BigInt(wanted)
      })
      if (next && next.numerator * units === numerator * next.units) return next
      rate = next
    }
  }

  /**
   * The price at which the cost is raised if the poor give all they have and the others pay by the unit. Whoever is taken for
   * poor, it is never more than the price sought, and it is that price when they are those who have less than it asks.
   */
  #tangent(column: Column, cost: bigint, isPoor: (one: number, balance: number, wanted: number) => boolean): Rate | null {
    const { classes, points } = column
    const poor: number[] = []
    let units = 0
    for (let at = 0; at < classes.length; at++) {
      const one = classes[at] as number
      const wanted = points ? (points[at] as number) : 1
      if (this.#last[one] === NOTHING_LEFT) continue
      if (isPoor(one, this.balances[one] as number, wanted)) poor.push(one)
      else units += (this.#weights[one] as number) * wanted
    }
    if (!units) return null
    return { numerator: cost * this.#denominator - this.#held(poor), units: BigInt(units) }
  }

  /** Whether the supporters of an option together hold what it costs. */
  haveEnough(column: Column, cost: bigint): boolean {
    let held = 0
    let voters = 0
    for (const one of column.classes) {
      held += (this.#weights[one] as number) * (this.balances[one] as number)
      voters += this.#weights[one] as number
    }
    const over = held - Number(cost)
    const wrong = this.#slack * voters + EPSILON * ((2 * column.classes.length + 8) * held + 8 * Number(cost))
    return Math.abs(over) > wrong ? over > 0 : this.#held(column.classes) >= cost * this.#denominator
  }

  /** What the supporters of an option hold together. */
  heldBy({ classes }: Column): Fraction {
    return { numerator: this.#held(classes), denominator: this.#denominator }
  }

  /** What these classes hold together, exactly, in units of the common denominator. */
  #held(classes: Iterable<number>): bigint {
    const paid = new Float64Array(this.#prices.length)
    let voters = 0
    for (const one of classes) {
      const last = this.#last[one] as number
      if (last === NOTHING_LEFT) continue
      const weight = this.#weights[one] as number
      voters += weight
      for (let payment = last; payment !== NEVER_PAID; payment = this.#before[payment] as number)
        paid[this.#rounds[payment] as number] =
          (paid[this.#rounds[payment] as number] as number) + weight * (this.#units[payment] as number)
    }
    let held = BigInt(voters) * this.#share
    for (const [round, price] of this.#prices.entries()) if (paid[round]) held -= BigInt(paid[round] as number) * price
    return held
  }

  /** What a class holds, exactly, in units of the common denominator. */
  #exact(one: number): bigint {
    const last = this.#last[one] as number
    if (last === NOTHING_LEFT) return 0n
    let held = this.#share
    for (let payment = last; payment !== NEVER_PAID; payment = this.#before[payment] as number)
      held -= BigInt(this.#units[payment] as number) * (this.#prices[this.#rounds[payment] as number] as bigint)
    return held
  }

  /** Lets the supporters pay at that rate: each the price of its units, or all it has. */
  pay({ classes, points }: Column, { numerator, units }: Rate): Paid {
    const shared = greatestCommonDivisor(numerator, units)
    const factor = units / shared
    const price = numerator / shared
    this.#denominator *= factor
    this.#share *= factor
    for (let round = 0; round < this.#prices.length; round++) this.#prices[round] = (this.#prices[round] as bigint) * factor
    const round = this.#prices.push(price) - 1
    const amount = asNumber({ numerator: price, denominator: this.#denominator })
    this.#slack += this.#roundoff
    let inFull = 0
    let withAll = 0
    for (let at = 0; at < classes.length; at++) {
      const one = classes[at] as number
      const before = this.#last[one] as number
      if (before === NOTHING_LEFT) continue
      const wanted = points ? (points[at] as number) : 1
      const weight = this.#weights[one] as number
      const left = (this.balances[one] as number) - amount * wanted
      const near = Math.abs(left) <= this.#slack
      const least = near ? this.#exact(one) - price * BigInt(wanted) : null
      if (least === null ? left > 0 : least > 0n) {
        this.balances[one] = Math.max(0, left)
        this.#last[one] = this.#rounds.push(round) - 1
        this.#units.push(wanted)
        this.#before.push(before)
        inFull += weight
      } else {
        this.balances[one] = 0
        this.#last[one] = NOTHING_LEFT
        // Whoever had exactly the price has nothing left either, but paid in full.
        if (least === 0n) inFull += weight
        else withAll += weight
      }
    }
    return { inFull, withAll }
  }
}
