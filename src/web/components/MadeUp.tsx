import type { Language } from '../../platform/languages/languages.ts'
import { webText } from '../texts.ts'

/** Says that a row was made up for the demonstration. */
export function MadeUp({ when, language }: { when: boolean; language: Language }) {
  return when ? <small class="remark"> ({webText(language).demonstrationMark})</small> : null
}
