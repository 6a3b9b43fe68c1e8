import type { Fields } from '../../../platform/http/fields.ts'
import { dateRange } from '../../../platform/languages/dates.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { type FormState, Messages } from '../../../web/components/form.tsx'
import type { Told } from '../../../web/components/TwoVersions.tsx'
import { AskedField, type FieldSpec, tell } from '../../../web/forms/fieldSpec.tsx'
import { around, named } from '../../../web/named.ts'
import type { Phase, Plan } from '../../plan/index.ts'
import { opportunityFieldName, opportunityNumbers } from '../noticeInput.ts'
import { participationNames } from '../noticeWords.ts'
import type { PublishedVersion } from '../queries.ts'
import { type NoticeKind, participationKinds } from '../tables.ts'
import { noticeEditTexts } from './editTexts.ts'

/** What the questions depend on. */
export type Asked = {
  kind: NoticeKind
  published: PublishedVersion | null
  /** The plans to choose from; a published notice stays with its own. */
  plans: readonly Plan[]
  /** The steps of the notice's plan. */
  phases: readonly Phase[]
}

/** The questions before the opportunities. */
export function firstQuestions(language: Language, { published, plans }: Asked): FieldSpec[] {
  const t = noticeEditTexts[language]
  const choices = plans.map((plan) => ({ value: plan.id, label: named(plan.shortTitle, language) }))
  return [
    ...(published ? [] : [{ kind: 'select' as const, name: 'plan', label: t.plan, choices, empty: t.noPlan }]),
    { kind: 'lines', name: 'title', label: t.titleField, stored: published?.title ?? null },
    { kind: 'texts', name: 'body', label: t.body, hint: t.bodyHint, stored: published?.body ?? null },
  ]
}

/** The questions after them. */
export function lastQuestions(language: Language, { kind, published }: Asked): FieldSpec[] {
  const t = noticeEditTexts[language]
  const optional = kind === 'opportunities' ? {} : { optional: true }
  return [
    { kind: 'texts', name: 'contact', label: t.contact, hint: t.contactHint, ...optional, stored: published?.contact ?? null },
    ...(published ? [{ kind: 'texts' as const, name: 'reason', label: t.reason, hint: t.reasonHint, stored: null }] : []),
  ]
}

/** The questions about one opportunity. */
function opportunityQuestions(language: Language, number: number, { published, phases }: Asked): FieldSpec[] {
  const t = noticeEditTexts[language]
  const stored = published?.opportunities.find((one) => one.number === number) ?? null
  const name = (field: string): string => opportunityFieldName(number, field)
  const kinds = participationKinds.map((kind) => ({ value: kind, label: participationNames[language][kind] }))
  const steps = phases.map((phase) => ({
    value: String(phase.id),
    label: around(named(phase.title, language), (words) =>
      [words, dateRange(language, phase.plannedStart, phase.plannedEnd)].filter(Boolean).join(', '),
    ),
  }))
  return [
    { kind: 'lines', name: name('title'), label: t.what, hint: t.whatHint, stored: stored?.title ?? null },
    { kind: 'select', name: name('kind'), label: t.participation, choices: kinds, empty: t.chooseKind },
    ...(steps.length
      ? [{ kind: 'select' as const, name: name('phase'), label: t.phase, hint: t.phaseHint, choices: steps, empty: t.noPhase }]
      : []),
    { kind: 'date', name: name('startsOn'), label: t.starts, hint: t.startsHint },
    { kind: 'date', name: name('endsOn'), label: t.ends, hint: t.endsHint, optional: true },
    { kind: 'line', name: name('hours'), label: t.hours, hint: t.hoursHint, optional: true },
    { kind: 'lines', name: name('place'), label: t.place, optional: true, stored: stored?.place ?? null },
    { kind: 'url', name: name('url'), label: t.url, optional: true },
    { kind: 'texts', name: name('how'), label: t.how, hint: t.howHint, stored: stored?.how ?? null },
    { kind: 'texts', name: name('outcome'), label: t.outcome, hint: t.outcomeHint, stored: stored?.outcome ?? null },
  ]
}

/** The numbers of the opportunities that a form shows: those announced, those typed, and one more to be written. */
function numbersIn(fields: Fields, { published }: Asked): { shown: number[]; next: number } {
  const announced = published?.opportunities.map(({ number }) => number) ?? []
  const shown = [...new Set([...announced, ...opportunityNumbers(fields.toRecord())])].sort((a, b) => a - b)
  return { shown, next: (shown.at(-1) ?? 0) + 1 }
}

/** The opportunities of a notice, each with its questions; one more waits behind a word. */
export function OpportunityFields({ form, asked }: { form: FormState; asked: Asked }) {
  const t = noticeEditTexts[form.language]
  const { shown, next } = numbersIn(form.fields, asked)
  return (
    <section class="group" aria-labelledby="iespejas">
      <h2 class="title2" id="iespejas">
        {t.opportunities}
      </h2>
      {shown.map((number) => (
        <OneOpportunity key={number} form={form} number={number} asked={asked} />
      ))}
      {shown.length ? (
        <details class="ds-details">
          <summary>{t.oneMore}</summary>
          <OneOpportunity form={form} number={next} asked={asked} isNew />
          <p class="note">{t.oneMoreNote}</p>
        </details>
      ) : (
        <OneOpportunity form={form} number={next} asked={asked} isNew />
      )}
    </section>
  )
}

type OneProps = { form: FormState; number: number; asked: Asked; isNew?: boolean }

function OneOpportunity({ form, number, asked, isNew = false }: OneProps) {
  const t = noticeEditTexts[form.language]
  const removed = opportunityFieldName(number, 'removed')
  const isAnnounced = asked.published?.opportunities.some((one) => one.number === number)
  return (
    <fieldset class="opportunity-fields">
      <legend>{t.opportunity(number)}</legend>
      <Messages form={form} name={removed} />
      {opportunityQuestions(form.language, number, asked).map((spec) => (
        <AskedField key={spec.name} spec={spec} form={form} />
      ))}
      {isNew ? null : (
        <label class="opt">
          <input type="checkbox" name={removed} value="yes" checked={form.fields.all(removed).includes('yes')} />
          <span>{isAnnounced ? t.cancel : t.remove}</span>
        </label>
      )}
    </fieldset>
  )
}

/** What the fields answer, question by question, for comparing two versions. */
export function toldOf(fields: Fields, language: Language, asked: Asked): Told[] {
  const t = noticeEditTexts[language]
  const told = (specs: readonly FieldSpec[]): Told[] => specs.flatMap((spec) => tell(spec, fields, language))
  const numbers = asked.kind === 'opportunities' ? numbersIn(fields, asked).shown : []
  return [
    ...told(firstQuestions(language, asked)),
    ...numbers.flatMap((number) => {
      const removed = fields.all(opportunityFieldName(number, 'removed')).includes('yes')
      return [...told(opportunityQuestions(language, number, asked)), { label: t.cancel, value: removed ? '✓' : '' }].map(
        ({ label, value }) => ({
          label: `${t.opportunity(number)}: ${label}`,
          value,
        }),
      )
    }),
    ...told(lastQuestions(language, asked)),
  ]
}
