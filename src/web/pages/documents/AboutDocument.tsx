import { kindNames, languageNames, licenceAddresses, licenceNames, standingNames } from '../../../cycle/documents/index.ts'
import { certaintyWords } from '../../../cycle/plan/index.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { DateTime } from '../../components/DateTime.tsx'
import { FactRow, Section } from '../../components/Section.tsx'
import { Organisation, OutsideLink, SourceLine } from '../parts.tsx'
import { contentMeta } from './ContentLink.tsx'
import type { DocumentFacts } from './facts.ts'
import { documentTexts } from './texts.ts'

type Props = { facts: DocumentFacts; language: Language }

/** What is known of a document, and what is not stated. */
export function AboutDocument({ facts, language }: Props) {
  const t = documentTexts[language]
  const { document, newest, organisations } = facts
  const unknown = (words: string) => <span class="unknown">{words}</span>
  return (
    <Section id="par-dokumentu" label={t.about}>
      <dl class="facts long">
        <FactRow name={t.kind}>{kindNames[language][document.kind]}</FactRow>
        <FactRow name={t.dated}>{document.dated ? <DateTime date={document.dated} language={language} /> : unknown(t.undated)}</FactRow>
        <FactRow name={t.added}>
          <DateTime date={document.addedOn} language={language} />
        </FactRow>
        <FactRow name={t.language}>
          {document.language ? languageNames[language][document.language] : unknown(t.notStatedF)}
          {document.standing ? `, ${standingNames[language][document.standing]}` : ''}
        </FactRow>
        <FactRow name={t.publishedBy}>
          {newest.organisationId ? (
            <Organisation id={newest.organisationId} on={newest.publishedOn} organisations={organisations} language={language} />
          ) : (
            unknown(t.notStated)
          )}
        </FactRow>
        <FactRow name={t.licence}>
          {document.licence ? (
            <OutsideLink href={licenceAddresses[document.licence]}>{licenceNames[language][document.licence]}</OutsideLink>
          ) : (
            unknown(t.notStatedF)
          )}
        </FactRow>
        <FactRow name={t.howSure}>{certaintyWords[language][document.certainty] ?? (newest.main?.url ? t.seen : t.entered)}</FactRow>
        <Checksum facts={facts} language={language} />
      </dl>
      <p class="gap">
        <SourceLine sources={document.sources} language={language} />
      </p>
    </Section>
  )
}

/** The fingerprint of the newest version's file, and how anyone makes it from the file. */
function Checksum({ facts: { newest }, language }: Props) {
  const t = documentTexts[language]
  const { main } = newest
  if (!main?.fileHash) return null
  const name = `"${main.fileName}"`
  return (
    <>
      <FactRow name={t.file}>
        {main.fileName} ({contentMeta(main, language)})
      </FactRow>
      <FactRow name={t.checksum}>
        <span class="hash">{main.fileHash}</span>
        <details class="ds-details">
          <summary>{t.verify}</summary>
          <p>{t.verifyText}</p>
          <dl class="facts">
            <FactRow name="Linux">
              <code class="hash">sha256sum {name}</code>
            </FactRow>
            <FactRow name="macOS">
              <code class="hash">shasum -a 256 {name}</code>
            </FactRow>
            <FactRow name="Windows">
              <code class="hash">certutil -hashfile {name} SHA256</code>
            </FactRow>
          </dl>
        </details>
      </FactRow>
    </>
  )
}
