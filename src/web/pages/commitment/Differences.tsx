import { wordDifference } from '../../../methods/textDifference.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { FactRow } from '../../components/Section.tsx'
import { WordDifference } from '../../components/WordDifference.tsx'
import type { ChangedValue } from './changedValues.ts'

/** What changed, name by name, word by word. */
export function Differences({ values, language, nothing }: { values: readonly ChangedValue[]; language: Language; nothing: string }) {
  if (!values.length) return <p class="meta">{nothing}</p>
  return (
    <div class="changed">
      <dl class="facts">
        {values.map((value) => (
          <FactRow key={value.name} name={value.name}>
            <span class="typed" {...(value.lang ? { lang: value.lang } : {})}>
              <WordDifference pieces={wordDifference(value.before, value.after)} language={language} />
            </span>
          </FactRow>
        ))}
      </dl>
    </div>
  )
}
