import { defineTexts, pluralEn, pluralLv } from '../../../platform/languages/texts.ts'

/** Why something can't be sent as it stands. */
export const sendingProblems = defineTexts({
  lv: {
    required: 'Atbildiet uz šo jautājumu.',
    tooLong: (limit: number, count: number) =>
      `Teksts ir par garu: ${count} no ${limit} ${pluralLv(limit, { zero: 'rakstzīmēm', one: 'rakstzīmes', other: 'rakstzīmēm' })}.`,
    unknownValue: 'Šādas izvēles nav. Izvēlieties no saraksta.',
    chooseAs: 'Izvēlieties, kā vārdā iesniedzat.',
    notYourOrganisation: 'Šīs organizācijas vārdā Jūs nevarat iesniegt.',
    giveDisplayName: 'Ierakstiet vārdu, ko rādīt.',
    giveName: 'Ierakstiet savu vārdu.',
    giveEmail: 'Ierakstiet e-pasta adresi, piemēram, vards@piemers.lv.',
    leaveEmpty: 'Šo lauku atstājiet tukšu: to aizpilda tikai automātiskas programmas.',
    tooManyFiles: (most: number) => `Datņu ir par daudz: atļautas ${most}.`,
    tooOften: (minutes: number) =>
      `No šīs vietas nosūtīts ļoti daudz. Viss ierakstītais ir saglabāts; mēģiniet vēlreiz pēc ${minutes} ${pluralLv(minutes, { zero: 'minūtēm', one: 'minūtes', other: 'minūtēm' })}.`,
    draftGone: 'Melnraksta vairs nav: tas ir nosūtīts, izmests vai pārāk vecs.',
    outsideTheCall: 'Saņemts ārpus aicinājuma laika. Norādiet dienu, kad tas bija atvērts.',
    giveDay: 'Norādiet dienu, kad tas saņemts.',
    unknownOrganisation: 'Tādas organizācijas nav. Izvēlieties no saraksta.',
  },
  en: {
    required: 'Please answer this question.',
    tooLong: (limit, count) => `The text is too long: ${count} of ${limit} ${pluralEn(limit, { one: 'character', other: 'characters' })}.`,
    unknownValue: 'There is no such choice. Choose from the list.',
    chooseAs: 'Choose in whose name you are sending it.',
    notYourOrganisation: 'You can’t send in the name of this organisation.',
    giveDisplayName: 'Write the name to show.',
    giveName: 'Write your name.',
    giveEmail: 'Write an e-mail address, such as name@example.lv.',
    leaveEmpty: 'Leave this field empty: only automatic programs fill it in.',
    tooManyFiles: (most) => `There are too many files: ${most} are allowed.`,
    tooOften: (minutes) =>
      `Very much has been sent from this place. All you typed is kept; please try again in ${minutes} ${pluralEn(minutes, { one: 'minute', other: 'minutes' })}.`,
    draftGone: 'The draft is not there any more: it was sent, thrown away or too old.',
    outsideTheCall: 'This day is outside the call’s time. Give a day on which it was open.',
    giveDay: 'Give the day on which it arrived.',
    unknownOrganisation: 'There is no such organisation. Choose from the list.',
  },
})

export type SendingProblem = {
  [K in keyof (typeof sendingProblems)['lv']]: (typeof sendingProblems)['lv'][K] extends string ? K : never
}[keyof (typeof sendingProblems)['lv']]
