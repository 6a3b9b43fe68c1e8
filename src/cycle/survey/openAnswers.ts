import { questionsOf } from './questions.ts'
import type { QuestionResult, ResultRow } from './results.ts'
import type { Cell } from './suppress.ts'
import type { Answers, Question, SurveyContent } from './tables.ts'
import { type Bin, binOf, binsOf, wasAsked } from './tally.ts'

/** Single answers are given away when there are at least so many of them. */
export const LEAST_FOR_ROWS = 30

/** In a row: not shown, since it would tell a small group; not asked of this person. */
export const NOT_SHOWN = '*'
export const NOT_ASKED = '-'

/** A column of the single answers. */
export type Column = { name: string; of: (answers: Answers) => string }

/** A group of numbers as data: `1..9`, `..0` below one, `1000..`. */
export const binWords = ({ from, below }: Bin): string => `${from ?? ''}..${below === null ? '' : below - 1}`

const isShown = (cell: Cell | null | undefined): boolean => cell != null && 'shown' in cell

/**
 * The columns of single answers, without texts. What the results hide is hidden here too, value by value, so that
 * counting the rows tells no more than the results do: a hidden option is `*` in every row, as is no answer where
 * its number is hidden. Numbers stand in the groups in which they are counted, of a ranking the first place; a question
 * that is hidden as a whole has no column.
 */
export function columnsOf(content: SurveyContent, results: readonly QuestionResult[]): Column[] {
  return questionsOf(content).flatMap((question): Column[] => {
    const result = results.find((one) => one.question.number === question.number)
    if (!result || result.hidden || 'limit' in question) return []
    const asked =
      (of: Column['of']): Column['of'] =>
      (answers) =>
        wasAsked(question, answers) ? of(answers) : NOT_ASKED
    if (question.kind === 'choices')
      return result.rows.map((row) => ({
        name: `q${question.number}_${row.value}`,
        of: asked((answers) => (isShown(row.cell) ? (valuesIn(answers, question).includes(Number(row.value)) ? '1' : '0') : NOT_SHOWN)),
      }))
    return [{ name: `q${question.number}`, of: asked((answers) => oneValue(question, result, answers)) }]
  })
}

const valuesIn = (answers: Answers, { number }: Question): number[] => answers[String(number)] ?? []

function oneValue(question: Question, result: QuestionResult, answers: Answers): string {
  const [value] = valuesIn(answers, question)
  if (value === undefined) return isShown(result.unanswered) ? '' : NOT_SHOWN
  const row: ResultRow | undefined =
    question.kind === 'number' ? result.rows[binOf(binsOf(question), value)] : result.rows.find((one) => one.value === value)
  if (!row || !isShown(row.cell)) return NOT_SHOWN
  return typeof row.value === 'number' ? String(row.value) : binWords(row.value)
}
