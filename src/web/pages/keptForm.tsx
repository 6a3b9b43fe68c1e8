import { getCookie } from 'hono/cookie'
import { clientOf, secondsToWait } from '../../people/index.ts'
import { Fields } from '../../platform/http/fields.ts'
import { KEPT_FORM_COOKIE, KEPT_SECONDS, keepForm, keptFormOf } from '../../platform/http/keptForms.ts'
import { readFormWithoutFiles } from '../../platform/http/readForm.ts'
import { defineTexts } from '../../platform/languages/texts.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { page } from '../render.tsx'
import { webText } from '../texts.ts'
import type { AnyVisit, Handler } from '../visit.ts'
import { refusalPage } from './problems.tsx'

const texts = defineTexts({
  lv: {
    title: 'Jūsu ierakstītais nav zudis',
    lead: 'Veidlapu nosūtījāt, kad sesija bija beigusies. Turpiniet: nosūtīsim to vēlreiz tieši tādu, kāda tā bija. Datnes būs jāpievieno no jauna.',
    goOn: 'Turpināt',
    typed: 'Ierakstītais',
  },
  en: {
    title: 'What you typed is not lost',
    lead: 'You sent the form when your session had ended. Go on: we send it again just as it was. Files have to be added again.',
    goOn: 'Go on',
    typed: 'What you typed',
  },
})

/** The longest form of ours is a commitment's; a stranger could fill the database otherwise. */
const MOST_CHARACTERS = 200_000

/**
 * Answers a form from someone who has to sign in first: keeps what was typed, with a key that only
 * this browser has, and shows the way to sign in and back. A link can't carry the key, so nobody
 * can be led into sending what another has typed.
 */
export async function keepTyped(visit: AnyVisit, refusal: Refusal): Promise<Response> {
  const { house, context, language } = visit
  const path = new URL(context.req.url).pathname
  const read = await readFormWithoutFiles(context.req.raw, house).catch(() => null)
  const fields = read?.fields ?? new Fields()
  const size = JSON.stringify(fields.toRecord()).length
  const wait = await secondsToWait(house, 'formsKeptForAClient', clientOf(house, context))
  if (!read || size > MOST_CHARACTERS || wait !== null) return refusalPage(visit, refusal, path)
  const key = await keepForm(house.db, house.clock.now(), { path, fields })
  const kept = new Refusal(refusal.status, (l) =>
    refusal.say || refusal.status === 403
      ? [refusal.say?.(l), webText(l).typedIsKept].filter(Boolean).join(' ')
      : webText(l).signInKeptText,
  )
  const answer = refusalPage(visit, kept, address(language, 'keptForm'))
  const secure = house.configuration.url.startsWith('https:') ? '; Secure' : ''
  answer.headers.append('Set-Cookie', `${KEPT_FORM_COOKIE}=${key}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${KEPT_SECONDS}${secure}`)
  return answer
}

/** Shows what was typed before signing in, and sends it on with one press. */
export const keptFormPage: Handler<'keptForm'> = async (visit) => {
  const { house, language } = visit
  if (visit.actor.personId === null) throw new Refusal(401)
  const key = getCookie(visit.context, KEPT_FORM_COOKIE)
  const kept = key ? await keptFormOf(house.db, house.clock.now(), key) : null
  if (!kept) throw notFound()
  const t = texts[language]
  const fields = Object.entries(kept.fields.toRecord())
  const long = fields.flatMap(([, values]) => values.filter((value) => value.length > 20 && value.includes(' ')))
  return page(visit, {
    title: t.title,
    children: (
      <>
        <div class="head">
          <h1>{t.title}</h1>
          <p class="lead">{t.lead}</p>
          <form method="post" action={kept.path}>
            {fields.flatMap(([name, values]) =>
              values.map((value, n) => <input key={`${name}${n}`} type="hidden" name={name} value={value} />),
            )}
            <p class="acts">
              <button type="submit" class="ds-button">
                {t.goOn}
              </button>
            </p>
          </form>
        </div>
        {long.length ? (
          <section class="sec" aria-labelledby="ierakstitais">
            <h2 id="ierakstitais">{t.typed}</h2>
            <div class="prose">
              {long.map((text) => (
                <p key={text} class="typed">
                  {text}
                </p>
              ))}
            </div>
          </section>
        ) : null}
      </>
    ),
  })
}
