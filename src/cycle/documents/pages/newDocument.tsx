import { allow } from '../../../people/index.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../../web/answerForm.ts'
import { SecretariatForm } from '../../../web/forms/SecretariatForm.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import type { Plan } from '../../plan/index.ts'
import { readNewDocument } from '../documentInput.ts'
import { documentsPolicy } from '../policy.ts'
import { publishDocument } from '../publishDocument.ts'
import { formPage, planOf } from './FormPage.tsx'
import { ContentFields, dataSpecs, organisationSpec } from './formParts.tsx'
import { formTexts } from './formTexts.ts'

/** The form of a new document. */
export const showNewDocument: Handler<'documentNew'> = async (visit) => {
  allow(documentsPolicy.publishDocument, visit.actor, undefined)
  return draw(visit, await planOf(visit), opened())
}

/** Publishes it; what was taken of a form that is refused need not be sent again. */
export const sendNewDocument: Handler<'documentNew'> = async (visit) => {
  allow(documentsPolicy.publishDocument, visit.actor, undefined)
  const plan = await planOf(visit)
  return answerForm(
    visit,
    async (house, fields, files) => {
      const document = await publishDocument(house, visit.actor, plan.id, readNewDocument(fields, files))
      return `${address(visit.language, 'document', { plan: plan.id, document })}?done=saved`
    },
    (drawn) => draw(visit, plan, drawn),
    { keep: true },
  )
}

async function draw(visit: AnyVisit, plan: Plan, drawn: Drawn): Promise<Response> {
  const { language } = visit
  const t = formTexts[language]
  const contents = (part: 'main' | 'alternative', hint: string) => (
    <>
      <p class="hint">{hint}</p>
      <ContentFields visit={visit} drawn={drawn} part={part} />
    </>
  )
  return formPage(visit, plan, drawn, {
    title: t.newDocument,
    form: (
      <SecretariatForm
        form={stateOf(visit, drawn)}
        action={address(language, 'documentNew', { plan: plan.id })}
        parts={[
          { title: null, specs: [...dataSpecs(language, null), await organisationSpec(visit)] },
          { title: t.content, specs: [], after: contents('main', t.contentHint) },
          { title: t.alternative, specs: [], after: contents('alternative', t.alternativeHint) },
        ]}
        version={null}
        withFiles
        submit={t.publish}
      />
    ),
    notes: [
      t.publicNote,
      t.recordNote,
      t.titleNote,
      <>
        {t.manyNote} <a href={address(language, 'uploadNew', { plan: plan.id })}>{t.manyLink}</a>
      </>,
    ],
  })
}
