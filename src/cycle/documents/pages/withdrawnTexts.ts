import { defineTexts } from '../../../platform/languages/texts.ts'

export const withdrawnTexts = defineTexts({
  lv: { takenOut: (reason: string) => `Datne ir izņemta no apskates. Iemesls: ${reason}` },
  en: { takenOut: (reason: string) => `The file was taken out of view. Reason: ${reason}` },
})
