import { randomUUID } from 'node:crypto'
import type { ComponentChildren } from 'preact'
import type { Language } from '../../../../platform/languages/languages.ts'
import { ErrorSummary, type FormState } from '../../../../web/components/form.tsx'
import { formTexts } from '../../formTexts.ts'
import { AskedField, type FormPart, type Told } from './fieldSpec.tsx'

/** Two versions of one thing, side by side: what is stored by now, and what was typed meanwhile. */
export type Comparison = { stored: readonly Told[]; typed: readonly Told[] }

function ComparisonTable({ comparison, language }: { comparison: Comparison; language: Language }) {
  const t = formTexts[language]
  const typedBy = new Map(comparison.typed.map((told) => [told.label, told.value]))
  const storedBy = new Map(comparison.stored.map((told) => [told.label, told.value]))
  const labels = [...new Set([...storedBy.keys(), ...typedBy.keys()])]
  const rows = labels.filter((label) => (typedBy.get(label) ?? '') !== (storedBy.get(label) ?? ''))
  return (
    <section class="ds-error-summary" role="alert" tabIndex={-1} aria-labelledby="atskiras">
      <h2 id="atskiras">{t.conflictTitle}</h2>
      <p>{t.conflictText}</p>
      {rows.length ? (
        <table class="ds-table stack">
          <caption>{t.conflictTable}</caption>
          <thead>
            <tr>
              <th scope="col">{t.field}</th>
              <th scope="col">{t.storedNow}</th>
              <th scope="col">{t.youTyped}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((label) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td data-l={t.storedNow}>{storedBy.get(label) || t.nothing}</td>
                <td data-l={t.youTyped}>{typedBy.get(label) || t.nothing}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p>{t.noDifferences}</p>
      )}
    </section>
  )
}

type Props = {
  form: FormState
  action: string
  parts: readonly FormPart[]
  /** The version of what is edited; null for a new thing. */
  version: number | null
  comparison?: Comparison | null
  /** What stands between the questions and the button. */
  children?: ComponentChildren
  submit: string
}

/** A form of the secretariat: mistakes or two versions on top, questions in parts, one primary button. */
export function SecretariatForm({ form, action, parts, version, comparison, children, submit }: Props) {
  return (
    <>
      {comparison ? <ComparisonTable comparison={comparison} language={form.language} /> : <ErrorSummary form={form} />}
      <form method="post" action={action} noValidate>
        <HiddenFields form={form} version={version} />
        {parts.map((part) => (
          <div key={part.title ?? ''} {...(part.title ? { class: 'group' } : {})}>
            {part.title ? <h2 class="title2">{part.title}</h2> : null}
            {part.specs.map((spec) => (
              <AskedField key={spec.name} spec={spec} form={form} />
            ))}
            {part.after}
          </div>
        ))}
        {children}
        <div class="acts">
          <button type="submit" class="ds-button">
            {submit}
          </button>
        </div>
      </form>
    </>
  )
}

/** The sending's own number, which makes a double click one sending, and the version the form was drawn from. */
export function HiddenFields({ form, version }: { form: FormState; version: number | null }) {
  return (
    <>
      <input type="hidden" name="form" value={form.fields.trimmed('form') || randomUUID()} />
      {version === null ? null : <input type="hidden" name="version" value={version} />}
    </>
  )
}
