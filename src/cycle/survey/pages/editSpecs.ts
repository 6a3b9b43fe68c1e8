import type { Fields } from '../../../platform/http/fields.ts'
import { type Language, type LocalText, languages } from '../../../platform/languages/languages.ts'
import type { FieldSpec } from '../../../web/forms/fieldSpec.tsx'
import { named } from '../../../web/named.ts'
import { type DraftPage, draftPages } from '../draftStructure.ts'
import type { CallChoice } from '../queries.ts'
import { questionsOf } from '../questions.ts'
import { conditionValue, typedOptions } from '../surveyInput.ts'
import { type Question, type QuestionKind, questionKinds, type SurveyContent } from '../tables.ts'
import { editTexts } from './editTexts.ts'

/** What the form's questions depend on: what was published already, and the plan's calls. */
export type Asked = { content: SurveyContent | null; calls: readonly CallChoice[] }

/** The words around the questions. */
export function aboutSpecs(language: Language, { content }: Asked): FieldSpec[] {
  const t = editTexts[language]
  return [
    { kind: 'lines', name: 'title', label: t.surveyTitle, stored: content?.title ?? null },
    {
      kind: 'texts',
      name: 'introduction',
      label: t.introduction,
      hint: t.introductionHint,
      optional: true,
      stored: content?.introduction ?? null,
    },
    { kind: 'texts', name: 'thanks', label: t.thanks, optional: true, stored: content?.thanks ?? null },
  ]
}

/** Who may answer when, and what is shown of it: fixed with the publication. */
export function periodSpecs(language: Language, { calls }: Asked): FieldSpec[] {
  const t = editTexts[language]
  const choices = calls.map(({ id, title }) => ({ value: String(id), label: named(title, language) }))
  return [
    { kind: 'select', name: 'call', label: t.call, choices, empty: t.noCall },
    { kind: 'day', name: 'startsOn', label: t.startsOn, hint: t.daysHint, optional: true },
    { kind: 'day', name: 'endsOn', label: t.endsOn, optional: true },
    {
      kind: 'radios',
      name: 'identity',
      label: t.identity,
      choices: [
        { value: 'open', label: t.identityOpen, hint: t.identityOpenHint },
        { value: 'confirmed', label: t.identityConfirmed, hint: t.identityConfirmedHint },
        { value: 'invited', label: t.identityInvited, hint: t.identityInvitedHint },
      ],
    },
    { kind: 'checks', name: 'resultsDuring', label: t.showing, choices: [{ value: 'yes', label: t.during, hint: t.duringHint }] },
    { kind: 'checks', name: 'openAnswers', label: t.results, choices: [{ value: 'yes', label: t.rows, hint: t.rowsHint }] },
  ]
}

/** The kind of a question that is typed; a broken form falls to the first. */
export const kindOf = (fields: Fields, number: number): QuestionKind =>
  questionKinds.find((kind) => kind === fields.trimmed(`q${number}.kind`)) ?? 'choice'

/** The words of a question, and what its kind needs; of a published one the words alone. */
export function questionSpecs(language: Language, fields: Fields, number: number, { content }: Asked): FieldSpec[] {
  const t = editTexts[language]
  const stored = content ? questionsOf(content).find((one) => one.number === number) : undefined
  const name = (field: string): string => `q${number}.${field}`
  const structure = (specs: FieldSpec[]): FieldSpec[] => (content ? [] : specs)
  return [
    { kind: 'lines', name: name('title'), label: t.questionTitle, stored: stored?.title ?? null },
    { kind: 'lines', name: name('hint'), label: t.hint, optional: true, stored: stored?.hint ?? null },
    ...ofKind(language, kindOf(fields, number), name, stored, structure),
    ...structure([
      { kind: 'checks', name: name('required'), label: t.required, choices: [{ value: 'yes', label: t.required }] },
      {
        kind: 'select',
        name: name('condition'),
        label: t.condition,
        hint: t.conditionHint,
        optional: true,
        choices: conditionChoices(language, fields, number),
        empty: t.always,
      },
    ]),
  ]
}

function ofKind(
  language: Language,
  kind: QuestionKind,
  name: (field: string) => string,
  stored: Question | undefined,
  structure: (specs: FieldSpec[]) => FieldSpec[],
): FieldSpec[] {
  const t = editTexts[language]
  const words = (field: 'fromLabel' | 'toLabel' | 'unit'): LocalText | null =>
    (stored as unknown as Record<string, LocalText | null> | undefined)?.[field] ?? null
  const number = (field: string, label: string, optional = false): FieldSpec => ({ kind: 'number', name: name(field), label, optional })
  const line = (field: 'fromLabel' | 'toLabel' | 'unit', label: string): FieldSpec => ({
    kind: 'lines',
    name: name(field),
    label,
    optional: true,
    stored: words(field),
  })
  switch (kind) {
    case 'choice':
    case 'choices':
    case 'ranking':
      return [{ kind: 'texts', name: name('options'), label: t.options, hint: t.optionsHint, stored: null }]
    case 'scale':
      return [...structure([number('from', t.from), number('to', t.to)]), line('fromLabel', t.fromLabel), line('toLabel', t.toLabel)]
    case 'number':
      return [...structure([number('least', t.least, true), number('most', t.most, true)]), line('unit', t.unit)]
    default:
      return structure([number('limit', t.limit)])
  }
}

/** Every answer to an earlier question that a condition may name; one that fits no more stays to be seen. */
function conditionChoices(language: Language, fields: Fields, of: number): { value: string; label: string }[] {
  const t = editTexts[language]
  const numbers = draftPages(fields.toRecord()).flatMap(({ questions }: DraftPage) => questions)
  const earlier = numbers.slice(0, numbers.indexOf(of))
  const choices = earlier.flatMap((number) => {
    const title = [language, ...languages].map((one) => fields.trimmed(`q${number}.title.${one}`)).find(Boolean) ?? ''
    return answersOf(fields, number, language).map(({ value, label }) => ({
      value: conditionValue(number, value),
      label: `${number}. ${shortened(title)} → ${label}`,
    }))
  })
  const chosen = fields.trimmed(`q${of}.condition`)
  return !chosen || choices.some(({ value }) => value === chosen)
    ? choices
    : [...choices, { value: chosen, label: `${t.conditionLost}: ${chosen}` }]
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text)

function answersOf(fields: Fields, number: number, language: Language): { value: string; label: string }[] {
  const kind = kindOf(fields, number)
  if (kind === 'scale') {
    const [from, to] = [Number(fields.trimmed(`q${number}.from`)), Number(fields.trimmed(`q${number}.to`))]
    const steps = Number.isInteger(from) && Number.isInteger(to) && to - from <= 10 && to > from ? to - from + 1 : 0
    return Array.from({ length: steps }, (_, step) => ({ value: String(from + step), label: String(from + step) }))
  }
  if (kind !== 'choice' && kind !== 'choices') return []
  return typedOptions(fields, `q${number}.options`).map((texts) => {
    const value = languages.map((one) => texts[one] ?? '').find(Boolean) ?? ''
    return { value, label: texts[language] ?? value }
  })
}
