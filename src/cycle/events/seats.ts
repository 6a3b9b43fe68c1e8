import { and, asc, eq, sql } from 'drizzle-orm'
import type { ParticipantSector } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { type Announced, writeTo } from './letters.ts'
import type { Registration } from './queries.ts'
import { event, eventCount, eventRegistration } from './tables.ts'

/** Counts one more or less of a sector, of those with a seat or of those who came. */
export async function count(
  tx: Database,
  eventId: number,
  sector: ParticipantSector,
  by: { registered?: 1 | -1; attended?: 1 | -1 },
): Promise<void> {
  const { registered = 0, attended = 0 } = by
  await tx
    .insert(eventCount)
    .values({ eventId, sector, registered: Math.max(0, registered), attended: Math.max(0, attended) })
    .onConflictDoUpdate({
      target: [eventCount.eventId, eventCount.sector],
      set: { registered: sql`${eventCount.registered} + ${registered}`, attended: sql`${eventCount.attended} + ${attended}` },
    })
}

/**
 * Gives free seats of a locked event to those who wait, in their order, and writes to them. Returns the event as it
 * is then. Once it is called off or held, or its day is over, nobody moves up.
 */
export async function fillSeats(tx: Database, house: House, { event: row, version }: Announced): Promise<Announced['event']> {
  const over = row.startsOn === null || row.startsOn < house.clock.today()
  const free = row.capacity === null ? row.waiting : Math.min(row.waiting, Math.max(0, row.capacity - row.registered))
  if (row.state !== 'published' || over || !free) return row
  const next = await tx
    .select()
    .from(eventRegistration)
    .where(and(eq(eventRegistration.eventId, row.id), eq(eventRegistration.state, 'waiting')))
    .orderBy(asc(eventRegistration.place))
    .limit(free)
    .for('update')
  const seated: Registration[] = []
  for (const one of next) {
    const [changed] = await tx
      .update(eventRegistration)
      .set({ state: 'registered', version: one.version + 1 })
      .where(eq(eventRegistration.id, one.id))
      .returning()
    if (!changed) continue
    await count(tx, row.id, one.sector, { registered: 1 })
    seated.push(changed)
  }
  const [changed] = await tx
    .update(event)
    .set({ registered: row.registered + seated.length, waiting: row.waiting - seated.length })
    .where(eq(event.id, row.id))
    .returning()
  if (!changed) throw new Error('the event was not stored')
  await writeTo(tx, house, 'seat', { event: changed, version }, seated)
  return changed
}
