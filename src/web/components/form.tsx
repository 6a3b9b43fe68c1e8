import type { ComponentChildren } from 'preact'
import type { Fields } from '../../platform/http/fields.ts'
import { monthName } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { defineTexts } from '../../platform/languages/texts.ts'
import type { Problem } from '../../platform/refusal.ts'
import { bare, langOf, type Named } from '../named.ts'
import { webText } from '../texts.ts'
import { Icon } from './Icon.tsx'

/** What a form is drawn from: what was typed, what is wrong with it, and the reader's language. */
export type FormState = { fields: Fields; problems: readonly Problem[]; language: Language }

const texts = defineTexts({
  lv: {
    day: 'Diena',
    part: 'Mēnesis, ceturksnis vai pusgads',
    month: 'Mēnesis',
    year: 'Gads',
    wholeYear: 'viss gads',
    quarter: (n: number) => `${n}. ceturksnis`,
    half: (n: number) => `${n}. pusgads`,
    characters: (count: number, limit: number) => `${count} no ${limit} rakstzīmēm`,
  },
  en: {
    day: 'Day',
    part: 'Month, quarter or half-year',
    month: 'Month',
    year: 'Year',
    wholeYear: 'the whole year',
    quarter: (n: number) => `quarter ${n}`,
    half: (n: number) => `half ${n}`,
    characters: (count: number, limit: number) => `${count} of ${limit} characters`,
  },
})

/** The HTML id of a field's control: dots of the field's name become dashes. */
export const fieldId = (name: string): string => name.replaceAll('.', '-')

const problemsOf = (form: FormState, name: string): string[] =>
  form.problems.filter((p) => p.field === name).map((p) => p.say(form.language))

/** The mistakes of a form at its top, each leading to its field with the same words. */
export function ErrorSummary({ form }: { form: FormState }) {
  if (!form.problems.length) return null
  const t = webText(form.language)
  return (
    <div class="ds-error-summary" role="alert" tabIndex={-1} aria-labelledby="kludas">
      <h2 id="kludas">{t.errorSummary(form.problems.length)}</h2>
      <ul>
        {form.problems.map((problem) => (
          <li key={problem.field}>
            <a href={`#${fieldId(problem.field)}`}>{problem.say(form.language)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What is wrong with a field, where it stands. */
export function Messages({ form, name }: { form: FormState; name: string }) {
  const t = webText(form.language)
  const id = fieldId(name)
  const messages = problemsOf(form, name)
  if (!messages.length) return null
  return (
    <p class="ds-validation-message" id={`${id}-e`}>
      <Icon name="late" />
      <span>
        <span class="sr">{t.error}</span>
        {messages.join(' ')}
      </span>
    </p>
  )
}

type FieldProps = {
  form: FormState
  name: string
  label: ComponentChildren
  hint?: ComponentChildren
  optional?: boolean
}

/** How the control refers to its hint and message, and whether it is wrong. */
function described({ form, name, hint }: FieldProps, extra: string[] = []) {
  const id = fieldId(name)
  const wrong = problemsOf(form, name).length > 0
  const ids = [...(hint ? [`${id}-h`] : []), ...(wrong ? [`${id}-e`] : []), ...extra]
  return {
    ...(ids.length ? { 'aria-describedby': ids.join(' ') } : {}),
    ...(wrong ? { 'aria-invalid': true as const } : {}),
  }
}

function Frame(props: FieldProps & { children: ComponentChildren }) {
  const { form, name, label, hint, optional, children } = props
  const id = fieldId(name)
  return (
    <div class={problemsOf(form, name).length ? 'field err' : 'field'}>
      <label class="ds-label" for={id}>
        {label}
        {optional ? <span class="note"> {webText(form.language).optional}</span> : null}
      </label>
      {hint ? (
        <p class="hint" id={`${id}-h`}>
          {hint}
        </p>
      ) : null}
      <Messages form={form} name={name} />
      {children}
    </div>
  )
}

/** One line of text. */
export function TextField(
  props: FieldProps & { type?: 'text' | 'email' | 'url' | 'number' | 'date'; autocomplete?: string; maxLength?: number; short?: boolean },
) {
  const { form, name, type = 'text', autocomplete, maxLength, short } = props
  return (
    <Frame {...props}>
      <input
        class={short ? 'ds-input short' : 'ds-input'}
        id={fieldId(name)}
        name={name}
        type={type === 'number' ? 'text' : type}
        {...(type === 'number' ? { inputMode: 'numeric' as const } : {})}
        {...(autocomplete ? { autoComplete: autocomplete } : {})}
        {...(maxLength ? { maxLength } : {})}
        value={form.fields.get(name)}
        {...described(props)}
      />
    </Frame>
  )
}

/** A long text, with a count of characters where there is a limit. */
export function TextArea(props: FieldProps & { rows?: number; limit?: number; lang?: Language }) {
  const { form, name, rows = 5, limit, lang } = props
  const id = fieldId(name)
  return (
    <Frame {...props}>
      <textarea
        class="ds-input"
        id={id}
        name={name}
        rows={rows}
        {...(lang ? { lang } : {})}
        {...described(props, limit ? [`${id}-n`] : [])}
      >
        {/* HTML drops a line end right after the tag: one more keeps what was typed. */}
        {`\n${form.fields.get(name)}`}
      </textarea>
      {limit ? (
        <p class="note" id={`${id}-n`} data-count={id}>
          {texts[form.language].characters([...form.fields.get(name)].length, limit)}
        </p>
      ) : null}
    </Frame>
  )
}

export type Choice = { value: string; label: ComponentChildren; hint?: ComponentChildren }

/** One of several, each with a word of explanation. The first choice carries the field's id, so that the summary leads there. */
export function Radios(props: FieldProps & { choices: readonly Choice[]; type?: 'radio' | 'checkbox' }) {
  const { form, name, label, hint, choices, type = 'radio', optional } = props
  const chosen = form.fields.all(name)
  const id = fieldId(name)
  const { 'aria-describedby': ids } = described(props)
  return (
    <fieldset class={problemsOf(form, name).length ? 'field err' : 'field'} {...(ids ? { 'aria-describedby': ids } : {})}>
      <legend>
        {label}
        {optional ? <span class="note"> {webText(form.language).optional}</span> : null}
      </legend>
      {hint ? (
        <p class="hint" id={`${id}-h`}>
          {hint}
        </p>
      ) : null}
      <Messages form={form} name={name} />
      {choices.map((choice, index) => (
        <label class="opt" key={choice.value}>
          <input type={type} name={name} value={choice.value} checked={chosen.includes(choice.value)} {...(index === 0 ? { id } : {})} />
          <span>{choice.label}</span>
          {choice.hint ? <small>{choice.hint}</small> : null}
        </label>
      ))}
    </fieldset>
  )
}

/** Any of several. */
export const Checkboxes = (props: FieldProps & { choices: readonly Choice[] }) => <Radios {...props} type="checkbox" />

/** One of many, in a list that opens. */
export function Select(props: FieldProps & { choices: readonly { value: string; label: Named }[]; empty?: string }) {
  const { form, name, choices, empty } = props
  const chosen = form.fields.get(name)
  return (
    <Frame {...props}>
      <select class="ds-input" id={fieldId(name)} name={name} {...described(props)}>
        {empty !== undefined ? <option value="">{empty}</option> : null}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === chosen} {...langOf(choice.label)}>
            {bare(choice.label)}
          </option>
        ))}
      </select>
    </Frame>
  )
}

/** A date of any precision: day (may stay empty), month or quarter or half-year, year. Read it with readPartialDate. */
export function DateField(props: FieldProps & { dayOnly?: boolean }) {
  const { form, name, label, hint, optional, dayOnly } = props
  const t = texts[form.language]
  const id = fieldId(name)
  const { 'aria-describedby': ids, 'aria-invalid': wrong } = described(props)
  const invalid = wrong ? { 'aria-invalid': true as const } : {}
  const months = Array.from({ length: 12 }, (_, i) => ({ value: String(i + 1).padStart(2, '0'), label: monthName(form.language, i + 1) }))
  const quarters = [1, 2, 3, 4].map((n) => ({ value: `Q${n}`, label: t.quarter(n) }))
  const halves = [1, 2].map((n) => ({ value: `H${n}`, label: t.half(n) }))
  const parts = dayOnly ? months : [{ value: '', label: t.wholeYear }, ...months, ...quarters, ...halves]
  const part = form.fields.trimmed(`${name}.part`)
  return (
    <fieldset class={wrong ? 'field err' : 'field'} {...(ids ? { 'aria-describedby': ids } : {})}>
      <legend>
        {label}
        {optional ? <span class="note"> {webText(form.language).optional}</span> : null}
      </legend>
      {hint ? (
        <p class="hint" id={`${id}-h`}>
          {hint}
        </p>
      ) : null}
      <Messages form={form} name={name} />
      <div class="date">
        <div>
          <label class="lab" for={id}>
            {t.day}
          </label>
          <input
            class="ds-input"
            id={id}
            name={`${name}.day`}
            type="text"
            inputMode="numeric"
            value={form.fields.get(`${name}.day`)}
            {...invalid}
          />
        </div>
        <div class="part">
          <label class="lab" for={`${id}-part`}>
            {dayOnly ? t.month : t.part}
          </label>
          <select class="ds-input" id={`${id}-part`} name={`${name}.part`} {...invalid}>
            {dayOnly ? <option value="">–</option> : null}
            {parts.map((p) => (
              <option key={p.value} value={p.value} selected={p.value === part}>
                {p.label}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label class="lab" for={`${id}-year`}>
            {t.year}
          </label>
          <input
            class="ds-input"
            id={`${id}-year`}
            name={`${name}.year`}
            type="text"
            inputMode="numeric"
            value={form.fields.get(`${name}.year`)}
            {...invalid}
          />
        </div>
      </div>
    </fieldset>
  )
}
