import type { Verdict } from '../../../cycle/monitoring/index.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import type { IconName } from '../../components/Icon.tsx'
import { Status, type StatusColour } from '../../components/Status.tsx'

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
