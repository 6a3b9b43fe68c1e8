/**
 * What is chosen from. `cost` is in the election's smallest unit of money (`moneyUnit` of them make one of the file's), so
 * that decimals stay exact; it is 1 where nothing costs.
 */
export type Option = { id: string; name: string; cost: bigint }

/** A ballot as cast, its options by their place in `Election.options`. */
export type Ballot = {
  /** How many voters cast it, or as how many copies it counts: a whole number of at least 1. */
  weight: number
  /** From the most preferred; equal ones stand together. Approval and score ballots have one rank, an empty ballot none. */
  ranks: readonly (readonly number[])[]
  /** The points of the options of the only rank, in `pointUnit`; null where the ballot gives none. */
  points: readonly number[] | null
  /** What else the file says about the voter, by column: the sector, for example. */
  columns: Readonly<Record<string, string>>
}

/** Options and all ballots about them, whatever file they came in; every method counts this. */
export type Election = {
  options: readonly Option[]
  ballots: readonly Ballot[]
  form: 'approval' | 'score' | 'ranking'
  /** The money there is, in its smallest unit; null where nothing costs. */
  budget: bigint | null
  /** How many of the smallest unit make one of the file's unit of money: 1, 10, 100 … */
  moneyUnit: bigint
  /** How many of the ballots' points make one of the file's points: 1, 10, 100 … */
  pointUnit: number
  /** How many are to be chosen, where the file says so. */
  seats: number | null
  /** How options stand when a rule goes by their identifiers: by code points (`.pb`), or as the file lists them. */
  idOrder: 'code-point' | 'listed'
}

/** A choice between options that stood equal: who, which came first, and in which round (counted from 1). */
export type Tie = { round: number; tied: string[]; first: string[] }

/** The outcome of a count: winners by identifier in order of choice, ties that a rule decided, and each step. */
export type Count<Round> = { winners: string[]; ties: Tie[]; rounds: Round[] }
