import type { Language } from './languages.ts'

/** A message: a sentence, or a function from typed values to a sentence. */
type Message = string | ((...values: never[]) => string)
type Catalogue = { readonly [key: string]: Message }

/** What another language must offer: the same keys, with the same values. */
type Same<T extends Catalogue> = {
  readonly [K in keyof T]: T[K] extends (...values: infer V) => string ? (...values: V) => string : string
}

/**
 * The texts of a module in every language. Latvian sets the keys; a key that English misses,
 * has too many, or takes other values, is a compile error.
 */
export function defineTexts<const T extends Catalogue>(texts: { lv: T; en: NoInfer<Same<T>> }): Record<Language, Same<T>> {
  return texts as unknown as Record<Language, Same<T>>
}

const latvian = new Intl.PluralRules('lv')
const english = new Intl.PluralRules('en')

/**
 * The Latvian form for a number by the CLDR rules: zero (0, 10–20, 30 …), one (1, 21 …), other.
 * Source: CLDR, Language Plural Rules, lv.
 */
export function pluralLv(count: number, forms: { zero: string; one: string; other: string }): string {
  const rule = latvian.select(count)
  return rule === 'zero' ? forms.zero : rule === 'one' ? forms.one : forms.other
}

/** The English form for a number by the CLDR rules: one, other. */
export const pluralEn = (count: number, forms: { one: string; other: string }): string =>
  english.select(count) === 'one' ? forms.one : forms.other
