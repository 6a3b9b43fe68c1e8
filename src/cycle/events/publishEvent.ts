import { isDeepStrictEqual } from 'node:util'
import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { Refusal } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { editedText, editedTitle } from '../plan/index.ts'
import { readEvent } from './eventInput.ts'
import { lockEventAt } from './eventLock.ts'
import { writeToAll } from './letters.ts'
import { eventsPolicy } from './policy.ts'
import { say } from './problemTexts.ts'
import { type EventVersion, newestVersion } from './queries.ts'
import { fillSeats } from './seats.ts'
import { event, eventVersion, type TypedFields } from './tables.ts'
import { eventObject } from './words.ts'

type NextVersion = Omit<EventVersion, 'id' | 'eventId' | 'publishedOn' | 'recordSeq'>

/** What a draft says when it is announced; what stayed the same keeps the state of its translations. */
export function nextVersion(draft: TypedFields, last: EventVersion | null): NextVersion {
  const input = readEvent(draft, last !== null)
  const next: NextVersion = {
    number: (last?.number ?? 0) + 1,
    title: editedTitle(last?.title ?? null, input.title),
    kind: input.kind,
    body: editedTitle(last?.body ?? null, input.body),
    startsOn: input.startsOn,
    hours: input.hours,
    place: editedTitle(last?.place ?? null, input.place),
    accessibility: editedText(last?.accessibility ?? null, input.accessibility),
    streamUrl: input.streamUrl,
    capacity: input.capacity,
    registrationUntil: input.registrationUntil,
    agenda: input.agenda.map(({ time, title, by }, index) => ({
      time,
      title: editedTitle(last?.agenda[index]?.title ?? null, title),
      by: editedText(last?.agenda[index]?.by ?? null, by),
    })),
    contact: editedText(last?.contact ?? null, input.contact),
    cancelled: false,
    reason: editedText(null, input.reason),
  }
  if (last && isDeepStrictEqual(says(next), says(last))) throw new Refusal(422, say('nothingChanged'))
  return next
}

const says = ({
  title,
  kind,
  body,
  startsOn,
  hours,
  place,
  accessibility,
  streamUrl,
  capacity,
  registrationUntil,
  agenda,
  contact,
}: NextVersion) => ({
  title,
  kind,
  body,
  startsOn,
  hours,
  place,
  accessibility,
  streamUrl,
  capacity,
  registrationUntil,
  agenda,
  contact,
})

/**
 * Announces the draft as the event's next version and returns its number. Whoever has registered is told of a
 * change by letter; more seats go to those who wait, in their order; fewer take nobody's seat away.
 */
export async function publishEvent(house: House, actor: Actor, id: number, { version }: { version: number }): Promise<number> {
  allow(eventsPolicy.publishEvents, actor, undefined)
  return house.db.transaction(async (tx) => {
    const row = await lockEventAt(tx, id, version)
    if (!row.draft) throw new Refusal(409)
    if (row.state === 'cancelled' || row.state === 'held') throw new Refusal(422, say('noLongerChanged'))
    const next = nextVersion(row.draft, await newestVersion(tx, id))
    const publishedOn = house.clock.today()
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: next.number === 1 ? 'publishEvent' : 'changeEvent',
      object: eventObject(id),
      content: {
        ...(row.demonstration ? { demonstration: true } : {}),
        plan: row.planId,
        publishedOn,
        version: next.number,
        ...says(next),
        ...(next.reason ? { reason: next.reason } : {}),
      },
    })
    const [stored] = await tx
      .insert(eventVersion)
      .values({ ...next, eventId: id, publishedOn, recordSeq })
      .returning()
    const [changed] = await tx
      .update(event)
      .set({
        state: 'published',
        draft: null,
        draftSavedAt: null,
        draftVersion: row.draftVersion + 1,
        firstPublishedOn: row.firstPublishedOn ?? publishedOn,
        startsOn: next.startsOn,
        hours: next.hours,
        capacity: next.capacity,
        registrationUntil: next.registrationUntil,
        recordSeq,
      })
      .where(eq(event.id, id))
      .returning()
    if (!stored || !changed) throw new Error('the version was not stored')
    if (next.number > 1) {
      await writeToAll(tx, house, 'changed', { event: changed, version: stored })
      await fillSeats(tx, house, { event: changed, version: stored })
    }
    return next.number
  })
}
