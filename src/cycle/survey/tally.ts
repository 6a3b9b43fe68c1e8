import type { Database } from '../../platform/database/database.ts'
import { allAnswers } from './queries.ts'
import { questionsOf, valuesOf } from './questions.ts'
import type { Answers, Question, SurveyContent, Tally } from './tables.ts'

/** While a survey is open its results are renewed after so many further answers, and after a tenth more of them. */
const STEP = 10

/** Numbers that are counted together: from one on, below another; null where there is no end. */
export type Bin = { from: number | null; below: number | null }

const MOST_BINS = 7

/** The groups of numbers in which answers are counted: single numbers where there are few, else equal stretches; decades without bounds. */
export function binsOf({ least, most }: { least: number | null; most: number | null }): Bin[] {
  if (least === null || most === null)
    return [1, 10, 100, 1000, null].map((below, index, all) => ({ from: index ? (all[index - 1] ?? null) : null, below }))
  const width = most - least < MOST_BINS ? 1 : Math.ceil((most - least + 1) / MOST_BINS)
  const bins = Math.ceil((most - least + 1) / width)
  return Array.from({ length: bins }, (_, index) => ({
    from: least + index * width,
    below: Math.min(most + 1, least + (index + 1) * width),
  }))
}

/** In which group a number is counted. */
export const binOf = (bins: readonly Bin[], value: number): number =>
  bins.findIndex(({ from, below }) => (from === null || value >= from) && (below === null || value < below))

/** Was a question asked of someone who answered so? */
export const wasAsked = ({ condition }: Question, answers: Answers): boolean =>
  !condition || (answers[String(condition.question)] ?? []).includes(condition.value)

const groupsOf = (question: Question): number => (question.kind === 'number' ? binsOf(question).length : valuesOf(question).length)

const nothing = (content: SurveyContent): Tally => ({
  answers: 0,
  questions: Object.fromEntries(
    questionsOf(content).map((question) => [
      String(question.number),
      { asked: 0, counts: Array.from({ length: groupsOf(question) }, () => 0), sums: Array.from({ length: groupsOf(question) }, () => 0) },
    ]),
  ),
})

/**
 * Counts all answers to a survey, question by question: how many were asked, how many chose each option, ranked each
 * first, or named a number of each group; sums of places and of numbers for the means. Texts are not counted here.
 */
export async function tallyOf(db: Database, { id, content }: { id: number; content: SurveyContent }): Promise<Tally> {
  const tally = nothing(content)
  for await (const rows of allAnswers(db, id))
    for (const { answers } of rows) {
      tally.answers += 1
      for (const question of questionsOf(content)) count(tally, question, answers)
    }
  return tally
}

const add = (list: number[], index: number, value: number): void => {
  if (index >= 0 && index < list.length) list[index] = (list[index] ?? 0) + value
}

function count(tally: Tally, question: Question, answers: Answers): void {
  const of = tally.questions[String(question.number)]
  if (!of || !wasAsked(question, answers)) return
  of.asked += 1
  const values = answers[String(question.number)] ?? []
  const offered = valuesOf(question)
  if (question.kind === 'number') {
    const [value] = values
    if (value === undefined) return
    add(of.counts, binOf(binsOf(question), value), 1)
    add(of.sums, 0, value)
  } else if (question.kind === 'ranking') {
    values.forEach((option, place) => {
      add(of.sums, offered.indexOf(option), place + 1)
      if (place === 0) add(of.counts, offered.indexOf(option), 1)
    })
  } else for (const value of values) add(of.counts, offered.indexOf(value), 1)
}

/** Have enough answers come since the results were last renewed? Single answers can't be told from two sights of them. */
export const isDue = (answers: number, shown: Tally | null): boolean =>
  answers >= (shown?.answers ?? 0) + Math.max(STEP, Math.floor((shown?.answers ?? 0) / 10))
