import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { lockNoticeAt } from './noticeLock.ts'
import { informPolicy } from './policy.ts'
import { notice } from './tables.ts'

/** Throws a draft away: a notice that was never published with it, of a published one only the correction. */
export async function discardNoticeDraft(house: House, actor: Actor, id: number, { version }: { version: number }): Promise<void> {
  allow(informPolicy.writeNotices, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockNoticeAt(tx, id, version)
    if (row.firstPublishedOn === null) await tx.delete(notice).where(eq(notice.id, id))
    else
      await tx
        .update(notice)
        .set({ draft: null, draftVersion: row.draftVersion + 1, draftSavedAt: null, scheduledFor: null })
        .where(eq(notice.id, id))
  })
}
