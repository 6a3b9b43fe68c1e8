import { type Actor, allow } from '../../../people/index.ts'
import type { House } from '../../../platform/house.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { tellOfComment } from '../discussion/commentLetter.ts'
import { ideasPolicy } from '../policy.ts'
import type { Visibility } from '../tables.ts'
import { lockThing, refuseUnlessStill, show, type ThingName } from './things.ts'
import { type Why, writeEntry } from './writeEntry.ts'

/** What a moderator decides about a thing as the form showed it. */
export type Decision = { act: 'publish' | 'hide' | 'restore' | 'keep'; was: Visibility; why: Why }

/** What each decision starts from, and what it leads to. */
const ways = {
  publish: { from: ['waiting'], to: 'published' },
  hide: { from: ['waiting', 'published'], to: 'hidden' },
  restore: { from: ['hidden'], to: 'published' },
  keep: { from: ['published'], to: null },
} as const satisfies Record<Decision['act'], { from: readonly Visibility[]; to: 'published' | 'hidden' | null }>

/**
 * Lets everyone see a waiting text, hides one, shows a hidden one again, or leaves one as it is that was reported. A
 * hidden text is not deleted. In one transaction with the record, the public log, the counters and the author's letter.
 * Refuses with 409 when someone was faster.
 */
export async function moderate(house: House, actor: Actor, name: ThingName, { act, was, why }: Decision): Promise<number> {
  allow(ideasPolicy.moderate, actor, undefined)
  return house.db.transaction(async (tx) => {
    const thing = await lockThing(tx, name)
    refuseUnlessStill(thing, was)
    const { from, to } = ways[act]
    if (!(from as readonly Visibility[]).includes(thing.visibility)) throw new Refusal(409)
    // First the record: whoever counts ideas stands in the queue at its head.
    const entryId = await writeEntry(tx, house, actor, thing, { act, why })
    if (to) await show(tx, thing, to, house.clock.today())
    if (act === 'publish' && thing.comment) await tellOfComment(tx, house, thing.idea, thing.comment)
    return entryId
  })
}
