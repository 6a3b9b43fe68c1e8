import { defineTexts } from '../../platform/languages/texts.ts'

/** Letters about surveys. */
export const letterTexts = defineTexts({
  lv: {
    inviteSubject: (title: string) => `Uzaicinājums atbildēt uz aptauju „${title}”`,
    invite: (title: string, link: string, until: string) =>
      `Aicinām Jūs atbildēt uz aptauju „${title}”.\n\nAtbildēt var ${until} šajā adresē:\n${link}\n\nSaite ir tikai Jums: pēc tās var nosūtīt vienu atbildi. Atbilde glabājas bez Jūsu vārda un adreses; zināms ir tikai tas, vai saite ir izmantota.\n\nJa aptauja uz Jums neattiecas, šo vēstuli varat izdzēst.`,
    confirmSubject: (title: string) => `Apstipriniet atbildi uz aptauju „${title}”`,
    confirm: (title: string, link: string, days: number) =>
      `Kāds, laikam Jūs, atbildēja uz aptauju „${title}” un norādīja šo adresi.\n\nLai atbildi pieņemtu, apstipriniet to:\n${link}\n\nSaite der ${days} dienas. Ja tas nebijāt Jūs, nedariet neko: atbildi nepieņems un pēc tam izdzēsīs.`,
    act: (title: string) => `Nosūtīt atbildi uz aptauju „${title}”.`,
  },
  en: {
    inviteSubject: (title) => `Invitation to answer the survey “${title}”`,
    invite: (title, link, until) =>
      `You are invited to answer the survey “${title}”.\n\nYou can answer ${until} at this address:\n${link}\n\nThe link is for you alone: one answer can be sent by it. The answer is kept without your name and address; only whether the link was used is known.\n\nIf the survey is not for you, you can delete this letter.`,
    confirmSubject: (title) => `Confirm your answer to the survey “${title}”`,
    confirm: (title, link, days) =>
      `Someone, probably you, answered the survey “${title}” and gave this address.\n\nFor the answer to be taken, confirm it:\n${link}\n\nThe link works for ${days} days. If it was not you, do nothing: the answer is not taken and is erased afterwards.`,
    act: (title) => `Send the answer to the survey “${title}”.`,
  },
})
