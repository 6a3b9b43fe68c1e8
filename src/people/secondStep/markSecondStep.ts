import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import type { Asker } from '../sessions.ts'
import { session as sessions } from '../tables.ts'

/** From now on the asker's session has both steps. */
export async function markSecondStep(house: House, tx: Database, { session }: Asker): Promise<void> {
  if (!session) return
  await tx
    .update(sessions)
    .set({ secondStepAt: house.clock.now() })
    .where(and(eq(sessions.id, session.id), isNull(sessions.secondStepAt)))
}
