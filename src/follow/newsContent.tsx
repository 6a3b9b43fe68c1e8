import type { ComponentChildren, VNode } from 'preact'
import { kindNames } from '../cycle/documents/index.ts'
import { type EventVersion, timeOf } from '../cycle/events/index.ts'
import { type NoticeNews, participationNames, whenItIs } from '../cycle/inform/index.ts'
import { endedBy, stateWords, verdictWord } from '../cycle/monitoring/index.ts'
import { type Certainty, type Change, certaintyWords, findingScales } from '../cycle/plan/index.ts'
import { parsePartialDate } from '../platform/dates/partialDate.ts'
import { dateRange, hoursOfDay, shortDate } from '../platform/languages/dates.ts'
import { type Language, type LocalText, localTextSchema, plainText } from '../platform/languages/languages.ts'
import { formatBytes, formatPercent } from '../platform/languages/numbers.ts'
import { Local } from '../web/components/Local.tsx'
import { LocalParagraphs } from '../web/components/LocalParagraphs.tsx'
import { Written } from '../web/components/Written.tsx'
import { webText } from '../web/texts.ts'
import { ideaNewsBody, isIdeaNews } from './ideaNews.tsx'
import { NewsList } from './NewsList.tsx'
import type { About, News } from './news.ts'
import { newsTexts } from './newsTexts.ts'

/** News with what its text needs. */
export type Content = { language: Language; news: News; nameOf: (id: string) => string; madeUp: boolean }

/** The text of the news itself, so that a reader need not open the page. Plain HTML without anything to load. */
export function contentOf(content: Content): VNode {
  const { language, news, madeUp } = content
  return (
    <div>
      {'about' in news ? <WhatItIsAbout about={news.about} language={language} /> : null}
      {'plan' in news && news.plan ? <p>{plainText(news.plan.shortTitle, language)}</p> : null}
      {bodyOf(content)}
      {madeUp ? (
        <p>
          <strong>{webText(language).demonstrationMark}</strong>
        </p>
      ) : null}
    </div>
  )
}

function WhatItIsAbout({ about: { plan, commitment }, language }: { about: About; language: Language }) {
  const title = plainText(commitment.title, language)
  return <p>{newsTexts[language].about(plainText(plan.shortTitle, language), commitment.number, title)}</p>
}

function howSure(language: Language, certainty: Certainty): readonly [string, string] | null {
  const words = certaintyWords[language][certainty]
  return words ? [newsTexts[language].howSure, words] : null
}

const local = (content: LocalText | null, language: Language) => <Local content={content} language={language} />

function bodyOf({ language, news, nameOf }: Content): ComponentChildren {
  if (isIdeaNews(news)) return ideaNewsBody(language, news)
  const t = newsTexts[language]
  switch (news.kind) {
    case 'update': {
      const { update, milestone, about } = news
      const ended = endedBy(milestone.plannedEnd ?? about.commitment.periodEnd, update.publishedOn)
      const written = (text: string) => <Written text={text} written={update.language} language={language} quiet />
      return (
        <>
          <NewsList
            rows={[
              [t.milestone, <Local key="m" content={milestone.title} language={language} />],
              [t.state, stateWords(language, update.state, 'm', ended).word],
              update.percentage === null ? null : [t.percentage, formatPercent(language, update.percentage)],
            ]}
          />
          <Written text={update.text} written={update.language} language={language} />
          <NewsList
            rows={[
              update.delayReason ? [update.state === 'withdrawn' ? t.withdrawalReason : t.delayReason, written(update.delayReason)] : null,
              update.nextSteps ? [t.nextSteps, written(update.nextSteps)] : null,
            ]}
          />
        </>
      )
    }
    case 'assessment': {
      const { assessment, about } = news
      const { state, verdict, lessons, signers, language: written } = assessment
      const numberOf = new Map(about.milestones.map(({ id, number }) => [id, number]))
      return (
        <>
          <NewsList
            rows={[
              state ? [t.state, stateWords(language, state, 'f', endedBy(about.commitment.periodEnd, assessment.publishedOn)).word] : null,
              verdict ? [t.verdict, verdictWord(language, verdict)] : null,
              signers.length ? [t.signers, signers.map(nameOf).join(', ')] : null,
            ]}
          />
          <Written text={assessment.text} written={written} language={language} />
          <NewsList
            rows={[
              ...assessment.milestones.map(({ milestoneId, verdict: own, reason }) => {
                const words = <Written key="r" text={reason} written={written} language={language} quiet />
                return [t.onMilestone(numberOf.get(milestoneId) ?? 0), [verdictWord(language, own), words]] as const
              }),
              lessons ? ([t.lessons, <Written key="l" text={lessons} written={written} language={language} quiet />] as const) : null,
            ]}
          />
        </>
      )
    }
    case 'change':
      return <Changed change={news.change} language={language} />
    case 'fact': {
      const { text, happenedOn, certainty, sources } = news.fact
      return (
        <>
          <p>{local(text, language)}</p>
          <NewsList
            rows={[
              [t.happened, happenedOn ? shortDate(language, happenedOn) : webText(language).notKnown],
              howSure(language, certainty),
              sources.length ? [t.sources, sources.join('; ')] : null,
            ]}
          />
        </>
      )
    }
    case 'finding': {
      const { finding } = news
      return (
        <>
          {finding.note ? <p>{local(finding.note, language)}</p> : null}
          <NewsList
            rows={[
              ...findingScales(language, finding).map(({ scale, word }) => [scale, word ?? webText(language).notKnown] as const),
              [t.report, local(finding.report, language)],
              finding.reportUrl ? [t.address, finding.reportUrl] : null,
              howSure(language, finding.certainty),
            ]}
          />
        </>
      )
    }
    case 'commitment': {
      const { commitment } = news.about
      return (
        <NewsList
          rows={[
            [t.problem, local(commitment.problem, language)],
            [t.promise, local(commitment.promise, language)],
            howSure(language, commitment.certainty),
          ]}
        />
      )
    }
    case 'notice':
      return <Notice {...news.told} language={language} />
    case 'event':
      return <AnEvent version={news.version} language={language} />
    case 'document': {
      const { title, kind, dated, certainty } = news.document
      const { main, reason, withdrawal } = news.version
      return (
        <>
          <p>{local(title, language)}</p>
          <NewsList
            rows={[
              [t.documentKind, kindNames[language][kind]],
              [t.dated, dated ? shortDate(language, dated) : webText(language).notKnown],
              reason ? [t.changedWhy, reason] : null,
              main?.fileName && main.bytes !== null ? [t.file, `${main.fileName}, ${formatBytes(language, main.bytes)}`] : null,
              main?.url ? [t.address, main.url] : null,
              withdrawal ? [t.takenOut, withdrawal.reason] : null,
              howSure(language, certainty),
            ]}
          />
        </>
      )
    }
    case 'phase': {
      const { phase, happened } = news
      const when = happened
        ? dateRange(language, phase.actualStart, phase.actualEnd ?? phase.actualStart)
        : dateRange(language, phase.plannedStart, phase.plannedEnd)
      return (
        <>
          <p>{local(phase.title, language)}</p>
          <NewsList
            rows={[
              [t.happened, `${when || webText(language).notKnown}${phase.hours ? `, ${hoursOfDay(language, phase.hours)}` : ''}`],
              phase.basis ? [t.basis, local(phase.basis, language)] : null,
              phase.invitation && !happened ? [t.invitation, local(phase.invitation, language)] : null,
              howSure(language, phase.certainty),
            ]}
          />
        </>
      )
    }
    case 'deadline': {
      const { title, due, kind, basis, certainty } = news.deadline
      return (
        <>
          <p>{local(title, language)}</p>
          <NewsList
            rows={[
              [t.due, `${due ? shortDate(language, due) : webText(language).notKnown} (${kind === 'legal' ? t.legal : t.working})`],
              [t.basis, local(basis, language)],
              howSure(language, certainty),
            ]}
          />
        </>
      )
    }
  }
}

/** A notice whole: its text, each opportunity to take part, whom to ask, and why it was changed or withdrawn. */
function Notice({ version, language }: { version: NoticeNews['version']; language: Language }) {
  const t = newsTexts[language]
  return (
    <>
      {version.reason ? <NewsList rows={[[t.reason, <LocalParagraphs key="r" content={version.reason} language={language} />]]} /> : null}
      <LocalParagraphs content={version.body} language={language} />
      {version.opportunities.map((one) => (
        <section key={one.number}>
          <h3>
            <Local content={one.title} language={language} />
            {one.cancelled ? ` (${t.cancelled.toLocaleLowerCase(language)})` : null}
          </h3>
          <NewsList
            rows={[
              [t.happened, whenItIs(language, one)],
              [t.participation, participationNames[language][one.kind]],
              one.place ? [t.place, local(one.place, language)] : null,
              one.url ? [t.address, one.url] : null,
              [t.how, <LocalParagraphs key="h" content={one.how} language={language} />],
              [t.outcome, <LocalParagraphs key="o" content={one.outcome} language={language} />],
              howSure(language, one.certainty),
            ]}
          />
        </section>
      ))}
      {version.contact ? (
        <NewsList rows={[[t.whomToAsk, <LocalParagraphs key="c" content={version.contact} language={language} />]]} />
      ) : null}
    </>
  )
}

function AnEvent({ version, language }: { version: EventVersion; language: Language }) {
  const t = newsTexts[language]
  return (
    <>
      {version.reason ? <NewsList rows={[[t.reason, <LocalParagraphs key="r" content={version.reason} language={language} />]]} /> : null}
      <NewsList
        rows={[
          [t.happened, timeOf(language, version)],
          [t.place, local(version.place, language)],
        ]}
      />
      <LocalParagraphs content={version.body} language={language} />
    </>
  )
}

/** The values that a feed tells of a change; the commitment's history compares all of them. */
const told = ['title', 'problem', 'promise', 'solution', 'periodStart', 'periodEnd', 'plannedStart', 'plannedEnd'] as const

function Changed({ change: { before, after, reason }, language }: { change: Change; language: Language }) {
  const t = newsTexts[language]
  const added = !Object.keys(before).length
  const rows = told
    .filter((name) => name in after)
    .map((name) => {
      const [old, now] = [inWords(before[name], language), inWords(after[name], language)]
      return [t[name], added ? now : t.changed(old, now)] as const
    })
  return (
    <>
      <NewsList rows={[reason ? ([t.reason, reason] as const) : null, ...rows]} />
      {rows.length < Object.keys(after).length ? <p>{t.moreChanged}</p> : null}
    </>
  )
}

function inWords(value: unknown, language: Language): string {
  const date = typeof value === 'string' ? parsePartialDate(value) : null
  if (date) return shortDate(language, date)
  const text = localTextSchema.safeParse(value)
  return (text.success ? plainText(text.data, language) : '') || webText(language).notKnown
}
