import type { TestHouse } from '../../test/support/house.ts'
import type { LocalText } from '../platform/languages/languages.ts'
import { localText } from '../platform/languages/languages.ts'
import type { Refusal } from '../platform/refusal.ts'
import { type Actor, visitor } from './actor.ts'
import { addOrganisation } from './addOrganisation.ts'
import type { Role, Sector } from './tables.ts'

/* What the tests of people share. */

export const secretary: Actor = { personId: 'secretary', name: 'Sekretāre', roles: [{ role: 'secretariat', organisationId: null }] }
export const administrator: Actor = {
  personId: 'administrator',
  name: 'Administrators',
  roles: [{ role: 'administrator', organisationId: null }],
}

/** An actor who holds one role, for an institution or organisation where the role needs one. */
export function actorWith(role: Role): Actor {
  if (role === 'visitor') return visitor
  const organisationId = role === 'officer' ? 'vk' : role === 'representative' ? 'providus' : null
  return { personId: 'p', name: 'P', roles: role === 'participant' ? [] : [{ role, organisationId }] }
}

/** An institution and an organisation, as the demonstration names them. */
export async function addTwoOrganisations(house: TestHouse): Promise<void> {
  const two: [string, Sector, LocalText][] = [
    ['vk', 'government', localText('Valsts kanceleja', 'State Chancellery')],
    ['providus', 'civil-society', localText('PROVIDUS', 'PROVIDUS')],
  ]
  for (const [id, sector, name] of two) await addOrganisation(house, secretary, { id, sector, name })
}

/** The refusal that work must end in. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  return work.then(
    () => {
      throw new Error('it was not refused')
    },
    (error: Refusal) => error,
  )
}

/** The record's entries, the first one first. */
export async function recordOf(
  house: TestHouse,
): Promise<{ act: string; object: string; actor: unknown; content: Record<string, unknown> }[]> {
  const { rows } = (await house.open.execute('select entry from record_entry order by seq')) as { rows: { entry: string }[] }
  return rows.map(({ entry }) => JSON.parse(entry))
}
