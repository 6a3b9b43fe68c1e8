import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { Refusal } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { lockEventAt } from './eventLock.ts'
import { eventsPolicy } from './policy.ts'
import { say } from './problemTexts.ts'
import { numbersOf } from './queries.ts'
import { event } from './tables.ts'
import { eventObject } from './words.ts'

/**
 * Notes that an event was held: the list at the door is closed, and how many of each sector came is public and in the
 * record. Refuses with 409 when another was faster.
 */
export async function holdEvent(house: House, actor: Actor, id: number, { version }: { version: number }): Promise<void> {
  allow(eventsPolicy.publishEvents, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockEventAt(tx, id, version)
    const today = house.clock.today()
    if (row.state !== 'published' || row.startsOn === null) throw new Refusal(422, say('noLongerChanged'))
    if (row.startsOn > today) throw new Refusal(422, say('notOverYet'))
    const attended = (await numbersOf(tx, id)).filter((one) => one.attended > 0)
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'holdEvent',
      object: eventObject(id),
      content: {
        ...(row.demonstration ? { demonstration: true } : {}),
        plan: row.planId,
        heldOn: row.startsOn,
        attended: Object.fromEntries(attended.map((one) => [one.sector, one.attended])),
      },
    })
    await tx
      .update(event)
      .set({ state: 'held', heldOn: row.startsOn, draft: null, draftSavedAt: null, draftVersion: row.draftVersion + 1, recordSeq })
      .where(eq(event.id, id))
  })
}
