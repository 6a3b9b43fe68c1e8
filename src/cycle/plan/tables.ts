import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, jsonb, numeric, pgTable, primaryKey, serial, text, unique } from 'drizzle-orm/pg-core'
import { organisation } from '../../people/index.ts'
import { dayColumn, localTextColumn, partialDateColumn } from '../../platform/database/columns.ts'

/** OGP's four values of relevance. */
export const ogpValues = ['access-to-information', 'civic-participation', 'public-accountability', 'technology-innovation'] as const
export type OgpValue = (typeof ogpValues)[number]

/** OGP's five grand challenges. */
export const grandChallenges = [
  'public-services',
  'integrity',
  'public-resources',
  'corporate-accountability',
  'safer-communities',
] as const
export type GrandChallenge = (typeof grandChallenges)[number]

/** How sure a fact is: see docs/data-dictionary.md. */
export const certainties = ['seen', 'seen-partial', 'inferred', 'memory-medium', 'unknown', 'deck', 'demonstration'] as const
export type Certainty = (typeof certainties)[number]

/** The named facts of a commitment and how sure each is. */
export type CommitmentCertainty = Partial<Record<'description' | 'lead' | 'supporting' | 'values' | 'period' | 'officialTitle', Certainty>>

const recordSeq = () => bigint('record_seq', { mode: 'number' }).notNull()

export const plan = pgTable(
  'plan',
  {
    id: text('id').primaryKey(),
    sourceId: text('source_id'),
    ordinal: integer('ordinal').notNull(),
    title: localTextColumn('title').notNull(),
    shortTitle: localTextColumn('short_title').notNull(),
    periodStart: partialDateColumn('period_start').notNull(),
    periodEnd: partialDateColumn('period_end').notNull(),
    periodNote: localTextColumn('period_note'),
    oversight: localTextColumn('oversight'),
    approvalAct: localTextColumn('approval_act'),
    approvalUrl: text('approval_url'),
    approvedOn: dayColumn('approved_on'),
    /** Wishes for the number of commitments while there are none yet. */
    commitmentsExpected: localTextColumn('commitments_expected'),
    sources: text('sources').array().notNull().default(sql`'{}'`),
    certainty: text('certainty').$type<Certainty>().notNull(),
    recordSeq: recordSeq(),
  },
  (t) => [
    index('plan_by_record').on(t.recordSeq),
    unique('plan_ordinal_is_used_once').on(t.ordinal),
    check('plan_ends_after_it_starts', sql`last_day(${t.periodEnd}) >= first_day(${t.periodStart})`),
    check('plan_id_is_readable', sql`${t.id} ~ '^[a-z0-9][a-z0-9-]{0,63}$'`),
  ],
)

/** A step of the plan's calendar, planned and actual. `actualKnownFrom` keeps hindsight out of the past. */
export const phase = pgTable(
  'phase',
  {
    id: serial('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => plan.id),
    position: integer('position').notNull(),
    title: localTextColumn('title').notNull(),
    /** A short label for drawings; the title when null. */
    label: localTextColumn('label'),
    plannedStart: partialDateColumn('planned_start'),
    plannedEnd: partialDateColumn('planned_end'),
    plannedNote: localTextColumn('planned_note'),
    /** Hours of the day, as `14:30–17:00`. */
    hours: text('hours'),
    actualStart: partialDateColumn('actual_start'),
    actualEnd: partialDateColumn('actual_end'),
    actualKnownFrom: dayColumn('actual_known_from'),
    /** The day the secretariat said that this step is skipped, and why; null = it is not. */
    skippedOn: dayColumn('skipped_on'),
    skippedReason: localTextColumn('skipped_reason'),
    /** From which day this step is known at all; null = from the beginning. */
    knownFrom: dayColumn('known_from'),
    basis: localTextColumn('basis'),
    /** What anyone can do in this step, as a sentence; null = nothing is asked of the public. */
    invitation: localTextColumn('invitation'),
    certainty: text('certainty').$type<Certainty>().notNull(),
    recordSeq: recordSeq(),
  },
  (t) => [
    unique('phase_position_is_used_once').on(t.planId, t.position),
    check(
      'phase_is_planned_to_end_after_it_starts',
      sql`${t.plannedStart} is null or ${t.plannedEnd} is null or last_day(${t.plannedEnd}) >= first_day(${t.plannedStart})`,
    ),
    check('phase_skipped_has_a_reason', sql`(${t.skippedOn} is null) = (${t.skippedReason} is null)`),
    check(
      'phase_ends_after_it_starts',
      sql`${t.actualStart} is null or ${t.actualEnd} is null or last_day(${t.actualEnd}) >= first_day(${t.actualStart})`,
    ),
  ],
)

export const dutyKinds = ['contribution', 'report', 'other'] as const
export type DutyKind = (typeof dutyKinds)[number]

/** A stretch of time that institutions report on; `referenceDay` is the day whose state they tell. */
export const reportingPeriod = pgTable(
  'reporting_period',
  {
    id: serial('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => plan.id),
    position: integer('position').notNull(),
    startsOn: dayColumn('starts_on').notNull(),
    referenceDay: dayColumn('reference_day').notNull(),
    recordSeq: recordSeq(),
  },
  (t) => [
    unique('reporting_period_position_is_used_once').on(t.planId, t.position),
    check('reporting_period_ends_after_it_starts', sql`${t.referenceDay} >= ${t.startsOn}`),
  ],
)

/** A date by which something is due: by law (`legal`) or by the working plan of an institution (`working`). */
export const deadline = pgTable(
  'deadline',
  {
    id: serial('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => plan.id),
    kind: text('kind').$type<'legal' | 'working'>().notNull(),
    duty: text('duty').$type<DutyKind>().notNull(),
    periodId: integer('period_id').references(() => reportingPeriod.id),
    title: localTextColumn('title').notNull(),
    /** Null: the act names none. */
    due: partialDateColumn('due'),
    basis: localTextColumn('basis').notNull(),
    basisUrl: text('basis_url'),
    knownFrom: dayColumn('known_from'),
    certainty: text('certainty').$type<Certainty>().notNull(),
    recordSeq: recordSeq(),
  },
  (t) => [
    unique('deadline_is_of_one_kind').on(t.id, t.kind),
    index('deadline_by_plan').on(t.planId, t.due),
    check('deadline_kind_is_known', sql`${t.kind} in ('legal','working')`),
    check('deadline_duty_is_known', sql`${t.duty} in ('contribution','report','other')`),
  ],
)

export const commitment = pgTable(
  'commitment',
  {
    id: serial('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => plan.id),
    number: integer('number').notNull(),
    title: localTextColumn('title').notNull(),
    officialTitle: localTextColumn('official_title'),
    problem: localTextColumn('problem'),
    promise: localTextColumn('promise'),
    /** How it is to solve the problem; null = not known. */
    solution: localTextColumn('solution'),
    values: text('values').array().$type<OgpValue[]>().notNull().default(sql`'{}'`),
    challenges: text('challenges').array().$type<GrandChallenge[]>().notNull().default(sql`'{}'`),
    sdgs: text('sdgs').array().notNull().default(sql`'{}'`),
    periodStart: partialDateColumn('period_start'),
    periodEnd: partialDateColumn('period_end'),
    /** Money in euro; all three null = not stated. */
    moneyEuro: numeric('money_euro', { precision: 14, scale: 2 }),
    moneySource: localTextColumn('money_source'),
    moneySecured: boolean('money_secured'),
    ogpId: text('ogp_id'),
    certainty: text('certainty').$type<Certainty>().notNull(),
    certaintyOf: jsonb('certainty_of').$type<CommitmentCertainty>().notNull().default({}),
    sources: text('sources').array().notNull().default(sql`'{}'`),
    knownFrom: dayColumn('known_from'),
    /** Rises with each edit; a form carries the one it was drawn from. */
    version: integer('version').notNull().default(1),
    recordSeq: recordSeq(),
  },
  (t) => [
    index('commitment_by_record').on(t.recordSeq),
    unique('commitment_number_is_used_once').on(t.planId, t.number),
    index('commitment_by_value').using('gin', t.values),
    index('commitment_by_challenge').using('gin', t.challenges),
    check('commitment_number_is_positive', sql`${t.number} between 1 and 999`),
    check(
      'commitment_ends_after_it_starts',
      sql`${t.periodStart} is null or ${t.periodEnd} is null or last_day(${t.periodEnd}) >= first_day(${t.periodStart})`,
    ),
    check('commitment_money_is_not_negative', sql`${t.moneyEuro} is null or ${t.moneyEuro} >= 0`),
  ],
)

export const parts = ['lead', 'supporting', 'partner'] as const
export type Part = (typeof parts)[number]

/** Who takes part in a commitment, as what, and for which share of it. */
export const commitmentParty = pgTable(
  'commitment_party',
  {
    commitmentId: integer('commitment_id')
      .notNull()
      .references(() => commitment.id),
    organisationId: text('organisation_id')
      .notNull()
      .references(() => organisation.id),
    part: text('part').$type<Part>().notNull(),
    position: integer('position').notNull(),
    scope: localTextColumn('scope'),
    certainty: text('certainty').$type<Certainty>().notNull(),
  },
  (t) => [
    primaryKey({ name: 'commitment_party_takes_part_once', columns: [t.commitmentId, t.organisationId] }),
    index('commitment_party_by_organisation').on(t.organisationId),
    check('commitment_party_part_is_known', sql`${t.part} in ('lead','supporting','partner')`),
  ],
)

/** A law, another plan or a page that a commitment refers to. */
export const commitmentLink = pgTable(
  'commitment_link',
  {
    id: serial('id').primaryKey(),
    commitmentId: integer('commitment_id')
      .notNull()
      .references(() => commitment.id),
    kind: text('kind').$type<'law' | 'plan' | 'page'>().notNull(),
    title: localTextColumn('title').notNull(),
    url: text('url'),
    knownFrom: dayColumn('known_from'),
  },
  (t) => [index('commitment_link_by_commitment').on(t.commitmentId)],
)

/** Two commitments that refer to each other; kept once, the smaller id first. */
export const commitmentRelation = pgTable(
  'commitment_relation',
  {
    commitmentId: integer('commitment_id')
      .notNull()
      .references(() => commitment.id),
    relatedId: integer('related_id')
      .notNull()
      .references(() => commitment.id),
  },
  (t) => [
    primaryKey({ name: 'commitment_relation_is_kept_once', columns: [t.commitmentId, t.relatedId] }),
    index('commitment_relation_by_related').on(t.relatedId),
    check('commitment_relation_is_ordered', sql`${t.commitmentId} < ${t.relatedId}`),
  ],
)

export const milestone = pgTable(
  'milestone',
  {
    id: serial('id').primaryKey(),
    commitmentId: integer('commitment_id')
      .notNull()
      .references(() => commitment.id),
    number: integer('number').notNull(),
    title: localTextColumn('title').notNull(),
    plannedStart: partialDateColumn('planned_start'),
    plannedEnd: partialDateColumn('planned_end'),
    plannedNote: localTextColumn('planned_note'),
    certainty: text('certainty').$type<Certainty>().notNull(),
    version: integer('version').notNull().default(1),
    recordSeq: recordSeq(),
  },
  (t) => [
    index('milestone_by_record').on(t.recordSeq),
    unique('milestone_number_is_used_once').on(t.commitmentId, t.number),
    check('milestone_number_is_positive', sql`${t.number} between 1 and 999`),
    check(
      'milestone_is_planned_to_end_after_it_starts',
      sql`${t.plannedStart} is null or ${t.plannedEnd} is null or last_day(${t.plannedEnd}) >= first_day(${t.plannedStart})`,
    ),
  ],
)

/** What changed in an adopted commitment or milestone, with the words before and after.
 *  An amendment (a planned date, a promise) always has its reason. */
export const change = pgTable(
  'change',
  {
    id: serial('id').primaryKey(),
    commitmentId: integer('commitment_id')
      .notNull()
      .references(() => commitment.id),
    milestoneId: integer('milestone_id').references(() => milestone.id),
    kind: text('kind').$type<'edit' | 'amendment'>().notNull(),
    before: jsonb('before').$type<Record<string, unknown>>().notNull(),
    after: jsonb('after').$type<Record<string, unknown>>().notNull(),
    reason: text('reason'),
    changedOn: dayColumn('changed_on').notNull(),
    recordSeq: recordSeq(),
  },
  (t) => [
    index('change_by_commitment').on(t.commitmentId, t.id),
    index('change_by_record').on(t.recordSeq),
    index('change_by_day').on(t.changedOn),
    check('change_of_a_date_has_a_reason', sql`${t.kind} <> 'amendment' or length(trim(${t.reason})) >= 10`),
  ],
)

/** What sources tell about a commitment beside its text: a result, or what came after the plan ended. */
export const commitmentFact = pgTable(
  'commitment_fact',
  {
    id: serial('id').primaryKey(),
    commitmentId: integer('commitment_id')
      .notNull()
      .references(() => commitment.id),
    kind: text('kind').$type<'result' | 'follow-up'>().notNull(),
    text: localTextColumn('text').notNull(),
    happenedOn: partialDateColumn('happened_on'),
    knownFrom: dayColumn('known_from').notNull(),
    certainty: text('certainty').$type<Certainty>().notNull(),
    sources: text('sources').array().notNull().default(sql`'{}'`),
    recordSeq: recordSeq(),
  },
  (t) => [
    index('commitment_fact_by_commitment').on(t.commitmentId, t.knownFrom),
    index('commitment_fact_by_record').on(t.recordSeq),
    index('commitment_fact_by_day').on(t.knownFrom),
  ],
)

/** The independent reviewer's finding on a commitment, in OGP's own scales. Null = the reviewer gave none or it is not known. */
export const finding = pgTable(
  'finding',
  {
    id: serial('id').primaryKey(),
    commitmentId: integer('commitment_id')
      .notNull()
      .references(() => commitment.id),
    report: localTextColumn('report').notNull(),
    reportUrl: text('report_url'),
    completion: text('completion').$type<'not-started' | 'limited' | 'substantial' | 'complete'>(),
    potentialImpact: text('potential_impact').$type<'none' | 'minor' | 'moderate' | 'transformative'>(),
    ambition: text('ambition').$type<'low' | 'high'>(),
    didItOpen: text('did_it_open').$type<'worsens' | 'did-not-change' | 'marginal' | 'major' | 'outstanding'>(),
    relevant: boolean('relevant'),
    verifiable: boolean('verifiable'),
    note: localTextColumn('note'),
    knownFrom: dayColumn('known_from').notNull(),
    certainty: text('certainty').$type<Certainty>().notNull(),
    recordSeq: recordSeq(),
  },
  (t) => [
    index('finding_by_commitment').on(t.commitmentId, t.knownFrom),
    index('finding_by_record').on(t.recordSeq),
    index('finding_by_day').on(t.knownFrom),
  ],
)
