import { type Language, plainText } from '../../../platform/languages/languages.ts'
import { formatNumber, formatPercent } from '../../../platform/languages/numbers.ts'
import { address } from '../../../web/addresses.ts'
import { Local } from '../../../web/components/Local.tsx'
import { MadeUp } from '../../../web/components/MadeUp.tsx'
import { Written } from '../../../web/components/Written.tsx'
import { BarsDrawing } from '../../../web/drawing/BarsDrawing.tsx'
import { around, named } from '../../../web/named.ts'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { type PublishedSurvey, type StoredText, textsOf } from '../queries.ts'
import { questionsOf } from '../questions.ts'
import type { QuestionResult, ResultRow } from '../results.ts'
import { shownResults } from '../shownResults.ts'
import type { Cell } from '../suppress.ts'
import type { Question } from '../tables.ts'
import type { Bin } from '../tally.ts'
import { answerTexts } from './answerTexts.ts'
import { resultTexts } from './resultTexts.ts'
import { pathToSurvey, readSurveyAt, SurveyStatus } from './survey.tsx'

type Texts = { texts: StoredText[]; more: boolean }

/** A survey's results, question by question, as a chart and a table, and the ways to them as open data. */
export const surveyResultsPage: Handler<'surveyResults'> = async (visit) => {
  const { house, language, recall } = visit
  const survey = await readSurveyAt(visit)
  const results = await shownResults(house.db, recall, survey)
  const texts = results ? await publishedTexts(visit, survey) : new Map<number, Texts>()
  const t = resultTexts[language]
  return page(visit, {
    title: around(named(survey.content.title, language), t.title),
    path: [
      ...(await pathToSurvey(visit, survey)),
      { title: named(survey.content.title, language), href: address(language, 'survey', { survey: survey.id }) },
    ],
    children: (
      <>
        <div class="head tight">
          <p class="eyebrow">
            {answerTexts[language].results}
            <MadeUp when={survey.demonstration} language={language} />
          </p>
          <h1>
            <Local content={survey.content.title} language={language} />
          </h1>
          <p class="gap">
            <SurveyStatus survey={survey} language={language} />
          </p>
          <p class="lead">{leadOf(survey, results?.answers ?? null, language)}</p>
        </div>
        {results ? (
          <>
            {results.questions.map((result) => (
              <OneResult key={result.question.number} result={result} survey={survey} texts={texts} language={language} />
            ))}
            <section class="sec" aria-labelledby="skaitli">
              <h2 id="skaitli">{t.notes}</h2>
              <div class="prose">
                <p>{t.smallNote}</p>
                <p>{t.meanNote}</p>
              </div>
            </section>
            <OpenData survey={survey} language={language} />
          </>
        ) : null}
      </>
    ),
  })
}

function leadOf(survey: PublishedSurvey, answers: number | null, language: Language): string {
  const t = resultTexts[language]
  if (survey.state === 'closed') return t.lead(survey.answers)
  if (answers !== null) return t.during(answers)
  return survey.resultsDuring ? t.tooFewYet : answerTexts[language].resultsAfter
}

/** The texts that were let through, of each question that asks for one. */
async function publishedTexts(visit: AnyVisit, survey: PublishedSurvey): Promise<Map<number, Texts>> {
  const after = visit.query.get('after') ?? ''
  const of = Number(visit.query.get('question') ?? Number.NaN)
  const asking = questionsOf(survey.content).filter((question) => 'limit' in question)
  const pages = await Promise.all(
    asking.map(
      async ({ number }): Promise<[number, Texts]> => [
        number,
        await textsOf(visit.house.db, survey.id, { visibility: 'published', question: number, after: number === of ? after : '' }),
      ],
    ),
  )
  return new Map(pages)
}

/** A number of people in words: itself, or how it is hidden. */
export function cellInWords(cell: Cell, language: Language): string {
  const t = resultTexts[language]
  return 'shown' in cell ? formatNumber(language, cell.shown) : cell.hidden === 'small' ? t.small : t.withIt
}

/** An answer by its value: an option's words, a step, or a group of numbers. */
export function valueInWords(question: Question, value: number | Bin, language: Language): string {
  const t = resultTexts[language]
  if (typeof value !== 'number') {
    const [from, below] = [value.from, value.below]
    if (from === null) return t.below(formatNumber(language, below ?? 0))
    if (below === null) return t.from(formatNumber(language, from))
    return below - from === 1 ? formatNumber(language, from) : t.between(formatNumber(language, from), formatNumber(language, below - 1))
  }
  if ('options' in question) return plainText(question.options.find(({ number }) => number === value)?.title, language)
  const label =
    question.kind === 'scale' ? (value === question.from ? question.fromLabel : value === question.to ? question.toLabel : null) : null
  return label ? `${value} – ${plainText(label, language)}` : String(value)
}

type OneProps = { result: QuestionResult; survey: PublishedSurvey; texts: ReadonlyMap<number, Texts>; language: Language }

function OneResult({ result, survey, texts, language }: OneProps) {
  const t = resultTexts[language]
  const { question, asked, hidden, mean } = result
  const id = `j${question.number}`
  const { condition } = question
  const earlier = condition && questionsOf(survey.content).find(({ number }) => number === condition.question)
  return (
    <section class="sec" aria-labelledby={id}>
      <h2 id={id}>
        <Local content={question.title} language={language} quiet />
      </h2>
      <div>
        {condition && earlier ? (
          <p class="note">{t.askedIf(plainText(earlier.title, language), valueInWords(earlier, condition.value, language))}</p>
        ) : null}
        {hidden ? <p class="unknown">{t.hidden}</p> : null}
        {asked === null ? null : <p class="meta">{t.asked(asked)}</p>}
        {mean === null ? null : <p>{t.mean(formatNumber(language, mean))}</p>}
        {result.rows.length ? <Chart result={result} language={language} /> : null}
        {!hidden && 'limit' in question ? (
          <InWords survey={survey} number={question.number} page={texts.get(question.number)} language={language} />
        ) : null}
      </div>
    </section>
  )
}

function Chart({ result, language }: { result: QuestionResult; language: Language }) {
  const t = resultTexts[language]
  const { question, rows, unanswered, asked } = result
  const all: { words: string; row: ResultRow | null; cell: Cell }[] = [
    ...rows.map((row) => ({ words: valueInWords(question, row.value, language), row, cell: row.cell })),
    ...(unanswered && !('shown' in unanswered && unanswered.shown === 0) ? [{ words: t.unanswered, row: null, cell: unanswered }] : []),
  ]
  const ranking = question.kind === 'ranking'
  const counted = ranking ? t.firsts : t.count
  const means = ranking && rows.some(({ mean }) => mean !== null)
  return (
    <>
      <BarsDrawing
        id={`d${question.number}`}
        title={`${plainText(question.title, language)}: ${counted}`}
        bars={all.map(({ words, row, cell }) => ({
          label: words,
          value: 'shown' in cell ? cell.shown : 0,
          colour: row ? ('fa' as const) : ('fg' as const),
          said: cellInWords(cell, language),
        }))}
      />
      <details class="ds-details">
        <summary>{t.table}</summary>
        <table class="ds-table">
          <caption>{asked === null ? counted : `${counted}. ${t.asked(asked)}`}</caption>
          <thead>
            <tr>
              <th scope="col">{t.answer}</th>
              <th scope="col" class="n">
                {counted}
              </th>
              <th scope="col" class="n">
                {means ? t.meanPlace : t.share}
              </th>
            </tr>
          </thead>
          <tbody>
            {all.map(({ words, row, cell }) => (
              <tr key={words}>
                <th scope="row">{row ? <Value question={question} row={row} language={language} /> : words}</th>
                <td class="n">{cellInWords(cell, language)}</td>
                <td class="n">{means ? meanOf(row, language) : shareOf(cell, asked, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}

/** An option in the language it is written in; other values are words of the page. */
function Value({ question, row, language }: { question: Question; row: ResultRow; language: Language }) {
  const option = 'options' in question ? question.options.find(({ number }) => number === row.value) : null
  return option ? <Local content={option.title} language={language} quiet /> : <span>{valueInWords(question, row.value, language)}</span>
}

const meanOf = (row: ResultRow | null, language: Language): string =>
  row?.mean === null || row === null ? '–' : formatNumber(language, row.mean)

const shareOf = (cell: Cell, asked: number | null, language: Language): string =>
  'shown' in cell && asked ? formatPercent(language, Math.round((cell.shown * 100) / asked)) : '–'

type WordsProps = { survey: PublishedSurvey; number: number; page: Texts | undefined; language: Language }

function InWords({ survey, number, page: found, language }: WordsProps) {
  const t = resultTexts[language]
  if (!found?.texts.length) return <p class="unknown">{t.noTexts}</p>
  const last = found.texts.at(-1)
  const more = new URLSearchParams({ question: String(number), after: last?.id ?? '' })
  return (
    <>
      <ul class="rows">
        {found.texts.map((text) => (
          <li key={text.id}>
            <Written text={text.body} written={text.language} language={language} quiet />
          </li>
        ))}
      </ul>
      {found.more ? (
        <p>
          <a href={`${address(language, 'surveyResults', { survey: survey.id })}?${more}#j${number}`}>{t.moreTexts}</a>
        </p>
      ) : null}
    </>
  )
}

function OpenData({ survey, language }: { survey: PublishedSurvey; language: Language }) {
  const t = resultTexts[language]
  const at = { survey: survey.id }
  return (
    <section class="sec" aria-labelledby="dati">
      <h2 id="dati">{t.data}</h2>
      <div>
        <p class="note">{t.dataLead}</p>
        <ul class="link-list">
          <li>
            <a href={address(language, 'surveyResultsCsv', at)}>{t.resultsCsv}</a>
          </li>
          <li>
            <a href={address(language, 'surveyResultsJson', at)}>{t.resultsJson}</a>
          </li>
          {survey.openAnswers && survey.state === 'closed' ? (
            <>
              <li>
                <a href={address(language, 'surveyAnswersCsv', at)}>{t.answersCsv}</a>
              </li>
              <li>
                <a href={address(language, 'surveyAnswersJson', at)}>{t.answersJson}</a>
              </li>
            </>
          ) : null}
        </ul>
      </div>
    </section>
  )
}
