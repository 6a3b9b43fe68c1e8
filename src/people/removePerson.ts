import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import type { House } from '../platform/house.ts'
import { mail } from '../platform/tables.ts'
import type { Actor } from './actor.ts'
import { allow } from './permission.ts'
import { peoplePolicy } from './policy.ts'
import { actingRole, endRoles, keepOneAdministrator, lockAdministrators, lockPerson, lockRoles } from './roles.ts'
import { endSessions } from './sessions.ts'
import { account, authenticatorApp, linkedIdentity, passkey, person, recoveryCode, verification } from './tables.ts'

/**
 * Removes a person: roles ended, sessions, links and ways to sign in gone, name, address and letters erased. What
 * they did for an institution stays; with the new salt the record's reference leads to nobody.
 */
export async function removePerson(house: House, actor: Actor, personId: string): Promise<void> {
  allow(peoplePolicy.removePerson, actor, { roles: [] })
  await house.db.transaction(async (tx) => {
    const administrators = await lockAdministrators(tx)
    const whose = await lockPerson(tx, personId)
    const held = await lockRoles(tx, personId)
    allow(peoplePolicy.removePerson, actor, { roles: held.map(({ role }) => role) })
    keepOneAdministrator(administrators, personId)
    await endRoles(house, tx, actingRole(actor), whose, held)
    await endSessions(tx, personId, 'all')
    await tx.delete(account).where(eq(account.userId, personId))
    for (const table of [passkey, authenticatorApp, recoveryCode, linkedIdentity])
      await tx.delete(table).where(eq(table.personId, personId))
    await tx.delete(mail).where(eq(mail.recipient, whose.email))
    // The value of a sign-in link is JSON with the address in it.
    await tx.delete(verification).where(sql`strpos(${verification.value}, ${JSON.stringify(whose.email)}) > 0`)
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
  })
}
