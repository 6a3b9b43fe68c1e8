import { englishStem } from '../methods/englishStemmer.ts'
import { folded, latvianStem } from '../methods/latvianStemmer.ts'
import type { Language, LocalText } from '../platform/languages/languages.ts'

/** Rises when the rules below or the stemmers change: the index is then made anew. */
export const RULES = 1

/** A word and where it stands in its text. */
export type PlacedWord = { word: string; at: number }

/** Longer runs of letters and digits are no words. */
const LONGEST = 60

/** The words of a text. */
export function wordsIn(text: string): PlacedWord[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
    .filter(([word]) => word.length <= LONGEST)
    .map((found) => ({ word: found[0], at: found.index }))
}

const onlySigns = /[^\p{L}\p{N}]/gu
const stemmers: Record<Language, (word: string) => string> = {
  lv: (word) => latvianStem(word).replace(onlySigns, ''),
  en: (word) => englishStem(folded(word)).replace(onlySigns, ''),
}

/** The stem of a word of a language. */
export const stemIn = (language: Language, word: string): string => stemmers[language](word)

/** The stems under which a word may stand, since who searches does not say in which language. */
export const stemsOf = (word: string): string[] => [...new Set([stemIn('lv', word), stemIn('en', word)])].filter(Boolean)

/** The stems of a content in all its languages. */
export function stemsIn(content: LocalText): string[] {
  const stems = new Set<string>()
  for (const language of ['lv', 'en'] as const)
    for (const { word } of wordsIn(content[language]?.text ?? '')) stems.add(stemIn(language, word))
  stems.delete('')
  return [...stems]
}

/** A stem, and what is left of it when any one letter is left out. */
export function neighboursOf(stem: string): string[] {
  const letters = [...stem]
  return [...new Set([stem, ...letters.map((_, index) => [...letters.slice(0, index), ...letters.slice(index + 1)].join(''))])]
}

/** Is one word the other with one letter left out, added, changed, or two neighbours swapped? */
export function oneErrorApart(a: string, b: string): boolean {
  if (a === b) return false
  const [left, right] = [[...a], [...b]]
  let start = 0
  while (start < left.length && left[start] === right[start]) start += 1
  const [restA, restB] = [left.slice(start), right.slice(start)]
  const same = (x: readonly string[], y: readonly string[]): boolean => x.join('') === y.join('')
  return (
    same(restA.slice(1), restB) ||
    same(restA, restB.slice(1)) ||
    same(restA.slice(1), restB.slice(1)) ||
    (restA[0] === restB[1] && restA[1] === restB[0] && same(restA.slice(2), restB.slice(2)))
  )
}
