import { endedBy, type PublishedUpdate, ReportedStatus } from '../../../cycle/monitoring/index.ts'
import type { PartialDate } from '../../../platform/dates/partialDate.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { formatPercent } from '../../../platform/languages/numbers.ts'
import { FactRow, Written } from './parts.tsx'
import { commitmentTexts } from './texts.ts'

type Props = {
  update: PublishedUpdate
  /** The milestone's own end, else the commitment's. */
  end: PartialDate | null
  language: Language
}

/** What an institution reported: its state and words, the reason for a delay, what comes next. */
export function UpdateText({ update, end, language }: Props) {
  const t = commitmentTexts[language]
  return (
    <>
      <p>
        <ReportedStatus state={update.state} ended={endedBy(end, update.publishedOn)} language={language} />
        {update.percentage === null ? null : <span class="meta"> {t.percentage(formatPercent(language, update.percentage))}</span>}
      </p>
      <div class="prose">
        <Written text={update.text} written={update.language} language={language} />
      </div>
      {update.delayReason || update.nextSteps ? (
        <dl class="facts">
          {update.delayReason ? (
            <FactRow name={update.state === 'withdrawn' ? t.withdrawalReason : t.delayReason}>
              <Written text={update.delayReason} written={update.language} language={language} quiet />
            </FactRow>
          ) : null}
          {update.nextSteps ? (
            <FactRow name={t.nextSteps}>
              <Written text={update.nextSteps} written={update.language} language={language} quiet />
            </FactRow>
          ) : null}
        </dl>
      ) : null}
    </>
  )
}
