import { inLanguage, type Language, type LocalText } from '../../platform/languages/languages.ts'
import { address } from '../addresses.ts'

type Props = { id: string; name: LocalText | undefined; institution: boolean; language: Language }

/** Institutions are government, parliament and municipalities; all other sectors are organisations. */
export function OrganisationLink({ id, name, institution, language }: Props) {
  const shown = inLanguage(name, language)
  return (
    <a href={address(language, institution ? 'institution' : 'organisation', { id })} {...(shown?.missing ? { lang: shown.language } : {})}>
      {shown?.text ?? id}
    </a>
  )
}
