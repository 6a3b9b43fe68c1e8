import { desc, eq } from 'drizzle-orm'
import { type Actor, actsForAny, organisationsInTime, type ParticipantSector } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import { support } from '../tables.ts'

/**
 * In which capacity someone takes part when they don't say: that of whom they act for, else the one they chose last,
 * else a resident's.
 */
export async function usualSector(db: Database, actor: Actor): Promise<ParticipantSector> {
  const [first] = actsForAny(actor)
  if (first !== undefined) {
    const known = await organisationsInTime(db, [first])
    const sector = known.get(first)?.sector
    if (sector) return sector
  }
  if (actor.personId === null) return 'resident'
  const [last] = await db
    .select({ sector: support.sector })
    .from(support)
    .where(eq(support.personId, actor.personId))
    .orderBy(desc(support.createdAt))
    .limit(1)
  return last?.sector ?? 'resident'
}
