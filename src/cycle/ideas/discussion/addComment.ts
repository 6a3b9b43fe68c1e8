import { and, eq, sql } from 'drizzle-orm'
import { type Actor, actsForAny, allow, holdPerson, organisationsInTime } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { House } from '../../../platform/house.ts'
import { type Language, plainText } from '../../../platform/languages/languages.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { append, type PublicAct } from '../../../record/index.ts'
import { type Author, fingerprint, ideaObject } from '../addIdea.ts'
import { ideasPolicy } from '../policy.ts'
import { comment, idea, type Visibility } from '../tables.ts'
import { ideaRefusals } from '../words.ts'
import type { CommentInput } from './commentInput.ts'
import { tellOfComment } from './commentLetter.ts'
import { lockOpenIdea } from './lockIdea.ts'

/** How a comment is called in the record. */
export const commentObject = (planId: string, number: number, id: number): string => `${ideaObject(planId, number)}/comments/${id}`

/** A comment that was stored, and whether everyone sees it yet. */
export type AddedComment = { id: number; visibility: Visibility }

/**
 * Says something about an idea. Everyone sees it at once, or after a moderator has looked at it, as the call is set.
 * A reply to a reply stands under the comment that began it. The record tells its kind and a fingerprint, not the text.
 */
export async function addComment(
  house: House,
  actor: Actor,
  to: { planId: string; number: number; language: Language },
  input: CommentInput,
): Promise<AddedComment> {
  allow(ideasPolicy.comment, actor, undefined)
  return house.db.transaction(async (tx) => {
    if (actor.personId !== null) await holdPerson(tx, actor.personId)
    const [now, today] = [house.clock.now(), house.clock.today()]
    const { idea: about, call } = await lockOpenIdea(tx, to.planId, to.number, today)
    const parentId = input.replyTo === null ? null : await threadOf(tx, about.id, input.replyTo)
    const author = await authorOf(tx, house, actor, input)
    const visibility = call.moderation === 'before' ? 'waiting' : 'published'
    const [row] = await tx
      .insert(comment)
      .values({
        ...author,
        ideaId: about.id,
        parentId,
        kind: input.kind,
        body: input.body,
        language: to.language,
        visibility,
        sentOn: today,
        sentAt: now,
        demonstration: house.demonstration !== null,
        recordSeq: 0,
      })
      .returning({ id: comment.id })
    if (!row) throw new Error('the comment was not stored')
    const recordSeq = await append(tx, now, {
      actor: roleOf(actor, author),
      act: 'comment',
      object: commentObject(about.planId, about.number, row.id),
      content: {
        ...(house.demonstration ? { demonstration: true } : {}),
        kind: input.kind,
        sector: author.sector,
        visibility,
        fingerprint: fingerprint(row.id, input.body),
      },
    })
    await tx.update(comment).set({ recordSeq }).where(eq(comment.id, row.id))
    if (visibility === 'published') {
      await countComment(tx, about.id, 1)
      await tellOfComment(tx, house, about, { ...author, body: input.body })
    }
    return { id: row.id, visibility }
  })
}

/** One comment more or less that everyone sees. */
export async function countComment(tx: Database, ideaId: number, by: 1 | -1): Promise<void> {
  await tx
    .update(idea)
    .set({ comments: sql`${idea.comments} + ${by}` })
    .where(eq(idea.id, ideaId))
}

/** The comment under which a reply stands. Refuses with 409 when it was hidden. */
async function threadOf(tx: Database, ideaId: number, id: number): Promise<number> {
  const [row] = await tx
    .select({ id: comment.id, parentId: comment.parentId, visibility: comment.visibility })
    .from(comment)
    .where(and(eq(comment.id, id), eq(comment.ideaId, ideaId)))
  if (!row || row.visibility === 'waiting') throw notFound()
  if (row.visibility === 'hidden') throw new Refusal(409, (language) => ideaRefusals[language].commentHidden)
  return row.parentId ?? row.id
}

/** Whoever speaks, as everyone sees it. An organisation's sector is its own. */
async function authorOf(tx: Database, house: House, actor: Actor, { as, displayName, sector }: CommentInput): Promise<Author> {
  const authorId = actor.personId
  const [actingFor] = actsForAny(actor)
  if (as === 'organisation' && actingFor !== undefined) {
    const known = (await organisationsInTime(tx, [actingFor])).get(actingFor)
    if (!known) throw new Refusal(403)
    const authorName = plainText(known.nameOn(house.clock.today()), 'lv') || actingFor
    return { authorKind: 'organisation', authorName, authorId, organisationId: actingFor, sector: known.sector }
  }
  const authorName = as === 'display-name' ? displayName : actor.name
  return { authorKind: as === 'display-name' ? 'display-name' : 'person', authorName, authorId, organisationId: null, sector }
}

const roleOf = (actor: Actor, { organisationId }: Author): PublicAct['actor'] => {
  const held = organisationId === null ? null : actor.roles.find((one) => one.organisationId === organisationId)
  return { role: held?.role ?? 'participant', for: organisationId }
}
