import { createHash, randomUUID } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Language } from '../languages/languages.ts'
import { mail, mailCircular } from '../tables.ts'

/** A letter in plain text to one person, who waits for it. */
export type Letter = {
  to: string
  language: Language
  subject: string
  body: string
  /** When the link in it ends: from then on it is not sent, and its text is erased. */
  expiresAt?: Date
  /** An iCalendar file (RFC 5545, with METHOD:PUBLISH) that goes with it, for the recipient's own calendar. */
  calendar?: string
}

/** What many letters say alike: the same as text and as HTML, whose last tags may be left out. */
export type Circular = { language: Language; subject: string; text: string; html: string }

/** One letter of a circular: to whom, how it ends, and the address that stops more of them (RFC 8058). */
export type CircularLetter = { id: string; to: string; text: string; html: string; unsubscribe: string }

/** Where letters are handed in. They leave once the transaction is committed. */
export type Mailer = {
  /** Queues a letter in the transaction of what caused it. */
  queue: (tx: Database, letter: Letter) => Promise<void>
  /** Queues one circular to many, who are not waiting: other letters go first. */
  queueCircular: (tx: Database, circular: Circular, letters: readonly CircularLetter[]) => Promise<void>
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
  const state: 'shown' | 'waiting' = way === 'shown' ? 'shown' : 'waiting'
  return {
    queue: async (tx, { to, language, subject, body, expiresAt, calendar }) => {
      const now = clock.now()
      await tx.insert(mail).values({
        id: randomUUID(),
        recipient: to,
        language,
        subject: oneLine(subject),
        body,
        calendar: calendar ?? null,
        state,
        nextTryAt: now,
        expiresAt: expiresAt ?? null,
        createdAt: now,
      })
    },
    queueCircular: async (tx, { language, subject, text, html }, letters) => {
      if (!letters.length) return
      const now = clock.now()
      const circularId = createHash('sha256')
        .update(JSON.stringify([text, html]))
        .digest('hex')
      // Touched where it is there already, so that the sweep does not take it away meanwhile.
      await tx
        .insert(mailCircular)
        .values({ id: circularId, text, html, createdAt: now })
        .onConflictDoUpdate({ target: mailCircular.id, set: { createdAt: now } })
      await tx.insert(mail).values(
        letters.map((letter) => ({
          id: letter.id,
          recipient: letter.to,
          language,
          subject: oneLine(subject),
          body: letter.text,
          html: letter.html,
          circularId,
          unsubscribe: letter.unsubscribe,
          bulk: true,
          state,
          nextTryAt: now,
          createdAt: now,
        })),
      )
    },
  }
}
