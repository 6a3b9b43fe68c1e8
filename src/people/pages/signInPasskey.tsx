import { Fields } from '../../platform/http/fields.ts'
import { readFormWithoutFiles } from '../../platform/http/readForm.ts'
import { notFound, type Problem, Refusal } from '../../platform/refusal.ts'
import { address, withNext } from '../../web/addresses.ts'
import { page, seeOther } from '../../web/render.tsx'
import { type AnyVisit, type Handler, noteEvent } from '../../web/visit.ts'
import { signInPerson } from '../authentication.ts'
import { clientOf } from '../client.ts'
import { secondsToWait } from '../limits.ts'
import { beginPasskeyCheck, checkPasskey } from '../passkeys/checkPasskey.ts'
import { relyingPartyOf } from '../passkeys/relyingParty.ts'
import { ownPath } from '../signInLinks.ts'
import { goOnAs, onwards } from './onwards.ts'
import { PasskeyForm } from './PasskeyForm.tsx'
import { pageTexts } from './texts.ts'
import { waysInTexts } from './waysInTexts.ts'

/** Asks the browser for a passkey of whoever is there. Each page keeps a challenge, so nobody opens it without end. */
export const showSignInPasskey: Handler<'signInPasskey'> = async (visit) => {
  const { actor, house, query, session } = visit
  if (!relyingPartyOf(house.configuration)) throw notFound()
  const next = ownPath(query.get('next'))
  if (actor.personId !== null) return seeOther(await onwards(visit, actor.personId, session, next))
  const wait = await secondsToWait(house, 'challengesForAClient', clientOf(house, visit.context))
  if (wait !== null) throw new Refusal(429, (l) => pageTexts[l].tooOften(Math.ceil(wait / 60)))
  return draw(visit, next, [], 200)
}

/** Signs in by a passkey. Its authenticator has verified the person, so this is both steps. */
export const sendSignInPasskey: Handler<'signInPasskey'> = async (visit) => {
  const { house, context } = visit
  const { fields } = await readFormWithoutFiles(context.req.raw, house)
  const next = ownPath(fields.get('next'))
  const wait = await secondsToWait(house, 'linksFromAClient', clientOf(house, context))
  if (wait !== null) throw new Refusal(429, (l) => pageTexts[l].tooOften(Math.ceil(wait / 60)))
  try {
    const personId = await checkPasskey(house, fields.get('credential'))
    const signedIn = await signInPerson(house, personId, { method: 'passkey', bothSteps: true })
    noteEvent(visit, 'signed in by passkey')
    return await goOnAs(visit, signedIn, next)
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 422) throw error
    noteEvent(visit, 'passkey refused')
    return draw(visit, next, error.problems, 422)
  }
}

async function draw(visit: AnyVisit, next: string | null, problems: readonly Problem[], status: number): Promise<Response> {
  const { house, language } = visit
  const t = waysInTexts[language]
  const options = await beginPasskeyCheck(house, null)
  const answer = page(
    visit,
    {
      title: t.passkeyTitle,
      hasErrors: problems.length > 0,
      path: [{ title: pageTexts[language].signIn, href: address(language, 'signIn') }],
      children: (
        <div class="head">
          <h1>{t.passkeyTitle}</h1>
          <p class="lead">{t.passkeyLead}</p>
          <PasskeyForm
            form={{ fields: new Fields(), problems, language }}
            action={address(language, 'signInPasskey')}
            does="use"
            options={options}
            button={t.usePasskey}
          >
            {next ? <input type="hidden" name="next" value={next} /> : null}
          </PasskeyForm>
          <p>
            <a href={withNext(address(language, 'signIn'), next)}>{t.byEmailInstead}</a>
          </p>
        </div>
      ),
    },
    status,
  )
  answer.headers.set('Cache-Control', 'no-store')
  return answer
}
