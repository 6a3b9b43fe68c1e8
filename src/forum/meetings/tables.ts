import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, serial, text, unique } from 'drizzle-orm/pg-core'
import type { Sector } from '../../people/index.ts'
import { dayColumn, localTextColumn } from '../../platform/database/columns.ts'
import type { LocalText } from '../../platform/languages/languages.ts'
import { type SeatVote, seatVotes, type Tally } from '../rules/count.ts'
import { demonstration, forum, forumProposal, forumSeat, forumTerm, oneOf, recordSeq, version } from '../tables.ts'
import type { ThingAddress } from '../things.ts'

export const meetingStates = ['announced', 'open', 'closed', 'cancelled'] as const
export type MeetingState = (typeof meetingStates)[number]

/** A meeting of a forum. Who changes anything of it locks this row. */
export const forumMeeting = pgTable(
  'forum_meeting',
  {
    id: serial('id').primaryKey(),
    forumId: text('forum_id')
      .notNull()
      .references(() => forum.id),
    state: text('state').$type<MeetingState>().notNull().default('announced'),
    version: version(),
    /** The newest version's day. */
    startsOn: dayColumn('starts_on').notNull(),
    agendaPublishedOn: dayColumn('agenda_published_on'),
    /** Which seat chairs. */
    chairSeatId: integer('chair_seat_id').references(() => forumSeat.id),
    closedOn: dayColumn('closed_on'),
    minutesPublishedOn: dayColumn('minutes_published_on'),
    /** When the minutes were approved, and at which later meeting. */
    approvedOn: dayColumn('approved_on'),
    approvedAt: integer('approved_at'),
    /** What is being written of the minutes: nothing of it is public. */
    minutesDraft: jsonb('minutes_draft').$type<Record<string, string[]>>(),
    publishedOn: dayColumn('published_on').notNull(),
    demonstration: demonstration(),
    recordSeq: recordSeq(),
  },
  (t) => [
    index('forum_meeting_by_day').on(t.forumId, t.startsOn, t.id),
    index('forum_meeting_by_record').on(t.recordSeq),
    check('forum_meeting_state_is_known', sql`${t.state} in ${oneOf(meetingStates)}`),
    check('forum_meeting_closed_has_a_day', sql`(${t.state} = 'closed') = (${t.closedOn} is not null)`),
    check('forum_meeting_is_approved_by_minutes', sql`${t.approvedOn} is null or ${t.minutesPublishedOn} is not null`),
  ],
)

/** What was announced of a meeting. Rows are never changed: a change is the next number, and so is calling it off. */
export const forumMeetingVersion = pgTable(
  'forum_meeting_version',
  {
    id: serial('id').primaryKey(),
    meetingId: integer('meeting_id')
      .notNull()
      .references(() => forumMeeting.id),
    number: integer('number').notNull(),
    startsOn: dayColumn('starts_on').notNull(),
    /** Kept as `11:00–13:00`. */
    hours: text('hours').notNull(),
    place: localTextColumn('place').notNull(),
    streamUrl: text('stream_url'),
    note: localTextColumn('note'),
    cancelled: boolean('cancelled').notNull().default(false),
    reason: localTextColumn('reason'),
    publishedOn: dayColumn('published_on').notNull(),
    recordSeq: recordSeq(),
  },
  (t) => [
    unique('forum_meeting_version_number_is_used_once').on(t.meetingId, t.number),
    index('forum_meeting_version_by_record').on(t.recordSeq),
    check('forum_meeting_change_has_a_reason', sql`${t.number} = 1 or ${t.reason} is not null`),
  ],
)

/** A point of the agenda. */
export const forumItem = pgTable(
  'forum_item',
  {
    id: serial('id').primaryKey(),
    meetingId: integer('meeting_id')
      .notNull()
      .references(() => forumMeeting.id),
    position: integer('position').notNull(),
    title: localTextColumn('title').notNull(),
    presenter: localTextColumn('presenter'),
    about: jsonb('about').$type<ThingAddress | null>(),
    /** Taken without discussion, unless a member asks for one. */
    consent: boolean('consent').notNull().default(false),
    proposalId: integer('proposal_id').references(() => forumProposal.id),
    recordSeq: recordSeq(),
  },
  (t) => [
    unique('forum_item_position_is_used_once').on(t.meetingId, t.position),
    index('forum_item_by_record').on(t.recordSeq),
    index('forum_item_by_proposal').on(t.proposalId),
  ],
)

/** A paper of a meeting, or of one of its items: a file or an address. */
export const forumPaper = pgTable(
  'forum_paper',
  {
    id: serial('id').primaryKey(),
    meetingId: integer('meeting_id')
      .notNull()
      .references(() => forumMeeting.id),
    itemId: integer('item_id').references(() => forumItem.id),
    title: localTextColumn('title').notNull(),
    fileHash: text('file_hash'),
    fileName: text('file_name'),
    mediaType: text('media_type'),
    bytes: integer('bytes'),
    url: text('url'),
    publishedOn: dayColumn('published_on').notNull(),
    recordSeq: recordSeq(),
  },
  (t) => [
    index('forum_paper_by_meeting').on(t.meetingId, t.id),
    index('forum_paper_by_record').on(t.recordSeq),
    check('forum_paper_is_a_file_or_an_address', sql`num_nonnulls(${t.fileHash}, ${t.url}) = 1`),
  ],
)

/** Who sat on a seat at a meeting: the member or a substitute, from one item to another. */
export const forumAttendance = pgTable(
  'forum_attendance',
  {
    meetingId: integer('meeting_id')
      .notNull()
      .references(() => forumMeeting.id),
    seatId: integer('seat_id')
      .notNull()
      .references(() => forumSeat.id),
    termId: integer('term_id')
      .notNull()
      .references(() => forumTerm.id),
    /** The first and the last item at which they were there; null = to the end. */
    fromItem: integer('from_item').notNull(),
    untilItem: integer('until_item'),
    recordSeq: recordSeq(),
  },
  (t) => [
    primaryKey({ name: 'forum_attendance_is_one', columns: [t.meetingId, t.seatId] }),
    index('forum_attendance_by_record').on(t.recordSeq),
    check('forum_attendance_leaves_after_arriving', sql`${t.untilItem} is null or ${t.untilItem} >= ${t.fromItem}`),
  ],
)

/** How it was decided: as a consensus, by a vote, or together with other items that nobody wished to discuss. */
export const ways = ['consensus', 'vote', 'consent'] as const
export type Way = (typeof ways)[number]
export const decisionStates = ['adopted', 'fell'] as const
export type DecisionState = (typeof decisionStates)[number]

/** A motion and what became of it. It is never changed afterwards. */
export const forumDecision = pgTable(
  'forum_decision',
  {
    id: serial('id').primaryKey(),
    forumId: text('forum_id')
      .notNull()
      .references(() => forum.id),
    itemId: integer('item_id')
      .notNull()
      .references(() => forumItem.id),
    number: integer('number').notNull(),
    state: text('state').$type<DecisionState>().notNull(),
    way: text('way').$type<Way>().notNull(),
    /** Was a consensus asked for before the vote, and not found? */
    consensusFailed: boolean('consensus_failed').notNull().default(false),
    title: localTextColumn('title').notNull(),
    text: localTextColumn('text').notNull(),
    reasons: localTextColumn('reasons').notNull(),
    about: jsonb('about').$type<ThingAddress | null>(),
    /** The version of the rules by which it was counted, and the count. */
    rulesNumber: integer('rules_number').notNull(),
    tally: jsonb('tally').$type<Tally>().notNull(),
    decidedOn: dayColumn('decided_on').notNull(),
    recordSeq: recordSeq(),
  },
  (t) => [
    unique('forum_decision_number_is_used_once').on(t.forumId, t.number),
    unique('forum_item_is_decided_once').on(t.itemId),
    index('forum_decision_by_record').on(t.recordSeq),
    check('forum_decision_state_is_known', sql`${t.state} in ${oneOf(decisionStates)}`),
    check('forum_decision_way_is_known', sql`${t.way} in ${oneOf(ways)}`),
  ],
)

/** What became of each seat in a decision. */
export const forumVote = pgTable(
  'forum_vote',
  {
    decisionId: integer('decision_id')
      .notNull()
      .references(() => forumDecision.id),
    seatId: integer('seat_id')
      .notNull()
      .references(() => forumSeat.id),
    /** Who sat on it: null when nobody did. */
    termId: integer('term_id').references(() => forumTerm.id),
    vote: text('vote').$type<SeatVote>().notNull(),
    chairs: boolean('chairs').notNull().default(false),
    /** Why they are recused, or don't share a consensus. */
    reason: localTextColumn('reason'),
    recordSeq: recordSeq(),
  },
  (t) => [
    primaryKey({ name: 'forum_vote_is_one', columns: [t.decisionId, t.seatId] }),
    index('forum_vote_by_record').on(t.recordSeq),
    check('forum_vote_is_known', sql`${t.vote} in ${oneOf(seatVotes)}`),
    check('forum_vote_recused_has_a_reason', sql`${t.vote} <> 'recused' or ${t.reason} is not null`),
    check('forum_vote_has_someone', sql`(${t.vote} in ('absent','vacant')) or ${t.termId} is not null`),
  ],
)

export const taskStates = ['not-started', 'in-progress', 'done', 'dropped'] as const
export type TaskState = (typeof taskStates)[number]

/** Who does what by when after a decision. */
export const forumTask = pgTable(
  'forum_task',
  {
    id: serial('id').primaryKey(),
    decisionId: integer('decision_id')
      .notNull()
      .references(() => forumDecision.id),
    title: localTextColumn('title').notNull(),
    doer: localTextColumn('doer').notNull(),
    dueOn: dayColumn('due_on').notNull(),
    state: text('state').$type<TaskState>().notNull().default('not-started'),
    /** What was done, or why not. */
    note: localTextColumn('note'),
    version: version(),
    changedOn: dayColumn('changed_on').notNull(),
    recordSeq: recordSeq(),
  },
  (t) => [
    index('forum_task_by_decision').on(t.decisionId, t.id),
    index('forum_task_by_record').on(t.recordSeq),
    check('forum_task_state_is_known', sql`${t.state} in ${oneOf(taskStates)}`),
    check('forum_task_dropped_has_a_reason', sql`${t.state} <> 'dropped' or ${t.note} is not null`),
  ],
)

/** What a member sets against a decision, or against the minutes; and what was answered. */
export const forumOpinion = pgTable(
  'forum_opinion',
  {
    id: serial('id').primaryKey(),
    /** One of the two: a separate opinion on a decision, or an objection to a meeting's minutes. */
    decisionId: integer('decision_id').references(() => forumDecision.id),
    meetingId: integer('meeting_id').references(() => forumMeeting.id),
    termId: integer('term_id')
      .notNull()
      .references(() => forumTerm.id),
    text: localTextColumn('text').notNull(),
    publishedOn: dayColumn('published_on').notNull(),
    answer: localTextColumn('answer'),
    answeredOn: dayColumn('answered_on'),
    recordSeq: recordSeq(),
  },
  (t) => [
    index('forum_opinion_by_decision').on(t.decisionId, t.id),
    index('forum_opinion_by_meeting').on(t.meetingId, t.id),
    index('forum_opinion_by_record').on(t.recordSeq),
    check('forum_opinion_is_on_one_thing', sql`num_nonnulls(${t.decisionId}, ${t.meetingId}) = 1`),
    check('forum_opinion_answer_has_a_day', sql`(${t.answer} is null) = (${t.answeredOn} is null)`),
  ],
)

/** What was said on an item: by a sector, never by name. */
export type Note = { sector: Sector; text: LocalText }

/** Published minutes: a summary, and what was said on each item. Rows are never changed: a correction is the next number. */
export const forumMinutes = pgTable(
  'forum_minutes',
  {
    id: serial('id').primaryKey(),
    meetingId: integer('meeting_id')
      .notNull()
      .references(() => forumMeeting.id),
    number: integer('number').notNull(),
    summary: localTextColumn('summary').notNull(),
    notes: jsonb('notes').$type<(Note & { item: number })[]>().notNull(),
    reason: localTextColumn('reason'),
    publishedOn: dayColumn('published_on').notNull(),
    recordSeq: recordSeq(),
  },
  (t) => [
    unique('forum_minutes_number_is_used_once').on(t.meetingId, t.number),
    index('forum_minutes_by_record').on(t.recordSeq),
    check('forum_minutes_correction_has_a_reason', sql`${t.number} = 1 or ${t.reason} is not null`),
  ],
)
