import { createHmac, timingSafeEqual } from 'node:crypto'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { House } from '../platform/house.ts'
import { notFound } from '../platform/refusal.ts'
import { address } from '../web/addresses.ts'
import { type SignedIn, secretOf, signInPerson } from './authentication.ts'
import { assignRole, type RoleInput } from './roles.ts'
import { person } from './tables.ts'

/** Who can be tried out. A visitor needs no link. */
export const demonstrationRoles = [
  'participant',
  'representative',
  'officer',
  'forum-member',
  'moderator',
  'secretariat',
  'administrator',
] as const
export type DemonstrationRole = (typeof demonstrationRoles)[number]

/** Names that nobody bears: they say “sample”, “sketch”, “model”, “made up”. */
const madeUp: Record<DemonstrationRole, { name: string; organisationId: string | null }> = {
  participant: { name: 'Dace Demonstrācija', organisationId: null },
  representative: { name: 'Pēteris Paraugs', organisationId: 'providus' },
  officer: { name: 'Ilze Izdomāta', organisationId: 'vk' },
  'forum-member': { name: 'Fricis Fiktīvs', organisationId: null },
  moderator: { name: 'Maija Modele', organisationId: null },
  secretariat: { name: 'Skaidrīte Skice', organisationId: null },
  administrator: { name: 'Andris Atdarinājums', organisationId: null },
}

const idOf = (role: DemonstrationRole | 'colleague'): string => `demonstration-${role}`
const isDemonstrationRole = (text: string): text is DemonstrationRole => (demonstrationRoles as readonly string[]).includes(text)

/** A second officer of the State Chancellery, to whom tasks can be handed; signs in by letter, as everyone does. */
export const demonstrationColleague = { id: idOf('colleague'), name: 'Kārlis Kolēģis', organisationId: 'vk' } as const

/** Everyone who is made up, with the role held; the participant holds none. */
const everyone: readonly { key: DemonstrationRole | 'colleague'; name: string; given: RoleInput | null }[] = [
  ...demonstrationRoles.map((role) => ({
    key: role,
    name: madeUp[role].name,
    given: role === 'participant' ? null : { role, organisationId: madeUp[role].organisationId },
  })),
  {
    key: 'colleague',
    name: demonstrationColleague.name,
    given: { role: 'officer', organisationId: demonstrationColleague.organisationId },
  },
]

/**
 * Puts one made-up person for each role, and the officer's colleague, into a demonstration. Again it changes
 * nothing: who was removed stays removed. The State Chancellery (vk) and PROVIDUS must be there. Tells whether
 * anybody was new.
 */
export async function seedDemonstrationPeople(house: House): Promise<boolean> {
  if (!house.demonstration) throw new Error('made-up people belong into a demonstration only')
  return house.db.transaction(async (tx) => {
    const now = house.clock.now()
    let isNew = false
    for (const { key, name, given } of everyone) {
      const [made] = await tx
        .insert(person)
        .values({
          id: idOf(key),
          name,
          email: `${key}@example.org`,
          emailVerified: true,
          demonstration: true,
          createdAt: now,
          updatedAt: now,
        })
        .onConflictDoNothing()
        .returning()
      if (made) isNew = true
      if (made && given) await assignRole(house, tx, { role: 'administrator', for: null }, made, given)
    }
    return isNew
  })
}

const keyOf = (secret: string, role: DemonstrationRole): string =>
  createHmac('sha256', secret).update(`demonstration-sign-in:${role}`).digest('base64url')

/** A link for each demonstration role, for the terminal: whoever opens it on this machine is signed in. */
export async function demonstrationLinks(house: House): Promise<{ role: DemonstrationRole; name: string; url: string }[]> {
  if (!house.demonstration) return []
  const secret = await secretOf(house)
  const people = await house.db
    .select({ id: person.id, name: person.name })
    .from(person)
    .where(and(eq(person.demonstration, true), isNull(person.removedAt)))
    .orderBy(asc(person.id))
  return demonstrationRoles.flatMap((role) => {
    const found = people.find(({ id }) => id === idOf(role))
    const path = `${address('lv', 'demonstrationSignIn', { role })}?key=${keyOf(secret, role)}`
    return found ? [{ role, name: found.name, url: house.configuration.url + path }] : []
  })
}

const sameText = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** Signs in by a demonstration link. Everything that is not quite right is no such page. */
export async function signInForDemonstration(house: House, input: { role: string; key: string }): Promise<SignedIn> {
  const { role, key } = input
  if (!house.demonstration || !isDemonstrationRole(role) || !/^[\w-]{43}$/.test(key)) throw notFound()
  if (!sameText(key, keyOf(await secretOf(house), role))) throw notFound()
  const [found] = await house.db
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.id, idOf(role)), eq(person.demonstration, true), isNull(person.removedAt)))
  if (!found) throw notFound()
  return signInPerson(house, found.id, { method: 'demonstration', bothSteps: false })
}
