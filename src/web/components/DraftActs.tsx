import type { FormState } from './form.tsx'
import { HiddenFields } from './HiddenFields.tsx'

/** What is done with a draft: looked at as it will be, or only saved. */
export function DraftButtons({ texts }: { texts: { preview: string; save: string } }) {
  return (
    <div class="acts">
      <button type="submit" class="ds-button" name="action" value="preview">
        {texts.preview}
      </button>
      <button type="submit" class="ds-button" data-variant="secondary" name="action" value="save">
        {texts.save}
      </button>
    </div>
  )
}

/** Enter in a field presses a form's first button: here it stands for one further down, such as the one that only saves. */
export function EnterPresses({ action, text }: { action: string; text: string }) {
  return (
    <button type="submit" class="sr" name="action" value={action} tabIndex={-1} aria-hidden="true">
      {text}
    </button>
  )
}

type Props = { form: FormState; action: string; version: number; texts: { discard: string } }

/** A form of its own that throws a draft away, so that nothing typed travels with it. */
export function DiscardForm({ form, action, version, texts }: Props) {
  return (
    <form method="post" action={action} class="gap">
      <HiddenFields form={form} version={version} />
      <button type="submit" class="ds-button" data-variant="tertiary" name="action" value="discard">
        {texts.discard}
      </button>
    </form>
  )
}
