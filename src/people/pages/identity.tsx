import { getCookie } from 'hono/cookie'
import { Fields } from '../../platform/http/fields.ts'
import { KEPT_FORM_COOKIE } from '../../platform/http/keptForms.ts'
import { readFormWithoutFiles } from '../../platform/http/readForm.ts'
import { Refusal } from '../../platform/refusal.ts'
import { address, withNext } from '../../web/addresses.ts'
import { page, seeOther } from '../../web/render.tsx'
import { type AnyVisit, type Handler, noteEvent } from '../../web/visit.ts'
import { clientOf } from '../client.ts'
import { IdentityRefusal } from '../identity/identityRefusal.ts'
import type { IdentityProvider } from '../identity/provider.ts'
import { beginIdentity, finishIdentity, identityProvider } from '../identity/signInByIdentity.ts'
import { secondsToWait } from '../limits.ts'
import { ownPath } from '../signInLinks.ts'
import { browserOf, keyForBrowser } from './identityCookie.ts'
import { goOnAs } from './onwards.ts'
import { drawSignIn, tooOften } from './signIn.tsx'
import { pageTexts } from './texts.ts'
import { waysInTexts } from './waysInTexts.ts'

/**
 * Sends the browser to an e-identity service, to sign in or, when signed in, to link. Not by a redirect:
 * our content security policy lets a form lead to our own pages alone, and browsers hold the redirects
 * after it to that, so the page that answers the form leads on.
 */
export const sendIdentityStart: Handler<'identityStart'> = async (visit) => {
  const { house, language, context } = visit
  const provider = identityProvider(house, visit.values.provider)
  const { fields } = await readFormWithoutFiles(context.req.raw, house)
  const next = ownPath(fields.get('next'))
  const wait = await secondsToWait(house, 'linksFromAClient', clientOf(house, context))
  if (wait !== null) throw new Refusal(429, (l) => pageTexts[l].tooOften(Math.ceil(wait / 60)))
  const { browser, cookie } = keyForBrowser(visit)
  try {
    const url = await beginIdentity(house, visit, provider, { browser, next, language })
    const answer = leadOn(visit, provider, url)
    answer.headers.append('Set-Cookie', cookie)
    return answer
  } catch (error) {
    return failed(visit, error, next)
  }
}

function leadOn(visit: AnyVisit, provider: IdentityProvider, url: URL): Response {
  const { language } = visit
  const t = waysInTexts[language]
  const service = provider.label[language]
  const answer = page(visit, {
    title: t.goingTitle(service),
    leadsTo: url.href,
    children: (
      <div class="head">
        <h1>{t.goingTitle(service)}</h1>
        <p class="lead">{t.goingLead}</p>
        <p class="acts">
          <a class="ds-button" href={url.href}>
            {t.goOnTo(service)}
          </a>
        </p>
      </div>
    ),
  })
  answer.headers.set('Cache-Control', 'no-store')
  return answer
}

/** Takes a service's reply, and goes on: signed in, linked, or to the page that links. */
export const identityReturn: Handler<'identityReturn'> = async (visit) => {
  const { house, language, query } = visit
  const provider = identityProvider(house, visit.values.provider)
  const wait = await secondsToWait(house, 'linksFromAClient', clientOf(house, visit.context))
  if (wait !== null) return tooOften(failed(visit, new Refusal(429, (l) => pageTexts[l].tooOften(Math.ceil(wait / 60))), null), wait)
  try {
    const outcome = await finishIdentity(house, visit, provider, { query, browser: browserOf(visit) ?? '', language })
    if (outcome.outcome === 'signed in') {
      noteEvent(visit, 'signed in by e-identity')
      return await goOnAs(visit, outcome.signedIn, outcome.next)
    }
    if (outcome.outcome === 'linked') {
      noteEvent(visit, 'e-identity linked')
      return seeOther(`${address(language, 'account')}?done=linked`)
    }
    return seeOther(withNext(address(language, 'identityLink'), outcome.next))
  } catch (error) {
    return failed(visit, error, null)
  }
}

/** The page of signing in with what went wrong on top; what was typed in a form meanwhile is still kept. */
function failed(visit: AnyVisit, error: unknown, next: string | null): Response {
  if (!(error instanceof Refusal) || !error.say) throw error
  if (error instanceof IdentityRefusal) noteEvent(visit, `e-identity refused: ${error.code}`)
  if (visit.actor.personId !== null) throw error
  const kept = getCookie(visit.context, KEPT_FORM_COOKIE) ? address(visit.language, 'keptForm') : ''
  return drawSignIn(visit, { fields: new Fields({ next: [next ?? kept] }), say: error.say, status: error.status })
}
