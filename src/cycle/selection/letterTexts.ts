import { defineTexts } from '../../platform/languages/texts.ts'

/** Letters about ballots. Nobody is written to about having voted: a letter has a time, and a vote has none. */
export const letterTexts = defineTexts({
  lv: {
    subject: (title: string) => `Jums ir balss balsojumā „${title}”`,
    youHaveAVote: (title: string, link: string) =>
      `Jums ir balss tiesības balsojumā „${title}”.\n\nPar ko balso, kā skaita un līdz kuram brīdim var balsot, lasiet šeit:\n${link}\n\nLai balsotu, šajā lapā ienāciet ar šo e-pasta adresi.`,
  },
  en: {
    subject: (title) => `You have a vote in the ballot “${title}”`,
    youHaveAVote: (title, link) =>
      `You have a vote in the ballot “${title}”.\n\nWhat is voted on, how it is counted and until when one can vote stands here:\n${link}\n\nTo vote, sign in on that page with this e-mail address.`,
  },
})
