import { type ForumRules, type Share, type Side, sides } from './forumRules.ts'

/** What a seat that was present did. */
export const choices = ['for', 'against', 'abstain', 'not-voting', 'recused'] as const
export type Choice = (typeof choices)[number]

/** What became of a seat in a vote: what it chose, or that nobody was there, or that nobody holds it. */
export const seatVotes = [...choices, 'absent', 'vacant'] as const
export type SeatVote = (typeof seatVotes)[number]

/** A seat in a vote. */
export type Place = { side: Side; vote: SeatVote; chairs: boolean }

/** Numbers of one side, or of all. */
export type Numbers = { seats: number; members: number; present: number } & Record<Choice, number>

/** Whether enough are there. */
export type Quorum = { of: number; needed: number; present: number; eachSide: number; met: boolean }

/** Why a decision was adopted or not. */
export type Why = 'consensus' | 'majority' | 'casting-vote' | 'no-majority' | 'tie' | 'one-side'

/** How a decision was counted: all that is needed to count it again. */
export type Tally = {
  all: Numbers
  bySide: Record<Side, Numbers>
  quorum: Quorum
  majority: { of: number; needed: number; for: number; eachSide: number }
  adopted: boolean
  why: Why
}

/** The smallest whole number that is the share of a number. Whole numbers only: nothing is rounded. */
export function shareOf(total: number, { more, numerator, denominator }: Share): number {
  const parts = total * numerator
  const rest = parts % denominator
  const whole = (parts - rest) / denominator
  return more || rest > 0 ? whole + 1 : whole
}

const isPresent = ({ vote }: Place): boolean => vote !== 'absent' && vote !== 'vacant'

function numbersOf(places: readonly Place[]): Numbers {
  const count = (fits: (place: Place) => boolean): number => places.filter(fits).length
  const of = (choice: Choice): number => count(({ vote }) => vote === choice)
  return {
    seats: places.length,
    members: count(({ vote }) => vote !== 'vacant'),
    present: count(isPresent),
    for: of('for'),
    against: of('against'),
    abstain: of('abstain'),
    'not-voting': of('not-voting'),
    recused: of('recused'),
  }
}

const ofSide = (places: readonly Place[], side: Side): Place[] => places.filter((place) => place.side === side)

/** Are enough there, by the forum's rules? Who is recused counts where the rules say so. */
export function quorumOf({ quorum }: Pick<ForumRules, 'quorum'>, places: readonly Place[]): Quorum {
  const there = places.filter((place) => isPresent(place) && (quorum.recusedCount || place.vote !== 'recused'))
  const of = places.filter(({ vote }) => quorum.of === 'seats' || vote !== 'vacant').length
  const needed = Math.max(1, shareOf(of, quorum.share))
  const bothSides = sides.every((side) => ofSide(there, side).length >= quorum.eachSide)
  return { of, needed, present: there.length, eachSide: quorum.eachSide, met: there.length >= needed && bothSides }
}

/**
 * Counts a vote by the forum's rules. Who is recused counts for no majority. At a tie the chair's vote counts twice
 * where the rules say so. Nothing is adopted without a single vote for it.
 */
export function countVote(rules: Pick<ForumRules, 'quorum' | 'majority' | 'tie'>, places: readonly Place[]): Tally {
  const { share, of: base, eachSide } = rules.majority
  const all = numbersOf(places)
  const bySide = { government: numbersOf(ofSide(places, 'government')), 'non-government': numbersOf(ofSide(places, 'non-government')) }
  const of = base === 'seats' ? all.seats : base === 'cast' ? all.for + all.against : all.present - all.recused
  const needed = Math.max(1, shareOf(of, share))
  const tie = all.for > 0 && all.for === all.against
  const casting = tie && rules.tie === 'chair' && places.some(({ chairs, vote }) => chairs && vote === 'for')
  const enough = all.for + (casting ? 1 : 0) >= needed
  const bothSides = sides.every((side) => bySide[side].for >= eachSide)
  const why = !enough ? (tie ? 'tie' : 'no-majority') : !bothSides ? 'one-side' : all.for < needed ? 'casting-vote' : 'majority'
  return {
    all,
    bySide,
    quorum: quorumOf(rules, places),
    majority: { of, needed, for: all.for, eachSide },
    adopted: enough && bothSides,
    why,
  }
}

/**
 * A consensus, with those who don't share it noted as against: it holds when there would be a majority even so, and
 * is then adopted as a consensus, not as a vote.
 */
export function countConsensus(rules: Pick<ForumRules, 'quorum' | 'majority' | 'tie'>, places: readonly Place[]): Tally {
  const tally = countVote(rules, places)
  return tally.adopted ? { ...tally, why: 'consensus' } : tally
}
