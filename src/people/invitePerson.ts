import { randomUUID } from 'node:crypto'
import type { Database } from '../platform/database/database.ts'
import { violatedConstraint } from '../platform/database/problems.ts'
import type { House } from '../platform/house.ts'
import type { Language } from '../platform/languages/languages.ts'
import { wrongField } from '../platform/refusal.ts'
import type { Actor } from './actor.ts'
import type { Invitation, NewPerson } from './input.ts'
import { allow } from './permission.ts'
import { peoplePolicy } from './policy.ts'
import { actingRole, assignRole, type LockedPerson } from './roles.ts'
import { sendInvitation } from './signInLinks.ts'
import { person } from './tables.ts'
import { peopleTexts } from './texts.ts'

/** Puts a person on the list; an address stands there once. */
export async function addPerson(house: House, tx: Database, { name, email }: NewPerson): Promise<LockedPerson> {
  const now = house.clock.now()
  const [made] = await tx
    .insert(person)
    .values({ id: randomUUID(), name, email, createdAt: now, updatedAt: now })
    .returning()
    .catch((error: unknown) => {
      throw violatedConstraint(error) === 'person_email_unique'
        ? wrongField('email', (language) => peopleTexts[language].emailIsTaken)
        : error
    })
  if (!made) throw new Error('no person was made')
  return made
}

/**
 * Invites a person: on the list, with the role, and a letter with a sign-in link. Public is only
 * that the role was given.
 */
export async function invitePerson(house: House, actor: Actor, input: Invitation, language: Language): Promise<{ personId: string }> {
  allow(peoplePolicy.invitePerson, actor, { roles: input.role ? [input.role.role] : [] })
  return house.db.transaction(async (tx) => {
    const made = await addPerson(house, tx, input)
    if (input.role) await assignRole(house, tx, actingRole(actor), made, input.role)
    await sendInvitation(house, tx, {
      ...input,
      language,
      role: input.role?.role ?? 'participant',
      organisation: input.role?.organisationId ?? null,
    })
    return { personId: made.id }
  })
}
