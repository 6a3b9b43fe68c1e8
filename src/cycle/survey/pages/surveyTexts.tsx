import { allow } from '../../../people/index.ts'
import type { Fields } from '../../../platform/http/fields.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { notFound, wrongField } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../../web/answerForm.ts'
import { ErrorSummary, Messages, Select } from '../../../web/components/form.tsx'
import { HiddenFields } from '../../../web/components/HiddenFields.tsx'
import { Local } from '../../../web/components/Local.tsx'
import { Written } from '../../../web/components/Written.tsx'
import { named } from '../../../web/named.ts'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { type Judgement, judgeTexts } from '../judgeTexts.ts'
import { surveyPolicy } from '../policy.ts'
import { saying } from '../problemTexts.ts'
import { type PublishedSurvey, type StoredText, textsOf } from '../queries.ts'
import { questionsOf } from '../questions.ts'
import { reasonNames } from '../surveyWords.ts'
import { hidingReasons, type TextVisibility, textVisibilities } from '../tables.ts'
import { editTexts } from './editTexts.ts'
import { readSurveyAt } from './survey.tsx'

type Looking = { survey: PublishedSurvey; visibility: TextVisibility; question: number; after: string }

async function lookingAt(visit: AnyVisit): Promise<Looking> {
  allow(surveyPolicy.judgeTexts, visit.actor, undefined)
  const { query } = visit
  const survey = await readSurveyAt(visit)
  const asking = questionsOf(survey.content).filter((question) => 'limit' in question)
  const question = asking.find(({ number }) => String(number) === query.get('question')) ?? asking[0]
  if (!question) throw notFound()
  return {
    survey,
    visibility: textVisibilities.find((one) => one === query.get('show')) ?? 'waiting',
    question: question.number,
    after: query.get('after') ?? '',
  }
}

const hrefOf = (language: Language, { survey, visibility, question }: Looking, more: Record<string, string> = {}): string =>
  `${address(language, 'surveyTexts', { survey: survey.id })}?${new URLSearchParams({ question: String(question), show: visibility, ...more })}`

/** What people wrote in their answers, for those who look at it before everyone sees it. */
export const showSurveyTexts: Handler<'surveyTexts'> = async (visit) => draw(visit, await lookingAt(visit), opened())

export const sendSurveyTexts: Handler<'surveyTexts'> = async (visit) => {
  const looking = await lookingAt(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      await judgeTexts(house, visit.actor, looking.survey.id, fields.all('texts'), readJudgement(fields))
      return hrefOf(visit.language, looking, { done: '1' })
    },
    (drawn) => draw(visit, looking, drawn),
  )
}

function readJudgement(fields: Fields): Judgement {
  if (fields.trimmed('action') !== 'hide') return { show: true }
  const reason = hidingReasons.find((one) => one === fields.trimmed('reason'))
  if (!reason) throw wrongField('reason', saying('chooseReason'))
  return { show: false, reason }
}

async function draw(visit: AnyVisit, looking: Looking, drawn: Drawn): Promise<Response> {
  const { language, house, query } = visit
  const t = editTexts[language]
  const { survey } = looking
  const { texts, more } = await textsOf(house.db, survey.id, looking)
  const form = stateOf(visit, drawn)
  const last = texts.at(-1)
  return page(
    visit,
    {
      title: t.judgeTitle,
      hasErrors: drawn.problems.length > 0,
      path: [{ title: named(survey.content.title, language), href: address(language, 'survey', { survey: survey.id }) }],
      search: `?${query}`,
      children: (
        <>
          <div class="head tight">
            <h1>{t.judgeTitle}</h1>
            <p class="lead">{t.judgeLead}</p>
            {query.has('done') && drawn.status === 200 ? <p role="status">{t.judged}</p> : null}
          </div>
          <Ways looking={looking} language={language} />
          <ErrorSummary form={form} />
          {texts.length ? (
            <form method="post" action={hrefOf(language, looking)} noValidate>
              <HiddenFields form={form} version={null} />
              <Messages form={form} name="texts" />
              <ul class="rows" id="texts">
                {texts.map((text) => (
                  <OneText key={text.id} text={text} chosen={drawn.fields.all('texts')} language={language} />
                ))}
              </ul>
              {looking.visibility === 'hidden' ? null : (
                <Select
                  form={form}
                  name="reason"
                  label={t.hideReason}
                  choices={hidingReasons.map((value) => ({ value, label: reasonNames[language][value] }))}
                  empty={t.chooseReason}
                />
              )}
              <div class="acts">
                {looking.visibility === 'published' ? null : (
                  <button type="submit" class="ds-button" name="action" value="show">
                    {t.show}
                  </button>
                )}
                {looking.visibility === 'hidden' ? null : (
                  <button type="submit" class="ds-button" data-variant="secondary" name="action" value="hide">
                    {t.hide}
                  </button>
                )}
              </div>
            </form>
          ) : (
            <p class="unknown">{t.noTexts}</p>
          )}
          {more && last ? (
            <p class="gap">
              <a href={hrefOf(language, looking, { after: last.id })}>{t.more}</a>
            </p>
          ) : null}
        </>
      ),
    },
    drawn.status,
  )
}

/** The ways to the other questions and the other texts. */
function Ways({ looking, language }: { looking: Looking; language: Language }) {
  const t = editTexts[language]
  const words = { waiting: t.waiting, published: t.shown, hidden: t.hidden }
  const asking = questionsOf(looking.survey.content).filter((question) => 'limit' in question)
  return (
    <nav aria-label={t.which} class="gap">
      <ul class="link-list">
        {asking.map(({ number, title }) => (
          <li key={number}>
            <a
              href={hrefOf(language, { ...looking, question: number })}
              {...(number === looking.question ? { 'aria-current': 'true' as const } : {})}
            >
              <Local content={title} language={language} quiet />
            </a>
          </li>
        ))}
      </ul>
      <p class="acts">
        {textVisibilities.map((visibility) => (
          <a
            key={visibility}
            href={hrefOf(language, { ...looking, visibility })}
            {...(visibility === looking.visibility ? { 'aria-current': 'true' as const } : {})}
          >
            {words[visibility]}
          </a>
        ))}
      </p>
    </nav>
  )
}

function OneText({ text, chosen, language }: { text: StoredText; chosen: readonly string[]; language: Language }) {
  return (
    <li>
      <label class="opt">
        <input type="checkbox" name="texts" value={text.id} checked={chosen.includes(text.id)} />
        <span>{editTexts[language].tick}</span>
      </label>
      <Written text={text.body} written={text.language} language={language} quiet />
      {text.hidingReason ? <p class="meta">{reasonNames[language][text.hidingReason]}</p> : null}
    </li>
  )
}
