import { randomUUID } from 'node:crypto'
import type { FormState } from './form.tsx'

/** The sending's own number, which makes a double click one sending, and the version the form was drawn from. */
export function HiddenFields({ form, version }: { form: FormState; version: number | null }) {
  return (
    <>
      <input type="hidden" name="form" value={form.fields.trimmed('form') || randomUUID()} />
      {version === null ? null : <input type="hidden" name="version" value={version} />}
    </>
  )
}
