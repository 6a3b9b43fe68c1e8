import { englishStem } from './englishStemmer.ts'
import { folded, latvianStem } from './latvianStemmer.ts'

/** The languages of which the stems are known. */
type Language = 'lv' | 'en'

/** A content in some of them. */
type Content = Readonly<Partial<Record<Language, { text: string }>>>

/** A word and where it stands in its text. */
export type PlacedWord = { word: string; at: number }

/** Longer runs of letters and digits are no words. */
const LONGEST = 60

/** The words of a text, from the first on: who needs only some stops reading. */
export function* wordsIn(text: string): Generator<PlacedWord> {
  for (const found of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) if (found[0].length <= LONGEST) yield { word: found[0], at: found.index }
}

const onlySigns = /[^\p{L}\p{N}]/gu
const stemmers: Record<Language, (word: string) => string> = {
  lv: remembering((word) => latvianStem(word).replace(onlySigns, '')),
  en: remembering((word) => englishStem(folded(word)).replace(onlySigns, '')),
}

/** A language has few words that come again and again: their stems are remembered, up to a limit. */
function remembering(stem: (word: string) => string, most = 50_000): (word: string) => string {
  const known = new Map<string, string>()
  return (word) => {
    const found = known.get(word)
    if (found !== undefined) return found
    if (known.size >= most) known.clear()
    const made = stem(word)
    known.set(word, made)
    return made
  }
}

/** The stems under which a word stands: one in a text whose language is known, else that of each language. */
export function stemsOf(word: string, language: Language | null = null): string[] {
  if (language) return [stemmers[language](word)].filter(Boolean)
  return [...new Set([stemmers.lv(word), stemmers.en(word)])].filter(Boolean)
}

/** Has a word one of these stems? */
export const isAmong = (stems: ReadonlySet<string>, word: string, language: Language | null): boolean =>
  stemsOf(word, language).some((stem) => stems.has(stem))

/** The stems of a content in all its languages. */
export function stemsIn(content: Content): Set<string> {
  const stems = new Set<string>()
  for (const language of ['lv', 'en'] as const)
    for (const { word } of wordsIn(content[language]?.text ?? '')) for (const stem of stemsOf(word, language)) stems.add(stem)
  return stems
}

/** A word as it is looked for while it is being typed: in small letters, without diacritics and signs. */
export const foldedWord = (word: string): string => folded(word).replace(onlySigns, '')

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
