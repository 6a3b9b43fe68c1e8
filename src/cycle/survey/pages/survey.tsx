import { CONFIRM_ACT_WITHIN_DAYS } from '../../../people/index.ts'
import { idInAddress } from '../../../platform/http/numberInAddress.ts'
import { byDate, onDate } from '../../../platform/languages/dates.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { Local } from '../../../web/components/Local.tsx'
import { LocalParagraphs } from '../../../web/components/LocalParagraphs.tsx'
import { MadeUp } from '../../../web/components/MadeUp.tsx'
import { Status } from '../../../web/components/Status.tsx'
import type { PathStep } from '../../../web/Layout.tsx'
import { named } from '../../../web/named.ts'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { callById } from '../../ideas/index.ts'
import { planById } from '../../plan/index.ts'
import { hashOfKey } from '../access.ts'
import { answerDraft, browserHasAnswered } from '../answerDrafts.ts'
import { type PublishedSurvey, publishedSurvey } from '../queries.ts'
import { ownAnswer } from '../sendAnswer.ts'
import { asksForTexts } from './AnswerPage.tsx'
import { answerTexts } from './answerTexts.ts'
import { browserKey } from './surveyCookie.ts'

/** The survey at an address, for everyone's eyes. */
export async function readSurveyAt(visit: AnyVisit): Promise<PublishedSurvey> {
  const found = await publishedSurvey(visit.house.db, idInAddress(visit.values['survey']), visit.today)
  if (!found) throw notFound()
  return found
}

/** The way to a survey's own page: its plan, and its call where it has one. */
export async function pathToSurvey({ house, language, today }: AnyVisit, { planId, callId }: PublishedSurvey): Promise<PathStep[]> {
  const plan = await planById(house.db, planId, today)
  const call = callId === null ? null : await callById(house.db, planId, callId, today)
  return [
    ...(plan ? [{ title: named(plan.shortTitle, language), href: address(language, 'plan', { plan: planId }) }] : []),
    ...(call ? [{ title: named(call.title, language), href: address(language, 'call', { plan: planId, call: call.id }) }] : []),
  ]
}

/** Whether and until when a survey can be answered, as a status. */
export function SurveyStatus({ survey, language }: { survey: PublishedSurvey; language: Language }) {
  const t = answerTexts[language]
  const { startsOn, endsOn, closedOn } = survey.period
  if (!startsOn || !endsOn) return null
  if (survey.state === 'open') return <Status icon="part" colour="go" word={t.open(byDate(language, endsOn))} />
  if (survey.state === 'before') return <Status icon="clock" colour="" word={t.opensOn(onDate(language, startsOn))} />
  return <Status icon="done" colour="" word={closedOn ? t.closedOn(onDate(language, closedOn)) : t.ended(onDate(language, endsOn))} />
}

type Mine = { begun: boolean; answered: boolean; own: boolean }

/** What this browser, or this person, has to do with the survey. */
async function mineOf(visit: AnyVisit, survey: PublishedSurvey): Promise<Mine> {
  const { house, actor } = visit
  const key = browserKey(visit)
  const own = survey.identity === 'confirmed' && actor.personId !== null && (await ownAnswer(house, survey.id, actor.personId)) !== null
  if (key === null || survey.identity === 'invited') return { begun: false, answered: false, own }
  return {
    begun: (await answerDraft(house.db, hashOfKey('draft', survey.id, key))) !== null,
    answered: survey.identity === 'open' && (await browserHasAnswered(house.db, survey.id, key)),
    own,
  }
}

/** A survey: what it is about, who may answer until when, and the way in; after sending, thanks. */
export const surveyPage: Handler<'survey'> = async (visit) => {
  const { language, query } = visit
  const survey = await readSurveyAt(visit)
  const { content } = survey
  const t = answerTexts[language]
  const done = query.get('done')
  const mine = await mineOf(visit, survey)
  return page(visit, {
    title: named(content.title, language),
    path: await pathToSurvey(visit, survey),
    children: (
      <>
        <div class="head">
          <p class="eyebrow">
            {t.survey}
            <MadeUp when={survey.demonstration} language={language} />
          </p>
          <h1>
            <Local content={content.title} language={language} />
          </h1>
          {done === 'sent' ? <Thanks survey={survey} language={language} changeable={mine.own} /> : null}
          {done === 'confirm' ? (
            <p class="lead" role="status">
              {t.checkMail(CONFIRM_ACT_WITHIN_DAYS)}
            </p>
          ) : null}
          <p class="gap">
            <SurveyStatus survey={survey} language={language} />
          </p>
          <p class="meta">{t.answers(survey.answers)}</p>
          {survey.closingReason ? (
            <p>
              {t.closingReason} <Local content={survey.closingReason} language={language} />
            </p>
          ) : null}
          <Way survey={survey} mine={mine} language={language} />
        </div>
        {content.introduction ? (
          <div class="prose">
            <LocalParagraphs content={content.introduction} language={language} />
          </div>
        ) : null}
        <section class="sec" aria-labelledby="kas">
          <h2 id="kas">{t.who}</h2>
          <div class="prose">
            <p>{{ open: t.whoOpen, confirmed: t.whoConfirmed, invited: t.whoInvited }[survey.identity]}</p>
            {asksForTexts(content) ? <p>{t.whoTexts}</p> : null}
            <p>
              <a href={address(language, 'privacy')}>{t.privacy}</a>
            </p>
          </div>
        </section>
        <section class="sec" aria-labelledby="rezultati">
          <h2 id="rezultati">{t.results}</h2>
          <p>
            {survey.state === 'closed' || survey.resultsDuring ? (
              <a href={address(language, 'surveyResults', { survey: survey.id })}>{t.results}</a>
            ) : (
              t.resultsAfter
            )}
          </p>
        </section>
      </>
    ),
  })
}

function Thanks({ survey, language, changeable }: { survey: PublishedSurvey; language: Language; changeable: boolean }) {
  const t = answerTexts[language]
  return (
    <div role="status" class="told">
      <p class="lead">{t.sent}</p>
      {survey.content.thanks ? <LocalParagraphs content={survey.content.thanks} language={language} /> : null}
      {changeable && survey.state === 'open' ? <p>{t.changed}</p> : null}
    </div>
  )
}

/** The button that leads in, where one can answer. */
function Way({ survey, mine, language }: { survey: PublishedSurvey; mine: Mine; language: Language }) {
  const t = answerTexts[language]
  if (survey.state !== 'open') return null
  if (survey.identity === 'invited') return <p class="gap">{t.byInvitation}</p>
  if (mine.answered) return <p class="gap">{t.answered}</p>
  return (
    <p class="acts">
      <a class="ds-button" href={address(language, 'surveyAnswer', { survey: survey.id })}>
        {mine.begun ? t.goOn : mine.own ? t.changeAnswer : t.begin}
      </a>
    </p>
  )
}
