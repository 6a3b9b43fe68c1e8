import type { Language } from '../../platform/languages/languages.ts'
import type { GrandChallenge, OgpValue } from './tables.ts'

/* The words of OGP's closed lists. */

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
