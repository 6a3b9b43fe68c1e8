import type { ContributionKind } from '../../../cycle/ideas/index.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { formatNumber } from '../../../platform/languages/numbers.ts'
import { defineTexts, pluralEn, pluralLv } from '../../../platform/languages/texts.ts'

/** What a call's public page says. */
export const callTexts = defineTexts({
  lv: {
    eyebrow: 'Aicinājums',
    open: 'Atvērts',
    coming: 'Vēl nav sācies',
    closed: 'Slēgts',
    draft: 'Melnraksts',
    untilLast: (day: string) => `Iesniegt var līdz ${day} (ieskaitot).`,
    from: (day: string) => `Iesniegt varēs no ${day}.`,
    closedBy: (day: string) => `Sekretariāts aicinājumu slēdza ${day}.`,
    endedOn: (day: string) => `Iesniegt varēja līdz ${day}.`,
    nothingMore: 'Vairs neko iesniegt nevar. Viss iesniegtais paliek lasāms.',
    daysLeft: (n: number) =>
      n === 0
        ? 'Šodien ir pēdējā diena.'
        : `${pluralLv(n, { zero: 'Atlikušas', one: 'Atlikusi', other: 'Atlikušas' })} ${n} ${pluralLv(n, { zero: 'dienu', one: 'diena', other: 'dienas' })}.`,
    whyClosed: 'Kāpēc slēgts',
    text: 'Par ko ir aicinājums',
    questions: 'Jautājumi pārdomām',
    paper: 'Diskusijas dokuments',
    takePart: 'Piedalīties',
    whoMay: 'Iesniegt var ikviens: iedzīvotājs, organizācija, iestāde. Kontu nevajag: pietiek apstiprināt e-pasta adresi.',
    before: 'Iesniegtais kļūst redzams, kad moderators to ir apskatījis.',
    after: 'Iesniegtais ir redzams uzreiz; moderators to apskata pēc tam.',
    surveys: 'Aptaujas',
    newSurvey: 'Izveidot aptauju šim aicinājumam',
    soFar: 'Līdz šim',
    soFarNone: 'Šajā plānā vēl nekas nav iesniegts.',
    readAll: 'Lasīt visu iesniegto',
    whatNext: 'Kas notiks tālāk',
    answerDue: (by: string) => `Pamatota atbilde uz visu iesniegto jāsniedz ${by}.`,
    inTime: 'Laikus paziņots',
    announced: (days: number) =>
      `Par līdzdalības iespējām paziņoja ${days} ${pluralLv(days, { zero: 'dienu', one: 'dienu', other: 'dienas' })} pirms sākuma.`,
    announcedSame: 'Par līdzdalības iespējām paziņoja sākuma dienā.',
    announcedLate: 'Par līdzdalības iespējām paziņoja tikai pēc sākuma.',
    notAnnounced: 'Par līdzdalības iespējām pirms sākuma nav paziņots.',
    standard: (days: number) => `Atvērtās pārvaldības partnerības standarts prasa vismaz ${days} dienas.`,
    met: 'Laikus',
    missed: 'Nav paziņots laikus',
    theNotice: 'Paziņojums',
    whyNot: 'Kāpēc',
    corrections: 'Labojumi',
    recordEntry: (seq: string) => `žurnāla ieraksts Nr. ${seq}`,
    record: 'Žurnāls',
    inRecord: 'Šis aicinājums publiskajā žurnālā',
    edit: 'Labot',
    close: 'Slēgt',
    saved: 'Labojums ir saglabāts.',
    youCan: 'Tagad varat piedalīties',
    others: 'Aicinājumi',
  },
  en: {
    eyebrow: 'Call',
    open: 'Open',
    coming: 'Not started yet',
    closed: 'Closed',
    draft: 'Draft',
    untilLast: (day) => `You can send until ${day}, that day included.`,
    from: (day) => `You can send from ${day}.`,
    closedBy: (day) => `The secretariat closed the call on ${day}.`,
    endedOn: (day) => `It was open until ${day}.`,
    nothingMore: 'Nothing more can be sent. Everything that was sent stays readable.',
    daysLeft: (n) => (n === 0 ? 'Today is the last day.' : `${n} ${pluralEn(n, { one: 'day', other: 'days' })} left.`),
    whyClosed: 'Why it was closed',
    text: 'What the call is about',
    questions: 'Questions to think along',
    paper: 'Discussion paper',
    takePart: 'Take part',
    whoMay: 'Anyone may: residents, organisations, institutions. No account is needed: confirming an e-mail address is enough.',
    before: 'What is sent can be seen once a moderator has looked at it.',
    after: 'What is sent can be seen at once; a moderator looks at it afterwards.',
    surveys: 'Surveys',
    newSurvey: 'Make a survey for this call',
    soFar: 'So far',
    soFarNone: 'Nothing has been sent on this plan yet.',
    readAll: 'Read everything that was sent',
    whatNext: 'What happens next',
    answerDue: (by) => `A reasoned answer to everything that was sent is due ${by}.`,
    inTime: 'Announced in time',
    announced: (days) =>
      `The opportunities to take part were announced ${days} ${pluralEn(days, { one: 'day', other: 'days' })} before the start.`,
    announcedSame: 'The opportunities to take part were announced on the first day.',
    announcedLate: 'The opportunities to take part were announced only after the start.',
    notAnnounced: 'The opportunities to take part were not announced before the start.',
    standard: (days) => `The standard of the Open Government Partnership asks for at least ${days} days.`,
    met: 'In time',
    missed: 'Not in time',
    theNotice: 'The notice',
    whyNot: 'Why',
    corrections: 'Corrections',
    recordEntry: (seq) => `record entry No. ${seq}`,
    record: 'Record',
    inRecord: 'This call in the public record',
    edit: 'Correct',
    close: 'Close',
    saved: 'The correction is saved.',
    youCan: 'You can take part now',
    others: 'Calls',
  },
})

const countedLv: Record<ContributionKind, { zero: string; one: string; other: string }> = {
  idea: { zero: 'ideju', one: 'ideja', other: 'idejas' },
  'data-wish': { zero: 'datu kopu vēlmju', one: 'datu kopas vēlme', other: 'datu kopu vēlmes' },
  burden: { zero: 'slogu', one: 'slogs', other: 'slogi' },
}
const countedEn: Record<ContributionKind, { one: string; other: string }> = {
  idea: { one: 'idea', other: 'ideas' },
  'data-wish': { one: 'wish for data', other: 'wishes for data' },
  burden: { one: 'burden', other: 'burdens' },
}

/** So many things of a kind, in words. */
export const countedKinds = (language: Language, kind: ContributionKind, n: number): string =>
  `${formatNumber(language, n)} ${language === 'lv' ? pluralLv(n, countedLv[kind]) : pluralEn(n, countedEn[kind])}`

/** What the button says that leads to the form of each kind. */
export const sendWords: Record<Language, Record<ContributionKind, string>> = {
  lv: {
    idea: 'Iesniegt ideju',
    'data-wish': 'Pieteikt datu kopas vēlmi',
    burden: 'Ziņot par slogu',
  },
  en: { idea: 'Send an idea', 'data-wish': 'Wish for a data set', burden: 'Tell of a burden' },
}
