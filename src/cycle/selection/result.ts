import type { ElectionCount } from '../../methods/counting/countElection.ts'
import type { Method } from '../../methods/counting/settings.ts'
import type { ParticipantSector } from '../../people/index.ts'
import type { Side } from './tables.ts'

/** What those of one sector or side gave each option: choices, points, or how often it was ranked. */
export type GroupSupport = { group: ParticipantSector | Side | 'others'; votes: number; given: Record<string, number> }

/** Who was entitled and who voted, by sector; how they voted is not in it. */
export type Turnout = { sector: ParticipantSector; side: Side; entitled: number; voted: number; recused: number }

/** The same votes under another method; null where it can't count them. */
export type OtherCount = { method: Method; winners: string[]; tied: boolean }

/** A ballot after its close. */
export type BallotResult = {
  entitled: number
  voted: number
  recused: number
  /** Votes that name no option. */
  blank: number
  quorumMet: boolean
  turnout: Turnout[]
  sides: GroupSupport[]
  sectors: GroupSupport[]
  /** SHA-256 of the published file of votes, in lower-case hex; null when nobody voted. */
  fileHash: string | null
  /** What the counting function found, step by step; null when nobody voted. */
  count: ElectionCount | null
  /** Of a plain majority: whether more than half of all votes named the winner. */
  majority: boolean | null
  others: OtherCount[]
}
