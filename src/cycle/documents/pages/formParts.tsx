import { listOrganisations } from '../../../people/index.ts'
import { type Fields, partialDateFields } from '../../../platform/http/fields.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { type Drawn, stateOf } from '../../../web/answerForm.ts'
import { FileField } from '../../../web/components/FileField.tsx'
import { TextArea, TextField } from '../../../web/components/form.tsx'
import type { Told } from '../../../web/components/TwoVersions.tsx'
import { type Choice, type FieldSpec, localFields } from '../../../web/forms/fieldSpec.tsx'
import { named } from '../../../web/named.ts'
import type { AnyVisit } from '../../../web/visit.ts'
import { contentFields, DOCUMENT_TEXT_LIMIT } from '../documentInput.ts'
import { kindNames, languageNames, licenceNames, standingNames } from '../documentWords.ts'
import type { DocumentInTime } from '../queries.ts'
import { type ContentPart, documentKinds, documentLanguages, licences, standings } from '../tables.ts'
import { formTexts } from './formTexts.ts'

type Document = DocumentInTime['document']

const choicesOf = <Value extends string>(values: readonly Value[], words: Record<Value, string>): Choice[] =>
  values.map((value) => ({ value, label: words[value] }))

/** The questions on what is said of a document; the names of their fields begin with `prefix`. */
export function dataSpecs(language: Language, stored: Document | null, prefix = ''): FieldSpec[] {
  const t = formTexts[language]
  return [
    { kind: 'lines', name: `${prefix}title`, label: t.title, stored: stored?.title ?? null },
    { kind: 'select', name: `${prefix}kind`, label: t.kind, choices: choicesOf(documentKinds, kindNames[language]), empty: t.chooseKind },
    { kind: 'date', name: `${prefix}dated`, label: t.dated, hint: t.datedHint, optional: true },
    {
      kind: 'select',
      name: `${prefix}language`,
      label: t.language,
      choices: choicesOf(documentLanguages, languageNames[language]),
      empty: t.notStatedF,
    },
    {
      kind: 'select',
      name: `${prefix}standing`,
      label: t.standing,
      choices: choicesOf(standings, standingNames[language]),
      empty: t.notStated,
    },
    {
      kind: 'select',
      name: `${prefix}licence`,
      label: t.licence,
      choices: choicesOf(licences, licenceNames[language]),
      empty: t.notStatedF,
    },
  ]
}

/** The fields of what is said of a document, for a form that is drawn from what is stored. */
export const dataFields = (document: Document): Record<string, string[]> => ({
  ...localFields('title', document.title),
  kind: [document.kind],
  ...partialDateFields('dated', document.dated),
  language: [document.language ?? ''],
  standing: [document.standing ?? ''],
  licence: [document.licence ?? ''],
})

/** The question whose document it is. */
export async function organisationSpec({ house, language, today }: AnyVisit): Promise<FieldSpec> {
  const t = formTexts[language]
  const organisations = await listOrganisations(house.db, today, 'all', language)
  const choices = organisations.map(({ id, name }) => ({ value: id, label: named(name, language, id) }))
  return { kind: 'select', name: 'organisation', label: t.organisation, hint: t.organisationHint, choices, empty: t.notStated }
}

/** A part of a version: a file, an address or a text. */
export function ContentFields({ visit, drawn, part }: { visit: AnyVisit; drawn: Drawn; part: ContentPart }) {
  const { house, language } = visit
  const t = formTexts[language]
  const form = stateOf(visit, drawn)
  const names = contentFields[part]
  return (
    <>
      <FileField
        form={form}
        name={names.file}
        label={t.file}
        kept={drawn.files}
        fileLimitBytes={house.configuration.fileLimitBytes}
        optional
      />
      <TextField form={form} name={names.url} label={t.url} type="url" optional />
      <TextArea form={form} name={names.text} label={t.text} rows={6} limit={DOCUMENT_TEXT_LIMIT} optional />
    </>
  )
}

/** What the fields of a part answer, for comparing two versions. */
export function tellContent(language: Language, part: ContentPart, fields: Fields): Told[] {
  const t = formTexts[language]
  const names = contentFields[part]
  const label = (of: string): string => (part === 'main' ? of : `${t.alternative}: ${of}`)
  return [
    { label: label(t.url), value: fields.trimmed(names.url) },
    { label: label(t.text), value: fields.trimmed(names.text) },
  ]
}
