import type { Fields } from '../../platform/http/fields.ts'
import type { Problem } from '../../platform/refusal.ts'
import { saying, surveyProblems } from './problemTexts.ts'
import { answerField, pagesFor, rankField, valuesOf } from './questions.ts'
import type { Answers, OptionQuestion, Question, SurveyContent } from './tables.ts'

/** What someone wrote to a question. */
export type AnswerText = { question: number; body: string }

/** Answers as they are stored: what was chosen, and texts apart from it. */
export type ReadAnswers = { answers: Answers; texts: AnswerText[]; problems: Problem[] }

/**
 * Reads the answers to all that is asked of someone who typed this, with what is wrong with them. What was typed to
 * questions that are not asked is dropped.
 */
export function readAnswers(content: SurveyContent, typed: Fields): ReadAnswers {
  return readQuestions(
    pagesFor(content, typed).flatMap(({ questions }) => questions),
    typed,
  )
}

/** The same for some of the questions, such as those of a page. */
export function readQuestions(questions: readonly Question[], typed: Fields): ReadAnswers {
  const read: ReadAnswers = { answers: {}, texts: [], problems: [] }
  for (const question of questions) {
    if ('limit' in question) readText(question, typed, read)
    else {
      const before = read.problems.length
      const values = readValues(question, typed, read.problems)
      if (values.length) read.answers[String(question.number)] = values
      else if (question.required && read.problems.length === before) read.problems.push(missing(question))
    }
  }
  return read
}

const missing = (question: Question): Problem => ({ field: firstField(question), say: saying('answerThis') })

/** The field that a mistake in an answer leads to. */
export const firstField = (question: Question): string =>
  question.kind === 'ranking' ? rankField(question.number, question.options[0]?.number ?? 1) : answerField(question.number)

function readText(question: Question & { limit: number }, typed: Fields, read: ReadAnswers): void {
  const field = answerField(question.number)
  const whole = typed.trimmed(field)
  const body = question.kind === 'short-text' ? whole.replaceAll('\n', ' ') : whole
  const count = [...body].length
  if (count > question.limit) read.problems.push({ field, say: (language) => surveyProblems[language].tooLong(question.limit, count) })
  else if (body) read.texts.push({ question: question.number, body })
  else if (question.required) read.problems.push(missing(question))
}

function readValues(question: Question, typed: Fields, problems: Problem[]): number[] {
  const field = answerField(question.number)
  const wrong = (key: Parameters<typeof saying>[0]): number[] => {
    problems.push({ field: firstField(question), say: saying(key) })
    return []
  }
  if (question.kind === 'ranking') return readRanking(question, typed, wrong)
  if (question.kind === 'number') return readNumber(question, typed, problems)
  const chosen = typed.all(field).filter(Boolean)
  const offered = valuesOf(question).map(String)
  if (chosen.some((value) => !offered.includes(value))) return wrong('chooseOffered')
  if (question.kind !== 'choices' && chosen.length > 1) return wrong('chooseOne')
  return offered.filter((value) => chosen.includes(value)).map(Number)
}

/** Options in the order of their places: each has one, or none has. */
function readRanking({ number, options }: OptionQuestion, typed: Fields, wrong: (key: Parameters<typeof saying>[0]) => number[]): number[] {
  const places = options.map((option) => ({ option: option.number, place: typed.trimmed(rankField(number, option.number)) }))
  if (places.every(({ place }) => !place)) return []
  const ordered = options.map((_, index) => places.filter(({ place }) => place === String(index + 1)))
  if (ordered.some((found) => found.length !== 1)) return wrong('rankAll')
  return ordered.flatMap((found) => found.map(({ option }) => option))
}

function readNumber({ number, least, most }: Question & { kind: 'number' }, typed: Fields, problems: Problem[]): number[] {
  const field = answerField(number)
  const text = typed.trimmed(field).replace('−', '-').replace(/\s/g, '').replace(',', '.')
  if (!text) return []
  if (!/^-?\d{1,9}(?:\.\d{1,4})?$/.test(text)) problems.push({ field, say: saying('aNumber') })
  else if (least !== null && Number(text) < least) problems.push({ field, say: (language) => surveyProblems[language].atLeast(least) })
  else if (most !== null && Number(text) > most) problems.push({ field, say: (language) => surveyProblems[language].atMost(most) })
  else return [Number(text)]
  return []
}
