import type { ParticipantSector } from '../../people/index.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import { fullDay, hoursOfDay } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import type { EventKind } from './tables.ts'

/** Kinds of events, as a heading begins. */
export const eventKindNames: Record<Language, Record<EventKind, string>> = {
  lv: {
    discussion: 'Atvērta diskusija',
    hearing: 'Sabiedriskā apspriede',
    'working-group': 'Darba grupas sanāksme',
    information: 'Informatīvs pasākums',
    other: 'Cits pasākums',
  },
  en: {
    discussion: 'Open discussion',
    hearing: 'Public hearing',
    'working-group': 'Meeting of a working group',
    information: 'Information event',
    other: 'Another event',
  },
}

/** In which capacity someone takes part. */
export const participantSectorNames: Record<Language, Record<ParticipantSector, string>> = {
  lv: {
    government: 'Valsts pārvalde',
    parliament: 'Saeima',
    municipality: 'Pašvaldība',
    'civil-society': 'Pilsoniskā sabiedrība',
    'social-partner': 'Sociālais partneris',
    business: 'Uzņēmējdarbība',
    academia: 'Zinātne un izglītība',
    resident: 'Iedzīvotājs savā vārdā',
  },
  en: {
    government: 'Government',
    parliament: 'Parliament',
    municipality: 'Municipality',
    'civil-society': 'Civil society',
    'social-partner': 'Social partner',
    business: 'Business',
    academia: 'Academia',
    resident: 'Resident, for oneself',
  },
}

/** When it is: Pirmdiena, 2019. gada 16. septembris, plkst. 14.30–17.00. */
export const timeOf = (language: Language, { startsOn, hours }: { startsOn: Day; hours: string }): string =>
  `${fullDay(language, startsOn)}, ${hoursOfDay(language, hours)}`

/** How an event is called in the record. */
export const eventObject = (id: number): string => `/events/${id}`
