import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
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

/** A letter to one person, queued in the transaction of what caused it. The body goes when it has been sent. */
export const mail = pgTable(
  'mail',
  {
    id: text('id').primaryKey(),
    recipient: text('recipient').notNull(),
    language: text('language').$type<Language>().notNull(),
    subject: text('subject').notNull(),
    body: text('body'),
    state: text('state').$type<'waiting' | 'sent' | 'shown' | 'failed'>().notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    /** The last refusal's code, without any address in it. */
    problem: text('problem'),
    createdAt: momentColumn('created_at').notNull(),
    sentAt: momentColumn('sent_at'),
  },
  (t) => [index('mail_by_time').on(t.createdAt), check('mail_state_is_known', sql`${t.state} in ('waiting','sent','shown','failed')`)],
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
