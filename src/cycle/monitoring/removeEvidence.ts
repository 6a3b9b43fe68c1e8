import { and, eq } from 'drizzle-orm'
import type { Actor } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { changeUpdate } from './changeUpdate.ts'
import { evidence } from './tables.ts'
import type { UpdateKey } from './updateSubject.ts'

/** Takes a piece of evidence out of the draft. Published versions that named it keep it. */
export async function removeEvidence(house: House, actor: Actor, key: UpdateKey, evidenceId: number): Promise<void> {
  await changeUpdate(house, actor, key, async (tx, _subject, row) => {
    await tx
      .update(evidence)
      .set({ removed: true })
      .where(and(eq(evidence.id, evidenceId), eq(evidence.updateId, row.id)))
  })
}
