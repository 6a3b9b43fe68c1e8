import type { Language } from '../../platform/languages/languages.ts'
import type { IconName } from '../../web/components/Icon.tsx'
import { Status, type StatusColour } from '../../web/components/Status.tsx'
import type { Verdict } from './tables.ts'

const words: Record<Language, Record<Verdict, string>> = {
  lv: { agree: 'Piekrīt', disagree: 'Nepiekrīt', 'cannot-judge': 'Nevar spriest' },
  en: { agree: 'Agrees', disagree: 'Disagrees', 'cannot-judge': 'Can’t judge' },
}
const drawn: Record<Verdict, { icon: IconName; colour: StatusColour }> = {
  agree: { icon: 'yes', colour: 'good' },
  disagree: { icon: 'no', colour: 'bad' },
  'cannot-judge': { icon: 'abst', colour: '' },
}

/** A partner's verdict as a word. */
export const verdictWord = (language: Language, verdict: Verdict): string => words[language][verdict]

/** A partner's verdict: icon, word, colour. */
export function VerdictStatus({ verdict, language }: { verdict: Verdict; language: Language }) {
  return <Status {...drawn[verdict]} word={verdictWord(language, verdict)} />
}
