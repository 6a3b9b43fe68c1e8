import { type Fields, readPartialDate } from '../../platform/http/fields.ts'
import { shortDate } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { defineTexts } from '../../platform/languages/texts.ts'

const texts = defineTexts({
  lv: {
    title: 'Kamēr rakstījāt, šo vietu izmainīja cits',
    text: 'Nekas nav zudis. Salīdziniet: zemāk veidlapā ir tas, ko ierakstījāt jūs. Saglabājot tas aizstās tagadējo.',
    table: 'Kas atšķiras',
    field: 'Lauks',
    storedNow: 'Saglabāts tagad',
    youTyped: 'Ierakstījāt jūs',
    nothing: 'nav aizpildīts',
    noDifferences: 'Ierakstītais sakrīt ar to, kas saglabāts.',
  },
  en: {
    title: 'Someone else changed this while you were writing',
    text: 'Nothing is lost. Compare: the form below has what you typed. Saving it will replace what is stored now.',
    table: 'What differs',
    field: 'Field',
    storedNow: 'Stored now',
    youTyped: 'You typed',
    nothing: 'not filled in',
    noDifferences: 'What you typed is the same as what is stored.',
  },
})

/** An answer in words, for comparing two versions of a form. */
export type Told = { label: string; value: string }

/** What the three fields of a date answer, in words; word for word when together they are no date. */
export function tellDate(fields: Fields, name: string, language: Language): string {
  const date = readPartialDate(fields, name)
  if (date !== 'wrong') return date ? shortDate(language, date) : ''
  return ['day', 'part', 'year']
    .map((part) => fields.trimmed(`${name}.${part}`))
    .join(' ')
    .trim()
}

/** Two versions of one thing: what is stored by now, and what was typed meanwhile. */
export type Comparison = { stored: readonly Told[]; typed: readonly Told[] }

/** Two versions side by side, question by question, where they differ. */
export function TwoVersions({ comparison, language }: { comparison: Comparison; language: Language }) {
  const t = texts[language]
  const typedBy = new Map(comparison.typed.map((told) => [told.label, told.value]))
  const storedBy = new Map(comparison.stored.map((told) => [told.label, told.value]))
  const labels = [...new Set([...storedBy.keys(), ...typedBy.keys()])]
  const rows = labels.filter((label) => (typedBy.get(label) ?? '') !== (storedBy.get(label) ?? ''))
  return (
    <section class="ds-error-summary" role="alert" tabIndex={-1} aria-labelledby="atskiras">
      <h2 id="atskiras">{t.title}</h2>
      <p>{t.text}</p>
      {rows.length ? (
        <table class="ds-table stack">
          <caption>{t.table}</caption>
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
