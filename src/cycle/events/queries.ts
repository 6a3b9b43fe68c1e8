import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import type { ParticipantSector } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import type { LocalText } from '../../platform/languages/languages.ts'
import { becameKnown, type Since } from '../../record/index.ts'
import { plan } from '../plan/index.ts'
import { event, eventCount, eventPhotograph, eventRegistration, eventVersion } from './tables.ts'

export type Event = typeof event.$inferSelect
export type EventVersion = typeof eventVersion.$inferSelect
export type Registration = typeof eventRegistration.$inferSelect
export type Photograph = typeof eventPhotograph.$inferSelect

/** An event with the short name of its plan and all its versions, the first one first; a draft alone has none. */
export type KnownEvent = { event: Event; planName: LocalText | null; versions: EventVersion[] }

/** An event in a list: as it reads now. */
export type ListedEvent = { event: Event; planName: LocalText | null; version: EventVersion }

/** So many events stand on one page of a list. */
const PAGE = 20
/** An event that was changed more often shows its first changes; the record has them all. */
const MOST_VERSIONS = 200
/** More events than these are not told at once. */
const MOST_EVENTS = 500
/** So many names stand on one page of the list of participants, or of the list at the door. */
const NAMES = 100
const MOST_PHOTOGRAPHS = 100

/** An event and its versions published by that day. Null when there is none. Two queries. */
export async function eventById(db: Database, id: number, today: Day): Promise<KnownEvent | null> {
  const [row] = await db
    .select({ event, planName: plan.shortTitle })
    .from(event)
    .leftJoin(plan, eq(plan.id, event.planId))
    .where(eq(event.id, id))
  if (!row) return null
  const versions = await db
    .select()
    .from(eventVersion)
    .where(and(eq(eventVersion.eventId, id), lte(eventVersion.publishedOn, today)))
    .orderBy(asc(eventVersion.number))
    .limit(MOST_VERSIONS)
  return { ...row, versions }
}

/** The newest version of an event; null when there is none yet. One query. */
export async function newestVersion(db: Database, eventId: number): Promise<EventVersion | null> {
  const [found] = await db.select().from(eventVersion).where(eq(eventVersion.eventId, eventId)).orderBy(desc(eventVersion.number)).limit(1)
  return found ?? null
}

/** The events of these plans, or with `general` also of no plan in particular; `all` is every event. */
export type EventScope = { planIds: readonly string[]; general: boolean } | 'all'

const inScope = (scope: EventScope): SQL | undefined =>
  scope === 'all'
    ? undefined
    : or(scope.planIds.length ? inArray(event.planId, [...scope.planIds]) : sql`false`, scope.general ? isNull(event.planId) : undefined)

/** Announced events as they read on that day. */
const announced = (db: Database, scope: EventScope, today: Day, more?: SQL) =>
  db
    .select({ event, planName: plan.shortTitle, version: eventVersion })
    .from(event)
    .innerJoin(
      eventVersion,
      and(
        eq(eventVersion.eventId, event.id),
        lte(eventVersion.publishedOn, today),
        sql`not exists (
          select 1 from ${eventVersion} later
          where later.event_id = ${eventVersion.eventId} and later.number > ${eventVersion.number} and later.published_on <= ${today}::date)`,
      ),
    )
    .leftJoin(plan, eq(plan.id, event.planId))
    .where(and(ne(event.state, 'draft'), lte(event.firstPublishedOn, today), inScope(scope), more))

/** One page of the announced events: those to come with the nearest first, or those that are over with the latest first; and whether more follow. One query. */
export async function listEvents(
  db: Database,
  when: 'coming' | 'past',
  today: Day,
  page: number,
  size = PAGE,
): Promise<{ events: ListedEvent[]; more: boolean }> {
  const coming = when === 'coming'
  const rows = await announced(db, 'all', today, coming ? gte(event.startsOn, today) : lt(event.startsOn, today))
    .orderBy(...(coming ? [asc(event.startsOn), asc(event.id)] : [desc(event.startsOn), desc(event.id)]))
    .limit(size + 1)
    .offset((page - 1) * size)
  return { events: rows.slice(0, size), more: rows.length > size }
}

/** Every announced event of a scope, cancelled ones too, the latest first. One query. */
export async function announcedEvents(db: Database, scope: EventScope, today: Day): Promise<ListedEvent[]> {
  return announced(db, scope, today).orderBy(desc(event.startsOn), desc(event.id)).limit(MOST_EVENTS)
}

/** The events that take place between two days, the nearest first; cancelled ones are left out. One query. */
export async function eventsBetween(db: Database, scope: EventScope, today: Day, until: Day): Promise<ListedEvent[]> {
  return announced(db, scope, today, and(gte(event.startsOn, today), lte(event.startsOn, until), ne(event.state, 'cancelled')))
    .orderBy(asc(event.startsOn), asc(event.id))
    .limit(MOST_EVENTS)
}

/** The last versions of events in this scope published by that day (or only those that became known since), the latest first. One query. */
export async function newestEvents(
  db: Database,
  scope: EventScope,
  today: Day,
  limit: number,
  since?: Since,
): Promise<{ event: Event; version: EventVersion }[]> {
  return db
    .select({ event, version: eventVersion })
    .from(eventVersion)
    .innerJoin(event, eq(event.id, eventVersion.eventId))
    .where(
      and(
        inScope(scope),
        lte(eventVersion.publishedOn, today),
        since && becameKnown(eventVersion.recordSeq, eventVersion.publishedOn, since),
      ),
    )
    .orderBy(desc(eventVersion.publishedOn), desc(eventVersion.recordSeq))
    .limit(limit)
}

/** One page of what the secretariat is writing, what was saved last first. One query. */
export async function draftedEvents(db: Database, page: number): Promise<{ events: Event[]; more: boolean }> {
  const rows = await db
    .select()
    .from(event)
    .where(isNotNull(event.draft))
    .orderBy(desc(event.draftSavedAt), desc(event.id))
    .limit(PAGE + 1)
    .offset((page - 1) * PAGE)
  return { events: rows.slice(0, PAGE), more: rows.length > PAGE }
}

/** Numbers by sector. */
export type SectorNumbers = { sector: ParticipantSector; registered: number; attended: number }

/** How many of each sector have a seat, and how many came. One query. */
export async function numbersOf(db: Database, eventId: number): Promise<SectorNumbers[]> {
  const { sector, registered, attended } = eventCount
  return db.select({ sector, registered, attended }).from(eventCount).where(eq(eventCount.eventId, eventId)).orderBy(asc(sector))
}

/** The names that may be published of those who have a seat, by name, and whether more follow. One query. */
export async function publicNames(
  db: Database,
  eventId: number,
  page: number,
): Promise<{ names: Pick<Registration, 'id' | 'name' | 'sector' | 'organisation' | 'demonstration'>[]; more: boolean }> {
  const { id, name, sector, organisation, demonstration } = eventRegistration
  const rows = await db
    .select({ id, name, sector, organisation, demonstration })
    .from(eventRegistration)
    .where(
      and(
        eq(eventRegistration.eventId, eventId),
        eq(eventRegistration.state, 'registered'),
        eq(eventRegistration.showName, true),
        ne(eventRegistration.name, ''),
      ),
    )
    .orderBy(asc(eventRegistration.nameKey), asc(id))
    .limit(NAMES + 1)
    .offset((page - 1) * NAMES)
  return { names: rows.slice(0, NAMES), more: rows.length > NAMES }
}

/** Someone's own registration, also one that was given up; null when there is none. One query. */
export async function registrationOf(db: Database, eventId: number, personId: string): Promise<Registration | null> {
  const [found] = await db
    .select()
    .from(eventRegistration)
    .where(and(eq(eventRegistration.eventId, eventId), eq(eventRegistration.personId, personId)))
  return found ?? null
}

/** How many wait before this place in the queue of an event, by its index. One query. */
export async function waitingBefore(db: Database, { eventId, place }: Registration): Promise<number> {
  const mine = and(eq(eventRegistration.eventId, eventId), eq(eventRegistration.state, 'waiting'), lt(eventRegistration.place, place))
  return db.$count(eventRegistration, mine)
}

/** A registration by its number; null when there is none. One query. */
export async function registrationById(db: Database, id: number): Promise<Registration | null> {
  const [found] = await db.select().from(eventRegistration).where(eq(eventRegistration.id, id))
  return found ?? null
}

/** One page of the list at the door: everyone who is expected, waits or has come, by name; with a part of a name only those. One query. */
export async function doorList(
  db: Database,
  eventId: number,
  nameKey: string,
  page: number,
): Promise<{ people: Registration[]; more: boolean }> {
  const rows = await db
    .select()
    .from(eventRegistration)
    .where(
      and(
        eq(eventRegistration.eventId, eventId),
        ne(eventRegistration.state, 'left'),
        nameKey ? sql`strpos(${eventRegistration.nameKey}, ${nameKey}) > 0` : undefined,
      ),
    )
    .orderBy(asc(eventRegistration.nameKey), asc(eventRegistration.id))
    .limit(NAMES + 1)
    .offset((page - 1) * NAMES)
  return { people: rows.slice(0, NAMES), more: rows.length > NAMES }
}

/** The photographs of an event published by that day, in the order they came, those that were taken out too. One query. */
export async function photographsOf(db: Database, eventId: number, today: Day): Promise<Photograph[]> {
  return db
    .select()
    .from(eventPhotograph)
    .where(and(eq(eventPhotograph.eventId, eventId), lte(eventPhotograph.publishedOn, today)))
    .orderBy(asc(eventPhotograph.id))
    .limit(MOST_PHOTOGRAPHS)
}

/** One photograph of an event; null when there is none. One query. */
export async function photographById(db: Database, eventId: number, id: number, today: Day): Promise<Photograph | null> {
  const [found] = await db
    .select()
    .from(eventPhotograph)
    .where(and(eq(eventPhotograph.eventId, eventId), eq(eventPhotograph.id, id), lte(eventPhotograph.publishedOn, today)))
  return found ?? null
}
