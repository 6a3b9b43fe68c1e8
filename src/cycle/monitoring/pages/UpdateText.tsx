import type { PartialDate } from '../../../platform/dates/partialDate.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { formatPercent } from '../../../platform/languages/numbers.ts'
import { defineTexts, pluralLv } from '../../../platform/languages/texts.ts'
import { Written } from '../../../web/components/Written.tsx'
import type { PublishedUpdate } from '../queries.ts'
import { endedBy, ReportedStatus } from '../statusWords.tsx'

const updateTexts = defineTexts({
  lv: {
    percentage: (percent: number) =>
      `${pluralLv(percent, { zero: 'paveikti', one: 'paveikts', other: 'paveikti' })} ${formatPercent('lv', percent)}`,
    delayReason: 'Kavēšanās iemesls',
    withdrawalReason: 'Pārtraukšanas iemesls',
    nextSteps: 'Tālāk',
  },
  en: {
    percentage: (percent: number) => `${formatPercent('en', percent)} done`,
    delayReason: 'Reason for the delay',
    withdrawalReason: 'Reason for stopping',
    nextSteps: 'Next',
  },
})

type Props = {
  update: Pick<PublishedUpdate, 'state' | 'percentage' | 'text' | 'language' | 'delayReason' | 'nextSteps' | 'publishedOn'>
  /** The milestone's own end, else the commitment's. */
  end: PartialDate | null
  language: Language
}

/** What an institution reported, as everyone reads it: its state and words, the reason for a delay, what comes next. */
export function UpdateText({ update, end, language }: Props) {
  const t = updateTexts[language]
  return (
    <>
      <p>
        <ReportedStatus state={update.state} ended={endedBy(end, update.publishedOn)} language={language} />
        {update.percentage === null ? null : <span class="meta"> {t.percentage(update.percentage)}</span>}
      </p>
      <div class="prose">
        <Written text={update.text} written={update.language} language={language} />
      </div>
      {update.delayReason || update.nextSteps ? (
        <dl class="facts">
          {update.delayReason ? (
            <div>
              <dt>{update.state === 'withdrawn' ? t.withdrawalReason : t.delayReason}</dt>
              <dd>
                <Written text={update.delayReason} written={update.language} language={language} quiet />
              </dd>
            </div>
          ) : null}
          {update.nextSteps ? (
            <div>
              <dt>{t.nextSteps}</dt>
              <dd>
                <Written text={update.nextSteps} written={update.language} language={language} quiet />
              </dd>
            </div>
          ) : null}
        </dl>
      ) : null}
    </>
  )
}
