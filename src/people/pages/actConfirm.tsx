import { readFormWithoutFiles } from '../../platform/http/readForm.ts'
import { Refusal, type Say, wrongFields } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { notKept, page, seeOther } from '../../web/render.tsx'
import { type AnyVisit, type Handler, noteEvent } from '../../web/visit.ts'
import { signInPerson } from '../authentication.ts'
import { awaitedBy, type ConfirmableActs, confirmAct } from '../awaited/awaitedActs.ts'
import { awaitedTexts } from '../awaited/texts.ts'
import { goOnAs } from './onwards.ts'

/** Asks to confirm. Only looks: programs that check the links of letters must not confirm for anyone. */
export const showActConfirm =
  (acts: ConfirmableActs): Handler<'actConfirm'> =>
  async (visit) => {
    const token = visit.query.get('token') ?? ''
    const wish = await awaitedBy(visit.house, token)
    const act = wish && acts[wish.act]
    if (!act) return notKept(gone(visit))
    const what = await act.describe(visit.house, wish.content, visit.language)
    return notKept(draw(visit, { token, what, email: wish.email }))
  }

/** Does what was awaited, signs its sender in, and goes on to what was done. */
export const sendActConfirm =
  (acts: ConfirmableActs): Handler<'actConfirm'> =>
  async (visit) => {
    const { house } = visit
    const { fields, problems } = await readFormWithoutFiles(visit.context.req.raw, house)
    if (problems.length) throw wrongFields(problems)
    try {
      const { personId, href } = await confirmAct(house, acts, fields.trimmed('token'))
      noteEvent(visit, 'confirmed by e-mail')
      // Who confirms while signed in as the same person stays so.
      if (visit.actor.personId === personId) return notKept(seeOther(href))
      return await goOnAs(visit, await signInPerson(house, personId, { method: 'email', bothSteps: false }), href)
    } catch (error) {
      if (error instanceof Refusal && error.status === 410) return notKept(gone(visit, error.say))
      throw error
    }
  }

function draw(visit: AnyVisit, { token, what, email }: { token: string; what: string; email: string }): Response {
  const { language } = visit
  const t = awaitedTexts[language]
  return page(visit, {
    title: t.title,
    search: `?${new URLSearchParams({ token })}`,
    children: (
      <div class="head">
        <h1>{t.title}</h1>
        <p class="lead">{what}</p>
        <p>{t.lead(email)}</p>
        <form method="post" action={address(language, 'actConfirm')}>
          <input type="hidden" name="token" value={token} />
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

function gone(visit: AnyVisit, say: Say | null = null): Response {
  const { language } = visit
  const t = awaitedTexts[language]
  return page(
    visit,
    {
      title: t.linkGone,
      children: (
        <div class="head">
          <h1>{t.linkGone}</h1>
          <p class="lead">{say?.(language) ?? t.linkGoneText}</p>
          <p class="acts">
            <a class="ds-button" href={address(language, 'home')}>
              {t.toHome}
            </a>
          </p>
        </div>
      ),
    },
    410,
  )
}
