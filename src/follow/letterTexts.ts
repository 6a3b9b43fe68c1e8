import { defineTexts, pluralEn, pluralLv } from '../platform/languages/texts.ts'

const piecesLv = (n: number): string => `${n} ${pluralLv(n, { zero: 'jaunumu', one: 'jaunums', other: 'jaunumi' })}`
const piecesEn = (n: number): string => `${n} ${pluralEn(n, { one: 'piece of news', other: 'pieces of news' })}`

/** What the letters to subscribers say. */
export const letterTexts = defineTexts({
  lv: {
    subject: (n: number, first: string) => `${piecesLv(n)}: ${first}`,
    heading: (n: number) => `Koprade: ${piecesLv(n)}`,
    also: 'Vēl jaunumi',
    andMore: 'Vēl citi jaunumi ir vietnē:',
    why: 'Šo vēstuli saņemat, jo ar šo e-pasta adresi sekojat jaunumiem Kopradē.',
    manage: 'Mainīt, kam un cik bieži sekojat:',
    unsubscribe: 'Atteikties no visām vēstulēm:',
    confirmSubject: 'Apstipriniet, ka vēlaties saņemt jaunumus',
    confirmLetter: (what: string, how: string, link: string, days: number) =>
      `Labdien!\n\nLūgts sūtīt uz šo adresi Koprades jaunumus: ${what}, ${how}.\n\nJa to vēlaties, atveriet šo saiti un nospiediet pogu:\n\n${link}\n\nSaite der ${days} dienas. Ja to nelūdzāt, nedariet neko: jaunumus nesūtīsim un adresi dzēsīsim.\n`,
    wakeSubject: 'Apstipriniet, ka vēstules atkal pienāk',
    wakeLetter: (link: string, days: number) =>
      `Labdien!\n\nVairākas Koprades vēstules uz šo adresi nenonāca, tāpēc jaunumu sūtīšana ir apturēta. Ja lasāt šo, atveriet saiti un nospiediet pogu, un sūtīsim atkal:\n\n${link}\n\nSaite der ${days} dienas.\n`,
  },
  en: {
    subject: (n: number, first: string) => `${piecesEn(n)}: ${first}`,
    heading: (n: number) => `Koprade: ${piecesEn(n)}`,
    also: 'More news',
    andMore: 'There is more news on the site:',
    why: 'You get this letter because you follow news on Koprade with this e-mail address.',
    manage: 'Change what you follow and how often:',
    unsubscribe: 'Get no more letters at all:',
    confirmSubject: 'Confirm that you want to get news',
    confirmLetter: (what: string, how: string, link: string, days: number) =>
      `Hello,\n\nSomeone asked for news from Koprade to be sent to this address: ${what}, ${how}.\n\nIf you want them, open this link and press the button:\n\n${link}\n\nIt works for ${days} days. If you did not ask, do nothing: no news will come, and the address will be erased.\n`,
    wakeSubject: 'Confirm that letters reach you again',
    wakeLetter: (link: string, days: number) =>
      `Hello,\n\nSeveral letters from Koprade did not reach this address, so no news has been sent since. If you are reading this, open the link and press the button to get them again:\n\n${link}\n\nIt works for ${days} days.\n`,
  },
})
