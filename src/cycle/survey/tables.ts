import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, serial, text, unique } from 'drizzle-orm/pg-core'
import { dayColumn, localTextColumn, momentColumn } from '../../platform/database/columns.ts'
import type { Language, LocalText } from '../../platform/languages/languages.ts'
import { call } from '../ideas/index.ts'
import { plan } from '../plan/index.ts'

/**
 * Who may answer: anyone, once a browser; anyone whose address a letter confirms, or who has signed in, once a
 * person; those to whom a link was sent, once a link.
 */
export const identityModes = ['open', 'confirmed', 'invited'] as const
export type IdentityMode = (typeof identityModes)[number]

export const questionKinds = ['choice', 'choices', 'scale', 'ranking', 'number', 'short-text', 'long-text'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** Show a question only to those who have chosen this in an earlier one: an option's number, or a step of a scale. */
export type Condition = { question: number; value: number }

/** An option's number stays the same whatever its words become. */
export type Option = { number: number; title: LocalText }

/** A question as it was published. Its number is its name, in answers and in open data. */
export type Question = {
  number: number
  title: LocalText
  hint: LocalText | null
  required: boolean
  condition: Condition | null
} & (
  | { kind: 'choice' | 'choices' | 'ranking'; options: Option[] }
  | { kind: 'scale'; from: number; to: number; fromLabel: LocalText | null; toLabel: LocalText | null }
  | { kind: 'number'; least: number | null; most: number | null; unit: LocalText | null }
  | { kind: 'short-text' | 'long-text'; limit: number }
)

/** A question whose answers are options. */
export type OptionQuestion = Extract<Question, { options: Option[] }>

export type SurveyPage = { number: number; title: LocalText | null; questions: Question[] }

/** What is asked, frozen once published: afterwards only words are corrected. */
export type SurveyContent = { title: LocalText; introduction: LocalText | null; thanks: LocalText | null; pages: SurveyPage[] }

/** Fields of a form, word for word, right or wrong. */
export type TypedFields = Record<string, string[]>

/** An answer to one question: option numbers in the order chosen or ranked, a step of a scale, or a number. Texts stand apart. */
export type Answers = Record<string, number[]>

/** How many chose what, question by question (tally.ts). */
export type Tally = {
  /** All answers that were counted. */
  answers: number
  questions: Record<string, { asked: number; counts: number[]; sums: number[] }>
}

const oneOf = (words: readonly string[]) => sql.raw(`(${words.map((word) => `'${word}'`).join(',')})`)

/** A survey on a plan, of a call or of its own: a draft of the secretariat's until it is published. */
export const survey = pgTable(
  'survey',
  {
    id: serial('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => plan.id),
    callId: integer('call_id').references(() => call.id),
    /** What was typed so far; null once published. */
    draft: jsonb('draft').$type<TypedFields>(),
    /** Rises with each save; a form carries the one it was drawn from. */
    version: integer('version').notNull().default(1),
    content: jsonb('content').$type<SurveyContent>(),
    identity: text('identity').$type<IdentityMode>().notNull().default('open'),
    /** Null in what is published: the call's days. */
    startsOn: dayColumn('starts_on'),
    /** The last day on which it can be answered. */
    endsOn: dayColumn('ends_on'),
    /** Results are shown while it is still open, renewed in steps (tally.ts). */
    resultsDuring: boolean('results_during').notNull().default(false),
    /** The answers are given away row by row once it is closed, when there are enough. */
    openAnswers: boolean('open_answers').notNull().default(false),
    publishedOn: dayColumn('published_on'),
    /** The day the secretariat closed it early; null = it ends by itself. */
    closedOn: dayColumn('closed_on'),
    closingReason: localTextColumn('closing_reason'),
    /** Counted with each answer. */
    answers: integer('answers').notNull().default(0),
    /** What is shown while it is open. */
    tally: jsonb('tally').$type<Tally>(),
    /** Since when nothing leads from a person to an answer any more; set by the job after the end. */
    severedAt: momentColumn('severed_at'),
    demonstration: boolean('demonstration').notNull().default(false),
    /** The last entry of the record about it; null = a draft. */
    recordSeq: bigint('record_seq', { mode: 'number' }),
  },
  (t) => [
    index('survey_by_plan').on(t.planId, t.publishedOn, t.id),
    index('survey_by_call').on(t.callId).where(sql`${t.callId} is not null`),
    index('survey_by_record').on(t.recordSeq),
    index('survey_to_sever').on(t.id).where(sql`${t.severedAt} is null and ${t.publishedOn} is not null`),
    check('survey_identity_is_known', sql`${t.identity} in ${oneOf(identityModes)}`),
    check('survey_is_drafted_or_published', sql`(${t.content} is null) = (${t.publishedOn} is null)`),
    check('survey_is_in_the_record_once_published', sql`(${t.recordSeq} is null) = (${t.publishedOn} is null)`),
    check('survey_published_has_days', sql`${t.publishedOn} is null or (${t.endsOn} is null) = (${t.startsOn} is null)`),
    check('survey_without_days_has_a_call', sql`${t.publishedOn} is null or ${t.endsOn} is not null or ${t.callId} is not null`),
    check('survey_ends_after_it_starts', sql`${t.endsOn} >= ${t.startsOn}`),
    check('survey_closed_was_published', sql`${t.closedOn} is null or ${t.publishedOn} is not null`),
    check('survey_closed_has_a_reason', sql`(${t.closedOn} is null) = (${t.closingReason} is null)`),
    check('survey_answers_are_not_negative', sql`${t.answers} >= 0`),
  ],
)

/**
 * One answer, without who gave it and when. Its id is made by chance, so that the order of rows tells nothing.
 * Texts stand in survey_text.
 */
export const surveyAnswer = pgTable(
  'survey_answer',
  {
    id: text('id').primaryKey(),
    surveyId: integer('survey_id')
      .notNull()
      .references(() => survey.id),
    answers: jsonb('answers').$type<Answers>().notNull(),
    language: text('language').$type<Language>().notNull(),
    /** By which its giver finds it again until the end: an HMAC that only the program can make. Null after the end. */
    changeKey: text('change_key'),
    demonstration: boolean('demonstration').notNull().default(false),
  },
  (t) => [index('survey_answer_by_survey').on(t.surveyId, t.id), unique('survey_answer_has_one_giver').on(t.changeKey)],
)

/** That someone has answered: a hash of the browser's key, or an HMAC of the person. Nothing leads from it to an answer. */
export const surveyParticipation = pgTable(
  'survey_participation',
  {
    surveyId: integer('survey_id')
      .notNull()
      .references(() => survey.id),
    participant: text('participant').notNull(),
  },
  (t) => [primaryKey({ name: 'survey_is_answered_once', columns: [t.surveyId, t.participant] })],
)

/** A link that was sent to someone: the hash of its token, and whether an answer came by it. */
export const surveyLink = pgTable(
  'survey_link',
  {
    id: text('id').primaryKey(),
    surveyId: integer('survey_id')
      .notNull()
      .references(() => survey.id),
    /** An HMAC of the address, so that nobody gets two links; the address itself stands in the letter alone. */
    addressKey: text('address_key').notNull(),
    used: boolean('used').notNull().default(false),
  },
  (t) => [unique('survey_link_is_sent_once').on(t.surveyId, t.addressKey)],
)

/** An answer that was begun: under the hash of the browser's key or of the link, with what was typed so far. */
export const surveyDraft = pgTable(
  'survey_draft',
  {
    id: text('id').primaryKey(),
    surveyId: integer('survey_id')
      .notNull()
      .references(() => survey.id),
    fields: jsonb('fields').$type<TypedFields>().notNull(),
    savedAt: momentColumn('saved_at').notNull(),
  },
  (t) => [index('survey_draft_by_time').on(t.savedAt)],
)

export const textVisibilities = ['waiting', 'published', 'hidden'] as const
export type TextVisibility = (typeof textVisibilities)[number]

export const hidingReasons = ['personal-data', 'offensive', 'not-about-this'] as const
export type HidingReason = (typeof hidingReasons)[number]

/** A text someone wrote in an answer; everyone sees it once a moderator has let it through. */
export const surveyText = pgTable(
  'survey_text',
  {
    id: text('id').primaryKey(),
    surveyId: integer('survey_id')
      .notNull()
      .references(() => survey.id),
    question: integer('question').notNull(),
    /** The answer it stands in, while that can be changed; null after the end. */
    answerId: text('answer_id').references(() => surveyAnswer.id),
    body: text('body').notNull(),
    language: text('language').$type<Language>().notNull(),
    visibility: text('visibility').$type<TextVisibility>().notNull().default('waiting'),
    hidingReason: text('hiding_reason').$type<HidingReason>(),
    demonstration: boolean('demonstration').notNull().default(false),
    /** The entry of the record that showed or hid it; null while it waits. */
    recordSeq: bigint('record_seq', { mode: 'number' }),
  },
  (t) => [
    index('survey_text_by_question').on(t.surveyId, t.question, t.visibility, t.id),
    index('survey_text_by_answer').on(t.answerId),
    index('survey_text_by_record').on(t.recordSeq),
    check('survey_text_visibility_is_known', sql`${t.visibility} in ${oneOf(textVisibilities)}`),
    check('survey_text_hiding_reason_is_known', sql`${t.hidingReason} in ${oneOf(hidingReasons)}`),
    check('survey_text_hidden_has_a_reason', sql`(${t.visibility} = 'hidden') = (${t.hidingReason} is not null)`),
    check('survey_text_is_in_the_record_once_judged', sql`(${t.visibility} = 'waiting') = (${t.recordSeq} is null)`),
  ],
)
