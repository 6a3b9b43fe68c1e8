import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  customType,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  serial,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import { organisation, type ParticipantSector, participantSectors, person } from '../../people/index.ts'
import { dayColumn, localTextColumn, momentColumn } from '../../platform/database/columns.ts'
import type { Language, LocalText } from '../../platform/languages/languages.ts'
import { document } from '../documents/index.ts'
import { commitment, type GrandChallenge, type OgpValue, plan } from '../plan/index.ts'

/** What a call may ask for: ideas, wishes for data sets to be opened, burdens to remove. */
export const contributionKinds = ['idea', 'data-wish', 'burden'] as const
export type ContributionKind = (typeof contributionKinds)[number]

/** Looked at before everyone sees it, or after. */
export const moderationModes = ['before', 'after'] as const
export type ModerationMode = (typeof moderationModes)[number]

const oneOf = (words: readonly string[]) => sql.raw(`(${words.map((word) => `'${word}'`).join(',')})`)
const recordSeq = () => bigint('record_seq', { mode: 'number' })

/** A call for ideas on a plan: a draft of the secretariat's until it is opened, open between its days, closed after. */
export const call = pgTable(
  'call',
  {
    id: serial('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => plan.id),
    title: localTextColumn('title').notNull(),
    /** What it is about and whom it asks. */
    body: localTextColumn('body').notNull(),
    /** Questions to think along, in order. */
    questions: jsonb('questions').$type<LocalText[]>().notNull().default([]),
    /** What becomes of what is sent, and when: stays readable after the end. */
    whatNext: localTextColumn('what_next').notNull(),
    kinds: text('kinds').array().$type<ContributionKind[]>().notNull(),
    /** The paper that it discusses. */
    documentId: integer('document_id').references(() => document.id),
    startsOn: dayColumn('starts_on').notNull(),
    /** The last day on which something can be sent. */
    endsOn: dayColumn('ends_on').notNull(),
    /** An answer is due so many days after the call's end. */
    answerDays: integer('answer_days').notNull().default(14),
    moderation: text('moderation').$type<ModerationMode>().notNull().default('after'),
    /** Why the notice of opportunities was not published 14 days ahead; null where it was. */
    shortNoticeReason: localTextColumn('short_notice_reason'),
    /** The day it was opened to everyone's eyes; null = a draft. */
    publishedOn: dayColumn('published_on'),
    /** The day the secretariat closed it, before its last day or on it; null = it ends by itself. */
    closedOn: dayColumn('closed_on'),
    closingReason: localTextColumn('closing_reason'),
    /** Rises with each save; a form carries the one it was drawn from. */
    version: integer('version').notNull().default(1),
    demonstration: boolean('demonstration').notNull().default(false),
    /** Null = a draft. */
    recordSeq: recordSeq(),
  },
  (t) => [
    index('call_by_plan').on(t.planId, t.startsOn, t.id),
    index('call_by_record').on(t.recordSeq),
    check('call_ends_after_it_starts', sql`${t.endsOn} >= ${t.startsOn}`),
    check('call_asks_for_something', sql`cardinality(${t.kinds}) > 0`),
    check('call_moderation_is_known', sql`${t.moderation} in ${oneOf(moderationModes)}`),
    check('call_is_in_the_record_once_published', sql`(${t.publishedOn} is null) = (${t.recordSeq} is null)`),
    check('call_closed_was_published', sql`${t.closedOn} is null or ${t.publishedOn} is not null`),
    check('call_answer_days_are_some', sql`${t.answerDays} between 1 and 365`),
  ],
)

/** In whose name something is sent or said: one's own, an organisation's, or under a name to be shown instead. */
export const authorKinds = ['person', 'organisation', 'display-name'] as const
export type AuthorKind = (typeof authorKinds)[number]

/** How something came in. */
export const channels = ['web', 'paper', 'email', 'import', 'event'] as const
export type Channel = (typeof channels)[number]

/** `waiting` for a moderator, seen by everyone, or hidden; a hidden one is not deleted. */
export const visibilities = ['waiting', 'published', 'hidden'] as const
export type Visibility = (typeof visibilities)[number]

/** What became of an idea. `waiting` has a due date, all others a reasoned answer. */
export const answerStates = ['waiting', 'accepted', 'partly', 'already-done', 'not-now', 'outside'] as const
export type AnswerState = (typeof answerStates)[number]

const tsvector = customType<{ data: string; driverData: string }>({ dataType: () => 'tsvector' })

/** Several ideas that belong together, named by the secretariat or a working group. */
export const theme = pgTable(
  'theme',
  {
    id: serial('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => plan.id),
    position: integer('position').notNull(),
    title: localTextColumn('title').notNull(),
    description: localTextColumn('description'),
    /** The commitment that was drafted from it; its ideas went there. */
    commitmentId: integer('commitment_id').references(() => commitment.id),
    demonstration: boolean('demonstration').notNull().default(false),
    /** A theme that was taken apart stays, with no ideas in it. */
    endedOn: dayColumn('ended_on'),
    version: integer('version').notNull().default(1),
    recordSeq: recordSeq().notNull(),
  },
  (t) => [
    index('theme_by_plan').on(t.planId, t.position),
    index('theme_by_commitment').on(t.commitmentId).where(sql`${t.commitmentId} is not null`),
    index('theme_by_record').on(t.recordSeq),
  ],
)

/** An idea, a wish for data or a burden, as it was sent; what was changed in its text since stands in idea_revision. */
export const idea = pgTable(
  'idea',
  {
    id: serial('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => plan.id),
    callId: integer('call_id')
      .notNull()
      .references(() => call.id),
    /** Its number in the plan: `No. 118`. */
    number: integer('number').notNull(),
    kind: text('kind').$type<ContributionKind>().notNull(),
    title: localTextColumn('title').notNull(),
    /** What is wrong today; of a burden: who loses how much time. */
    problem: localTextColumn('problem').notNull(),
    /** What is proposed; of a wish for data: what for. */
    proposal: localTextColumn('proposal').notNull(),
    /** The data wished for, or the rule or form that is a burden; null for an idea. */
    subject: localTextColumn('subject'),
    /** Who should do it, or who holds the data, in the sender's words and as one of ours. */
    doer: localTextColumn('doer'),
    doerId: text('doer_id').references(() => organisation.id),
    values: text('values').array().$type<OgpValue[]>().notNull().default(sql`'{}'`),
    challenges: text('challenges').array().$type<GrandChallenge[]>().notNull().default(sql`'{}'`),
    /** A place it is about, in the sender's words. */
    place: text('place'),
    tags: text('tags').array().notNull().default(sql`'{}'`),
    /** The catalogue entry once a wished-for data set was opened. */
    catalogueUrl: text('catalogue_url'),

    authorKind: text('author_kind').$type<AuthorKind>().notNull(),
    /** The name that everyone sees; null once its author was erased. */
    authorName: text('author_name'),
    authorId: text('author_id').references(() => person.id, { onDelete: 'set null' }),
    organisationId: text('organisation_id').references(() => organisation.id),
    sector: text('sector').$type<ParticipantSector>().notNull(),
    channel: text('channel').$type<Channel>().notNull(),
    /** The language it is written in. */
    language: text('language').$type<Language>().notNull(),
    sentOn: dayColumn('sent_on').notNull(),
    sentAt: momentColumn('sent_at').notNull(),

    visibility: text('visibility').$type<Visibility>().notNull(),
    /** The day from which everyone has seen it; stays when it is hidden later. */
    publishedOn: dayColumn('published_on'),
    themeId: integer('theme_id').references(() => theme.id),
    mergedIntoId: integer('merged_into_id').references((): AnyPgColumn => idea.id),

    answerState: text('answer_state').$type<AnswerState>().notNull().default('waiting'),
    /** Who answers; null = the secretariat. */
    answererId: text('answerer_id').references(() => organisation.id),
    answerDue: dayColumn('answer_due').notNull(),
    answeredOn: dayColumn('answered_on'),

    /** Counted in the transaction that changes them. */
    supports: integer('supports').notNull().default(0),
    comments: integer('comments').notNull().default(0),
    /** What the list narrows by, made by the database: a letter for what it is, and the value. */
    facets: text('facets')
      .array()
      .notNull()
      .generatedAlwaysAs(
        sql`array_remove(array['p:' || plan_id, 'k:' || kind, 's:' || answer_state, 't:' || theme_id::text, 'a:' || coalesce(answerer_id, '-')], null) || values || challenges`,
      ),
    /** Its words' stems, in both languages, for the list's search and for similar ideas. Stay in their row (`storage main`): both read thousands. */
    words: tsvector('words').notNull().default(''),
    /** Rises with each change; a form carries the one it was drawn from. */
    version: integer('version').notNull().default(1),
    demonstration: boolean('demonstration').notNull().default(false),
    /** The last entry of the record about it. */
    recordSeq: recordSeq().notNull(),
  },
  (t) => [
    unique('idea_number_is_used_once').on(t.planId, t.number),
    // After the order all that a list is narrowed by: a page is found in the index alone, without reading the ideas it passes over.
    index('idea_by_support')
      .on(t.planId, t.supports, t.id, t.facets, t.publishedOn, t.mergedIntoId)
      .where(sql`${t.visibility} = 'published'`),
    index('idea_by_day').on(t.planId, t.publishedOn, t.id, t.facets, t.mergedIntoId).where(sql`${t.visibility} = 'published'`),
    index('idea_by_answer')
      .on(t.planId, t.answerState, t.answerDue, t.id, t.facets, t.publishedOn, t.mergedIntoId)
      .where(sql`${t.visibility} = 'published'`),
    // What is added goes into these at once: a list of what waits to go in would be read through by each search.
    index('idea_by_words').using('gin', t.words).with({ fastupdate: false }),
    index('idea_by_facets').using('gin', t.facets).with({ fastupdate: false }).where(sql`${t.visibility} = 'published'`),
    index('idea_by_answerer').on(t.planId, t.answererId).where(sql`${t.answererId} is not null`),
    index('idea_not_seen').on(t.planId, t.visibility).where(sql`${t.visibility} <> 'published'`),
    index('idea_by_author').on(t.authorId),
    index('idea_by_organisation').on(t.organisationId),
    index('idea_by_theme').on(t.themeId, t.answerState, t.supports).where(sql`${t.themeId} is not null`),
    index('idea_by_merged').on(t.mergedIntoId).where(sql`${t.mergedIntoId} is not null`),
    index('idea_to_moderate').on(t.sentAt).where(sql`${t.visibility} = 'waiting'`),
    index('idea_by_record').on(t.recordSeq),
    check('idea_kind_is_known', sql`${t.kind} in ${oneOf(contributionKinds)}`),
    check('idea_author_kind_is_known', sql`${t.authorKind} in ${oneOf(authorKinds)}`),
    check('idea_sector_is_known', sql`${t.sector} in ${oneOf(participantSectors)}`),
    check('idea_channel_is_known', sql`${t.channel} in ${oneOf(channels)}`),
    check('idea_visibility_is_known', sql`${t.visibility} in ${oneOf(visibilities)}`),
    check('idea_answer_state_is_known', sql`${t.answerState} in ${oneOf(answerStates)}`),
    check('idea_for_an_organisation_names_it', sql`${t.authorKind} <> 'organisation' or ${t.organisationId} is not null`),
    check('idea_seen_has_a_day', sql`${t.visibility} <> 'published' or ${t.publishedOn} is not null`),
    check('idea_answered_has_a_day', sql`(${t.answerState} = 'waiting') = (${t.answeredOn} is null)`),
    check('idea_is_not_merged_into_itself', sql`${t.mergedIntoId} <> ${t.id}`),
    check('idea_counts_are_not_negative', sql`${t.supports} >= 0 and ${t.comments} >= 0`),
  ],
)

/** A file that was sent with an idea. */
export const ideaFile = pgTable(
  'idea_file',
  {
    id: serial('id').primaryKey(),
    ideaId: integer('idea_id')
      .notNull()
      .references(() => idea.id),
    hash: text('hash').notNull(),
    name: text('name').notNull(),
    mediaType: text('media_type').notNull(),
    bytes: integer('bytes').notNull(),
  },
  (t) => [index('idea_file_by_idea').on(t.ideaId)],
)

/** One support a person; it goes when it is taken back. Not in the record: it may change, and who supports what is theirs. */
export const support = pgTable(
  'support',
  {
    ideaId: integer('idea_id')
      .notNull()
      .references(() => idea.id),
    personId: text('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    sector: text('sector').$type<ParticipantSector>().notNull(),
    createdAt: momentColumn('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'support_is_given_once', columns: [t.ideaId, t.personId] }),
    index('support_by_person').on(t.personId, t.createdAt),
    check('support_sector_is_known', sql`${t.sector} in ${oneOf(participantSectors)}`),
  ],
)

/** How many of a sector support an idea, counted with each support, so that nobody has to count millions. */
export const supportCount = pgTable(
  'support_count',
  {
    ideaId: integer('idea_id')
      .notNull()
      .references(() => idea.id),
    sector: text('sector').$type<ParticipantSector>().notNull(),
    supports: integer('supports').notNull(),
  },
  (t) => [
    primaryKey({ name: 'support_count_is_one', columns: [t.ideaId, t.sector] }),
    check('support_count_is_not_negative', sql`${t.supports} >= 0`),
  ],
)

/** What a comment does: speaks for or against, asks, or answers another. */
export const commentKinds = ['for', 'against', 'question', 'reply'] as const
export type CommentKind = (typeof commentKinds)[number]

/** A comment on an idea; a reply belongs to one that is no reply. */
export const comment = pgTable(
  'comment',
  {
    id: serial('id').primaryKey(),
    ideaId: integer('idea_id')
      .notNull()
      .references(() => idea.id),
    parentId: integer('parent_id').references((): AnyPgColumn => comment.id),
    kind: text('kind').$type<CommentKind>().notNull(),
    body: text('body').notNull(),
    language: text('language').$type<Language>().notNull(),
    authorKind: text('author_kind').$type<AuthorKind>().notNull(),
    authorName: text('author_name'),
    authorId: text('author_id').references(() => person.id, { onDelete: 'set null' }),
    organisationId: text('organisation_id').references(() => organisation.id),
    sector: text('sector').$type<ParticipantSector>().notNull(),
    visibility: text('visibility').$type<Visibility>().notNull(),
    sentOn: dayColumn('sent_on').notNull(),
    sentAt: momentColumn('sent_at').notNull(),
    demonstration: boolean('demonstration').notNull().default(false),
    recordSeq: recordSeq().notNull(),
  },
  (t) => [
    index('comment_by_idea').on(t.ideaId, t.parentId, t.id),
    index('comment_by_author').on(t.authorId),
    index('comment_to_moderate').on(t.sentAt).where(sql`${t.visibility} = 'waiting'`),
    index('comment_by_record').on(t.recordSeq),
    check('comment_kind_is_known', sql`${t.kind} in ${oneOf(commentKinds)}`),
    check('comment_reply_has_a_parent', sql`(${t.kind} = 'reply') = (${t.parentId} is not null)`),
    check('comment_visibility_is_known', sql`${t.visibility} in ${oneOf(visibilities)}`),
    check('comment_author_kind_is_known', sql`${t.authorKind} in ${oneOf(authorKinds)}`),
    check('comment_sector_is_known', sql`${t.sector} in ${oneOf(participantSectors)}`),
  ],
)

/** How many ideas of a plan everyone sees, by kind and by what became of them: the list need not count a million rows. */
export const ideaCount = pgTable(
  'idea_count',
  {
    planId: text('plan_id')
      .notNull()
      .references(() => plan.id),
    kind: text('kind').$type<ContributionKind>().notNull(),
    answerState: text('answer_state').$type<AnswerState>().notNull(),
    ideas: integer('ideas').notNull(),
  },
  (t) => [primaryKey({ name: 'idea_count_is_one', columns: [t.planId, t.kind, t.answerState] })],
)
