import { and, eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import { addDays } from '../../platform/dates/partialDate.ts'
import type { House } from '../../platform/house.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { lockEvent } from './eventLock.ts'
import { writeTo } from './letters.ts'
import { eventsPolicy } from './policy.ts'
import { say } from './problemTexts.ts'
import { type Event, newestVersion, type Registration } from './queries.ts'
import { nameKeyOf, type RegistrationInput } from './registrationInput.ts'
import { count } from './seats.ts'
import { event, eventRegistration } from './tables.ts'

/** Why one can't register for an event on that day, as the key of a sentence; null when one can. */
export function whyClosed(
  { state, startsOn, registrationUntil }: Pick<Event, 'state' | 'startsOn' | 'registrationUntil'>,
  today: Day,
): 'eventCancelled' | 'eventOver' | 'noRegistration' | 'registrationClosed' | null {
  if (state === 'cancelled') return 'eventCancelled'
  if (state === 'held' || (startsOn !== null && startsOn < today)) return 'eventOver'
  if (registrationUntil === null) return 'noRegistration'
  return registrationUntil < today ? 'registrationClosed' : null
}

/**
 * Registers someone for an event: with a seat while there are any, else on the waiting list; says which. Seats are
 * given under the event's lock, so that the last one goes to one alone. Who has registered already changes what they
 * said and keeps their place; who had given it up begins anew at the end of the queue.
 */
export async function register(
  house: House,
  actor: Actor,
  eventId: number,
  input: RegistrationInput & { language: Language },
): Promise<'registered' | 'waiting'> {
  allow(eventsPolicy.register, actor, undefined)
  const personId = actor.personId ?? ''
  return house.db.transaction(async (tx) => {
    const row = await lockEvent(tx, eventId)
    const version = await newestVersion(tx, eventId)
    if (!version || row.state === 'draft') throw notFound()
    const [before] = await tx
      .select()
      .from(eventRegistration)
      .where(and(eq(eventRegistration.eventId, eventId), eq(eventRegistration.personId, personId)))
      .for('update')
    if (before && (before.state === 'registered' || before.state === 'waiting')) {
      if (input.version !== null && input.version !== before.version) throw new Refusal(409)
      await change(tx, before, input)
      return before.state
    }
    const closed = whyClosed(row, house.clock.today())
    if (closed) throw new Refusal(422, say(closed))
    const state = row.capacity === null || row.registered < row.capacity ? 'registered' : 'waiting'
    const place = row.lastPlace + 1
    const now = house.clock.now()
    // Who registers the day before is just being told: no reminder on top.
    const soon = row.startsOn !== null && row.startsOn <= addDays(house.clock.today(), 1)
    const { version: _, ...said } = input
    const values = { ...said, nameKey: nameKeyOf(input.name), state, place, registeredAt: now, remindedAt: soon ? now : null } as const
    const [stored] = before
      ? await tx
          .update(eventRegistration)
          .set({ ...values, version: before.version + 1 })
          .where(eq(eventRegistration.id, before.id))
          .returning()
      : await tx
          .insert(eventRegistration)
          .values({ ...values, eventId, personId })
          .returning()
    const [changed] = await tx
      .update(event)
      .set({ lastPlace: place, ...(state === 'registered' ? { registered: row.registered + 1 } : { waiting: row.waiting + 1 }) })
      .where(eq(event.id, eventId))
      .returning()
    if (!stored || !changed) throw new Error('the registration was not stored')
    if (state === 'registered') await count(tx, eventId, input.sector, { registered: 1 })
    await writeTo(tx, house, state, { event: changed, version }, [stored])
    return state
  })
}

async function change(tx: Database, before: Registration, input: RegistrationInput & { language: Language }): Promise<void> {
  const { version: _, ...said } = input
  await tx
    .update(eventRegistration)
    .set({ ...said, nameKey: nameKeyOf(input.name), version: before.version + 1 })
    .where(eq(eventRegistration.id, before.id))
  if (before.sector === input.sector) return
  const attended = before.attendedAt !== null
  if (before.state === 'registered' || attended) {
    const by = (n: 1 | -1) => ({ ...(before.state === 'registered' ? { registered: n } : {}), ...(attended ? { attended: n } : {}) })
    await count(tx, before.eventId, before.sector, by(-1))
    await count(tx, before.eventId, input.sector, by(1))
  }
}
