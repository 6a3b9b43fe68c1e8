import { and, eq } from 'drizzle-orm'
import { editedTitle, type TypedText } from '../../cycle/plan/index.ts'
import { type Actor, allow, holdPerson } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { lockForum } from '../locks.ts'
import { forumPolicy } from '../policy.ts'
import { say } from '../problemTexts.ts'
import { declarationsOf, isInForce, seatOfPerson } from '../queries.ts'
import { forumDeclaration, forumSeat, forumTerm } from '../tables.ts'
import { seatObject } from '../words.ts'

/**
 * Publishes what interests a member has: written by themselves, or by the secretariat in their name. The newest holds,
 * the earlier ones stay. The record tells that it was declared; what, stands on the page.
 */
export async function declareInterests(
  house: House,
  actor: Actor,
  { forumId, termId, text }: { forumId: string; termId: number; text: TypedText },
): Promise<void> {
  const bySecretariat = forumPolicy.declareForMembers(actor, undefined)
  await house.db.transaction(async (tx) => {
    if (!bySecretariat && actor.personId) await holdPerson(tx, actor.personId)
    const row = await lockForum(tx, forumId)
    const today = house.clock.today()
    const [found] = await tx
      .select({ seat: forumSeat, term: forumTerm })
      .from(forumTerm)
      .innerJoin(forumSeat, eq(forumSeat.id, forumTerm.seatId))
      .where(and(eq(forumTerm.id, termId), eq(forumSeat.forumId, forumId)))
    if (!found) throw notFound()
    if (!bySecretariat) {
      const own = await seatOfPerson(tx, forumId, actor.personId, today)
      allow(forumPolicy.declareInterests, actor, { holders: own?.term.id === termId && actor.personId ? [actor.personId] : [] })
    }
    if (!isInForce(found.term, today)) throw new Refusal(422, say('termIsOver'))
    const [last] = await declarationsOf(tx, [termId], today)
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: bySecretariat ? 'secretariat' : 'forum-member', for: null },
      act: 'declareInterests',
      object: seatObject(forumId, found.seat.code),
      content: { ...(row.demonstration ? { demonstration: true } : {}), publishedOn: today, startsOn: found.term.startsOn },
    })
    await tx
      .insert(forumDeclaration)
      .values({ termId, text: editedTitle(last?.text ?? null, text), byMember: !bySecretariat, publishedOn: today, recordSeq })
  })
}
