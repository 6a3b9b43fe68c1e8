import type { Database } from '../database/database.ts'
import type { Language } from '../languages/languages.ts'

/** A letter in plain text to one person. */
export type Letter = { to: string; language: Language; subject: string; body: string }

/** Where letters are handed in. */
export type Mailer = {
  /** Queues a letter in the transaction of what caused it; it leaves once that is committed. */
  queue: (tx: Database, letter: Letter) => Promise<void>
}
