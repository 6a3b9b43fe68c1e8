import { limits, type ReadText, Unreadable } from '../limits.ts'
import { readPlain } from './readPlain.ts'

/** What is written in a file, whatever kind it is of. Never throws: what went wrong is told. */
export async function readText(content: Buffer): Promise<ReadText> {
  try {
    const { text, pages, cut } = await readByKind(content)
    const kept = clean(text.slice(0, limits.characters))
    if (!/[\p{L}\p{N}]/u.test(kept)) return { text: '', pages, problem: 'no-text' }
    return { text: kept, pages, problem: cut || text.length > limits.characters ? 'too-long' : null }
  } catch (error) {
    return { text: '', pages: null, problem: error instanceof Unreadable ? error.problem : 'broken' }
  }
}

/** By the first bytes: what a file is called was checked when it was taken in. Each reader loads its library itself. */
async function readByKind(content: Buffer): Promise<{ text: string; pages: number | null; cut?: boolean }> {
  const first = content.subarray(0, 1024).toString('latin1')
  if (first.includes('%PDF-')) return (await import('./readPdf.ts')).readPdf(content)
  if (first.startsWith('PK\u0003\u0004')) return (await import('./readOffice.ts')).readOffice(content)
  return { text: readPlain(content), pages: null }
}

/** In composed letters; without marks that can't be seen; words that were divided at the end of a line made whole. */
function clean(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(/\p{Cs}/gu, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the database can't hold NUL, and nobody reads the others.
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
      .replace(/(\p{Ll})[-‐]\n(\p{Ll})/gu, '$1$2')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  )
}
