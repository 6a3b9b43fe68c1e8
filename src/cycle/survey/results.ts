import { questionsOf, valuesOf } from './questions.ts'
import { alone, type Cell, isWhole, SMALL, suppress } from './suppress.ts'
import type { Question, SurveyContent, Tally } from './tables.ts'
import { type Bin, binsOf } from './tally.ts'

/** One line of a question's results: an option, a step or a group of numbers, with how many. */
export type ResultRow = { value: number | Bin; cell: Cell; mean: number | null }

/** A question's results as everyone sees them. */
export type QuestionResult = {
  question: Question
  /** Of how many it was asked; null where that would tell a small group. */
  asked: number | null
  /** Nothing of it is shown: too few were asked, or whom it was asked is hidden itself. */
  hidden: boolean
  rows: ResultRow[]
  /** Those who were asked and did not answer; null where an answer was needed, and of several choices, where they chose none. */
  unanswered: Cell | null
  /** Of numbers; only where nothing is hidden, since a mean tells what is missing. */
  mean: number | null
}

const rounded = (value: number): number => Math.round(value * 100) / 100
const sumOf = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/**
 * The results with small groups hidden (suppress.ts). What is asked of some only has their number as its sum: where
 * the number that leads there is hidden, so is the whole question, else the one would tell the other.
 */
export function resultsOf(content: SurveyContent, tally: Tally): QuestionResult[] {
  const results: QuestionResult[] = []
  for (const question of questionsOf(content)) {
    const { asked, counts, sums } = tally.questions[String(question.number)] ?? { asked: 0, counts: [], sums: [] }
    const leadsHere = results.find((one) => one.question.number === question.condition?.question)
    const cell = leadsHere?.rows.find((row) => row.value === question.condition?.value)?.cell
    const hidden = (question.condition !== null && !(cell && 'shown' in cell)) || asked < SMALL
    if (hidden) results.push({ question, asked: null, hidden, rows: [], unanswered: null, mean: null })
    else results.push({ question, asked, hidden, ...rowsOf(question, asked, counts, sums) })
  }
  return results
}

function rowsOf(question: Question, asked: number, counts: number[], sums: number[]): Pick<QuestionResult, 'rows' | 'unanswered' | 'mean'> {
  if ('limit' in question) return { rows: [], unanswered: null, mean: null }
  const values: (number | Bin)[] = question.kind === 'number' ? binsOf(question) : valuesOf(question)
  if (question.kind === 'choices') {
    // Everyone is in each line, as one who chose it or one who did not.
    const cells = counts.map((chosen) => suppress([chosen, asked - chosen])[0] ?? alone(chosen))
    return { rows: values.map((value, index) => row(value, cells[index])), unanswered: null, mean: null }
  }
  const answered = sumOf(counts)
  // Where an answer was needed everyone knows that nobody is missing: that nought can hide nothing.
  const cells = suppress(question.required ? counts : [...counts, asked - answered])
  const means = isWhole(cells) && answered > 0
  return {
    rows: values.map((value, index) =>
      row(value, cells[index], means && question.kind === 'ranking' ? rounded((sums[index] ?? 0) / answered) : null),
    ),
    unanswered: question.required ? null : (cells.at(-1) ?? null),
    mean: means && question.kind === 'number' ? rounded((sums[0] ?? 0) / answered) : null,
  }
}

const row = (value: number | Bin, cell: Cell | undefined, mean: number | null = null): ResultRow => ({
  value,
  cell: cell ?? { hidden: 'small' },
  mean,
})
