import type { Role } from './tables.ts'

/** A role someone holds, and for whom. */
export type HeldRole = { role: Role; organisationId: string | null }

/** Who acts: a visitor has no person and no roles; someone signed in is always a participant too. */
export type Actor = { personId: string | null; name: string | null; roles: readonly HeldRole[] }

export const visitor: Actor = { personId: null, name: null, roles: [] }

/** Does the actor hold this role, for anyone? */
export const holds = (actor: Actor, role: Role): boolean => actor.roles.some((held) => held.role === role)

/** Does the actor hold this role for that organisation? */
export const holdsFor = (actor: Actor, role: Role, organisationId: string): boolean =>
  actor.roles.some((held) => held.role === role && held.organisationId === organisationId)

/** The organisations the actor acts for in this role. */
export const actsFor = (actor: Actor, role: Role): string[] =>
  actor.roles.flatMap((held) => (held.role === role && held.organisationId ? [held.organisationId] : []))

/** The institutions and organisations the actor acts for, in whichever role, each once. */
export const actsForAny = (actor: Actor): string[] => [...new Set([...actsFor(actor, 'officer'), ...actsFor(actor, 'representative')])]
