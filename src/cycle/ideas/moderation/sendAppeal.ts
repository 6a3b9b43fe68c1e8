import { eq } from 'drizzle-orm'
import type { Actor } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { House } from '../../../platform/house.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { append } from '../../../record/index.ts'
import { moderationAppeal, moderationEntry } from './tables.ts'
import { type Thing, thingOf } from './things.ts'
import { moderationRefusals } from './words.ts'
import { hashOfAppeal } from './writeEntry.ts'

/** An entry of the log against which its author may appeal, with the thing it is about. */
export type Appealable = { entry: typeof moderationEntry.$inferSelect; thing: Thing; appealed: boolean }

/**
 * What an appeal would be about, for who has the letter's link or is signed in as the author; 404 for anyone else, so
 * that nobody learns whose a text is.
 */
export async function appealableBy(db: Database, actor: Actor, entryId: number, token: string): Promise<Appealable> {
  const [entry] = await db.select().from(moderationEntry).where(eq(moderationEntry.id, entryId))
  if (!entry?.appealHash) throw notFound()
  const thing = await thingOf(db, entry)
  const isAuthor = actor.personId !== null && actor.personId === thing.authorId
  if (!isAuthor && hashOfAppeal(token) !== entry.appealHash) throw notFound()
  const [made] = await db.select({ id: moderationAppeal.id }).from(moderationAppeal).where(eq(moderationAppeal.entryId, entryId))
  return { entry, thing, appealed: made !== undefined }
}

/** Appeals against what a moderator did, once. The record tells that there is an appeal, not its words. */
export async function sendAppeal(
  house: House,
  actor: Actor,
  entryId: number,
  { token, text, language }: { token: string; text: string; language: Language },
): Promise<void> {
  await house.db.transaction(async (tx) => {
    await tx.select({ id: moderationEntry.id }).from(moderationEntry).where(eq(moderationEntry.id, entryId)).for('update')
    const { thing, appealed } = await appealableBy(tx, actor, entryId, token)
    if (appealed) throw new Refusal(409, (reader) => moderationRefusals[reader].appealedAlready)
    const now = house.clock.now()
    const recordSeq = await append(tx, now, {
      actor: { role: 'participant', for: null },
      act: 'appealModeration',
      object: thing.object,
      content: { ...(house.demonstration ? { demonstration: true } : {}), entry: entryId },
    })
    await tx.insert(moderationAppeal).values({ entryId, text, language, sentOn: house.clock.today(), sentAt: now, recordSeq })
  })
}
