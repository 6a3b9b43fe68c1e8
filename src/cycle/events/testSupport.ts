import { eq, sql } from 'drizzle-orm'
import { type Actor, person } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { secretary } from '../plan/testSupport.ts'
import { publishEvent } from './publishEvent.ts'
import type { Event, Registration } from './queries.ts'
import type { RegistrationInput } from './registrationInput.ts'
import { createEvent, saveEventDraft } from './saveEventDraft.ts'
import { event, eventRegistration, type TypedFields } from './tables.ts'

/* What the tests of events share. */

/** Fields of a form written as name: value. */
export const fieldsOf = (values: Record<string, string>): TypedFields =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]))

/** An open discussion on 16 September 2019, 14:30–17:00, with two seats. */
export const eventFields: Record<string, string> = {
  'title.lv': 'Atvērta diskusija',
  'title.en': 'Open discussion',
  kind: 'discussion',
  'body.lv': 'Runājam par plānu.',
  'startsOn.day': '16',
  'startsOn.part': '09',
  'startsOn.year': '2019',
  hours: '14.30–17.00',
  'place.lv': 'Ministru kabineta ēka',
  'accessibility.lv': 'Ieeja bez pakāpieniem.',
  registration: 'asked',
  capacity: '2',
  'agenda.1.time': '14.30',
  'agenda.1.title.lv': 'Ievads',
}

/** Announces an event and returns its id. */
export async function anEvent(house: House, fields: Record<string, string> = {}): Promise<number> {
  const id = await createEvent(house, secretary, fieldsOf({ ...eventFields, ...fields }))
  await publishEvent(house, secretary, id, { version: 1 })
  return id
}

/** Changes an announced event whose draft version is `version`. */
export async function change(house: House, id: number, version: number, fields: Record<string, string>): Promise<void> {
  await saveEventDraft(house, secretary, id, { version, draft: fieldsOf({ ...eventFields, ...fields }) })
  await publishEvent(house, secretary, id, { version: version + 1 })
}

/** Someone with an account and an address. */
export async function aParticipant(house: House, id: string): Promise<Actor> {
  const now = house.clock.now()
  await house.db
    .insert(person)
    .values({ id, name: id, email: `${id}@example.org`, emailVerified: true, createdAt: now, updatedAt: now })
    .onConflictDoNothing()
  return { personId: id, name: id, roles: [{ role: 'participant', organisationId: null }] }
}

/** What someone says of themselves to register. */
export const registration = (name: string, more: Partial<RegistrationInput> = {}): RegistrationInput & { language: 'lv' | 'en' } => ({
  name,
  sector: 'resident',
  organisation: null,
  needs: null,
  showName: false,
  version: null,
  language: 'lv',
  ...more,
})

/** An event's row. */
export async function eventRow(house: House, id: number): Promise<Event> {
  const [row] = await house.db.select().from(event).where(eq(event.id, id))
  if (!row) throw new Error('no event')
  return row
}

/** Everyone's registrations in the order of their places. */
export const registrations = (house: House, eventId: number): Promise<Registration[]> =>
  house.db.select().from(eventRegistration).where(eq(eventRegistration.eventId, eventId)).orderBy(eventRegistration.place, sql`id`)
