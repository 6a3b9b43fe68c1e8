import { bigint, index, integer, pgTable, serial } from 'drizzle-orm/pg-core'
import { dayColumn, localTextColumn } from '../../../platform/database/columns.ts'
import { call } from '../tables.ts'

/** Why and when a call was corrected after it had been opened; what was changed, before and after, stands in the record. */
export const callCorrection = pgTable(
  'call_correction',
  {
    id: serial('id').primaryKey(),
    callId: integer('call_id')
      .notNull()
      .references(() => call.id),
    reason: localTextColumn('reason').notNull(),
    correctedOn: dayColumn('corrected_on').notNull(),
    recordSeq: bigint('record_seq', { mode: 'number' }).notNull(),
  },
  (t) => [index('call_correction_by_call').on(t.callId, t.id), index('call_correction_by_record').on(t.recordSeq)],
)
