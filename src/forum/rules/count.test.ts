import { describe, expect, it } from 'vitest'
import { choices, countConsensus, countVote, type Place, quorumOf, type SeatVote, seatVotes, shareOf } from './count.ts'
import type { ForumRules } from './forumRules.ts'

type Rules = Pick<ForumRules, 'quorum' | 'majority' | 'tie'>
const half = { more: true, numerator: 1, denominator: 2 }
const rules: Rules = {
  quorum: { share: half, of: 'seats', eachSide: 1, recusedCount: true },
  majority: { share: half, of: 'present', eachSide: 1 },
  tie: 'chair',
}

/** Seats of both sides, told by what each did; the first one chairs. */
const places = (government: readonly SeatVote[], others: readonly SeatVote[]): Place[] => [
  ...government.map((vote, index): Place => ({ side: 'government', vote, chairs: index === 0 })),
  ...others.map((vote): Place => ({ side: 'non-government', vote, chairs: false })),
]
const times = (n: number, vote: SeatVote): SeatVote[] => Array.from({ length: n }, () => vote)

describe('a share of a number', () => {
  it.each([
    [16, half, 9],
    [15, half, 8],
    [16, { more: false, numerator: 1, denominator: 2 }, 8],
    [15, { more: false, numerator: 1, denominator: 2 }, 8],
    [10, { more: false, numerator: 2, denominator: 3 }, 7],
    [9, { more: true, numerator: 2, denominator: 3 }, 7],
    [7, { more: false, numerator: 1, denominator: 1 }, 7],
    [0, half, 1],
  ])('of %i by %o is %i', (total, share, needed) => expect(shareOf(total, share)).toBe(needed))
})

describe('a vote', () => {
  it('is adopted as the mock-up has it: 11 for, 2 against, 1 abstains', () => {
    const tally = countVote(rules, places([...times(6, 'for'), 'abstain', 'absent'], [...times(5, 'for'), 'against', 'against', 'absent']))
    expect(tally).toMatchObject({ adopted: true, why: 'majority', all: { present: 14, for: 11, against: 2, abstain: 1 } })
    expect(tally.quorum).toEqual({ of: 16, needed: 9, present: 14, eachSide: 1, met: true })
    expect(tally.majority).toEqual({ of: 14, needed: 8, for: 11, eachSide: 1 })
  })
  it('falls without a single vote from one side, however many there are on the other', () => {
    expect(countVote(rules, places(times(8, 'for'), times(2, 'against')))).toMatchObject({ adopted: false, why: 'one-side' })
  })
  it('is decided by the chair at a tie, where the rules say so', () => {
    const tie = places([...times(2, 'for')], [...times(1, 'for'), ...times(3, 'against')])
    expect(countVote(rules, tie)).toMatchObject({ adopted: true, why: 'casting-vote' })
    expect(countVote({ ...rules, tie: 'falls' }, tie)).toMatchObject({ adopted: false, why: 'tie' })
  })
  it('counts the recused for no majority, and for the quorum where the rules say so', () => {
    const seats = places(['for', 'recused'], ['for', 'recused'])
    expect(countVote(rules, seats)).toMatchObject({ adopted: true, majority: { of: 2, needed: 2 }, quorum: { met: true } })
    const strict = { ...rules, quorum: { ...rules.quorum, recusedCount: false } }
    expect(countVote(strict, seats).quorum).toMatchObject({ present: 2, met: false })
  })
  it('is not adopted by nobody', () => {
    const open: Rules = { ...rules, majority: { share: { more: false, numerator: 1, denominator: 2 }, of: 'cast', eachSide: 0 } }
    expect(countVote(open, places(times(2, 'abstain'), times(2, 'abstain')))).toMatchObject({ adopted: false })
  })
  it('reckons the quorum of the seats that are held where the rules say so', () => {
    const seats = places(['for', 'vacant', 'vacant'], ['for', 'vacant', 'absent'])
    expect(quorumOf(rules, seats)).toMatchObject({ of: 6, needed: 4, met: false })
    expect(quorumOf({ quorum: { ...rules.quorum, of: 'members' } }, seats)).toMatchObject({ of: 3, needed: 2, met: true })
  })
  it('is a consensus with dissent kept, as long as a vote would not fail', () => {
    expect(countConsensus(rules, places(times(4, 'for'), ['for', 'for', 'against']))).toMatchObject({ adopted: true, why: 'consensus' })
    expect(countConsensus(rules, places(['for', 'against'], ['against', 'against']))).toMatchObject({ adopted: false })
  })
})

/** Numbers that look random and are the same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state % below
  }
}

describe('a thousand made-up votes', () => {
  const next = numbers(20190910)
  const some = <T>(of: readonly T[]): T => of[next(of.length)] as T
  const share = () => {
    const denominator = 2 + next(4)
    return { more: next(2) === 0, numerator: 1 + next(denominator - 1), denominator }
  }
  const cases = Array.from({ length: 1000 }, () => ({
    rules: {
      quorum: { share: share(), of: some(['seats', 'members'] as const), eachSide: next(3), recusedCount: next(2) === 0 },
      majority: { share: share(), of: some(['present', 'cast', 'seats'] as const), eachSide: next(3) },
      tie: some(['chair', 'falls'] as const),
    },
    seats: places(
      Array.from({ length: 1 + next(8) }, () => some(seatVotes)),
      Array.from({ length: 1 + next(8) }, () => some(seatVotes)),
    ),
  }))

  it('count the same in whichever order the seats stand', () => {
    for (const { rules: given, seats } of cases) expect(countVote(given, [...seats].reverse())).toEqual(countVote(given, seats))
  })
  it('count every seat once, on its side and together', () => {
    for (const { rules: given, seats } of cases) {
      const { all, bySide } = countVote(given, seats)
      expect(choices.reduce((sum, choice) => sum + all[choice], 0)).toBe(all.present)
      expect(bySide.government.for + bySide['non-government'].for).toBe(all.for)
      expect(all.present).toBeLessThanOrEqual(all.members)
    }
  })
  it('are never lost by one more vote for them instead of against', () => {
    for (const { rules: given, seats } of cases) {
      const at = seats.findIndex(({ vote }) => vote === 'against')
      if (at < 0 || !countVote(given, seats).adopted) continue
      expect(
        countVote(
          given,
          seats.map((seat, index) => (index === at ? { ...seat, vote: 'for' as const } : seat)),
        ).adopted,
      ).toBe(true)
    }
  })
})
