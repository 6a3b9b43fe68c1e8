import type { Party } from '../../cycle/plan/index.ts'
import { inLanguage, type Language, type LocalText, plainText } from '../../platform/languages/languages.ts'
import { address } from '../addresses.ts'

/** Names of organisations valid at some day, by id. */
export type Names = ReadonlyMap<string, LocalText>

/** Institutions are government, parliament and municipalities; all other sectors are organisations. */
export function OrganisationLink({
  id,
  names,
  institution,
  language,
}: {
  id: string
  names: Names
  institution: boolean
  language: Language
}) {
  const shown = inLanguage(names.get(id), language)
  return (
    <a href={address(language, institution ? 'institution' : 'organisation', { id })} {...(shown?.missing ? { lang: shown.language } : {})}>
      {shown?.text ?? id}
    </a>
  )
}

/** The names of those who lead, as one line of text; null when the source names none. */
export function leadsLine(parties: readonly Party[], names: Names, language: Language): string | null {
  const leads = parties.filter((party) => party.part === 'lead')
  return leads.length ? leads.map((party) => plainText(names.get(party.organisationId), language) || party.organisationId).join(', ') : null
}
