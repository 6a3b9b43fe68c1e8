import type { Sector } from '../people/index.ts'
import type { Language } from '../platform/languages/languages.ts'
import type { Side } from './rules/forumRules.ts'

/** The forum's sides, as a heading begins. */
export const sideNames: Record<Language, Record<Side, string>> = {
  lv: { government: 'Valsts un pašvaldības', 'non-government': 'Nevalstiskā puse' },
  en: { government: 'Government side', 'non-government': 'Non-government side' },
}

/** Sectors, as a heading begins. */
export const sectorNames: Record<Language, Record<Sector, string>> = {
  lv: {
    government: 'Valsts pārvalde',
    parliament: 'Saeima',
    municipality: 'Pašvaldības',
    'civil-society': 'Nevalstiskās organizācijas',
    'social-partner': 'Sociālie partneri',
    business: 'Uzņēmēji',
    academia: 'Zinātne un izglītība',
  },
  en: {
    government: 'Government',
    parliament: 'Parliament',
    municipality: 'Municipalities',
    'civil-society': 'Civil society organisations',
    'social-partner': 'Social partners',
    business: 'Business',
    academia: 'Academia',
  },
}

/** How a forum and what belongs to it are called in the record. */
export const forumObject = (forum: string): string => `/forums/${forum}`
export const seatObject = (forum: string, seat: string): string => `/forums/${forum}/seats/${seat}`
export const meetingObject = (forum: string, meeting: number): string => `/forums/${forum}/meetings/${meeting}`
export const decisionObject = (forum: string, decision: number): string => `/forums/${forum}/decisions/${decision}`
