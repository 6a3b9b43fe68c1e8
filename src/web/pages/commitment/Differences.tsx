import { diffWords, type Change as Piece } from 'diff'
import type { Language } from '../../../platform/languages/languages.ts'
import { FactRow } from '../parts.tsx'
import type { ChangedValue } from './changedValues.ts'
import { historyTexts } from './historyTexts.ts'

/** Texts that differ in more words than this are shown as one taken out and one put in. */
const MOST_EDITS = 600

/** What changed, name by name, word by word. */
export function Differences({ values, language, nothing }: { values: readonly ChangedValue[]; language: Language; nothing: string }) {
  if (!values.length) return <p class="meta">{nothing}</p>
  return (
    <div class="changed">
      <dl class="facts">
        {values.map((value) => (
          <FactRow key={value.name} name={value.name}>
            <span class="typed" {...(value.lang ? { lang: value.lang } : {})}>
              <WordDifference before={value.before} after={value.after} language={language} />
            </span>
          </FactRow>
        ))}
      </dl>
    </div>
  )
}

/** Two texts as one: what was taken out and what was put in, said to those who do not see it. */
function WordDifference({ before, after, language }: { before: string; after: string; language: Language }) {
  const t = historyTexts[language]
  return (
    <>
      {pieces(before, after).map((piece, index) => {
        const key = `${index}${piece.value}`
        if (piece.added)
          return (
            <ins key={key}>
              <span class="sr" lang={language}>
                {t.added}
              </span>
              {piece.value}
            </ins>
          )
        if (piece.removed)
          return (
            <del key={key}>
              <span class="sr" lang={language}>
                {t.removed}
              </span>
              {piece.value}
            </del>
          )
        return <span key={key}>{piece.value}</span>
      })}
    </>
  )
}

/** Words that stayed, were taken out and were put in. A short value, such as a date, changes as a whole. */
function pieces(before: string, after: string): Pick<Piece, 'added' | 'removed' | 'value'>[] {
  const whole = [
    { added: false, removed: true, value: before },
    { added: true, removed: false, value: after },
  ].filter((piece) => piece.value)
  if (!before || !after || Math.min(before.length, after.length) < 40) return spaced(whole)
  return diffWords(before, after, { maxEditLength: MOST_EDITS }) ?? spaced(whole)
}

/** A space between what was taken out and what was put in. */
function spaced(whole: Pick<Piece, 'added' | 'removed' | 'value'>[]): Pick<Piece, 'added' | 'removed' | 'value'>[] {
  const [first, second] = whole
  return first && second ? [first, { added: false, removed: false, value: ' ' }, second] : whole
}
