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
    referenceDay: dayColumn('reference_day'),
    title: localTextColumn('title').notNull(),
    body: localTextColumn('body').notNull(),
    fileHash: text('file_hash'),
    knownFrom: dayColumn('known_from'),
    knownUntil: dayColumn('known_until'),
    demonstration: boolean('demonstration').notNull(),
    /** Stems of title, body and file, and the marks of what the text belongs to (vectors.ts). */
    words: tsvectorColumn('words').notNull(),
    /** Words and stems of the title, where the title is the thing's own: for suggestions while someone types. */
    titleWords: tsvectorColumn('title_words'),
  },
  (t) => [
    primaryKey({ name: 'search_text_part_is_kept_once', columns: [t.object, t.part] }),
    index('search_text_by_words').using('gin', t.words),
    index('search_text_by_title').using('gin', t.titleWords).where(sql`${t.titleWords} is not null`),
    index('search_text_by_day').on(t.kind, t.knownFrom.desc().nullsLast()),
    index('search_text_by_file').on(t.fileHash).where(sql`${t.fileHash} is not null`),
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

/** One row: what the texts are up to. Locking it puts those who bring them up to date in a queue. */
export const searchState = pgTable(
  'search_state',
  {
    id: integer('id').primaryKey(),
    /** The number of the record up to which the texts are in. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    rules: integer('rules').notNull(),
  },
  (t) => [check('search_state_is_one_row', sql`${t.id} = 1`)],
)
