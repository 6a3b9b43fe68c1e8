import { judgeLead, leadOfFirst, OGP_NOTICE_DAYS, type PublishedVersion } from '../../../cycle/inform/index.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { FactRow, Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { noticePageTexts } from './texts.ts'

const marks = {
  met: { icon: 'done', colour: 'good' },
  missed: { icon: 'late', colour: 'bad' },
  unclear: { icon: 'wait', colour: '' },
} as const

type Props = { versions: readonly PublishedVersion[]; nationalDays: number | null; language: Language }

/** Whether the opportunities were announced as long before the first of them as the standard asks: computed, never typed. */
export function LeadTime({ versions, nationalDays, language }: Props) {
  const t = noticePageTexts[language]
  const lead = leadOfFirst(versions)
  if (!lead)
    return (
      <Section id="laikus" label={t.inTime}>
        <p class="unknown">{t.allCancelled}</p>
      </Section>
    )
  const { least, most } = lead
  const exact = least < 0 ? t.leadNegative : t.leadExact(least)
  const judged = (name: string, days: number) => {
    const verdict = judgeLead(lead, days)
    return (
      <FactRow name={name}>
        <Status {...marks[verdict]} word={t[verdict]} />
      </FactRow>
    )
  }
  return (
    <Section id="laikus" label={t.inTime}>
      <p>{least === most ? exact : t.leadUnclear(most)}</p>
      <dl class="facts wide lead-time">
        {judged(t.ogp(OGP_NOTICE_DAYS), OGP_NOTICE_DAYS)}
        {nationalDays === null ? null : judged(t.national(nationalDays), nationalDays)}
      </dl>
      <p class="note">{t.computed}</p>
    </Section>
  )
}
