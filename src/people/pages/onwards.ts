import type { Language } from '../../platform/languages/languages.ts'
import { address } from '../../web/addresses.ts'
import { seeOther } from '../../web/render.tsx'
import type { AnyVisit } from '../../web/visit.ts'
import type { SignedIn } from '../authentication.ts'
import { rolesOf } from '../queries.ts'
import { type Session, whoHolds } from '../sessions.ts'
import { stillToDo } from '../stillToDo.ts'

/** Where a person's work begins: what is due from them, the secretariat's desk, or home. */
async function startOf(visit: { house: AnyVisit['house']; language: Language }, personId: string): Promise<string> {
  const roles = ((await rolesOf(visit.house.db, [personId])).get(personId) ?? []).map(({ role }) => role)
  if (roles.includes('officer') || roles.includes('representative')) return address(visit.language, 'desk')
  return address(visit.language, roles.includes('secretariat') || roles.includes('administrator') ? 'manage' : 'home')
}

/** Where someone signed in goes on: to what is still to be done of signing in, then to where they were going, or to their work. */
export async function onwards(visit: AnyVisit, personId: string, session: Session | null, next: string | null): Promise<string> {
  return stillToDo(session, visit.language, next) ?? next ?? (await startOf(visit, personId))
}

/** Goes on with the cookies of the session. */
export function withCookies({ cookies }: Pick<SignedIn, 'cookies'>, location: string): Response {
  const response = seeOther(location)
  for (const cookie of cookies) response.headers.append('Set-Cookie', cookie)
  response.headers.set('Cache-Control', 'no-store')
  return response
}

/** Goes on as who has just signed in. */
export async function goOnAs(visit: AnyVisit, signedIn: SignedIn, next: string | null): Promise<Response> {
  const { session } = await whoHolds(visit.house, signedIn.token)
  return withCookies(signedIn, await onwards(visit, signedIn.personId, session, next))
}
