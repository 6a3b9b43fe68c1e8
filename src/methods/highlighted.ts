import { isAmong, wordsIn } from './words.ts'

/** A piece of a text, and whether it is a word that was looked for. */
export type Piece = { text: string; found: boolean }

/** A text in pieces, the words looked for apart. The language is null where nobody knows it: in a file. */
export function highlighted(text: string, language: 'lv' | 'en' | null, stems: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const found of wordsIn(text)) {
    if (!isAmong(stems, found.word, language)) continue
    if (found.at > at) pieces.push({ text: text.slice(at, found.at), found: false })
    at = found.at + found.word.length
    pieces.push({ text: found.word, found: true })
  }
  if (at < text.length) pieces.push({ text: text.slice(at), found: false })
  return pieces
}
