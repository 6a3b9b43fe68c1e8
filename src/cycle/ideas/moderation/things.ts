import { and, eq, isNull, or } from 'drizzle-orm'
import { type Actor, holds, person, roleAssignment } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { countIdea, ideaObject } from '../addIdea.ts'
import { commentObject, countComment } from '../discussion/addComment.ts'
import { comment, idea, type Visibility } from '../tables.ts'

/** What is moderated: an idea, or a comment on it. */
export type ThingName = { ideaId: number; commentId: number | null }

/** The same with its rows, whose it is and how the record calls it. */
export type Thing = ThingName & {
  idea: typeof idea.$inferSelect
  comment: typeof comment.$inferSelect | null
  visibility: Visibility
  authorId: string | null
  language: Language
  object: string
}

/** An idea or a comment with its idea; 404 where there is none. */
export async function thingOf(db: Database, { ideaId, commentId }: ThingName): Promise<Thing> {
  const [about] = await db.select().from(idea).where(eq(idea.id, ideaId))
  if (!about) throw notFound()
  if (commentId === null) {
    const { visibility, authorId, language } = about
    return { ideaId, commentId, idea: about, comment: null, visibility, authorId, language, object: ideaObject(about.planId, about.number) }
  }
  const [said] = await db
    .select()
    .from(comment)
    .where(and(eq(comment.id, commentId), eq(comment.ideaId, ideaId)))
  if (!said) throw notFound()
  const { visibility, authorId, language } = said
  const object = commentObject(about.planId, about.number, commentId)
  return { ideaId, commentId, idea: about, comment: said, visibility, authorId, language, object }
}

/** The same, locked: its idea's row is, so that counters and what hangs on it change one after another. */
export async function lockThing(tx: Database, name: ThingName): Promise<Thing> {
  await tx.select({ id: idea.id }).from(idea).where(eq(idea.id, name.ideaId)).for('no key update')
  return thingOf(tx, name)
}

/** Refuses with 409 when the thing is not any more as the form showed it. */
export function refuseUnlessStill(thing: Thing, was: Visibility): void {
  if (thing.visibility !== was) throw new Refusal(409)
}

/** Lets everyone see a thing, or hides it, and counts it so. */
export async function show(tx: Database, thing: Thing, to: 'published' | 'hidden', today: Day): Promise<void> {
  const by = (to === 'published' ? 1 : 0) - (thing.visibility === 'published' ? 1 : 0)
  if (thing.comment) {
    await tx.update(comment).set({ visibility: to }).where(eq(comment.id, thing.comment.id))
    if (by) await countComment(tx, thing.ideaId, by > 0 ? 1 : -1)
    return
  }
  const publishedOn = thing.idea.publishedOn ?? (to === 'published' ? today : null)
  await tx
    .update(idea)
    .set({ visibility: to, publishedOn, version: thing.idea.version + 1 })
    .where(eq(idea.id, thing.ideaId))
  if (by) await countIdea(tx, thing.idea, by > 0 ? 1 : -1)
}

/** In which role someone moderates. */
export const moderatingRole = (actor: Actor): 'moderator' | 'secretariat' => (holds(actor, 'moderator') ? 'moderator' : 'secretariat')

/** Is there anyone who may moderate besides this person? */
export async function isThereAnother(db: Database, personId: string): Promise<boolean> {
  const rows = await db
    .select({ personId: roleAssignment.personId })
    .from(roleAssignment)
    .innerJoin(person, and(eq(person.id, roleAssignment.personId), isNull(person.removedAt)))
    .where(and(or(eq(roleAssignment.role, 'moderator'), eq(roleAssignment.role, 'secretariat')), isNull(roleAssignment.endedAt)))
    .limit(50)
  return rows.some((row) => row.personId !== personId)
}
