import { inLanguage, type Language, type LocalText, type Shown } from '../platform/languages/languages.ts'

/**
 * A name as it stands on a page: words in the page's language, or the name with the language it is
 * written in, so that a reader's voice can pronounce it (WCAG 3.1.2).
 */
export type Named = string | Shown

/** The name of a thing in the page's language, else as it was written; what stands in for it when it has none. */
export const named = (content: LocalText | null | undefined, language: Language, instead = ''): Named =>
  inLanguage(content, language) ?? instead

/** The words alone, for sorting, for comparing, and inside a sentence of another language. */
export const bare = (name: Named): string => (typeof name === 'string' ? name : name.text)

/** The attribute that tells the language of an element which holds the name alone; none in the page's own language. */
export const langOf = (name: Named): { lang?: Language } => (typeof name !== 'string' && name.missing ? { lang: name.language } : {})

/** The name with words of the page around it that are less than it. */
export const around = (name: Named, say: (words: string) => string): Named =>
  typeof name === 'string' ? say(name) : { ...name, text: say(name.text) }

/** Several names in one line; in the language of those that are not in the page's. */
export function listedNames(names: readonly Named[]): Named {
  const text = names.map(bare).join(', ')
  const foreign = names.find((name) => typeof name !== 'string' && name.missing)
  return foreign ? around(foreign, () => text) : text
}
