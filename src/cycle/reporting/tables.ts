import { sql } from 'drizzle-orm'
import { bigint, check, integer, pgTable, serial, text, unique } from 'drizzle-orm/pg-core'
import { localTextColumn } from '../../platform/database/columns.ts'
import { plan } from '../plan/index.ts'

/** The parts of a report that people write; everything else is drawn from the rows. */
export const sectionKinds = ['introduction', 'process', 'lessons'] as const
export type SectionKind = (typeof sectionKinds)[number]

export const reportSection = pgTable(
  'report_section',
  {
    id: serial('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => plan.id),
    kind: text('kind').$type<SectionKind>().notNull(),
    body: localTextColumn('body').notNull(),
    version: integer('version').notNull().default(1),
    recordSeq: bigint('record_seq', { mode: 'number' }).notNull(),
  },
  (t) => [
    unique('report_section_is_written_once').on(t.planId, t.kind),
    check('report_section_kind_is_known', sql`${t.kind} in ('introduction','process','lessons')`),
  ],
)
