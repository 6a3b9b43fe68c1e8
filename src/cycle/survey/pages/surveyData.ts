import { pipeline, Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { LocalText } from '../../../platform/languages/languages.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { attachment } from '../../../web/fileAnswer.ts'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { binWords, type Column, columnsOf, LEAST_FOR_ROWS } from '../openAnswers.ts'
import { saying, surveyProblems } from '../problemTexts.ts'
import { allAnswers, type PublishedSurvey } from '../queries.ts'
import type { QuestionResult, ResultRow } from '../results.ts'
import { type ShownResults, shownResults } from '../shownResults.ts'
import type { Cell } from '../suppress.ts'
import { readSurveyAt } from './survey.tsx'

/* A survey as open data. The columns and their values: docs/data-dictionary.md. */

async function resultsIn(visit: AnyVisit): Promise<{ survey: PublishedSurvey; results: ShownResults }> {
  const survey = await readSurveyAt(visit)
  const results = await shownResults(visit.house.db, visit.recall, survey)
  if (!results) throw new Refusal(403, saying('resultsLater'))
  return { survey, results }
}

const titles = (title: LocalText | null | undefined) => ({ lv: title?.lv?.text ?? null, en: title?.en?.text ?? null })

const countOf = (cell: Cell): number | null => ('shown' in cell ? cell.shown : null)
const hiddenAs = (cell: Cell): string | null => ('shown' in cell ? null : cell.hidden === 'small' ? 'small' : 'with-small')

const optionOf = ({ question }: QuestionResult, value: ResultRow['value']): LocalText | null =>
  'options' in question ? (question.options.find(({ number }) => number === value)?.title ?? null) : null

const answerOf = (value: ResultRow['value']): string => (typeof value === 'number' ? String(value) : binWords(value))

type ResultLine = Record<(typeof resultColumns)[number], string | number | null>
const resultColumns = [
  'question',
  'kind',
  'question_lv',
  'question_en',
  'asked_if',
  'asked',
  'answer',
  'answer_lv',
  'answer_en',
  'count',
  'hidden',
  'mean',
] as const

function linesOf(result: QuestionResult): ResultLine[] {
  const { question, asked, mean, unanswered } = result
  const { condition } = question
  const about = {
    question: question.number,
    kind: question.kind,
    question_lv: question.title.lv?.text ?? null,
    question_en: question.title.en?.text ?? null,
    asked_if: condition ? `q${condition.question}=${condition.value}` : null,
    asked,
    mean: null,
  }
  const line = (answer: string | null, title: LocalText | null, cell: Cell | null, of: number | null): ResultLine => ({
    ...about,
    answer,
    answer_lv: title?.lv?.text ?? null,
    answer_en: title?.en?.text ?? null,
    count: cell && countOf(cell),
    hidden: cell ? hiddenAs(cell) : result.hidden ? 'question' : null,
    mean: of,
  })
  if (!result.rows.length) return [line(null, null, null, null)]
  return [
    ...result.rows.map((row) => line(answerOf(row.value), optionOf(result, row.value), row.cell, row.mean)),
    ...(unanswered ? [line('none', null, unanswered, mean)] : []),
  ]
}

/** The results as a table: a line for each answer that was offered. */
export const surveyResultsCsv: Handler<'surveyResultsCsv'> = async (visit) => {
  const { survey, results } = await resultsIn(visit)
  return csv(visit, `rezultati-${survey.id}`, resultColumns, Readable.from(results.questions.flatMap(linesOf)))
}

/** The same, question by question. */
export const surveyResultsJson: Handler<'surveyResultsJson'> = async (visit) => {
  const { survey, results } = await resultsIn(visit)
  const body = {
    survey: survey.id,
    plan: survey.planId,
    title: titles(survey.content.title),
    answers: results.answers,
    final: survey.state === 'closed',
    demonstration: survey.demonstration,
    questions: results.questions.map((result) => ({
      number: result.question.number,
      kind: result.question.kind,
      title: titles(result.question.title),
      askedIf: result.question.condition,
      asked: result.asked,
      hidden: result.hidden,
      mean: result.mean,
      answers: result.rows.map((row) => ({
        value: answerOf(row.value),
        title: titles(optionOf(result, row.value)),
        count: countOf(row.cell),
        hidden: hiddenAs(row.cell),
        meanPlace: row.mean,
      })),
      unanswered: result.unanswered && { count: countOf(result.unanswered), hidden: hiddenAs(result.unanswered) },
    })),
  }
  return new Response(JSON.stringify(body, null, 1), { headers: headersOf(visit, 'application/json', `rezultati-${survey.id}.json`) })
}

/** Single answers are given away after the end, where the secretariat has said so and there are enough of them. */
async function rowsIn(visit: AnyVisit): Promise<{ survey: PublishedSurvey; columns: Column[] }> {
  const { survey, results } = await resultsIn(visit)
  if (!survey.openAnswers) throw new Refusal(403, saying('notGivenAway'))
  if (survey.state !== 'closed' || survey.answers < LEAST_FOR_ROWS)
    throw new Refusal(403, (language) => surveyProblems[language].tooFew(LEAST_FOR_ROWS))
  return { survey, columns: columnsOf(survey.content, results.questions) }
}

async function* rowsOf(visit: AnyVisit, { id }: PublishedSurvey, columns: readonly Column[]): AsyncGenerator<Record<string, string>> {
  for await (const part of allAnswers(visit.house.db, id))
    for (const { answers } of part) yield Object.fromEntries(columns.map(({ name, of }) => [name, of(answers)]))
}

/** The single answers, without texts and without anything that the results hide; in an order made by chance. */
export const surveyAnswersCsv: Handler<'surveyAnswersCsv'> = async (visit) => {
  const { survey, columns } = await rowsIn(visit)
  const names = columns.map(({ name }) => name)
  return csv(visit, `atbildes-${survey.id}`, names, Readable.from(rowsOf(visit, survey, columns)))
}

export const surveyAnswersJson: Handler<'surveyAnswersJson'> = async (visit) => {
  const { survey, columns } = await rowsIn(visit)
  async function* text(): AsyncGenerator<string> {
    yield '['
    let first = true
    for await (const row of rowsOf(visit, survey, columns)) {
      yield `${first ? '' : ','}\n${JSON.stringify(row)}`
      first = false
    }
    yield '\n]\n'
  }
  const stream = Readable.toWeb(Readable.from(text()).map((chunk: string) => Buffer.from(chunk))) as ReadableStream
  return new Response(stream, { headers: headersOf(visit, 'application/json', `atbildes-${survey.id}.json`) })
}

const headersOf = ({ language }: AnyVisit, mediaType: string, name: string): Record<string, string> => ({
  'Content-Type': `${mediaType}; charset=utf-8`,
  'Content-Disposition': attachment(name),
  'Cache-Control': 'private, no-cache',
  'Content-Language': language,
})

function csv(visit: AnyVisit, name: string, columns: readonly string[], rows: Readable): Response {
  const lines = stringify({ header: true, columns: [...columns], record_delimiter: '\r\n', bom: true, escape_formulas: true })
  // Who goes away in the middle ends the reading too; a fault breaks the answer off.
  pipeline(rows, lines, () => undefined)
  return new Response(Readable.toWeb(lines) as ReadableStream, { headers: headersOf(visit, 'text/csv', `${name}.csv`) })
}
