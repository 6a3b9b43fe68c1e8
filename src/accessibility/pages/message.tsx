import { allow } from '../../people/index.ts'
import { dayInRiga } from '../../platform/clock.ts'
import type { House } from '../../platform/house.ts'
import type { Fields } from '../../platform/http/fields.ts'
import { shortDate } from '../../platform/languages/dates.ts'
import { notFound, wrongField, wrongFields } from '../../platform/refusal.ts'
import { address, languageOfPath } from '../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../web/answerForm.ts'
import { ErrorSummary, TextArea } from '../../web/components/form.tsx'
import { HiddenFields } from '../../web/components/HiddenFields.tsx'
import { Status } from '../../web/components/Status.tsx'
import { Written } from '../../web/components/Written.tsx'
import { page } from '../../web/render.tsx'
import type { AnyVisit, Handler, Visit } from '../../web/visit.ts'
import { answerFeedback, closeFeedback } from '../answerFeedback.ts'
import { MESSAGE_LIMIT, readMessage } from '../feedbackInput.ts'
import { feedbackTexts } from '../feedbackTexts.ts'
import { accessibilityPolicy } from '../policy.ts'
import { type Feedback, feedbackById } from '../queries.ts'
import { feedbackPageTexts } from './feedbackPageTexts.ts'

/** One message about a barrier, and the form that answers or closes it. */
export const showMessage: Handler<'accessibilityMessage'> = async (visit) => {
  allow(accessibilityPolicy.seeFeedback, visit.actor, undefined)
  return draw(visit, await messageOf(visit), opened())
}

export const sendMessageAnswer: Handler<'accessibilityMessage'> = async (visit) => {
  allow(accessibilityPolicy.answerFeedback, visit.actor, undefined)
  const { id } = await messageOf(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      await act(house, visit, id, fields)
      return `${address(visit.language, 'accessibilityMessage', { id })}?done=1`
    },
    async (drawn) => draw(visit, await messageOf(visit), drawn),
  )
}

async function act(house: House, { actor }: AnyVisit, id: number, fields: Fields): Promise<void> {
  if (fields.trimmed('do') === 'close') {
    // What was typed would be gone without having reached anyone.
    if (fields.trimmed('answer')) throw wrongField('answer', (language) => feedbackTexts[language].answerNotSent)
    return closeFeedback(house, actor, id)
  }
  const { text, problems } = readMessage(fields, 'answer')
  if (problems.length) throw wrongFields(problems)
  await answerFeedback(house, actor, id, text)
}

async function messageOf({ house, values }: Visit<'accessibilityMessage'>): Promise<Feedback> {
  const message = /^[1-9]\d{0,8}$/.test(values.id) ? await feedbackById(house.db, Number(values.id)) : null
  if (!message) throw notFound()
  return message
}

function draw(visit: AnyVisit, message: Feedback, drawn: Drawn): Response {
  const { language } = visit
  const t = feedbackPageTexts[language]
  return page(
    visit,
    {
      title: t.messageTitle(message.id),
      hasErrors: drawn.problems.length > 0,
      section: 'manage',
      path: [
        { title: t.manage, href: address(language, 'manage') },
        { title: t.messages, href: address(language, 'accessibilityMessages') },
      ],
      children: (
        <>
          <div class="head tight">
            <h1>{t.messageTitle(message.id)}</h1>
            {visit.query.has('done') && drawn.status === 200 ? (
              <p class="lead" role="status">
                {t.done}
              </p>
            ) : null}
          </div>
          {drawn.conflict ? <Conflict visit={visit} drawn={drawn} /> : null}
          {drawn.say && !drawn.conflict ? (
            <div class="ds-error-summary" role="alert">
              <p>{drawn.say(language)}</p>
            </div>
          ) : null}
          <ErrorSummary form={stateOf(visit, drawn)} />
          <Facts visit={visit} message={message} />
          <section class="sec" aria-labelledby="rakstits">
            <h2 id="rakstits">{t.written}</h2>
            <div class="prose">
              <Written text={message.text} written={message.language} language={language} quiet />
            </div>
          </section>
          {message.answer ? (
            <section class="sec" aria-labelledby="atbildets">
              <h2 id="atbildets">{t.whatWasAnswered}</h2>
              <div class="prose">
                <Written text={message.answer} written={message.language} language={language} quiet />
              </div>
            </section>
          ) : null}
          {message.state === 'new' ? <AnswerForm visit={visit} message={message} drawn={drawn} /> : null}
        </>
      ),
    },
    drawn.status,
  )
}

function Facts({ visit, message }: { visit: AnyVisit; message: Feedback }) {
  const { language } = visit
  const t = feedbackPageTexts[language]
  const states = {
    new: <Status icon="wait" colour="mid" word={t.oneNew} />,
    answered: <Status icon="answer" colour="good" word={t.oneAnswered} />,
    closed: <Status icon="done" colour="" word={t.oneClosed} />,
  }
  return (
    <dl class="facts">
      <div>
        <dt>{t.received}</dt>
        <dd>{shortDate(language, dayInRiga(message.receivedAt))}</dd>
      </div>
      <div>
        <dt>{t.wasAboutPage}</dt>
        <dd>{message.page === null ? <span class="unknown">{t.noPage}</span> : <OwnPage path={message.page} />}</dd>
      </div>
      <div>
        <dt>{t.answerTo}</dt>
        <dd>{message.email ?? t.noAddress}</dd>
      </div>
      <div>
        <dt>{t.handled}</dt>
        <dd>
          {states[message.state]} {message.handledAt ? shortDate(language, dayInRiga(message.handledAt)) : null}
        </dd>
      </div>
    </dl>
  )
}

/** A path of our own pages leads there; whatever else a stranger wrote stands as text. */
function OwnPage({ path }: { path: string }) {
  const isOwn = /^\/[a-z]{2}(\/[\w.%-]+)*$/.test(path) && languageOfPath(path) !== null
  return isOwn ? <a href={path}>{path}</a> : <span class="address">{path}</span>
}

/** Someone else was faster: what was typed stands here, since the message takes no answer any more. */
function Conflict({ visit, drawn }: { visit: AnyVisit; drawn: Drawn }) {
  const t = feedbackPageTexts[visit.language]
  const answer = drawn.fields.trimmed('answer')
  return (
    <div class="ds-error-summary" role="alert">
      <p>{t.conflict}</p>
      {answer ? (
        <>
          <h2>{t.yourAnswer}</h2>
          <p class="typed">{answer}</p>
        </>
      ) : null}
    </div>
  )
}

function AnswerForm({ visit, message, drawn }: { visit: AnyVisit; message: Feedback; drawn: Drawn }) {
  const { language } = visit
  const t = feedbackPageTexts[language]
  const form = stateOf(visit, drawn)
  return (
    <section class="sec" aria-labelledby="atbilde">
      <h2 id="atbilde">{t.handled}</h2>
      <form method="post" action={address(language, 'accessibilityMessage', { id: message.id })} noValidate>
        <HiddenFields form={form} version={null} />
        {message.email ? (
          <TextArea
            form={form}
            name="answer"
            label={t.answer}
            hint={t.answerHint(message.language === 'lv' ? t.inLatvian : t.inEnglish)}
            rows={8}
            limit={MESSAGE_LIMIT}
            lang={message.language}
          />
        ) : null}
        <div class="acts">
          {message.email ? (
            <button type="submit" class="ds-button">
              {t.sendAnswer}
            </button>
          ) : null}
          <button type="submit" name="do" value="close" class="ds-button" {...(message.email ? { 'data-variant': 'secondary' } : {})}>
            {message.email ? t.close : t.closeNoAddress}
          </button>
        </div>
      </form>
    </section>
  )
}
