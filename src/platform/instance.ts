import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Database } from './database/database.ts'
import { instance } from './tables.ts'

/** What the data say of themselves. */
export type Instance = { demonstration: boolean; secret: string }

/** What the instance remembers, or null when the database is new. */
export async function readInstance(db: Database): Promise<Instance | null> {
  const [row] = await db.select({ demonstration: instance.demonstration, secret: instance.secret }).from(instance).where(eq(instance.id, 1))
  return row ?? null
}

/**
 * What the instance remembers; a new one is made when there is none yet. What it once is, a
 * demonstration or for real, it remains: the caller refuses to run it as the other.
 */
export async function openInstance(db: Database, demonstration: boolean): Promise<Instance> {
  await db
    .insert(instance)
    .values({ id: 1, demonstration, secret: randomBytes(32).toString('hex') })
    .onConflictDoNothing()
  const row = await readInstance(db)
  if (!row) throw new Error('the instance has no row')
  return row
}
