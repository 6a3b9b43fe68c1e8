import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyPlace, koprade, kopradeWith } from './koprade.ts'

const place = emptyPlace()
/** Writes a file of ballots and gives its path. */
const file = (name: string, text: string): string => {
  const path = join(place, name)
  writeFileSync(path, text)
  return path
}
const count = async (path: string, words: string) => {
  const { code, out, err } = await kopradeWith(['count', path, ...words.split(' ')], {})
  expect([code, err]).toEqual([0, ''])
  return JSON.parse(out)
}

const blt = file('twins.blt', '3 2\n4 1 2 0\n2 3 0\n0\n"Castor"\n"Pollux"\n"Helen"\n"Twins"\n')
const soc = file('twins.soc', '# NUMBER ALTERNATIVES: 3\n# ALTERNATIVE NAME 1: Castor\n4: 1,2,3\n2: 3,2,1\n')
const pb = file(
  'park.pb',
  [
    'META\nkey;value\nnum_projects;3\nnum_votes;3\nbudget;10.50\nvote_type;approval\nrule;greedy',
    'PROJECTS\nproject_id;cost;name\nbench;4.25;Bench\n10;6.25;Trees\n2;6.25;Paths',
    'VOTES\nvoter_id;vote;sector\n1;10,2;gov\n2;10,2;cso\n3;bench;cso\n',
  ].join('\n'),
)

describe('count', () => {
  it.each(['greedy', 'equal-shares', 'approval', 'score', 'borda', 'schulze'])('%s prints one object for a .pb file', async (method) => {
    const result = await count(pb, `--method ${method}`)
    expect(Object.keys(result).slice(0, 6)).toEqual(['method', 'winners', 'ties', 'rounds', 'ms', 'parseMs'])
    expect(result.method).toBe(method)
    expect(result.winners[0]).toBe('10')
    expect(result.ties[0]).toMatchObject({ round: 1, tied: expect.arrayContaining(['10', '2']), first: ['10'] })
    expect([result.ms, result.parseMs].every((time) => typeof time === 'number' && time > 0)).toBe(true)
    expect(result.names).toEqual({ bench: 'Bench', 10: 'Trees', 2: 'Paths' })
  })

  it('counts decimals of money exactly', async () => {
    expect((await count(pb, '--method greedy --utility cost')).winners).toEqual(['10', 'bench'])
  })

  it.each(['stv-scottish', 'stv-meek'])('%s takes the seats of the file, or those that are given', async (method) => {
    expect((await count(blt, `--method ${method}`)).winners).toEqual(['1', '3'])
    expect((await count(blt, `--method ${method} --seats 1`)).winners).toEqual(['1'])
    expect((await count(soc, `--method ${method}`)).winners).toEqual(['1'])
  })

  it('counts every option that is ranked as approved, each for the cost of 1 where nothing costs', async () => {
    expect((await count(soc, '--method approval --seats 2')).winners).toEqual(['1', '2'])
    expect((await count(blt, '--method greedy --utility cardinality')).winners).toEqual(['1', '2'])
  })

  it('chooses one unless told otherwise, by Schulze, Borda and approval', async () => {
    for (const method of ['schulze', 'borda', 'approval']) expect((await count(blt, `--method ${method}`)).winners).toHaveLength(1)
    expect((await count(blt, '--method schulze --seats 3 --strength margins')).rounds[0].strength).toBe('margins')
  })

  it('weighs two chambers equally, and tells how', async () => {
    const { chambers, winners } = await count(pb, '--method approval --seats 3 --parity sector=gov,cso')
    expect(chambers).toEqual({
      chambers: [
        { value: 'gov', weight: 1, copies: 2 },
        { value: 'cso', weight: 2, copies: 1 },
      ],
      outside: 0,
      alone: null,
    })
    expect(winners).toEqual(['10', '2', 'bench'])
  })

  it('breaks ties by the published rule and its seed', async () => {
    const winners = new Set<string>()
    for (const seed of ['a', 'b', 'c', 'd']) {
      const result = await count(pb, `--method approval --tie-rule published --seed ${seed}`)
      expect(result.settings.tieRule).toEqual({ rule: 'published', seed })
      winners.add(result.winners[0])
    }
    expect([...winners].sort()).toEqual(['10', '2'])
  })

  it('finds the file before or after the options, and by its ending in any case', async () => {
    const loud = file('LOUD.BLT', '1 1\n1 1 0\n0\n"A"\n')
    const { code, out } = await kopradeWith(['count', '--method', 'borda', loud], {})
    expect([code, JSON.parse(out).winners]).toEqual([0, ['1']])
  })
})

describe('what can’t be counted ends with 2, in words', () => {
  it.each([
    ['a.blt', '3 2\n1 1 0\n1 9 0\n0', '--method borda', 'a.blt, line 3: “9” stands where a candidate from 1 to 3 is expected.'],
    ['b.toi', '# NUMBER ALTERNATIVES: 2\n1: 1,7\n', '--method borda', 'b.toi, line 2: “7” is no alternative'],
    ['c.pb', 'META\nkey;value\nnum_votes;x\n', '--method greedy', /c\.pb, line \d+: \S/],
    ['d.blt', '', '--method borda', 'd.blt, line 1: The file ends before'],
    ['e.txt', '3 2', '--method borda', 'e.txt is none of the files that are read: .pb, .soc'],
    ['f.blt', '1 1\n1 1 0\n0\n"A"', '--method fastest', '--method is “fastest”, none of greedy, equal-shares,'],
    ['g.blt', '1 1\n1 1 0\n0\n"A"', '--method borda --seats 0', '--seats is “0”, not a number from 1'],
    ['h.blt', '1 1\n1 1 0\n0\n"A"', '--method schulze --strength ratio', '--strength is “ratio”, none of winning-votes, margins.'],
    ['i.blt', '1 1\n1 1 0\n0\n"A"', '--method borda --parity sector', '--parity is “sector”, not such as'],
    ['j.blt', '1 1\n1 1 0\n0\n"A"', '--method borda --parity sector=a,b', 'no column “sector”'],
    ['k.blt', '1 1\n1 1 0\n0\n"A"', '--method score', 'Rankings give no points'],
    ['l.blt', '1 1\n1 1 0\n0\n"A"', '--method borda --tie-rule coin', '--tie-rule is “coin”, none of id, published.'],
  ])('%s %j %s', async (name, text, words, says) => {
    const { code, out, err } = await kopradeWith(['count', file(name, text), ...words.split(' ')], {})
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(says)
    expect(err).not.toMatch(/^\s+at /m)
  })

  it.each([
    ['count --method borda', 'The file is missing. Run ./koprade count --help.'],
    ['count none.blt --method borda', 'There is no file none.blt.'],
    ['count none.blt', '--method is missing.'],
    ['count a.blt b.blt --method borda', '“b.blt” is too much: count takes one file.'],
  ])('%s', async (words, says) => {
    const { code, out, err } = await koprade(words)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(says)
  })
})
