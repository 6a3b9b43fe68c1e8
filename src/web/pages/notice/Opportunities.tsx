import { type PublishedVersion, participationNames, type TimelineEntry, timelineOf, whenItIs } from '../../../cycle/inform/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { onDate } from '../../../platform/languages/dates.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { DateTime } from '../../components/DateTime.tsx'
import { Local } from '../../components/Local.tsx'
import { LocalParagraphs } from '../../components/LocalParagraphs.tsx'
import { FactRow, Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { Differences } from '../commitment/Differences.tsx'
import { HowSure, OutsideLink } from '../parts.tsx'
import { changedInOpportunity } from './changed.ts'
import { opportunityWords } from './opportunityState.ts'
import { RecordLink } from './RecordLink.tsx'
import { noticePageTexts } from './texts.ts'

type Props = { versions: readonly PublishedVersion[]; today: Day; language: Language }

/** Each opportunity: when, in which way, where, how, and what becomes of the input; and what differs from what was announced first. */
export function Opportunities({ versions, today, language }: Props) {
  const t = noticePageTexts[language]
  return (
    <Section id="ka" label={t.how}>
      {timelineOf(versions).map((entry) => (
        <OneOpportunity key={entry.now.number} entry={entry} today={today} language={language} />
      ))}
    </Section>
  )
}

function OneOpportunity({ entry, today, language }: { entry: TimelineEntry; today: Day; language: Language }) {
  const t = noticePageTexts[language]
  const { now, first, firstVersion, changed, changedIn } = entry
  const heading = `iespeja-${now.number}`
  return (
    <article class="opportunity" aria-labelledby={heading}>
      <h3 class="title2" id={heading}>
        <Local content={now.title} language={language} />
      </h3>
      {now.cancelled ? (
        <p>
          <Status {...opportunityWords(language, now, today)} />
        </p>
      ) : null}
      <dl class="facts long">
        <FactRow name={t.when}>
          {whenItIs(language, now)}
          <HowSure certainty={now.certainty} language={language} />
        </FactRow>
        <FactRow name={t.participation}>{participationNames[language][now.kind]}</FactRow>
        {now.place ? (
          <FactRow name={t.place}>
            <Local content={now.place} language={language} />
          </FactRow>
        ) : null}
        {now.url ? (
          <FactRow name={t.address}>
            <OutsideLink href={now.url}>{now.url}</OutsideLink>
          </FactRow>
        ) : null}
        <FactRow name={t.takePart}>
          <LocalParagraphs content={now.how} language={language} />
        </FactRow>
        <FactRow name={t.outcome}>
          <LocalParagraphs content={now.outcome} language={language} />
        </FactRow>
      </dl>
      {changed ? (
        <div class="gap">
          <h4>{t.changedSince(onDate(language, firstVersion.publishedOn))}</h4>
          <Differences values={changedInOpportunity(language, first, now)} language={language} nothing={t.nothingVisible} />
        </div>
      ) : null}
      {changedIn.length ? (
        <ul class="reasons">
          {changedIn.map((version) => (
            <li key={version.number}>
              <DateTime date={version.publishedOn} language={language} />: <Local content={version.reason} language={language} />{' '}
              <RecordLink version={version} language={language} />
            </li>
          ))}
        </ul>
      ) : null}
    </article>
  )
}
