import { defineTexts } from '../../../platform/languages/texts.ts'

/** How an idea is called in a list. */
export const ideaRowTexts = defineTexts({
  lv: { numbered: (number: number) => `Nr. ${number}` },
  en: { numbered: (number) => `No. ${number}` },
})
