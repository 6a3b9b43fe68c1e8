import { allow } from '../../../people/index.ts'
import { pageInQuery } from '../../../platform/http/numberInAddress.ts'
import { localText } from '../../../platform/languages/languages.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { Local } from '../../../web/components/Local.tsx'
import { MadeUp } from '../../../web/components/MadeUp.tsx'
import { BeginLink, ManageHead } from '../../../web/components/ManageHead.tsx'
import { Pages } from '../../../web/components/Pages.tsx'
import { Status } from '../../../web/components/Status.tsx'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { surveyPolicy } from '../policy.ts'
import { listSurveys, type PublishedSurvey, type Survey } from '../queries.ts'
import { asksForTexts } from './AnswerPage.tsx'
import { answerTexts } from './answerTexts.ts'
import { editTexts } from './editTexts.ts'
import { SurveyStatus } from './survey.tsx'

/** The secretariat's surveys, the latest first. */
export const showSurveysEdit: Handler<'surveysEdit'> = async (visit) => {
  allow(surveyPolicy.editSurveys, visit.actor, undefined)
  const { house, language, today, query } = visit
  const t = editTexts[language]
  const number = pageInQuery(query)
  const { surveys, more } = await listSurveys(house.db, number, today)
  if (number > 1 && !surveys.length) throw notFound()
  const here = address(language, 'surveysEdit')
  return page(visit, {
    title: t.title,
    section: 'manage',
    path: [{ title: t.manage, href: address(language, 'manage') }],
    children: (
      <>
        <ManageHead visit={visit} texts={t}>
          <BeginLink href={address(language, 'surveyNew')} text={t.begin} />
        </ManageHead>
        {surveys.length ? (
          <ul class="rows">
            {surveys.map((survey) => (
              <Row key={survey.id} visit={visit} survey={survey} />
            ))}
          </ul>
        ) : (
          <p>{t.none}</p>
        )}
        <Pages language={language} number={number} pages={more ? 'more' : 'no more'} href={(n) => (n === 1 ? here : `${here}?page=${n}`)} />
      </>
    ),
  })
}

/** The title of a survey, typed or published; null when there is none yet. */
export const titleOf = ({ content, draft }: Survey) =>
  content?.title ?? localText(draft?.['title.lv']?.[0]?.trim(), draft?.['title.en']?.[0]?.trim())

function Row({ visit: { language }, survey }: { visit: AnyVisit; survey: Survey }) {
  const t = editTexts[language]
  const at = { survey: survey.id }
  const title = titleOf(survey)
  const published = survey.content !== null
  return (
    <li>
      <div>
        <h2 class="title2">
          <a href={address(language, 'surveyEdit', at)}>
            {Object.keys(title).length ? <Local content={title} language={language} quiet /> : t.untitled}
          </a>
          <MadeUp when={survey.demonstration} language={language} />
        </h2>
        <p>
          {published ? (
            <SurveyStatus survey={survey as PublishedSurvey} language={language} />
          ) : (
            <Status icon="none" colour="" word={t.draft} />
          )}
        </p>
        {published ? <p class="meta">{answerTexts[language].answers(survey.answers)}</p> : null}
        <p class="acts">
          {published ? (
            <>
              <a href={address(language, 'survey', at)}>{t.publicPage}</a>
              <a href={address(language, 'surveyResults', at)}>{t.results}</a>
              {survey.content && asksForTexts(survey.content) ? <a href={address(language, 'surveyTexts', at)}>{t.judge}</a> : null}
              {survey.identity === 'invited' && survey.state !== 'closed' ? (
                <a href={address(language, 'surveyInvite', at)}>{t.invite}</a>
              ) : null}
              {survey.state === 'open' || survey.state === 'before' ? <a href={address(language, 'surveyClose', at)}>{t.close}</a> : null}
            </>
          ) : (
            <a href={address(language, 'surveyPreview', at)}>{t.preview}</a>
          )}
        </p>
      </div>
    </li>
  )
}
