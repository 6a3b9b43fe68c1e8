import type { Language } from '../../platform/languages/languages.ts'
import type { Certainty } from './tables.ts'

/** How sure a fact is, in words; null where nothing needs saying. */
export const certaintyWords: Record<Language, Record<Certainty, string | null>> = {
  lv: {
    seen: null,
    'seen-partial': 'avots redzēts daļēji',
    inferred: 'secināts no avotiem',
    'memory-medium': 'pēc atmiņas, jāpārbauda',
    unknown: 'nav zināms',
    deck: 'pēc Valsts kancelejas prezentācijas',
    demonstration: 'demonstrācija',
  },
  en: {
    seen: null,
    'seen-partial': 'source seen in part',
    inferred: 'inferred from sources',
    'memory-medium': 'from memory, to be checked',
    unknown: 'not known',
    deck: 'from the State Chancellery’s slides',
    demonstration: 'demonstration',
  },
}
