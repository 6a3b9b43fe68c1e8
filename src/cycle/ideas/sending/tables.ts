import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, serial, text } from 'drizzle-orm/pg-core'
import { momentColumn } from '../../../platform/database/columns.ts'
import type { StoredFile } from '../../../platform/files/files.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { type ContributionKind, call, idea } from '../tables.ts'

/**
 * What someone has typed of an idea and not sent yet, kept for their browser: it holds a random token in a cookie, and
 * here stands only the token's hash.
 */
export const ideaDraft = pgTable(
  'idea_draft',
  {
    /** SHA-256 of the token, lower-case hex. */
    token: text('token').notNull(),
    callId: integer('call_id')
      .notNull()
      .references(() => call.id),
    kind: text('kind').$type<ContributionKind>().notNull(),
    language: text('language').$type<Language>().notNull(),
    /** The fields of the form, word for word, right or wrong. */
    fields: jsonb('fields').$type<Record<string, string[]>>().notNull(),
    files: jsonb('files').$type<StoredFile[]>().notNull().default([]),
    /** The number of its sending; a new one each time something else was typed. */
    sending: text('sending').notNull(),
    savedAt: momentColumn('saved_at').notNull(),
  },
  (t) => [
    primaryKey({ name: 'idea_draft_is_one_of_a_browser', columns: [t.token, t.callId, t.kind] }),
    index('idea_draft_by_time').on(t.savedAt),
    index('idea_draft_by_sending').on(t.sending),
  ],
)

/** A table of ideas that came on paper or by e-mail, on its way in: looked at first, then brought in, perhaps taken back. */
export const importStates = ['preview', 'done', 'undone'] as const
export type ImportState = (typeof importStates)[number]

export const ideaImport = pgTable(
  'idea_import',
  {
    id: serial('id').primaryKey(),
    callId: integer('call_id')
      .notNull()
      .references(() => call.id),
    fileName: text('file_name').notNull(),
    /** The language its ideas are written in. */
    language: text('language').$type<Language>().notNull(),
    state: text('state').$type<ImportState>().notNull().default('preview'),
    /** Rises with each step; a form carries the one it was drawn from. */
    version: integer('version').notNull().default(1),
    createdAt: momentColumn('created_at').notNull(),
  },
  (t) => [
    index('idea_import_by_call').on(t.callId, t.id),
    index('idea_import_to_forget').on(t.createdAt).where(sql`${t.state} = 'preview'`),
    check('idea_import_state_is_known', sql`${t.state} in ('preview','done','undone')`),
  ],
)

/** One row of such a table. What it said goes when it was brought in: then the idea holds it. */
export const ideaImportRow = pgTable(
  'idea_import_row',
  {
    importId: integer('import_id')
      .notNull()
      .references(() => ideaImport.id, { onDelete: 'cascade' }),
    /** Its number in the sheet. */
    row: integer('row').notNull(),
    fields: jsonb('fields').$type<Record<string, string>>().notNull(),
    ideaId: integer('idea_id').references(() => idea.id),
    /** It stays although the import was taken back: someone had supported or answered it by then. */
    stays: boolean('stays').notNull().default(false),
  },
  (t) => [
    primaryKey({ name: 'idea_import_row_stands_once', columns: [t.importId, t.row] }),
    index('idea_import_row_by_idea').on(t.ideaId).where(sql`${t.ideaId} is not null`),
  ],
)
