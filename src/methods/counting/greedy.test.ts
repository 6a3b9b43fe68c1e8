import { describe, expect, it } from 'vitest'
import { approvals, scores } from '../../../test/support/elections.ts'
import { greedy } from './greedy.ts'
import { approval, score } from './highest.ts'
import { CannotCount } from './problems.ts'

const ties = { rule: 'id' } as const

describe('greedy', () => {
  it('takes what has most votes by cost, passing over what does not fit', () => {
    const { winners, rounds } = greedy(approvals([50, 60, 40], 100, ['ab', 'ab', 'a', 'c']), { utility: 'cost', ties })
    expect(winners).toEqual(['a', 'c'])
    expect(rounds).toEqual([
      { step: 'greedy', option: 'a', cost: '50', supporters: 3, utility: '150', perMoney: 3, left: '50', passedOver: [] },
      {
        step: 'greedy',
        option: 'c',
        cost: '40',
        supporters: 1,
        utility: '40',
        perMoney: 1,
        left: '10',
        passedOver: [{ option: 'b', cost: '60' }],
      },
    ])
  })

  it('by cardinality takes most votes for the cost, by points most points for it', () => {
    expect(greedy(approvals([50, 10], 60, ['ab', 'a', 'a']), { utility: 'cardinality', ties }).winners).toEqual(['b', 'a'])
    expect(
      greedy(
        scores([10, 10], 10, [
          [1, 3],
          [1, 0],
        ]),
        { utility: 'points', ties },
      ).winners,
    ).toEqual(['b'])
  })

  it('takes what is free first, never what nobody supports, and nothing without ballots', () => {
    expect(greedy(approvals([1, 0, 0], 1, ['ab']), { utility: 'cost', ties }).winners).toEqual(['b', 'a'])
    expect(greedy(approvals([1, 0], 1, []), { utility: 'cost', ties })).toEqual({ winners: [], ties: [], rounds: [] })
  })

  it('tells ties among what still fits', () => {
    expect(greedy(approvals([2, 1, 1], 2, ['bc']), { utility: 'cost', ties }).ties).toEqual([{ round: 1, tied: ['b', 'c'], first: ['b'] }])
    expect(greedy(approvals([1, 5, 1], 2, ['abc']), { utility: 'cost', ties }).ties).toEqual([{ round: 1, tied: ['a', 'c'], first: ['a'] }])
  })

  it('fills seats where nothing costs', () => {
    expect(greedy(approvals([1, 1, 1], null, ['ab', 'b']), { utility: 'cardinality', ties, seats: 2 }).winners).toEqual(['b', 'a'])
    expect(() => greedy(approvals([1], null, ['a']), { utility: 'cost', ties })).toThrow(CannotCount)
  })
})

describe('approval and score', () => {
  it('choose the highest, and tell the tie at the end of the seats', () => {
    const { winners, ties: told, rounds } = approval(approvals([1, 1, 1, 1], null, ['abc', 'ab', 'c', 'a', 'd']), { ties, seats: 2 })
    expect({ winners, told }).toEqual({ winners: ['a', 'b'], told: [{ round: 1, tied: ['b', 'c'], first: ['b'] }] })
    expect(rounds[0]?.standings.map(({ option, total, chosen }) => `${option} ${total} ${chosen}`)).toEqual([
      'a 3 true',
      'b 2 true',
      'c 2 false',
      'd 1 false',
    ])
  })

  it('score adds points up exactly, decimals too, and what is not named has 0', () => {
    const election = {
      ...scores([1, 1], null, [
        [1, 3],
        [2, 0],
      ]),
      pointUnit: 10,
    }
    expect(score(election, { ties }).rounds[0]?.standings.map(({ option, total }) => `${option} ${total}`)).toEqual(['a 0.3', 'b 0.3'])
    expect(score(election, { ties }).winners).toEqual(['a'])
    expect(score(approvals([1, 1], null, ['b']), { ties }).winners).toEqual(['b'])
    expect(() => score({ ...election, form: 'ranking' }, { ties })).toThrow(CannotCount)
  })

  it('count weights, everything ranked as approved, and of score ballots what has points', () => {
    const heavy = approvals([1, 1], null, ['a', 'b'])
    expect(
      approval({ ...heavy, ballots: heavy.ballots.map((ballot, index) => ({ ...ballot, weight: index + 1 })) }, { ties }).winners,
    ).toEqual(['b'])
    const ranked = {
      ...approvals([1, 1, 1], null, []),
      form: 'ranking' as const,
      ballots: [{ weight: 1, ranks: [[2], [0, 1]], points: null, columns: {} }],
    }
    expect(approval(ranked, { ties, seats: 3 }).rounds[0]?.standings.map(({ total }) => total)).toEqual(['1', '1', '1'])
    expect(approval(scores([1, 1], null, [[0, 1]]), { ties }).winners).toEqual(['b'])
  })

  it('choose nothing when nobody voted for anything, and all when there are fewer than seats', () => {
    expect(approval(approvals([1, 1], null, ['', '']), { ties })).toMatchObject({ winners: [], ties: [] })
    expect(approval(approvals([1, 1], null, ['b']), { ties, seats: 5 }).winners).toEqual(['b', 'a'])
  })
})
