import { type Day, hasPassed, type PartialDate } from '../../platform/dates/partialDate.ts'
import type { StoredFile } from '../../platform/files/files.ts'
import { Fields, partialDateFields } from '../../platform/http/fields.ts'
import { type Language, languages } from '../../platform/languages/languages.ts'
import { type Problem, Refusal } from '../../platform/refusal.ts'
import { FormReader } from '../plan/index.ts'
import { type ReportedState, reportedStates, type UpdateDraft, updateDraftFields } from './tables.ts'
import { updateProblem } from './updateProblems.ts'
import type { UpdateVersion } from './updateSubject.ts'

/** The most characters of each text of an update. */
export const UPDATE_TEXT_LIMIT = 2000
const SHORTEST_REASON = 10

/** An update that can be published. */
export type UpdateInput = {
  state: ReportedState
  percentage: number | null
  text: string
  language: Language
  delayReason: string | null
  nextSteps: string | null
  actualStart: PartialDate | null
  actualEnd: PartialDate | null
}

/** What an update is judged by beside its own words. */
type Around = { plannedEnd: PartialDate | null; evidence: number; today: Day }

/** Reads what was typed so far, word for word: mistakes are told when it is to be published, only endless texts at once. */
export function readDraft(fields: Fields, pageLanguage: Language): { version: number; draft: UpdateDraft } {
  const reader = new FormReader(fields)
  const language = reader.choice('language', languages) ?? pageLanguage
  for (const name of updateDraftFields) reader.text(name)
  const typed = Object.fromEntries(updateDraftFields.map((name) => [name, fields.get(name)]))
  return reader.done({ version: reader.version(), draft: { ...typed, language } as UpdateDraft })
}

/** The form's fields of a draft. */
export const draftFields = (draft: UpdateDraft): Record<string, string[]> => ({
  ...Object.fromEntries(updateDraftFields.map((name) => [name, [draft[name]]])),
  language: [draft.language],
})

/** The form's fields of a published version, for correcting it. */
export const versionFields = (version: UpdateVersion): Record<string, string[]> => ({
  state: [version.state],
  percentage: [version.percentage === null ? '' : String(version.percentage)],
  text: [version.text],
  delayReason: [version.delayReason ?? ''],
  nextSteps: [version.nextSteps ?? ''],
  language: [version.language],
  ...partialDateFields('actualStart', version.actualStart),
  ...partialDateFields('actualEnd', version.actualEnd),
})

/** Reads a draft as it is to be published and refuses it with everything that is wrong or missing. */
export function readUpdate(draft: UpdateDraft, { plannedEnd, evidence, today }: Around): UpdateInput {
  const reader = new FormReader(new Fields(draftFields(draft)))
  const state = reader.choice('state', reportedStates)
  if (!draft.state.trim()) reader.problems.push(updateProblem('state', 'chooseState'))
  const percentage = readPercentage(reader)
  const actualStart = happenedDate(reader, 'actualStart', today)
  const actualEnd = happenedDate(reader, 'actualEnd', today)
  if (state === 'complete' && !draft['actualEnd.year'].trim() && !draft['actualEnd.day'].trim())
    reader.problems.push(updateProblem('actualEnd', 'endNeeded'))
  if (actualStart && actualEnd) inOrder(reader, actualStart, actualEnd)
  const text = reader.text('text', UPDATE_TEXT_LIMIT)
  if (!text) reader.problems.push(updateProblem('text', 'describeWhatIsDone'))
  if ((state === 'substantial' || state === 'complete') && evidence === 0) reader.problems.push(updateProblem('evidence', 'evidenceNeeded'))
  const delayReason = reader.text('delayReason', UPDATE_TEXT_LIMIT)
  const nextSteps = reader.text('nextSteps', UPDATE_TEXT_LIMIT)
  if (state === 'withdrawn' && [...(delayReason ?? '')].length < SHORTEST_REASON)
    reader.problems.push(updateProblem('delayReason', 'sayWhyWithdrawn'))
  const late = plannedEnd !== null && hasPassed(plannedEnd, today)
  if ((state === 'not-started' || state === 'limited') && late && !delayReason)
    reader.problems.push(updateProblem('delayReason', 'sayWhyLate'))
  return reader.done({
    state: state ?? 'not-started',
    percentage,
    text: text ?? '',
    language: draft.language,
    delayReason,
    nextSteps,
    actualStart,
    actualEnd,
  })
}

/** The draft as it could be published, or everything that is wrong or missing in it. */
export function checkUpdate(
  draft: UpdateDraft | null | undefined,
  around: Around,
): { input: UpdateInput | null; problems: readonly Problem[] } {
  if (!draft) return { input: null, problems: [] }
  try {
    return { input: readUpdate(draft, around), problems: [] }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { input: null, problems: error.problems }
  }
}

function happenedDate(reader: FormReader, name: string, today: Day): PartialDate | null {
  const date = reader.date(name)
  reader.happened(date, name, today)
  return date
}

function inOrder(reader: FormReader, start: PartialDate, end: PartialDate): void {
  const before = reader.problems.length
  reader.inOrder(start, end, 'actualEnd')
  if (reader.problems.length > before) reader.problems.splice(before, 1, updateProblem('actualEnd', 'endBeforeStart'))
}

function readPercentage(reader: FormReader): number | null {
  const typed = reader.fields.trimmed('percentage').replace(/%$/, '').trim()
  if (!typed) return null
  const value = /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN
  if (value <= 100) return value
  reader.problems.push(updateProblem('percentage', 'notAPercentage'))
  return null
}

/** A piece of evidence: a link, or a file that was taken. */
export type EvidenceInput = { title: string; dated: PartialDate | null } & ({ url: string } | { file: StoredFile })

/**
 * Reads the evidence that was typed or chosen: a link, a file, both or none. One title and date go
 * with the link where there is one; a file that has none is called by its name.
 */
export function readEvidence(fields: Fields, file: StoredFile | undefined, today: Day, wanted: boolean): EvidenceInput[] {
  const reader = new FormReader(fields)
  const title = reader.line('evidenceTitle')
  const dated = happenedDate(reader, 'evidenceDated', today)
  const url = reader.url('evidenceUrl')
  if (url && !title) reader.problems.push(updateProblem('evidenceTitle', 'nameTheLink'))
  if (!url && !file && (wanted || title)) reader.problems.push(updateProblem('evidenceUrl', 'addressOrFile'))
  const found: EvidenceInput[] = []
  if (url) found.push({ title: title ?? '', dated, url })
  if (file) found.push({ title: (url ? null : title) ?? file.name, dated: url ? null : dated, file })
  return reader.done(found)
}
