import type { CountSettings } from '../../methods/counting/settings.ts'
import type { LocalText } from '../../platform/languages/languages.ts'

/** The methods by which a ballot can be counted. */
export const ballotMethods = ['majority', 'approval', 'score', 'borda', 'schulze', 'stv-scottish', 'stv-meek', 'equal-shares'] as const
export type BallotMethod = (typeof ballotMethods)[number]

export const tieRules = ['published', 'id'] as const

/** How the votes are counted: published with the ballot and never changed after. */
export type BallotSettings = {
  method: BallotMethod
  /** How many are chosen; null where money decides. */
  seats: number | null
  /** The money there is, in euro as it was written; null where a number is chosen. */
  budget: string | null
  utility: CountSettings['utility']
  completion: CountSettings['completion']
  strength: CountSettings['strength']
  /** The most points an option can get. */
  mostPoints: number
  tieRule: (typeof tieRules)[number]
  /** Government and non-government each carry half of the weight. */
  parity: boolean
}

/** Where an option comes from: an idea or a commitment by its number in the plan, a theme by its id. */
export const sourceKinds = ['idea', 'theme', 'commitment'] as const
export type OptionSource = { kind: (typeof sourceKinds)[number]; key: number }

export type BallotOption = {
  number: number
  title: LocalText
  text: LocalText | null
  source: OptionSource | null
  /** In euro as it was written, such as 12000 or 99.50; null where money does not count. */
  cost: string | null
}

/** What is published of a ballot. */
export type BallotContent = {
  title: LocalText
  text: LocalText | null
  options: BallotOption[]
  settings: BallotSettings
  /** How many in a hundred of those entitled have to vote; null = there is no quorum. */
  quorum: number | null
  /** Whether the result binds, or only advises. */
  binding: boolean
  /** Decides ties, and was known to all before anyone voted. */
  seed: string
}

/** How a vote is written: one choice, several, points, or places. */
export type BallotForm = 'one' | 'several' | 'points' | 'places'

/** How one votes under a ballot's settings. */
export function formOf({ method, utility }: Pick<BallotSettings, 'method' | 'utility'>): BallotForm {
  switch (method) {
    case 'majority':
      return 'one'
    case 'approval':
      return 'several'
    case 'score':
      return 'points'
    case 'equal-shares':
      return utility === 'points' ? 'points' : 'several'
    default:
      return 'places'
  }
}
