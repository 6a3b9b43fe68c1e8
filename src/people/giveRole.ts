import type { House } from '../platform/house.ts'
import type { Actor } from './actor.ts'
import { allow } from './permission.ts'
import { peoplePolicy } from './policy.ts'
import { actingRole, assignRole, lockPerson, type RoleInput } from './roles.ts'

/** Gives a person one more role. */
export async function giveRole(house: House, actor: Actor, personId: string, input: RoleInput): Promise<void> {
  allow(peoplePolicy.giveRole, actor, { roles: [input.role] })
  await house.db.transaction(async (tx) => assignRole(house, tx, actingRole(actor), await lockPerson(tx, personId), input))
}
