import type { Language } from '../../../platform/languages/languages.ts'
import { defineTexts } from '../../../platform/languages/texts.ts'
import type { ContributionKind } from '../tables.ts'

/** What letters about something that is sent say. The words for its fields stand in questionTexts.ts. */
export const letterTexts = defineTexts({
  lv: {
    confirm: (title: string, call: string, link: string, days: number) =>
      `Labdien!\n\nNo šīs adreses vietnē Koprade iesniegts: „${title}” (aicinājums „${call}”).\n\nLai tas tiktu nosūtīts, ${days} dienu laikā atveriet saiti un apstipriniet:\n${link}\n\nJa to neiesniedzāt Jūs, nedariet neko: bez apstiprinājuma nekas netiks publicēts.\n`,
    receivedSubject: (number: number) => `Saņemts: Nr. ${number}`,
    received: (number: number, call: string) => `Labdien!\n\nEsam saņēmuši to, ko iesniedzāt aicinājumam „${call}”. Numurs: ${number}.`,
    waiting: 'Vispirms to apskatīs moderators; pēc tam tas būs redzams visiem.',
    published: (link: string) => `To tagad var lasīt ikviens: ${link}`,
    answer: (day: string) => `Pamatotu atbildi saņemsiet līdz ${day}.`,
    fullText: 'Pilns teksts',
    place: 'Vieta',
    values: 'Vērtības',
    challenges: 'Izaicinājumi',
    files: 'Datnes',
    describing: (what: string, title: string, call: string) => `${what} „${title}” aicinājumam „${call}”.`,
  },
  en: {
    confirm: (title, call, link, days) =>
      `Hello,\n\nfrom this address something was sent on Koprade: “${title}” (call “${call}”).\n\nFor it to be sent, open this link within ${days} days and confirm:\n${link}\n\nIf it was not you, do nothing: without a confirmation nothing is published.\n`,
    receivedSubject: (number) => `Received: No. ${number}`,
    received: (number, call) => `Hello,\n\nwe have received what you sent to the call “${call}”. Its number: ${number}.`,
    waiting: 'A moderator looks at it first; then everyone will see it.',
    published: (link) => `Everyone can read it now: ${link}`,
    answer: (day) => `You will get a reasoned answer by ${day}.`,
    fullText: 'The full text',
    place: 'Place',
    values: 'Values',
    challenges: 'Challenges',
    files: 'Files',
    describing: (what, title, call) => `${what} “${title}” to the call “${call}”.`,
  },
})

/** The subject of the letter that asks to confirm. */
export const confirmSubjects: Record<Language, Record<ContributionKind, string>> = {
  lv: {
    idea: 'Apstipriniet savu ideju',
    'data-wish': 'Apstipriniet savu datu kopas vēlmi',
    burden: 'Apstipriniet savu ziņojumu par slogu',
  },
  en: { idea: 'Confirm your idea', 'data-wish': 'Confirm your wish for data', burden: 'Confirm your report of a burden' },
}

/** What is confirmed, as the beginning of a sentence. */
export const sendingWords: Record<Language, Record<ContributionKind, string>> = {
  lv: { idea: 'Nosūtīt ideju', 'data-wish': 'Nosūtīt datu kopas vēlmi', burden: 'Nosūtīt ziņojumu par slogu' },
  en: { idea: 'Send the idea', 'data-wish': 'Send the wish for data', burden: 'Send the report of a burden' },
}
