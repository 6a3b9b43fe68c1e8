import type { Fact } from '../../../cycle/plan/index.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { DateTime } from '../../components/DateTime.tsx'
import { Local } from '../../components/Local.tsx'
import { Section } from '../../components/Section.tsx'
import { HowSure, SourceLine } from '../parts.tsx'

/** What sources tell beside the reports: results, or what came after the plan ended; each with how sure it is and from where. */
export function Known({
  id,
  label,
  note,
  facts,
  language,
}: {
  id: string
  label: string
  note: string
  facts: readonly Fact[]
  language: Language
}) {
  if (!facts.length) return null
  return (
    <Section id={id} label={label}>
      <p class="note">{note}</p>
      <ul class="known">
        {facts.map((fact) => (
          <li key={fact.id}>
            <p>
              <Local content={fact.text} language={language} />
              <HowSure certainty={fact.certainty} language={language} />
            </p>
            {fact.happenedOn ? (
              <span class="meta">
                <DateTime date={fact.happenedOn} language={language} />
              </span>
            ) : null}
            <SourceLine sources={fact.sources} language={language} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
