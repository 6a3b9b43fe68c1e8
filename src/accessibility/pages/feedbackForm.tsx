import { clientOf, secondsToWait } from '../../people/index.ts'
import { Fields } from '../../platform/http/fields.ts'
import { readFormWithoutFiles } from '../../platform/http/readForm.ts'
import { durationInWords } from '../../platform/languages/durations.ts'
import { type Problem, Refusal } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { ErrorSummary, type FormState, TextArea, TextField } from '../../web/components/form.tsx'
import { page, seeOther } from '../../web/render.tsx'
import type { AnyVisit, Handler } from '../../web/visit.ts'
import { HANDLED_KEPT_SECONDS, UNHANDLED_KEPT_SECONDS } from '../eraseFeedback.ts'
import { MESSAGE_LIMIT, readFeedback, TRAP } from '../feedbackInput.ts'
import { feedbackTexts } from '../feedbackTexts.ts'
import { sendFeedback } from '../sendFeedback.ts'
import { feedbackPageTexts } from './feedbackPageTexts.ts'

/** The form by which anyone tells of a barrier; the page it was opened from is filled in. After it, a word of thanks. */
export const showFeedbackForm: Handler<'accessibilityFeedback'> = async (visit) => {
  if (visit.query.has('sent')) return thanks(visit)
  return draw(visit, new Fields({ page: [visit.query.get('page') ?? ''] }), [], 200)
}

/**
 * Takes the form. It has no number of its own and counts the sender by the hash of a network address alone: so
 * it can be kept by a browser or a cache, and nothing about the sender is stored but what was typed.
 */
export const sendFeedbackForm: Handler<'accessibilityFeedback'> = async (visit) => {
  const { house, actor, language } = visit
  const { fields, problems } = await readFormWithoutFiles(visit.context.req.raw, house)
  if (problems.length) return draw(visit, fields, problems, 422)
  try {
    const input = readFeedback(fields, house.clock.now())
    const wait = await secondsToWait(house, 'messagesFromAClient', clientOf(house, visit.context))
    if (wait !== null) return tooOften(visit, fields, wait)
    await sendFeedback(house, actor, { ...input, language })
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 422) throw error
    return draw(visit, fields, error.problems, 422)
  }
  return seeOther(`${address(language, 'accessibilityFeedback')}?sent=1`)
}

function tooOften(visit: AnyVisit, fields: Fields, seconds: number): Response {
  const problem: Problem = { field: 'text', say: (language) => feedbackTexts[language].tooOften(Math.ceil(seconds / 60)) }
  const answer = draw(visit, fields, [problem], 429)
  answer.headers.set('Retry-After', String(seconds))
  return answer
}

function draw(visit: AnyVisit, fields: Fields, problems: readonly Problem[], status: number): Response {
  const { language } = visit
  const t = feedbackPageTexts[language]
  const form: FormState = { fields, problems, language }
  return page(
    visit,
    {
      title: t.title,
      hasErrors: problems.length > 0,
      path: [{ title: t.statement, href: address(language, 'accessibility') }],
      children: (
        <>
          <div class="head tight">
            <h1>{t.title}</h1>
            <p class="lead">{t.lead}</p>
          </div>
          <div class="form-grid">
            <div>
              <ErrorSummary form={form} />
              <form method="post" action={address(language, 'accessibilityFeedback')} noValidate>
                <TextArea form={form} name="text" label={t.text} hint={t.textHint} rows={7} limit={MESSAGE_LIMIT} />
                <TextField form={form} name="page" label={t.page} hint={t.pageHint} optional />
                <TextField form={form} name="email" label={t.email} hint={t.emailHint} type="email" autocomplete="email" optional />
                <Traps visit={visit} form={form} />
                <div class="acts">
                  <button type="submit" class="ds-button">
                    {t.send}
                  </button>
                </div>
              </form>
            </div>
            <aside class="side" aria-labelledby="talak">
              <h2 id="talak">{t.about}</h2>
              <div class="prose">
                <p>{t.aboutText}</p>
                <p>
                  {t.erased(durationInWords(language, HANDLED_KEPT_SECONDS), durationInWords(language, UNHANDLED_KEPT_SECONDS))}{' '}
                  <a href={address(language, 'privacy')}>{t.privacy}</a>
                </p>
              </div>
            </aside>
          </div>
        </>
      ),
    },
    status,
  )
}

/** What programs that fill in forms stumble over: a field that no person sees, and when the form was first drawn. */
function Traps({ visit, form }: { visit: AnyVisit; form: FormState }) {
  const t = feedbackPageTexts[visit.language]
  const opened = form.fields.trimmed('opened') || String(visit.house.clock.now().getTime())
  // Whoever has something in it, such as a browser that fills in too much, gets to see it.
  const seen = form.fields.trimmed(TRAP) !== ''
  return (
    <>
      <input type="hidden" name="opened" value={opened} />
      {seen ? (
        <TextField form={form} name={TRAP} label={t.trap} autocomplete="off" />
      ) : (
        <div class="trap" aria-hidden="true">
          <label for={TRAP}>{t.trap}</label>
          <input id={TRAP} name={TRAP} type="text" tabIndex={-1} autoComplete="off" />
        </div>
      )}
    </>
  )
}

function thanks(visit: AnyVisit): Response {
  const { language } = visit
  const t = feedbackPageTexts[language]
  return page(visit, {
    title: t.sentTitle,
    path: [{ title: t.statement, href: address(language, 'accessibility') }],
    children: (
      <>
        <div class="head tight">
          <h1>{t.sentTitle}</h1>
          <p class="lead" role="status">
            {t.sentLead}
          </p>
        </div>
        <p>
          <a href={address(language, 'accessibility')}>{t.toStatement}</a>
        </p>
      </>
    ),
  })
}
