import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, jsonb, pgTable, serial, text, unique } from 'drizzle-orm/pg-core'
import { organisation, person, type Sector, sectors } from '../people/index.ts'
import { dayColumn, localTextColumn } from '../platform/database/columns.ts'
import type { Language } from '../platform/languages/languages.ts'
import type { ForumRules } from './rules/forumRules.ts'
import type { ThingAddress } from './things.ts'

export const oneOf = (words: readonly string[]) => sql.raw(`(${words.map((word) => `'${word}'`).join(',')})`)
export const recordSeq = () => bigint('record_seq', { mode: 'number' }).notNull()
export const demonstration = () => boolean('demonstration').notNull().default(false)
/** Rises with each change; a form carries the one it was drawn from. */
export const version = () => integer('version').notNull().default(1)

/** A multi-stakeholder forum. Who changes anything of its rules, seats or proposals locks this row. */
export const forum = pgTable(
  'forum',
  {
    id: text('id').primaryKey(),
    version: version(),
    demonstration: demonstration(),
    recordSeq: recordSeq(),
  },
  (t) => [index('forum_by_record').on(t.recordSeq), check('forum_id_is_readable', sql`${t.id} ~ '^[a-z0-9][a-z0-9-]{0,63}$'`)],
)

/** The forum's name, task and rules as they were adopted. Rows are never changed: a change is the next number. */
export const forumRules = pgTable(
  'forum_rules',
  {
    id: serial('id').primaryKey(),
    forumId: text('forum_id')
      .notNull()
      .references(() => forum.id),
    number: integer('number').notNull(),
    name: localTextColumn('name').notNull(),
    purpose: localTextColumn('purpose').notNull(),
    rules: jsonb('rules').$type<ForumRules>().notNull(),
    adoptedOn: dayColumn('adopted_on').notNull(),
    /** By which decision: of whom, and its number. */
    adoptedBy: localTextColumn('adopted_by').notNull(),
    publishedOn: dayColumn('published_on').notNull(),
    recordSeq: recordSeq(),
  },
  (t) => [unique('forum_rules_number_is_used_once').on(t.forumId, t.number), index('forum_rules_by_record').on(t.recordSeq)],
)

/** A seat. It keeps its code for ever; one that the rules no longer know is closed. */
export const forumSeat = pgTable(
  'forum_seat',
  {
    id: serial('id').primaryKey(),
    forumId: text('forum_id')
      .notNull()
      .references(() => forum.id),
    code: text('code').notNull(),
    sector: text('sector').$type<Sector>().notNull(),
    openedOn: dayColumn('opened_on').notNull(),
    closedOn: dayColumn('closed_on'),
    recordSeq: recordSeq(),
  },
  (t) => [
    unique('forum_seat_code_is_used_once').on(t.forumId, t.code),
    index('forum_seat_by_record').on(t.recordSeq),
    check('forum_seat_sector_is_known', sql`${t.sector} in ${oneOf(sectors)}`),
  ],
)

export const termKinds = ['member', 'substitute'] as const
export type TermKind = (typeof termKinds)[number]
export const offices = ['chair', 'co-chair'] as const
export type Office = (typeof offices)[number]

/** That someone holds a seat, or stands in for who does, from one day to another. */
export const forumTerm = pgTable(
  'forum_term',
  {
    id: serial('id').primaryKey(),
    seatId: integer('seat_id')
      .notNull()
      .references(() => forumSeat.id),
    kind: text('kind').$type<TermKind>().notNull(),
    name: text('name').notNull(),
    position: localTextColumn('position'),
    organisationId: text('organisation_id').references(() => organisation.id),
    office: text('office').$type<Office>(),
    /** Which of their terms one after another it is. */
    nth: integer('nth').notNull(),
    /** How the member was chosen or appointed. */
    chosen: localTextColumn('chosen'),
    /** Who acts for the seat on these pages. Null: nobody does. */
    personId: text('person_id').references(() => person.id, { onDelete: 'set null' }),
    startsOn: dayColumn('starts_on').notNull(),
    /** The last day; null = as long as the office is held. */
    endsOn: dayColumn('ends_on'),
    /** Set when it ended before its time, and why. */
    endReason: localTextColumn('end_reason'),
    version: version(),
    publishedOn: dayColumn('published_on').notNull(),
    demonstration: demonstration(),
    recordSeq: recordSeq(),
  },
  (t) => [
    index('forum_term_by_seat').on(t.seatId, t.startsOn),
    index('forum_term_by_person').on(t.personId),
    index('forum_term_by_record').on(t.recordSeq),
    check('forum_term_kind_is_known', sql`${t.kind} in ${oneOf(termKinds)}`),
    check('forum_term_office_is_known', sql`${t.office} in ${oneOf(offices)}`),
    check('forum_term_ends_after_it_starts', sql`${t.endsOn} is null or ${t.endsOn} >= ${t.startsOn}`),
  ],
)

/** What interests a member declared. The newest holds; the earlier ones stay. */
export const forumDeclaration = pgTable(
  'forum_declaration',
  {
    id: serial('id').primaryKey(),
    termId: integer('term_id')
      .notNull()
      .references(() => forumTerm.id),
    text: localTextColumn('text').notNull(),
    byMember: boolean('by_member').notNull(),
    publishedOn: dayColumn('published_on').notNull(),
    recordSeq: recordSeq(),
  },
  (t) => [index('forum_declaration_by_term').on(t.termId, t.id), index('forum_declaration_by_record').on(t.recordSeq)],
)

export const proposalStates = ['waiting', 'accepted', 'refused'] as const
export type ProposalState = (typeof proposalStates)[number]

/** Something to be put on the agenda: of a member's by the seat, or of anyone's. Public once it is accepted. */
export const forumProposal = pgTable(
  'forum_proposal',
  {
    id: serial('id').primaryKey(),
    forumId: text('forum_id')
      .notNull()
      .references(() => forum.id),
    /** Null: it comes from the public. */
    seatId: integer('seat_id').references(() => forumSeat.id),
    personId: text('person_id').references(() => person.id, { onDelete: 'set null' }),
    title: text('title').notNull(),
    reason: text('reason').notNull(),
    language: text('language').$type<Language>().notNull(),
    about: jsonb('about').$type<ThingAddress | null>(),
    state: text('state').$type<ProposalState>().notNull().default('waiting'),
    answer: localTextColumn('answer'),
    sentOn: dayColumn('sent_on').notNull(),
    demonstration: demonstration(),
  },
  (t) => [
    index('forum_proposal_by_state').on(t.forumId, t.state, t.id),
    index('forum_proposal_by_person').on(t.personId),
    check('forum_proposal_state_is_known', sql`${t.state} in ${oneOf(proposalStates)}`),
    check('forum_proposal_is_refused_for_a_reason', sql`${t.state} <> 'refused' or ${t.answer} is not null`),
  ],
)
