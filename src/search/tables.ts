import { sql } from 'drizzle-orm'
import { bigint, boolean, check, customType, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { dayColumn, localTextColumn } from '../platform/database/columns.ts'
import type { PublicTextKind } from '../platform/publicText.ts'

const tsvectorColumn = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** What can be found: a copy of public texts, made again from them at any time (keepUp.ts). */
export const searchText = pgTable(
  'search_text',
  {
    object: text('object').notNull(),
    part: text('part').notNull(),
    kind: text('kind').$type<PublicTextKind>().notNull(),
    planId: text('plan_id'),
    commitmentId: integer('commitment_id'),
    commitmentNumber: integer('commitment_number'),
    milestoneNumber: integer('milestone_number'),
    organisationId: text('organisation_id'),
    title: localTextColumn('title').notNull(),
    body: localTextColumn('body').notNull(),
    knownFrom: dayColumn('known_from'),
    knownUntil: dayColumn('known_until'),
    demonstration: boolean('demonstration').notNull(),
    words: tsvectorColumn('words').notNull(),
  },
  (t) => [
    primaryKey({ name: 'search_text_part_is_kept_once', columns: [t.object, t.part] }),
    index('search_text_by_words').using('gin', t.words),
  ],
)

/** Every stem that stands in a text, with what is left of it when a letter is left out: typing errors meet there. */
export const searchWord = pgTable(
  'search_word',
  {
    stem: text('stem').primaryKey(),
    neighbours: text('neighbours').array().notNull(),
  },
  (t) => [index('search_word_by_neighbours').using('gin', t.neighbours)],
)

/** One row: up to which number of the record the texts are in, and by which rules. Locking it puts those who bring them up to date in a queue. */
export const searchState = pgTable(
  'search_state',
  {
    id: integer('id').primaryKey(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    rules: integer('rules').notNull(),
  },
  (t) => [check('search_state_is_one_row', sql`${t.id} = 1`)],
)
