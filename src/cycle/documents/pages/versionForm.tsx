import { allow } from '../../../people/index.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../../web/answerForm.ts'
import { compare } from '../../../web/forms/comparing.ts'
import type { FormPart } from '../../../web/forms/fieldSpec.tsx'
import { SecretariatForm } from '../../../web/forms/SecretariatForm.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { contentFields, readVersion } from '../documentInput.ts'
import { documentsPolicy } from '../policy.ts'
import { publishVersion } from '../publishVersion.ts'
import { textOf } from '../versionText.ts'
import { aboutIt, type EditedDocument, editedDocument, savedPage } from './editedDocument.tsx'
import { formPage } from './FormPage.tsx'
import { ContentFields, organisationSpec, tellContent } from './formParts.tsx'
import { formTexts } from './formTexts.ts'

/** The form of a document's next version. */
export const showNewVersion: Handler<'documentVersionNew'> = async (visit) => {
  allow(documentsPolicy.publishVersion, visit.actor, undefined)
  const facts = await editedDocument(visit)
  return drawVersion(visit, facts, opened(await storedContents(visit, facts)))
}

export const sendNewVersion: Handler<'documentVersionNew'> = async (visit) => {
  allow(documentsPolicy.publishVersion, visit.actor, undefined)
  const facts = await editedDocument(visit)
  return answerForm(
    visit,
    async (house, fields, files) => {
      await publishVersion(house, visit.actor, facts.plan.id, facts.document.id, readVersion(fields, files))
      return savedPage(visit, facts)
    },
    async (drawn) => drawVersion(visit, await editedDocument(visit), drawn),
    { keep: true },
  )
}

/** What can be changed where it stands: a typed text, and who published the version before. */
async function storedContents({ house }: AnyVisit, { versions: [newest] }: EditedDocument): Promise<Record<string, string[]>> {
  const fields: Record<string, string[]> = { organisation: [newest?.organisationId ?? ''] }
  for (const part of ['main', 'alternative'] as const) {
    const content = newest?.[part]
    if (content && content.url === null && content.fileHash === null)
      fields[contentFields[part].text] = [(await textOf(house, content)) ?? '']
  }
  return fields
}

async function drawVersion(visit: AnyVisit, facts: EditedDocument, drawn: Drawn): Promise<Response> {
  const { language } = visit
  const t = formTexts[language]
  const { plan, document } = facts
  const reason = { kind: 'text', name: 'reason', label: t.reason, hint: t.reasonHint } as const
  const parts: FormPart[] = [
    { title: t.content, specs: [], after: <ContentFields visit={visit} drawn={drawn} part="main" /> },
    {
      title: t.alternative,
      specs: [],
      after: (
        <>
          <p class="hint">{t.alternativeHint}</p>
          <ContentFields visit={visit} drawn={drawn} part="alternative" />
        </>
      ),
    },
    { title: t.newVersion, specs: [reason, await organisationSpec(visit)] },
  ]
  const told = (fields: Drawn['fields']) => [...tellContent(language, 'main', fields), ...tellContent(language, 'alternative', fields)]
  return formPage(visit, plan, drawn, {
    title: t.newVersion,
    about: aboutIt(visit, facts),
    form: (
      <SecretariatForm
        form={stateOf(visit, drawn)}
        action={address(language, 'documentVersionNew', { plan: plan.id, document: document.id })}
        parts={parts}
        version={versionIn(drawn, document.version)}
        comparison={drawn.conflict ? compare(drawn, await storedContents(visit, facts), parts, language, told) : null}
        withFiles
        submit={t.publish}
      />
    ),
    notes: [t.versionHint, t.versionsNote, t.publicNote, t.recordNote],
  })
}
