import type { Party } from '../../cycle/plan/index.ts'
import type { Language, LocalText } from '../../platform/languages/languages.ts'
import { listedNames, type Named, named } from '../named.ts'

/** Names of organisations valid at some day, by id. */
export type Names = ReadonlyMap<string, LocalText>

/** The names of those who lead, in one line; null when the source names none. */
export function leadsLine(parties: readonly Party[], names: Names, language: Language): Named | null {
  const leads = parties.filter((party) => party.part === 'lead')
  return leads.length ? listedNames(leads.map((party) => named(names.get(party.organisationId), language, party.organisationId))) : null
}
