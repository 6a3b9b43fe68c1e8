import { bigint, index, integer, pgTable, text } from 'drizzle-orm/pg-core'

/** The public record. `entry` is the RFC 8785 canonical JSON, word for word; the other columns only help to find it. */
export const recordEntry = pgTable(
  'record_entry',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey(),
    object: text('object').notNull(),
    act: text('act').notNull(),
    entry: text('entry').notNull(),
  },
  // The operator class finds what begins with an address, in every collation.
  (t) => [index('record_entry_by_object').on(t.object.op('text_pattern_ops'), t.seq)],
)

/** One row: where the chain ends. Locking it puts the writers in a queue. */
export const recordHead = pgTable('record_head', {
  id: integer('id').primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  hash: text('hash').notNull(),
})
