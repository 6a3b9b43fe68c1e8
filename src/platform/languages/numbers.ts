import type { Language } from './languages.ts'

const plain: Record<Language, Intl.NumberFormat> = {
  lv: new Intl.NumberFormat('lv', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }),
}

/** A number as the language writes it: 4301, 10 000, 36,4 / 4,301, 10,000, 36.4. */
export const formatNumber = (language: Language, value: number): string => plain[language].format(value)

/** A sum in euro: 10 000 euro / 10,000 euro. */
export const formatEuro = (language: Language, euro: number): string => `${formatNumber(language, euro)} euro`

/** A percentage: 92 % / 92%. */
export const formatPercent = (language: Language, percent: number): string =>
  language === 'lv' ? `${formatNumber('lv', percent)} %` : `${formatNumber('en', percent)}%`

const ordinalWordsEn = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
const ordinalRules = new Intl.PluralRules('en-GB', { type: 'ordinal' })
const ordinalEndings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' }

/** An English ordinal: in words as far as ten, then 11th, 21st, 32nd. */
export const ordinalEn = (n: number): string => ordinalWordsEn[n] ?? `${n}${ordinalEndings[ordinalRules.select(n)] ?? 'th'}`

/** A file's size: 380 kB, 1,2 MB / 1.2 MB. */
export function formatBytes(language: Language, bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${formatNumber(language, Math.round(bytes / 100_000) / 10)} MB`
}

const collators: Record<Language, Intl.Collator> = {
  lv: new Intl.Collator('lv', { numeric: true }),
  en: new Intl.Collator('en-GB', { numeric: true }),
}

/** Alphabetical order in the language. */
export const compareTexts = (language: Language, a: string, b: string): number => collators[language].compare(a, b)
