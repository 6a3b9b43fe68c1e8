import type { PublishedVersion } from '../../../cycle/inform/index.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { formatNumber } from '../../../platform/languages/numbers.ts'
import { address } from '../../addresses.ts'
import { noticePageTexts } from './texts.ts'

/** The way to the record's entry of a version; what is only previewed has none yet. */
export function RecordLink({ version: { recordSeq }, language }: { version: PublishedVersion; language: Language }) {
  if (!recordSeq) return null
  return (
    <a href={address(language, 'recordEntry', { seq: recordSeq })}>
      {noticePageTexts[language].recordEntry(formatNumber(language, recordSeq))}
    </a>
  )
}
