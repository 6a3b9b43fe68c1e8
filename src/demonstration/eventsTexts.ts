import type { EventKind } from '../cycle/events/tables.ts'
import type { ParticipantSector } from '../people/index.ts'
import { type Day, day } from '../platform/dates/partialDate.ts'
import type { TwoLanguages } from './noticesTexts.ts'

/** Someone made up who has registered. `mayName`: the name may be published. */
export type MadeUpRegistration = { name: string; sector: ParticipantSector; organisation?: string; mayName?: true }

export type EventText = {
  plan: string
  kind: EventKind
  publishedOn: Day
  startsOn: Day
  hours: string
  capacity: number
  registrationUntil: Day
  title: TwoLanguages
  body: TwoLanguages
  place: TwoLanguages
  accessibility: TwoLanguages
  contact: TwoLanguages
  agenda: readonly { time: string; title: TwoLanguages; by?: TwoLanguages }[]
  registrations: readonly MadeUpRegistration[]
}

/*
 * That there was an open discussion on 16 September 2019, 14:30–17:00, in the Cabinet building, is from the slides. The
 * agenda, the seats, what is said of getting in, and everyone who has registered are made up: their names say so.
 */
export const eventTexts: readonly EventText[] = [
  {
    plan: 'lv-4',
    kind: 'discussion',
    publishedOn: day('2019-09-02'),
    startsOn: day('2019-09-16'),
    hours: '14:30–17:00',
    capacity: 40,
    registrationUntil: day('2019-09-15'),
    title: ['Atvērta diskusija par ceturto plānu', 'Open discussion on the fourth plan'],
    body: [
      `Kas jāiekļauj ceturtajā nacionālajā atvērtās pārvaldības rīcības plānā? Diskusijā var piedalīties ikviens: uzklausīsim iesniegtās idejas, papildināsim tās un vienosimies, par kurām tēmām turpināt darbu grupās.

Šis pasākums ir aprakstīts demonstrācijai: diskusijas laiks un vieta ir no Valsts kancelejas 2019. gada septembra prezentācijas, bet darba kārtība, vietu skaits, ziņas par piekļūstamību un dalībnieki ir izdomāti.`,
      `What should the fourth national open government action plan hold? Anyone can take part: we will hear the ideas that were sent, add to them, and agree on which topics to go on with in groups.

This event is described for the demonstration: the time and place of the discussion are from the State Chancellery’s slides of September 2019, but the agenda, the number of seats, what is said of accessibility and the participants are made up.`,
    ],
    place: ['Ministru kabineta ēka, Brīvības bulvāris 36, Rīga', 'Cabinet building, Brīvības bulvāris 36, Riga'],
    accessibility: [
      'Demonstrācijai izdomāts: ieeja bez pakāpieniem no pagalma puses, zālē ir dzirdes cilpa. Ja vajadzīgs zīmju valodas tulks, norādiet to pieteikumā.',
      'Made up for the demonstration: an entrance without steps from the courtyard, a hearing loop in the hall. If you need a sign-language interpreter, say so when you register.',
    ],
    contact: [
      'Valsts kanceleja, OGP kontaktpunkts Latvijā. Saziņas adreses demonstrācijā nav.',
      'State Chancellery, OGP’s point of contact in Latvia. There is no contact address in the demonstration.',
    ],
    agenda: [
      {
        time: '14:30',
        title: ['Ievads: kas ir rīcības plāns un kā to veido kopā', 'Introduction: what an action plan is and how it is made together'],
        by: ['Valsts kanceleja', 'State Chancellery'],
      },
      {
        time: '14:50',
        title: ['Ko mācījāmies no trešā plāna', 'What we learned from the third plan'],
        by: ['Valsts kanceleja un sabiedrības partneri', 'State Chancellery and civil-society partners'],
      },
      { time: '15:20', title: ['Idejas ceturtajam plānam: saruna pie galdiem', 'Ideas for the fourth plan: talks at tables'] },
      {
        time: '16:30',
        title: ['Secinājumi un tas, kas notiks tālāk', 'Conclusions and what happens next'],
        by: ['Valsts kanceleja', 'State Chancellery'],
      },
    ],
    registrations: [
      { name: 'Aija Aizguvums', sector: 'civil-society', organisation: 'Biedrība „Paraugs”', mayName: true },
      { name: 'Bruno Brīvdoma', sector: 'resident', mayName: true },
      { name: 'Cilda Caurspīde', sector: 'civil-society', organisation: 'Biedrība „Piemērs”' },
      { name: 'Dainis Darinājums', sector: 'government', organisation: 'Izdomātā ministrija', mayName: true },
      { name: 'Elza Eksperimente', sector: 'academia', organisation: 'Izdomātā augstskola', mayName: true },
      { name: 'Fēlikss Fantāzija', sector: 'resident' },
      { name: 'Gunta Gadījuma', sector: 'municipality', organisation: 'Izdomātais novads', mayName: true },
      { name: 'Harijs Hipotēze', sector: 'business', organisation: 'SIA „Makets”' },
      { name: 'Inese Ilustrācija', sector: 'government', organisation: 'Izdomātā aģentūra' },
      { name: 'Jurģis Joks', sector: 'resident' },
      { name: 'Krista Kopija', sector: 'civil-society', organisation: 'Fonds „Šablons”', mayName: true },
      { name: 'Linards Līdzība', sector: 'social-partner', organisation: 'Izdomātā arodbiedrība', mayName: true },
      { name: 'Mirdza Mulāža', sector: 'civil-society', organisation: 'Biedrība „Uzmetums”' },
      { name: 'Normunds Nosaukums', sector: 'municipality', organisation: 'Izdomātā pilsēta' },
    ],
  },
]
