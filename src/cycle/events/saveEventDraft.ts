import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Refusal, wrongField } from '../../platform/refusal.ts'
import { planById } from '../plan/index.ts'
import { lockEventAt } from './eventLock.ts'
import { eventsPolicy } from './policy.ts'
import { say } from './problemTexts.ts'
import { event, type TypedFields } from './tables.ts'

/** The draft's own plan: null when the event is about none in particular. */
async function planIn(tx: Database, house: House, draft: TypedFields): Promise<string | null> {
  const id = draft['plan']?.[0]?.trim()
  if (!id) return null
  if (!(await planById(tx, id, house.clock.today()))) throw wrongField('plan', say('unknownPlan'))
  return id
}

/** Begins an event with what was typed so far, and returns its id. Nothing of it is public. */
export async function createEvent(house: House, actor: Actor, draft: TypedFields): Promise<number> {
  allow(eventsPolicy.writeEvents, actor, undefined)
  return house.db.transaction(async (tx) => {
    const planId = await planIn(tx, house, draft)
    const [row] = await tx
      .insert(event)
      .values({ planId, draft, draftSavedAt: house.clock.now(), demonstration: house.demonstration !== null })
      .returning({ id: event.id })
    if (!row) throw new Error('the event was not stored')
    return row.id
  })
}

/**
 * Saves what was typed of an event so far, right or wrong; of an announced one it is the draft of a change. Refuses
 * with 409 when another has saved since the form was drawn.
 */
export async function saveEventDraft(
  house: House,
  actor: Actor,
  id: number,
  { version, draft }: { version: number; draft: TypedFields },
): Promise<void> {
  allow(eventsPolicy.writeEvents, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockEventAt(tx, id, version)
    if (row.state === 'cancelled' || row.state === 'held') throw new Refusal(422, say('noLongerChanged'))
    // Once announced it stays where everyone has seen it.
    const planId = row.state === 'draft' ? await planIn(tx, house, draft) : row.planId
    await tx
      .update(event)
      .set({ planId, draft, draftVersion: row.draftVersion + 1, draftSavedAt: house.clock.now() })
      .where(eq(event.id, id))
  })
}

/** Throws a draft away: of an announced event the change that was being written, else the whole event. Refuses with 409 when another was faster. */
export async function discardEventDraft(house: House, actor: Actor, id: number, { version }: { version: number }): Promise<void> {
  allow(eventsPolicy.writeEvents, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockEventAt(tx, id, version)
    if (row.state === 'draft') await tx.delete(event).where(eq(event.id, id))
    else
      await tx
        .update(event)
        .set({ draft: null, draftSavedAt: null, draftVersion: row.draftVersion + 1 })
        .where(eq(event.id, id))
  })
}
