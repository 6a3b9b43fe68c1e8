import { eq } from 'drizzle-orm'
import type { Actor } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { atDraftVersion, changeUpdate } from './changeUpdate.ts'
import { type UpdateDraft, update } from './tables.ts'
import type { UpdateKey } from './updateSubject.ts'

/**
 * Saves what an officer has typed so far, right or wrong. The draft is shared by the officers of the
 * institution: refuses with 409 when another has saved since the form was drawn.
 */
export async function saveUpdateDraft(
  house: House,
  actor: Actor,
  key: UpdateKey,
  { version, draft }: { version: number; draft: UpdateDraft },
): Promise<void> {
  await changeUpdate(house, actor, key, async (tx, _subject, row) => {
    atDraftVersion(row, version)
    await tx
      .update(update)
      .set({ draft, draftVersion: row.draftVersion + 1, draftSavedAt: house.clock.now() })
      .where(eq(update.id, row.id))
  })
}
