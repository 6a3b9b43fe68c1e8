import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { approvals } from '../../../test/support/elections.ts'
import type { Election } from './election.ts'
import { BadElectionFile, CannotCount } from './problems.ts'
import { readPabulib } from './readPabulib.ts'
import { writePabulib } from './writePabulib.ts'

const file = ({
  type = 'approval',
  budget = '100',
  projects = ['a;60', 'b;50.25', 'c;0'],
  head = 'voter_id;vote',
  votes = ['1;a,b', '2;'],
} = {}): string =>
  [
    'META',
    'key;value',
    `num_projects;${projects.length}`,
    `num_votes;${votes.length}`,
    ...(budget ? [`budget;${budget}`] : []),
    `vote_type;${type}`,
    'PROJECTS',
    'project_id;cost',
    ...projects,
    'VOTES',
    head,
    ...votes,
  ].join('\n')

const problem = (text: string): { line: number; message: string } => {
  try {
    readPabulib(text)
  } catch (error) {
    if (error instanceof BadElectionFile) return { line: error.line, message: error.message }
    throw error
  }
  throw new Error('The file was read.')
}

describe('a Pabulib file', () => {
  it('is read with exact money', () => {
    expect(readPabulib(file())).toEqual({
      options: [
        { id: 'a', name: 'a', cost: 6000n },
        { id: 'b', name: 'b', cost: 5025n },
        { id: 'c', name: 'c', cost: 0n },
      ],
      ballots: [
        { weight: 1, ranks: [[0, 1]], points: null, columns: {} },
        { weight: 1, ranks: [], points: null, columns: {} },
      ],
      form: 'approval',
      budget: 10000n,
      moneyUnit: 100n,
      pointUnit: 1,
      seats: null,
      idOrder: 'code-point',
    })
  })

  it('is read with rankings, with one choice, and with points that are decimals', () => {
    expect(readPabulib(file({ type: 'ordinal', votes: ['1;b,a'] })).ballots[0]?.ranks).toEqual([[1], [0]])
    expect(readPabulib(file({ type: 'choose-1', votes: ['1;c'] })).ballots[0]?.ranks).toEqual([[2]])
    for (const type of ['cumulative', 'scoring']) {
      const election = readPabulib(file({ type, head: 'voter_id;vote;points', votes: ['1;b,a;1.5,3', '2;;', '3;c;0.25'] }))
      expect(election).toMatchObject({ form: 'score', pointUnit: 100 })
      expect(election.ballots.map(({ ranks, points }) => ({ ranks, points }))).toEqual([
        { ranks: [[1, 0]], points: [150, 300] },
        { ranks: [], points: [] },
        { ranks: [[2]], points: [25] },
      ])
    }
  })

  it('may end its lines either way, begin with a byte order mark, quote cells and go on in the next line', () => {
    const text = `\uFEFF${file({ head: 'voter_id;vote;sector', votes: ['1;"a,b";"valsts; ""pašvaldība"""', '2;c;"NVO\nvai cita"'] }).replaceAll('\n', '\r\n')}`
    expect(readPabulib(text).ballots.map(({ columns }) => columns['sector'])).toEqual(['valsts; "pašvaldība"', 'NVO\r\nvai cita'])
  })

  it('without costs lets every project cost 1', () => {
    const text = file({ projects: ['a', 'b'], votes: ['1;a'] })
    expect(readPabulib(text.replace('project_id;cost', 'project_id'))).toMatchObject({
      options: [{ cost: 1n }, { cost: 1n }],
      budget: 100n,
    })
    expect(readPabulib(text.replace('project_id;cost', 'project_id').replace('budget;100\n', '')).budget).toBeNull()
  })

  it.each([
    ['nothing', '', 1, 'META'],
    ['no projects', 'META\nkey;value\nbudget;1', 3, 'PROJECTS'],
    ['no head of META', 'META\nbudget;1\nPROJECTS\nVOTES', 2, 'key;value'],
    ['a wrong number of votes', file().replace('num_votes;2', 'num_votes;3'), 4, 'num_votes says 3'],
    ['a wrong number of projects', file().replace('num_projects;3', 'num_projects;2'), 3, 'num_projects says 2'],
    ['a key twice', file().replace('num_votes;2', 'num_projects;3'), 4, 'twice'],
    ['no budget', file({ budget: '' }), 1, 'budget'],
    ['a budget in words', file({ budget: 'much' }), 5, 'much'],
    ['a negative budget', file({ budget: '-5' }), 5, '-5'],
    ['another vote type', file({ type: 'veto' }), 6, 'veto'],
    ['a cost in words', file({ projects: ['a;free'] }), 9, 'free'],
    ['a negative cost', file({ projects: ['a;-1'] }), 9, '-1'],
    ['a project twice', file({ projects: ['a;1', 'a;2'] }), 10, 'twice'],
    ['a project without name', file({ projects: [';1'] }), 9, 'project_id'],
    ['a cell too many', file({ projects: ['a;1;2'] }), 9, '3 cells'],
    ['a vote for no project', file({ votes: ['1;a', '2;x'] }), 15, '“x”'],
    ['a vote that names one twice', file({ votes: ['1;a,a'] }), 14, 'twice'],
    ['a voter twice', file({ votes: ['1;a', '1;b'] }), 15, 'votes twice'],
    ['two choices of one', file({ type: 'choose-1', votes: ['1;a,b'] }), 14, 'choose 1'],
    ['no points', file({ type: 'scoring' }), 12, 'points'],
    ['too few points', file({ type: 'scoring', head: 'voter_id;vote;points', votes: ['1;a,b;1'] }), 14, 'gives 1 points'],
    ['points in words', file({ type: 'scoring', head: 'voter_id;vote;points', votes: ['1;a;many'] }), 14, 'many'],
    ['negative points of a share', file({ type: 'cumulative', head: 'voter_id;vote;points', votes: ['1;a;-1'] }), 14, '-1'],
    ['points for what is not named', file().replace('key;value', 'key;value\ndefault_score;1'), 3, 'default_score'],
    ['a quotation mark that stays open', file({ projects: ['"a;1', 'b;2'] }), 9, 'not closed'],
    ['no votes column', file({ head: 'voter_id;choice' }), 12, 'vote'],
    ['a column twice', file({ head: 'voter_id;vote;vote' }), 13, 'twice'],
  ])('with %s is refused with its line', (_, text, line, words) => {
    const told = problem(text)
    expect(told.line).toBe(line)
    expect(told.message).toContain(words)
  })
})

/** Elections as our own ballots are: any texts, weights, empty ballots, decimals, a budget or seats. */
const elections: fc.Arbitrary<Election> = fc
  .record({
    form: fc.constantFrom('approval' as const, 'score' as const, 'ranking' as const),
    costs: fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 6 }),
    names: fc.array(fc.string({ minLength: 1 }), { minLength: 6, maxLength: 6 }),
    budget: fc.option(fc.bigInt({ min: 0n, max: 10n ** 13n })),
    seats: fc.integer({ min: 1, max: 6 }),
    ballots: fc.array(
      fc.record({
        weight: fc.integer({ min: 1, max: 3 }),
        order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5]),
        points: fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 6, maxLength: 6 }),
        sector: fc.string(),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ form, costs, names, budget, seats, ballots }) => ({
    options: costs.map((cost, index) => ({ id: `p${index}`, name: names[index]?.trim() || 'x', cost: budget === null ? 1n : cost })),
    ballots: ballots.map(({ weight, order, points, sector }) => {
      const named = order.filter((option) => option < costs.length)
      const ranks = form === 'ranking' ? named.map((option) => [option]) : named.length ? [named] : []
      return {
        weight,
        ranks,
        points: form === 'score' ? named.map((option) => points[option] ?? 0) : null,
        columns: { sector: sector.trim() },
      }
    }),
    form,
    budget,
    moneyUnit: budget === null ? 1n : 100n,
    pointUnit: form === 'score' ? 10 : 1,
    seats: budget === null ? seats : null,
    idOrder: 'code-point' as const,
  }))

describe('what is written', () => {
  it('reads back the same', () => {
    fc.assert(
      fc.property(elections, (election) => {
        const back = readPabulib(writePabulib(election, { description: 'a "trial"; with\nlines' }))
        const scale = (value: bigint | null, unit: bigint): string => (value === null ? 'none' : ((value * 1000n) / unit).toString())
        expect(back.options.map(({ id, name, cost }) => [id, name, scale(cost, back.moneyUnit)])).toEqual(
          election.options.map(({ id, name, cost }) => [id, name, scale(cost, election.moneyUnit)]),
        )
        expect([scale(back.budget, back.moneyUnit), back.seats, back.form]).toEqual([
          scale(election.budget, election.moneyUnit),
          election.seats,
          election.form,
        ])
        const told = (one: Election): unknown[] =>
          one.ballots.flatMap(({ weight, ranks, points, columns }) =>
            new Array(weight).fill({ ranks, points: points?.map((point) => point / one.pointUnit) ?? null, columns }),
          )
        expect(told(back)).toEqual(told(election))
      }),
      { numRuns: 1000, seed: 2 },
    )
  })

  it('needs money or seats', () => {
    expect(() => writePabulib(approvals([1], null, ['a']), {})).toThrow(CannotCount)
  })
})
