import { allow } from '../../../people/index.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened } from '../../../web/answerForm.ts'
import { planAndTitle } from '../../../web/forms/planAndTitle.ts'
import { secretariatFormPage } from '../../../web/forms/secretariatFormPage.tsx'
import type { PathStep } from '../../../web/Layout.tsx'
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
  return secretariatFormPage(visit, drawn, {
    title: t.begin,
    lead: t.createNote,
    path: pathToSurveys(visit),
    action: address(language, 'surveyNew'),
    parts: [planAndTitle(language, await listPlans(house.db, today), { plan: t.plan, choosePlan: t.choosePlan, title: t.surveyTitle })],
    version: null,
    submit: t.create,
    changed: t.changedMeanwhile,
    children: <input type="hidden" name="call" value={drawn.fields.trimmed('call')} />,
  })
}
