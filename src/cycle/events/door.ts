import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { type Actor, allow, type ParticipantSector } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import type { House } from '../../platform/house.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { eventsPolicy } from './policy.ts'
import { say } from './problemTexts.ts'
import type { Event } from './queries.ts'
import { nameKeyOf } from './registrationInput.ts'
import { count } from './seats.ts'
import { event, eventRegistration } from './tables.ts'

/** Why nobody is noted at the door, as the key of a sentence; null when people are. */
export function whyDoorIsShut(
  { state, startsOn }: Pick<Event, 'state' | 'startsOn'>,
  today: Day,
): 'doorClosed' | 'doorNotOpen' | 'eventCancelled' | null {
  if (state === 'cancelled') return 'eventCancelled'
  if (state === 'held') return 'doorClosed'
  return startsOn === null || startsOn > today ? 'doorNotOpen' : null
}

/** The event at whose door one stands. It may change meanwhile, but not be closed: whoever closes it waits for us. */
async function atTheDoor(tx: Database, house: House, eventId: number): Promise<Event> {
  const [row] = await tx.select().from(event).where(eq(event.id, eventId)).for('share')
  if (!row || row.state === 'draft') throw notFound()
  const shut = whyDoorIsShut(row, house.clock.today())
  if (shut) throw new Refusal(422, say(shut))
  return row
}

/**
 * Notes that someone on the list has come, or that this was a mistake. Two at the door who tick the same person, or
 * press twice, tick once. Who came in without having registered goes from the list when they are unticked.
 */
export async function noteAttendance(
  house: House,
  actor: Actor,
  eventId: number,
  { registrationId, came }: { registrationId: number; came: boolean },
): Promise<void> {
  allow(eventsPolicy.keepTheDoor, actor, undefined)
  await house.db.transaction(async (tx) => {
    await atTheDoor(tx, house, eventId)
    const mine = and(eq(eventRegistration.id, registrationId), eq(eventRegistration.eventId, eventId))
    const [found] = await tx.select({ state: eventRegistration.state }).from(eventRegistration).where(mine)
    // Another at the door has taken the walk-in off again: it is done.
    if (!found) return
    const [changed] =
      found.state === 'door' && !came
        ? await tx.delete(eventRegistration).where(mine).returning()
        : await tx
            .update(eventRegistration)
            .set({ attendedAt: came ? house.clock.now() : null })
            .where(and(mine, came ? isNull(eventRegistration.attendedAt) : isNotNull(eventRegistration.attendedAt)))
            .returning()
    if (changed) await count(tx, eventId, changed.sector, { attended: came ? 1 : -1 })
  })
}

/** Notes someone who came without having registered. */
export async function addWalkIn(
  house: House,
  actor: Actor,
  eventId: number,
  { name, sector, language }: { name: string; sector: ParticipantSector; language: Language },
): Promise<void> {
  allow(eventsPolicy.keepTheDoor, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await atTheDoor(tx, house, eventId)
    const now = house.clock.now()
    await tx.insert(eventRegistration).values({
      eventId,
      name,
      nameKey: nameKeyOf(name),
      sector,
      language,
      state: 'door',
      place: 0,
      registeredAt: now,
      attendedAt: now,
      demonstration: row.demonstration,
    })
    await count(tx, eventId, sector, { attended: 1 })
  })
}
