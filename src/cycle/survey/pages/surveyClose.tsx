import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, versionIn } from '../../../web/answerForm.ts'
import type { FormPart } from '../../../web/forms/fieldSpec.tsx'
import { secretariatFormPage } from '../../../web/forms/secretariatFormPage.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { FormReader } from '../../plan/index.ts'
import { closeSurvey } from '../closeSurvey.ts'
import { readReason } from '../correctSurvey.ts'
import type { Survey } from '../queries.ts'
import { editTexts } from './editTexts.ts'
import { readSurveyToEdit } from './surveyEdit.tsx'
import { pathToSurveys } from './surveyNew.tsx'

async function toClose(visit: AnyVisit): Promise<Survey> {
  const survey = await readSurveyToEdit(visit)
  if (!survey.content) throw notFound()
  return survey
}

/** The form that closes a survey before its last day. */
export const showSurveyClose: Handler<'surveyClose'> = async (visit) => draw(visit, await toClose(visit), opened())

export const sendSurveyClose: Handler<'surveyClose'> = async (visit) => {
  const { id } = await toClose(visit)
  const { language, actor } = visit
  return answerForm(
    visit,
    async (house, fields) => {
      const reader = new FormReader(fields)
      const version = reader.version()
      const reason = readReason(reader)
      await closeSurvey(house, actor, id, { version, reason: reader.done(reason) })
      return address(language, 'survey', { survey: id })
    },
    async (drawn) => draw(visit, await toClose(visit), drawn),
  )
}

function draw(visit: AnyVisit, survey: Survey, drawn: Drawn): Response {
  const { language } = visit
  const t = editTexts[language]
  const parts: FormPart[] = [
    { title: null, specs: [{ kind: 'lines', name: 'reason', label: t.closeReason, hint: t.reasonHint, stored: null }] },
  ]
  return secretariatFormPage(visit, drawn, {
    title: t.closeTitle,
    lead: t.closeLead,
    path: pathToSurveys(visit),
    action: address(language, 'surveyClose', { survey: survey.id }),
    parts,
    version: versionIn(drawn, survey.version),
    submit: t.closeIt,
    changed: t.changedMeanwhile,
  })
}
