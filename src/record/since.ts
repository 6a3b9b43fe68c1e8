import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import type { Day } from '../platform/dates/partialDate.ts'

/** What became public between two states: by the record's numbers after `seq` up to `upTo`, or by the plan's days after `day`. */
export type Since = { seq: number; upTo: number; day: Day }

/** Rows that became known since then, by the entry that made them public and the day from which they are known. */
export const becameKnown = (recordSeq: AnyColumn, knownOn: AnyColumn | SQL, { seq, upTo, day }: Since): SQL =>
  sql`((${recordSeq} > ${seq} and ${recordSeq} <= ${upTo}) or ${knownOn} > ${day})`
