import type { ComponentChildren } from 'preact'
import type { Language } from '../../platform/languages/languages.ts'
import { assetUrl } from '../../web/assets.ts'
import { type FormState, Messages } from '../../web/components/form.tsx'
import { accountTexts } from './accountTexts.ts'

/**
 * A form that the browser completes with a passkey: the island in web/islands/passkeys.ts puts its answer
 * into the hidden field and sends the form. Without JavaScript it is sent without one, and told so.
 */
export function PasskeyForm({
  form,
  action,
  does,
  options,
  button,
  secondary = false,
  children,
}: {
  form: FormState
  action: string
  /** What the browser is asked for: to make a passkey, or to use one. */
  does: 'make' | 'use'
  /** What the island hands to the browser, as the library made it. */
  options: object
  button: string
  secondary?: boolean
  children?: ComponentChildren
}) {
  const t = accountTexts[form.language as Language]
  return (
    <form method="post" action={action} noValidate data-passkey={does} data-options={JSON.stringify(options)}>
      <script type="module" src={assetUrl('passkeys.js')} />
      <input type="hidden" name="credential" value="" />
      {children}
      <noscript>
        <p class="hint">{t.needsScript}</p>
      </noscript>
      <Messages form={form} name="credential" />
      <p class="ds-validation-message" role="alert" data-passkey-problem hidden>
        {t.passkeyProblem}
      </p>
      <div class="acts">
        <button type="submit" class="ds-button" id="credential" {...(secondary ? { 'data-variant': 'secondary' } : {})}>
          {button}
        </button>
      </div>
    </form>
  )
}
