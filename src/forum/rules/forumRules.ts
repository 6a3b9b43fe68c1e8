import { isInstitution, type Sector } from '../../people/index.ts'
import type { LocalText } from '../../platform/languages/languages.ts'

/** The two sides of a forum: the state and municipalities, and everyone else. */
export const sides = ['government', 'non-government'] as const
export type Side = (typeof sides)[number]

/** On which side a sector sits. */
export const sideOf = (sector: Sector): Side => (isInstitution(sector) ? 'government' : 'non-government')

/** A share of a number: at least, or more than, so many of so many parts. */
export type Share = { more: boolean; numerator: number; denominator: number }

/** Of what a share is reckoned. `members`: seats that someone holds; `cast`: votes for and against. */
export const quorumBases = ['seats', 'members'] as const
export const majorityBases = ['present', 'cast', 'seats'] as const

export const tieRules = ['chair', 'falls'] as const
export const effects = ['recommendation', 'binding'] as const

/** A forum's rules. Meetings are held and decisions are counted by them: nothing of this stands in the program. */
export type ForumRules = {
  seats: readonly { sector: Sector; count: number }[]
  /** Both sides must have the same number of seats. */
  parity: boolean
  /** Null: there is no fixed term. */
  termMonths: number | null
  /** How many terms someone may serve one after another; null = as many as they are chosen for. */
  mostTerms: number | null
  /** Members for institutions stay as long as they hold their office. */
  officialsStay: boolean
  choosing: Record<Side, LocalText | null>
  /** Who chairs, and who does in their place. */
  chair: LocalText
  /** Chair and co-chair chair in turn. */
  rotation: boolean
  quorum: { share: Share; of: (typeof quorumBases)[number]; eachSide: number; recusedCount: boolean }
  majority: { share: Share; of: (typeof majorityBases)[number]; eachSide: number }
  tie: (typeof tieRules)[number]
  consensusFirst: boolean
  effect: (typeof effects)[number]
  /** It meets at least once in so many months. */
  meetsEveryMonths: number
  /** How many days before a meeting its agenda and its papers are published, and after it its minutes. */
  agendaDays: number
  papersDays: number
  minutesDays: number
  conflict: LocalText
}

/** How many seats each side has. */
export function seatsBySide(rules: Pick<ForumRules, 'seats'>): Record<Side, number> {
  const count = (side: Side): number => rules.seats.reduce((sum, seat) => (sideOf(seat.sector) === side ? sum + seat.count : sum), 0)
  return { government: count('government'), 'non-government': count('non-government') }
}
