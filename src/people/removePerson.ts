import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { Database } from '../platform/database/database.ts'
import type { House } from '../platform/house.ts'
import { Refusal } from '../platform/refusal.ts'
import { mail } from '../platform/tables.ts'
import { append } from '../record/index.ts'
import type { Actor } from './actor.ts'
import { hasSecondStep } from './ownWays.ts'
import { allow } from './permission.ts'
import { peoplePolicy } from './policy.ts'
import { actingRole, endRoles, keepOneAdministrator, lockAdministrators, lockPerson, lockRoles } from './roles.ts'
import { type Asker, endSessions } from './sessions.ts'
import {
  account,
  authenticatorApp,
  awaitedAct,
  heldLetter,
  letterWish,
  linkedIdentity,
  passkey,
  person,
  recoveryCode,
  verification,
} from './tables.ts'

/** What other modules keep about a person ends with them, in the same transaction. */
export type AlsoForget = (house: House, whose: { id: string; email: string }) => Promise<void>

const nothingElse: AlsoForget = async () => undefined

/**
 * Removes a person: roles ended, sessions, links and ways to sign in gone, name, address and letters erased. What
 * they did for an institution stays; with the new salt the record's reference leads to nobody.
 */
export async function removePerson(house: House, actor: Actor, personId: string, alsoForget: AlsoForget = nothingElse): Promise<void> {
  allow(peoplePolicy.removePerson, actor, { roles: [] })
  await house.db.transaction(async (tx) => {
    const going = await lockGoing(tx, personId)
    allow(peoplePolicy.removePerson, actor, { roles: going.held.map(({ role }) => role) })
    await erase({ ...house, db: tx }, actingRole(actor), going, alsoForget)
  })
}

/**
 * Erases the asker's own account in the same way. Refuses the last administrator, and whoever has not done a second
 * step that they could do.
 */
export async function eraseOneself(house: House, { actor, session }: Asker, alsoForget: AlsoForget): Promise<void> {
  const { personId } = actor
  if (personId === null || !session) throw new Refusal(401)
  await house.db.transaction(async (tx) => {
    const going = await lockGoing(tx, personId)
    allow(peoplePolicy.eraseOneself, actor, { secondStep: session.secondStep, canDoIt: await hasSecondStep(tx, personId) })
    await erase({ ...house, db: tx }, { role: 'participant', for: null }, going, alsoForget)
  })
}

/** Who goes, with the roles they hold, all locked; the last administrator can't. */
async function lockGoing(tx: Database, personId: string) {
  const administrators = await lockAdministrators(tx)
  const whose = await lockPerson(tx, personId)
  const held = await lockRoles(tx, personId)
  return { administrators, whose, held }
}

async function erase(
  house: House,
  by: { role: string; for: null },
  { administrators, whose, held }: Awaited<ReturnType<typeof lockGoing>>,
  alsoForget: AlsoForget,
): Promise<void> {
  const { db: tx } = house
  const { id: personId, email } = whose
  keepOneAdministrator(administrators, personId)
  await endRoles(house, tx, by, whose, held)
  await endSessions(tx, personId, 'all')
  await tx.delete(account).where(eq(account.userId, personId))
  for (const table of [passkey, authenticatorApp, recoveryCode, linkedIdentity, letterWish, heldLetter])
    await tx.delete(table).where(eq(table.personId, personId))
  await tx.delete(awaitedAct).where(eq(awaitedAct.email, email))
  await tx.delete(mail).where(eq(mail.recipient, email))
  // The value of a sign-in link is JSON with the address in it.
  await tx.delete(verification).where(sql`strpos(${verification.value}, ${JSON.stringify(email)}) > 0`)
  const now = house.clock.now()
  await tx
    .update(person)
    .set({
      name: '',
      email: `${personId}@removed.invalid`,
      emailVerified: false,
      image: null,
      recordSalt: randomUUID() + randomUUID(),
      removedAt: now,
      updatedAt: now,
    })
    .where(eq(person.id, personId))
  await alsoForget(house, { id: personId, email })
  // It says nothing of who went: names that stood on public pages are gone from now on.
  await append(tx, now, {
    actor: by,
    act: 'erasePerson',
    object: '/people',
    content: whose.demonstration ? { demonstration: true } : {},
  })
}
