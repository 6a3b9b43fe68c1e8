import { isAmong, wordsIn } from '../methods/words.ts'
import { type Language, languages } from '../platform/languages/languages.ts'
import type { Found } from './findTexts.ts'

/** About so many characters of a long text are shown, some of them before the first word found. */
const SHOWN = 240
const BEFORE = 80

/** The place of a long text where the words looked for stand, cut at words; null when none is in it. */
export function excerpt(text: string, language: Language | null, stems: ReadonlySet<string>): string | null {
  // Starts of the words that may still begin the excerpt.
  const starts: number[] = []
  let start: number | null = null
  let end = 0
  for (const { word, at } of wordsIn(text)) {
    if (start === null) {
      starts.push(at)
      if (!isAmong(stems, word, language)) continue
      start = at <= BEFORE ? 0 : (starts.find((one) => one >= at - BEFORE) ?? at)
    } else if (at + word.length > start + SHOWN) break
    end = at + word.length
  }
  if (start === null) return null
  if (text.length - start <= SHOWN) end = text.length
  if (text.length <= SHOWN) return text
  return `${start ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`
}

/** The words of what was found that have one of these stems, as they are written there, the first ones first. */
export function foundWords(found: readonly Pick<Found, 'title' | 'body'>[], stems: ReadonlySet<string>): string[] {
  const words = new Set<string>()
  for (const content of found.flatMap(({ title, body }) => [title, body]))
    for (const language of languages)
      for (const { word } of wordsIn(content[language]?.text ?? '')) if (isAmong(stems, word, language)) words.add(word.toLowerCase())
  return [...words]
}
