import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { editedTitle, type TypedText } from '../plan/index.ts'
import { lockEventAt } from './eventLock.ts'
import { writeToAll } from './letters.ts'
import { eventsPolicy } from './policy.ts'
import { say } from './problemTexts.ts'
import { newestVersion } from './queries.ts'
import { event, eventVersion } from './tables.ts'
import { eventObject } from './words.ts'

/**
 * Calls an announced event off for a reason. It stays readable, and whoever has registered is told by letter. Refuses
 * with 409 when another was faster.
 */
export async function cancelEvent(
  house: House,
  actor: Actor,
  id: number,
  { version, reason }: { version: number; reason: TypedText },
): Promise<void> {
  allow(eventsPolicy.cancelEvents, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockEventAt(tx, id, version)
    const last = await newestVersion(tx, id)
    if (!last || row.state === 'draft') throw notFound()
    if (row.state !== 'published') throw new Refusal(422, say('noLongerChanged'))
    const publishedOn = house.clock.today()
    const [number, why] = [last.number + 1, editedTitle(null, reason)]
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'cancelEvent',
      object: eventObject(id),
      content: { ...(row.demonstration ? { demonstration: true } : {}), plan: row.planId, publishedOn, version: number, reason: why },
    })
    const { id: _, ...said } = last
    const [stored] = await tx
      .insert(eventVersion)
      .values({ ...said, number, cancelled: true, reason: why, publishedOn, recordSeq })
      .returning()
    const [changed] = await tx
      .update(event)
      .set({ state: 'cancelled', draft: null, draftSavedAt: null, draftVersion: row.draftVersion + 1, recordSeq })
      .where(eq(event.id, id))
      .returning()
    if (!stored || !changed) throw new Error('the version was not stored')
    await writeToAll(tx, house, 'cancelled', { event: changed, version: stored })
  })
}
