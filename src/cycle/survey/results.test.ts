import { describe, expect, it } from 'vitest'
import { localText } from '../../platform/languages/languages.ts'
import { columnsOf } from './openAnswers.ts'
import { resultsOf } from './results.ts'
import type { Answers, Question, SurveyContent, Tally } from './tables.ts'
import { binOf, binsOf, isDue } from './tally.ts'

const options = (count: number) => Array.from({ length: count }, (_, index) => ({ number: index + 1, title: localText(`${index + 1}`) }))
const common = { hint: null, required: true, condition: null }
const first: Question = { ...common, number: 1, kind: 'choice', title: localText('Pirmais'), options: options(3) }
const second: Question = {
  ...common,
  number: 2,
  kind: 'choice',
  title: localText('Otrais'),
  options: options(2),
  condition: { question: 1, value: 1 },
}
const survey = (...questions: Question[]): SurveyContent => ({
  title: localText('Aptauja'),
  introduction: null,
  thanks: null,
  pages: [{ number: 1, title: null, questions }],
})

const of = (asked: number, counts: number[], sums: number[] = []) => ({ asked, counts, sums })

describe('what is shown of a survey', () => {
  const content = survey(first, second)

  /** All who answered, by how: first 1 and second 1, first 1 and second 2, first 2, first 3. */
  const ways: readonly Answers[] = [{ 1: [1], 2: [1] }, { 1: [1], 2: [2] }, { 1: [2] }, { 1: [3] }]
  type Counts = readonly [number, number, number, number]

  function everything(counts: Counts): string {
    const [a, b, c, d] = counts
    const answers = a + b + c + d
    const tally: Tally = { answers, questions: { 1: of(answers, [a + b, c, d]), 2: of(a + b, [a, b]) } }
    const results = resultsOf(content, tally)
    const columns = columnsOf(content, results)
    // The order of rows is chance, so how many there are of each kind is all that they tell.
    const rows = ways.flatMap((way, index) =>
      Array.from({ length: counts[index] ?? 0 }, () => columns.map((column) => column.of(way)).join()),
    )
    return JSON.stringify([results.map(({ question: _, ...shown }) => shown), rows.sort()])
  }

  it.each([5, 6, 9, 10, 14, 21, 30])('of %i answers nobody can tell a group of 1–4 from all sums and all rows together', (answers) => {
    const alike = new Map<string, Counts[]>()
    for (let a = 0; a <= answers; a++)
      for (let b = 0; a + b <= answers; b++)
        for (let c = 0; a + b + c <= answers; c++) {
          const counts: Counts = [a, b, c, answers - a - b - c]
          const seen = everything(counts)
          alike.set(seen, [...(alike.get(seen) ?? []), counts])
        }
    const groups: ((counts: Counts) => number)[] = [
      ([a, b]) => a + b,
      (counts) => counts[2],
      (counts) => counts[3],
      ([a]) => a,
      ([, b]) => b,
    ]
    for (const found of alike.values())
      for (const group of groups) {
        const [value = 0, ...others] = [...new Set(found.map(group))]
        if (others.length === 0 && value > 0 && value < 5) expect.fail(`${JSON.stringify(found[0])} tells a group of ${value}`)
      }
  })

  it('hides a question whose number of people would tell what is hidden before it', () => {
    const results = resultsOf(content, { answers: 40, questions: { 1: of(40, [6, 31, 3]), 2: of(6, [6, 0]) } })
    expect(results[0]?.rows.map(({ cell }) => cell)).toEqual([{ hidden: 'with it' }, { shown: 31 }, { hidden: 'with it' }])
    expect(results[1]).toMatchObject({ hidden: true, asked: null, rows: [] })
  })

  it('shows of how many a conditional question was asked', () => {
    const results = resultsOf(content, { answers: 40, questions: { 1: of(40, [20, 20, 0]), 2: of(20, [14, 6]) } })
    expect(results[1]).toMatchObject({ hidden: false, asked: 20, rows: [{ cell: { shown: 14 } }, { cell: { shown: 6 } }] })
  })

  it('shows nothing of fewer than five answers', () => {
    const results = resultsOf(content, { answers: 4, questions: { 1: of(4, [4, 0, 0]), 2: of(4, [4, 0]) } })
    expect(results.every(({ hidden }) => hidden)).toBe(true)
  })
})

describe('each kind of question', () => {
  it('several choices: each is hidden when those who chose it, or those who did not, are few', () => {
    const content = survey({ ...first, kind: 'choices' })
    const [result] = resultsOf(content, { answers: 20, questions: { 1: of(20, [10, 3, 18]) } })
    expect(result?.rows.map(({ cell }) => 'shown' in cell)).toEqual([true, false, false])
  })

  it('a ranking: first places, and mean places only where nothing is hidden', () => {
    const content = survey({ ...first, kind: 'ranking' })
    const shown = resultsOf(content, { answers: 20, questions: { 1: of(20, [10, 5, 5], [30, 44, 46]) } })
    expect(shown[0]?.rows.map(({ mean }) => mean)).toEqual([1.5, 2.2, 2.3])
    const hidden = resultsOf(content, { answers: 20, questions: { 1: of(20, [10, 8, 2], [30, 44, 46]) } })
    expect(hidden[0]?.rows.every(({ mean }) => mean === null)).toBe(true)
  })

  it('numbers stand in groups that cover all that may be answered', () => {
    for (const bounds of [
      { least: 0, most: 20 },
      { least: 1, most: 5 },
      { least: null, most: null },
      { least: -10, most: 1000 },
    ]) {
      const bins = binsOf(bounds)
      expect(bins.length).toBeLessThanOrEqual(7)
      for (const value of [bounds.least ?? -5, bounds.most ?? 12345, 1.5, 4]) expect(binOf(bins, value)).toBeGreaterThanOrEqual(0)
    }
  })

  it('results of an open survey are renewed in steps of at least ten answers', () => {
    const shown = (answers: number): Tally => ({ answers, questions: {} })
    expect([isDue(9, null), isDue(10, null), isDue(19, shown(10)), isDue(20, shown(10))]).toEqual([false, true, false, true])
    expect([isDue(1050, shown(1000)), isDue(1100, shown(1000))]).toEqual([false, true])
  })
})
