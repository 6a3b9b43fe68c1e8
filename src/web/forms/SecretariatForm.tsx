import type { ComponentChildren } from 'preact'
import { ErrorSummary, type FormState } from '../components/form.tsx'
import { HiddenFields } from '../components/HiddenFields.tsx'
import { type Comparison, TwoVersions } from '../components/TwoVersions.tsx'
import { AskedField, type FormPart } from './fieldSpec.tsx'

type Props = {
  form: FormState
  action: string
  parts: readonly FormPart[]
  /** The version of what is edited; null for a new thing. */
  version: number | null
  comparison?: Comparison | null
  /** The form brings files. */
  withFiles?: boolean
  /** What stands between the questions and the button. */
  children?: ComponentChildren
  submit: string
}

/** A form of the secretariat: mistakes or two versions on top, questions in parts, one primary button. */
export function SecretariatForm({ form, action, parts, version, comparison, withFiles, children, submit }: Props) {
  return (
    <>
      {comparison ? <TwoVersions comparison={comparison} language={form.language} /> : <ErrorSummary form={form} />}
      <form method="post" action={action} noValidate {...(withFiles ? { encType: 'multipart/form-data' as const } : {})}>
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
