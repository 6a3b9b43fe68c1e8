import { describe, expect, it } from 'vitest'
import { BadElectionFile } from './problems.ts'
import { type PreflibKind, readPreflib } from './readPreflib.ts'

const header = '# FILE NAME: made.toc\n# NUMBER ALTERNATIVES: 3\n# ALTERNATIVE NAME 1: Rīga: the city\n# ALTERNATIVE NAME 2: B\n'
const read = (text: string, kind: PreflibKind = 'toi') => readPreflib(text, kind)

describe('a PrefLib file', () => {
  it('gives alternatives by number, and weighted ballots with equal ranks', () => {
    const { options, ballots, seats } = read(`${header}# NUMBER VOTERS: 7\n# NUMBER UNIQUE ORDERS: 3\n4: 3,{1,2}\n2: {2}\r\n1:\n`)
    expect(options.map(({ id, name }) => `${id} ${name}`)).toEqual(['1 Rīga: the city', '2 B', '3 3'])
    expect(ballots.map(({ weight, ranks }) => ({ weight, ranks }))).toEqual([
      { weight: 4, ranks: [[2], [0, 1]] },
      { weight: 2, ranks: [[1]] },
      { weight: 1, ranks: [] },
    ])
    expect(seats).toBeNull()
  })

  it.each<[string, PreflibKind, number, string]>([
    ['1: 1,2', 'soi', 1, 'NUMBER ALTERNATIVES'],
    ['# NUMBER ALTERNATIVES: many', 'soi', 1, '“many”, not a whole number'],
    ['# NUMBER ALTERNATIVES: 0', 'soi', 1, 'no alternatives'],
    ['# NUMBER ALTERNATIVES: 20000', 'soi', 1, 'at most 10000'],
    [`${header}1: 1,4`, 'soi', 5, '“4” is no alternative from 1 to 3'],
    [`${header}1: 1,x`, 'soi', 5, '“x” is no alternative'],
    [`${header}1: 2,1,2`, 'soi', 5, 'alternative 2 stands twice'],
    [`${header}1: {1,2},3`, 'soi', 5, 'no equal ranks'],
    [`${header}1: {1,2`, 'toi', 5, 'not closed'],
    [`${header}1: {1,{2}}`, 'toi', 5, 'A “{” stands where none can'],
    [`${header}1: 1},2`, 'toi', 5, 'A “}” stands where none can'],
    [`${header}1: 3,1`, 'soc', 5, 'ranks all alternatives'],
    [`${header}0: 3,1`, 'soi', 5, 'no line such as'],
    [`${header}1,2,3`, 'soi', 5, 'no line such as'],
    [`${header}# NUMBER VOTERS: 3\n1: 1\n1: 2\n`, 'soi', 5, 'says 3 voters, but there are 2'],
    [`${header}# NUMBER UNIQUE ORDERS: 3\n1: 1\n1: 2\n`, 'soi', 5, 'says 3 orders, but there are 2'],
  ])('is refused with the line of the mistake: %j', (text, kind, line, says) => {
    const wrong = () => read(text, kind)
    expect(wrong).toThrow(BadElectionFile)
    expect(wrong).toThrow(expect.objectContaining({ line, message: expect.stringContaining(says) }))
  })
})
