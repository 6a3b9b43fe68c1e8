import type { ParticipantSector } from '../../people/index.ts'
import type { Language } from '../../platform/languages/languages.ts'
import type { ContributionKind } from './tables.ts'

/** What can be sent to a call, as people call it. */
export const kindNames: Record<Language, Record<ContributionKind, string>> = {
  lv: { idea: 'Ideja', 'data-wish': 'Datu kopas vēlme', burden: 'Slogs' },
  en: { idea: 'Idea', 'data-wish': 'Wish for data', burden: 'Burden' },
}

/** For whom someone takes part, as one of them says it. */
export const participantNames: Record<Language, Record<ParticipantSector, string>> = {
  lv: {
    resident: 'iedzīvotājs',
    government: 'valsts pārvalde',
    parliament: 'parlaments',
    municipality: 'pašvaldība',
    'civil-society': 'pilsoniskā sabiedrība',
    'social-partner': 'sociālais partneris',
    business: 'uzņēmējs',
    academia: 'zinātne un izglītība',
  },
  en: {
    resident: 'resident',
    government: 'government',
    parliament: 'parliament',
    municipality: 'municipality',
    'civil-society': 'civil society',
    'social-partner': 'social partner',
    business: 'business',
    academia: 'academia and education',
  },
}
