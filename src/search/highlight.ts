import { type Language, languages } from '../platform/languages/languages.ts'
import type { Found } from './findTexts.ts'
import { type PlacedWord, stemIn, wordsIn } from './words.ts'

/** A piece of a text, and whether it is a word that was looked for. */
export type Piece = { text: string; found: boolean }

/** About so many characters of a long text are shown, some of them before the first word found. */
const SHOWN = 240
const BEFORE = 80

function foundIn(text: string, language: Language, stems: ReadonlySet<string>): PlacedWord[] {
  return wordsIn(text).filter(({ word }) => stems.has(stemIn(language, word)))
}

/** A text in pieces, the words looked for apart. */
export function highlighted(text: string, language: Language, stems: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const found of foundIn(text, language, stems)) {
    if (found.at > at) pieces.push({ text: text.slice(at, found.at), found: false })
    at = found.at + found.word.length
    pieces.push({ text: found.word, found: true })
  }
  if (at < text.length) pieces.push({ text: text.slice(at), found: false })
  return pieces
}

/** The place of a long text where the words looked for stand, cut at words; null when none is in it. */
export function excerpt(text: string, language: Language, stems: ReadonlySet<string>): string | null {
  const [first] = foundIn(text, language, stems)
  if (!first) return null
  if (text.length <= SHOWN) return text
  const words = wordsIn(text)
  const start = first.at <= BEFORE ? 0 : (words.find(({ at }) => at >= first.at - BEFORE)?.at ?? first.at)
  const last = words.filter(({ word, at }) => at >= first.at && at + word.length <= start + SHOWN).at(-1) ?? first
  const end = text.length - start <= SHOWN ? text.length : last.at + last.word.length
  return `${start ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`
}

/** The words of what was found that have one of these stems, as they are written there, the first ones first. */
export function foundWords(found: readonly Pick<Found, 'title' | 'body'>[], stems: ReadonlySet<string>): string[] {
  const words = found.flatMap(({ title, body }) =>
    [title, body].flatMap((content) =>
      languages.flatMap((language) => foundIn(content[language]?.text ?? '', language, stems).map(({ word }) => word.toLowerCase())),
    ),
  )
  return [...new Set(words)]
}
