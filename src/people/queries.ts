import { createHash } from 'node:crypto'
import { and, asc, eq, inArray, isNull, notInArray, sql } from 'drizzle-orm'
import type { Database } from '../platform/database/database.ts'
import type { Day } from '../platform/dates/partialDate.ts'
import { groupBy } from '../platform/groupBy.ts'
import { type Language, type LocalText, plainText } from '../platform/languages/languages.ts'
import { compareTexts } from '../platform/languages/numbers.ts'
import { type NameInTime, type NameRow, namesInTime } from './namesInTime.ts'
import { type AssignableRole, organisation, organisationName, person, roleAssignment, type Sector } from './tables.ts'

/** The sectors whose organisations are institutions; all others are organisations. */
export const institutionSectors = ['government', 'parliament', 'municipality'] as const satisfies readonly Sector[]

/** Is it an institution of the state or a municipality, and not an organisation? */
export const isInstitution = (sector: Sector): boolean => (institutionSectors as readonly Sector[]).includes(sector)

/** How an institution or organisation is called in the record. */
export const organisationObject = (sector: Sector, id: string): string =>
  `${isInstitution(sector) ? '/institutions' : '/organisations'}/${id}`

/** The record's reference to a person: can be checked by who knows the salt, and by nobody once it is erased. */
export const personCommitment = (personId: string, salt: string): string =>
  createHash('sha256')
    .update(salt + personId)
    .digest('hex')

const started = (day: Day) => sql<boolean>`(${organisationName.validFrom} is null or ${organisationName.validFrom} <= ${day})`

/** A name in force on the day comes first, then the last one before it, then the first one after it. */
const nearestFirst = (day: Day) =>
  sql`${started(day)} desc, case when ${started(day)} then ${organisationName.validFrom} end desc nulls last, ${organisationName.validFrom} asc nulls first`

/**
 * What these organisations (or all) were called on a day, by id. One that had ended by then has its last
 * name, one that was founded later its first.
 */
export async function organisationNamesAt(
  db: Database,
  organisations: readonly string[] | 'all',
  day: Day,
): Promise<Map<string, LocalText>> {
  if (organisations !== 'all' && !organisations.length) return new Map()
  const rows = await db
    .selectDistinctOn([organisationName.organisationId], { id: organisationName.organisationId, name: organisationName.name })
    .from(organisationName)
    .where(organisations === 'all' ? undefined : inArray(organisationName.organisationId, [...organisations]))
    .orderBy(organisationName.organisationId, nearestFirst(day))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** An institution's or organisation's sector, and what it was called on any day. */
export type NamedOrganisation = { sector: Sector; nameOn: (day: Day) => LocalText }

/** These organisations by id: one query, on however many days their names are asked for. */
export async function organisationsInTime(db: Database, ids: readonly string[]): Promise<Map<string, NamedOrganisation>> {
  if (!ids.length) return new Map()
  const rows = await db
    .select({ id: organisation.id, sector: organisation.sector, name: organisationName.name, validFrom: organisationName.validFrom })
    .from(organisation)
    .innerJoin(organisationName, eq(organisationName.organisationId, organisation.id))
    .where(inArray(organisation.id, [...ids]))
    .orderBy(sql`${organisationName.validFrom} asc nulls first`, asc(organisationName.id))
  return new Map(
    [...groupBy(rows, (row) => row.id)].flatMap(([id, names]) => {
      const [first] = names
      if (!first) return []
      const nameOn = (day: Day) => (names.findLast(({ validFrom }) => validFrom === null || validFrom <= day) ?? first).name
      return [[id, { sector: first.sector, nameOn }] as const]
    }),
  )
}

export type ListedOrganisation = { id: string; sector: Sector; name: LocalText }

const MOST_ORGANISATIONS = 20_000

/** Institutions, organisations or both, by name in the language, each as it was called on the day. Those founded later are left out. */
export async function listOrganisations(
  db: Database,
  day: Day,
  kind: 'institution' | 'organisation' | 'all',
  language: Language = 'lv',
): Promise<ListedOrganisation[]> {
  const sectors = [...institutionSectors]
  const rows = await db
    .selectDistinctOn([organisation.id], { id: organisation.id, sector: organisation.sector, name: organisationName.name })
    .from(organisation)
    .innerJoin(organisationName, eq(organisationName.organisationId, organisation.id))
    .where(
      and(
        started(day),
        kind === 'all'
          ? undefined
          : kind === 'institution'
            ? inArray(organisation.sector, sectors)
            : notInArray(organisation.sector, sectors),
      ),
    )
    .orderBy(organisation.id, nearestFirst(day))
    .limit(MOST_ORGANISATIONS)
  return rows.sort((a, b) => compareTexts(language, plainText(a.name, language), plainText(b.name, language)))
}

export type OrganisationInTime = ListedOrganisation & { note: LocalText | null; recordSeq: number; names: NameInTime[] }

async function organisationWithNames(
  db: Database,
  id: string,
): Promise<(Omit<OrganisationInTime, 'name' | 'names'> & { names: NameRow[] }) | null> {
  const rows = await db
    .select({
      organisation,
      name: organisationName.name,
      validFrom: organisationName.validFrom,
      validTo: organisationName.validTo,
      note: organisationName.note,
    })
    .from(organisation)
    .innerJoin(organisationName, eq(organisationName.organisationId, organisation.id))
    .where(eq(organisation.id, id))
    .orderBy(sql`${organisationName.validFrom} asc nulls first`, asc(organisationName.id))
  const [first] = rows
  if (!first) return null
  const names = rows.map(({ name, validFrom, validTo, note }) => ({ name, validFrom, validTo, note }))
  const { sector, note, recordSeq } = first.organisation
  return { id, sector, note, recordSeq, names }
}

/**
 * An institution or organisation with its name on a day and all names up to it, the oldest first;
 * a later name, and the end that it sets to the present one, are not told yet.
 */
export async function organisationById(db: Database, id: string, day: Day): Promise<OrganisationInTime | null> {
  const found = await organisationWithNames(db, id)
  if (!found) return null
  const names = found.names
    .filter(({ validFrom }) => validFrom === null || validFrom <= day)
    .map((known) => ({ ...known, validTo: known.validTo !== null && known.validTo >= day ? null : known.validTo }))
  const name = names.at(-1)?.name
  return name ? { ...found, name, names: namesInTime(names) } : null
}

/** The same for the secretariat's form, with names that are still to come. */
export async function organisationForEditing(db: Database, id: string): Promise<Omit<OrganisationInTime, 'name'> | null> {
  const found = await organisationWithNames(db, id)
  return found && { ...found, names: namesInTime(found.names) }
}

export type ListedRole = { id: number; role: AssignableRole; organisationId: string | null; sector: Sector | null }
export type ListedPerson = { id: string; name: string; email: string; demonstration: boolean; removed: boolean; roles: ListedRole[] }

/** How many people stand on one page of the list. */
export const PEOPLE_A_PAGE = 50

/** One page of the people who were not removed, by name, and whether there are more. */
export async function listPeople(db: Database, page: number): Promise<{ people: ListedPerson[]; more: boolean }> {
  const rows = await db
    .select({ id: person.id, name: person.name, email: person.email, demonstration: person.demonstration })
    .from(person)
    .where(isNull(person.removedAt))
    .orderBy(sql`${person.name} collate latvian`, person.id)
    .limit(PEOPLE_A_PAGE + 1)
    .offset((page - 1) * PEOPLE_A_PAGE)
  const shown = rows.slice(0, PEOPLE_A_PAGE)
  const roles = await rolesOf(
    db,
    shown.map(({ id }) => id),
  )
  return { people: shown.map((row) => ({ ...row, removed: false, roles: roles.get(row.id) ?? [] })), more: rows.length > PEOPLE_A_PAGE }
}

/** A person with the roles held now. */
export async function personById(db: Database, id: string): Promise<ListedPerson | null> {
  const [row] = await db
    .select({ id: person.id, name: person.name, email: person.email, demonstration: person.demonstration, removedAt: person.removedAt })
    .from(person)
    .where(eq(person.id, id))
  if (!row) return null
  const { removedAt, ...rest } = row
  return { ...rest, removed: removedAt !== null, roles: (await rolesOf(db, [id])).get(id) ?? [] }
}

/** The address of someone who was not removed, or null. */
export async function emailOf(db: Database, personId: string): Promise<string | null> {
  const [row] = await db
    .select({ email: person.email })
    .from(person)
    .where(and(eq(person.id, personId), isNull(person.removedAt)))
  return row?.email ?? null
}

/** Does anyone sign in with this address, as it is kept? */
export async function hasAccount(db: Database, email: string): Promise<boolean> {
  const rows = await db.select({ id: person.id }).from(person).where(eq(person.email, email))
  return rows.length > 0
}

/** The roles these people hold now, the oldest first. */
export async function rolesOf(db: Database, personIds: readonly string[]): Promise<Map<string, ListedRole[]>> {
  if (!personIds.length) return new Map()
  const rows = await db
    .select({
      personId: roleAssignment.personId,
      id: roleAssignment.id,
      role: roleAssignment.role,
      organisationId: roleAssignment.organisationId,
      sector: organisation.sector,
    })
    .from(roleAssignment)
    .leftJoin(organisation, eq(organisation.id, roleAssignment.organisationId))
    .where(and(inArray(roleAssignment.personId, [...personIds]), isNull(roleAssignment.endedAt)))
    .orderBy(asc(roleAssignment.id))
  const byPerson = new Map<string, ListedRole[]>()
  for (const { personId, ...role } of rows) byPerson.set(personId, [...(byPerson.get(personId) ?? []), role])
  return byPerson
}

/** The people who act for an organisation now: for the letters that remind them. */
export async function peopleActingFor(
  db: Database,
  organisationIds: readonly string[],
  roles: readonly AssignableRole[],
): Promise<{ personId: string; name: string; email: string; role: AssignableRole; organisationId: string | null }[]> {
  if (!organisationIds.length || !roles.length) return []
  return db
    .select({
      personId: person.id,
      name: person.name,
      email: person.email,
      role: roleAssignment.role,
      organisationId: roleAssignment.organisationId,
    })
    .from(roleAssignment)
    .innerJoin(person, and(eq(person.id, roleAssignment.personId), isNull(person.removedAt)))
    .where(
      and(
        isNull(roleAssignment.endedAt),
        inArray(roleAssignment.role, [...roles]),
        inArray(roleAssignment.organisationId, [...organisationIds]),
      ),
    )
    .orderBy(person.id)
}

/** So many people are written to when something reaches a role as a whole. */
const MOST_ADDRESSES = 20

/** The e-mail addresses of those who hold a role now, such as the secretariat, the longest-serving first, at most twenty. */
export async function addressesOf(db: Database, role: AssignableRole): Promise<string[]> {
  const rows = await db
    .selectDistinctOn([roleAssignment.personId], { email: person.email, since: roleAssignment.givenAt })
    .from(roleAssignment)
    .innerJoin(person, and(eq(person.id, roleAssignment.personId), isNull(person.removedAt)))
    .where(and(isNull(roleAssignment.endedAt), eq(roleAssignment.role, role)))
    .orderBy(roleAssignment.personId, asc(roleAssignment.givenAt))
    .limit(MOST_ADDRESSES)
  return rows.sort((a, b) => a.since.getTime() - b.since.getTime()).map(({ email }) => email)
}
