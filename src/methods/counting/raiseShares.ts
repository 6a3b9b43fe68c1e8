import { asNumber, compareFractions, type Fraction } from './fractions.ts'
import type { Column } from './profile.ts'
import { type SharesInput, SharesRun } from './sharesRun.ts'

/** The money there is, and the step by which each voter's share of it is raised. */
export type Raise = { money: bigint; step: Fraction }

/**
 * The completion Add1 (Peters, Pierczyński & Skowron 2021, section 5; equalshares.net): the voters' shares are raised step by
 * step, and each time all is chosen anew from the start. It ends with the first outcome to which nothing that has support
 * could be added for the money there is, or, when an outcome costs more than that, with the one before. Told is the number of
 * steps to take. What is chosen may cost less again after it cost more, so that steps must not be left out, unless it is sure
 * that they change nothing.
 */
export function stepsToRaise(input: SharesInput, { money, step }: Raise): number {
  const runAt = (steps: number): SharesRun => new SharesRun(input, raisedShare(input, { money, step }, steps))
  const afterEqual = equals(input)
  let steps = 0
  let before = 0
  let stride = 1
  let wait = 0
  let patience = 1
  for (;;) {
    let course = courseOf(runAt(steps))
    const chosen = new Set(course.map(({ option }) => option))
    const spent = course.reduce((sum, { option }) => sum + (input.costs[option] ?? 0n), 0n)
    if (spent > money) return before
    const rest = money - spent
    if (
      !input.costs.some((cost, option) => cost > 0n && cost <= rest && !chosen.has(option) && input.profile.columns[option]?.classes.length)
    )
      return steps
    if (wait > 0) wait--
    else {
      // As long as the same is sure to happen at a later step, it happens at all those between.
      for (let least = false; !least; ) {
        const later = sameCourse(runAt(steps + stride), course, afterEqual)
        if (later) {
          course = later
          steps += stride
          stride *= 2
          patience = 1
        } else if (stride === 1) {
          least = true
          wait = patience
          patience = Math.min(2 * patience, MOST_PATIENCE)
        } else stride = Math.max(1, Math.floor(stride / 4))
      }
    }
    before = steps
    steps++
  }
}

/** Where one step changes the outcome, the next few probably do: they are taken before it is asked again how far nothing changes. */
const MOST_PATIENCE = 8

/** A voter's share of the money after so many steps. */
export function raisedShare({ profile }: SharesInput, { money, step }: Raise, steps: number): Fraction {
  const voters = BigInt(profile.voters)
  return {
    numerator: money * step.denominator + BigInt(steps) * step.numerator * voters,
    denominator: voters * step.denominator,
  }
}

/** What was bought in each round, for a rho of at most `limit`; `allInFull` tells that every supporter had enough. */
type Course = { option: number; limit: number; allInFull: boolean }[]

const ROUNDED_UP = 1 + 2 ** -48

function courseOf(run: SharesRun): Course {
  const course: Course = []
  for (let purchase = run.buyNext(); purchase; purchase = run.buyNext())
    course.push({ option: purchase.option, limit: asNumber(purchase.rho) * ROUNDED_UP, allInFull: purchase.paid.withAll === 0 })
  return course
}

/**
 * The course of a run with more money, if it is sure that it buys the same in the same order, and so does every run with an
 * amount between. While the same is bought, with more money nobody has less left and no rho is more, by induction on the
 * rounds: those who have more can pay more, so the others pay no more by the unit. So in all runs between, the rho of what is
 * bought in a round is at most what it was with less money, and that of any other option at least what it is with more. It is
 * enough that the former is less than the latter, and that at the end nothing is in reach with more money.
 */
function sameCourse(run: SharesRun, course: Course, afterEqual: AfterEqual): Course | null {
  const later: Course = []
  for (const { option, limit, allInFull } of course) {
    const purchase = run.buyIfSure(option, limit, (other) => afterEqual(option, other, allInFull))
    if (!purchase) return null
    later.push({ option, limit: asNumber(purchase.rho) * ROUNDED_UP, allInFull: purchase.paid.withAll === 0 })
  }
  return run.surelyEnds() ? later : null
}

type AfterEqual = (option: number, other: number, allInFull: boolean) => boolean

/**
 * Whether another option comes after this one with whatever money: it has the same cost and supporters and a later place; or
 * all supporters of this one pay in full, and the other's rho could not be less if all of its supporters did.
 */
function equals({ profile, costs, scales, places }: SharesInput): AfterEqual {
  const least = profile.columns.map(
    (column, option): Fraction => ({
      numerator: costs[option] ?? 0n,
      denominator: unitsOf(column, profile.weights) * (scales[option] ?? 1n),
    }),
  )
  return (option, other, allInFull) => {
    const later = (places[other] ?? 0) > (places[option] ?? 0)
    if (allInFull) {
      const difference = compareFractions(least[other] as Fraction, least[option] as Fraction)
      if (difference > 0 || (difference === 0 && later)) return true
    }
    return later && costs[option] === costs[other] && sameColumn(profile.columns[option] as Column, profile.columns[other] as Column)
  }
}

function unitsOf({ classes, points }: Column, weights: Float64Array): bigint {
  let units = 0
  for (let at = 0; at < classes.length; at++) units += (weights[classes[at] as number] as number) * (points ? (points[at] as number) : 1)
  return BigInt(units)
}

function sameColumn(one: Column, other: Column): boolean {
  return (
    one.classes.length === other.classes.length &&
    one.classes.every((entry, at) => entry === other.classes[at]) &&
    (one.points ?? []).every((points, at) => points === other.points?.[at])
  )
}
