import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, jsonb, pgTable, serial, text, unique } from 'drizzle-orm/pg-core'
import { dayColumn, localTextColumn, momentColumn, partialDateColumn } from '../../platform/database/columns.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { type Certainty, phase, plan } from '../plan/index.ts'

/** What the secretariat tells the public; `opportunities` is OGP's notice of opportunities to take part. */
export const noticeKinds = ['news', 'notice', 'opportunities'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Ways of taking part. A `consultation` is in writing and lasts; a `hearing` is a meeting. */
export const participationKinds = ['survey', 'discussion', 'consultation', 'hearing', 'working-group', 'opinion', 'vote', 'other'] as const
export type ParticipationKind = (typeof participationKinds)[number]

/** What has been typed of a notice so far: the fields of its form, word for word, right or wrong. */
export type NoticeDraft = Record<string, string[]>

/** Something the secretariat tells everyone: a draft that it shares, the day on which that is to be published, and what was published. */
export const notice = pgTable(
  'notice',
  {
    id: serial('id').primaryKey(),
    /** Null: it is about no plan in particular. */
    planId: text('plan_id').references(() => plan.id),
    kind: text('kind').$type<NoticeKind>().notNull(),
    draft: jsonb('draft').$type<NoticeDraft>(),
    /** Rises with each save; a form carries the one it was drawn from. */
    draftVersion: integer('draft_version').notNull().default(1),
    draftSavedAt: momentColumn('draft_saved_at'),
    /** The plan's day on which the draft is published by itself. */
    scheduledFor: dayColumn('scheduled_for'),
    /** The day of the first version; null: it was never published. */
    firstPublishedOn: dayColumn('first_published_on'),
    demonstration: boolean('demonstration').notNull().default(false),
  },
  (t) => [
    index('notice_by_day').on(t.firstPublishedOn, t.id),
    index('notice_by_plan').on(t.planId, t.firstPublishedOn, t.id),
    index('notice_scheduled').on(t.scheduledFor).where(sql`${t.scheduledFor} is not null`),
    index('notice_drafted').on(t.draftSavedAt).where(sql`${t.draft} is not null`),
    check('notice_kind_is_known', sql`${t.kind} in ('news','notice','opportunities')`),
    check('notice_scheduled_has_a_draft', sql`${t.scheduledFor} is null or ${t.draft} is not null`),
    check('notice_is_drafted_or_published', sql`${t.draft} is not null or ${t.firstPublishedOn} is not null`),
  ],
)

/** A published notice. Rows are never changed: a correction is the next number, and so is a withdrawal. */
export const noticeVersion = pgTable(
  'notice_version',
  {
    id: serial('id').primaryKey(),
    noticeId: integer('notice_id')
      .notNull()
      .references(() => notice.id),
    number: integer('number').notNull(),
    title: localTextColumn('title').notNull(),
    body: localTextColumn('body').notNull(),
    /** Whom to ask. */
    contact: localTextColumn('contact'),
    withdrawn: boolean('withdrawn').notNull().default(false),
    /** Why it was changed or withdrawn. */
    reason: localTextColumn('reason'),
    publishedOn: dayColumn('published_on').notNull(),
    recordSeq: bigint('record_seq', { mode: 'number' }).notNull(),
  },
  (t) => [
    unique('notice_version_number_is_used_once').on(t.noticeId, t.number),
    index('notice_version_by_day').on(t.publishedOn, t.recordSeq),
    index('notice_version_by_record').on(t.recordSeq),
    check('notice_change_has_a_reason', sql`${t.number} = 1 or ${t.reason} is not null`),
    check('notice_withdrawn_was_published', sql`not ${t.withdrawn} or ${t.number} > 1`),
  ],
)

/**
 * An opportunity to take part as one version of a notice tells it. With the first version the
 * timeline is frozen: what was announced first stays, whatever later versions say.
 */
export const opportunity = pgTable(
  'opportunity',
  {
    id: serial('id').primaryKey(),
    versionId: integer('version_id')
      .notNull()
      .references(() => noticeVersion.id),
    /** The same in every version of the notice. */
    number: integer('number').notNull(),
    title: localTextColumn('title').notNull(),
    kind: text('kind').$type<ParticipationKind>().notNull(),
    /** The plan's step that it belongs to. */
    phaseId: integer('phase_id').references(() => phase.id),
    startsOn: partialDateColumn('starts_on').notNull(),
    /** Null: it ends when it starts, on that day or in that month. */
    endsOn: partialDateColumn('ends_on'),
    /** Hours of the day, as `14:30–17:00`. */
    hours: text('hours'),
    place: localTextColumn('place'),
    url: text('url'),
    /** How to take part. */
    how: localTextColumn('how').notNull(),
    /** What becomes of the input. */
    outcome: localTextColumn('outcome').notNull(),
    /** Will not take place after all; stays readable. */
    cancelled: boolean('cancelled').notNull().default(false),
    certainty: text('certainty').$type<Certainty>().notNull(),
  },
  (t) => [
    unique('opportunity_number_is_used_once').on(t.versionId, t.number),
    index('opportunity_by_end').on(sql`last_day(coalesce(${t.endsOn}, ${t.startsOn}))`),
    index('opportunity_by_phase').on(t.phaseId),
    check('opportunity_number_is_positive', sql`${t.number} between 1 and 999`),
    check(
      'opportunity_kind_is_known',
      sql`${t.kind} in ('survey','discussion','consultation','hearing','working-group','opinion','vote','other')`,
    ),
    check('opportunity_ends_after_it_starts', sql`${t.endsOn} is null or last_day(${t.endsOn}) >= first_day(${t.startsOn})`),
  ],
)

/**
 * A thing told in easy language, beside the translations of its own text. Rows are never changed: an edit is the next
 * version. The thing is named as in the record, so that anything that has an address there can have an easy text.
 */
export const easyText = pgTable(
  'easy_text',
  {
    id: serial('id').primaryKey(),
    object: text('object').notNull(),
    language: text('language').$type<Language>().notNull(),
    version: integer('version').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    /** The entry of the record that had written the original last when this was written: a later one makes it out of date. */
    originalSeq: bigint('original_seq', { mode: 'number' }).notNull(),
    publishedOn: dayColumn('published_on').notNull(),
    demonstration: boolean('demonstration').notNull().default(false),
    recordSeq: bigint('record_seq', { mode: 'number' }).notNull(),
  },
  (t) => [
    unique('easy_text_version_is_used_once').on(t.object, t.language, t.version),
    index('easy_text_by_record').on(t.recordSeq),
    check('easy_text_version_is_positive', sql`${t.version} > 0`),
  ],
)
