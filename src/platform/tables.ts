import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, serial, text, unique } from 'drizzle-orm/pg-core'
import { dayColumn, momentColumn } from './database/columns.ts'
import type { Language } from './languages/languages.ts'

/** One row: what the instance itself remembers. */
export const instance = pgTable(
  'instance',
  {
    id: integer('id').primaryKey(),
    demonstration: boolean('demonstration').notNull().default(false),
    /** The moved date of a demonstration; it only goes forward. */
    planDay: dayColumn('plan_day'),
    /** Secret that signs sessions and demonstration links when none is set from outside. */
    secret: text('secret').notNull(),
  },
  (t) => [check('instance_is_one_row', sql`${t.id} = 1`)],
)

/** What many letters say alike, as text and as HTML; kept as long as one of them waits or is shown. */
export const mailCircular = pgTable('mail_circular', {
  /** SHA-256 of its contents: the same circular is kept once, whoever queues it. */
  id: text('id').primaryKey(),
  text: text('text').notNull(),
  html: text('html').notNull(),
  createdAt: momentColumn('created_at').notNull(),
})

/**
 * A letter to one person, queued in the transaction of what caused it: this table is the queue. The
 * body goes when it has been sent, or when what it is about has ended.
 */
export const mail = pgTable(
  'mail',
  {
    id: text('id').primaryKey(),
    recipient: text('recipient').notNull(),
    language: text('language').$type<Language>().notNull(),
    subject: text('subject').notNull(),
    /** The text, or the ending that this letter of a circular has of its own. */
    body: text('body'),
    circularId: text('circular_id').references(() => mailCircular.id),
    /** The same ending as HTML; only letters of a circular have one. */
    html: text('html'),
    /** Where a letter of a circular is unsubscribed from with one click (RFC 8058). */
    unsubscribe: text('unsubscribe'),
    /** An iCalendar file that goes with it. */
    calendar: text('calendar'),
    /** One of many that nobody is waiting for: goes after all others. */
    bulk: boolean('bulk').notNull().default(false),
    state: text('state').$type<'waiting' | 'sent' | 'shown' | 'failed' | 'returned'>().notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    /** Before this moment nobody tries: it backs off, or someone is trying right now. */
    nextTryAt: momentColumn('next_try_at').notNull().default(sql`now()`),
    /** From this moment the letter is of no use: its link has ended. */
    expiresAt: momentColumn('expires_at'),
    /** The last refusal's code, without any address in it. */
    problem: text('problem'),
    createdAt: momentColumn('created_at').notNull(),
    sentAt: momentColumn('sent_at'),
  },
  (t) => [
    index('mail_by_time').on(t.createdAt),
    index('mail_by_state').on(t.state, t.createdAt),
    index('mail_by_recipient').on(t.recipient),
    index('mail_due').on(t.bulk, t.nextTryAt).where(sql`${t.state} = 'waiting'`),
    index('mail_to_erase').on(t.expiresAt).where(sql`${t.body} is not null`),
    index('mail_by_circular').on(t.circularId).where(sql`${t.circularId} is not null`),
    check('mail_state_is_known', sql`${t.state} in ('waiting','sent','shown','failed','returned')`),
    check(
      'mail_sent_has_no_body',
      sql`${t.state} not in ('sent','returned') or coalesce(${t.body}, ${t.html}, ${t.circularId}, ${t.calendar}) is null`,
    ),
    check('mail_of_a_circular_can_be_stopped', sql`${t.circularId} is null or (${t.html} is not null and ${t.unsubscribe} is not null)`),
  ],
)

/** Work that comes again: when it is due, how it went. Whoever moves `due_at` on does it. */
export const regularJob = pgTable('regular_job', {
  name: text('name').primaryKey(),
  dueAt: momentColumn('due_at').notNull(),
  startedAt: momentColumn('started_at'),
  endedAt: momentColumn('ended_at'),
  /** What went wrong the last time, as a code without any values. */
  problem: text('problem'),
})

/** What is written in a file, by the file's checksum. Each file is read once, whoever names it. */
export const fileText = pgTable(
  'file_text',
  {
    hash: text('hash').primaryKey(),
    state: text('state').$type<'waiting' | 'read' | 'unreadable'>().notNull().default('waiting'),
    /** Why there is no text, or not the whole of it (files/text/readFile.ts). */
    problem: text('problem'),
    /** Pages of a PDF, slides of a presentation; null where there are none. */
    pages: integer('pages'),
    attempts: integer('attempts').notNull().default(0),
    /** Before this moment nobody tries: someone is reading it right now, or the storage was away. */
    nextTryAt: momentColumn('next_try_at').notNull().default(sql`now()`),
    readAt: momentColumn('read_at'),
  },
  (t) => [
    index('file_text_due').on(t.nextTryAt).where(sql`${t.state} = 'waiting'`),
    check('file_text_state_is_known', sql`${t.state} in ('waiting','read','unreadable')`),
    check('file_text_is_unreadable_for_a_reason', sql`${t.state} <> 'unreadable' or ${t.problem} is not null`),
  ],
)

/** A file's text in pieces of a few thousand characters, so that a place in it is found without reading all of it. */
export const fileTextPiece = pgTable(
  'file_text_piece',
  {
    hash: text('hash')
      .notNull()
      .references(() => fileText.hash),
    number: integer('number').notNull(),
    text: text('text').notNull(),
  },
  (t) => [primaryKey({ name: 'file_text_piece_stands_once', columns: [t.hash, t.number] })],
)

/** A form that was sent, and where its first sending led. */
export const formReceipt = pgTable(
  'form_receipt',
  {
    formId: text('form_id').primaryKey(),
    personId: text('person_id').notNull(),
    location: text('location').notNull(),
    createdAt: momentColumn('created_at').notNull(),
  },
  (t) => [index('form_receipt_by_time').on(t.createdAt)],
)

/** A file that was taken of a form which was refused, kept for its next sending. */
export const keptFile = pgTable(
  'kept_file',
  {
    id: serial('id').primaryKey(),
    formId: text('form_id').notNull(),
    personId: text('person_id').notNull(),
    field: text('field').notNull(),
    hash: text('hash').notNull(),
    name: text('name').notNull(),
    mediaType: text('media_type').notNull(),
    bytes: integer('bytes').notNull(),
    createdAt: momentColumn('created_at').notNull(),
  },
  (t) => [unique('kept_file_is_kept_once').on(t.formId, t.field, t.hash), index('kept_file_by_time').on(t.createdAt)],
)

/** What someone had typed when the session ended, kept until they are back. */
export const keptForm = pgTable(
  'kept_form',
  {
    id: text('id').primaryKey(),
    path: text('path').notNull(),
    fields: jsonb('fields').$type<Record<string, string[]>>().notNull(),
    createdAt: momentColumn('created_at').notNull(),
  },
  (t) => [index('kept_form_by_time').on(t.createdAt)],
)
