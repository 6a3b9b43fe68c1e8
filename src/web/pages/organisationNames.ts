import { isInstitution, type NamedOrganisation, organisationsInTime, type Sector } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import { type Language, plainText } from '../../platform/languages/languages.ts'
import type { Names } from './leadsLine.ts'

/** The organisations a page speaks of, each called as it was called on the day in question. */
export type Organisations = {
  namesOn: (day: Day) => Names
  nameOn: (day: Day, id: string, language: Language) => string
  sectorOf: (id: string) => Sector | null
  isInstitution: (id: string) => boolean
}

/** Reads these organisations in one query. */
export async function readOrganisations(db: Database, ids: readonly string[]): Promise<Organisations> {
  return organisationsFrom(await organisationsInTime(db, [...new Set(ids)]))
}

/** The same from organisations that were read already. */
export function organisationsFrom(found: ReadonlyMap<string, NamedOrganisation>): Organisations {
  const sectorOf = (id: string) => found.get(id)?.sector ?? null
  return {
    namesOn: (day) => new Map([...found].map(([id, named]) => [id, named.nameOn(day)])),
    nameOn: (day, id, language) => plainText(found.get(id)?.nameOn(day), language) || id,
    sectorOf,
    isInstitution: (id) => {
      const sector = sectorOf(id)
      return sector !== null && isInstitution(sector)
    },
  }
}
