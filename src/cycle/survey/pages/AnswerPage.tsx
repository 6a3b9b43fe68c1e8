import type { Fields } from '../../../platform/http/fields.ts'
import { type Language, plainText } from '../../../platform/languages/languages.ts'
import { formatNumber } from '../../../platform/languages/numbers.ts'
import type { Problem } from '../../../platform/refusal.ts'
import { ErrorSummary } from '../../../web/components/form.tsx'
import { Local } from '../../../web/components/Local.tsx'

import { pagesFor, questionsOf, rankField } from '../questions.ts'
import type { Question, SurveyContent, SurveyPage, TypedFields } from '../tables.ts'
import { answerTexts } from './answerTexts.ts'
import { QuestionField } from './QuestionField.tsx'

type Props = {
  content: SurveyContent
  typed: Fields
  page: SurveyPage['number']
  problems: readonly Problem[]
  language: Language
  /** Where the form goes. */
  action: string
  /** Answers of other pages that the form carries itself: a preview keeps nothing. */
  carried?: TypedFields
}

/** One page of a survey as it is answered. What may come up on it after an answer waits in a template for a script. */
export function AnswerPage({ content, typed, page, problems, language, action, carried = {} }: Props) {
  const t = answerTexts[language]
  const pages = pagesFor(content, typed)
  const index = pages.findIndex(({ number }) => number === page)
  const here = pages[index]
  if (!here) return null
  const form = { fields: typed, problems, language }
  const whole = content.pages.find(({ number }) => number === page)
  return (
    <>
      <div class="survey-progress">
        <p class="note" id="gaita">
          {t.pageOf(index + 1, pages.length)}
        </p>
        <progress max={pages.length} value={index + 1} aria-labelledby="gaita" />
      </div>
      <ErrorSummary form={form} />
      <form method="post" action={action} noValidate>
        {Object.entries(carried).flatMap(([name, values]) =>
          values.map((value) => <input type="hidden" key={`${name} ${value}`} name={name} value={value} />),
        )}
        {here.title ? (
          <h2 class="title2">
            <Local content={here.title} language={language} />
          </h2>
        ) : null}
        {(whole?.questions ?? []).map((question) =>
          here.questions.some(({ number }) => number === question.number) ? (
            <QuestionField key={question.number} question={question} form={form} />
          ) : (
            <Waiting key={question.number} question={question} page={here} typed={typed} language={language} />
          ),
        )}
        <div class="acts">
          <button type="submit" class="ds-button" name="action" value="next">
            {t.next}
          </button>
          {index > 0 ? (
            <button type="submit" class="ds-button" data-variant="secondary" name="action" value="back">
              {t.back}
            </button>
          ) : null}
        </div>
      </form>
    </>
  )
}

/** A question that is asked after a certain answer on this same page: a script shows it at once, the server after the turn. */
function Waiting({ question, page, typed, language }: { question: Question; page: SurveyPage; typed: Fields; language: Language }) {
  const { condition } = question
  if (!condition || !page.questions.some(({ number }) => number === condition.question)) return null
  return (
    <template data-if={`q${condition.question}`} data-is={condition.value}>
      <QuestionField question={question} form={{ fields: typed, problems: [], language }} />
    </template>
  )
}

/** All answers as they stand, page by page. */
export function Review({
  content,
  typed,
  language,
  editHref,
}: {
  content: SurveyContent
  typed: Fields
  language: Language
  /** The address of a page; null where nothing can be changed any more. */
  editHref: ((page: number) => string) | null
}) {
  const t = answerTexts[language]
  return (
    <>
      {pagesFor(content, typed).map((page, index) => (
        <section class="group" key={page.number} aria-label={t.pageOf(index + 1, pagesFor(content, typed).length)}>
          <dl class="facts wide">
            {page.questions.map((question) => (
              <div key={question.number}>
                <dt>
                  <Local content={question.title} language={language} quiet />
                </dt>
                <dd class="typed">{answerInWords(question, typed, language) || <span class="unknown">{t.noAnswer}</span>}</dd>
              </div>
            ))}
          </dl>
          {editHref ? (
            <p>
              <a href={editHref(page.number)}>{t.edit(index + 1)}</a>
            </p>
          ) : null}
        </section>
      ))}
    </>
  )
}

/** What was answered to a question, in words; options in the order chosen or ranked. */
function answerInWords(question: Question, typed: Fields, language: Language): string {
  const values = typed.all(`q${question.number}`).filter(Boolean)
  if (!('options' in question)) {
    const [value = ''] = values
    return question.kind === 'scale' || question.kind === 'number'
      ? /^-?\d+$/.test(value)
        ? formatNumber(language, Number(value))
        : value
      : value.trim()
  }
  const title = (number: number): string => plainText(question.options.find((option) => option.number === number)?.title, language)
  if (question.kind !== 'ranking') return values.map((value) => title(Number(value)) || value).join('; ')
  return question.options
    .map(({ number }) => ({ number, place: Number(typed.trimmed(rankField(question.number, number)) || Number.NaN) }))
    .filter(({ place }) => !Number.isNaN(place))
    .sort((a, b) => a.place - b.place)
    .map(({ number, place }) => `${place}. ${title(number)}`)
    .join('; ')
}

/** Does a survey ask for texts, which a moderator looks at? */
export const asksForTexts = (content: SurveyContent): boolean => questionsOf(content).some((question) => 'limit' in question)
