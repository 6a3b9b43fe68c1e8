import { and, eq } from 'drizzle-orm'
import { textOfFile } from '../../platform/files/text/fileTexts.ts'
import type { House } from '../../platform/house.ts'
import type { Content } from './queries.ts'
import { documentContent } from './tables.ts'

/** Of a plain-text file no more than this is read as a text. */
const MOST_BYTES = 1_000_000

/**
 * The words of a content: what was typed, or what is written in a file. Null when they can't be told: an address
 * elsewhere, a file that nobody has read yet or that holds no words, or one too long to be compared. The one place
 * that knows where the words of a document come from.
 */
export async function textOf(house: House, content: Content): Promise<string | null> {
  if (content.url !== null) return null
  if (content.fileHash === null) return typedText(house, content)
  const plain = content.mediaType === 'text/plain' || content.mediaType === 'text/csv'
  if (!plain) return readText(house, content.fileHash)
  return (content.bytes ?? 0) <= MOST_BYTES ? plainFile(house, content.fileHash) : null
}

/** What was read out of a PDF or an office file (platform/files/text). */
async function readText({ db }: House, hash: string): Promise<string | null> {
  const pieces = await textOfFile(db, hash)
  return pieces.length ? pieces.map((piece) => piece.text).join('') : null
}

async function typedText({ db }: House, { versionId, part }: Content): Promise<string | null> {
  const [row] = await db
    .select({ text: documentContent.text })
    .from(documentContent)
    .where(and(eq(documentContent.versionId, versionId), eq(documentContent.part, part)))
  return row?.text ?? null
}

/** UTF-8, or else the code page in which older Latvian and Lithuanian files are written. */
async function plainFile({ files }: House, hash: string): Promise<string | null> {
  const file = await files.open(hash)
  if (!file) return null
  const pieces: Buffer[] = []
  for await (const piece of file.stream) pieces.push(piece as Buffer)
  const bytes = Buffer.concat(pieces)
  return decoded(bytes, 'utf-8') ?? decoded(bytes, 'windows-1257')
}

function decoded(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).replaceAll('\r\n', '\n')
  } catch {
    return null
  }
}
