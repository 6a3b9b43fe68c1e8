import {
  type DocumentCorrection,
  documentKinds,
  documentLanguages,
  kindNames,
  languageNames,
  licenceNames,
  licences,
  standingNames,
  standings,
} from '../../../cycle/documents/index.ts'
import { parsePartialDate } from '../../../platform/dates/partialDate.ts'
import { onDate, shortDate } from '../../../platform/languages/dates.ts'
import { type Language, localTextSchema } from '../../../platform/languages/languages.ts'
import { Section } from '../../components/Section.tsx'
import { type ChangedValue, changedLanguages } from '../commitment/changedValues.ts'
import { Differences } from '../commitment/Differences.tsx'
import { documentTexts } from './texts.ts'

/** What was corrected in what is said of a document, the latest first. */
export function Corrections({ corrections, language }: { corrections: readonly DocumentCorrection[]; language: Language }) {
  const t = documentTexts[language]
  if (!corrections.length) return null
  return (
    <Section id="labojumi" label={t.corrections}>
      <p class="note">{t.correctionsNote}</p>
      {corrections.map((correction) => (
        <div key={correction.id} class="gap">
          <h3>{t.corrected(onDate(language, correction.correctedOn))}</h3>
          {correction.reason ? (
            <p class="typed">
              {t.reason} {correction.reason}
            </p>
          ) : null}
          <Differences values={correctedValues(correction, language)} language={language} nothing={t.nothing} />
        </div>
      ))}
    </Section>
  )
}

/** A correction keeps values as JSON, by name (cycle/documents/correctDocument.ts). Here they become words again. */
function correctedValues({ before, after }: DocumentCorrection, language: Language): ChangedValue[] {
  const t = documentTexts[language]
  const names: Readonly<Record<string, string>> = {
    title: t.title,
    kind: t.kind,
    dated: t.dated,
    language: t.language,
    standing: t.standing,
    licence: t.licence,
  }
  return Object.keys(after).flatMap((key) => {
    const name = names[key] ?? key
    if (key === 'title') return changedLanguages(language, name, textsIn(before[key]), textsIn(after[key]))
    return [{ name, before: inWords(key, before[key], language), after: inWords(key, after[key], language), lang: null }]
  })
}

const textsIn = (value: unknown) => localTextSchema.safeParse(value).data ?? null

function inWords(key: string, value: unknown, language: Language): string {
  const wordIn = <Value extends string>(list: readonly Value[], words: Record<Value, string>): string => {
    const found = list.find((one) => one === value)
    return found ? words[found] : documentTexts[language].notStated
  }
  switch (key) {
    case 'kind':
      return wordIn(documentKinds, kindNames[language])
    case 'language':
      return wordIn(documentLanguages, languageNames[language])
    case 'standing':
      return wordIn(standings, standingNames[language])
    case 'licence':
      return wordIn(licences, licenceNames[language])
    default: {
      const date = typeof value === 'string' ? parsePartialDate(value) : null
      return date ? shortDate(language, date) : documentTexts[language].undated
    }
  }
}
