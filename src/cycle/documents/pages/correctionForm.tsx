import { allow } from '../../../people/index.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../../web/answerForm.ts'
import { compare } from '../../../web/forms/comparing.ts'
import type { FormPart } from '../../../web/forms/fieldSpec.tsx'
import { SecretariatForm } from '../../../web/forms/SecretariatForm.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { correctDocument } from '../correctDocument.ts'
import { readCorrection } from '../documentInput.ts'
import { documentsPolicy } from '../policy.ts'
import { aboutIt, type EditedDocument, editedDocument, savedPage } from './editedDocument.tsx'
import { formPage } from './FormPage.tsx'
import { dataFields, dataSpecs } from './formParts.tsx'
import { formTexts } from './formTexts.ts'

/** The form that corrects what is said of a document. */
export const showCorrection: Handler<'documentEdit'> = async (visit) => {
  allow(documentsPolicy.correctDocument, visit.actor, undefined)
  const facts = await editedDocument(visit)
  return drawCorrection(visit, facts, opened(dataFields(facts.document)))
}

export const sendCorrection: Handler<'documentEdit'> = async (visit) => {
  allow(documentsPolicy.correctDocument, visit.actor, undefined)
  const facts = await editedDocument(visit)
  return answerForm(
    visit,
    async (house, fields) => {
      await correctDocument(house, visit.actor, facts.plan.id, facts.document.id, readCorrection(fields))
      return savedPage(visit, facts)
    },
    async (drawn) => drawCorrection(visit, await editedDocument(visit), drawn),
  )
}

function drawCorrection(visit: AnyVisit, facts: EditedDocument, drawn: Drawn): Response {
  const { language } = visit
  const t = formTexts[language]
  const { plan, document } = facts
  const reason = { kind: 'text', name: 'reason', label: t.correctionReason, optional: true } as const
  const parts: FormPart[] = [{ title: null, specs: [...dataSpecs(language, document), reason] }]
  return formPage(visit, plan, drawn, {
    title: t.correct,
    about: aboutIt(visit, facts),
    form: (
      <SecretariatForm
        form={stateOf(visit, drawn)}
        action={address(language, 'documentEdit', { plan: plan.id, document: document.id })}
        parts={parts}
        version={versionIn(drawn, document.version)}
        comparison={compare(drawn, dataFields(document), parts, language)}
        submit={t.save}
      />
    ),
    notes: [t.correctionNote, t.titleNote],
  })
}
