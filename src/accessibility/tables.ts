import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, pgTable, serial, text, unique } from 'drizzle-orm/pg-core'
import { dayColumn, localTextColumn, momentColumn } from '../platform/database/columns.ts'
import type { Language } from '../platform/languages/languages.ts'

/** What the institution says in the accessibility statement. Rows are never changed: an edit is the next version. */
export const accessibilityStatement = pgTable(
  'accessibility_statement',
  {
    id: serial('id').primaryKey(),
    version: integer('version').notNull(),
    /** Who answers for the site, and how to reach them. */
    institution: localTextColumn('institution').notNull(),
    contact: localTextColumn('contact').notNull(),
    /** By which law and standard. */
    law: localTextColumn('law'),
    method: localTextColumn('method'),
    evaluator: localTextColumn('evaluator'),
    /** When the institution itself has evaluated the site; null = it has not. */
    evaluatedOn: dayColumn('evaluated_on'),
    protocolUrl: text('protocol_url'),
    /** What is not accessible; null = nothing is known. */
    limits: localTextColumn('limits'),
    burden: localTextColumn('burden'),
    alternatives: localTextColumn('alternatives'),
    complaint: localTextColumn('complaint'),
    publishedOn: dayColumn('published_on').notNull(),
    demonstration: boolean('demonstration').notNull().default(false),
    recordSeq: bigint('record_seq', { mode: 'number' }).notNull(),
  },
  (t) => [
    unique('accessibility_statement_version_is_used_once').on(t.version),
    check('accessibility_statement_version_is_positive', sql`${t.version} > 0`),
  ],
)

/** How far a message has come: nobody has acted on it, a letter has answered it, it was closed without one. */
export const feedbackStates = ['new', 'answered', 'closed'] as const
export type FeedbackState = (typeof feedbackStates)[number]

/** A message about a barrier, from anyone. Not public; erased after a time (eraseFeedback.ts). */
export const accessibilityFeedback = pgTable(
  'accessibility_feedback',
  {
    id: serial('id').primaryKey(),
    /** On which page, as the sender told. */
    page: text('page'),
    text: text('text').notNull(),
    /** Where an answer can be sent; null = none is wanted. */
    email: text('email'),
    language: text('language').$type<Language>().notNull(),
    state: text('state').$type<FeedbackState>().notNull().default('new'),
    answer: text('answer'),
    receivedAt: momentColumn('received_at').notNull(),
    /** When it was answered or closed. */
    handledAt: momentColumn('handled_at'),
  },
  (t) => [
    index('accessibility_feedback_by_state').on(t.state, t.receivedAt),
    index('accessibility_feedback_by_time').on(t.receivedAt),
    index('accessibility_feedback_by_handling').on(t.handledAt),
    check('accessibility_feedback_state_is_known', sql`${t.state} in ('new','answered','closed')`),
    check('accessibility_feedback_new_is_not_handled', sql`(${t.state} = 'new') = (${t.handledAt} is null)`),
    check('accessibility_feedback_answer_is_sent', sql`(${t.state} = 'answered') = (${t.answer} is not null)`),
  ],
)
