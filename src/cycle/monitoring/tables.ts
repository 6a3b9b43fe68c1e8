import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, jsonb, pgTable, serial, text, unique } from 'drizzle-orm/pg-core'
import { organisation } from '../../people/index.ts'
import { dayColumn, localTextColumn, momentColumn, partialDateColumn } from '../../platform/database/columns.ts'
import { orderingDay } from '../../platform/database/dayList.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { type Certainty, commitment, milestone, reportingPeriod } from '../plan/index.ts'

/** A milestone's reported state: OGP's four, or withdrawn. */
export const reportedStates = ['not-started', 'limited', 'substantial', 'complete', 'withdrawn'] as const
export type ReportedState = (typeof reportedStates)[number]

/** A partner's verdict. */
export const verdicts = ['agree', 'disagree', 'cannot-judge'] as const
export type Verdict = (typeof verdicts)[number]

/** The fields of an update's form that a draft keeps. */
export const updateDraftFields = [
  'state',
  'percentage',
  'actualStart.day',
  'actualStart.part',
  'actualStart.year',
  'actualEnd.day',
  'actualEnd.part',
  'actualEnd.year',
  'text',
  'delayReason',
  'nextSteps',
] as const

/** What an officer has typed so far, word for word, right or wrong, and the language it is written in. */
export type UpdateDraft = Record<(typeof updateDraftFields)[number], string> & { language: Language }

/** One institution's report on one milestone for one reporting period: a draft that its officers share, and what was published. */
export const update = pgTable(
  'update',
  {
    id: serial('id').primaryKey(),
    milestoneId: integer('milestone_id')
      .notNull()
      .references(() => milestone.id),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id),
    periodId: integer('period_id')
      .notNull()
      .references(() => reportingPeriod.id),
    draft: jsonb('draft').$type<UpdateDraft>(),
    /** Rises with each save; a form carries the one it was drawn from. */
    draftVersion: integer('draft_version').notNull().default(0),
    draftSavedAt: momentColumn('draft_saved_at'),
    demonstration: boolean('demonstration').notNull().default(false),
  },
  (t) => [
    unique('update_is_one_per_milestone_institution_and_period').on(t.milestoneId, t.organisationId, t.periodId),
    index('update_by_organisation').on(t.organisationId, t.periodId),
    index('update_by_period').on(t.periodId),
  ],
)

/** A published report. Rows are never changed: a correction is the next number. */
export const updateVersion = pgTable(
  'update_version',
  {
    id: serial('id').primaryKey(),
    updateId: integer('update_id')
      .notNull()
      .references(() => update.id),
    number: integer('number').notNull(),
    state: text('state').$type<ReportedState>().notNull(),
    /** Whole per cent, 0–100; null = not meaningful. */
    percentage: integer('percentage'),
    text: text('text').notNull(),
    language: text('language').$type<Language>().notNull(),
    delayReason: text('delay_reason'),
    nextSteps: text('next_steps'),
    actualStart: partialDateColumn('actual_start'),
    actualEnd: partialDateColumn('actual_end'),
    evidenceIds: integer('evidence_ids').array().notNull().default(sql`'{}'`),
    publishedOn: dayColumn('published_on').notNull(),
    recordSeq: bigint('record_seq', { mode: 'number' }).notNull(),
  },
  (t) => [
    index('update_version_by_record').on(t.recordSeq),
    unique('update_version_number_is_used_once').on(t.updateId, t.number),
    index('update_version_by_day').on(t.publishedOn),
    check('update_state_is_known', sql`${t.state} in ('not-started','limited','substantial','complete','withdrawn')`),
    check(
      'update_substantial_and_complete_need_evidence',
      sql`${t.state} not in ('substantial','complete') or cardinality(${t.evidenceIds}) >= 1`,
    ),
    check('update_withdrawn_needs_a_reason', sql`${t.state} <> 'withdrawn' or length(trim(${t.delayReason})) >= 10`),
    check('update_percentage_is_between_0_and_100', sql`${t.percentage} is null or ${t.percentage} between 0 and 100`),
    check(
      'update_ends_after_it_starts',
      sql`${t.actualStart} is null or ${t.actualEnd} is null or last_day(${t.actualEnd}) >= first_day(${t.actualStart})`,
    ),
  ],
)

/** A file or a link that proves what an update says. Public once an update that names it is published. */
export const evidence = pgTable(
  'evidence',
  {
    id: serial('id').primaryKey(),
    updateId: integer('update_id')
      .notNull()
      .references(() => update.id),
    title: text('title').notNull(),
    url: text('url'),
    /** SHA-256 of the file, lower-case hex; where it lies, see platform/files. */
    fileHash: text('file_hash'),
    fileName: text('file_name'),
    mediaType: text('media_type'),
    bytes: integer('bytes'),
    /** The day the document itself bears. */
    dated: partialDateColumn('dated'),
    addedOn: dayColumn('added_on').notNull(),
    /** The plan's day of the first published version that names it: public from then on. */
    publishedOn: dayColumn('published_on'),
    /** Taken out of the draft again; stays with the versions that named it. */
    removed: boolean('removed').notNull().default(false),
    demonstration: boolean('demonstration').notNull().default(false),
  },
  (t) => [
    index('evidence_by_update').on(t.updateId),
    index('evidence_by_day').on(t.publishedOn, t.id),
    index('evidence_by_date').on(orderingDay(t.dated), t.id),
    check('evidence_is_a_file_or_a_link', sql`(${t.url} is null) <> (${t.fileHash} is null)`),
  ],
)

/** Published evidence whose file or address was taken out of view, with the reason that everyone reads. */
export const evidenceWithdrawal = pgTable(
  'evidence_withdrawal',
  {
    evidenceId: integer('evidence_id')
      .primaryKey()
      .references(() => evidence.id),
    reason: text('reason').notNull(),
    withdrawnOn: dayColumn('withdrawn_on').notNull(),
    recordSeq: bigint('record_seq', { mode: 'number' }).notNull(),
  },
  (t) => [
    index('evidence_withdrawal_by_record').on(t.recordSeq),
    check('evidence_withdrawal_has_a_reason', sql`length(trim(${t.reason})) >= 10`),
  ],
)

/** What public sources tell about a milestone: a kind of its own, beside the institutions' updates. */
export const sourceState = pgTable(
  'source_state',
  {
    id: serial('id').primaryKey(),
    milestoneId: integer('milestone_id')
      .notNull()
      .references(() => milestone.id),
    state: text('state').$type<ReportedState>().notNull(),
    knownFrom: dayColumn('known_from').notNull(),
    certainty: text('certainty').$type<Certainty>().notNull(),
    sources: text('sources').array().notNull().default(sql`'{}'`),
    recordSeq: bigint('record_seq', { mode: 'number' }).notNull(),
  },
  (t) => [
    index('source_state_by_milestone').on(t.milestoneId, t.knownFrom),
    check('source_state_is_known', sql`${t.state} in ('not-started','limited','substantial','complete','withdrawn')`),
  ],
)

/** What a writer of an assessment has typed so far, word for word, and the language of the page it was typed on. `milestones` by number. */
export type AssessmentDraft = {
  language: Language
  state: string
  verdict: string
  text: string
  lessons: string
  signers: string[]
  milestones: Record<string, { verdict: string; reason: string }>
}

export type MilestoneVerdict = { milestoneId: number; verdict: Verdict; reason: string }

/** A voice on a whole commitment in a reporting period: the institution's own (`self`) or a partner's. */
export const assessment = pgTable(
  'assessment',
  {
    id: serial('id').primaryKey(),
    commitmentId: integer('commitment_id')
      .notNull()
      .references(() => commitment.id),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id),
    periodId: integer('period_id')
      .notNull()
      .references(() => reportingPeriod.id),
    voice: text('voice').$type<'self' | 'partner'>().notNull(),
    draft: jsonb('draft').$type<AssessmentDraft>(),
    draftVersion: integer('draft_version').notNull().default(0),
    draftSavedAt: momentColumn('draft_saved_at'),
    demonstration: boolean('demonstration').notNull().default(false),
  },
  (t) => [
    unique('assessment_is_one_per_commitment_organisation_and_period').on(t.commitmentId, t.organisationId, t.periodId),
    index('assessment_by_organisation').on(t.organisationId, t.periodId),
    index('assessment_by_period').on(t.periodId),
    check('assessment_voice_is_known', sql`${t.voice} in ('self','partner')`),
  ],
)

/** A published assessment. Rows are never changed: a correction is the next number. */
export const assessmentVersion = pgTable(
  'assessment_version',
  {
    id: serial('id').primaryKey(),
    assessmentId: integer('assessment_id')
      .notNull()
      .references(() => assessment.id),
    number: integer('number').notNull(),
    /** The institution's own state for the whole commitment; null in a partner's. */
    state: text('state').$type<ReportedState>(),
    /** The partner's verdict on the whole; null in an institution's. */
    verdict: text('verdict').$type<Verdict>(),
    text: text('text').notNull(),
    lessons: text('lessons'),
    language: text('language').$type<Language>().notNull(),
    /** Other organisations that sign it: a joint assessment names its signers. */
    signers: text('signers').array().notNull().default(sql`'{}'`),
    milestones: jsonb('milestones').$type<MilestoneVerdict[]>().notNull().default([]),
    publishedOn: dayColumn('published_on').notNull(),
    recordSeq: bigint('record_seq', { mode: 'number' }).notNull(),
  },
  (t) => [
    index('assessment_version_by_record').on(t.recordSeq),
    unique('assessment_version_number_is_used_once').on(t.assessmentId, t.number),
    index('assessment_version_by_day').on(t.publishedOn),
    check('assessment_speaks_in_one_voice', sql`(${t.state} is null) <> (${t.verdict} is null)`),
    check(
      'assessment_state_is_known',
      sql`${t.state} is null or ${t.state} in ('not-started','limited','substantial','complete','withdrawn')`,
    ),
    check('assessment_verdict_is_known', sql`${t.verdict} is null or ${t.verdict} in ('agree','disagree','cannot-judge')`),
  ],
)

/** A reminder that went to an organisation for a reporting period. */
export const reminder = pgTable(
  'reminder',
  {
    id: serial('id').primaryKey(),
    periodId: integer('period_id')
      .notNull()
      .references(() => reportingPeriod.id),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id),
    sentOn: dayColumn('sent_on').notNull(),
    recordSeq: bigint('record_seq', { mode: 'number' }).notNull(),
    note: localTextColumn('note'),
  },
  (t) => [index('reminder_by_period').on(t.periodId, t.organisationId)],
)
