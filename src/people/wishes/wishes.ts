import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import { addDays, type Day, weekday } from '../../platform/dates/partialDate.ts'
import type { House } from '../../platform/house.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../actor.ts'
import { allow } from '../permission.ts'
import { peoplePolicy } from '../policy.ts'
import { lockPerson } from '../roles.ts'
import { heldLetter, type LetterKind, type LetterRhythm, letterKinds, letterWish, person } from '../tables.ts'

/** When someone wants letters of each kind. */
export type LetterWishes = Readonly<Record<LetterKind, LetterRhythm>>

/** What holds for who has chosen nothing. */
const USUAL: LetterRhythm = 'immediate'

/** When someone wants letters of each kind, in one query. */
export async function wishesOf(db: Database, personId: string): Promise<LetterWishes> {
  const rows = await db
    .select({ kind: letterWish.kind, rhythm: letterWish.rhythm })
    .from(letterWish)
    .where(eq(letterWish.personId, personId))
  const chosen = new Map(rows.map(({ kind, rhythm }) => [kind, rhythm]))
  const of = (kind: LetterKind): LetterRhythm => chosen.get(kind) ?? USUAL
  return { answer: of('answer'), comment: of('comment'), moderation: of('moderation'), merge: of('merge'), supported: of('supported') }
}

/** When someone wants letters of this kind. */
export const wishes = async (db: Database, personId: string, kind: LetterKind): Promise<LetterRhythm> =>
  (await wishesOf(db, personId))[kind]

/** When each of these people wants letters of this kind, in one query; who has chosen nothing is not in it. */
export async function rhythmsOf(db: Database, personIds: readonly string[], kind: LetterKind): Promise<Map<string, LetterRhythm>> {
  if (!personIds.length) return new Map()
  const rows = await db
    .select({ personId: letterWish.personId, rhythm: letterWish.rhythm })
    .from(letterWish)
    .where(and(inArray(letterWish.personId, [...personIds]), eq(letterWish.kind, kind)))
  return new Map(rows.map(({ personId, rhythm }) => [personId, rhythm]))
}

/** Ends someone's letters of a kind, by a link in one of them: what is held of it goes too. Twice is as good as once. */
export async function stopLetters(tx: Database, personId: string, kind: LetterKind): Promise<void> {
  const [known] = await tx.select({ id: person.id }).from(person).where(eq(person.id, personId)).for('update')
  if (!known) return
  await tx
    .insert(letterWish)
    .values({ personId, kind, rhythm: 'none' })
    .onConflictDoUpdate({ target: [letterWish.personId, letterWish.kind], set: { rhythm: 'none' } })
  await tx.delete(heldLetter).where(and(eq(heldLetter.personId, personId), eq(heldLetter.kind, kind)))
}

/** The plan's day on which what happened today is told together with other things: tomorrow, or next Monday. */
export const dayOfLetter = (rhythm: 'daily' | 'weekly', today: Day): Day =>
  addDays(today, rhythm === 'daily' ? 1 : (8 - weekday(today)) % 7 || 7)

/** Keeps when the actor wants letters. What is held already goes by the new choice: at once, on the new day, or never. */
export async function saveWishes(house: House, actor: Actor, chosen: LetterWishes): Promise<void> {
  allow(peoplePolicy.useOwnAccount, actor, undefined)
  const { personId } = actor
  if (personId === null) throw new Refusal(401)
  await house.db.transaction(async (tx) => {
    await lockPerson(tx, personId)
    const before = await wishesOf(tx, personId)
    const today = house.clock.today()
    for (const kind of letterKinds) {
      const rhythm = chosen[kind]
      if (rhythm === before[kind]) continue
      await tx
        .insert(letterWish)
        .values({ personId, kind, rhythm })
        .onConflictDoUpdate({ target: [letterWish.personId, letterWish.kind], set: { rhythm } })
      const held = and(eq(heldLetter.personId, personId), inArray(heldLetter.kind, [kind]))
      if (rhythm === 'none') await tx.delete(heldLetter).where(held)
      else
        await tx
          .update(heldLetter)
          .set({ dueOn: rhythm === 'immediate' ? today : dayOfLetter(rhythm, today) })
          .where(held)
    }
  })
}
