import { Fields } from '../../../platform/http/fields.ts'
import { readFormWithoutFiles } from '../../../platform/http/readForm.ts'
import { type Problem, Refusal, wrongFields } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../../web/answerForm.ts'
import { ErrorSummary } from '../../../web/components/form.tsx'
import { Local } from '../../../web/components/Local.tsx'
import { LocalParagraphs } from '../../../web/components/LocalParagraphs.tsx'
import { PreviewBar, PublishForm } from '../../../web/components/PreviewBar.tsx'
import { page, seeOther } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { FormReader } from '../../plan/index.ts'
import { publishSurvey, readyToPublish } from '../publishSurvey.ts'
import type { Survey } from '../queries.ts'
import type { SurveyContent } from '../tables.ts'
import { mergedFields, type Place, placeIn, turn } from '../turning.ts'
import { AnswerPage, Review } from './AnswerPage.tsx'
import { answerTexts } from './answerTexts.ts'
import { editTexts } from './editTexts.ts'
import { readSurveyToEdit } from './surveyEdit.tsx'
import { pathToSurveys } from './surveyNew.tsx'

/** What would be published; null when the draft is not ready. */
const readyIn = (visit: AnyVisit, survey: Survey): Promise<SurveyContent | null> =>
  readyToPublish(visit.house, survey).then(
    ({ content }) => content,
    (error: unknown) => (error instanceof Refusal ? null : Promise.reject(error)),
  )

const backToForm = (visit: AnyVisit, survey: Survey): Response =>
  seeOther(`${address(visit.language, 'surveyEdit', { survey: survey.id })}${survey.content ? '' : '?check=1'}`)

/** A draft as those who answer would see it; where something is missing, the form that tells it. */
export const showSurveyPreview: Handler<'surveyPreview'> = async (visit) => {
  const survey = await readSurveyToEdit(visit)
  const content = survey.content ? null : await readyIn(visit, survey)
  if (!content) return backToForm(visit, survey)
  const typed = new Fields()
  return draw(visit, survey, content, { typed, place: placeIn(null, content, typed), problems: [] }, opened())
}

/** Turns the preview's pages, the answers travelling in the form itself; or publishes. */
export const sendSurveyPreview: Handler<'surveyPreview'> = async (visit) => {
  const survey = await readSurveyToEdit(visit)
  return visit.query.has('publish') ? publish(visit, survey) : turnPage(visit, survey)
}

async function turnPage(visit: AnyVisit, survey: Survey): Promise<Response> {
  const content = survey.content ? null : await readyIn(visit, survey)
  if (!content) return backToForm(visit, survey)
  const { fields: form, problems } = await readFormWithoutFiles(visit.context.req.raw, visit.house)
  if (problems.length) throw wrongFields(problems)
  const typed = new Fields(mergedFields(content, form, form))
  const from = placeIn(visit.query.get('page'), content, typed)
  const turned = from === 'review' ? { place: from, problems: [] } : turn(content, typed, from, form)
  return draw(visit, survey, content, { typed, ...turned }, { ...opened(), status: turned.problems.length ? 422 : 200 })
}

const publish = (visit: AnyVisit, survey: Survey): Promise<Response> =>
  answerForm(
    visit,
    async (house, fields) => {
      const version = new FormReader(fields).version()
      await publishSurvey(house, visit.actor, survey.id, { version })
      return `${address(visit.language, 'surveyEdit', { survey: survey.id })}?done=published`
    },
    async (drawn) => {
      const now = await readSurveyToEdit(visit)
      const content = now.content ? null : await readyIn(visit, now)
      if (!content) return backToForm(visit, now)
      const typed = new Fields()
      return draw(visit, now, content, { typed, place: placeIn(null, content, typed), problems: [] }, drawn)
    },
  )

type Shown = { typed: Fields; place: Place; problems: readonly Problem[] }

function draw(visit: AnyVisit, survey: Survey, content: SurveyContent, { typed, place, problems }: Shown, drawn: Drawn): Response {
  const { language } = visit
  const t = editTexts[language]
  const here = address(language, 'surveyPreview', { survey: survey.id })
  const edit = address(language, 'surveyEdit', { survey: survey.id })
  return page(
    visit,
    {
      title: t.previewTitle,
      hasErrors: drawn.status !== 200,
      section: 'manage',
      path: [...pathToSurveys(visit), { title: t.editDraft, href: edit }],
      children: (
        <>
          <PreviewBar title={t.previewTitle} lead={t.previewLead} conflict={drawn.conflict ? t.changedMeanwhile : null}>
            <ErrorSummary form={stateOf(visit, drawn)} />
            <PublishForm
              form={stateOf(visit, opened())}
              action={`${here}?publish=1`}
              version={survey.version}
              publish={t.publish}
              edit={{ href: edit, text: t.edit }}
              note={t.publishNote}
            >
              <a href={here}>{t.startOver}</a>
            </PublishForm>
          </PreviewBar>
          <div class="head tight">
            <h1>
              <Local content={content.title} language={language} />
            </h1>
            <LocalParagraphs content={content.introduction} language={language} />
          </div>
          {place === 'review' ? (
            <>
              <h2 class="title2">{answerTexts[language].review}</h2>
              <Review content={content} typed={typed} language={language} editHref={null} />
              <p class="note gap">{t.previewEnd}</p>
              <LocalParagraphs content={content.thanks} language={language} />
            </>
          ) : (
            <AnswerPage
              content={content}
              typed={typed}
              page={place}
              problems={problems}
              language={language}
              action={`${here}?page=${place}`}
              carried={carriedPast(content, typed, place)}
            />
          )}
          <p class="note gap">{answerTexts[language].notSaved}</p>
        </>
      ),
    },
    drawn.status,
  )
}

/** What the form of a page has to carry of the other pages. */
function carriedPast(content: SurveyContent, typed: Fields, place: number): Record<string, string[]> {
  const here = new Set(content.pages.find(({ number }) => number === place)?.questions.map(({ number }) => String(number)))
  return Object.fromEntries(Object.entries(typed.toRecord()).filter(([name]) => !here.has(/^q(\d+)/.exec(name)?.[1] ?? '')))
}
