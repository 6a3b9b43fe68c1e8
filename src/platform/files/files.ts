import type { Readable } from 'node:stream'

/** A file that was taken in: its SHA-256 (lower-case hex), size, and kind by content. */
export type StoredFile = { hash: string; bytes: number; mediaType: string; name: string }

/** A file that lies in the storage, opened for reading. */
export type OpenFile = { stream: Readable; bytes: number }

/** Where files lie, each under its SHA-256: on the disk or in an S3 bucket. Nothing in it ever changes. */
export type Storage = {
  /**
   * Puts a whole file from this disk there, under its checksum; what lies there already stays. It is there as a
   * whole once this resolves. The file at the path may be gone then.
   */
  keep: (path: string, file: { hash: string; bytes: number }) => Promise<void>
  /** Opens a file, or null when it is not there. */
  open: (hash: string) => Promise<OpenFile | null>
  /** How long a file is, or null when it is not there. */
  bytesOf: (hash: string) => Promise<number | null>
}

/** Files by checksum, wherever they lie. All refuse with 503 when the storage is away. */
export type Files = Omit<Storage, 'keep'> & {
  /** Streams a file in; refuses (413, 422) what is too big or is not what its name says, and destroys its stream. */
  take: (name: string, content: Readable) => Promise<StoredFile>
}

/** Is this a whole checksum? Nothing else ever becomes part of a path or an address. */
export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)
