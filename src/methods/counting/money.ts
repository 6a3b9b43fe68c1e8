import { inFileUnit } from './decimals.ts'
import type { Election } from './election.ts'
import { CannotCount } from './problems.ts'

/** The money to be spent, in its smallest unit: the budget, or where nothing costs, as much as there are seats. */
export function moneyOf({ budget, moneyUnit, seats: own }: Election, seats: number | null): bigint {
  if (budget !== null) return budget
  const slots = seats ?? own
  if (slots === null) throw new CannotCount('There is neither a budget nor a number of seats.')
  return BigInt(slots) * moneyUnit
}

/** The cost of an option as the file writes it. */
export function costOf(election: Election, option: number): string {
  return inFileUnit(election.options[option]?.cost ?? 0n, election.moneyUnit)
}

export function idOf(election: Election, option: number): string {
  return election.options[option]?.id ?? ''
}

export const idsOf = (election: Election, options: readonly number[]): string[] => options.map((option) => idOf(election, option))
