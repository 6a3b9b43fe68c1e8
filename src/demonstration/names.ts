import { type Day, day } from '../platform/dates/partialDate.ts'
import { type LocalText, localText } from '../platform/languages/languages.ts'

/** A name an institution took later; the same name once more says what happened to it on that day. `note` says what, and how sure that is. */
type LaterName = { from: Day; name: LocalText; note: LocalText }

const yearOnly = (lv: string, en: string): LocalText =>
  localText(
    `${lv} Diena avotos nav redzēta, tāpēc norādīta gada pirmā diena.`,
    `${en} The day was not seen in the sources, so the first day of the year stands here.`,
  )

/** Names that institutions of the plans took after the third plan had ended. The days are not known: the first day of the year stands for it. */
export const laterNames: Readonly<Record<string, LaterName>> = {
  varam: {
    from: day('2024-01-01'),
    name: localText(
      'Viedās administrācijas un reģionālās attīstības ministrija',
      'Ministry of Smart Administration and Regional Development',
    ),
    note: yearOnly(
      'Pārdēvēta 2024. gadā (jaunais nosaukums redzēts, gads pēc atmiņas).',
      'Renamed in 2024 (the new name was seen, the year is from memory).',
    ),
  },
  vraa: {
    from: day('2023-01-01'),
    name: localText('Valsts digitālās attīstības aģentūra', 'State Digital Development Agency'),
    note: yearOnly('Pārdēvēta 2023. gadā (pēc atmiņas).', 'Renamed in 2023 (from memory).'),
  },
  pkc: {
    from: day('2023-01-01'),
    name: localText('Pārresoru koordinācijas centrs', 'Cross-Sectoral Coordination Centre'),
    note: yearOnly('2023. gadā pievienots Valsts kancelejai (pēc atmiņas).', 'Merged into the State Chancellery in 2023 (from memory).'),
  },
}

const latvianNotes: Readonly<Record<string, string>> = {
  'Latvian name from memory (medium)': 'Nosaukums latviski pēc atmiņas, jāpārbauda',
  'OGP page calls it a project; sector from memory (medium): coordinated by the Ministry of Finance':
    'OGP lapā saukta par projektu; nozare pēc atmiņas, jāpārbauda: koordinē Finanšu ministrija',
  'exact Latvian name not seen (machine translation: Sabile Care Society Kalme)':
    'Precīzs nosaukums latviski nav redzēts (mašīntulkojumā: Sabile Care Society Kalme)',
}

/** A note of the data, which is in English, in both languages. */
export const noteInBoth = (note: string | undefined): LocalText | null => (note ? localText(latvianNotes[note] ?? null, note) : null)
