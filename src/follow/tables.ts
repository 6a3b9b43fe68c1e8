import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { dayColumn, momentColumn } from '../platform/database/columns.ts'
import type { Language } from '../platform/languages/languages.ts'

/** How often someone wants letters: as soon as there is news, once a day, once a week. */
export const frequencies = ['immediate', 'daily', 'weekly'] as const
export type Frequency = (typeof frequencies)[number]

const numberColumn = (name: string) => bigint(name, { mode: 'number' })

/** Every piece of news once, in the order in which they became known. What is in here is never told as new again. */
export const newsNumber = pgTable(
  'news_number',
  {
    number: numberColumn('number').primaryKey(),
    /** Kind and row, as feeds name it: `update/12`. */
    newsId: text('news_id').notNull(),
    /** What it is news of: `everything`, `plan/lv-3`, `topic/integrity` … */
    scopes: text('scopes').array().notNull(),
    /** The record's number and the plan's day until which it was not known: from there it can be found again. */
    afterSeq: numberColumn('after_seq').notNull(),
    afterDay: dayColumn('after_day').notNull(),
  },
  (t) => [unique('news_is_numbered_once').on(t.newsId)],
)

/** The last news of each thing that has had any. */
export const scopeNews = pgTable('scope_news', {
  scope: text('scope').primaryKey(),
  newest: numberColumn('newest').notNull(),
})

/** One row: how far news have been numbered, and up to which number daily and weekly letters tell. */
export const newsState = pgTable(
  'news_state',
  {
    id: integer('id').primaryKey(),
    seq: numberColumn('seq').notNull(),
    day: dayColumn('day').notNull(),
    newest: numberColumn('newest').notNull(),
    /** The day of the last daily letters, and the last news that they tell. */
    dailyOn: dayColumn('daily_on').notNull(),
    dailyUpTo: numberColumn('daily_up_to').notNull(),
    weeklyOn: dayColumn('weekly_on').notNull(),
    weeklyUpTo: numberColumn('weekly_up_to').notNull(),
  },
  (t) => [check('news_state_is_one_row', sql`${t.id} = 1`)],
)

/** A confirmed e-mail address that gets letters. It has no account; it goes with its last subscription. */
export const subscriber = pgTable(
  'subscriber',
  {
    /** Stands in the links of letters, with a signature. */
    id: text('id').primaryKey(),
    email: text('email').notNull(),
    language: text('language').$type<Language>().notNull(),
    createdAt: momentColumn('created_at').notNull(),
    /** The last letter of news: while it waits there is no other. */
    letterId: text('letter_id'),
    /** How many letters have come back in a row, and when the last did. */
    bounces: integer('bounces').notNull().default(0),
    bouncedAt: momentColumn('bounced_at'),
    /** Since when too many came back: nothing is sent until the address is confirmed again. */
    restsSince: momentColumn('rests_since'),
  },
  (t) => [unique('subscriber_has_its_address_alone').on(t.email)],
)

/** What a subscriber follows, how often, and how far it has been told. */
export const subscription = pgTable(
  'subscription',
  {
    subscriberId: text('subscriber_id')
      .notNull()
      .references(() => subscriber.id, { onDelete: 'cascade' }),
    scope: text('scope').notNull(),
    frequency: text('frequency').$type<Frequency>().notNull(),
    /** The last news when it began: it tells of what came after. */
    beganAfter: numberColumn('began_after').notNull(),
    /** The last news that was told, or passed over as being of something else. */
    toldUpTo: numberColumn('told_up_to').notNull(),
    createdAt: momentColumn('created_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'subscription_to_a_thing_is_one', columns: [t.subscriberId, t.scope] }),
    index('subscription_by_scope').on(t.scope, t.toldUpTo),
    check('subscription_frequency_is_known', sql`${t.frequency} in ('immediate','daily','weekly')`),
    check('subscription_tells_from_its_beginning', sql`${t.toldUpTo} >= ${t.beganAfter}`),
  ],
)

/** A wish that its address has not confirmed yet: to follow something, or (without a scope) to get letters again. */
export const subscriptionRequest = pgTable(
  'subscription_request',
  {
    /** SHA-256 of the token in the letter. */
    id: text('id').primaryKey(),
    email: text('email').notNull(),
    language: text('language').$type<Language>().notNull(),
    scope: text('scope'),
    frequency: text('frequency').$type<Frequency>(),
    expiresAt: momentColumn('expires_at').notNull(),
  },
  (t) => [
    index('subscription_request_by_email').on(t.email),
    index('subscription_request_by_end').on(t.expiresAt),
    check('subscription_request_is_whole', sql`(${t.scope} is null) = (${t.frequency} is null)`),
  ],
)
