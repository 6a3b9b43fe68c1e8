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
