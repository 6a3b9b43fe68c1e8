import { and, eq, inArray, isNotNull, lt, ne, or } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import { addDays } from '../../platform/dates/partialDate.ts'
import type { House } from '../../platform/house.ts'
import { event, eventRegistration } from './tables.ts'

/** So long after an event what people need, and names that were not to be published, are kept. */
export const KEPT_AFTER_DAYS = 30

/**
 * Thirty days after an event erases what people needed to take part, and the names and organisations of those who did
 * not want to be named in public. What they represented stays: it is counted.
 */
export async function eraseRegistrations(db: Database, house: House): Promise<void> {
  const before = addDays(house.clock.today(), -KEPT_AFTER_DAYS)
  const over = db
    .select({ id: event.id })
    .from(event)
    .where(and(lt(event.startsOn, before), ne(event.state, 'draft')))
  await db
    .update(eventRegistration)
    .set({ needs: null })
    .where(and(inArray(eventRegistration.eventId, over), isNotNull(eventRegistration.needs)))
  await db
    .update(eventRegistration)
    .set({ name: '', nameKey: '', organisation: null })
    .where(
      and(
        inArray(eventRegistration.eventId, over),
        ne(eventRegistration.name, ''),
        or(eq(eventRegistration.showName, false), ne(eventRegistration.state, 'registered')),
      ),
    )
}
