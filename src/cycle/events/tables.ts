import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, serial, text, unique } from 'drizzle-orm/pg-core'
import { type ParticipantSector, participantSectors, person } from '../../people/index.ts'
import { dayColumn, localTextColumn, momentColumn } from '../../platform/database/columns.ts'
import type { Language, LocalText } from '../../platform/languages/languages.ts'
import { idea } from '../ideas/index.ts'
import { commitment, plan } from '../plan/index.ts'

/** What kind of meeting it is. */
export const eventKinds = ['discussion', 'hearing', 'working-group', 'information', 'other'] as const
export type EventKind = (typeof eventKinds)[number]

/** A draft of the secretariat's; announced; announced and called off; has been held. */
export const eventStates = ['draft', 'published', 'cancelled', 'held'] as const
export type EventState = (typeof eventStates)[number]

/** What has been typed so far: the fields of a form, word for word, right or wrong. */
export type TypedFields = Record<string, string[]>

/** A point of the agenda: from when, what, and who presents it, in words. */
export type AgendaItem = { time: string | null; title: LocalText; by: LocalText | null }

const oneOf = (words: readonly string[]) => sql.raw(`(${words.map((word) => `'${word}'`).join(',')})`)
const recordSeq = () => bigint('record_seq', { mode: 'number' })

/** A meeting to which people come. What is said of it stands in its versions; here is what registering goes by. */
export const event = pgTable(
  'event',
  {
    id: serial('id').primaryKey(),
    /** Null: it is about no plan in particular. */
    planId: text('plan_id').references(() => plan.id),
    state: text('state').$type<EventState>().notNull().default('draft'),
    /** What is being written: the whole event, or its next version. */
    draft: jsonb('draft').$type<TypedFields>(),
    /** Rises with each save; a form carries the one it was drawn from. */
    draftVersion: integer('draft_version').notNull().default(1),
    draftSavedAt: momentColumn('draft_saved_at'),
    firstPublishedOn: dayColumn('first_published_on'),
    /** The five that follow are the newest version's. */
    startsOn: dayColumn('starts_on'),
    hours: text('hours'),
    /** Null: there is room for everyone. */
    capacity: integer('capacity'),
    /** The last day on which one can register; null = nobody need register. */
    registrationUntil: dayColumn('registration_until'),
    recordSeq: recordSeq(),
    /** Seats taken and people waiting, counted in the transaction that changes them. */
    registered: integer('registered').notNull().default(0),
    waiting: integer('waiting').notNull().default(0),
    /** The last number that was given out in the queue. */
    lastPlace: integer('last_place').notNull().default(0),
    heldOn: dayColumn('held_on'),
    demonstration: boolean('demonstration').notNull().default(false),
  },
  (t) => [
    index('event_by_day').on(t.startsOn, t.id).where(sql`${t.state} <> 'draft'`),
    index('event_by_plan').on(t.planId, t.startsOn, t.id).where(sql`${t.state} <> 'draft'`),
    index('event_drafted').on(t.draftSavedAt).where(sql`${t.draft} is not null`),
    index('event_by_record').on(t.recordSeq),
    check('event_state_is_known', sql`${t.state} in ${oneOf(eventStates)}`),
    check('event_is_drafted_or_published', sql`${t.draft} is not null or ${t.state} <> 'draft'`),
    check('event_is_in_the_record_once_published', sql`(${t.state} = 'draft') = (${t.recordSeq} is null)`),
    check(
      'event_has_its_time_once_published',
      sql`${t.state} = 'draft' or num_nonnulls(${t.startsOn}, ${t.hours}, ${t.firstPublishedOn}) = 3`,
    ),
    check('event_held_has_a_day', sql`(${t.state} = 'held') = (${t.heldOn} is not null)`),
    check('event_counts_are_not_negative', sql`${t.registered} >= 0 and ${t.waiting} >= 0`),
  ],
)

/** What was announced. Rows are never changed: a change is the next number, and so is calling it off. */
export const eventVersion = pgTable(
  'event_version',
  {
    id: serial('id').primaryKey(),
    eventId: integer('event_id')
      .notNull()
      .references(() => event.id),
    number: integer('number').notNull(),
    title: localTextColumn('title').notNull(),
    kind: text('kind').$type<EventKind>().notNull(),
    body: localTextColumn('body').notNull(),
    startsOn: dayColumn('starts_on').notNull(),
    /** Kept as `14:30–17:00`. */
    hours: text('hours').notNull(),
    place: localTextColumn('place').notNull(),
    /** How people who move, hear or see with difficulty get in and take part. */
    accessibility: localTextColumn('accessibility'),
    streamUrl: text('stream_url'),
    capacity: integer('capacity'),
    registrationUntil: dayColumn('registration_until'),
    agenda: jsonb('agenda').$type<AgendaItem[]>().notNull().default([]),
    /** Whom to ask. */
    contact: localTextColumn('contact'),
    cancelled: boolean('cancelled').notNull().default(false),
    /** Why it was changed or called off. */
    reason: localTextColumn('reason'),
    publishedOn: dayColumn('published_on').notNull(),
    recordSeq: recordSeq().notNull(),
  },
  (t) => [
    unique('event_version_number_is_used_once').on(t.eventId, t.number),
    index('event_version_by_day').on(t.publishedOn, t.recordSeq),
    index('event_version_by_record').on(t.recordSeq),
    check('event_version_kind_is_known', sql`${t.kind} in ${oneOf(eventKinds)}`),
    check('event_change_has_a_reason', sql`${t.number} = 1 or ${t.reason} is not null`),
    check('event_capacity_is_some', sql`${t.capacity} > 0`),
  ],
)

/** Has a seat, waits for one, gave it back, or came in by the door without having registered. */
export const registrationStates = ['registered', 'waiting', 'left', 'door'] as const
export type RegistrationState = (typeof registrationStates)[number]

/** Who takes part: one row a person and event; of those who came in by the door, without an account. */
export const eventRegistration = pgTable(
  'event_registration',
  {
    id: serial('id').primaryKey(),
    eventId: integer('event_id')
      .notNull()
      .references(() => event.id),
    /** Null: came in by the door, or was made up for the demonstration. */
    personId: text('person_id').references(() => person.id, { onDelete: 'cascade' }),
    /** Empty once it was erased. */
    name: text('name').notNull(),
    /** The name in small letters without diacritics, for the list at the door. */
    nameKey: text('name_key').notNull(),
    sector: text('sector').$type<ParticipantSector>().notNull(),
    organisation: text('organisation'),
    /** What the person needs to take part, such as a sign-language interpreter. */
    needs: text('needs'),
    /** May the name be published in the list of participants? */
    showName: boolean('show_name').notNull().default(false),
    state: text('state').$type<RegistrationState>().notNull(),
    /** Its number in the queue: who waits with the smallest is next. */
    place: integer('place').notNull(),
    language: text('language').$type<Language>().notNull(),
    /** Rises with each change; a form carries the one it was drawn from. */
    version: integer('version').notNull().default(1),
    registeredAt: momentColumn('registered_at').notNull(),
    remindedAt: momentColumn('reminded_at'),
    attendedAt: momentColumn('attended_at'),
    demonstration: boolean('demonstration').notNull().default(false),
  },
  (t) => [
    unique('event_registration_is_one_a_person').on(t.eventId, t.personId),
    index('event_registration_by_place').on(t.eventId, t.state, t.place),
    index('event_registration_by_name').on(t.eventId, t.nameKey, t.id),
    index('event_registration_by_person').on(t.personId),
    check('event_registration_state_is_known', sql`${t.state} in ${oneOf(registrationStates)}`),
    check('event_registration_sector_is_known', sql`${t.sector} in ${oneOf(participantSectors)}`),
    check('event_registration_by_the_door_has_come', sql`${t.state} <> 'door' or ${t.attendedAt} is not null or ${t.name} = ''`),
  ],
)

/** How many of a sector have a seat, and how many came: counted with each change. */
export const eventCount = pgTable(
  'event_count',
  {
    eventId: integer('event_id')
      .notNull()
      .references(() => event.id),
    sector: text('sector').$type<ParticipantSector>().notNull(),
    registered: integer('registered').notNull().default(0),
    attended: integer('attended').notNull().default(0),
  },
  (t) => [
    primaryKey({ name: 'event_count_is_one', columns: [t.eventId, t.sector] }),
    check('event_count_is_not_negative', sql`${t.registered} >= 0 and ${t.attended} >= 0`),
  ],
)

/** Something that was said: by whom as a sector, and by name only with consent or as an official. */
export type MinutesItem = { sector: ParticipantSector; speaker: string | null; text: LocalText }

/** What the meeting came to; its number is the same in every version. */
export type Conclusion = { number: number; title: LocalText; text: LocalText }

/** What is being written of the minutes of an event. */
export const eventMinutes = pgTable(
  'event_minutes',
  {
    eventId: integer('event_id')
      .primaryKey()
      .references(() => event.id),
    draft: jsonb('draft').$type<TypedFields>(),
    draftVersion: integer('draft_version').notNull().default(1),
    draftSavedAt: momentColumn('draft_saved_at'),
    firstPublishedOn: dayColumn('first_published_on'),
  },
  (t) => [
    index('event_minutes_drafted').on(t.draftSavedAt).where(sql`${t.draft} is not null`),
    check('event_minutes_are_drafted_or_published', sql`${t.draft} is not null or ${t.firstPublishedOn} is not null`),
  ],
)

/** Published minutes. Rows are never changed: a correction is the next number. */
export const eventMinutesVersion = pgTable(
  'event_minutes_version',
  {
    id: serial('id').primaryKey(),
    eventId: integer('event_id')
      .notNull()
      .references(() => event.id),
    number: integer('number').notNull(),
    summary: localTextColumn('summary').notNull(),
    items: jsonb('items').$type<MinutesItem[]>().notNull(),
    conclusions: jsonb('conclusions').$type<Conclusion[]>().notNull(),
    reason: localTextColumn('reason'),
    publishedOn: dayColumn('published_on').notNull(),
    recordSeq: recordSeq().notNull(),
  },
  (t) => [
    unique('event_minutes_version_number_is_used_once').on(t.eventId, t.number),
    index('event_minutes_version_by_record').on(t.recordSeq),
    check('event_minutes_correction_has_a_reason', sql`${t.number} = 1 or ${t.reason} is not null`),
  ],
)

/** What became of a conclusion: an idea in a call, or a note on a commitment (`event_note`). */
export const eventOutcome = pgTable(
  'event_outcome',
  {
    id: serial('id').primaryKey(),
    eventId: integer('event_id')
      .notNull()
      .references(() => event.id),
    /** The number of the conclusion. */
    conclusion: integer('conclusion').notNull(),
    /** The conclusion's words when it was handed on. */
    title: localTextColumn('title').notNull(),
    text: localTextColumn('text').notNull(),
    ideaId: integer('idea_id').references(() => idea.id),
    commitmentId: integer('commitment_id').references(() => commitment.id),
    publishedOn: dayColumn('published_on').notNull(),
    demonstration: boolean('demonstration').notNull().default(false),
    recordSeq: recordSeq().notNull(),
  },
  (t) => [
    unique('event_conclusion_is_handed_on_once').on(t.eventId, t.conclusion),
    index('event_outcome_by_commitment').on(t.commitmentId, t.id).where(sql`${t.commitmentId} is not null`),
    index('event_outcome_by_idea').on(t.ideaId).where(sql`${t.ideaId} is not null`),
    index('event_outcome_by_record').on(t.recordSeq),
    check('event_outcome_is_one_thing', sql`num_nonnulls(${t.ideaId}, ${t.commitmentId}) = 1`),
  ],
)

/** A photograph of the event, without what a camera writes into it; with words for those who can't see it. */
export const eventPhotograph = pgTable(
  'event_photograph',
  {
    id: serial('id').primaryKey(),
    eventId: integer('event_id')
      .notNull()
      .references(() => event.id),
    fileHash: text('file_hash').notNull(),
    fileName: text('file_name').notNull(),
    mediaType: text('media_type').notNull(),
    bytes: integer('bytes').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    alternative: localTextColumn('alternative').notNull(),
    publishedOn: dayColumn('published_on').notNull(),
    withdrawnOn: dayColumn('withdrawn_on'),
    withdrawalReason: text('withdrawal_reason'),
    demonstration: boolean('demonstration').notNull().default(false),
    recordSeq: recordSeq().notNull(),
  },
  (t) => [
    index('event_photograph_by_event').on(t.eventId, t.id),
    index('event_photograph_by_record').on(t.recordSeq),
    check('event_photograph_is_taken_out_for_a_reason', sql`(${t.withdrawnOn} is null) = (${t.withdrawalReason} is null)`),
  ],
)
