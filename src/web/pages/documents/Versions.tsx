import type { Content, DocumentVersion } from '../../../cycle/documents/index.ts'
import { shortDate } from '../../../platform/languages/dates.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { address } from '../../addresses.ts'
import { Section } from '../../components/Section.tsx'
import { TakenOut } from '../../components/TakenOut.tsx'
import { Organisation } from '../parts.tsx'
import { ContentLink } from './ContentLink.tsx'
import type { DocumentFacts } from './facts.ts'
import { documentTexts } from './texts.ts'

type Props = { facts: DocumentFacts; language: Language; mayWithdraw: boolean }

/** All versions, the newest first: when, by whom, what changed and why, and what each held. */
export function Versions({ facts, language, mayWithdraw }: Props) {
  const t = documentTexts[language]
  return (
    <Section id="redakcijas" label={t.versions}>
      <ol class="thread log" reversed>
        {facts.versions.map((version, index) => (
          <li key={version.id} id={`red-${version.number}`}>
            <span>{shortDate(language, version.publishedOn)}</span>
            <b>{version.number === 1 && facts.versions.length === 1 ? t.firstVersion : t.version(version.number)}</b>
            <Version facts={facts} version={version} before={facts.versions[index + 1] ?? null} language={language} />
            {mayWithdraw && !version.withdrawal && version.main ? (
              <p>
                <a
                  href={address(language, 'documentWithdraw', {
                    plan: facts.plan.id,
                    document: facts.document.id,
                    version: version.number,
                  })}
                >
                  {t.withdraw(version.number)}
                </a>
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </Section>
  )
}

type VersionProps = { facts: DocumentFacts; version: DocumentVersion; before: DocumentVersion | null; language: Language }

function Version({ facts, version, before, language }: VersionProps) {
  const t = documentTexts[language]
  const { plan, document, organisations } = facts
  const contents: Content[] = [version.main, version.alternative].filter((content) => content !== null)
  return (
    <>
      {version.organisationId ? (
        <p class="meta">
          <Organisation id={version.organisationId} on={version.publishedOn} organisations={organisations} language={language} />
        </p>
      ) : null}
      {version.reason ? (
        <p class="typed">
          {t.changedWhy} {version.reason}
        </p>
      ) : null}
      {version.withdrawal ? <TakenOut withdrawal={version.withdrawal} language={language} /> : null}
      {contents.map((content) => (
        <p key={content.part}>
          {content.part === 'alternative' ? `${t.alternative}: ` : null}
          <ContentLink
            plan={plan.id}
            version={version}
            content={content}
            deadSince={facts.dead.get(content.url ?? '')}
            language={language}
          />
        </p>
      ))}
      {before?.main && version.main ? (
        <p>
          <a
            href={`${address(language, 'documentDifferences', { plan: plan.id, document: document.id })}?${new URLSearchParams({
              from: String(before.number),
              to: String(version.number),
            })}`}
          >
            {t.differences(before.number)}
          </a>
        </p>
      ) : null}
      <p class="meta">
        <a href={address(language, 'recordEntry', { seq: version.recordSeq })}>{t.recordEntry(version.recordSeq)}</a>
      </p>
    </>
  )
}
