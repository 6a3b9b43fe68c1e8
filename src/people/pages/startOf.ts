import type { Language } from '../../platform/languages/languages.ts'
import { address } from '../../web/addresses.ts'
import type { AnyVisit } from '../../web/visit.ts'
import { rolesOf } from '../queries.ts'

/** Where a person's work begins: what is due from them, the secretariat's desk, or home. */
export async function startOf(visit: { house: AnyVisit['house']; language: Language }, personId: string): Promise<string> {
  const roles = ((await rolesOf(visit.house.db, [personId])).get(personId) ?? []).map(({ role }) => role)
  if (roles.includes('officer') || roles.includes('representative')) return address(visit.language, 'desk')
  return address(visit.language, roles.includes('secretariat') || roles.includes('administrator') ? 'manage' : 'home')
}
