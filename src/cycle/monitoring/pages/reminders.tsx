import { allow } from '../../../people/index.ts'
import type { Fields } from '../../../platform/http/fields.ts'
import { pageInQuery } from '../../../platform/http/numberInAddress.ts'
import { isLanguage, type Language } from '../../../platform/languages/languages.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../../web/answerForm.ts'
import { ErrorSummary } from '../../../web/components/form.tsx'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { plansAtWork } from '../../plan/index.ts'
import { monitoringPolicy } from '../policy.ts'
import { chosenOf, fingerprintOf, lettersTo, remindable } from '../remindable.ts'
import { remindContributors } from '../remindContributors.ts'
import { remindTexts } from '../remindTexts.ts'
import { ChooseWhom } from './ChooseWhom.tsx'
import { LettersPreview } from './LettersPreview.tsx'
import { readChoice } from './reminderChoice.ts'
import { remindersTexts } from './remindersTexts.ts'

/** Whom to remind; with a choice in the address the letters as they would go. Both are read, so both are addresses. */
export const showReminders: Handler<'reminders'> = async (visit) => {
  allow(monitoringPolicy.remindContributors, visit.actor, undefined)
  const { query } = visit
  const chosen = query.getAll('to')
  if (!query.has('preview')) return draw(visit, opened({ to: chosen, letters: ['lv'] }))
  const missing = { field: 'to', say: (language: Language) => remindTexts[language].chooseSomeone }
  const drawn = opened({ to: chosen, letters: query.getAll('letters') })
  return chosen.length ? draw(visit, drawn, 'preview') : draw(visit, { ...drawn, status: 422, problems: [missing] })
}

/** Sends the letters that were previewed. */
export const sendReminders: Handler<'reminders'> = async (visit) => {
  allow(monitoringPolicy.remindContributors, visit.actor, undefined)
  return answerForm(
    visit,
    async (house, fields) => {
      const chosen = choicesIn(fields).map(readChoice)
      if (chosen.includes(null)) throw new Refusal(400)
      await remindContributors(house, visit.actor, {
        chosen: chosen.filter((one) => one !== null),
        language: languageIn(fields.trimmed('letters')),
        previewed: fields.trimmed('previewed'),
      })
      return `${address(visit.language, 'reminders')}?done=reminded`
    },
    (drawn) => draw(visit, drawn, drawn.conflict ? 'preview' : 'choose'),
  )
}

/** Boxes send a choice each; what was previewed comes as one field, with spaces between. */
const choicesIn = (fields: Fields): string[] => fields.all('to').flatMap((text) => text.split(' ').filter(Boolean))

/** Letters go in Latvian unless the secretariat chooses otherwise: nobody has said which language they prefer. */
const languageIn = (text: string): Language => (isLanguage(text) ? text : 'lv')

async function draw(visit: AnyVisit, drawn: Drawn, step: 'choose' | 'preview' = 'choose'): Promise<Response> {
  const { house, language, today, query } = visit
  const t = remindersTexts[language]
  const plan = query.get('plan')
  const all = (await remindable(house.db, await plansAtWork(house.db, today), today)).filter((one) => !plan || one.plan.id === plan)
  const typed = choicesIn(drawn.fields)
  const chosen = chosenOf(
    all,
    typed.map(readChoice).filter((one) => one !== null),
  )
  const inWhich = languageIn(drawn.fields.trimmed('letters'))
  const letters = step === 'preview' ? lettersTo(chosen, inWhich, today, house.configuration.url) : []
  const title = step === 'preview' ? t.previewTitle(letters.length) : t.title
  return page(
    visit,
    {
      title,
      hasErrors: drawn.problems.length > 0,
      section: 'manage',
      path: [
        { title: t.desk, href: address(language, 'desk') },
        ...(step === 'preview' ? [{ title: t.title, href: address(language, 'reminders') }] : []),
      ],
      children: (
        <>
          <div class="head tight">
            <h1>{title}</h1>
            <p class="lead">{step === 'preview' ? t.previewLead : all.length ? t.lead : t.nobodyToRemind}</p>
            {query.get('done') === 'reminded' && drawn.status === 200 ? (
              <p class="lead" role="status">
                {t.sent}
              </p>
            ) : null}
          </div>
          {drawn.say ? (
            <div class="ds-error-summary" role="alert">
              <p>{drawn.say(language)}</p>
            </div>
          ) : (
            <ErrorSummary form={stateOf(visit, drawn)} />
          )}
          {step === 'preview' ? (
            <LettersPreview
              visit={visit}
              letters={letters}
              left={chosen.filter(({ why }) => why !== null)}
              inWhich={inWhich}
              to={typed}
              previewed={fingerprintOf(letters)}
              number={pageInQuery(query)}
            />
          ) : all.length ? (
            <ChooseWhom visit={visit} drawn={drawn} all={all} />
          ) : null}
        </>
      ),
    },
    drawn.status,
  )
}
