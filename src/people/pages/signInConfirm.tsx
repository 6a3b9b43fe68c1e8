import { readFormWithoutFiles } from '../../platform/http/readForm.ts'
import { Refusal, wrongFields } from '../../platform/refusal.ts'
import { address, withNext } from '../../web/addresses.ts'
import { notKept, page } from '../../web/render.tsx'
import { type AnyVisit, type Handler, noteEvent } from '../../web/visit.ts'
import { signInByToken, tokenWorks } from '../authentication.ts'
import { clientOf } from '../client.ts'
import { secondsToWait } from '../limits.ts'
import { ownPath } from '../signInLinks.ts'
import { peopleTexts } from '../texts.ts'
import { goOnAs } from './onwards.ts'
import { tooOften } from './signIn.tsx'
import { pageTexts } from './texts.ts'

/** Asks to confirm. Only looks: programs that check the links of letters must not use them up. */
export const showSignInConfirm: Handler<'signInConfirm'> = async (visit) => {
  const token = visit.query.get('token') ?? ''
  const next = ownPath(visit.query.get('next'))
  return notKept((await tokenWorks(visit.house, token)) ? draw(visit, token, next) : gone(visit, next))
}

/** Uses the link up, signs in and goes on to where the person was going. */
export const sendSignInConfirm: Handler<'signInConfirm'> = async (visit) => {
  const { house, language } = visit
  const { fields, problems } = await readFormWithoutFiles(visit.context.req.raw, house)
  if (problems.length) throw wrongFields(problems)
  const next = ownPath(fields.get('next'))
  const wait = await secondsToWait(house, 'linksFromAClient', clientOf(house, visit.context))
  if (wait !== null) return tooOften(gone(visit, next, 429, pageTexts[language].tooOften(Math.ceil(wait / 60))), wait)
  try {
    const signedIn = await signInByToken(house, fields.trimmed('token'))
    noteEvent(visit, 'signed in by e-mail')
    return await goOnAs(visit, signedIn, next)
  } catch (error) {
    if (error instanceof Refusal && error.status === 410) return notKept(gone(visit, next))
    throw error
  }
}

function draw(visit: AnyVisit, token: string, next: string | null): Response {
  const { language } = visit
  const t = pageTexts[language]
  return page(visit, {
    title: t.confirmTitle,
    children: (
      <div class="head">
        <h1>{t.confirmTitle}</h1>
        <p class="lead">{t.confirmLead}</p>
        <form method="post" action={address(language, 'signInConfirm')}>
          <input type="hidden" name="token" value={token} />
          {next ? <input type="hidden" name="next" value={next} /> : null}
          <div class="acts">
            <button type="submit" class="ds-button">
              {t.confirm}
            </button>
          </div>
        </form>
      </div>
    ),
  })
}

function gone(
  visit: AnyVisit,
  next: string | null,
  status: 410 | 429 = 410,
  text: string = peopleTexts[visit.language].linkIsUsedUp,
): Response {
  const { language } = visit
  const t = pageTexts[language]
  const signIn = withNext(address(language, 'signIn'), next)
  return page(
    visit,
    {
      title: status === 410 ? t.linkGone : t.confirmTitle,
      children: (
        <div class="head">
          <h1>{status === 410 ? t.linkGone : t.confirmTitle}</h1>
          <p class="lead">{text}</p>
          <p class="acts">
            <a class="ds-button" href={signIn}>
              {t.askNewLink}
            </a>
          </p>
        </div>
      ),
    },
    status,
  )
}
