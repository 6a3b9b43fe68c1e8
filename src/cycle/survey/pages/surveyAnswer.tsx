import { clientOf, readEmail, secondsToWait, visitor } from '../../../people/index.ts'
import { Fields } from '../../../platform/http/fields.ts'
import { idInAddress } from '../../../platform/http/numberInAddress.ts'
import { readFormWithoutFiles } from '../../../platform/http/readForm.ts'
import { notFound, type Problem, Refusal, type Say, wrongFields } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../../web/answerForm.ts'
import { ErrorSummary, TextField } from '../../../web/components/form.tsx'
import { HiddenFields } from '../../../web/components/HiddenFields.tsx'
import { Local } from '../../../web/components/Local.tsx'
import { named } from '../../../web/named.ts'
import { notKept, page, seeOther } from '../../../web/render.tsx'
import type { AnyVisit, Handler, Visit } from '../../../web/visit.ts'
import { hashOfKey, isKey, newKey } from '../access.ts'
import { answerDraft, browserHasAnswered, linkState, saveAnswerDraft } from '../answerDrafts.ts'
import { saying } from '../problemTexts.ts'
import { type PublishedSurvey, publishedSurvey } from '../queries.ts'
import { pagesFor } from '../questions.ts'
import { readQuestions } from '../readAnswers.ts'
import { type AnsweredBy, askToConfirmAnswer, ownAnswer, sendAnswer } from '../sendAnswer.ts'
import { mergedFields, type Place, placeIn, turn } from '../turning.ts'
import { AnswerPage, Review } from './AnswerPage.tsx'
import { answerTexts } from './answerTexts.ts'
import { browserKey, cookieFor } from './surveyCookie.ts'

/** Someone at a survey: by which key, what was typed so far, and why nothing can be sent. */
type Sitting = {
  survey: PublishedSurvey
  key: string | null
  draftId: string | null
  typed: Fields
  link: string | null
  /** An answer of theirs that this one takes the place of. */
  changes: boolean
  /** Why no answer is taken, with the status that says it. */
  barred: { say: Say; status: 409 | 410 } | null
}

async function sittingOf(visit: AnyVisit): Promise<Sitting> {
  const { house, actor, query, today } = visit
  const survey = await publishedSurvey(house.db, idInAddress(visit.values['survey']), today)
  if (!survey) throw notFound()
  const link = survey.identity === 'invited' ? (query.get('link') ?? '') : null
  if (link === '') throw new Refusal(403, saying('byInvitation'))
  if (link !== null && !isKey(link)) throw new Refusal(404, saying('linkUnknown'))
  const state = link === null ? 'unused' : await linkState(house.db, survey.id, link)
  if (state === 'unknown') throw new Refusal(404, saying('linkUnknown'))
  const key = link ?? browserKey(visit)
  const draftId = key === null ? null : hashOfKey('draft', survey.id, key)
  const draft = draftId === null ? null : await answerDraft(house.db, draftId)
  const own = survey.identity === 'confirmed' && actor.personId !== null ? await ownAnswer(house, survey.id, actor.personId) : null
  const answered = survey.identity === 'open' && key !== null && (await browserHasAnswered(house.db, survey.id, key))
  const barred = barredBy(survey, state === 'used', answered)
  return { survey, key, draftId, link, barred, changes: own !== null, typed: draft ?? new Fields(own ?? {}) }
}

function barredBy({ state }: PublishedSurvey, used: boolean, answered: boolean): Sitting['barred'] {
  if (used) return { say: saying('linkUsed'), status: 410 }
  if (state === 'closed') return { say: saying('closed'), status: 409 }
  if (state !== 'open') return { say: saying('notYetOpen'), status: 409 }
  return answered ? { say: saying('answeredAlready'), status: 409 } : null
}

const hrefOf = ({ language }: AnyVisit, { survey, link }: Sitting, place: Place | null): string => {
  const query = new URLSearchParams([...(link ? [['link', link]] : []), ...(place === null ? [] : [['page', String(place)]])])
  return address(language, 'surveyAnswer', { survey: survey.id }) + (query.size ? `?${query}` : '')
}

/** One page of a survey, or the review of all answers. */
export const showSurveyAnswer: Handler<'surveyAnswer'> = async (visit) => {
  const sitting = await sittingOf(visit)
  if (sitting.barred) return notKept(notTaken(visit, sitting, sitting.typed, sitting.barred))
  const place = placeIn(visit.query.get('page'), sitting.survey.content, sitting.typed)
  const wrong = place === 'review' ? firstWrong(sitting) : null
  if (wrong) return notKept(drawPage(visit, sitting, sitting.typed, wrong.page, wrong.problems, 422))
  return notKept(place === 'review' ? drawReview(visit, sitting, opened()) : drawPage(visit, sitting, sitting.typed, place, [], 200))
}

/** The first page on which something is still to be answered or corrected. */
function firstWrong({ survey, typed }: Sitting): { page: number; problems: Problem[] } | null {
  for (const { number, questions } of pagesFor(survey.content, typed)) {
    const { problems } = readQuestions(questions, typed)
    if (problems.length) return { page: number, problems }
  }
  return null
}

/** Turns a page, keeping all that was typed; from the review, sends the answer. */
export const sendSurveyAnswer: Handler<'surveyAnswer'> = async (visit) => {
  const sitting = await sittingOf(visit)
  return notKept(await (visit.query.get('page') === 'review' ? sendAll(visit, sitting) : turnPage(visit, sitting)))
}

async function turnPage(visit: Visit<'surveyAnswer'>, sitting: Sitting): Promise<Response> {
  const { house } = visit
  const { survey } = sitting
  const { fields: form, problems: unread } = await readFormWithoutFiles(visit.context.req.raw, house)
  if (unread.length) throw wrongFields(unread)
  const typed = mergedFields(survey.content, sitting.typed, form)
  const fields = new Fields(typed)
  if (sitting.barred) return notTaken(visit, sitting, fields, sitting.barred)
  const from = placeIn(visit.query.get('page'), survey.content, sitting.typed)
  if (from === 'review') return seeOther(hrefOf(visit, sitting, 'review'))
  if (sitting.key === null && (await isTooOften(visit))) return drawPage(visit, sitting, fields, from, [], 429, saying('tooOften'))
  const key = sitting.key ?? newKey()
  try {
    await saveAnswerDraft(house, survey.id, hashOfKey('draft', survey.id, key), typed)
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 413) throw error
    return drawPage(visit, sitting, fields, from, turn(survey.content, fields, from, form).problems, 413, error.say)
  }
  const { place, problems, cameUp } = turn(survey.content, fields, from, form)
  const answer = problems.length
    ? drawPage(visit, { ...sitting, key }, fields, from, problems, 422)
    : seeOther(hrefOf(visit, sitting, place) + (cameUp === null ? '' : `#q${cameUp}`))
  if (sitting.link === null) answer.headers.append('Set-Cookie', cookieFor(visit, key))
  return answer
}

const isTooOften = async (visit: AnyVisit): Promise<boolean> =>
  (await secondsToWait(visit.house, 'answersFromAClient', clientOf(visit.house, visit.context))) !== null

/** Whoever answers openly or by a link is nobody in particular: also when signed in, nothing is to tell who it was. */
const asNobody = (visit: Visit<'surveyAnswer'>): Visit<'surveyAnswer'> => ({ ...visit, actor: visitor })

async function sendAll(visit: Visit<'surveyAnswer'>, sitting: Sitting): Promise<Response> {
  const { survey, typed, key, draftId } = sitting
  const { language, actor } = visit
  const home = address(language, 'survey', { survey: survey.id })
  const sender = survey.identity === 'confirmed' ? visit : asNobody(visit)
  const by: AnsweredBy | null =
    survey.identity === 'confirmed'
      ? actor.personId === null
        ? null
        : { person: actor.personId }
      : sitting.link !== null
        ? { link: sitting.link }
        : key === null
          ? null
          : { browser: key }
  const draft = draftId === null ? {} : { draftId }
  try {
    return await answerForm(
      sender,
      async (house, fields) => {
        if (by === null && survey.identity !== 'confirmed') throw new Refusal(409, saying('nothingBegun'))
        if (await isTooOften(visit)) throw new Refusal(422, saying('tooOften'))
        if (by === null) {
          const { name, email } = readGiver(fields)
          await askToConfirmAnswer(house, survey.id, { fields: typed, language, name, email })
          return `${home}?done=confirm`
        }
        await sendAnswer(house, sender.actor, survey.id, { fields: typed, language, by, ...draft })
        return `${home}?done=sent`
      },
      async (drawn) => {
        // Someone else may have been faster, or the survey may have ended, since this page was drawn.
        const now = await sittingOf(visit)
        if (drawn.conflict && drawn.say) return notTaken(visit, sitting, typed, now.barred ?? { say: drawn.say, status: 409 })
        const wrong = firstWrong(now)
        return wrong ? drawPage(visit, now, typed, wrong.page, wrong.problems, 422) : drawReview(visit, now, drawn)
      },
    )
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 410 || !error.say) throw error
    return notTaken(visit, sitting, typed, { say: error.say, status: 410 })
  }
}

function readGiver(fields: Fields): { name: string; email: string } {
  const name = fields.trimmed('name').replace(/\s+/g, ' ')
  const email = readEmail(fields.get('email'))
  const problems: Problem[] = [
    ...(name && [...name].length <= 200 ? [] : [{ field: 'name', say: saying('giveAName') }]),
    ...(email ? [] : [{ field: 'email', say: saying('giveAnEmail') }]),
  ]
  if (problems.length || !email) throw wrongFields(problems)
  return { name, email }
}

const frameOf = ({ language }: AnyVisit, { survey }: Sitting) => ({
  path: [{ title: answerTexts[language].survey, href: address(language, 'survey', { survey: survey.id }) }],
  title: named(survey.content.title, language),
})

function drawPage(
  visit: AnyVisit,
  sitting: Sitting,
  typed: Fields,
  place: number,
  problems: readonly Problem[],
  status: number,
  say: Say | null = null,
): Response {
  const { language } = visit
  const { content } = sitting.survey
  const { title, path } = frameOf(visit, sitting)
  return page(
    visit,
    {
      title,
      path,
      hasErrors: status !== 200,
      search: `?${new URLSearchParams([...(sitting.link ? [['link', sitting.link]] : []), ['page', String(place)]])}`,
      children: (
        <>
          <div class="head tight">
            <h1>
              <Local content={content.title} language={language} quiet />
            </h1>
            {say ? <p role="alert">{say(language)}</p> : null}
          </div>
          <AnswerPage
            content={content}
            typed={typed}
            page={place}
            problems={problems}
            language={language}
            action={hrefOf(visit, sitting, place)}
          />
          <p class="note gap">{answerTexts[language].saved}</p>
        </>
      ),
    },
    status,
  )
}

function drawReview(visit: AnyVisit, sitting: Sitting, drawn: Drawn): Response {
  const { language, actor } = visit
  const t = answerTexts[language]
  const { survey, typed, changes } = sitting
  const { path } = frameOf(visit, sitting)
  const form = stateOf(visit, drawn)
  const needsLetter = survey.identity === 'confirmed' && actor.personId === null
  return page(
    visit,
    {
      title: t.review,
      path,
      hasErrors: drawn.status !== 200,
      search: `?${new URLSearchParams([...(sitting.link ? [['link', sitting.link]] : []), ['page', 'review']])}`,
      children: (
        <>
          <div class="head tight">
            <h1>{t.review}</h1>
            <p class="lead">{t.reviewLead}</p>
            {drawn.say ? <p role="alert">{drawn.say(language)}</p> : null}
          </div>
          <ErrorSummary form={form} />
          <Review content={survey.content} typed={typed} language={language} editHref={(number) => hrefOf(visit, sitting, number)} />
          <form method="post" action={hrefOf(visit, sitting, 'review')} noValidate class="gap">
            <HiddenFields form={form} version={null} />
            {needsLetter ? (
              <fieldset class="survey-part">
                <legend class="title2">{t.whoYouAre}</legend>
                <TextField form={form} name="name" label={t.name} autocomplete="name" />
                <TextField form={form} name="email" label={t.email} hint={t.emailHint} type="email" autocomplete="email" />
              </fieldset>
            ) : null}
            <div class="acts">
              <button type="submit" class="ds-button">
                {changes ? t.sendChanged : t.send}
              </button>
            </div>
          </form>
        </>
      ),
    },
    drawn.status,
  )
}

/** Says why an answer is not taken, with all that was written: nothing of it is lost. */
function notTaken(visit: AnyVisit, sitting: Sitting, typed: Fields, { say, status }: { say: Say; status: 409 | 410 }): Response {
  const { language } = visit
  const t = answerTexts[language]
  const { survey } = sitting
  const { path } = frameOf(visit, sitting)
  const wrote = Object.values(typed.toRecord()).some((values) => values.some((value) => value.trim()))
  return page(
    visit,
    {
      title: t.notTaken,
      path,
      children: (
        <>
          <div class="head tight">
            <h1>{status === 410 ? t.linkGone : t.notTaken}</h1>
            <p class="lead" role="alert">
              {say(language)}
            </p>
          </div>
          {wrote ? (
            <section class="sec" aria-labelledby="ierakstitais">
              <h2 id="ierakstitais">{t.yourAnswers}</h2>
              <div>
                <p class="note">{t.yourAnswersLead}</p>
                <Review content={survey.content} typed={typed} language={language} editHref={null} />
              </div>
            </section>
          ) : null}
          <p class="gap">
            <a href={address(language, 'survey', { survey: survey.id })}>{t.toSurvey}</a>
          </p>
        </>
      ),
    },
    status,
  )
}
