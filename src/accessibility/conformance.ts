import { type Day, daysBetween } from '../platform/dates/partialDate.ts'
import type { Results } from './results.ts'

/** How far the site meets the requirements, in the words of the model statement (Decision (EU) 2018/1523), or that nobody knows. */
export type Conformance = 'conforms' | 'partly' | 'does-not' | 'not-known'

/** Why the site can't be said to conform. */
export type Shortfall = 'findings' | 'unchecked' | 'old' | 'not-evaluated' | 'limits'

/** What the institution itself has found: its evaluation's day, and whether it names limits. */
export type OwnEvaluation = { evaluatedOn: Day | null; hasLimits: boolean }

/** Results tell of the program as it was: after a year they are asked for anew. */
const OLD_DAYS = 366

/** How many of the pages that were looked at have something against them. */
const pagesWithFindings = (results: Results): number =>
  new Set(results.checks.flatMap(({ findings }) => findings.flatMap(({ pages }) => pages))).size

/** Addresses that came after the last look. */
export const uncheckedIn = (results: Results, addresses: readonly string[]): string[] =>
  addresses.filter((name) => !results.addresses.includes(name) && !results.withoutExample.includes(name))

/**
 * How far the site conforms. Programs find only a part of all barriers, so it conforms only where they have found
 * nothing on any page and the institution has evaluated it itself and knows of no limit either.
 */
export function conformanceOf(
  results: Results,
  addresses: readonly string[],
  { evaluatedOn, hasLimits }: OwnEvaluation,
  today: Day,
): { conformance: Conformance; shortfalls: Shortfall[] } {
  const failing = pagesWithFindings(results)
  const shortfalls: Shortfall[] = [
    ...(failing ? (['findings'] as const) : []),
    ...(uncheckedIn(results, addresses).length ? (['unchecked'] as const) : []),
    ...(daysBetween(results.checkedOn, today) > OLD_DAYS ? (['old'] as const) : []),
    ...(evaluatedOn ? [] : (['not-evaluated'] as const)),
    ...(hasLimits ? (['limits'] as const) : []),
  ]
  if (shortfalls.includes('old')) return { conformance: 'not-known', shortfalls }
  if (failing * 2 > results.pages) return { conformance: 'does-not', shortfalls }
  return { conformance: shortfalls.length ? 'partly' : 'conforms', shortfalls }
}
