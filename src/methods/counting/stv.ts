import type { Election } from './election.ts'
import { idOf } from './money.ts'

/** Who comes first where options stand equal and nothing else decides: of each option its place, the lowest first. */
export type Lots = {
  /** For being taken: elected, or transferred first. */
  taken: readonly number[]
  /** For being excluded. */
  excluded: readonly number[]
}

/** The one of these whose place is the lowest. */
export const firstOf = (tied: readonly number[], places: readonly number[]): number =>
  tied.reduce((best, option) => ((places[option] as number) < (places[best] as number) ? option : best))

/** What an option is while votes are transferred. */
export type Standing = 'continuing' | 'elected' | 'excluded'

/** How options stood equal in a round, who was chosen, and whether an earlier round or the published order decided. */
export type RoundTie = { tied: string[]; chosen: string; by: 'earlier-round' | 'order' }

/** What these options have, by identifier. */
export const byId = (election: Election, which: readonly number[], written: (option: number) => string): Readonly<Record<string, string>> =>
  Object.fromEntries(which.map((option) => [idOf(election, option), written(option)]))

/** More votes than this are not counted: the sums would no longer be exact. */
export const MOST_VOTES = 90_000_000_000
