import { and, eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { lockEvent } from './eventLock.ts'
import { writeTo } from './letters.ts'
import { eventsPolicy } from './policy.ts'
import { say } from './problemTexts.ts'
import { newestVersion } from './queries.ts'
import { count, fillSeats } from './seats.ts'
import { event, eventRegistration } from './tables.ts'

/**
 * Gives up one's seat, or one's place in the queue. A seat goes to who waits first, in the same transaction, and they
 * are told by letter. Once more changes nothing. What they need to take part is erased at once.
 */
export async function leaveEvent(house: House, actor: Actor, eventId: number): Promise<void> {
  allow(eventsPolicy.leave, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockEvent(tx, eventId)
    const version = await newestVersion(tx, eventId)
    if (!version) throw notFound()
    const [mine] = await tx
      .select()
      .from(eventRegistration)
      .where(and(eq(eventRegistration.eventId, eventId), eq(eventRegistration.personId, actor.personId ?? '')))
      .for('update')
    if (!mine) throw notFound()
    if (mine.state === 'left') return
    if (row.state !== 'published' || (row.startsOn !== null && row.startsOn < house.clock.today())) throw new Refusal(422, say('eventOver'))
    const seated = mine.state === 'registered'
    const [left] = await tx
      .update(eventRegistration)
      .set({ state: 'left', needs: null, attendedAt: null, version: mine.version + 1 })
      .where(eq(eventRegistration.id, mine.id))
      .returning()
    const [changed] = await tx
      .update(event)
      .set(seated ? { registered: row.registered - 1 } : { waiting: row.waiting - 1 })
      .where(eq(event.id, eventId))
      .returning()
    if (!left || !changed) throw new Error('the registration was not stored')
    if (seated) await count(tx, eventId, mine.sector, { registered: -1 })
    if (mine.attendedAt) await count(tx, eventId, mine.sector, { attended: -1 })
    await writeTo(tx, house, 'left', { event: changed, version }, [left])
    await fillSeats(tx, house, { event: changed, version })
  })
}
