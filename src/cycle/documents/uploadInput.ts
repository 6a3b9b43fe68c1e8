import type { StoredFile } from '../../platform/files/files.ts'
import { fileTexts } from '../../platform/files/fileTexts.ts'
import { type Fields, partialDateFields } from '../../platform/http/fields.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { wrongField } from '../../platform/refusal.ts'
import { FormReader } from '../plan/index.ts'
import { readData } from './documentInput.ts'
import { proposedDay, proposedTitle } from './proposals.ts'
import type { UploadedDocument } from './publishUpload.ts'
import { documentKinds, documentLanguages, licences, standings } from './tables.ts'
import { MOST_FILES_AT_ONCE, type WaitingFile } from './uploads.ts'

/** What the names of a file's fields begin with. */
export const fieldsOf = (place: number): string => `d${place}.`

/** The fields that hold for all files of an upload. */
const common = ['licence', 'organisation'] as const
const own = ['title.lv', 'title.en', 'kind', 'dated.day', 'dated.part', 'dated.year', 'language', 'standing'] as const

/**
 * Reads the form that sends many files at once and proposes what is said of each: the title and the day that its
 * name tells, and what was chosen for all.
 */
export function readNewUpload(fields: Fields, files: readonly StoredFile[], language: Language): Record<string, string[]> {
  if (files.length > MOST_FILES_AT_ONCE) throw wrongField('files', (reader) => fileTexts[reader].tooMany(MOST_FILES_AT_ONCE))
  const reader = new FormReader(fields)
  const written = reader.choice('language', documentLanguages)
  const forAll = {
    kind: [reader.choice('kind', documentKinds) ?? ''],
    language: [written ?? ''],
    standing: [reader.choice('standing', standings) ?? ''],
  }
  const licence = reader.choice('licence', licences)
  const titleIn = written === 'lv' || written === 'en' ? written : language
  const proposed = files.flatMap(({ name }, index): [string, string[]][] => {
    const values = { ...forAll, [`title.${titleIn}`]: [proposedTitle(name)], ...partialDateFields('dated', proposedDay(name)) }
    return Object.entries(values).map(([field, value]) => [fieldsOf(index + 1) + field, value])
  })
  return reader.done({ licence: [licence ?? ''], organisation: [fields.trimmed('organisation')], ...Object.fromEntries(proposed) })
}

/** What was typed of an upload, word for word; only endless texts are refused before it is to be published. */
export function readUploadFields(fields: Fields, files: readonly WaitingFile[]): { version: number; fields: Record<string, string[]> } {
  const reader = new FormReader(fields)
  const names = [...common, ...files.flatMap(({ place }) => own.map((name) => fieldsOf(place) + name))]
  for (const name of names) reader.line(name)
  return reader.done({ version: reader.version(), fields: Object.fromEntries(names.map((name) => [name, [fields.get(name)]])) })
}

/** Reads what is said of each file of an upload as it is to be published, and refuses with everything that is wrong. */
export function readUploadedDocuments(fields: Fields, files: readonly WaitingFile[]): UploadedDocument[] {
  const reader = new FormReader(fields)
  const licence = reader.choice('licence', licences)
  const organisationId = reader.line('organisation')
  return reader.done(files.map(({ place }) => ({ place, data: { ...readData(reader, fieldsOf(place)), licence }, organisationId })))
}
