import { describe, expect, it } from 'vitest'
import { blt } from '../../../test/support/rankings.ts'
import { BadElectionFile } from './problems.ts'
import { writeBlt } from './writeBlt.ts'

const names = '"Castor"\n"Pollux"\n"Helen"\n'
const ballotsOf = (ballots: string) => blt(`3 2\n${ballots}\n0\n${names}"Twins"`).ballots.map(({ weight, ranks }) => ({ weight, ranks }))

describe('a .blt file', () => {
  it('gives candidates by number, seats, and weighted ballots', () => {
    const election = blt(`3 2\n4 1 2 0\n2 3 0\n0\n${names}"Twins"\nwhat follows is not read "`)
    expect(election.options.map(({ id, name }) => `${id} ${name}`)).toEqual(['1 Castor', '2 Pollux', '3 Helen'])
    expect(election.seats).toBe(2)
    expect(election.ballots.map(({ weight, ranks }) => ({ weight, ranks }))).toEqual([
      { weight: 4, ranks: [[0], [1]] },
      { weight: 2, ranks: [[2]] },
    ])
  })

  it.each([
    ['equal ranks', '1 2 1=3 0', [{ weight: 1, ranks: [[1], [0, 2]] }]],
    ['a rank left out', '1 - 2 - 1 0', [{ weight: 1, ranks: [[1], [0]] }]],
    ['an empty ballot', '5 0', [{ weight: 5, ranks: [] }]],
    [
      'equal ballots put together',
      '1 2 1 0\n3 2 1 0\n1 2 0',
      [
        { weight: 4, ranks: [[1], [0]] },
        { weight: 1, ranks: [[1]] },
      ],
    ],
    ['somebody named twice: the ballot ends before', '1 2 3 2 1 0', [{ weight: 1, ranks: [[1], [2]] }]],
    ['somebody named twice as an equal', '1 2 3=2 1 0', [{ weight: 1, ranks: [[1]] }]],
    [
      'several ballots in a line',
      '1 1 0 1 2 0',
      [
        { weight: 1, ranks: [[0]] },
        { weight: 1, ranks: [[1]] },
      ],
    ],
    [
      'identifiers of ballots',
      '(A 1) 1 0\n(A2) 3 0',
      [
        { weight: 1, ranks: [[0]] },
        { weight: 1, ranks: [[2]] },
      ],
    ],
    [
      'comments',
      '# one\n1 1 0 # two\n/* 1 2 0\n /* 1 3 0 */ 1 2 0',
      [
        { weight: 1, ranks: [[0]] },
        { weight: 1, ranks: [[1]] },
      ],
    ],
    ['a withdrawn candidate', '-2\n1 2 1=2 3 0', [{ weight: 1, ranks: [[0], [1]] }]],
    ['short names', '[nick ca po he]\n1 he ca=po 0', [{ weight: 1, ranks: [[2], [0, 1]] }]],
    ['options of Droop', '[droop rule=meek arithmetic=fixed ]\n1 2 0', [{ weight: 1, ranks: [[1]] }]],
  ])('%s', (_, ballots, expected) => expect(ballotsOf(ballots)).toEqual(expected))

  it('leaves a withdrawn candidate out of the election and keeps the numbers of the others', () => {
    expect(blt(`3 1\n-2 1 1 0\n0\n${names}`).options.map(({ id }) => id)).toEqual(['1', '3'])
  })

  it('puts the candidates in the order of its [tie] line', () => {
    const { options, ballots } = blt(`3 1\n[tie 3 1 2]\n1 1 2 0\n0\n${names}`)
    expect(options.map(({ id, name }) => `${id} ${name}`)).toEqual(['3 Helen', '1 Castor', '2 Pollux'])
    expect(ballots[0]?.ranks).toEqual([[1], [2]])
  })

  it('may have a byte order mark, lines that end as on Windows, and quotes and letters in names', () => {
    const { options } = blt('\ufeff2 1\r\n1 1 0\r\n0\r\n"Jānis "Džo" Bērziņš"\r\n"Ķikļa # 2"')
    expect(options.map(({ name }) => name)).toEqual(['Jānis "Džo" Bērziņš', 'Ķikļa # 2'])
  })

  it.each([
    ['', 1, 'ends before the number of candidates'],
    ['three 2', 1, '“three” stands where the number of candidates'],
    ['0 1\n0', 1, 'no candidates'],
    ['20000 1\n0', 1, 'at most 10000'],
    ['3 0\n0', 1, 'no seats'],
    ['3 2\n1 1 0\n1 4 0\n0', 3, '“4” stands where a candidate from 1 to 3'],
    ['3 2\n1 1 0\n1 -2 0\n0', 3, '“-2” stands where a candidate'],
    ['3 2\n1.5 1 0\n0', 2, '“1.5” stands where a ballot’s weight'],
    ['3 2\n-4\n0', 2, '“-4” stands where a withdrawn candidate'],
    ['3 2\n[tie 1 2]\n0', 2, '[tie] has to name each candidate once'],
    ['3 2\n[nick a a b]\n0', 2, '[nick] has to give'],
    ['3 2\n[when now]\n0', 2, 'no option “[when]”'],
    ['3 2\n1 1 2', 2, 'ends before the 0 that ends a ballot'],
    ['3 2\n1 1 0\n', 3, 'ends before the 0 that ends the ballots'],
    ['3 2\n1 1 0\n0\n"Castor"\nPollux', 5, '“Pollux” stands where the name of candidate 2'],
    ['3 2\n1 1 0\n0\n"Castor"\n"Pollux', 5, 'does not end in this line'],
    ['3 2\n/* 1 1 0\n', 2, 'A comment begins here'],
  ])('is refused with the line of the mistake: %j', (text, line, says) => {
    const read = () => blt(text)
    expect(read).toThrow(BadElectionFile)
    expect(read).toThrow(expect.objectContaining({ line, message: expect.stringContaining(says) }))
  })

  it('is written so that names with quotes and lines can’t break it', () => {
    const election = blt(`2 1\n3 2=1 0\n0\n"a"\n"b"`)
    const hostile = { ...election, options: election.options.map((option) => ({ ...option, name: 'x" \n0' })) }
    expect([...writeBlt(hostile, 1, 'Two "twins"')].join('')).toBe('2 1\n3 2=1 0\n0\n"x” 0"\n"x” 0"\n"Two ”twins”"\n')
  })
})
