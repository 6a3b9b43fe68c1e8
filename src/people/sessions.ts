import { and, desc, eq, gt, isNotNull, isNull, lt, ne } from 'drizzle-orm'
import type { Database } from '../platform/database/database.ts'
import type { House } from '../platform/house.ts'
import { type Actor, type HeldRole, visitor } from './actor.ts'
import { sessionTokenIn } from './authentication.ts'
import { authenticatorApp, person, type Role, roleAssignment, type SignInMethod, session } from './tables.ts'

/** How someone is signed in. */
export type Session = {
  id: string
  method: SignInMethod
  /** `due`: until it is done the session acts as a participant. */
  secondStep: 'done' | 'due' | 'not asked for'
  /** The institution or organisation acted for now. */
  actingFor: string | null
  /** All that the person holds roles for. With several, one is chosen. */
  mayActFor: readonly string[]
}

/** Who is behind a request, and how they are signed in; a visitor has no session. */
export type Asker = { actor: Actor; session: Session | null }

/** Who is not signed in. */
export const nobody: Asker = { actor: visitor, session: null }

/** Seen is told to the hour: the table is not written with every request, and nobody's day can be read from it. */
const HOUR = 60 * 60 * 1000

/** Who is behind a request. A removed person, an ended or an unknown session is a visitor. */
export async function whoAsks(house: House, headers: Headers): Promise<Asker> {
  const token = await sessionTokenIn(house, headers)
  return token ? whoHolds(house, token) : nobody
}

/** Who holds the session with this key, in one query: the person with all roles that have not ended. */
export async function whoHolds(house: House, token: string): Promise<Asker> {
  const now = house.clock.now()
  const rows = await house.db
    .select({
      session,
      personId: person.id,
      name: person.name,
      role: roleAssignment.role,
      organisationId: roleAssignment.organisationId,
      hasApp: isNotNull(authenticatorApp.secret).mapWith(Boolean),
    })
    .from(session)
    .innerJoin(person, and(eq(person.id, session.userId), isNull(person.removedAt)))
    .leftJoin(authenticatorApp, eq(authenticatorApp.personId, person.id))
    .leftJoin(roleAssignment, and(eq(roleAssignment.personId, person.id), isNull(roleAssignment.endedAt)))
    .where(and(eq(session.token, token), gt(session.expiresAt, now)))
    .orderBy(roleAssignment.id)
  const [first] = rows
  if (!first) return nobody
  await noteSeen(house.db, first.session, now)
  const held = rows.flatMap(({ role, organisationId }): HeldRole[] => (role ? [{ role, organisationId }] : []))
  return askerOf(house, first, held)
}

async function noteSeen(db: Database, { id, seenAt }: typeof session.$inferSelect, now: Date): Promise<void> {
  if (now.getTime() - seenAt.getTime() < HOUR) return
  await db
    .update(session)
    .set({ seenAt: now })
    .where(and(eq(session.id, id), lt(session.seenAt, now)))
}

type Signed = { session: typeof session.$inferSelect; personId: string; name: string; hasApp: boolean }

function askerOf(house: House, { session: row, personId, name, hasApp }: Signed, held: readonly HeldRole[]): Asker {
  const mayActFor = [...new Set(held.flatMap(({ organisationId }) => organisationId ?? []))]
  const chosen = mayActFor.length > 1 ? mayActFor.find((id) => id === row.actingFor) : mayActFor[0]
  const made: Session = {
    id: row.id,
    method: row.method,
    secondStep: secondStepOf(house, row, held, hasApp),
    actingFor: chosen ?? null,
    mayActFor,
  }
  const inForce = made.secondStep === 'due' ? [] : held.filter(({ organisationId }) => organisationId === null || organisationId === chosen)
  return { actor: { personId, name, roles: [{ role: 'participant', organisationId: null }, ...inForce] }, session: made }
}

/** Roles that run the house: their holders sign in in two steps. */
export const runsTheHouse = ({ role }: { role: Role }): boolean => role === 'secretariat' || role === 'administrator'

/**
 * Two steps are a duty of who runs a real house, and asked of whoever has set up an authenticator app.
 * The demonstration's own links are for who sits at its machine.
 */
function secondStepOf(house: House, row: Signed['session'], held: readonly HeldRole[], hasApp: boolean): Session['secondStep'] {
  if (row.secondStepAt) return 'done'
  if (row.method === 'demonstration') return 'not asked for'
  return hasApp || (!house.demonstration && held.some(runsTheHouse)) ? 'due' : 'not asked for'
}

/** A session on its person's own page. */
export type ListedSession = Pick<typeof session.$inferSelect, 'id' | 'method' | 'createdAt' | 'seenAt'>

/** More sessions than these nobody tells apart. */
const MOST_LISTED = 50

/** A person's sessions that live, the last seen first. */
export async function sessionsOf(db: Database, personId: string, now: Date): Promise<ListedSession[]> {
  return db
    .select({ id: session.id, method: session.method, createdAt: session.createdAt, seenAt: session.seenAt })
    .from(session)
    .where(and(eq(session.userId, personId), gt(session.expiresAt, now)))
    .orderBy(desc(session.seenAt), desc(session.createdAt))
    .limit(MOST_LISTED)
}

/** Ends a person's sessions: all, one, or all but one. */
export async function endSessions(tx: Database, personId: string, which: 'all' | { id: string } | { allBut: string }): Promise<void> {
  const condition = which === 'all' ? undefined : 'id' in which ? eq(session.id, which.id) : ne(session.id, which.allBut)
  await tx.delete(session).where(and(eq(session.userId, personId), condition))
}
