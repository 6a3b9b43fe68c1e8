import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { dayColumn, momentColumn } from '../platform/database/columns.ts'
import type { Problem } from '../platform/links/askAddress.ts'

/** How a link stood when it was asked last. `gone` is a failure; dead it is after several in a row. */
export const linkStates = ['unknown', 'there', 'gone', 'unclear'] as const
export type LinkState = (typeof linkStates)[number]

/** An address elsewhere that something public names, and whether anything is there. Each is asked once, whoever names it. */
export const link = pgTable(
  'link',
  {
    /** SHA-256 of the address, lower-case hex. */
    id: text('id').primaryKey(),
    address: text('address').notNull(),
    state: text('state').$type<LinkState>().notNull().default('unknown'),
    /** What the last answer was when not good (platform/links/askAddress.ts). */
    problem: text('problem').$type<Problem>(),
    /** Failures in a row. */
    failures: integer('failures').notNull().default(0),
    /** The plan's day of the first of them. */
    failingSince: dayColumn('failing_since'),
    /** Set once there were enough of them: the day of the first. */
    deadSince: dayColumn('dead_since'),
    /** Before this moment nobody asks: it was asked lately, or is being asked right now. */
    nextCheckAt: momentColumn('next_check_at').notNull(),
    checkedAt: momentColumn('checked_at'),
    /** The entry that told of its death or return last; null: there was neither. */
    recordSeq: bigint('record_seq', { mode: 'number' }),
  },
  (t) => [
    index('link_due').on(t.nextCheckAt),
    index('link_dead').on(t.deadSince, t.id).where(sql`${t.deadSince} is not null`),
    index('link_unclear').on(t.id).where(sql`${t.state} = 'unclear'`),
    check('link_state_is_known', sql`${t.state} in ('unknown','there','gone','unclear')`),
    check('link_failures_have_a_first', sql`(${t.failures} > 0) = (${t.failingSince} is not null)`),
    check('link_is_gone_when_it_failed', sql`(${t.failures} > 0) = (${t.state} = 'gone')`),
    check('link_is_dead_since_it_failed_first', sql`${t.deadSince} is null or ${t.deadSince} = ${t.failingSince}`),
  ],
)

/** Which public things name a link, and where they are shown: a copy, made from the modules' own rows (findLinks.ts). */
export const linkUse = pgTable(
  'link_use',
  {
    thing: text('thing').notNull(),
    linkId: text('link_id')
      .notNull()
      .references(() => link.id, { onDelete: 'cascade' }),
    place: text('place').notNull(),
  },
  (t) => [primaryKey({ name: 'link_use_is_kept_once', columns: [t.thing, t.linkId] }), index('link_use_by_link').on(t.linkId, t.place)],
)

/** One row: the number of the record up to which links were found. Locking it puts those who find them in a queue. */
export const linkFinding = pgTable(
  'link_finding',
  {
    id: integer('id').primaryKey(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
  },
  (t) => [check('link_finding_is_one_row', sql`${t.id} = 1`)],
)
