import type { PartialDate } from '../../platform/dates/partialDate.ts'
import type { StoredFile } from '../../platform/files/files.ts'
import { type Fields, TEXT_LIMIT } from '../../platform/http/fields.ts'
import type { SentFiles } from '../../platform/http/sentFiles.ts'
import { FormReader, type TypedText } from '../plan/index.ts'
import { documentProblem } from './problemTexts.ts'
import {
  type DocumentKind,
  type DocumentLanguage,
  documentKinds,
  documentLanguages,
  type Licence,
  licences,
  type Standing,
  standings,
} from './tables.ts'

/** The most characters of a document that is typed: a plan's whole text is about half of it. */
export const DOCUMENT_TEXT_LIMIT = 200_000
const SHORTEST_REASON = 10

/** What is said of a document. */
export type DocumentData = {
  title: TypedText
  kind: DocumentKind
  dated: PartialDate | null
  language: DocumentLanguage | null
  standing: Standing | null
  licence: Licence | null
}

/** A file, an address or a text that a form gives. */
export type GivenContent = { file: StoredFile } | { url: string } | { text: string }

/** What a version is to hold; null = not given. */
export type GivenContents = { main: GivenContent | null; alternative: GivenContent | null; organisationId: string | null }

/** What is said of a document, by a reader of the form or of a part of it whose fields begin with `prefix`. */
export function readData(reader: FormReader, prefix = ''): DocumentData {
  return {
    title: reader.requiredLocal(`${prefix}title`),
    kind: reader.requiredChoice(`${prefix}kind`, documentKinds),
    dated: reader.date(`${prefix}dated`),
    language: reader.choice(`${prefix}language`, documentLanguages),
    standing: reader.choice(`${prefix}standing`, standings),
    licence: reader.choice(`${prefix}licence`, licences),
  }
}

/** The fields by which a part of a version is given; the first carries what is wrong with all three. */
export const contentFields = {
  main: { file: 'file', url: 'url', text: 'text' },
  alternative: { file: 'alternativeFile', url: 'alternativeUrl', text: 'alternativeText' },
} as const

function readContent(reader: FormReader, files: SentFiles, part: keyof typeof contentFields): GivenContent | null {
  const names = contentFields[part]
  const file = files.get(names.file)
  const url = reader.url(names.url)
  const text = reader.text(names.text, DOCUMENT_TEXT_LIMIT)
  const given: GivenContent[] = [...(file ? [{ file }] : []), ...(url ? [{ url }] : []), ...(text ? [{ text }] : [])]
  if (given.length > 1) reader.problems.push(documentProblem(names.file, 'giveOne'))
  return given[0] ?? null
}

const readContents = (reader: FormReader, files: SentFiles): GivenContents => ({
  main: readContent(reader, files, 'main'),
  alternative: readContent(reader, files, 'alternative'),
  organisationId: reader.line('organisation'),
})

/** Reads the form of a new document. */
export function readNewDocument(fields: Fields, files: SentFiles): DocumentData & GivenContents {
  const reader = new FormReader(fields)
  const input = { ...readData(reader), ...readContents(reader, files) }
  if (!input.main && !reader.problems.some(({ field }) => field === contentFields.main.url))
    reader.problems.push(documentProblem(contentFields.main.file, 'giveContent'))
  return reader.done(input)
}

/** Reads the form of a version. What it leaves empty stays as it is (publishVersion.ts). */
export function readVersion(fields: Fields, files: SentFiles): GivenContents & { version: number; reason: string } {
  const reader = new FormReader(fields)
  const input = { version: reader.version(), ...readContents(reader, files), reason: readReason(reader, 'reasonNeeded') }
  return reader.done(input)
}

/** Reads the form that corrects what is said of a document. */
export function readCorrection(fields: Fields): DocumentData & { version: number; reason: string | null } {
  const reader = new FormReader(fields)
  return reader.done({ version: reader.version(), ...readData(reader), reason: reader.text('reason', TEXT_LIMIT) })
}

/** Reads why a version is taken out of view. */
export function readWithdrawal(fields: Fields): { reason: string } {
  const reader = new FormReader(fields)
  return reader.done({ reason: readReason(reader, 'withdrawalReasonNeeded') })
}

function readReason(reader: FormReader, problem: 'reasonNeeded' | 'withdrawalReasonNeeded'): string {
  const reason = reader.text('reason', TEXT_LIMIT) ?? ''
  if ([...reason].length < SHORTEST_REASON) reader.problems.push(documentProblem('reason', problem))
  return reason
}
