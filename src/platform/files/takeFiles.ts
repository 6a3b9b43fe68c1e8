import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '../refusal.ts'
import type { Files, Storage, StoredFile } from './files.ts'
import { fileTexts } from './fileTexts.ts'
import { kindOf } from './kinds.ts'

/**
 * Takes files in for a storage, the same content once whatever it is called. Each is written aside on this
 * disk, checked there, and only then put into the storage as a whole.
 */
export function takeFiles(storage: Storage, { incoming, limitBytes }: { incoming: string; limitBytes: number }): Files {
  let swept: Promise<void> | null = null
  return {
    take: async (name, content) => {
      await mkdir(incoming, { recursive: true, mode: 0o700 })
      swept ??= sweep(incoming)
      await swept
      const aside = join(incoming, randomUUID())
      try {
        const { hash, bytes } = await write(aside, content, limitBytes)
        const cleaned = cleanName(name)
        const mediaType = await kindOf(aside, cleaned)
        await storage.keep(aside, { hash, bytes })
        return { hash, bytes, mediaType, name: cleaned } satisfies StoredFile
      } finally {
        await rm(aside, { force: true })
      }
    },
    open: storage.open,
    bytesOf: storage.bytesOf,
  }
}

/** Writes a stream to a file, counting and hashing; refuses with 413 once it is longer than allowed. */
async function write(path: string, content: Readable, limitBytes: number): Promise<{ hash: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  const counting = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length
      if (bytes > limitBytes) return done(new Refusal(413, (language) => fileTexts[language].tooBig(limitBytes)))
      hash.update(chunk)
      done(null, chunk)
    },
  })
  // Opened first: a file that is still being opened when it is refused would appear after it was removed.
  const handle = await open(path, 'wx', 0o600)
  try {
    await pipeline(content, counting, handle.createWriteStream())
  } finally {
    await handle.close()
  }
  if (bytes === 0) throw new Refusal(422, (language) => fileTexts[language].empty)
  return { hash: hash.digest('hex'), bytes }
}

const STALE_MILLISECONDS = 24 * 60 * 60 * 1000

/** Removes what a process that was killed has left half-written; another's that is being written is younger. */
async function sweep(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const found = await stat(join(incoming, name)).catch(() => null)
    if (found && Date.now() - found.mtimeMs > STALE_MILLISECONDS) await rm(join(incoming, name), { force: true })
  }
}

const LONGEST_NAME = 120

/** The last part of what a browser calls the file, without what can't be seen or stands for a path. */
function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const visible = last
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what must go, with the marks that turn the direction of text.
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"|?*]/g, '')
    .trim()
  const dot = visible.lastIndexOf('.')
  if (dot < 0 || visible.length <= LONGEST_NAME) return visible.slice(0, LONGEST_NAME)
  const extension = visible.slice(dot).slice(0, 10)
  return visible.slice(0, LONGEST_NAME - extension.length) + extension
}
