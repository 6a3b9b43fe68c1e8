import { sql } from 'drizzle-orm'
import { bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, serial, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { organisation, type ParticipantSector, participantSectors } from '../../people/index.ts'
import { dayColumn, momentColumn } from '../../platform/database/columns.ts'
import type { LocalText } from '../../platform/languages/languages.ts'
import { plan } from '../plan/index.ts'
import type { BallotContent } from './content.ts'
import type { BallotResult } from './result.ts'

/** Fields of a form as they were typed, by name. */
export type TypedFields = Record<string, string[]>

/** The two sides that parity weighs equally. */
export const sides = ['government', 'non-government'] as const
export type Side = (typeof sides)[number]

export const voterStates = ['not-voted', 'voted', 'recused'] as const
export type VoterState = (typeof voterStates)[number]

/** What a vote says of each option it names, by the option's number: 1 for a choice, its points, or its place. */
export type Marks = Record<string, number>

/** Why an option can no longer be voted for, by its number. */
export type Withdrawn = Record<string, LocalText>

const oneOf = (values: readonly string[]) => sql.raw(`(${values.map((value) => `'${value}'`).join(',')})`)

/** A ballot: a draft while its content is null, then frozen. Its state follows from its times and the plan's moment. */
export const ballot = pgTable(
  'ballot',
  {
    id: serial('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => plan.id),
    /** What was typed so far; null once published. */
    draft: jsonb('draft').$type<TypedFields>(),
    /** Rises with each save; a form carries the one it was drawn from. */
    version: integer('version').notNull().default(1),
    content: jsonb('content').$type<BallotContent>(),
    publishedOn: dayColumn('published_on'),
    opensAt: momentColumn('opens_at'),
    /** The first moment at which no vote is taken any more. */
    closesAt: momentColumn('closes_at'),
    /** Votes lie apart from who cast them. */
    secret: boolean('secret').notNull().default(false),
    withdrawn: jsonb('withdrawn').$type<Withdrawn>().notNull().default({}),
    /** How the votes were counted; null before. */
    result: jsonb('result').$type<BallotResult>(),
    demonstration: boolean('demonstration').notNull().default(false),
    /** The last entry of the record about it; null = a draft. */
    recordSeq: bigint('record_seq', { mode: 'number' }),
  },
  (t) => [
    index('ballot_by_plan').on(t.planId, t.publishedOn, t.id),
    index('ballot_by_record').on(t.recordSeq),
    index('ballot_to_count').on(t.closesAt).where(sql`${t.closesAt} is not null and ${t.result} is null`),
    check('ballot_is_drafted_or_published', sql`(${t.content} is null) = (${t.publishedOn} is null)`),
    check('ballot_is_in_the_record_once_published', sql`(${t.recordSeq} is null) = (${t.publishedOn} is null)`),
    check(
      'ballot_published_has_times',
      sql`(${t.content} is null) = (${t.opensAt} is null) and (${t.content} is null) = (${t.closesAt} is null)`,
    ),
    check('ballot_closes_after_it_opens', sql`${t.closesAt} > ${t.opensAt}`),
    check('ballot_counted_was_published', sql`${t.result} is null or ${t.content} is not null`),
  ],
)

/** Who may vote in a ballot, fixed when it is published, and whether they have: without when and in which order. */
export const ballotVoter = pgTable(
  'ballot_voter',
  {
    ballotId: integer('ballot_id')
      .notNull()
      .references(() => ballot.id),
    number: integer('number').notNull(),
    /** The institution or organisation whose one ballot it is; null for a person. */
    organisationId: text('organisation_id').references(() => organisation.id),
    /** The address by which a person who was entered signs in; null for an organisation. */
    email: text('email'),
    name: text('name').notNull(),
    sector: text('sector').$type<ParticipantSector>().notNull(),
    side: text('side').$type<Side>().notNull(),
    state: text('state').$type<VoterState>().notNull().default('not-voted'),
  },
  (t) => [
    primaryKey({ name: 'ballot_voter_has_a_number', columns: [t.ballotId, t.number] }),
    uniqueIndex('ballot_voter_organisation_votes_once').on(t.ballotId, t.organisationId).where(sql`${t.organisationId} is not null`),
    uniqueIndex('ballot_voter_person_votes_once').on(t.ballotId, t.email).where(sql`${t.email} is not null`),
    index('ballot_voter_by_email').on(t.email).where(sql`${t.email} is not null`),
    index('ballot_voter_by_organisation').on(t.organisationId).where(sql`${t.organisationId} is not null`),
    check('ballot_voter_is_an_organisation_or_a_person', sql`(${t.organisationId} is null) <> (${t.email} is null)`),
    check('ballot_voter_sector_is_known', sql`${t.sector} in ${oneOf(participantSectors)}`),
    check('ballot_voter_side_is_known', sql`${t.side} in ${oneOf(sides)}`),
    check('ballot_voter_state_is_known', sql`${t.state} in ${oneOf(voterStates)}`),
  ],
)

/**
 * A vote. In a secret ballot its key is the hash of the token that its voter alone has, and nothing leads to the voter; in
 * an open one it names the voter.
 */
export const ballotVote = pgTable(
  'ballot_vote',
  {
    ballotId: integer('ballot_id')
      .notNull()
      .references(() => ballot.id),
    key: text('key').notNull(),
    marks: jsonb('marks').$type<Marks>().notNull(),
    /** For the sums by sector; emptied at the count where a secret vote could be guessed from it. */
    sector: text('sector').$type<ParticipantSector>(),
    side: text('side').$type<Side>(),
    /** The voter of an open ballot; null in a secret one. */
    voterNumber: integer('voter_number'),
  },
  (t) => [
    primaryKey({ name: 'ballot_vote_has_a_key', columns: [t.ballotId, t.key] }),
    uniqueIndex('ballot_vote_is_cast_once').on(t.ballotId, t.voterNumber).where(sql`${t.voterNumber} is not null`),
    check('ballot_vote_sector_is_known', sql`${t.sector} in ${oneOf(participantSectors)}`),
    check('ballot_vote_side_is_known', sql`${t.side} in ${oneOf(sides)}`),
  ],
)
