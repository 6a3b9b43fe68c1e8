import { formatNumber } from '../../platform/languages/numbers.ts'
import { defineTexts } from '../../platform/languages/texts.ts'

/** A reason says something. */
export const SHORTEST_REASON = 10

/** Why something about an event was refused. */
export const problemTexts = defineTexts({
  lv: {
    fromAndUntil: 'Norādiet, no cikiem līdz cikiem, piemēram, 14.30–17.00.',
    capacityIsANumber: (most: number) =>
      `Vietu skaits ir vesels skaitlis no 1 līdz ${formatNumber('lv', most)}. Ja vietu pietiek visiem, atstājiet tukšu.`,
    registrationEndsBefore: 'Pieteikšanās jābeidz ne vēlāk kā pasākuma dienā.',
    unknownPlan: 'Tāda plāna nav. Izvēlieties citu.',
    sayWhy: `Pasākums jau ir izziņots. Ierakstiet, kāpēc to maināt, vismaz ${SHORTEST_REASON} rakstzīmes.`,
    sayWhyCancelled: `Ierakstiet, kāpēc pasākums nenotiks, vismaz ${SHORTEST_REASON} rakstzīmes.`,
    nothingChanged: 'Kopš izziņotās redakcijas nekas nav mainīts, tāpēc jaunas redakcijas nav.',
    noLongerChanged: 'Pasākums ir atcelts vai jau noticis, tāpēc to vairs nemaina.',
    notOverYet: 'Par notikušu pasākumu var atzīmēt no tā dienas.',
    agendaNeedsATitle: 'Ierakstiet, kas šajā darba kārtības punktā notiek.',
    notAnHour: 'Laiku rakstiet kā 14.30.',
    tooManyRows: (most: number) => `Rindu ir par daudz: atļautas ${most}.`,
    giveAName: 'Ierakstiet vārdu.',
    chooseASector: 'Izvēlieties, ko pārstāvat.',
    giveAnEmail: 'Ierakstiet e-pasta adresi, piemēram, vards@piemers.lv.',
    registrationClosed: 'Pieteikšanās ir beigusies.',
    noRegistration: 'Uz šo pasākumu nav jāpiesakās: vienkārši atnāciet.',
    eventCancelled: 'Pasākums nenotiks, tāpēc pieteikties vairs nevar.',
    eventOver: 'Pasākums jau ir bijis.',
    doorNotOpen: 'Apmeklējumu atzīmē no pasākuma dienas.',
    doorClosed: 'Pasākums ir atzīmēts kā noticis, un apmeklētāju saraksts ir slēgts.',
    notHeldYet: 'Protokolu raksta, kad pasākums ir atzīmēts kā noticis.',
    itemNeedsText: 'Ierakstiet, kas tika sacīts.',
    itemNeedsASector: 'Izvēlieties, ko runātājs pārstāvēja.',
    nameNeedsConsent:
      'Vārdu var publicēt tikai tad, ja runātājs tam piekritis vai runājis amatpersonas statusā. Atzīmējiet to vai izņemiet vārdu.',
    conclusionNeedsBoth: 'Secinājumam vajag gan īsu nosaukumu, gan tekstu.',
    nothingInMinutes: 'Pierakstiet vismaz vienu, kas tika sacīts, vai vienu secinājumu.',
    sayWhyMinutes: `Protokols jau ir publicēts. Ierakstiet, kāpēc to labojat, vismaz ${SHORTEST_REASON} rakstzīmes.`,
    minutesUnchanged: 'Kopš publicētās redakcijas nekas nav mainīts.',
    conclusionIsUsed: 'No šī secinājuma jau ir tapusi ideja vai piezīme, tāpēc to no protokola neizņem.',
    handedOnAlready: 'Šis secinājums jau ir nodots tālāk.',
    chooseACall: 'Izvēlieties aicinājumu.',
    callTakesNoIdeas: 'Šis aicinājums ir slēgts vai idejas nepieņem.',
    chooseACommitment: 'Izvēlieties apņemšanos.',
    choosePhotograph: 'Pievienojiet attēlu.',
    describePhotograph: 'Aprakstiet, kas attēlā redzams: to dzirdēs tie, kuri attēlu neredz.',
    sayWhyTakenOut: `Ierakstiet, kāpēc attēlu izņemat, vismaz ${SHORTEST_REASON} rakstzīmes.`,
    tooOften: (minutes: number) => `No šīs vietas pieteikumu ir daudz. Pamēģiniet vēlreiz pēc ${minutes} min.`,
  },
  en: {
    fromAndUntil: 'Say from when until when, such as 14:30–17:00.',
    capacityIsANumber: (most) =>
      `The number of seats is a whole number from 1 to ${formatNumber('en', most)}. Leave it empty when there is room for everyone.`,
    registrationEndsBefore: 'Registration has to end on the day of the event at the latest.',
    unknownPlan: 'There is no such plan. Choose another.',
    sayWhy: `The event is announced already. Write why you are changing it, at least ${SHORTEST_REASON} characters.`,
    sayWhyCancelled: `Write why the event will not take place, at least ${SHORTEST_REASON} characters.`,
    nothingChanged: 'Nothing has changed since the announced version, so there is no new one.',
    noLongerChanged: 'The event has been cancelled or held, so it is no longer changed.',
    notOverYet: 'An event can be noted as held from its day on.',
    agendaNeedsATitle: 'Write what happens at this point of the agenda.',
    notAnHour: 'Write the time as 14:30.',
    tooManyRows: (most) => `There are too many rows: ${most} are allowed.`,
    giveAName: 'Write your name.',
    chooseASector: 'Choose whom you represent.',
    giveAnEmail: 'Write an e-mail address, such as name@example.org.',
    registrationClosed: 'Registration has ended.',
    noRegistration: 'There is no need to register for this event: just come.',
    eventCancelled: 'The event will not take place, so it is not possible to register any more.',
    eventOver: 'The event is over.',
    doorNotOpen: 'Attendance is noted from the day of the event on.',
    doorClosed: 'The event is noted as held, and the attendance list is closed.',
    notHeldYet: 'Minutes are written once the event is noted as held.',
    itemNeedsText: 'Write what was said.',
    itemNeedsASector: 'Choose whom the speaker represented.',
    nameNeedsConsent: 'A name can be published only if the speaker agreed or spoke as an official. Tick that, or take the name out.',
    conclusionNeedsBoth: 'A conclusion needs both a short title and a text.',
    nothingInMinutes: 'Write down at least one thing that was said, or one conclusion.',
    sayWhyMinutes: `The minutes are published already. Write why you are correcting them, at least ${SHORTEST_REASON} characters.`,
    minutesUnchanged: 'Nothing has changed since the published version.',
    conclusionIsUsed: 'An idea or a note was made from this conclusion, so it is not taken out of the minutes.',
    handedOnAlready: 'This conclusion has been handed on already.',
    chooseACall: 'Choose a call.',
    callTakesNoIdeas: 'This call is closed or does not take ideas.',
    chooseACommitment: 'Choose a commitment.',
    choosePhotograph: 'Add a picture.',
    describePhotograph: 'Describe what the picture shows: those who can’t see it will hear that.',
    sayWhyTakenOut: `Write why you are taking the picture out, at least ${SHORTEST_REASON} characters.`,
    tooOften: (minutes) => `There were many registrations from this place. Try again in ${minutes} min.`,
  },
})

type Key = {
  [K in keyof (typeof problemTexts)['lv']]: (typeof problemTexts)['lv'][K] extends string ? K : never
}[keyof (typeof problemTexts)['lv']]

/** A sentence by its key, in the reader's language. */
export const say =
  (key: Key) =>
  (language: 'lv' | 'en'): string =>
    problemTexts[language][key]
