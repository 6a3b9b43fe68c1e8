import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Language } from '../languages/languages.ts'
import { mail } from '../tables.ts'

/** A letter in plain text to one person. */
export type Letter = {
  to: string
  language: Language
  subject: string
  body: string
  /** When the link in it ends: from then on it is not sent, and its text is erased. */
  expiresAt?: Date
}

/** Where letters are handed in. */
export type Mailer = {
  /** Queues a letter in the transaction of what caused it; it leaves once that is committed. */
  queue: (tx: Database, letter: Letter) => Promise<void>
}

/** How letters go in an instance: to people, nowhere but onto a page, or not yet. */
export type MailWay = 'sent' | 'shown' | 'kept'

/** A demonstration and development never write to anyone; without a mail server letters wait for one. */
export function mailWayOf(configuration: { smtpUrl: string | null; development: boolean }, demonstration: boolean): MailWay {
  if (demonstration || configuration.development) return 'shown'
  return configuration.smtpUrl ? 'sent' : 'kept'
}

/** A subject is one line: what was typed by someone can't begin another header. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()

/** The mailer of an instance: puts letters into the table, from which deliverLetters takes them. */
export function createMailer(way: MailWay, clock: Clock): Mailer {
  return {
    queue: async (tx, { to, language, subject, body, expiresAt }) => {
      const now = clock.now()
      await tx.insert(mail).values({
        id: randomUUID(),
        recipient: to,
        language,
        subject: oneLine(subject),
        body,
        state: way === 'shown' ? 'shown' : 'waiting',
        nextTryAt: now,
        expiresAt: expiresAt ?? null,
        createdAt: now,
      })
    },
  }
}
