import { languages } from '../../../platform/languages/languages.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../../web/answerForm.ts'
import type { FormPart } from '../../../web/forms/fieldSpec.tsx'
import { SecretariatForm } from '../../../web/forms/SecretariatForm.tsx'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { FormReader } from '../../plan/index.ts'
import { inviteToSurvey, readAddresses } from '../inviteToSurvey.ts'
import { linksOf, type Survey } from '../queries.ts'
import { editTexts } from './editTexts.ts'
import { readSurveyToEdit } from './surveyEdit.tsx'
import { pathToSurveys } from './surveyNew.tsx'

async function toInvite(visit: AnyVisit): Promise<Survey> {
  const survey = await readSurveyToEdit(visit)
  if (!survey.content || survey.identity !== 'invited') throw notFound()
  return survey
}

/** The form that sends links to a survey by invitation. */
export const showSurveyInvite: Handler<'surveyInvite'> = async (visit) => draw(visit, await toInvite(visit), opened({ language: ['lv'] }))

export const sendSurveyInvite: Handler<'surveyInvite'> = async (visit) => {
  const { id } = await toInvite(visit)
  const { language, actor } = visit
  return answerForm(
    visit,
    async (house, fields) => {
      const addresses = readAddresses(fields)
      const letters = new FormReader(fields).requiredChoice('language', languages)
      const sent = await inviteToSurvey(house, actor, id, { addresses, language: letters })
      return `${address(language, 'surveyInvite', { survey: id })}?sent=${sent}`
    },
    async (drawn) => draw(visit, await toInvite(visit), drawn),
  )
}

async function draw(visit: AnyVisit, survey: Survey, drawn: Drawn): Promise<Response> {
  const { language, query, house } = visit
  const t = editTexts[language]
  const { sent, used } = await linksOf(house.db, survey.id)
  const justSent = /^\d{1,5}$/.exec(query.get('sent') ?? '')?.[0]
  const parts: FormPart[] = [
    {
      title: null,
      specs: [
        { kind: 'text', name: 'addresses', label: t.addresses, hint: t.addressesHint, rows: 8 },
        {
          kind: 'radios',
          name: 'language',
          label: t.letterLanguage,
          choices: languages.map((value) => ({ value, label: t.languageNames(value) })),
        },
      ],
    },
  ]
  return page(
    visit,
    {
      title: t.inviteTitle,
      hasErrors: drawn.problems.length > 0,
      section: 'manage',
      path: pathToSurveys(visit),
      children: (
        <>
          <div class="head tight">
            <h1>{t.inviteTitle}</h1>
            {justSent !== undefined && drawn.status === 200 ? (
              <p class="lead" role="status">
                {t.invited(Number(justSent))}
              </p>
            ) : null}
            {drawn.say ? <p role="alert">{drawn.say(language)}</p> : null}
            <p>{t.inviteLead}</p>
            <p class="meta">{t.linksSoFar(sent, used)}</p>
          </div>
          <SecretariatForm
            form={stateOf(visit, drawn)}
            action={address(language, 'surveyInvite', { survey: survey.id })}
            parts={parts}
            version={null}
            submit={t.sendLinks}
          />
        </>
      ),
    },
    drawn.status,
  )
}
