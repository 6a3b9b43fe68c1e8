import type { Completion } from './equalShares.ts'
import type { Utility } from './profile.ts'
import type { TieRule } from './tieOrder.ts'

/** How ballots are counted. */
export const methods = ['greedy', 'equal-shares', 'approval', 'score', 'borda', 'schulze', 'stv-scottish', 'stv-meek'] as const
export type Method = (typeof methods)[number]

/** What a chosen option is worth to a voter who supports it. */
export const utilities = ['cost', 'cardinality', 'points'] as const satisfies readonly Utility[]

/** What happens with money that is left after the Method of Equal Shares. */
export const completions = ['none', 'u', 'add1', 'add1u'] as const satisfies readonly Completion[]

/** What a win is worth to the Schulze method: all votes on the winning side, or how many more they are. */
export const strengths = ['winning-votes', 'margins'] as const
export type Strength = (typeof strengths)[number]

/** Everything that can be set for a count; each method looks at what concerns it. */
export type CountSettings = {
  utility: Utility
  completion: Completion
  /** How many are chosen; null takes the method's own default. */
  seats: number | null
  strength: Strength
  tieRule: TieRule
  /** The two chambers that weigh equally: which column of the ballots tells them, and by which values. */
  parity: { column: string; values: readonly [string, string] } | null
}
