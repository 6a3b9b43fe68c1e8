import type { ComponentChildren } from 'preact'
import { type Fields, TEXT_LIMIT } from '../../platform/http/fields.ts'
import { isTranslationOld, type Language, type LocalText, languages } from '../../platform/languages/languages.ts'
import { defineTexts } from '../../platform/languages/texts.ts'
import { Checkboxes, DateField, type FormState, Radios, Select, TextArea, TextField } from '../components/form.tsx'
import { Name } from '../components/Name.tsx'
import { type Told, tellDate } from '../components/TwoVersions.tsx'
import { bare, type Named } from '../named.ts'

const texts = defineTexts({
  lv: {
    inLatvian: (label: string) => `${label} latviski`,
    inEnglish: (label: string) => `${label} angliski`,
    translationChecked: (label: string) => `${label}: tulkojums ir novecojis vai nepārbaudīts. Atzīmējiet, ja tas der.`,
  },
  en: {
    inLatvian: (label: string) => `${label} in Latvian`,
    inEnglish: (label: string) => `${label} in English`,
    translationChecked: (label: string) => `${label}: the translation is out of date or unchecked. Tick this when it is right.`,
  },
})

export type Choice = { value: string; label: string; hint?: string }

/** One question of a form: how it is asked, and how its answer is told when two versions are compared. */
export type FieldSpec = {
  name: string
  label: string
  hint?: string
  optional?: boolean
} & (
  | { kind: 'line' | 'url' | 'number' | 'date' | 'day' }
  | { kind: 'text'; rows?: number }
  /** In several languages: one line each, or a long text each. `stored` says how far the translation has come. */
  | { kind: 'lines' | 'texts'; stored: LocalText | null }
  /** Names of things may be in another language than the page's. */
  | { kind: 'select'; choices: readonly { value: string; label: Named }[]; empty?: string }
  | { kind: 'radios' | 'checks'; choices: readonly (Omit<Choice, 'label'> & { label: Named })[] }
)

/** A form in parts, each under its own heading (the first may have none). */
export type FormPart = { title: string | null; specs: readonly FieldSpec[]; after?: ComponentChildren }

/** How the field of a content in one of its languages is called, in the reader's language. */
export const labelIn = (label: string, of: Language, language: Language): string =>
  of === 'lv' ? texts[language].inLatvian(label) : texts[language].inEnglish(label)

function LocalFields({ spec, form }: { spec: FieldSpec & { kind: 'lines' | 'texts' }; form: FormState }) {
  const { language } = form
  return (
    <>
      <div class="pair">
        {languages.map((of, index) => {
          const props = {
            form,
            name: `${spec.name}.${of}`,
            label: labelIn(spec.label, of, language),
            ...(index === 0 && spec.hint ? { hint: spec.hint } : {}),
            ...(spec.optional ? { optional: true } : {}),
          }
          return spec.kind === 'lines' ? (
            <TextField key={of} {...props} />
          ) : (
            <TextArea key={of} {...props} rows={4} limit={TEXT_LIMIT} lang={of} />
          )
        })}
      </div>
      {/* An old translation whose words may still be right: the form asks. */}
      {isTranslationOld(spec.stored) ? (
        <div class="field">
          <label class="opt">
            <input
              type="checkbox"
              name={`${spec.name}.checked`}
              value="yes"
              checked={form.fields.all(`${spec.name}.checked`).includes('yes')}
            />
            <span>{texts[language].translationChecked(spec.label)}</span>
          </label>
        </div>
      ) : null}
    </>
  )
}

/** The question as it stands in the form. */
export function AskedField({ spec, form }: { spec: FieldSpec; form: FormState }) {
  const { name, label, hint, optional } = spec
  const props = { form, name, label, ...(hint ? { hint } : {}), ...(optional ? { optional } : {}) }
  switch (spec.kind) {
    case 'line':
      return <TextField {...props} />
    case 'url':
      return <TextField {...props} type="url" />
    case 'number':
      return <TextField {...props} type="number" short />
    case 'text':
      return <TextArea {...props} rows={spec.rows ?? 4} />
    case 'lines':
    case 'texts':
      return <LocalFields spec={spec} form={form} />
    case 'date':
      return <DateField {...props} />
    case 'day':
      return <DateField {...props} dayOnly />
    case 'select':
      return <Select {...props} choices={spec.choices} {...(spec.empty === undefined ? {} : { empty: spec.empty })} />
    case 'radios':
      return <Radios {...props} choices={labelled(spec.choices)} />
    case 'checks':
      return <Checkboxes {...props} choices={labelled(spec.choices)} />
  }
}

/** Choices whose labels tell the language of names that are in another than the page's. */
const labelled = <C extends { label: Named }>(choices: readonly C[]) =>
  choices.map((choice) => ({ ...choice, label: <Name of={choice.label} /> }))

/** What a form's fields answer to a question; a content in several languages gives one answer a language. */
export function tell(spec: FieldSpec, fields: Fields, language: Language): Told[] {
  switch (spec.kind) {
    case 'lines':
    case 'texts':
      return languages.map((of) => ({ label: labelIn(spec.label, of, language), value: fields.trimmed(`${spec.name}.${of}`) }))
    case 'date':
    case 'day':
      return [{ label: spec.label, value: tellDate(fields, spec.name, language) }]
    case 'select':
    case 'radios':
    case 'checks': {
      const chosen = fields.all(spec.name)
      return [
        {
          label: spec.label,
          value: spec.choices
            .filter((choice) => choice.value && chosen.includes(choice.value))
            .map((choice) => bare(choice.label))
            .join('; '),
        },
      ]
    }
    default:
      return [{ label: spec.label, value: fields.trimmed(spec.name) }]
  }
}

/** The fields of a content in several languages, for a form that is drawn from what is stored. */
export function localFields(name: string, content: LocalText | null): Record<string, string[]> {
  return Object.fromEntries(languages.map((language) => [`${name}.${language}`, [content?.[language]?.text ?? '']]))
}
