import { type DocumentAt, kindNames } from '../../../cycle/documents/index.ts'
import type { Plan } from '../../../cycle/plan/index.ts'
import { shortDate } from '../../../platform/languages/dates.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { address } from '../../addresses.ts'
import { Icon } from '../../components/Icon.tsx'
import { Local } from '../../components/Local.tsx'
import { Section } from '../../components/Section.tsx'
import { contentIcon, contentMeta } from '../documents/ContentLink.tsx'
import { documentTexts } from '../documents/texts.ts'
import { HowSure } from '../parts.tsx'
import { planTexts } from '../planTexts.ts'

type Props = { plan: Plan; documents: readonly DocumentAt[]; total: number; language: Language }

/** The documents last added to a plan's repository, and the way to all. */
export function Documents({ plan, documents, total, language }: Props) {
  const t = documentTexts[language]
  return (
    <Section id="dokumenti" label={planTexts[language].documents}>
      {documents.length ? (
        <>
          <ul class="ev">
            {documents.map((found) => (
              <li key={found.document.id}>
                <Icon name={contentIcon(found.version.main)} />
                <Line {...found} language={language} />
              </li>
            ))}
          </ul>
          <p class="gap">
            <a href={address(language, 'documents', { plan: plan.id })}>{t.allDocuments(total)}</a>
          </p>
        </>
      ) : (
        <p class="unknown">{t.noDocuments}</p>
      )}
    </Section>
  )
}

function Line({ document, version, language }: DocumentAt & { language: Language }) {
  const t = documentTexts[language]
  const content = version.withdrawal ? t.takenOut : version.main ? contentMeta(version.main, language) : t.noLink
  const dated = document.dated ? shortDate(language, document.dated) : t.dateUnknown
  return (
    <div>
      <a href={address(language, 'document', { plan: document.planId, document: document.id })}>
        <Local content={document.title} language={language} quiet />
      </a>
      <span class="meta">
        {[kindNames[language][document.kind], dated, content].join(' · ')}
        <HowSure certainty={document.certainty} language={language} />
      </span>
    </div>
  )
}
