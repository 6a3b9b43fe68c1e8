import type { StoredFile } from '../files/files.ts'

/** A file that came with a form and was taken, and the field it came in. */
export type SentFile = { field: string; file: StoredFile }

/** The files that came with a form and were taken. Missing fields read as empty. */
export class SentFiles {
  readonly list: readonly SentFile[]
  constructor(list: readonly SentFile[] = []) {
    this.list = list
  }

  /** The file of a field that takes one: the last that came. */
  get(field: string): StoredFile | undefined {
    return this.all(field).at(-1)
  }

  /** Every file of a field, in the order they came. */
  all(field: string): StoredFile[] {
    return this.list.flatMap((sent) => (sent.field === field ? [sent.file] : []))
  }
}
