import { describe, expect, it } from 'vitest'
import { approvals, scores } from '../../../test/support/elections.ts'
import { type Completion, equalShares } from './equalShares.ts'
import { CannotCount } from './problems.ts'
import type { Utility } from './profile.ts'
import { readPabulib } from './readPabulib.ts'

const ties = { rule: 'id' } as const
const count = (election: Parameters<typeof equalShares>[0], utility: Utility = 'cardinality', completion: Completion = 'none') =>
  equalShares(election, { utility, completion, ties })

describe('Equal Shares', () => {
  it('tells for each winner who paid how much, what is left and what was next', () => {
    // Five voters with 20 each: a costs 30 and has three supporters; b costs 40 and has the other two and one of them.
    const { winners, rounds, share } = count(approvals([30, 40, 90], 100, ['ac', 'ac', 'ab', 'b', 'b']))
    expect({ winners, share }).toEqual({ winners: ['a', 'b'], share: '20' })
    expect(rounds).toEqual([
      {
        step: 'shares',
        option: 'a',
        cost: '30',
        supporters: 3,
        rho: '10',
        rhoNumber: 10,
        paidInFull: 3,
        paidAll: 0,
        payments: [{ voters: 3, each: 10 }],
        tenthsLeft: [0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 2],
        next: [{ option: 'b', rho: 40 / 3 }],
        outOfReach: [{ option: 'c', cost: '90', held: 40 }],
      },
      {
        step: 'shares',
        option: 'b',
        cost: '40',
        supporters: 3,
        rho: '15',
        rhoNumber: 15,
        paidInFull: 2,
        paidAll: 1,
        payments: [
          { voters: 2, each: 15 },
          { voters: 1, each: 10 },
        ],
        tenthsLeft: [1, 0, 0, 2, 0, 2, 0, 0, 0, 0, 0],
        next: [],
        outOfReach: [],
      },
    ])
  })

  it('by the utility of cost prefers what many want, by cardinality what is cheap', () => {
    const election = approvals([60, 10], 120, ['ab', 'ab', 'a'])
    expect(count(election, 'cost').winners).toEqual(['a', 'b'])
    expect(count(election, 'cardinality').winners).toEqual(['b', 'a'])
  })

  it('by points lets those pay more who get more', () => {
    const { winners, rounds } = count(
      scores([30, 30], 60, [
        [2, 0],
        [1, 3],
        [0, 0],
      ]),
      'points',
    )
    expect(winners).toEqual(['a'])
    expect(rounds[0]).toMatchObject({
      rho: '10',
      payments: [
        { voters: 1, each: 20 },
        { voters: 1, each: 10 },
      ],
    })
  })

  it('takes what costs nothing and has support first, and never what nobody supports', () => {
    const { winners, rounds } = count(approvals([0, 0, 5, 5], 10, ['ac']), 'cost', 'add1u')
    expect(winners).toEqual(['a', 'c'])
    expect(rounds[0]).toEqual({ step: 'free', option: 'a', supporters: 1 })
  })

  it.each<[string, Parameters<typeof approvals>, string[]]>([
    ['no ballots', [[1, 1], 2, []], []],
    ['empty ballots alone', [[1, 1], 2, ['', '']], []],
    ['one option', [[1], 1, ['a']], ['a']],
    ['one option beyond the money', [[3], 2, ['a']], []],
    ['an option for exactly all the money', [[9], 9, ['a', 'a', 'a']], ['a']],
    ['no money', [[1, 0], 0, ['ab']], ['b']],
    ['all options equal', [[1, 1, 1], 2, ['abc', 'abc']], ['a', 'b']],
    ['a voter who leaves the ballot empty and keeps a share', [[2, 2], 6, ['ab', 'ab', '']], ['a', 'b']],
  ])('counts %s', (_, [costs, budget, ballots], winners) => {
    for (const utility of ['cost', 'cardinality', 'points'] as const)
      expect(count(approvals(costs, budget, ballots), utility).winners).toEqual(winners)
  })

  it('tells every tie', () => {
    expect(count(approvals([1, 1, 1], 2, ['abc', 'abc'])).ties).toEqual([
      { round: 1, tied: ['a', 'b', 'c'], first: ['a'] },
      { round: 2, tied: ['b', 'c'], first: ['b'] },
    ])
  })

  it('breaks ties by the published rule: more supporters, and of those the draw', () => {
    const election = approvals([2, 4, 2], 8, ['ab', 'ab', 'bc', 'bc'])
    const published = equalShares(election, { utility: 'cardinality', completion: 'none', ties: { rule: 'published', seed: 'x' } })
    expect(published.ties[0]).toMatchObject({ round: 1, first: ['b'] })
    expect(count(election).ties[0]).toMatchObject({ round: 1, first: ['a'] })
  })

  it('raises the shares by one unit of money, and by a hundredth of the share where it is less than one', () => {
    const election = approvals([60, 60], 120, ['ab', 'a', 'b', ''])
    const raised = count(election, 'cardinality', 'add1')
    expect(raised).toMatchObject({ winners: ['a', 'b'], share: '45', raised: { steps: 15, by: '1' } })
    const seats = equalShares(approvals([1, 1], null, ['a', 'a', 'b', '']), { utility: 'cardinality', completion: 'add1', ties, seats: 2 })
    expect(seats).toMatchObject({ winners: ['a', 'b'], share: '1', raised: { steps: 100, by: '1/200' } })
  })

  it('returns what was chosen before the raised shares cost too much', () => {
    // With more money each would buy its own, and together they cost more than there is.
    const result = count(approvals([60, 60], 100, ['a', 'b']), 'cardinality', 'add1')
    expect(result).toMatchObject({ winners: [], raised: { steps: 9 } })
    expect(count(approvals([60, 60], 100, ['a', 'b']), 'cardinality', 'add1u').winners).toEqual(['a'])
  })

  it('skips millions of steps in which nothing can change', () => {
    const result = count(approvals([2_000_000_000, 900_000_000, 1], 2_000_000_001, ['ab', 'ab', 'c', '', '']), 'cost', 'add1')
    expect(result).toMatchObject({ winners: ['b', 'c'], raised: { steps: 50_000_000, by: '1' } })
  })

  it('counts decimals exactly', () => {
    const text =
      'META\nkey;value\nbudget;0.3\nvote_type;approval\nPROJECTS\nproject_id;cost\na;0.1\nb;0.2\nVOTES\nvoter_id;vote\n1;a\n2;b\n3;b'
    expect(count(readPabulib(text), 'cost')).toMatchObject({ winners: ['b', 'a'], share: '1/10' })
  })

  it('refuses points of rankings, and sharing where there is neither money nor seats', () => {
    expect(() => count({ ...approvals([1], 1, ['a']), form: 'ranking' }, 'points')).toThrow(CannotCount)
    expect(() => count(approvals([1], null, ['a']))).toThrow(CannotCount)
  })
})
