import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, pgTable, serial, text, unique, uniqueIndex } from 'drizzle-orm/pg-core'
import { person } from '../../../people/index.ts'
import { dayColumn, momentColumn } from '../../../platform/database/columns.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { plan } from '../../plan/index.ts'
import { comment, idea } from '../tables.ts'

/** Why something is hidden or reported: the kinds that the published rules name. */
export const reasonKinds = ['insult', 'hate', 'spam', 'personal-data', 'off-topic', 'copyright', 'illegal', 'other'] as const
export type ReasonKind = (typeof reasonKinds)[number]

/** What moderators do: let a waiting text be seen, hide it, show it again, leave what was reported, black out personal data. */
export const moderationActs = ['publish', 'hide', 'restore', 'keep', 'black-out'] as const
export type ModerationAct = (typeof moderationActs)[number]

const oneOf = (words: readonly string[]) => sql.raw(`(${words.map((word) => `'${word}'`).join(',')})`)

/** An idea or a comment that was reported: one case is open at a time, however many report it. */
export const moderationCase = pgTable(
  'moderation_case',
  {
    id: serial('id').primaryKey(),
    ideaId: integer('idea_id')
      .notNull()
      .references(() => idea.id),
    /** Null = the idea itself. */
    commentId: integer('comment_id').references(() => comment.id),
    /** All of them; only the first few are kept with their words. */
    reports: integer('reports').notNull(),
    openedAt: momentColumn('opened_at').notNull(),
    closedAt: momentColumn('closed_at'),
  },
  (t) => [
    index('moderation_case_of_idea').on(t.ideaId, t.commentId),
    uniqueIndex('moderation_case_open_of_idea').on(t.ideaId).where(sql`${t.commentId} is null and ${t.closedAt} is null`),
    uniqueIndex('moderation_case_open_of_comment').on(t.commentId).where(sql`${t.commentId} is not null and ${t.closedAt} is null`),
    index('moderation_case_open').on(t.openedAt, t.id).where(sql`${t.closedAt} is null`),
    check('moderation_case_has_reports', sql`${t.reports} > 0`),
  ],
)

/** What someone reported, in their words. Who it was is not kept. */
export const moderationReport = pgTable(
  'moderation_report',
  {
    id: serial('id').primaryKey(),
    caseId: integer('case_id')
      .notNull()
      .references(() => moderationCase.id),
    reason: text('reason').$type<ReasonKind>().notNull(),
    text: text('text'),
    language: text('language').$type<Language>().notNull(),
    reportedAt: momentColumn('reported_at').notNull(),
  },
  (t) => [
    index('moderation_report_by_case').on(t.caseId, t.id),
    check('moderation_report_reason_is_known', sql`${t.reason} in ${oneOf(reasonKinds)}`),
  ],
)

/** The public log of moderation: what was done to which idea or comment, why, when and by whom by role. Rows are never changed. */
export const moderationEntry = pgTable(
  'moderation_entry',
  {
    id: serial('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => plan.id),
    ideaId: integer('idea_id')
      .notNull()
      .references(() => idea.id),
    /** Null = the idea itself. */
    commentId: integer('comment_id').references(() => comment.id),
    act: text('act').$type<ModerationAct>().notNull(),
    reason: text('reason').$type<ReasonKind>(),
    explanation: text('explanation'),
    language: text('language').$type<Language>().notNull(),
    role: text('role').$type<'moderator' | 'secretariat'>().notNull(),
    /** So that another one decides about an appeal; not public. */
    actorId: text('actor_id').references(() => person.id, { onDelete: 'set null' }),
    /** Opens the appeal to who has the letter (SHA-256 of the link's token). */
    appealHash: text('appeal_hash'),
    actedOn: dayColumn('acted_on').notNull(),
    actedAt: momentColumn('acted_at').notNull(),
    demonstration: boolean('demonstration').notNull().default(false),
    recordSeq: bigint('record_seq', { mode: 'number' }).notNull(),
  },
  (t) => [
    index('moderation_entry_of_idea').on(t.ideaId, t.commentId, t.id),
    index('moderation_entry_by_plan').on(t.planId, t.id),
    index('moderation_entry_by_record').on(t.recordSeq),
    check('moderation_entry_act_is_known', sql`${t.act} in ${oneOf(moderationActs)}`),
    check('moderation_entry_reason_is_known', sql`${t.reason} in ${oneOf(reasonKinds)}`),
    check('moderation_entry_role_is_known', sql`${t.role} in ('moderator','secretariat')`),
    check(
      'moderation_entry_that_hides_says_why',
      sql`${t.act} not in ('hide','black-out') or (${t.reason} is not null and ${t.explanation} is not null)`,
    ),
  ],
)

export const appealOutcomes = ['upheld', 'rejected'] as const
export type AppealOutcome = (typeof appealOutcomes)[number]

/** An author's appeal against what was done to their text, once; its words are not public, its outcome is. */
export const moderationAppeal = pgTable(
  'moderation_appeal',
  {
    id: serial('id').primaryKey(),
    entryId: integer('entry_id')
      .notNull()
      .references(() => moderationEntry.id),
    text: text('text').notNull(),
    language: text('language').$type<Language>().notNull(),
    sentOn: dayColumn('sent_on').notNull(),
    sentAt: momentColumn('sent_at').notNull(),
    outcome: text('outcome').$type<AppealOutcome>(),
    answer: text('answer'),
    answerLanguage: text('answer_language').$type<Language>(),
    answeredOn: dayColumn('answered_on'),
    answeredByRole: text('answered_by_role').$type<'moderator' | 'secretariat'>(),
    /** Decided by someone else than who had acted; false = there was nobody else. */
    byAnother: boolean('by_another'),
    recordSeq: bigint('record_seq', { mode: 'number' }).notNull(),
  },
  (t) => [
    unique('moderation_appeal_is_made_once').on(t.entryId),
    index('moderation_appeal_open').on(t.sentAt, t.id).where(sql`${t.outcome} is null`),
    index('moderation_appeal_by_record').on(t.recordSeq),
    check('moderation_appeal_outcome_is_known', sql`${t.outcome} in ${oneOf(appealOutcomes)}`),
    check(
      'moderation_appeal_answer_is_whole',
      sql`(${t.outcome} is null) = (${t.answer} is null) and (${t.outcome} is null) = (${t.answeredOn} is null) and (${t.outcome} is null) = (${t.byAnother} is null)`,
    ),
  ],
)

/** A change of a stored text: which fields, in how many places, by which entry of the log. What stood there is not kept. */
export const ideaRevision = pgTable(
  'idea_revision',
  {
    id: serial('id').primaryKey(),
    entryId: integer('entry_id')
      .notNull()
      .references(() => moderationEntry.id),
    /** Such as `problem.lv`; of a comment `body`. */
    field: text('field').notNull(),
    passages: integer('passages').notNull(),
  },
  (t) => [
    unique('idea_revision_names_a_field_once').on(t.entryId, t.field),
    check('idea_revision_changes_something', sql`${t.passages} > 0`),
  ],
)
