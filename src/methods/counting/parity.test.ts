import { describe, expect, it } from 'vitest'
import { approvals } from '../../../test/support/elections.ts'
import type { Election } from './election.ts'
import { weighChambersEqually } from './parity.ts'
import { CannotCount } from './problems.ts'
import { supporters } from './support.ts'

const inChambers = (sectors: readonly string[], ballots: readonly string[]): Election => {
  const election = approvals([1, 1, 1], 3, ballots)
  return { ...election, ballots: election.ballots.map((ballot, index) => ({ ...ballot, columns: { sector: sectors[index] ?? '' } })) }
}

describe('parity of two chambers', () => {
  it('gives each the same weight by whole copies of its ballots', () => {
    const election = inChambers(['gov', 'cso', 'cso', 'cso', 'gov', 'cso'], ['a', 'b', 'b', 'b', 'a', 'b'])
    const { election: weighed, chambers, outside, alone } = weighChambersEqually(election, 'sector', ['gov', 'cso'])
    expect(chambers).toEqual([
      { value: 'gov', weight: 2, copies: 2 },
      { value: 'cso', weight: 4, copies: 1 },
    ])
    expect(supporters(weighed)).toEqual([4, 4, 0])
    expect({ outside, alone }).toEqual({ outside: 0, alone: null })
  })

  it('counts the weight that ballots have already, and empty ballots too', () => {
    const election = inChambers(['gov', 'cso', 'cso'], ['a', 'b', ''])
    const heavy = { ...election, ballots: election.ballots.map((ballot, index) => ({ ...ballot, weight: [3, 1, 1][index] ?? 1 })) }
    const { election: weighed, chambers } = weighChambersEqually(heavy, 'sector', ['gov', 'cso'])
    expect(chambers.map(({ copies }) => copies)).toEqual([2, 3])
    expect(weighed.ballots.map(({ weight }) => weight)).toEqual([6, 3, 3])
  })

  it('leaves out ballots of neither, and tells how many', () => {
    const { election, outside } = weighChambersEqually(inChambers(['gov', 'cso', 'guest'], ['a', 'b', 'c']), 'sector', ['gov', 'cso'])
    expect(outside).toBe(1)
    expect(supporters(election)).toEqual([1, 1, 0])
  })

  it('lets the only chamber that voted decide alone, and tells so', () => {
    const only = weighChambersEqually(inChambers(['cso', 'cso'], ['a', 'b']), 'sector', ['gov', 'cso'])
    expect(only.alone).toBe('cso')
    expect(supporters(only.election)).toEqual([1, 1, 0])
    expect(weighChambersEqually(inChambers(['gov'], ['a']), 'sector', ['gov', 'cso']).alone).toBe('gov')
    const none = weighChambersEqually(inChambers([], []), 'sector', ['gov', 'cso'])
    expect(none).toMatchObject({ alone: null, outside: 0, election: { ballots: [] } })
  })

  it('refuses a column that is not there, and one chamber twice', () => {
    const election = inChambers(['gov'], ['a'])
    expect(() => weighChambersEqually(election, 'sex', ['gov', 'cso'])).toThrow(CannotCount)
    expect(() => weighChambersEqually(election, 'sector', ['gov', 'gov'])).toThrow(CannotCount)
  })

  it('refuses more ballots than it can weigh exactly', () => {
    const election = inChambers(['gov', 'cso'], ['a', 'b'])
    const heavy = { ...election, ballots: election.ballots.map((ballot, index) => ({ ...ballot, weight: 2 ** 30 + index })) }
    expect(() => weighChambersEqually(heavy, 'sector', ['gov', 'cso'])).toThrow(CannotCount)
  })
})
