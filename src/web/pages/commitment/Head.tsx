import { CommitmentStatus } from '../../../cycle/monitoring/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { inLanguage, type Language } from '../../../platform/languages/languages.ts'
import { EasyLink } from '../../components/EasyLink.tsx'
import { Local } from '../../components/Local.tsx'
import { OutsideLink } from '../parts.tsx'
import { NotApproved } from '../planFacts.tsx'
import type { CommitmentFacts } from './facts.ts'
import { commitmentTexts } from './texts.ts'

/** The title block: number, title, how it stands, its official title, its number at OGP. */
export function Head({
  facts,
  ogpPage,
  easy,
  language,
  today,
}: {
  facts: CommitmentFacts
  ogpPage: string | null
  /** The page of the same in easy language. */
  easy: string | null
  language: Language
  today: Day
}) {
  const t = commitmentTexts[language]
  const { plan, commitment, standing } = facts
  const official = inLanguage(commitment.officialTitle, language)
  return (
    <div class="head hang no-hang">
      <p class="numeral" aria-hidden="true">
        {commitment.number}
      </p>
      <div>
        <p class="sr">{t.numbered(commitment.number)}</p>
        <h1 class="long">
          <Local content={commitment.title} language={language} />
        </h1>
        <p class="lead">
          {plan.approvedOn ? (
            <CommitmentStatus standing={standing} periodEnd={commitment.periodEnd} today={today} language={language} />
          ) : (
            <NotApproved language={language} />
          )}
        </p>
        {easy ? <EasyLink href={easy} language={language} /> : null}
        <p class="note">
          {official ? (
            <>
              {t.officialTitle} <span lang={official.language}>{commitmentTexts[official.language].quoted(official.text)}</span>
            </>
          ) : commitment.sources.length ? (
            t.officialTitleUnknown
          ) : (
            t.officialTitleNotStated
          )}
        </p>
        {commitment.ogpId ? (
          <p class="note">
            {t.ogpId}: {ogpPage ? <OutsideLink href={ogpPage}>{commitment.ogpId}</OutsideLink> : commitment.ogpId}
          </p>
        ) : null}
      </div>
    </div>
  )
}
