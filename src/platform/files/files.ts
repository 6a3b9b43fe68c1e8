import type { Readable } from 'node:stream'

/** A file that was taken in: its SHA-256 (lower-case hex), size, and kind by content. */
export type StoredFile = { hash: string; bytes: number; mediaType: string; name: string }

/** Files by checksum, in the data directory. */
export type Files = {
  /** Streams a file in; refuses (413, 422) what is too big or is not what its name says, and destroys its stream. */
  take: (name: string, content: Readable) => Promise<StoredFile>
  /** Opens a stored file for reading, or null when it is not there. */
  open: (hash: string) => Promise<{ stream: Readable; bytes: number } | null>
}
