import type { ComponentChildren } from 'preact'
import { readFormWithoutFiles } from '../../../../platform/http/readForm.ts'
import type { Language } from '../../../../platform/languages/languages.ts'
import { Refusal, wrongFields } from '../../../../platform/refusal.ts'
import { address } from '../../../../web/addresses.ts'
import { notKept, page, seeOther } from '../../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../../web/visit.ts'
import { thingIn } from '../../answers/answerLetters.ts'
import { stopIdeaLetters } from '../../answers/stopIdeaLetters.ts'
import { idInLink } from '../../letterLinks.ts'
import { mergeInLink, objectToMerge } from '../../themes/objectToMerge.ts'
import { answerPageTexts } from '../answers/texts.ts'
import { groupTexts } from './texts.ts'

/* Pages to which links in letters lead: the link says who one is, so nobody has to sign in. Looking changes nothing. */

/** An objection is not longer than this. */
const MOST_OBJECTION = 4_000

function drawPage(visit: AnyVisit, title: string, children: ComponentChildren, { status = 200, token = '' } = {}): Response {
  return notKept(
    page(
      visit,
      {
        title,
        ...(token ? { search: `?${new URLSearchParams({ token })}` } : {}),
        children: (
          <div class="head">
            <h1>{title}</h1>
            {children}
          </div>
        ),
      },
      status,
    ),
  )
}

const badLink = (visit: AnyVisit, title: string, words: string): Response =>
  drawPage(visit, title, <p class="lead">{words}</p>, { status: 403 })

/** Asks the author of a merged idea why they object. */
export const showObjection: Handler<'mergeObjection'> = async (visit) => drawObjection(visit, visit.query.get('token') ?? '')

async function drawObjection(visit: AnyVisit, token: string): Promise<Response> {
  const { language } = visit
  const t = groupTexts[language]
  const found = await mergeInLink(visit.house, token)
  if (!found) return badLink(visit, t.objectTitle, t.badLink)
  const { merge, source, target } = found
  const idea = <a href={address(language, 'idea', { plan: source.planId, idea: source.number })}>{t.toIdea}</a>
  const about = <p class="lead">{t.objectLead(thingIn(language, source), thingIn(language, target))}</p>
  if (merge.undoneOn)
    return drawPage(
      visit,
      t.objectTitle,
      <>
        {about}
        <p role="status">{t.undoneAlready}</p>
        <p>{idea}</p>
      </>,
      { token },
    )
  return drawPage(
    visit,
    t.objectTitle,
    <>
      {about}
      {merge.objectedOn ? <p role="status">{visit.query.has('done') ? t.objectDone : t.objectedAlready}</p> : null}
      <form method="post" action={address(language, 'mergeObjection')}>
        <input type="hidden" name="token" value={token} />
        <div class="field">
          <label class="ds-label" for="text">
            {t.objectText}
          </label>
          <p class="hint" id="text-h">
            {t.objectTextHint}
          </p>
          <textarea class="ds-input" id="text" name="text" rows={5} maxLength={MOST_OBJECTION} aria-describedby="text-h">
            {merge.objection ?? ''}
          </textarea>
        </div>
        <div class="acts">
          <button type="submit" class="ds-button">
            {t.object}
          </button>
          {idea}
        </div>
      </form>
    </>,
    { token },
  )
}

export const sendObjection: Handler<'mergeObjection'> = async (visit) => {
  const { house, language } = visit
  const { fields, problems } = await readFormWithoutFiles(visit.context.req.raw, house)
  if (problems.length) throw wrongFields(problems)
  const token = fields.trimmed('token')
  try {
    await objectToMerge(house, token, [...fields.trimmed('text')].slice(0, MOST_OBJECTION).join('') || null)
  } catch (error) {
    // What is wrong with the link, or was undone meanwhile, its page says.
    if (error instanceof Refusal && (error.status === 403 || error.status === 410)) return drawObjection(visit, token)
    throw error
  }
  return notKept(seeOther(`${address(language, 'mergeObjection')}?${new URLSearchParams({ token, done: 'yes' })}`))
}

/** Asks whether letters about supported ideas shall end: programs that check the links of letters must not end them for anyone. */
export const showStopLetters: Handler<'ideaLettersStop'> = async (visit) => {
  const { language, query, house } = visit
  const t = answerPageTexts[language]
  const token = query.get('token') ?? ''
  if ((await idInLink(house, 'ideaLettersStop', token)) === null) return badLink(visit, t.stopTitle, t.badLink)
  return drawPage(
    visit,
    t.stopTitle,
    <>
      <p class="lead">{t.stopLead}</p>
      <form method="post" action={stopAddress(language, token)}>
        <div class="acts">
          <button type="submit" class="ds-button">
            {t.stop}
          </button>
        </div>
      </form>
    </>,
    { token },
  )
}

const stopAddress = (language: Language, token: string): string =>
  `${address(language, 'ideaLettersStop')}?${new URLSearchParams({ token })}`

/** Ends them: by the page's button, or by a mail program in one step (RFC 8058), which sends no form of ours. */
export const sendStopLetters: Handler<'ideaLettersStop'> = async (visit) => {
  const { house, language, query } = visit
  const t = answerPageTexts[language]
  try {
    await stopIdeaLetters(house, query.get('token') ?? '')
  } catch (error) {
    if (error instanceof Refusal && error.status === 403) return badLink(visit, t.stopTitle, t.badLink)
    throw error
  }
  return drawPage(
    visit,
    t.stopTitle,
    <p class="lead" role="status">
      {t.stopped}
    </p>,
  )
}
