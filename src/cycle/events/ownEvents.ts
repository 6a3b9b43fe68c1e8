import { and, desc, eq, sql } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import { event, eventRegistration, eventVersion } from './tables.ts'

/** What someone has signed up for, the latest first: so many on a page, and whether more follows. */
export async function ownEvents(db: Database, personId: string, page: number, size: number) {
  const rows = await db
    .select({
      eventId: event.id,
      title: eventVersion.title,
      startsOn: eventVersion.startsOn,
      hours: eventVersion.hours,
      eventState: event.state,
      state: eventRegistration.state,
      attended: sql<boolean>`${eventRegistration.attendedAt} is not null`,
      demonstration: event.demonstration,
    })
    .from(eventRegistration)
    .innerJoin(event, eq(event.id, eventRegistration.eventId))
    .innerJoin(
      eventVersion,
      and(
        eq(eventVersion.eventId, event.id),
        sql`${eventVersion.number} = (select max(v.number) from ${eventVersion} v where v.event_id = ${event.id})`,
      ),
    )
    .where(eq(eventRegistration.personId, personId))
    .orderBy(desc(eventVersion.startsOn), desc(eventRegistration.id))
    .limit(size + 1)
    .offset((page - 1) * size)
  return { rows: rows.slice(0, size), more: rows.length > size }
}

/** An event on the page of someone who signed up for it. */
export type OwnEvent = Awaited<ReturnType<typeof ownEvents>>['rows'][number]
