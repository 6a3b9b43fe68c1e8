import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Database } from '../platform/database/database.ts'
import type { House } from '../platform/house.ts'
import { notFound, Refusal, wrongField } from '../platform/refusal.ts'
import { append } from '../record/index.ts'
import { type Actor, holds } from './actor.ts'
import { isInstitution, organisationObject, personCommitment } from './queries.ts'
import { type AssignableRole, organisation, person, roleAssignment, type Sector } from './tables.ts'
import { peopleTexts } from './texts.ts'

/** The part of a person that roles and the record need. */
export type LockedPerson = { id: string; recordSalt: string; email: string; name: string; demonstration: boolean }

/** A role to give, and the institution or organisation it is for. */
export type RoleInput = { role: AssignableRole; organisationId: string | null }

/** Locks a person against a simultaneous change. Removed people can't be changed any more. */
export async function lockPerson(tx: Database, id: string): Promise<LockedPerson> {
  const [row] = await tx.select().from(person).where(eq(person.id, id)).for('update')
  if (!row || row.removedAt) throw notFound()
  return row
}

/**
 * Holds on to an account while something of its person's is written: who erases it waits, and who was erased a moment
 * ago writes no more. Before any other lock, as erasing takes them in this order.
 */
export async function holdPerson(tx: Database, id: string): Promise<void> {
  const [row] = await tx
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.id, id), isNull(person.removedAt)))
    .for('key share')
  if (!row) throw new Refusal(401)
}

type Target = { id: string; sector: Sector } | null

/** Roles that are held for someone: officers for institutions, representatives for organisations, forum members for either or none. */
async function targetOf(tx: Database, { role, organisationId }: RoleInput): Promise<Target> {
  if (role !== 'officer' && role !== 'representative' && role !== 'forum-member') return null
  if (!organisationId) {
    if (role === 'forum-member') return null
    throw wrongField('organisation', (language) => peopleTexts[language].chooseAnOrganisation)
  }
  const [found] = await tx
    .select({ id: organisation.id, sector: organisation.sector })
    .from(organisation)
    .where(eq(organisation.id, organisationId))
  if (!found) throw wrongField('organisation', (language) => peopleTexts[language].chooseAnOrganisation)
  if (role === 'officer' && !isInstitution(found.sector))
    throw wrongField('organisation', (language) => peopleTexts[language].officersServeInstitutions)
  if (role === 'representative' && isInstitution(found.sector))
    throw wrongField('organisation', (language) => peopleTexts[language].representativesServeOrganisations)
  return found
}

/** In which of their roles the actor gives or takes a role. */
export const actingRole = (actor: Actor): { role: string; for: null } => ({
  role: holds(actor, 'secretariat') ? 'secretariat' : 'administrator',
  for: null,
})

/** The record tells who was given what by the salted reference only: roles are public, people's names are not. */
const roleAct = (
  by: { role: string; for: null },
  act: 'giveRole' | 'endRole',
  role: AssignableRole,
  target: Target,
  whose: LockedPerson,
) => ({
  actor: by,
  act,
  object: target ? organisationObject(target.sector, target.id) : `/roles/${role}`,
  content: { role, person: personCommitment(whose.id, whose.recordSalt), ...(whose.demonstration ? { demonstration: true } : {}) },
})

/** Gives a locked person a role, in the record too. */
export async function assignRole(
  house: House,
  tx: Database,
  by: { role: string; for: null },
  whose: LockedPerson,
  input: RoleInput,
): Promise<void> {
  const target = await targetOf(tx, input)
  const now = house.clock.now()
  const made = await tx
    .insert(roleAssignment)
    .values({ personId: whose.id, role: input.role, organisationId: target?.id ?? null, givenAt: now })
    .onConflictDoNothing()
    .returning({ id: roleAssignment.id })
  if (!made.length) throw wrongField('role', (language) => peopleTexts[language].roleIsHeldAlready)
  await append(tx, now, roleAct(by, 'giveRole', input.role, target, whose))
}

/** Roles that someone holds, locked, with whom they are for. */
export async function lockRoles(tx: Database, personId: string): Promise<{ id: number; role: AssignableRole; target: Target }[]> {
  const rows = await tx
    .select({ id: roleAssignment.id, role: roleAssignment.role, organisationId: roleAssignment.organisationId })
    .from(roleAssignment)
    .where(and(eq(roleAssignment.personId, personId), isNull(roleAssignment.endedAt)))
    .orderBy(roleAssignment.id)
    .for('update')
  const ids = rows.flatMap((row) => row.organisationId ?? [])
  const targets = ids.length
    ? await tx.select({ id: organisation.id, sector: organisation.sector }).from(organisation).where(inArray(organisation.id, ids))
    : []
  return rows.map((row) => ({ id: row.id, role: row.role, target: targets.find((t) => t.id === row.organisationId) ?? null }))
}

/** Ends roles of a locked person, each in the record. */
export async function endRoles(
  house: House,
  tx: Database,
  by: { role: string; for: null },
  whose: LockedPerson,
  roles: readonly { id: number; role: AssignableRole; target: Target }[],
): Promise<void> {
  if (!roles.length) return
  const now = house.clock.now()
  const ids = roles.map(({ id }) => id)
  await tx.update(roleAssignment).set({ endedAt: now }).where(inArray(roleAssignment.id, ids))
  for (const { role, target } of roles) await append(tx, now, roleAct(by, 'endRole', role, target, whose))
}

/**
 * The administrators, locked: two of them can't let each other go at once. Taken before any other
 * lock, so that nobody waits in a circle.
 */
export async function lockAdministrators(tx: Database): Promise<string[]> {
  const rows = await tx
    .select({ personId: roleAssignment.personId })
    .from(roleAssignment)
    .where(and(eq(roleAssignment.role, 'administrator'), isNull(roleAssignment.endedAt)))
    .orderBy(roleAssignment.id)
    .for('update')
  return rows.map((row) => row.personId)
}

/** Refuses when this is the only administrator: without one the house is locked from inside. */
export function keepOneAdministrator(administrators: readonly string[], leaving: string): void {
  if (administrators.includes(leaving) && administrators.every((id) => id === leaving))
    throw new Refusal(409, (language) => peopleTexts[language].lastAdministrator)
}
