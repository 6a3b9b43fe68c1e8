import type { PublishedVersion } from '../../../cycle/inform/index.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { DateTime } from '../../components/DateTime.tsx'
import { LocalParagraphs } from '../../components/LocalParagraphs.tsx'
import { Section } from '../../components/Section.tsx'
import { Differences } from '../commitment/Differences.tsx'
import { changedInNotice } from './changed.ts'
import { RecordLink } from './RecordLink.tsx'
import { noticePageTexts } from './texts.ts'

/** Every later version, the latest first: when, why, by which entry of the record, and what exactly it changed. Nothing while there is one alone. */
export function Changes({ versions, language }: { versions: readonly PublishedVersion[]; language: Language }) {
  const t = noticePageTexts[language]
  const later = versions.flatMap((after, index) => {
    const before = versions[index - 1]
    return before ? [{ before, after }] : []
  })
  if (!later.length) return null
  return (
    <Section id="mainits" label={t.changes}>
      <p class="prose">{t.changesNote}</p>
      <ol class="thread log gap">
        {later.reverse().map(({ before, after }) => (
          <li key={after.number}>
            <span class="tab">
              <DateTime date={after.publishedOn} language={language} />
            </span>
            <b>{after.withdrawn ? t.withdrawal : t.versionNumber(after.number)}</b>
            <div>
              <p>{t.reason}</p>
              <LocalParagraphs content={after.reason} language={language} />
            </div>
            {after.withdrawn ? null : (
              <Differences values={changedInNotice(language, before, after)} language={language} nothing={t.nothingVisible} />
            )}
            {after.recordSeq ? (
              <p>
                <RecordLink version={after} language={language} />
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </Section>
  )
}
