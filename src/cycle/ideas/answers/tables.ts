import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, serial, text, unique } from 'drizzle-orm/pg-core'
import { organisation } from '../../../people/index.ts'
import { dayColumn, localTextColumn, momentColumn } from '../../../platform/database/columns.ts'
import { commitment, plan } from '../../plan/index.ts'
import { type AnswerState, answerStates, idea, theme } from '../tables.ts'

const oneOf = (words: readonly string[]) => sql.raw(`(${words.map((word) => `'${word}'`).join(',')})`)

/** An answer says so much at least, in the language in which it says most. */
export const SHORTEST_REASONS = 100

/** A state that an answer gives: every one but `waiting`. */
export type GivenState = Exclude<AnswerState, 'waiting'>
export const givenStates = answerStates.filter((state): state is GivenState => state !== 'waiting')

/** What has been typed of an answer so far: the fields of its form, word for word, right or wrong. */
export type AnswerDraft = Record<string, string[]>

/**
 * An answer that several ideas get together: a draft that those who answer share, the day on which it is to be published,
 * and what came of it. Nothing of it is public before it is published.
 */
export const answerBatch = pgTable(
  'answer_batch',
  {
    id: serial('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => plan.id),
    /** The institution whose officers prepare it; null = the secretariat. */
    ownerId: text('owner_id').references(() => organisation.id),
    draft: jsonb('draft').$type<AnswerDraft>().notNull().default({}),
    /** Rises with each save; a form carries the one it was drawn from. */
    version: integer('version').notNull().default(1),
    savedAt: momentColumn('saved_at').notNull(),
    /** The version whose preview lists what is published; null = it was changed since it was previewed. */
    previewedVersion: integer('previewed_version'),
    /** The plan's day on which it is published by itself. */
    scheduledFor: dayColumn('scheduled_for'),
    /** The day on which it was not published by itself, because some of its ideas had changed. */
    heldBackOn: dayColumn('held_back_on'),
    publishedOn: dayColumn('published_on'),
    demonstration: boolean('demonstration').notNull().default(false),
    /** Null = not published. */
    recordSeq: bigint('record_seq', { mode: 'number' }),
  },
  (t) => [
    index('answer_batch_by_plan').on(t.planId, t.savedAt).where(sql`${t.publishedOn} is null`),
    index('answer_batch_scheduled').on(t.scheduledFor).where(sql`${t.scheduledFor} is not null`),
    check('answer_batch_is_in_the_record_once_published', sql`(${t.publishedOn} is null) = (${t.recordSeq} is null)`),
    check('answer_batch_published_waits_no_more', sql`${t.publishedOn} is null or ${t.scheduledFor} is null`),
    check('answer_batch_scheduled_was_previewed', sql`${t.scheduledFor} is null or ${t.previewedVersion} is not null`),
  ],
)

/** An idea that is answered together with others, with a sentence for it alone. */
export const answerBatchIdea = pgTable(
  'answer_batch_idea',
  {
    batchId: integer('batch_id')
      .notNull()
      .references(() => answerBatch.id, { onDelete: 'cascade' }),
    ideaId: integer('idea_id')
      .notNull()
      .references(() => idea.id),
    sentence: localTextColumn('sentence'),
    /** The idea's version that the preview showed. */
    seenVersion: integer('seen_version'),
  },
  (t) => [
    primaryKey({ name: 'answer_batch_idea_is_named_once', columns: [t.batchId, t.ideaId] }),
    index('answer_batch_idea_by_idea').on(t.ideaId),
  ],
)

/** A published answer. Rows are never changed: a correction is the next number, with its reason. */
export const answer = pgTable(
  'answer',
  {
    id: serial('id').primaryKey(),
    ideaId: integer('idea_id')
      .notNull()
      .references(() => idea.id),
    number: integer('number').notNull(),
    state: text('state').$type<GivenState>().notNull(),
    reasons: localTextColumn('reasons').notNull(),
    /** What is said of this idea alone, beside the reasons that several share. */
    sentence: localTextColumn('sentence'),
    institutionId: text('institution_id')
      .notNull()
      .references(() => organisation.id),
    /** The commitment it went into. */
    commitmentId: integer('commitment_id').references(() => commitment.id),
    /** The theme it was taken up in, until commitments are drafted. */
    themeId: integer('theme_id').references(() => theme.id),
    /** Why it was corrected. */
    reason: localTextColumn('reason'),
    batchId: integer('batch_id').references(() => answerBatch.id),
    answeredOn: dayColumn('answered_on').notNull(),
    demonstration: boolean('demonstration').notNull().default(false),
    recordSeq: bigint('record_seq', { mode: 'number' }).notNull(),
  },
  (t) => [
    unique('answer_number_is_used_once').on(t.ideaId, t.number),
    index('answer_by_commitment').on(t.commitmentId, t.ideaId).where(sql`${t.commitmentId} is not null`),
    index('answer_by_theme').on(t.themeId, t.ideaId).where(sql`${t.themeId} is not null`),
    index('answer_by_record').on(t.recordSeq),
    index('answer_by_day').on(t.answeredOn, t.id),
    check('answer_state_is_given', sql`${t.state} in ${oneOf(givenStates)}`),
    check(
      'answer_reasons_say_something',
      sql`greatest(length(${t.reasons} -> 'lv' ->> 'text'), length(${t.reasons} -> 'en' ->> 'text')) >= ${sql.raw(String(SHORTEST_REASONS))}`,
    ),
    check('answer_correction_has_a_reason', sql`${t.number} = 1 or ${t.reason} is not null`),
    check('answer_went_into_one_place', sql`${t.commitmentId} is null or ${t.themeId} is null`),
    check('answer_accepted_says_where', sql`${t.state} <> 'accepted' or ${t.commitmentId} is not null or ${t.themeId} is not null`),
  ],
)

/** The answerer's name in the counts where it is the secretariat. */
export const SECRETARIAT = ''

/** How many ideas wait for an answer, by who answers and by when it is due: who is late is told without reading the ideas. */
export const waitingCount = pgTable(
  'waiting_count',
  {
    planId: text('plan_id')
      .notNull()
      .references(() => plan.id),
    /** The institution that answers; empty = the secretariat. */
    answerer: text('answerer').notNull(),
    due: dayColumn('due').notNull(),
    ideas: integer('ideas').notNull(),
  },
  (t) => [primaryKey({ name: 'waiting_count_is_one', columns: [t.planId, t.answerer, t.due] })],
)

/** How many ideas were answered after so many days: the median is told without reading the ideas. */
export const answerDaysCount = pgTable(
  'answer_days_count',
  {
    planId: text('plan_id')
      .notNull()
      .references(() => plan.id),
    days: integer('days').notNull(),
    ideas: integer('ideas').notNull(),
  },
  (t) => [primaryKey({ name: 'answer_days_count_is_one', columns: [t.planId, t.days] })],
)

/** What those who support an idea are told of it. */
export type ToldOf = 'answer' | 'merge' | 'unmerge'

/** Letters about an idea that its supporters still get: they are written bit by bit, so that nobody waits for them. */
export const supportersToTell = pgTable(
  'supporters_to_tell',
  {
    id: serial('id').primaryKey(),
    ideaId: integer('idea_id')
      .notNull()
      .references(() => idea.id),
    about: text('about').$type<ToldOf>().notNull(),
    /** Everyone up to this one has been told. */
    toldUpTo: text('told_up_to').notNull().default(''),
    createdAt: momentColumn('created_at').notNull(),
  },
  (t) => [
    index('supporters_to_tell_by_idea').on(t.ideaId),
    check('supporters_to_tell_about_is_known', sql`${t.about} in ('answer','merge','unmerge')`),
  ],
)
