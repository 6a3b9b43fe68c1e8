import { and, eq, gte, inArray } from 'drizzle-orm'
import type { House } from '../../platform/house.ts'
import { leaveEvent } from './leaveEvent.ts'
import { event, eventRegistration } from './tables.ts'

/**
 * Erases a person from all events, also where their name was published: a seat in one to come goes to who waits first,
 * and of the others only what is counted stays, without anybody.
 */
export async function forgetRegistrations(house: House, personId: string): Promise<void> {
  const coming = await house.db
    .select({ id: event.id })
    .from(eventRegistration)
    .innerJoin(event, eq(event.id, eventRegistration.eventId))
    .where(
      and(
        eq(eventRegistration.personId, personId),
        inArray(eventRegistration.state, ['registered', 'waiting']),
        eq(event.state, 'published'),
        gte(event.startsOn, house.clock.today()),
      ),
    )
  const whose = { personId, name: null, roles: [] }
  for (const { id } of coming) await leaveEvent(house, whose, id)
  await house.db
    .update(eventRegistration)
    .set({ personId: null, name: '', nameKey: '', organisation: null, needs: null })
    .where(eq(eventRegistration.personId, personId))
}
