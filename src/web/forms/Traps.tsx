import type { Fields } from '../../platform/http/fields.ts'
import { defineTexts } from '../../platform/languages/texts.ts'
import type { Problem } from '../../platform/refusal.ts'
import { type FormState, TextField } from '../components/form.tsx'

const texts = defineTexts({
  lv: {
    trap: 'Šo lauku atstājiet tukšu',
    leaveEmpty: 'Šo lauku atstājiet tukšu.',
    tooQuick: 'Tas bija ļoti ātri. Pārbaudiet rakstīto un sūtiet vēlreiz.',
  },
  en: {
    trap: 'Leave this field empty',
    leaveEmpty: 'Leave this field empty.',
    tooQuick: 'That was very quick. Please check what you wrote and send it again.',
  },
})

/** The field that no person sees: programs that fill in everything fill it in. */
const TRAP = 'website'
/** Nobody reads a form and fills it in in less; a program does. */
const LEAST_SECONDS = 3

/** What programs that fill in forms stumble over: a field that no person sees, and when the form was first drawn. */
export function Traps({ form, now }: { form: FormState; now: Date }) {
  const t = texts[form.language]
  const opened = form.fields.trimmed('opened') || String(now.getTime())
  // Whoever has something in it, such as a browser that fills in too much, gets to see it.
  const seen = form.fields.trimmed(TRAP) !== ''
  return (
    <>
      <input type="hidden" name="opened" value={opened} />
      {seen ? (
        <TextField form={form} name={TRAP} label={t.trap} autocomplete="off" />
      ) : (
        <div class="trap" aria-hidden="true">
          <label for={TRAP}>{t.trap}</label>
          <input id={TRAP} name={TRAP} type="text" tabIndex={-1} autoComplete="off" />
        </div>
      )}
    </>
  )
}

/**
 * What a program has stumbled over, as mistakes of a form: should it have been a person, all that was typed is there,
 * and the next sending passes. `field` is where to say that it was too quick; null where that does not matter, since who
 * sends is known.
 */
export function trapProblems(fields: Fields, now: Date, field: string | null): Problem[] {
  const opened = fields.trimmed('opened')
  const tooQuick = !/^\d{1,15}$/.test(opened) || now.getTime() - Number(opened) < LEAST_SECONDS * 1000
  return [
    ...(fields.trimmed(TRAP) ? [{ field: TRAP, say: (language: 'lv' | 'en') => texts[language].leaveEmpty }] : []),
    ...(tooQuick && field !== null ? [{ field, say: (language: 'lv' | 'en') => texts[language].tooQuick }] : []),
  ]
}
