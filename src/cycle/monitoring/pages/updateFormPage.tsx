import { firstDay } from '../../../platform/dates/partialDate.ts'
import type { StoredFile } from '../../../platform/files/files.ts'
import type { House } from '../../../platform/house.ts'
import { Fields, readPartialDate } from '../../../platform/http/fields.ts'
import { shortDate } from '../../../platform/languages/dates.ts'
import { type Problem, Refusal, wrongFields } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { answerForm, type Drawn, opened } from '../../../web/answerForm.ts'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { addEvidence } from '../addEvidence.ts'
import { removeEvidence } from '../removeEvidence.ts'
import { saveUpdateDraft } from '../saveUpdateDraft.ts'
import type { UpdateDraft } from '../tables.ts'
import { checkUpdate, draftFields, type EvidenceInput, readDraft, readEvidence, readUpdate, versionFields } from '../updateInput.ts'
import { AboutMilestone } from './AboutMilestone.tsx'
import { UpdateForm } from './UpdateForm.tsx'
import { addressValues, pathToUpdate, placeOf, readUpdateFacts, type UpdateFacts } from './updateFacts.ts'
import { updateFormTexts } from './updateTexts.ts'

/** The form of an update: with the shared draft, with what was published last, or empty. */
export const showUpdateForm: Handler<'updateForm'> = async (visit) => {
  const facts = await readUpdateFacts(visit)
  const problems = visit.query.has('check') ? whatDraftLacks(visit, facts) : []
  return draw(visit, facts, { ...opened(storedFields(visit, facts)), problems })
}

/** Takes the form. Every button saves the draft, so that nothing typed is lost; what else it does, its value says. */
export const sendUpdateForm: Handler<'updateForm'> = async (visit) => {
  const facts = await readUpdateFacts(visit)
  return answerForm(
    visit,
    (house, fields, files) => write(visit, house, facts, fields, files.get('file')),
    async (drawn) => {
      const { fields, kept } = await keepFile(visit, facts, drawn)
      return draw(visit, await readUpdateFacts(visit), { ...drawn, fields }, kept)
    },
  )
}

async function write(visit: AnyVisit, house: House, facts: UpdateFacts, fields: Fields, file: StoredFile | undefined): Promise<string> {
  const { actor, language } = visit
  const { key } = facts
  const action = fields.trimmed('action')
  const { version, draft, evidence } = readAll(visit, facts, fields, file)
  await saveUpdateDraft(house, actor, key, { version, draft })
  for (const item of evidence) await addEvidence(house, actor, key, item)
  const [, removed] = /^remove-([1-9]\d{0,8})$/.exec(action) ?? []
  if (removed) await removeEvidence(house, actor, key, Number(removed))
  if (action === 'preview') return address(language, 'updatePreview', addressValues(facts))
  const done = removed ? 'removed' : evidence.length ? 'added' : 'saved'
  return `${address(language, 'updateForm', addressValues(facts))}?done=${done}${done === 'saved' ? '' : '#evidence'}`
}

/** Reads the whole form and tells all mistakes at once, in the order of the page; what a preview needs only for a preview. */
function readAll(
  { language, today }: AnyVisit,
  { subject, stored }: UpdateFacts,
  fields: Fields,
  file: StoredFile | undefined,
): { version: number; draft: UpdateDraft; evidence: EvidenceInput[] } {
  const action = fields.trimmed('action')
  const problems: Problem[] = []
  const attempt = <T,>(read: () => T): T | null => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof Refusal) || !error.problems.length) throw error
      problems.push(...error.problems)
      return null
    }
  }
  const written = attempt(() => readDraft(fields, language))
  const evidence = attempt(() => readEvidence(fields, file, today, action === 'add'))
  if (written && action === 'preview') {
    // What was given but has a mistake of its own is not missing too.
    const given = evidence ? evidence.length : file || fields.trimmed('evidenceUrl') ? 1 : 0
    const count = stored.evidence.length + given
    attempt(() => readUpdate(written.draft, { plannedEnd: subject.plannedEnd, evidence: count, today }))
  }
  if (!written || !evidence || problems.length) throw wrongFields(inOrder(problems))
  return { ...written, evidence }
}

const orderOfFields = [
  'state',
  'percentage',
  'actualStart',
  'actualEnd',
  'text',
  'evidence',
  'evidenceTitle',
  'evidenceDated',
  'evidenceUrl',
  'file',
  'delayReason',
  'nextSteps',
  'language',
]
const inOrder = (problems: readonly Problem[]): Problem[] =>
  [...problems].sort((a, b) => orderOfFields.indexOf(a.field) - orderOfFields.indexOf(b.field))

/**
 * A file field can't be refilled: a file that was taken goes into the list of evidence although the
 * form around it was refused, with the title and date that were typed for it.
 */
async function keepFile(visit: AnyVisit, { key }: UpdateFacts, { fields, files }: Drawn): Promise<{ fields: Fields; kept: boolean }> {
  const file = files.get('file')
  if (!file) return { fields, kept: false }
  const forLink = fields.trimmed('evidenceUrl') !== ''
  const date = readPartialDate(fields, 'evidenceDated')
  const dated = forLink || date === 'wrong' || (date !== null && firstDay(date) > visit.today) ? null : date
  const title = forLink ? '' : fields.trimmed('evidenceTitle').replaceAll('\n', ' ')
  try {
    await addEvidence(visit.house, visit.actor, key, { title: [...title].slice(0, 300).join('') || file.name, dated, file })
  } catch (error) {
    if (error instanceof Refusal) return { fields, kept: false }
    throw error
  }
  if (forLink || title !== fields.trimmed('evidenceTitle')) return { fields, kept: true }
  return { fields: new Fields({ ...fields.toRecord(), evidenceTitle: [''] }), kept: true }
}

/** What the form shows when it is opened: the draft, else what was published last, to correct it. */
function storedFields({ language }: AnyVisit, { stored: { update, versions } }: UpdateFacts): Record<string, string[]> {
  const [last] = versions
  return update?.draft ? draftFields(update.draft) : last ? versionFields(last) : { language: [language] }
}

/** What is wrong with the draft or missing in it, for who was sent back from the preview. */
function whatDraftLacks({ today }: AnyVisit, { stored, subject }: UpdateFacts): readonly Problem[] {
  const around = { plannedEnd: subject.plannedEnd, evidence: stored.evidence.length, today }
  return inOrder(checkUpdate(stored.update?.draft, around).problems)
}

function draw(visit: AnyVisit, facts: UpdateFacts, drawn: Drawn, kept = false): Response {
  const { language } = visit
  const t = updateFormTexts[language]
  const [published] = facts.stored.versions
  const done = visit.query.get('done')
  const title = published ? t.correct : t.report
  return page(
    visit,
    {
      title,
      hasErrors: drawn.problems.length > 0,
      section: 'desk',
      path: pathToUpdate(facts, visit),
      children: (
        <div class="form-grid">
          <div>
            <div class="head tight">
              <p class="eyebrow">{placeOf(facts, visit)}</p>
              <h1>{title}</h1>
              {published && !facts.withdrawn ? <p class="note">{t.correcting(shortDate(language, published.publishedOn))}</p> : null}
              {done === 'saved' && drawn.status === 200 ? (
                <p class="told" role="status">
                  {t.doneSaved}
                </p>
              ) : null}
            </div>
            {facts.withdrawn && drawn.status === 200 ? (
              <div class="prose">
                <p>
                  <b>{t.withdrawnTitle}.</b> {t.withdrawnText}
                </p>
                <p>
                  <a href={milestoneAddress(visit, facts)}>{t.seeMilestone}</a>
                </p>
              </div>
            ) : (
              <UpdateForm
                visit={visit}
                facts={facts}
                drawn={drawn}
                stored={new Fields(storedFields(visit, facts))}
                notice={
                  kept
                    ? t.fileIsKept
                    : drawn.status !== 200
                      ? null
                      : done === 'added'
                        ? t.doneAdded
                        : done === 'removed'
                          ? t.doneRemoved
                          : null
                }
              />
            )}
          </div>
          <AboutMilestone visit={visit} facts={facts} />
        </div>
      ),
    },
    drawn.status,
  )
}

const milestoneAddress = ({ language }: AnyVisit, { key }: UpdateFacts): string =>
  address(language, 'updates', { plan: key.planId, number: key.number, milestone: key.milestone })
