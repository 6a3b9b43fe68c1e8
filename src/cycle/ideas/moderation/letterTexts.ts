import { defineTexts } from '../../../platform/languages/texts.ts'

/** What authors are told of what moderators did to their texts. */
export const letterTexts = defineTexts({
  lv: {
    idea: (number: number, title: string) => `Par Jūsu ideju Nr. ${number} „${title}”.`,
    comment: (number: number, title: string) => `Par Jūsu komentāru pie idejas Nr. ${number} „${title}”.`,
    publishSubject: (number: number) => `Jūsu teksts ir publicēts (ideja Nr. ${number})`,
    publish: 'Moderators tekstu ir izlasījis, un tagad to redz ikviens.',
    hideSubject: (number: number) => `Jūsu teksts ir paslēpts (ideja Nr. ${number})`,
    hide: 'Moderators šo tekstu ir paslēpis: publiski tas nav redzams. Tas nav dzēsts.',
    restoreSubject: (number: number) => `Jūsu teksts atkal ir redzams (ideja Nr. ${number})`,
    restore: 'Moderators ir mainījis lēmumu: tekstu atkal redz ikviens.',
    'black-outSubject': (number: number) => `Jūsu tekstā ir aizkrāsoti personas dati (ideja Nr. ${number})`,
    'black-out':
      'Teksts paliek redzams, bet moderators tajā ir aizkrāsojis personas datus. Aizkrāsotais mūsu datubāzē vairs nav saglabāts.',
    reason: (reason: string) => `Iemesls: ${reason}.`,
    appeal: (link: string) =>
      `Ja nepiekrītat, varat iesniegt iebildumus. To var darīt vienreiz; ja iespējams, tos izskata cits moderators:\n${link}\nSaite ir domāta tikai Jums.`,
    rules: (link: string) => `Kā mēs moderējam: ${link}`,
    upheldSubject: (number: number) => `Jūsu iebildumi ir pamatoti (ideja Nr. ${number})`,
    upheld: 'Jūsu iebildumus izskatījām un tiem piekrītam.',
    rejectedSubject: (number: number) => `Jūsu iebildumi ir izskatīti (ideja Nr. ${number})`,
    rejected: 'Jūsu iebildumus izskatījām. Moderatora lēmums paliek spēkā.',
  },
  en: {
    idea: (number: number, title: string) => `About your idea No. ${number} “${title}”.`,
    comment: (number: number, title: string) => `About your comment on idea No. ${number} “${title}”.`,
    publishSubject: (number: number) => `Your text was published (idea No. ${number})`,
    publish: 'A moderator has read the text, and everyone can see it now.',
    hideSubject: (number: number) => `Your text was hidden (idea No. ${number})`,
    hide: 'A moderator has hidden this text: it can’t be seen in public. It was not deleted.',
    restoreSubject: (number: number) => `Your text can be seen again (idea No. ${number})`,
    restore: 'A moderator has changed the decision: everyone can see the text again.',
    'black-outSubject': (number: number) => `Personal data in your text were blacked out (idea No. ${number})`,
    'black-out':
      'The text stays visible, but a moderator has blacked out personal data in it. What was blacked out is not kept in our database any more.',
    reason: (reason: string) => `Reason: ${reason}.`,
    appeal: (link: string) =>
      `If you disagree, you can appeal. This can be done once; where possible, another moderator decides:\n${link}\nThe link is meant for you alone.`,
    rules: (link: string) => `How we moderate: ${link}`,
    upheldSubject: (number: number) => `Your appeal was upheld (idea No. ${number})`,
    upheld: 'We looked at your appeal and agree with it.',
    rejectedSubject: (number: number) => `Your appeal was looked at (idea No. ${number})`,
    rejected: 'We looked at your appeal. The moderator’s decision stands.',
  },
})
