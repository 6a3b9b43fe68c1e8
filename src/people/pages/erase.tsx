import { Refusal, wrongField } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../web/answerForm.ts'
import { TextField } from '../../web/components/form.tsx'
import { notKept, page } from '../../web/render.tsx'
import { type AnyVisit, type Handler, noteEvent } from '../../web/visit.ts'
import { endSession } from '../authentication.ts'
import { allow } from '../permission.ts'
import { peoplePolicy } from '../policy.ts'
import { type AlsoForget, eraseOneself } from '../removePerson.ts'
import { eraseLists, eraseTexts, eraseWord } from './eraseTexts.ts'
import { FormNumber, toldPage } from './parts.tsx'

/** What erasing oneself means, and the word that confirms it. */
export const showErase: Handler<'mineErase'> = async (visit) => draw(visit, opened())

/** Erases who asks, once the word was typed, and signs this browser out. */
export const sendErase =
  (alsoForget: AlsoForget): Handler<'mineErase'> =>
  async (visit) => {
    allow(peoplePolicy.useOwnAccount, visit.actor, undefined)
    const { actor, session, language } = visit
    const answer = await answerForm(
      visit,
      async (house, fields) => {
        if (asCompared(fields.trimmed('word')) !== eraseWord[language]) throw wrongField('word', (l) => eraseTexts[l].wrongWord)
        await eraseOneself(house, { actor, session }, alsoForget)
        noteEvent(visit, 'account erased')
        return address(language, 'mineErased')
      },
      (drawn) => draw(visit, drawn),
    )
    if (answer.status === 303)
      for (const cookie of await endSession(visit.house, visit.context.req.raw.headers)) answer.headers.append('Set-Cookie', cookie)
    return notKept(answer)
  }

/** Small letters without diacritics: whoever types DZEST means it. */
const asCompared = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** For who has just been erased, and is a visitor now. */
export const showErased: Handler<'mineErased'> = async (visit) => {
  const t = eraseTexts[visit.language]
  return page(visit, {
    title: t.erased,
    children: (
      <div class="head">
        <h1>{t.erased}</h1>
        <p class="lead">{t.erasedLead}</p>
        <p>
          <a href={address(visit.language, 'home')}>{t.home}</a>
        </p>
      </div>
    ),
  })
}

function draw(visit: AnyVisit, drawn: Drawn): Response {
  const { actor, language } = visit
  allow(peoplePolicy.useOwnAccount, actor, undefined)
  if (actor.personId === null) throw new Refusal(401)
  const t = eraseTexts[language]
  const form = stateOf(visit, drawn)
  return notKept(
    toldPage(visit, drawn, {
      title: t.title,
      section: 'mine',
      lead: t.lead,
      path: [{ title: t.mine, href: address(language, 'mine') }],
      done: null,
      children: (
        <>
          <section class="sec" aria-labelledby="pazudis">
            <h2 id="pazudis">{t.goes}</h2>
            <ul class="prose">
              {eraseLists[language].goes.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </section>
          <section class="sec" aria-labelledby="paliks">
            <h2 id="paliks">{t.stays}</h2>
            <ul class="prose">
              {eraseLists[language].stays.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </section>
          <section class="sec" aria-labelledby="apstiprinat">
            <h2 id="apstiprinat">{t.title}</h2>
            <form method="post" action={address(language, 'mineErase')} noValidate>
              <FormNumber />
              <p class="hint">
                {t.dataFirst} <a href={address(language, 'mineData')}>{t.data}</a>
              </p>
              <TextField form={form} name="word" label={t.word} autocomplete="off" short />
              <div class="acts">
                <button type="submit" class="ds-button">
                  {t.erase}
                </button>
              </div>
            </form>
          </section>
        </>
      ),
    }),
  )
}
