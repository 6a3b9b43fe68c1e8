import { allow } from '../../../people/index.ts'
import { Fields } from '../../../platform/http/fields.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf, versionIn } from '../../../web/answerForm.ts'
import { kindAndSize } from '../../../web/components/fileMeta.ts'
import { ErrorSummary, type FormState } from '../../../web/components/form.tsx'
import { HiddenFields } from '../../../web/components/HiddenFields.tsx'
import { type Told, TwoVersions } from '../../../web/components/TwoVersions.tsx'
import { AskedField, type FieldSpec, tell } from '../../../web/forms/fieldSpec.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import type { Plan } from '../../plan/index.ts'
import { documentsPolicy } from '../policy.ts'
import { publishUpload } from '../publishUpload.ts'
import { saveUpload } from '../saveUpload.ts'
import { fieldsOf, readUploadedDocuments, readUploadFields } from '../uploadInput.ts'
import { type Upload, uploadById, type WaitingFile } from '../uploads.ts'
import { formPage, planOf } from './FormPage.tsx'
import { dataSpecs, organisationSpec } from './formParts.tsx'
import { uploadTexts } from './uploadTexts.ts'

type Facts = { plan: Plan; upload: Upload; organisation: FieldSpec }

async function factsOf(visit: AnyVisit): Promise<Facts> {
  const plan = await planOf(visit)
  const upload = await uploadById(visit.house.db, plan.id, visit.values.upload ?? '')
  if (!upload) throw notFound()
  return { plan, upload, organisation: await organisationSpec(visit) }
}

/** The page on which the files of an upload are put right before they are published. */
export const showUpload: Handler<'upload'> = async (visit) => {
  allow(documentsPolicy.publishDocument, visit.actor, undefined)
  const facts = await factsOf(visit)
  return draw(visit, facts, opened(facts.upload.fields))
}

/** Takes it. Every button saves what was typed; what else it does, its value says. */
export const sendUpload: Handler<'upload'> = async (visit) => {
  const { actor, language } = visit
  allow(documentsPolicy.publishDocument, actor, undefined)
  const { plan, upload } = await factsOf(visit)
  const here = address(language, 'upload', { plan: plan.id, upload: upload.id })
  return answerForm(
    visit,
    async (house, fields) => {
      const { version, fields: typed } = readUploadFields(fields, upload.files)
      const [, removed] = /^remove-([1-9]\d?)$/.exec(fields.trimmed('action')) ?? []
      await saveUpload(house, actor, plan.id, upload.id, { version, fields: typed, without: removed ? [Number(removed)] : [] })
      if (fields.trimmed('action') !== 'publish') return `${here}?done=${removed ? 'removed' : 'saved'}`
      const documents = readUploadedDocuments(fields, upload.files)
      await publishUpload(house, actor, plan.id, upload.id, { version: version + 1, documents })
      return `${address(language, 'documents', { plan: plan.id })}?done=${documents.length}`
    },
    async (drawn) => draw(visit, await factsOf(visit), drawn),
  )
}

/** The questions on a file; a licence and an institution are asked for once for all. */
const specsOf = (language: Language, place: number): FieldSpec[] =>
  dataSpecs(language, null, fieldsOf(place)).filter(({ name }) => !name.endsWith('licence'))

function commonSpecs(language: Language, { organisation }: Facts): FieldSpec[] {
  return [...dataSpecs(language, null).filter(({ name }) => name === 'licence'), organisation]
}

/** What the fields answer of every file, for comparing two versions. */
function tellAll(language: Language, facts: Facts, fields: Fields): Told[] {
  const told = (specs: readonly FieldSpec[], before = ''): Told[] =>
    specs.flatMap((spec) => tell(spec, fields, language).map(({ label, value }) => ({ label: before + label, value })))
  return [
    ...facts.upload.files.flatMap(({ place, file }) => told(specsOf(language, place), `${file.name}: `)),
    ...told(commonSpecs(language, facts)),
  ]
}

function draw(visit: AnyVisit, facts: Facts, drawn: Drawn): Response {
  const { language } = visit
  const t = uploadTexts[language]
  const { plan, upload } = facts
  const form = stateOf(visit, drawn)
  const done = drawn.status === 200 ? visit.query.get('done') : null
  return formPage(visit, plan, drawn, {
    title: t.putRight(upload.files.length),
    form: (
      <>
        {done === 'saved' || done === 'removed' ? (
          <p class="told" role="status">
            {done === 'saved' ? t.saved : t.removed}
          </p>
        ) : null}
        {drawn.conflict ? (
          <TwoVersions
            comparison={{
              stored: tellAll(language, facts, new Fields(upload.fields)),
              typed: tellAll(language, facts, drawn.fields),
            }}
            language={language}
          />
        ) : (
          <ErrorSummary form={form} />
        )}
        <form method="post" action={address(language, 'upload', { plan: plan.id, upload: upload.id })} noValidate>
          <HiddenFields form={form} version={versionIn(drawn, upload.version)} />
          {upload.files.map((waiting) => (
            <FileGroup key={waiting.place} waiting={waiting} form={form} language={language} />
          ))}
          <div class="group">
            <h2 class="title2">{t.forAll}</h2>
            {commonSpecs(language, facts).map((spec) => (
              <AskedField key={spec.name} spec={{ ...spec, optional: true }} form={form} />
            ))}
          </div>
          <div class="acts" id="documents" tabIndex={-1}>
            <button type="submit" class="ds-button" name="action" value="publish">
              {t.publish(upload.files.length)}
            </button>
            <button type="submit" class="ds-button" data-variant="secondary" name="action" value="save">
              {t.save}
            </button>
          </div>
        </form>
      </>
    ),
    notes: [t.putRightNote, t.publicNote],
  })
}

function FileGroup({ waiting: { place, file }, form, language }: { waiting: WaitingFile; form: FormState; language: Language }) {
  const t = uploadTexts[language]
  return (
    <div class="group file-group">
      <div class="ev-row">
        <h2 class="title2">
          {file.name} <small class="remark">{kindAndSize(language, { ...file, fileName: file.name })}</small>
        </h2>
        <button type="submit" class="ds-button sm" data-variant="tertiary" name="action" value={`remove-${place}`}>
          {t.remove}
          <span class="sr"> {file.name}</span>
        </button>
      </div>
      {specsOf(language, place).map((spec) => (
        <AskedField key={spec.name} spec={spec} form={form} />
      ))}
    </div>
  )
}
