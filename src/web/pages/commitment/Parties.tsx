import type { Party } from '../../../cycle/plan/index.ts'
import { type Sector, sectors } from '../../../people/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { Local } from '../../components/Local.tsx'
import { FactRow, Section } from '../../components/Section.tsx'
import { sectorNames } from '../factTexts.ts'
import { HowSure, Organisation } from '../parts.tsx'
import { planTexts } from '../planTexts.ts'
import type { CommitmentFacts } from './facts.ts'
import { commitmentTexts } from './texts.ts'

type Props = { facts: CommitmentFacts; on: Day; language: Language }

/** Who answers for the commitment: leads each with its scope, those who support, partners by sector. */
export function Parties({ facts, on, language }: Props) {
  const t = commitmentTexts[language]
  const { parties, organisations } = facts
  const leads = parties.filter((party) => party.part === 'lead')
  const supporting = parties.filter((party) => party.part === 'supporting')
  const bySector = sectors.flatMap((sector): { sector: Sector; partners: Party[] }[] => {
    const partners = parties.filter((party) => party.part === 'partner' && organisations.sectorOf(party.organisationId) === sector)
    return partners.length ? [{ sector, partners }] : []
  })
  const scopesKnown = parties.some((party) => party.scope !== null)
  const common = { facts, on, language, scopesKnown }
  return (
    <Section id="atbild" label={t.whoAnswers}>
      <div class="roles">
        <div>
          <h3>{t.leads}</h3>
          {leads.length ? <Group {...common} parties={leads} /> : <p class="unknown">{planTexts[language].leadUnknown}.</p>}
        </div>
        {supporting.length ? (
          <div>
            <h3>{t.supporting}</h3>
            <Group {...common} parties={supporting} />
          </div>
        ) : null}
        {bySector.map(({ sector, partners }) => (
          <div key={sector}>
            <h3>{t.partners(sectorNames[language][sector])}</h3>
            <Group {...common} parties={partners} />
          </div>
        ))}
      </div>
      {parties.length === 0 ? (
        <p class="note gap">{facts.commitment.sources.length ? t.nobodyKnown : t.nobodyStated}</p>
      ) : scopesKnown ? null : (
        <p class="note gap">{t.scopesUnknown}</p>
      )}
    </Section>
  )
}

/** Names with their scopes; where no scope at all is known, names alone, and the section says so once. */
function Group({ facts, parties, on, language, scopesKnown }: Props & { parties: readonly Party[]; scopesKnown: boolean }) {
  const t = commitmentTexts[language]
  const { organisations } = facts
  if (!scopesKnown)
    return (
      <ul class="who">
        {parties.map((party) => (
          <li key={party.organisationId}>
            <Organisation id={party.organisationId} on={on} organisations={organisations} language={language} />
            <HowSure certainty={party.certainty} language={language} />
          </li>
        ))}
      </ul>
    )
  return (
    <dl class="facts wide">
      {parties.map((party) => (
        <FactRow
          key={party.organisationId}
          name={
            <>
              <Organisation id={party.organisationId} on={on} organisations={organisations} language={language} />
              <HowSure certainty={party.certainty} language={language} />
            </>
          }
        >
          {party.scope ? <Local content={party.scope} language={language} /> : <span class="unknown">{t.scopeUnknown}</span>}
        </FactRow>
      ))}
    </dl>
  )
}
