import type { Certainty } from '../../cycle/plan/index.ts'
import type { Sector } from '../../people/index.ts'
import type { Language } from '../../platform/languages/languages.ts'

/** Sectors, as partners are grouped by them. */
export const sectorNames: Record<Language, Record<Sector, string>> = {
  lv: {
    government: 'valsts pārvalde',
    parliament: 'parlaments',
    municipality: 'pašvaldības',
    'civil-society': 'pilsoniskā sabiedrība',
    'social-partner': 'sociālie partneri',
    business: 'uzņēmējdarbība',
    academia: 'zinātne',
  },
  en: {
    government: 'government',
    parliament: 'parliament',
    municipality: 'local government',
    'civil-society': 'civil society',
    'social-partner': 'social partners',
    business: 'business',
    academia: 'academia',
  },
}

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
