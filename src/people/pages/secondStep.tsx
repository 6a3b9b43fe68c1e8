import type { ComponentChildren } from 'preact'
import { Fields } from '../../platform/http/fields.ts'
import { readFormWithoutFiles } from '../../platform/http/readForm.ts'
import { type Problem, Refusal } from '../../platform/refusal.ts'
import { address, withNext } from '../../web/addresses.ts'
import { ErrorSummary, TextField } from '../../web/components/form.tsx'
import { page, seeOther } from '../../web/render.tsx'
import { type AnyVisit, type Handler, noteEvent } from '../../web/visit.ts'
import { secondsToWait } from '../limits.ts'
import { appInUseSince } from '../ownWays.ts'
import { beginPasskeyCheck } from '../passkeys/checkPasskey.ts'
import { passkeysOf } from '../passkeys/editPasskey.ts'
import { relyingPartyOf } from '../passkeys/relyingParty.ts'
import { passByCode, passByPasskey } from '../secondStep/passSecondStep.ts'
import { ownPath } from '../signInLinks.ts'
import { onwards } from './onwards.ts'
import { PasskeyForm } from './PasskeyForm.tsx'
import { tooOften } from './signIn.tsx'
import { pageTexts } from './texts.ts'
import { waysInTexts } from './waysInTexts.ts'

/** Asks for the second step; who has nothing yet to do it with is shown how to add it. */
export const showSecondStep: Handler<'secondStep'> = async (visit) => {
  const { actor, query, session } = visit
  if (actor.personId === null || !session) throw new Refusal(401)
  const next = ownPath(query.get('next'))
  if (session.secondStep !== 'due') return seeOther(await onwards(visit, actor.personId, session, next))
  return draw(visit, actor.personId, next, new Fields(), [], 200)
}

/** Takes a code or a passkey. Every attempt of a person counts, right or wrong, from wherever it comes. */
export const sendSecondStep: Handler<'secondStep'> = async (visit) => {
  const { actor, house, session } = visit
  if (actor.personId === null || !session) throw new Refusal(401)
  const { fields } = await readFormWithoutFiles(visit.context.req.raw, house)
  const next = ownPath(fields.get('next'))
  const byPasskey = fields.has('credential')
  const again = (problems: readonly Problem[], status: number) => draw(visit, actor.personId ?? '', next, fields, problems, status)
  const wait = await secondsToWait(house, 'secondStepsOfAPerson', actor.personId)
  if (wait !== null) {
    noteEvent(visit, 'second step: too many attempts')
    const say: Problem['say'] = (l) => pageTexts[l].tooOften(Math.ceil(wait / 60))
    return tooOften(await again([{ field: byPasskey ? 'credential' : 'code', say }], 429), wait)
  }
  try {
    if (byPasskey) await passByPasskey(house, visit, fields.get('credential'))
    const by = byPasskey ? 'passkey' : await passByCode(house, visit, fields.trimmed('code'))
    noteEvent(visit, `second step: done by ${by}`)
    return seeOther(await onwards(visit, actor.personId, { ...session, secondStep: 'done' }, next))
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 422) throw error
    noteEvent(visit, 'second step: refused')
    return again(error.problems, 422)
  }
}

async function draw(
  visit: AnyVisit,
  personId: string,
  next: string | null,
  fields: Fields,
  problems: readonly Problem[],
  status: number,
): Promise<Response> {
  const { house } = visit
  const app = (await appInUseSince(house.db, personId)) !== null
  const passkeys = relyingPartyOf(house.configuration) !== null && (await passkeysOf(house.db, personId)).length > 0
  if (!app && !passkeys) return showSetUp(visit, next, status)
  const { language } = visit
  const t = waysInTexts[language]
  const form = { fields, problems, language }
  const hiddenNext = next ? <input type="hidden" name="next" value={next} /> : null
  const answer = page(
    visit,
    {
      title: t.secondStepTitle,
      hasErrors: problems.length > 0,
      children: (
        <>
          <div class="head tight">
            <h1>{t.secondStepTitle}</h1>
            <p class="lead">{t.secondStepLead}</p>
          </div>
          <ErrorSummary form={form} />
          {passkeys ? (
            <section class="sec" aria-labelledby="atslega">
              <h2 id="atslega">{t.orPasskey}</h2>
              <PasskeyForm
                form={form}
                action={address(language, 'secondStep')}
                does="use"
                options={await beginPasskeyCheck(house, personId)}
                button={t.usePasskey}
                secondary={app}
              >
                {hiddenNext}
              </PasskeyForm>
            </section>
          ) : null}
          <section class="sec" aria-labelledby="kods">
            <h2 id="kods">{t.code}</h2>
            <form method="post" action={address(language, 'secondStep')} noValidate>
              {hiddenNext}
              <TextField form={form} name="code" label={t.code} hint={t.codeHint} autocomplete="one-time-code" maxLength={40} short />
              <div class="acts">
                <button type="submit" class="ds-button" {...(app ? {} : { 'data-variant': 'secondary' })}>
                  {t.checkCode}
                </button>
              </div>
            </form>
          </section>
          <section class="sec" aria-labelledby="nav">
            <h2 id="nav">{t.lost}</h2>
            <div class="prose">
              <p>{t.lostText}</p>
            </div>
          </section>
        </>
      ),
    },
    status,
  )
  answer.headers.set('Cache-Control', 'no-store')
  return answer
}

/** What a second step can be, for who must have one and has none yet. */
function showSetUp(visit: AnyVisit, next: string | null, status: number): Response {
  const { house, language } = visit
  const t = waysInTexts[language]
  return page(
    visit,
    {
      title: t.setUpTitle,
      children: (
        <>
          <div class="head">
            <h1>{t.setUpTitle}</h1>
            <p class="lead">{t.setUpLead}</p>
          </div>
          <ul class="rows ways">
            {relyingPartyOf(house.configuration) ? (
              <Choice href={withNext(address(language, 'passkeyNew'), next)} title={t.setUpPasskey}>
                {t.setUpPasskeyText}
              </Choice>
            ) : null}
            <Choice href={withNext(address(language, 'authenticatorApp'), next)} title={t.setUpApp}>
              {t.setUpAppText}
            </Choice>
          </ul>
          <p>
            <a href={address(language, 'home')}>{t.later}</a>
          </p>
        </>
      ),
    },
    status,
  )
}

function Choice({ href, title, children }: { href: string; title: string; children: ComponentChildren }) {
  return (
    <li>
      <div>
        <h2 class="title2">
          <a href={href}>{title}</a>
        </h2>
        <p>{children}</p>
      </div>
    </li>
  )
}
