import type { ParticipantSector } from '../people/index.ts'
import { person } from '../people/tables.ts'
import type { Database } from '../platform/database/database.ts'

/** A made-up person who sends ideas and supports them; signs in by letter, as everyone does. */
export type Guest = { id: string; sector: ParticipantSector }

/** How many guests take part for which sector. */
const bySector: Readonly<Record<ParticipantSector, number>> = {
  resident: 68,
  'civil-society': 19,
  business: 13,
  academia: 8,
  municipality: 6,
  government: 3,
  'social-partner': 2,
  parliament: 1,
}

const sectors = Object.keys(bySector) as ParticipantSector[]

/** All guests, always the same. */
export const guests: readonly Guest[] = sectors
  .flatMap((sector) => Array.from({ length: bySector[sector] }, () => sector))
  .map((sector, index) => ({ id: `demonstration-guest-${String(index + 1).padStart(3, '0')}`, sector }))

/** Gives them accounts, with names and addresses that nobody has. */
export async function inviteGuests(tx: Database, now: Date): Promise<void> {
  const rows = guests.map(({ id }) => {
    const number = id.slice(-3)
    return {
      id,
      name: `Viesis ${number} (paraugs)`,
      email: `guest-${number}@example.org`,
      emailVerified: true,
      demonstration: true,
      createdAt: now,
      updatedAt: now,
    }
  })
  await tx.insert(person).values(rows).onConflictDoNothing()
}

/** Numbers from 0 up to 1 that look like chance and are always the same (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
