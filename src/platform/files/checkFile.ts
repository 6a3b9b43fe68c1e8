import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import type { Database } from '../database/database.ts'
import type { Files } from './files.ts'

/** A file that a module names, and how long it should be; null where nobody noted it. */
export type NamedFile = { hash: string; bytes: number | null }

/** All files that a module names, some at a time. */
export type NamedFiles = (db: Database) => AsyncGenerator<NamedFile>

/** What is wrong with a file in the storage, or null. With its content looked at, it is read to its end. */
export async function problemWith(files: Files, { hash, bytes }: NamedFile, content: boolean): Promise<string | null> {
  const found = await files.bytesOf(hash)
  if (found === null) return 'is missing'
  if (bytes !== null && found !== bytes) return `is ${found} bytes long and should be ${bytes}`
  if (!content) return null
  const opened = await files.open(hash)
  if (!opened) return 'is missing'
  const made = createHash('sha256')
  await pipeline(opened.stream, made)
  return made.digest('hex') === hash ? null : 'has another content'
}
