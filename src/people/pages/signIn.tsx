import { Fields } from '../../platform/http/fields.ts'
import { readFormWithoutFiles } from '../../platform/http/readForm.ts'
import type { Language } from '../../platform/languages/languages.ts'
import type { Problem, Say } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { ErrorSummary, TextField } from '../../web/components/form.tsx'
import { WhereLettersGo } from '../../web/components/WhereLettersGo.tsx'
import { page, seeOther } from '../../web/render.tsx'
import type { AnyVisit, Handler } from '../../web/visit.ts'
import { linkLives } from '../authentication.ts'
import { clientOf } from '../client.ts'
import { readEmail } from '../input.ts'
import { secondsToWait } from '../limits.ts'
import { ownPath, sendSignInLink } from '../signInLinks.ts'
import { peopleTexts } from '../texts.ts'
import { OtherWays } from './OtherWays.tsx'
import { onwards } from './onwards.ts'
import { pageTexts } from './texts.ts'

/** Asks for an e-mail address; after that, tells to look into the mailbox. Who is signed in goes on. */
export const showSignIn: Handler<'signIn'> = async (visit) => {
  const { actor, query, session } = visit
  if (actor.personId !== null) return seeOther(await onwards(visit, actor.personId, session, ownPath(query.get('next'))))
  if (visit.query.has('sent')) return lookInMailbox(visit)
  return drawSignIn(visit, { fields: new Fields({ next: [visit.query.get('next') ?? ''] }) })
}

export const sendSignIn: Handler<'signIn'> = async (visit) => {
  const { house, language } = visit
  const { fields, problems } = await readFormWithoutFiles(visit.context.req.raw, house)
  if (problems.length) return drawSignIn(visit, { fields, problems, status: 422 })
  const email = readEmail(fields.get('email'))
  if (!email) return drawSignIn(visit, { fields, problems: [{ field: 'email', say: (l) => peopleTexts[l].giveAnEmail }], status: 422 })
  // Known or not, an address counts the same: the answer must not tell who is on the list.
  const client = clientOf(house, visit.context)
  const wait =
    (await secondsToWait(house, 'lettersFromAClient', client)) ??
    (await secondsToWait(house, 'lettersToAnAddressFromAClient', `${client} ${email}`)) ??
    (await secondsToWait(house, 'lettersToAnAddress', email))
  if (wait !== null) {
    const problem = { field: 'email', say: (l: Language) => pageTexts[l].tooOften(Math.ceil(wait / 60)) }
    return tooOften(drawSignIn(visit, { fields, problems: [problem], status: 429 }), wait)
  }
  await sendSignInLink(house, { email, language, next: ownPath(fields.get('next')) })
  return seeOther(`${address(language, 'signIn')}?sent=1`)
}

/** Tells programs, too, how long to wait. */
export function tooOften(response: Response, seconds: number): Response {
  response.headers.set('Retry-After', String(seconds))
  return response
}

type SignInDrawn = { fields: Fields; problems?: readonly Problem[]; say?: Say | null; status?: number }

/** The page of signing in, with what was typed, what is wrong, and a word on top where another way has failed. */
export function drawSignIn(visit: AnyVisit, { fields, problems = [], say = null, status = 200 }: SignInDrawn): Response {
  const { language } = visit
  const t = pageTexts[language]
  const form = { fields, problems, language }
  const next = ownPath(fields.get('next'))
  return page(
    visit,
    {
      title: t.signIn,
      hasErrors: problems.length > 0,
      children: (
        <>
          <div class="head tight">
            <h1>{t.signIn}</h1>
            <p class="lead">{t.signInLead}</p>
          </div>
          <div class="form-grid">
            <div>
              {say ? (
                <div class="ds-error-summary" role="alert">
                  <p>{say(language)}</p>
                </div>
              ) : null}
              <ErrorSummary form={form} />
              <form method="post" action={address(language, 'signIn')} noValidate>
                {next ? <input type="hidden" name="next" value={next} /> : null}
                <TextField form={form} name="email" label={t.email} type="email" autocomplete="email" maxLength={254} />
                <div class="acts">
                  <button type="submit" class="ds-button">
                    {t.sendLink}
                  </button>
                </div>
              </form>
              <OtherWays visit={visit} next={next} />
            </div>
            <aside class="side" aria-labelledby="kas">
              <h2 id="kas">{t.whoCanSignIn}</h2>
              <div class="prose">
                <p>{t.whoCanSignInText}</p>
              </div>
            </aside>
          </div>
        </>
      ),
    },
    status,
  )
}

function lookInMailbox(visit: AnyVisit): Response {
  const { language } = visit
  const t = pageTexts[language]
  return page(visit, {
    title: t.lookInMailbox,
    path: [{ title: t.signIn, href: address(language, 'signIn') }],
    children: (
      <>
        <div class="head tight">
          <h1>{t.lookInMailbox}</h1>
          <p class="lead">{t.lookInMailboxText(linkLives.signIn / 60)}</p>
          <WhereLettersGo visit={visit} />
        </div>
        <section class="sec" aria-labelledby="vestule">
          <h2 id="vestule">{t.noLetter}</h2>
          <div class="prose">
            <p>{t.noLetterText}</p>
            <p>
              <a href={address(language, 'signIn')}>{t.askNewLink}</a>
            </p>
          </div>
        </section>
      </>
    ),
  })
}
