import { and, eq, isNull, ne } from 'drizzle-orm'
import { type Actor, allow, giveRole, person, roleAssignment } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { wrongField } from '../../platform/refusal.ts'
import { lockForum } from '../locks.ts'
import { forumPolicy } from '../policy.ts'
import { say } from '../problemTexts.ts'
import { seatOfPerson } from '../queries.ts'
import { forumTerm } from '../tables.ts'
import { lockTermAt } from './terms.ts'

/**
 * Links a term with the account of its member, who from then on acts for the seat on these pages: they get the role
 * of a forum member if they don't hold it. Without an address the link is cut. The link itself is not public; that a
 * role was given is.
 */
export async function linkAccount(
  house: House,
  actor: Actor,
  { forumId, termId, version, email }: { forumId: string; termId: number; version: number; email: string | null },
): Promise<void> {
  allow(forumPolicy.keepSeats, actor, undefined)
  await house.db.transaction(async (tx) => {
    const personId = email === null ? null : await personWith(tx, email)
    // First the person, then the forum: erasing an account takes its locks in this order.
    if (personId) {
      const [held] = await tx
        .select({ id: roleAssignment.id })
        .from(roleAssignment)
        .where(and(eq(roleAssignment.personId, personId), eq(roleAssignment.role, 'forum-member'), isNull(roleAssignment.endedAt)))
        .limit(1)
      if (!held) await giveRole({ ...house, db: tx }, actor, personId, { role: 'forum-member', organisationId: null })
    }
    await lockForum(tx, forumId)
    const { term } = await lockTermAt(tx, forumId, termId, version)
    const other = await seatOfPerson(tx, forumId, personId, house.clock.today())
    if (other && other.term.id !== term.id) throw wrongField('email', say('holdsAnother'))
    await tx
      .update(forumTerm)
      .set({ personId, version: version + 1 })
      .where(eq(forumTerm.id, term.id))
  })
}

async function personWith(tx: House['db'], email: string): Promise<string> {
  const [found] = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.email, email), isNull(person.removedAt), ne(person.email, '')))
    .for('update')
  if (!found) throw wrongField('email', say('noAccount'))
  return found.id
}
