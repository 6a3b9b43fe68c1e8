import { isDeepStrictEqual } from 'node:util'
import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Refusal } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { fingerprint } from '../ideas/index.ts'
import { editedText, editedTitle } from '../plan/index.ts'
import { lockEvent } from './eventLock.ts'
import { readMinutes } from './minutesInput.ts'
import { type MinutesVersion, minutesDraft, minutesOf, outcomesOf } from './minutesQueries.ts'
import { eventsPolicy } from './policy.ts'
import { say } from './problemTexts.ts'
import type { Event } from './queries.ts'
import { eventMinutes, eventMinutesVersion, type TypedFields } from './tables.ts'
import { eventObject } from './words.ts'

/** What a form sends of minutes: the version it was drawn from (0 = nobody had begun), and what was typed. */
export type MinutesForm = { version: number; draft: TypedFields }

async function lockHeld(tx: Database, eventId: number): Promise<Event> {
  const row = await lockEvent(tx, eventId)
  if (row.state !== 'held') throw new Refusal(422, say('notHeldYet'))
  return row
}

async function store(tx: Database, house: House, eventId: number, { version, draft }: MinutesForm): Promise<void> {
  const before = await minutesDraft(tx, eventId)
  if ((before?.draftVersion ?? 0) !== version) throw new Refusal(409)
  const values = { draft, draftVersion: version + 1, draftSavedAt: house.clock.now() }
  await tx
    .insert(eventMinutes)
    .values({ eventId, ...values })
    .onConflictDoUpdate({ target: eventMinutes.eventId, set: values })
}

/** Saves what was typed of the minutes so far, right or wrong. Nothing of it is public. Refuses with 409 when another has saved since. */
export async function saveMinutes(house: House, actor: Actor, eventId: number, form: MinutesForm): Promise<void> {
  allow(eventsPolicy.writeMinutes, actor, undefined)
  await house.db.transaction(async (tx) => {
    await lockHeld(tx, eventId)
    await store(tx, house, eventId, form)
  })
}

/**
 * Publishes what was typed as the next version of the minutes and returns its number. A correction has a reason, and
 * can't take out a conclusion that became an idea or a note. The record holds a fingerprint, not what people said.
 */
export async function publishMinutes(house: House, actor: Actor, eventId: number, form: MinutesForm): Promise<number> {
  allow(eventsPolicy.publishMinutes, actor, undefined)
  return house.db.transaction(async (tx) => {
    const row = await lockHeld(tx, eventId)
    await store(tx, house, eventId, form)
    const today = house.clock.today()
    const last = (await minutesOf(tx, eventId, today)).at(-1) ?? null
    const next = nextMinutes(form.draft, last)
    const used = await outcomesOf(tx, eventId, today)
    if (used.some(({ outcome }) => !next.conclusions.some(({ number }) => number === outcome.conclusion)))
      throw new Refusal(422, say('conclusionIsUsed'))
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: next.number === 1 ? 'publishMinutes' : 'correctMinutes',
      object: eventObject(eventId),
      content: {
        ...(row.demonstration ? { demonstration: true } : {}),
        plan: row.planId,
        publishedOn: today,
        version: next.number,
        items: next.items.length,
        conclusions: next.conclusions.length,
        fingerprint: fingerprint(eventId, [next.summary, next.items, next.conclusions]),
        ...(next.reason ? { reason: next.reason } : {}),
      },
    })
    await tx.insert(eventMinutesVersion).values({ ...next, eventId, publishedOn: today, recordSeq })
    await tx
      .update(eventMinutes)
      .set({ draft: null, draftSavedAt: null, firstPublishedOn: last ? undefined : today })
      .where(eq(eventMinutes.eventId, eventId))
    return next.number
  })
}

function nextMinutes(
  draft: TypedFields,
  last: MinutesVersion | null,
): Omit<MinutesVersion, 'id' | 'eventId' | 'publishedOn' | 'recordSeq'> {
  const input = readMinutes(draft, last !== null)
  const said = {
    summary: editedTitle(last?.summary ?? null, input.summary),
    items: input.items.map((item, index) => ({ ...item, text: editedTitle(last?.items[index]?.text ?? null, item.text) })),
    conclusions: input.conclusions.map(({ number, title, text }) => {
      const before = last?.conclusions.find((one) => one.number === number)
      return { number, title: editedTitle(before?.title ?? null, title), text: editedTitle(before?.text ?? null, text) }
    }),
  }
  if (last && isDeepStrictEqual(said, { summary: last.summary, items: last.items, conclusions: last.conclusions }))
    throw new Refusal(422, say('minutesUnchanged'))
  return { ...said, number: (last?.number ?? 0) + 1, reason: editedText(null, input.reason) }
}
