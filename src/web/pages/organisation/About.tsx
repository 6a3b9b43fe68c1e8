import { type NameInTime, type OrganisationInTime, peopleTexts } from '../../../people/index.ts'
import { shortDate } from '../../../platform/languages/dates.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { Local } from '../../components/Local.tsx'
import { FactRow, Section } from '../../components/Section.tsx'
import { organisationTexts } from './texts.ts'

/** Sector, and the names it has had with the days they were in force and how sure they are. */
export function About({ organisation, label, language }: { organisation: OrganisationInTime; label: string; language: Language }) {
  const t = organisationTexts[language]
  const { names, note, sector } = organisation
  return (
    <Section id="par" label={label}>
      <dl class="facts long">
        <FactRow name={t.sector}>{peopleTexts[language][sector]}</FactRow>
        <FactRow name={names.length > 1 ? t.names : t.name}>
          <ul>
            {[...names].reverse().map((name) => (
              <li key={name.validFrom ?? 'first'}>
                <Local content={name.name} language={language} />
                <span class="meta under">{inForce(name, language)}</span>
                {name.note ? (
                  <span class="meta under">
                    <Local content={name.note} language={language} />
                  </span>
                ) : null}
                {name.happened.map(({ day, note: what }) =>
                  what ? (
                    <span key={day} class="meta under">
                      {t.happenedOn(shortDate(language, day))} <Local content={what} language={language} />
                    </span>
                  ) : null,
                )}
              </li>
            ))}
          </ul>
        </FactRow>
        {note ? (
          <FactRow name={t.noteRow}>
            <Local content={note} language={language} />
          </FactRow>
        ) : null}
      </dl>
    </Section>
  )
}

/** From when until when a name is in force. */
function inForce({ validFrom, validTo }: NameInTime, language: Language): string {
  const t = organisationTexts[language]
  if (validFrom && validTo) return t.fromTo(shortDate(language, validFrom), shortDate(language, validTo))
  if (validFrom) return t.since(shortDate(language, validFrom))
  return validTo ? t.until(shortDate(language, validTo)) : t.wholeTime
}
