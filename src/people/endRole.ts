import type { House } from '../platform/house.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Actor } from './actor.ts'
import { allow } from './permission.ts'
import { peoplePolicy } from './policy.ts'
import { actingRole, endRoles, keepOneAdministrator, lockAdministrators, lockPerson, lockRoles } from './roles.ts'
import { endSessions } from './sessions.ts'
import { peopleTexts } from './texts.ts'

/** Ends a role that a person holds, and signs them out everywhere. The last administrator keeps it. */
export async function endRole(house: House, actor: Actor, personId: string, assignmentId: number): Promise<void> {
  allow(peoplePolicy.endRole, actor, { roles: [] })
  await house.db.transaction(async (tx) => {
    const administrators = await lockAdministrators(tx)
    const whose = await lockPerson(tx, personId)
    const held = (await lockRoles(tx, personId)).find(({ id }) => id === assignmentId)
    if (!held) throw new Refusal(409, (language) => peopleTexts[language].roleHasEnded)
    allow(peoplePolicy.endRole, actor, { roles: [held.role] })
    if (held.role === 'administrator') keepOneAdministrator(administrators, personId)
    await endRoles(house, tx, actingRole(actor), whose, [held])
    await endSessions(tx, personId, 'all')
  })
}
