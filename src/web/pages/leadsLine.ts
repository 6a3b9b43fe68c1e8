import type { Party } from '../../cycle/plan/index.ts'
import { type Language, type LocalText, plainText } from '../../platform/languages/languages.ts'

/** Names of organisations valid at some day, by id. */
export type Names = ReadonlyMap<string, LocalText>

/** The names of those who lead, as one line of text; null when the source names none. */
export function leadsLine(parties: readonly Party[], names: Names, language: Language): string | null {
  const leads = parties.filter((party) => party.part === 'lead')
  return leads.length ? leads.map((party) => plainText(names.get(party.organisationId), language) || party.organisationId).join(', ') : null
}
