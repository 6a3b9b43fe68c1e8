import { randomUUID } from 'node:crypto'
import {
  allow,
  emailOf,
  type LetterRhythm,
  type LetterWishes,
  letterKinds,
  letterRhythms,
  peoplePolicy,
  saveWishes,
  wishesOf,
} from '../../people/index.ts'
import type { Fields } from '../../platform/http/fields.ts'
import { type Problem, Refusal, wrongFields } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../web/answerForm.ts'
import { ErrorSummary, type FormState, Select } from '../../web/components/form.tsx'
import { notKept, page } from '../../web/render.tsx'
import type { AnyVisit, Handler } from '../../web/visit.ts'
import { mineTexts } from '../texts.ts'
import { Following } from './Following.tsx'
import { Said, Sent, SignedUp, Supported } from './OwnLists.tsx'

/** What someone sent, said, supports and follows, what became of it, and how they want to hear of it. */
export const showMine: Handler<'mine'> = async (visit) => {
  const personId = whose(visit)
  const wished = await wishesOf(visit.house.db, personId)
  return draw(visit, personId, opened(Object.fromEntries(letterKinds.map((kind) => [kind, [wished[kind]]]))))
}

/** Keeps how often someone wants letters of each kind. */
export const sendMine: Handler<'mine'> = async (visit) => {
  const personId = whose(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      await saveWishes(house, visit.actor, readWishes(fields))
      return `${address(visit.language, 'mine')}?done=saved`
    },
    (drawn) => draw(visit, personId, drawn),
  )
}

function whose({ actor }: AnyVisit): string {
  allow(peoplePolicy.useOwnAccount, actor, undefined)
  if (actor.personId === null) throw new Refusal(401)
  return actor.personId
}

function readWishes(fields: Fields): LetterWishes {
  const problems: Problem[] = []
  const of = (kind: (typeof letterKinds)[number]): LetterRhythm => {
    const chosen = letterRhythms.find((one) => one === fields.trimmed(kind))
    if (!chosen) problems.push({ field: kind, say: (language) => mineTexts[language].chooseRhythm })
    return chosen ?? 'immediate'
  }
  const read = {
    answer: of('answer'),
    comment: of('comment'),
    moderation: of('moderation'),
    merge: of('merge'),
    supported: of('supported'),
  }
  if (problems.length) throw wrongFields(problems)
  return read
}

async function draw(visit: AnyVisit, personId: string, drawn: Drawn): Promise<Response> {
  const { house, language, query } = visit
  const t = mineTexts[language]
  const email = await emailOf(house.db, personId)
  const form = stateOf(visit, drawn)
  return notKept(
    page(
      visit,
      {
        title: t.title,
        section: 'mine',
        hasErrors: drawn.problems.length > 0,
        children: (
          <>
            <div class="head tight">
              <h1>{t.title}</h1>
              <p class="lead">{t.lead}</p>
              {query.get('done') === 'saved' && drawn.status === 200 ? (
                <p class="lead" role="status">
                  {t.saved}
                </p>
              ) : null}
            </div>
            <ErrorSummary form={form} />
            {await Sent({ visit, personId })}
            {await Supported({ visit, personId })}
            {await Said({ visit, personId })}
            {await SignedUp({ visit, personId })}
            {await Following({ visit, email })}
            <Letters language={language} form={form} />
            <section class="sec" aria-labelledby="dati">
              <h2 id="dati">{t.data}</h2>
              <div>
                <p>{t.dataNote}</p>
                <p>
                  <a href={address(language, 'mineData')}>{t.takeData}</a>
                </p>
              </div>
            </section>
            <section class="sec" aria-labelledby="dzest">
              <h2 id="dzest">{t.erase}</h2>
              <div>
                <p>{t.eraseNote}</p>
                <p>
                  <a href={address(language, 'mineErase')}>{t.goErase}</a>
                </p>
              </div>
            </section>
          </>
        ),
      },
      drawn.status,
    ),
  )
}

function Letters({ language, form }: { language: AnyVisit['language']; form: FormState }) {
  const t = mineTexts[language]
  const choices = letterRhythms.map((rhythm) => ({ value: rhythm, label: t.rhythm(rhythm) }))
  return (
    <section class="sec" aria-labelledby="vestules">
      <h2 id="vestules">{t.letters}</h2>
      <form method="post" action={address(language, 'mine')} noValidate>
        <input type="hidden" name="form" value={randomUUID()} />
        <p class="hint">{t.lettersNote}</p>
        {letterKinds.map((kind) => (
          <Select key={kind} form={form} name={kind} label={t.letterKind(kind)} choices={choices} />
        ))}
        <div class="acts">
          <button type="submit" class="ds-button">
            {t.save}
          </button>
        </div>
      </form>
    </section>
  )
}
