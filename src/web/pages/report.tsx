import type { ComponentChildren } from 'preact'
import { ContributionTables } from '../../cycle/monitoring/index.ts'
import { type ReportSection, reportingPolicy, sectionTexts } from '../../cycle/reporting/index.ts'
import { allow } from '../../people/index.ts'
import { dateRange, onDate } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { address } from '../addresses.ts'
import { Local } from '../components/Local.tsx'
import { LocalParagraphs } from '../components/LocalParagraphs.tsx'
import { MadeUp } from '../components/MadeUp.tsx'
import { Written } from '../components/Written.tsx'
import { named } from '../named.ts'
import { page } from '../render.tsx'
import type { AnyVisit, Handler } from '../visit.ts'
import { latestOfEach } from './commitment/Voices.tsx'
import { Organisation } from './parts.tsx'
import { Chapter } from './report/Chapter.tsx'
import { Cover } from './report/Cover.tsx'
import { type ReportFacts, readReport } from './report/facts.ts'
import { Summary } from './report/Summary.tsx'
import { anchorOf, reportTexts } from './report/texts.ts'

/** The final report, put together from the same rows as all other pages: to read here or on paper. */
export const reportPage: Handler<'report'> = async (visit) => {
  allow(reportingPolicy.seeReport, visit.actor, undefined)
  const { house, language, today } = visit
  const t = reportTexts[language]
  const facts = await readReport(visit, visit.values.plan)
  const { plan, sections, commitments } = facts
  const names = sectionTexts[language]
  const around = {
    title: t.title(plan.ordinal),
    section: 'report' as const,
    path: [{ title: named(plan.shortTitle, language), href: address(language, 'plan', { plan: plan.id }) }],
  }
  if (!plan.approvedOn) return page(visit, { ...around, children: <NoReportYet facts={facts} language={language} /> })
  return page(visit, {
    ...around,
    children: (
      <div class="sheet">
        <Cover visit={visit} facts={facts} />
        <Contents visit={visit} facts={facts} />
        <Part id="ievads" title={names.introduction}>
          <SectionText section={sections.get('introduction')} language={language} />
        </Part>
        <Part id="norise" title={t.processHead}>
          <SectionText section={sections.get('process')} language={language} />
          <Contributions visit={visit} facts={facts} />
        </Part>
        <Part id="stavoklis" title={t.states(onDate(language, today))} fresh>
          <Summary visit={visit} facts={facts} />
        </Part>
        {commitments.map((commitment) => (
          <Chapter key={commitment.commitment.id} facts={commitment} site={house.configuration.url} language={language} today={today} />
        ))}
        <Part id="atzinas" title={names.lessons} fresh>
          <SectionText section={sections.get('lessons')} language={language} />
          <Lessons facts={facts} language={language} />
        </Part>
      </div>
    ),
  })
}

/** On a plan that is not approved nobody reports: there are no gaps to show. */
function NoReportYet({ facts: { plan }, language }: { facts: ReportFacts; language: Language }) {
  const t = reportTexts[language]
  return (
    <div class="head">
      <h1>{t.title(plan.ordinal)}</h1>
      <p class="lead">{t.notApproved}</p>
      <p class="acts">
        <a class="ds-button" href={address(language, 'plan', { plan: plan.id })}>
          {t.toPlan}
        </a>
      </p>
    </div>
  )
}

/** A part of the report under its heading; a fresh one starts a page on paper. */
function Part({ id, title, fresh = false, children }: { id: string; title: string; fresh?: boolean; children: ComponentChildren }) {
  return (
    <section class={fresh ? 'sec break' : 'sec'} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div>{children}</div>
    </section>
  )
}

function Contents({ visit, facts: { commitments } }: { visit: AnyVisit; facts: ReportFacts }) {
  const { language, today } = visit
  const t = reportTexts[language]
  const names = sectionTexts[language]
  return (
    <nav class="sec" aria-labelledby="saturs-2">
      <h2 id="saturs-2">{t.contents}</h2>
      <ol class="contents">
        <li>
          <a href="#ievads">{names.introduction}</a>
        </li>
        <li>
          <a href="#norise">{t.processHead}</a>
        </li>
        <li>
          <a href="#stavoklis">{t.states(onDate(language, today))}</a>
        </li>
        {commitments.map(({ commitment }) => (
          <li key={commitment.id} class="numbered">
            <a href={`#${anchorOf(commitment.number)}`}>
              {commitment.number}. <Local content={commitment.title} language={language} quiet />
            </a>
          </li>
        ))}
        <li>
          <a href="#atzinas">{names.lessons}</a>
        </li>
      </ol>
    </nav>
  )
}

/** A written part; one that was written in the other language alone is shown as it is and says so. */
function SectionText({ section, language }: { section: ReportSection | undefined; language: Language }) {
  if (!section) return <p class="unknown">{reportTexts[language].notWritten}</p>
  return (
    <div class="prose">
      <LocalParagraphs content={section.body} language={language} />
    </div>
  )
}

/** What the rows know of the process: until when contributions were due, what came from whom and when. */
function Contributions({ visit, facts: { contributions, organisations } }: { visit: AnyVisit; facts: ReportFacts }) {
  const { language, today } = visit
  const t = reportTexts[language]
  if (!contributions.length) return <p class="unknown">{t.noPeriods}</p>
  return (
    <>
      {contributions.map((period) => (
        <div class="gap" key={period.period.id}>
          <h3>{t.contributionsFor(dateRange(language, period.period.startsOn, period.period.referenceDay))}</h3>
          <ContributionTables {...period} organisations={organisations} reminded={new Map()} language={language} today={today} />
        </div>
      ))}
    </>
  )
}

/** What those who assessed have learnt, commitment by commitment. */
function Lessons({ facts: { commitments }, language }: { facts: ReportFacts; language: Language }) {
  const t = reportTexts[language]
  const learnt = commitments.flatMap((facts) =>
    latestOfEach(facts).flatMap((said) => (said.lessons ? [{ facts, said, lessons: said.lessons }] : [])),
  )
  return (
    <div class="gap">
      <h3>{t.lessonsFrom}</h3>
      {learnt.length ? null : <p class="unknown">{t.noLessons}</p>}
      {learnt.map(({ facts, said, lessons }) => (
        <div class="told-here" key={said.id}>
          <p class="meta">
            <a href={`#${anchorOf(facts.commitment.number)}`}>
              {facts.commitment.number}. <Local content={facts.commitment.title} language={language} quiet />
            </a>
            {' · '}
            <Organisation id={said.organisationId} on={said.publishedOn} organisations={facts.organisations} language={language} />
            <MadeUp when={said.demonstration} language={language} />
          </p>
          <Written text={lessons} written={said.language} language={language} />
        </div>
      ))}
    </div>
  )
}
