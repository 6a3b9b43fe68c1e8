import { sql } from 'drizzle-orm'
import { bigint, check, foreignKey, index, integer, pgTable, serial, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { organisation } from '../../../people/index.ts'
import { dayColumn, partialDateColumn } from '../../../platform/database/columns.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { deadline } from '../tables.ts'

/**
 * A date of a deadline that was moved: for everyone, or, a working one, later for one institution or
 * organisation alone. What the law sets is never moved for one.
 */
export const deadlineChange = pgTable(
  'deadline_change',
  {
    id: serial('id').primaryKey(),
    deadlineId: integer('deadline_id').notNull(),
    /** The deadline's own kind, so that the database itself can keep the legal ones as they are. */
    kind: text('kind').$type<'legal' | 'working'>().notNull(),
    /** Null: for everyone. */
    organisationId: text('organisation_id').references(() => organisation.id),
    before: partialDateColumn('before'),
    after: partialDateColumn('after'),
    reason: text('reason').notNull(),
    language: text('language').$type<Language>().notNull(),
    changedOn: dayColumn('changed_on').notNull(),
    recordSeq: bigint('record_seq', { mode: 'number' }).notNull(),
  },
  (t) => [
    foreignKey({
      name: 'deadline_change_is_of_this_kind',
      columns: [t.deadlineId, t.kind],
      foreignColumns: [deadline.id, deadline.kind],
    }).onUpdate('cascade'),
    index('deadline_change_by_deadline').on(t.deadlineId, t.id),
    index('deadline_change_by_organisation').on(t.organisationId),
    check('deadline_change_has_a_reason', sql`length(trim(${t.reason})) >= 10`),
    check('deadline_change_for_one_is_of_a_working_deadline', sql`${t.organisationId} is null or ${t.kind} = 'working'`),
    check(
      'deadline_change_for_one_is_an_extension',
      sql`${t.organisationId} is null or (${t.before} is not null and ${t.after} is not null and last_day(${t.after}) > last_day(${t.before}))`,
    ),
  ],
)

/** A wish of an institution or organisation to hand in later, and the secretariat's answer. */
export const extensionRequest = pgTable(
  'extension_request',
  {
    id: serial('id').primaryKey(),
    deadlineId: integer('deadline_id')
      .notNull()
      .references(() => deadline.id),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id),
    wishedUntil: dayColumn('wished_until').notNull(),
    reason: text('reason').notNull(),
    language: text('language').$type<Language>().notNull(),
    askedOn: dayColumn('asked_on').notNull(),
    recordSeq: bigint('record_seq', { mode: 'number' }).notNull(),
    /** Null as long as the secretariat has not answered; then all of the answer is there. */
    decision: text('decision').$type<'granted' | 'refused'>(),
    grantedUntil: dayColumn('granted_until'),
    answer: text('answer'),
    answerLanguage: text('answer_language').$type<Language>(),
    answeredOn: dayColumn('answered_on'),
    answerSeq: bigint('answer_seq', { mode: 'number' }),
  },
  (t) => [
    uniqueIndex('extension_request_is_open_once').on(t.deadlineId, t.organisationId).where(sql`${t.decision} is null`),
    index('extension_request_by_organisation').on(t.organisationId, t.deadlineId),
    index('extension_request_by_deadline').on(t.deadlineId),
    check('extension_request_has_a_reason', sql`length(trim(${t.reason})) >= 10`),
    check('extension_request_decision_is_known', sql`${t.decision} in ('granted','refused')`),
    check(
      'extension_request_is_answered_wholly',
      sql`num_nulls(${t.decision}, ${t.answer}, ${t.answerLanguage}, ${t.answeredOn}, ${t.answerSeq}) in (0, 5)`,
    ),
    check('extension_request_is_answered_with_a_reason', sql`length(trim(${t.answer})) >= 10`),
    check(
      'extension_request_is_granted_until_a_day',
      sql`(${t.decision} is not distinct from 'granted') = (${t.grantedUntil} is not null)`,
    ),
  ],
)
