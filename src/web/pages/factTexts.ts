import type { Certainty, GrandChallenge, OgpValue } from '../../cycle/plan/index.ts'
import type { Sector } from '../../people/index.ts'
import type { Language } from '../../platform/languages/languages.ts'

/** The words of closed lists: OGP values, grand challenges, sectors, certainty. */
export const valueNames: Record<Language, Record<OgpValue, string>> = {
  lv: {
    'access-to-information': 'Informācijas pieejamība',
    'civic-participation': 'Sabiedrības līdzdalība',
    'public-accountability': 'Atbildība',
    'technology-innovation': 'Tehnoloģijas un inovācijas',
  },
  en: {
    'access-to-information': 'Access to information',
    'civic-participation': 'Civic participation',
    'public-accountability': 'Public accountability',
    'technology-innovation': 'Technology and innovation',
  },
}

export const challengeNames: Record<Language, Record<GrandChallenge, string>> = {
  lv: {
    'public-services': 'Labāki publiskie pakalpojumi',
    integrity: 'Godprātība',
    'public-resources': 'Publisko resursu pārvaldība',
    'corporate-accountability': 'Korporatīvā atbildība',
    'safer-communities': 'Drošākas kopienas',
  },
  en: {
    'public-services': 'Better public services',
    integrity: 'Integrity',
    'public-resources': 'Managing public resources',
    'corporate-accountability': 'Corporate accountability',
    'safer-communities': 'Safer communities',
  },
}

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
