import { eq } from 'drizzle-orm'
import { eventObject, nameKeyOf } from '../cycle/events/index.ts'
import { type AgendaItem, event, eventCount, eventRegistration, eventVersion } from '../cycle/events/tables.ts'
import type { ParticipantSector } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import type { House } from '../platform/house.ts'
import { type LocalText, localText } from '../platform/languages/languages.ts'
import { append } from '../record/index.ts'
import { type EventText, eventTexts } from './eventsTexts.ts'
import type { TwoLanguages } from './noticesTexts.ts'

const both = ([lv, en]: TwoLanguages): LocalText => localText(lv, en)

/**
 * Writes the open discussion as it was announced, with made-up people who have registered, all marked as such. When
 * any made-up event is there, nothing is written: what people did with it since must stay.
 */
export async function writeEvents(house: House): Promise<void> {
  const [any] = await house.db.select({ id: event.id }).from(event).where(eq(event.demonstration, true)).limit(1)
  if (any) return
  await house.db.transaction(async (tx) => {
    for (const text of eventTexts) await announce(tx, house, text)
  })
}

async function announce(tx: Database, house: House, text: EventText): Promise<void> {
  const { plan, kind, publishedOn, startsOn, hours, capacity, registrationUntil, registrations } = text
  const agenda = text.agenda.map(({ time, title, by }): AgendaItem => ({ time, title: both(title), by: by ? both(by) : null }))
  const said = {
    title: both(text.title),
    kind,
    body: both(text.body),
    startsOn,
    hours,
    place: both(text.place),
    accessibility: both(text.accessibility),
    streamUrl: null,
    capacity,
    registrationUntil,
    agenda,
    contact: both(text.contact),
  }
  // Its number is needed for the record, and the record's for the rest: so a draft for a moment.
  const [row] = await tx.insert(event).values({ planId: plan, draft: {}, demonstration: true }).returning({ id: event.id })
  if (!row) throw new Error('the event was not stored')
  const recordSeq = await append(tx, house.clock.now(), {
    actor: { role: 'secretariat', for: null },
    act: 'publishEvent',
    object: eventObject(row.id),
    content: { demonstration: true, plan, publishedOn, version: 1, ...said },
  })
  await tx.insert(eventVersion).values({ ...said, eventId: row.id, number: 1, publishedOn, recordSeq })
  await tx
    .update(event)
    .set({
      state: 'published',
      draft: null,
      firstPublishedOn: publishedOn,
      startsOn,
      hours,
      capacity,
      registrationUntil,
      recordSeq,
      registered: registrations.length,
      lastPlace: registrations.length,
    })
    .where(eq(event.id, row.id))
  const now = house.clock.now()
  await tx.insert(eventRegistration).values(
    registrations.map(({ name, sector, organisation, mayName }, index) => ({
      eventId: row.id,
      name,
      nameKey: nameKeyOf(name),
      sector,
      organisation: organisation ?? null,
      showName: mayName ?? false,
      state: 'registered' as const,
      place: index + 1,
      language: 'lv' as const,
      registeredAt: now,
      demonstration: true,
    })),
  )
  const numbers = new Map<ParticipantSector, number>()
  for (const { sector } of registrations) numbers.set(sector, (numbers.get(sector) ?? 0) + 1)
  await tx.insert(eventCount).values([...numbers].map(([sector, registered]) => ({ eventId: row.id, sector, registered })))
}
