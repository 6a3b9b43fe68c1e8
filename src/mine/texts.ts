import type { AnswerState, ContributionKind } from '../cycle/ideas/index.ts'
import type { LetterKind, LetterRhythm } from '../people/index.ts'
import type { Language } from '../platform/languages/languages.ts'
import { formatNumber } from '../platform/languages/numbers.ts'
import { defineTexts, pluralEn, pluralLv } from '../platform/languages/texts.ts'

const kinds: Record<Language, Record<ContributionKind, string>> = {
  lv: { idea: 'ideja', 'data-wish': 'datu kopas vēlme', burden: 'slogs' },
  en: { idea: 'idea', 'data-wish': 'wish for data', burden: 'burden' },
}

const letterKinds: Record<Language, Record<LetterKind, string>> = {
  lv: {
    answer: 'Atbilde uz manu ideju',
    comment: 'Komentārs par manu ideju',
    moderation: 'Moderatora lēmums par manu tekstu',
    merge: 'Mana ideja apvienota ar citu',
    supported: 'Kas notiek ar idejām, kuras atbalstu',
  },
  en: {
    answer: 'An answer to my idea',
    comment: 'A comment on my idea',
    moderation: 'A moderator’s decision on my text',
    merge: 'My idea was merged into another',
    supported: 'What becomes of ideas that I support',
  },
}

const rhythms: Record<Language, Record<LetterRhythm, string>> = {
  lv: { immediate: 'Uzreiz', daily: 'Reizi dienā', weekly: 'Reizi nedēļā, pirmdienās', none: 'Nesūtīt' },
  en: { immediate: 'At once', daily: 'Once a day', weekly: 'Once a week, on Mondays', none: 'Not at all' },
}

const states: Record<Language, Record<AnswerState, string>> = {
  lv: {
    waiting: 'Gaida atbildi',
    accepted: 'Iekļauts',
    partly: 'Iekļauts daļēji',
    'already-done': 'Jau notiek',
    'not-now': 'Pašlaik ne',
    outside: 'Ārpus plāna',
  },
  en: {
    waiting: 'Awaits an answer',
    accepted: 'Accepted',
    partly: 'Partly accepted',
    'already-done': 'Already being done',
    'not-now': 'Not now',
    outside: 'Outside the plan',
  },
}

/** What is said on someone’s own page. */
export const mineTexts = defineTexts({
  lv: {
    kind: (kind: ContributionKind) => kinds.lv[kind],
    letterKind: (kind: LetterKind) => letterKinds.lv[kind],
    rhythm: (rhythm: LetterRhythm) => rhythms.lv[rhythm],
    state: (state: AnswerState) => states.lv[state],
    title: 'Mana lapa',
    lead: 'Viss, ko esat te darījis, un kas ar to notiek. Šo lapu redzat tikai Jūs.',
    sent: 'Mani iesniegtie',
    nothingSent: 'Vēl neko neesat iesniedzis.',
    said: 'Mani komentāri',
    nothingSaid: 'Vēl neko neesat komentējis.',
    supported: 'Ko atbalstu',
    nothingSupported: 'Vēl neko neatbalstāt.',
    following: 'Kam sekoju',
    nothingFollowed: 'Jaunumiem neesat pieteicies.',
    changeFollowing: 'Mainīt vai atteikties',
    follow: 'Sekot',
    number: (n: number) => `Nr. ${n}`,
    on: (date: string) => `iesniegts ${date}`,
    saidOn: (date: string) => date,
    about: 'Par:',
    supports: (n: number) =>
      `${formatNumber('lv', n)} ${pluralLv(n, { zero: 'atbalstītāju', one: 'atbalstītājs', other: 'atbalstītāji' })}`,
    comments: (n: number) => `${formatNumber('lv', n)} ${pluralLv(n, { zero: 'komentāru', one: 'komentārs', other: 'komentāri' })}`,
    waitsForModerator: 'Gaida moderatoru',
    hidden: 'Paslēpts',
    mergedInto: (n: number) => `Apvienots ar ideju Nr. ${n}`,
    overdue: 'Atbilde kavējas',
    letters: 'Vēstules',
    lettersNote:
      'Cik bieži Jums rakstīt. Pieteikumu apstiprinājumus, atgādinājumus par pasākumiem un ieiešanas saites sūtām vienmēr. Par to, kam sekojat, izvēlieties pie katra abonementa.',
    chooseRhythm: 'Izvēlieties, cik bieži rakstīt.',
    save: 'Saglabāt',
    saved: 'Saglabāts.',
    data: 'Mani dati',
    dataNote: 'Viss, kas par Jums glabājas, vienā arhīvā.',
    takeData: 'Lejupielādēt manus datus',
    erase: 'Dzēst mani',
    eraseNote: 'Konts un viss, kas par Jums glabājas, pazūd. Idejas un komentāri paliek bez Jūsu vārda.',
    goErase: 'Dzēst kontu',
    dataLead: 'ZIP arhīvs ar visu, kas par Jums glabājas: katra tabula savā JSON datnē, Jūsu teksti un datnes.',
    dataHolds: 'Kas arhīvā ir',
    dataMissing: 'Kā arhīvā nav',
    dataMissingText:
      'Noslēpumu, ar kuriem kāds varētu ieiet Jūsu vietā: sesiju, saišu un autentifikatora atslēgu. Tā, ko rakstījāt institūcijas vai organizācijas vārdā: tas ir publisks vai pieder tai.',
    dataCare: 'Arhīvā ir personas dati. Nelejupielādējiet to koplietotā datorā.',
    prepare: 'Sagatavot un lejupielādēt',
    inFile: (file: string) => `Datne ${file}`,
  },
  en: {
    kind: (kind: ContributionKind) => kinds.en[kind],
    letterKind: (kind: LetterKind) => letterKinds.en[kind],
    rhythm: (rhythm: LetterRhythm) => rhythms.en[rhythm],
    state: (state: AnswerState) => states.en[state],
    title: 'My page',
    lead: 'All that you have done here, and what becomes of it. You alone see this page.',
    sent: 'What I sent',
    nothingSent: 'You have sent nothing yet.',
    said: 'My comments',
    nothingSaid: 'You have commented on nothing yet.',
    supported: 'What I support',
    nothingSupported: 'You support nothing yet.',
    following: 'What I follow',
    nothingFollowed: 'You follow nothing by e-mail.',
    changeFollowing: 'Change or stop',
    follow: 'Follow',
    number: (n: number) => `No. ${n}`,
    on: (date: string) => `sent ${date}`,
    saidOn: (date: string) => date,
    about: 'On:',
    supports: (n: number) => `${formatNumber('en', n)} ${pluralEn(n, { one: 'supporter', other: 'supporters' })}`,
    comments: (n: number) => `${formatNumber('en', n)} ${pluralEn(n, { one: 'comment', other: 'comments' })}`,
    waitsForModerator: 'Waits for a moderator',
    hidden: 'Hidden',
    mergedInto: (n: number) => `Merged into idea No. ${n}`,
    overdue: 'Answer overdue',
    letters: 'Letters',
    lettersNote:
      'How often to write to you. Confirmations, reminders of events and sign-in links are always sent. For what you follow, choose at each subscription.',
    chooseRhythm: 'Choose how often to write.',
    save: 'Save',
    saved: 'Saved.',
    data: 'My data',
    dataNote: 'Everything that is kept about you, in one archive.',
    takeData: 'Download my data',
    erase: 'Erase me',
    eraseNote: 'The account and all that is kept about you goes. Ideas and comments stay without your name.',
    goErase: 'Erase the account',
    dataLead: 'A ZIP archive of everything that is kept about you: each table in a JSON file, your texts and your files.',
    dataHolds: 'What the archive holds',
    dataMissing: 'What it does not hold',
    dataMissingText:
      'Secrets by which someone could sign in as you: keys of sessions, links and the authenticator. What you wrote for an institution or organisation: it is public, or theirs.',
    dataCare: 'The archive holds personal data. Do not download it on a shared computer.',
    prepare: 'Prepare and download',
    inFile: (file: string) => `File ${file}`,
  },
})
