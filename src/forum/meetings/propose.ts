import { and, eq } from 'drizzle-orm'
import { editedText, type TypedText } from '../../cycle/plan/index.ts'
import { type Actor, allow, holdPerson } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { lockForum } from '../locks.ts'
import { forumPolicy } from '../policy.ts'
import { say } from '../problemTexts.ts'
import { seatOfPerson } from '../queries.ts'
import { forumProposal } from '../tables.ts'
import type { ThingAddress } from '../things.ts'

/** So many proposals of one person may wait at once. */
const MOST_WAITING = 5

export type ProposalInput = { title: string; reason: string; about: ThingAddress | null; language: Language }

/** Proposes something for the agenda: a member by the seat, anyone else for themselves. It is public once the secretariat has taken it up. */
export async function propose(house: House, actor: Actor, forumId: string, input: ProposalInput): Promise<void> {
  allow(forumPolicy.propose, actor, undefined)
  const { personId } = actor
  if (personId === null) throw new Refusal(401)
  await house.db.transaction(async (tx) => {
    await holdPerson(tx, personId)
    const row = await lockForum(tx, forumId)
    const seat = await seatOfPerson(tx, forumId, personId, house.clock.today())
    const waiting = await tx.$count(
      forumProposal,
      and(eq(forumProposal.forumId, forumId), eq(forumProposal.personId, personId), eq(forumProposal.state, 'waiting')),
    )
    if (waiting >= MOST_WAITING) throw new Refusal(422, say('tooManyWait'))
    const asMember = seat !== null && forumPolicy.proposeAsMember(actor, { holders: [personId] })
    await tx.insert(forumProposal).values({
      ...input,
      forumId,
      seatId: asMember ? seat.seat.id : null,
      personId,
      sentOn: house.clock.today(),
      demonstration: row.demonstration,
    })
  })
}

/** Takes a proposal up, so that it can be put on an agenda, or refuses it for a reason. Who sent it reads the answer on the same page. */
export async function judgeProposal(
  house: House,
  actor: Actor,
  { forumId, proposalId, accept, answer }: { forumId: string; proposalId: number; accept: boolean; answer: TypedText },
): Promise<void> {
  allow(forumPolicy.judgeProposals, actor, undefined)
  await house.db.transaction(async (tx) => {
    await lockForum(tx, forumId)
    const [found] = await tx
      .select()
      .from(forumProposal)
      .where(and(eq(forumProposal.id, proposalId), eq(forumProposal.forumId, forumId)))
      .for('update')
    if (!found) throw notFound()
    if (found.state !== 'waiting') throw new Refusal(409)
    await tx
      .update(forumProposal)
      .set({ state: accept ? 'accepted' : 'refused', answer: editedText(null, answer) })
      .where(eq(forumProposal.id, proposalId))
  })
}
