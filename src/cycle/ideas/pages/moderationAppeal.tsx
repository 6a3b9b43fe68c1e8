import type { House } from '../../../platform/house.ts'
import type { Fields } from '../../../platform/http/fields.ts'
import { idInAddress } from '../../../platform/http/numberInAddress.ts'
import { onDate } from '../../../platform/languages/dates.ts'
import { wrongField } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../../web/answerForm.ts'
import { ErrorSummary, TextArea } from '../../../web/components/form.tsx'
import { HiddenFields } from '../../../web/components/HiddenFields.tsx'
import { Written } from '../../../web/components/Written.tsx'
import { notKept, page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { textsOf } from '../moderation/blackOut.ts'
import { type Appealable, appealableBy, sendAppeal } from '../moderation/sendAppeal.ts'
import { actWords, moderationRefusals, reasonWords } from '../moderation/words.ts'
import { moderationTexts } from './moderationTexts.ts'
import { EXPLANATION_LIMIT } from './ThingView.tsx'

const tokenIn = ({ query }: AnyVisit): string => query.get('token') ?? ''

const about = (visit: AnyVisit): Promise<Appealable> =>
  appealableBy(visit.house.db, visit.actor, idInAddress(visit.values.entry), tokenIn(visit))

/** The form by which an author appeals: by the letter's link, or signed in. */
export const showModerationAppeal: Handler<'moderationAppeal'> = async (visit) => {
  const its = await about(visit)
  return notKept(visit.query.has('sent') ? thanks(visit) : draw(visit, its, opened()))
}

export const sendModerationAppeal: Handler<'moderationAppeal'> = async (visit) => {
  const its = await about(visit)
  return answerForm(
    visit,
    (house, fields) => act(house, visit, its, fields),
    async (drawn) => notKept(draw(visit, await about(visit), drawn)),
  )
}

async function act(house: House, visit: AnyVisit, { entry }: Appealable, fields: Fields): Promise<string> {
  const { language, actor } = visit
  const text = fields.trimmed('text')
  if (!text) throw wrongField('text', (l) => moderationRefusals[l].appeal)
  if ([...text].length > EXPLANATION_LIMIT) throw wrongField('text', (l) => moderationRefusals[l].tooLong(EXPLANATION_LIMIT))
  await sendAppeal(house, actor, entry.id, { token: tokenIn(visit), text, language })
  const query = new URLSearchParams({ ...(tokenIn(visit) ? { token: tokenIn(visit) } : {}), sent: '1' })
  return `${address(language, 'moderationAppeal', { entry: entry.id })}?${query}`
}

function draw(visit: AnyVisit, { entry, thing, appealed }: Appealable, drawn: Drawn): Response {
  const { language } = visit
  const t = moderationTexts[language]
  const form = stateOf(visit, drawn)
  const search = tokenIn(visit) ? `?${new URLSearchParams({ token: tokenIn(visit) })}` : ''
  return page(
    visit,
    {
      title: t.appealTitle,
      hasErrors: drawn.problems.length > 0,
      section: 'ideas',
      path: [{ title: t.title, href: address(language, 'moderationRules') }],
      search,
      children: (
        <>
          <div class="head tight">
            <h1>{t.appealTitle}</h1>
            <p class="lead">{t.appealLead}</p>
          </div>
          {drawn.conflict ? (
            <div class="ds-error-summary" role="alert">
              <p>{drawn.say?.(language) ?? t.conflict}</p>
            </div>
          ) : null}
          <ErrorSummary form={form} />
          <section class="sec" aria-labelledby="lemums">
            <h2 id="lemums">{t.decision}</h2>
            <div class="prose">
              <p>
                {actWords[language][entry.act]}, {onDate(language, entry.actedOn)}.{' '}
                {entry.reason ? `${t.why}: ${reasonWords[language][entry.reason]}.` : null}
              </p>
              {entry.explanation ? <Written text={entry.explanation} written={entry.language} language={language} quiet /> : null}
            </div>
          </section>
          <section class="sec" aria-labelledby="teksts">
            <h2 id="teksts">{t.yourText}</h2>
            <div class="prose">
              {[...textsOf(thing).values()].map((text, index) => (
                <Written key={index} text={text} written={thing.language} language={language} quiet />
              ))}
            </div>
          </section>
          {appealed && !drawn.conflict ? (
            <p>{moderationRefusals[language].appealedAlready}</p>
          ) : (
            <form method="post" action={`${address(language, 'moderationAppeal', { entry: entry.id })}${search}`} noValidate>
              <HiddenFields form={form} version={null} />
              <TextArea form={form} name="text" label={t.appealWhy} rows={8} limit={EXPLANATION_LIMIT} lang={language} />
              <div class="acts">
                <button type="submit" class="ds-button">
                  {t.appealSend}
                </button>
              </div>
            </form>
          )}
        </>
      ),
    },
    drawn.status,
  )
}

function thanks(visit: AnyVisit): Response {
  const { language } = visit
  const t = moderationTexts[language]
  return page(visit, {
    title: t.appealSentTitle,
    section: 'ideas',
    path: [{ title: t.title, href: address(language, 'moderationRules') }],
    children: (
      <div class="head">
        <h1>{t.appealSentTitle}</h1>
        <p class="lead" role="status">
          {t.appealSentLead}
        </p>
        <p class="acts">
          <a href={address(language, 'moderationLog')}>{t.log}</a>
        </p>
      </div>
    ),
  })
}
