import type { ComponentChildren } from 'preact'
import type { FormState } from './form.tsx'
import { HiddenFields } from './HiddenFields.tsx'

/** Above a preview: what one sees, and the form that publishes it. */
export function PreviewBar({ title, lead, conflict, children }: BarProps) {
  return (
    <aside class="preview-bar noprint" aria-label={title}>
      <p class="lead">{title}</p>
      <p>{lead}</p>
      {conflict ? (
        <p class="note" role="alert">
          {conflict}
        </p>
      ) : null}
      {children}
    </aside>
  )
}

type BarProps = {
  title: string
  lead: string
  /** What is said when another was faster; null when nobody was. */
  conflict: string | null
  children: ComponentChildren
}

type FormProps = {
  /** Fresh: what a preview sends is its version alone. */
  form: FormState
  action: string
  version: number
  publish: string
  edit: { href: string; text: string }
  note?: string
  /** More ways to go, after the one back to the form. */
  children?: ComponentChildren
}

/** The form of a preview: one button that publishes, and the way back to what was typed. */
export function PublishForm({ form, action, version, publish, edit, note, children }: FormProps) {
  return (
    <form method="post" action={action}>
      <HiddenFields form={form} version={version} />
      {note ? <p class="note">{note}</p> : null}
      <div class="acts">
        <button type="submit" class="ds-button">
          {publish}
        </button>
        <a href={edit.href}>{edit.text}</a>
        {children}
      </div>
    </form>
  )
}
