import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { addDays } from '../../platform/dates/partialDate.ts'
import type { House } from '../../platform/house.ts'
import { writeTo } from './letters.ts'
import { newestVersion } from './queries.ts'
import { event, eventRegistration } from './tables.ts'

/** So many are reminded in one transaction. */
const AT_ONCE = 100
const MOST_EVENTS = 100

/**
 * Reminds those who have a seat the day before the event, each once. Several processes may do so together: whoever
 * notes it sends the letter, in the same transaction. Events that were called off remind nobody.
 */
export async function sendReminders(house: House): Promise<void> {
  const tomorrow = addDays(house.clock.today(), 1)
  const due = await house.db
    .select({ id: event.id })
    .from(event)
    .where(and(eq(event.startsOn, tomorrow), eq(event.state, 'published')))
    .orderBy(asc(event.id))
    .limit(MOST_EVENTS)
  for (const { id } of due) while (await remindSome(house, id, tomorrow));
}

/** True when there may be more. The event is held fast meanwhile, so that it is not called off between the letters. */
async function remindSome(house: House, eventId: number, tomorrow: string): Promise<boolean> {
  return house.db.transaction(async (tx) => {
    const [row] = await tx.select().from(event).where(eq(event.id, eventId)).for('share')
    const version = await newestVersion(tx, eventId)
    if (!row || !version || row.state !== 'published' || row.startsOn !== tomorrow) return false
    const some = await tx
      .select({ id: eventRegistration.id })
      .from(eventRegistration)
      .where(
        and(
          eq(eventRegistration.eventId, eventId),
          eq(eventRegistration.state, 'registered'),
          isNotNull(eventRegistration.personId),
          isNull(eventRegistration.remindedAt),
        ),
      )
      .orderBy(asc(eventRegistration.place))
      .limit(AT_ONCE)
      .for('update', { skipLocked: true })
    if (!some.length) return false
    const reminded = await tx
      .update(eventRegistration)
      .set({ remindedAt: house.clock.now() })
      .where(
        inArray(
          eventRegistration.id,
          some.map(({ id }) => id),
        ),
      )
      .returning()
    await writeTo(tx, house, 'reminder', { event: row, version }, reminded)
    return some.length === AT_ONCE
  })
}
