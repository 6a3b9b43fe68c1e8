import type { PlanDocument } from '../../../cycle/plan/index.ts'
import { shortDate } from '../../../platform/languages/dates.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { Icon } from '../../components/Icon.tsx'
import { Local } from '../../components/Local.tsx'
import { HowSure, OutsideLink, Section } from '../parts.tsx'
import { planTexts } from '../planTexts.ts'
import { documentKinds, plansTexts } from './texts.ts'

/** A plan's documents at their addresses elsewhere: kind, date, and how sure they are. */
export function Documents({ documents, language }: { documents: readonly PlanDocument[]; language: Language }) {
  const t = plansTexts[language]
  return (
    <Section id="dokumenti" label={planTexts[language].documents}>
      {documents.length ? (
        <ul class="ev">
          {documents.map((document) => (
            <li key={document.id}>
              <Icon name={document.url ? 'link' : 'doc'} />
              <div>
                {document.url ? (
                  <OutsideLink href={document.url}>
                    <Local content={document.title} language={language} quiet />
                  </OutsideLink>
                ) : (
                  <Local content={document.title} language={language} />
                )}
                <span class="meta">
                  {documentKinds[language][document.kind]}
                  {' · '}
                  {document.dated ? shortDate(language, document.dated) : t.undated}
                  {document.url ? null : ` · ${t.noLink}`}
                  <HowSure certainty={document.certainty} language={language} />
                </span>
              </div>
            </li>
          ))}
        </ul>
      ) : (
        <p class="unknown">{t.noDocuments}</p>
      )}
    </Section>
  )
}
