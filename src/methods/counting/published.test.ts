import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import abcvoting from '../../../test/fixtures/counting/approval/abcvoting.json' with { type: 'json' }
import { publishedElections, publishedResults } from '../../../test/support/publishedElections.ts'
import type { Election } from './election.ts'
import { type Completion, equalShares } from './equalShares.ts'
import { greedy } from './greedy.ts'
import { approval } from './highest.ts'
import { weighChambersEqually } from './parity.ts'
import type { Utility } from './profile.ts'
import { readPabulib } from './readPabulib.ts'

const ties = { rule: 'id' } as const
const utilities: Record<string, Utility> = {
  Cost_Sat: 'cost',
  Cardinality_Sat: 'cardinality',
  Additive_Cardinal_Sat: 'points',
  Additive_Borda_Sat: 'points',
}
const folder = join(publishedElections ?? '', 'pb')
const where = publishedElections ? '' : ' (LEFT OUT: ../shared/methods/fixtures is not here)'

const filesOf = (of: string, ending: string): string[] =>
  publishedElections ? readdirSync(join(publishedElections, of)).filter((name) => name.endsWith(ending)) : []
const read = (name: string): Election => readPabulib(readFileSync(join(folder, name), 'utf8'))

/** The utility of a ranking as pabutools has it: how many are ranked below in the same ballot. */
function withRankPoints(election: Election): Election {
  return {
    ...election,
    form: 'score',
    ballots: election.ballots.map((ballot) => ({
      ...ballot,
      ranks: [ballot.ranks.flat()],
      points: ballot.ranks.map((_, place) => ballot.ranks.length - 1 - place),
    })),
  }
}

/** As the expected results were made: every fourth ballot of the file is called the government's. */
function inParity(election: Election): Election {
  const ballots = election.ballots.map((ballot, index) => ({ ...ballot, columns: { chamber: index % 4 ? 'cso' : 'gov' } }))
  return weighChambersEqually({ ...election, ballots }, 'chamber', ['gov', 'cso']).election
}

describe.skipIf(!publishedElections)(`participatory budgets as pabutools counts them${where}`, () => {
  const files = filesOf('pb', '.pb')

  it('are all there', () => {
    expect(files.length).toBe(30)
  })

  it.each(files)('%s', (name) => {
    const election = read(name)
    const { results } = publishedResults(join(folder, 'expected', name.replace(/\.pb$/, '.json')))
    let counted = 0
    for (const { rule, utility = '', completion = '', selected_in_order: expected } of results) {
      const by = utilities[utility]
      if (!by || !expected || !['mes', 'greedy_utilitarian', 'mes_parity_by_clones'].includes(rule)) continue
      const pointed = utility === 'Additive_Borda_Sat' ? withRankPoints(election) : election
      const voted = rule === 'mes_parity_by_clones' ? inParity(pointed) : pointed
      const { winners } =
        rule === 'greedy_utilitarian'
          ? greedy(voted, { utility: by, ties })
          : equalShares(voted, { utility: by, completion: completion.split(' ')[0] as Completion, ties })
      expect({ rule, utility, completion, winners }).toEqual({ rule, utility, completion, winners: expected })
      counted++
    }
    expect(counted).toBeGreaterThanOrEqual(5)
  })
})

describe.skipIf(!publishedElections)(`six of the same without costs, as abcvoting counts them${where}`, () => {
  it.each(filesOf('pb/expected', '.json').filter((name) => name.startsWith('k6__')))('%s', (name) => {
    const { k = 0, file, results } = publishedResults(join(folder, 'expected', name))
    const costly = read(file)
    const election: Election = {
      ...costly,
      budget: null,
      moneyUnit: 1n,
      options: costly.options.map((option) => ({ ...option, cost: 1n })),
    }
    const winners = (completion: Completion): string[] =>
      equalShares(election, { utility: 'cardinality', completion, ties, seats: k }).winners
    const committees = (rule: string): string[][] => results.find((one) => one.rule === rule)?.committees ?? []
    expect(committees('av')).toContainEqual(approval(election, { ties, seats: k }).winners.sort())
    expect(committees('equal-shares-with-av-completion')).toContainEqual(winners('u').sort())
    expect(committees('equal-shares-with-increment-completion')).toContainEqual(winners('add1u').sort())
    // Their plain rule fills what is left by another method.
    expect(committees('equal-shares').some((committee) => winners('none').every((one) => committee.includes(one)))).toBe(true)
  })
})

describe('approval elections as abcvoting counts them', () => {
  it.each(abcvoting)('$file', ({ candidates, seats, profile, committees }) => {
    const election: Election = {
      options: Array.from({ length: candidates }, (_, option) => ({ id: `${option}`, name: '', cost: 1n })),
      ballots: profile.map((options) => ({ weight: 1, ranks: options.length ? [options] : [], points: null, columns: {} })),
      form: 'approval',
      budget: null,
      moneyUnit: 1n,
      pointUnit: 1,
      seats,
      idOrder: 'listed',
    }
    const numbers = (winners: string[]): number[] => winners.map(Number).sort((a, b) => a - b)
    expect(committees.av.map((committee) => numbers(committee.map(String)))).toContainEqual(numbers(approval(election, { ties }).winners))
    const shares = numbers(equalShares(election, { utility: 'cardinality', completion: 'none', ties }).winners)
    expect(committees['equal-shares'].some((committee: number[]) => shares.every((one) => committee.includes(one)))).toBe(true)
    const completed = numbers(equalShares(election, { utility: 'cardinality', completion: 'u', ties }).winners)
    // They fill up with candidates that nobody approves of; we choose none of these.
    const supported = new Set(profile.flat())
    const complete = committees['equal-shares-with-av-completion'].map((committee: number[]) =>
      numbers(committee.filter((one) => supported.has(one)).map(String)),
    )
    expect(complete).toContainEqual(completed)
  })
})
