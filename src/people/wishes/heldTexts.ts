import { formatNumber } from '../../platform/languages/numbers.ts'
import { defineTexts, pluralEn, pluralLv } from '../../platform/languages/texts.ts'

/** The letter that tells several things together. */
export const heldTexts = defineTexts({
  lv: {
    subject: (n: number) =>
      `${formatNumber('lv', n)} ${pluralLv(n, { zero: 'jaunumu', one: 'jaunums', other: 'jaunumi' })} par Jūsu idejām`,
    ending: (page: string) => `Cik bieži par to rakstām, varat mainīt savā lapā: ${page}`,
  },
  en: {
    subject: (n: number) => `${formatNumber('en', n)} ${pluralEn(n, { one: 'piece', other: 'pieces' })} of news about your ideas`,
    ending: (page: string) => `How often we write of it you can change on your page: ${page}`,
  },
})
