import { type ListedNotice, listNotices } from '../../../cycle/inform/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'

/** So many notices stand on a page about something else. */
const NEWEST = 3

/** The newest notices of a plan, or of everything. Two queries. */
export async function newestNoticesOf(db: Database, planId: string | null, today: Day): Promise<ListedNotice[]> {
  return (await listNotices(db, { planId, kind: null, year: null }, today, 1, NEWEST)).notices
}
