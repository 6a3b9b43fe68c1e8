import { Fields } from '../../../platform/http/fields.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import type { FormState } from '../../../web/components/form.tsx'
import type { Told } from '../../../web/components/TwoVersions.tsx'
import { AskedField, type FieldSpec, tell } from '../../../web/forms/fieldSpec.tsx'
import { named } from '../../../web/named.ts'
import type { Plan } from '../../plan/index.ts'
import { rowsIn } from '../eventInput.ts'
import type { EventVersion } from '../queries.ts'
import { eventKinds, type TypedFields } from '../tables.ts'
import { eventKindNames } from '../words.ts'
import { editTexts } from './editTexts.ts'

/** So many empty rows wait below those that are filled in. */
const EMPTY_ROWS = 3

/** What the questions depend on; an announced event stays with its plan. */
export type Asked = { published: EventVersion | null; plans: readonly Plan[] }

/** The questions before the agenda. */
export function firstQuestions(language: Language, { published, plans }: Asked): FieldSpec[] {
  const t = editTexts[language]
  const ofPlans = plans.map((plan) => ({ value: plan.id, label: named(plan.shortTitle, language) }))
  const kinds = eventKinds.map((kind) => ({ value: kind, label: eventKindNames[language][kind] }))
  return [
    ...(published ? [] : [{ kind: 'select' as const, name: 'plan', label: t.plan, choices: ofPlans, empty: t.noPlan }]),
    { kind: 'lines', name: 'title', label: t.titleField, stored: published?.title ?? null },
    { kind: 'select', name: 'kind', label: t.kind, choices: kinds, empty: t.choose },
    { kind: 'texts', name: 'body', label: t.body, stored: published?.body ?? null },
    { kind: 'day', name: 'startsOn', label: t.startsOn },
    { kind: 'line', name: 'hours', label: t.hours, hint: t.hoursHint },
    { kind: 'lines', name: 'place', label: t.place, stored: published?.place ?? null },
    {
      kind: 'texts',
      name: 'accessibility',
      label: t.accessibility,
      hint: t.accessibilityHint,
      optional: true,
      stored: published?.accessibility ?? null,
    },
    { kind: 'url', name: 'streamUrl', label: t.streamUrl, optional: true },
    {
      kind: 'radios',
      name: 'registration',
      label: t.registration,
      choices: [
        { value: 'asked', label: t.asked },
        { value: 'none', label: t.none },
      ],
    },
    { kind: 'number', name: 'capacity', label: t.capacity, hint: t.capacityHint, optional: true },
    { kind: 'day', name: 'registrationUntil', label: t.registrationUntil, hint: t.registrationUntilHint, optional: true },
  ]
}

/** The questions after it. */
export function lastQuestions(language: Language, { published }: Asked): FieldSpec[] {
  const t = editTexts[language]
  return [
    { kind: 'texts', name: 'contact', label: t.contact, optional: true, stored: published?.contact ?? null },
    ...(published ? [{ kind: 'texts' as const, name: 'reason', label: t.reason, hint: t.reasonHint, stored: null }] : []),
  ]
}

function pointQuestions(language: Language, number: number, stored: EventVersion | null): FieldSpec[] {
  const t = editTexts[language]
  const before = stored?.agenda[number - 1]
  return [
    { kind: 'line', name: `agenda.${number}.time`, label: t.pointTime, optional: true },
    { kind: 'lines', name: `agenda.${number}.title`, label: t.pointTitle, stored: before?.title ?? null },
    { kind: 'lines', name: `agenda.${number}.by`, label: t.pointBy, optional: true, stored: before?.by ?? null },
  ]
}

/** The rows that a form shows: those in which something is written, and a few empty ones. */
export function rowsToShow(written: readonly number[]): number[] {
  const last = written.at(-1) ?? 0
  return [...written, ...Array.from({ length: EMPTY_ROWS }, (_, index) => last + 1 + index)]
}

/** The points of the agenda, each with its questions. */
export function AgendaFields({ form, asked }: { form: FormState; asked: Asked }) {
  const t = editTexts[form.language]
  return (
    <section class="group" aria-labelledby="darba-kartiba">
      <h2 class="title2" id="darba-kartiba">
        {t.agenda}
      </h2>
      <p class="hint">{t.agendaHint}</p>
      {rowsToShow(rowsIn(form.fields.toRecord(), 'agenda')).map((number) => (
        <fieldset key={number} class="opportunity-fields">
          <legend>{t.point(number)}</legend>
          {pointQuestions(form.language, number, asked.published).map((spec) => (
            <AskedField key={spec.name} spec={spec} form={form} />
          ))}
        </fieldset>
      ))}
    </section>
  )
}

/** What the fields answer, question by question, for comparing two versions. */
export function toldOf(typed: TypedFields, language: Language, asked: Asked): Told[] {
  const t = editTexts[language]
  const fields = new Fields(typed)
  const told = (specs: readonly FieldSpec[]): Told[] => specs.flatMap((spec) => tell(spec, fields, language))
  return [
    ...told(firstQuestions(language, asked)),
    ...rowsIn(typed, 'agenda').flatMap((number) =>
      told(pointQuestions(language, number, asked.published)).map(({ label, value }) => ({ label: `${t.point(number)}: ${label}`, value })),
    ),
    ...told(lastQuestions(language, asked)),
  ]
}
