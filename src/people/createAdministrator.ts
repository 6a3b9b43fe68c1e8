import { and, eq, isNull } from 'drizzle-orm'
import type { House } from '../platform/house.ts'
import { linkLives, makeSignInToken } from './authentication.ts'
import { type NewPerson, parseNewPerson } from './input.ts'
import { addPerson } from './invitePerson.ts'
import { assignRole } from './roles.ts'
import { forgetSecondStep } from './secondStep/resetSecondStep.ts'
import { confirmUrl } from './signInLinks.ts'
import { person, roleAssignment } from './tables.ts'

/**
 * Makes someone an administrator, from the command line of the machine: whoever stands there needs
 * no permission. Works without mail: gives an address that signs in once. Someone who is an
 * administrator already just gets a new address, and has the second step reset when that is asked for:
 * the only administrator has nobody else to ask.
 */
export async function createAdministrator(house: House, input: NewPerson, resetSecondStep = false): Promise<{ url: string }> {
  const { name, email } = parseNewPerson(input)
  return house.db.transaction(async (tx) => {
    const [known] = await tx.select().from(person).where(eq(person.email, email)).for('update')
    const whose = known ?? (await addPerson(house, tx, { name, email }))
    const [held] = await tx
      .select({ id: roleAssignment.id })
      .from(roleAssignment)
      .where(and(eq(roleAssignment.personId, whose.id), eq(roleAssignment.role, 'administrator'), isNull(roleAssignment.endedAt)))
    if (!held) await assignRole(house, tx, { role: 'administrator', for: null }, whose, { role: 'administrator', organisationId: null })
    if (known && resetSecondStep) await forgetSecondStep(house, tx, whose, 'lv')
    const token = await makeSignInToken(house, tx, email, linkLives.administrator)
    return { url: confirmUrl(house, 'lv', token, null) }
  })
}
