import { allow } from '../../../people/index.ts'
import { dayInRiga } from '../../../platform/clock.ts'
import { clockTime, shortDate } from '../../../platform/languages/dates.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened, stateOf } from '../../../web/answerForm.ts'
import { FileField } from '../../../web/components/FileField.tsx'
import { SecretariatForm } from '../../../web/forms/SecretariatForm.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import type { Plan } from '../../plan/index.ts'
import { documentsPolicy } from '../policy.ts'
import { startUpload } from '../startUpload.ts'
import { readNewUpload } from '../uploadInput.ts'
import { MOST_FILES_AT_ONCE, unfinishedUploads } from '../uploads.ts'
import { formPage, planOf } from './FormPage.tsx'
import { dataSpecs, organisationSpec } from './formParts.tsx'
import { uploadTexts } from './uploadTexts.ts'

/** The form that sends many files at once, and the uploads that wait to be finished. */
export const showNewUpload: Handler<'uploadNew'> = async (visit) => {
  allow(documentsPolicy.publishDocument, visit.actor, undefined)
  return draw(visit, await planOf(visit), opened())
}

/** Takes the files and leads to what is said of each. Those that were taken beside a refused one are there at the next sending. */
export const sendNewUpload: Handler<'uploadNew'> = async (visit) => {
  allow(documentsPolicy.publishDocument, visit.actor, undefined)
  const plan = await planOf(visit)
  return answerForm(
    visit,
    async (house, fields, sent) => {
      const id = fields.trimmed('form')
      const files = sent.all('files')
      await startUpload(house, visit.actor, plan.id, { id, files, fields: readNewUpload(fields, files, visit.language) })
      return address(visit.language, 'upload', { plan: plan.id, upload: id })
    },
    (drawn) => draw(visit, plan, drawn),
    { keep: true, most: MOST_FILES_AT_ONCE },
  )
}

async function draw(visit: AnyVisit, plan: Plan, drawn: Drawn): Promise<Response> {
  const { house, language } = visit
  const t = uploadTexts[language]
  const form = stateOf(visit, drawn)
  const forAll = dataSpecs(language, null).filter(({ name }) => !['title', 'dated'].includes(name))
  return formPage(visit, plan, drawn, {
    title: t.newUpload,
    form: (
      <>
        <SecretariatForm
          form={form}
          action={address(language, 'uploadNew', { plan: plan.id })}
          parts={[
            {
              title: null,
              specs: [],
              after: (
                <FileField
                  form={form}
                  name="files"
                  label={t.files}
                  hint={t.filesHint}
                  kept={drawn.files}
                  fileLimitBytes={house.configuration.fileLimitBytes}
                  most={MOST_FILES_AT_ONCE}
                />
              ),
            },
            {
              title: t.forAll,
              specs: [...forAll.map((spec) => ({ ...spec, optional: true })), { ...(await organisationSpec(visit)), optional: true }],
            },
          ]}
          version={null}
          withFiles
          submit={t.goOn}
        />
        <Unfinished visit={visit} plan={plan} uploads={await unfinishedUploads(house.db, plan.id)} />
      </>
    ),
    notes: [t.stepsNote, t.refusedNote, t.publicNote],
  })
}

type UnfinishedProps = { visit: AnyVisit; plan: Plan; uploads: Awaited<ReturnType<typeof unfinishedUploads>> }

function Unfinished({ visit, plan, uploads }: UnfinishedProps) {
  const { language } = visit
  const t = uploadTexts[language]
  if (!uploads.length) return null
  return (
    <section class="group gap" aria-labelledby="nepabeigtas">
      <h2 class="title2" id="nepabeigtas">
        {t.unfinished}
      </h2>
      <ul class="link-list">
        {uploads.map(({ id, createdAt, files }) => (
          <li key={id}>
            <a href={address(language, 'upload', { plan: plan.id, upload: id })}>
              {t.filesOf(files, `${shortDate(language, dayInRiga(createdAt))} ${clockTime(language, createdAt)}`)}
            </a>
          </li>
        ))}
      </ul>
      <p class="note">{t.unfinishedNote}</p>
    </section>
  )
}
