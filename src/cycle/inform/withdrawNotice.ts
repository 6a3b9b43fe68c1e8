import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { notFound } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { editedTitle, type TypedText } from '../plan/index.ts'
import { lockNoticeAt } from './noticeLock.ts'
import { informPolicy } from './policy.ts'
import { noticeObject } from './publishNotice.ts'
import { newestVersion } from './queries.ts'
import { notice, noticeVersion, opportunity } from './tables.ts'

/**
 * Withdraws a published notice for a reason. It stays readable, marked as withdrawn, and none of its opportunities
 * takes place any more; a correction that was being written goes. Refuses with 409 when another was faster.
 */
export async function withdrawNotice(
  house: House,
  actor: Actor,
  id: number,
  { version, reason }: { version: number; reason: TypedText },
): Promise<void> {
  allow(informPolicy.withdrawNotices, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockNoticeAt(tx, id, version)
    const last = await newestVersion(tx, id)
    if (!last || last.withdrawn) throw notFound()
    const publishedOn = house.clock.today()
    const [number, why] = [last.number + 1, editedTitle(null, reason)]
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'withdrawNotice',
      object: noticeObject(id),
      content: { ...(row.demonstration ? { demonstration: true } : {}), plan: row.planId, publishedOn, version: number, reason: why },
    })
    const { title, body, contact } = last
    const [stored] = await tx
      .insert(noticeVersion)
      .values({ noticeId: id, number, title, body, contact, withdrawn: true, reason: why, publishedOn, recordSeq })
      .returning({ id: noticeVersion.id })
    if (!stored) throw new Error('the withdrawal was not stored')
    // Every version tells the whole timeline, so that what was announced can be read from any of them.
    if (last.opportunities.length)
      await tx.insert(opportunity).values(last.opportunities.map(({ id: _, ...one }) => ({ ...one, versionId: stored.id })))
    await tx
      .update(notice)
      .set({ draft: null, draftVersion: row.draftVersion + 1, draftSavedAt: null, scheduledFor: null })
      .where(eq(notice.id, id))
  })
}
