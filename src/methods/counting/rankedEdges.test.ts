import { describe, expect, it } from 'vitest'
import { plainly, rankings } from '../../../test/support/rankings.ts'
import { countElection } from './countElection.ts'
import { CannotCount } from './problems.ts'
import type { Method } from './settings.ts'
import type { MeekRound } from './stvMeek.ts'
import type { ScottishRound } from './stvScottish.ts'

const ranked: readonly Method[] = ['borda', 'schulze', 'stv-scottish', 'stv-meek']
const seats = (number: number) => ({ ...plainly, seats: number })

describe.each(ranked)('%s', (method) => {
  it('chooses nobody without a ballot, or when all are empty: a draw alone makes no decision', () => {
    expect(countElection(rankings(3, []), method, seats(2))).toMatchObject({ winners: [], ties: [] })
    expect(countElection(rankings(3, [{ weight: 5, ranks: [] }]), method, seats(2))).toMatchObject({ winners: [], ties: [] })
  })

  it('chooses the only candidate', () => {
    expect(countElection(rankings(1, [{ ranks: [[0]] }]), method, seats(1)).winners).toEqual(['1'])
  })

  it('chooses all where there are more seats than candidates', () => {
    const { winners } = countElection(rankings(2, [{ ranks: [[1]] }]), method, seats(5))
    // Meek’s rule begins no round for them, so they are listed as the file does.
    expect(winners).toEqual(method === 'stv-meek' ? ['1', '2'] : ['2', '1'])
  })

  it('lets the order of the file decide where all stand equal, and tells so', () => {
    const cycle = rankings(3, [{ ranks: [[0], [1], [2]] }, { ranks: [[1], [2], [0]] }, { ranks: [[2], [0], [1]] }])
    const { winners, ties } = countElection(cycle, method, seats(1))
    // Where somebody is excluded, the first in the file goes first, as in the reference programs; the rest follows from votes.
    expect(winners).toEqual(method.startsWith('stv') ? ['2'] : ['1'])
    expect(ties[0]).toEqual({ round: 1 + Number(method === 'stv-scottish'), tied: ['1', '2', '3'], first: ['1'] })
  })

  it('refuses more votes than can be counted exactly', () => {
    const count = () => countElection(rankings(2, [{ weight: 90_000_000_001, ranks: [[0]] }]), method, seats(1))
    expect(count).toThrow(CannotCount)
  })
})

describe('the single transferable vote', () => {
  it('counts a vote that names nobody further as not transferable', () => {
    const election = rankings(3, [{ weight: 5, ranks: [[0]] }, { weight: 2, ranks: [[1]] }, { ranks: [[2]] }])
    const scottish = countElection(election, 'stv-scottish', seats(2)).rounds as ScottishRound[]
    expect(scottish.map(({ step, nonTransferable }) => `${step} ${nonTransferable}`)).toEqual([
      'first-preferences 0.00000',
      'surplus 2.00000',
      'exclusion 3.00000',
    ])
    const meek = countElection(election, 'stv-meek', seats(2)).rounds as MeekRound[]
    expect(Number(meek.at(-1)?.nonTransferable)).toBeGreaterThan(2)
  })

  it('ends a ballot before equal ranks: it is not clear to whom it goes', () => {
    const election = rankings(3, [
      { weight: 9, ranks: [[0, 1], [2]] },
      { weight: 3, ranks: [[2], [0, 1]] },
    ])
    for (const method of ['stv-scottish', 'stv-meek'] as const) {
      const { winners, rounds } = countElection(election, method, seats(1))
      expect(winners).toEqual(['3'])
      expect(rounds[0]).toMatchObject({ votes: { 1: expect.stringMatching(/^0\.0+$/), 3: expect.stringMatching(/^3\.0+$/) } })
    }
  })

  it('counts large weights exactly, also where the sums go beyond what a double holds', () => {
    const election = rankings(3, [
      { weight: 44_999_999_999, ranks: [[0], [1]] },
      { weight: 45_000_000_000, ranks: [[2], [1]] },
    ])
    const [round] = countElection(election, 'stv-meek', seats(2)).rounds as MeekRound[]
    expect(round?.votes).toEqual({ 1: '44999999999.000000000', 2: '0.000000000', 3: '45000000000.000000000' })
    expect(round?.quota).toBe('29999999999.666666667')
  })

  it('explains a surplus by its parcels: how many papers, and what each is worth before and after', () => {
    const election = rankings(3, [
      { weight: 7, ranks: [[0], [1]] },
      { weight: 2, ranks: [[2]] },
    ])
    const [, surplus] = countElection(election, 'stv-scottish', seats(2)).rounds as ScottishRound[]
    expect(surplus).toMatchObject({
      option: '1',
      surplus: '3.00000',
      parcels: [{ received: '1.00000', value: '0.42857', papers: 7 }],
      gained: { 2: '2.99999' },
      lostByRounding: '0.00001',
      elected: [],
    })
  })

  it('refuses ballots that rank nothing', () => {
    const election = { ...rankings(2, [{ ranks: [[0]] }]), form: 'approval' as const }
    expect(() => countElection(election, 'stv-meek', seats(1))).toThrow(CannotCount)
  })

  it('excludes the first of the file, or the last of the published order', () => {
    const election = rankings(3, [
      { weight: 3, ranks: [[0], [1]] },
      { weight: 2, ranks: [[1], [2]] },
      { weight: 2, ranks: [[2], [1]] },
    ])
    for (const method of ['stv-scottish', 'stv-meek'] as const) {
      const byId = countElection(election, method, seats(1))
      expect(byId).toMatchObject({ winners: ['3'], ties: [{ tied: ['2', '3'], first: ['2'] }] })
      // More voters name candidate 2.
      const published = countElection(election, method, { ...seats(1), tieRule: { rule: 'published', seed: '' } })
      expect(published).toMatchObject({ winners: ['2'], ties: [{ tied: ['2', '3'], first: ['3'] }] })
    }
  })
})

it('a score ballot ranks by its points, for Borda and Schulze', () => {
  const election = {
    ...rankings(3, []),
    form: 'score' as const,
    ballots: [{ weight: 1, ranks: [[0, 1, 2]], points: [1, 3, 3], columns: {} }],
  }
  const { winners, ties } = countElection(election, 'schulze', seats(2))
  expect(winners).toEqual(['2', '3'])
  expect(ties).toEqual([{ round: 1, tied: ['2', '3'], first: ['2', '3'] }])
  expect(countElection(election, 'borda', seats(1)).rounds).toEqual([{ step: 'borda', points: { 1: '0', 2: '1.5', 3: '1.5' } }])
})
