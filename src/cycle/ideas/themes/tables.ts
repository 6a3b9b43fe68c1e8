import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgTable, serial, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { dayColumn, localTextColumn } from '../../../platform/database/columns.ts'
import { idea } from '../tables.ts'

/** That an idea was merged into another as its duplicate. Rows stay: what was undone bears its day. */
export const ideaMerge = pgTable(
  'idea_merge',
  {
    id: serial('id').primaryKey(),
    ideaId: integer('idea_id')
      .notNull()
      .references(() => idea.id),
    intoId: integer('into_id')
      .notNull()
      .references(() => idea.id),
    reason: localTextColumn('reason').notNull(),
    mergedOn: dayColumn('merged_on').notNull(),
    /** The author's objection, for the secretariat alone: that there is one, and what it says. */
    objectedOn: dayColumn('objected_on'),
    objection: text('objection'),
    undoneOn: dayColumn('undone_on'),
    undoneReason: localTextColumn('undone_reason'),
    recordSeq: bigint('record_seq', { mode: 'number' }).notNull(),
  },
  (t) => [
    uniqueIndex('idea_merge_holds_once').on(t.ideaId).where(sql`${t.undoneOn} is null`),
    index('idea_merge_by_target').on(t.intoId),
    index('idea_merge_objected').on(t.objectedOn).where(sql`${t.objectedOn} is not null and ${t.undoneOn} is null`),
    index('idea_merge_by_record').on(t.recordSeq),
    check('idea_merge_is_of_two', sql`${t.ideaId} <> ${t.intoId}`),
    check('idea_merge_undone_has_a_reason', sql`(${t.undoneOn} is null) = (${t.undoneReason} is null)`),
  ],
)
