import { allow } from '../../../people/index.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../../web/answerForm.ts'
import type { FormPart } from '../../../web/forms/fieldSpec.tsx'
import { SecretariatForm } from '../../../web/forms/SecretariatForm.tsx'
import type { PathStep } from '../../../web/Layout.tsx'
import { named } from '../../../web/named.ts'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { FormReader, listPlans } from '../../plan/index.ts'
import { draftOf } from '../draftStructure.ts'
import { surveyPolicy } from '../policy.ts'
import { createSurvey } from '../saveSurveyDraft.ts'
import { editTexts } from './editTexts.ts'

/** The way to what lies below the secretariat's list of surveys. */
export const pathToSurveys = ({ language }: AnyVisit): PathStep[] => [
  { title: editTexts[language].manage, href: address(language, 'manage') },
  { title: editTexts[language].title, href: address(language, 'surveysEdit') },
]

/** The beginning of a survey: its plan and its title. */
export const showNewSurvey: Handler<'surveyNew'> = async (visit) => {
  allow(surveyPolicy.editSurveys, visit.actor, undefined)
  const { query } = visit
  return draw(visit, opened({ plan: [query.get('plan') ?? ''], call: [query.get('call') ?? ''] }))
}

export const sendNewSurvey: Handler<'surveyNew'> = async (visit) => {
  allow(surveyPolicy.editSurveys, visit.actor, undefined)
  const { language, actor } = visit
  return answerForm(
    visit,
    async (house, fields) => {
      const reader = new FormReader(fields)
      const planId = reader.requiredLine('plan')
      reader.requiredLocal('title')
      reader.done(null)
      const id = await createSurvey(house, actor, { planId, draft: { ...draftOf(fields), identity: ['open'] } })
      return address(language, 'surveyEdit', { survey: id })
    },
    (drawn) => draw(visit, drawn),
  )
}

async function draw(visit: AnyVisit, drawn: Drawn): Promise<Response> {
  const { house, language, today } = visit
  const t = editTexts[language]
  const plans = await listPlans(house.db, today)
  const parts: FormPart[] = [
    {
      title: null,
      specs: [
        {
          kind: 'select',
          name: 'plan',
          label: t.plan,
          choices: plans.map((plan) => ({ value: plan.id, label: named(plan.shortTitle, language) })),
          empty: t.choosePlan,
        },
        { kind: 'lines', name: 'title', label: t.surveyTitle, stored: null },
      ],
    },
  ]
  return page(
    visit,
    {
      title: t.begin,
      hasErrors: drawn.problems.length > 0,
      section: 'manage',
      path: pathToSurveys(visit),
      children: (
        <>
          <div class="head tight">
            <h1>{t.begin}</h1>
            <p class="lead">{t.createNote}</p>
          </div>
          <SecretariatForm
            form={stateOf(visit, drawn)}
            action={address(language, 'surveyNew')}
            parts={parts}
            version={null}
            submit={t.create}
          >
            <input type="hidden" name="call" value={drawn.fields.trimmed('call')} />
          </SecretariatForm>
        </>
      ),
    },
    drawn.status,
  )
}
