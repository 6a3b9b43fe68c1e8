import { lt, or } from 'drizzle-orm'
import type { Database } from '../platform/database/database.ts'
import { accessibilityFeedback } from './tables.ts'

const DAY = 24 * 60 * 60

/** Long enough for a further question after an answer. */
export const HANDLED_KEPT_SECONDS = 90 * DAY
/** What nobody has answered for so long is of no use to anyone. */
export const UNHANDLED_KEPT_SECONDS = 365 * DAY

/** Erases messages about barriers whose time is over, with all that stands in them. */
export async function eraseFeedback(db: Database, now: Date): Promise<void> {
  const before = (seconds: number): Date => new Date(now.getTime() - seconds * 1000)
  await db
    .delete(accessibilityFeedback)
    .where(
      or(
        lt(accessibilityFeedback.handledAt, before(HANDLED_KEPT_SECONDS)),
        lt(accessibilityFeedback.receivedAt, before(UNHANDLED_KEPT_SECONDS)),
      ),
    )
}
