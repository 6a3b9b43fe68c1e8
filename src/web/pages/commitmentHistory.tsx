import type { ComponentChildren } from 'preact'
import { factsOf, findingsOf, phasesOf } from '../../cycle/plan/index.ts'
import { pageInQuery } from '../../platform/http/numberInAddress.ts'
import { dateRange } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { Local } from '../components/Local.tsx'
import { Pages } from '../components/Pages.tsx'
import { Section } from '../components/Section.tsx'
import { page } from '../render.tsx'
import { webText } from '../texts.ts'
import type { Handler } from '../visit.ts'
import { changedValues } from './commitment/changedValues.ts'
import { changedInAssessment, changedInUpdate } from './commitment/changedVersions.ts'
import { Differences } from './commitment/Differences.tsx'
import { type HappenedEvent, happened } from './commitment/events.ts'
import { type CommitmentFacts, readCommitment } from './commitment/facts.ts'
import { historyTexts } from './commitment/historyTexts.ts'
import { Log } from './commitment/Log.tsx'
import { originalPlan } from './commitment/milestoneTime.tsx'
import { pathBelowCommitment, recordOf } from './commitment/shared.ts'
import { commitmentTexts } from './commitment/texts.ts'
import { VersionTable } from './commitment/VersionTable.tsx'

/** So many events stand on one page. */
const PAGE = 40

/** All that happened to a commitment and was changed in it, the latest first, with what exactly changed. */
export const commitmentHistoryPage: Handler<'commitmentHistory'> = async (visit) => {
  const { house, language, today } = visit
  const t = historyTexts[language]
  const number = pageInQuery(visit.query)
  const facts = await readCommitment(visit, visit.values.plan, visit.values.number)
  const { plan, commitment } = facts
  const phases = await phasesOf(house.db, [plan.id], today)
  const known = await factsOf(house.db, [commitment.id], today)
  const findings = await findingsOf(house.db, [commitment.id], today)
  const events = happened(facts, { phases, facts: known, findings }, today, false).reverse()
  const pages = Math.max(1, Math.ceil(events.length / PAGE))
  if (number > pages) throw notFound()
  const here = address(language, 'commitmentHistory', visit.values)
  const pageAt = (page: number): string => (page === 1 ? here : `${here}?page=${page}`)
  const shown = events.slice((number - 1) * PAGE, number * PAGE)
  return page(visit, {
    title: t.title(commitment.number),
    section: 'commitments',
    path: pathBelowCommitment(facts, language),
    children: (
      <>
        <div class="head">
          <p class="eyebrow">
            <Local content={commitment.title} language={language} quiet />
          </p>
          <h1>{t.title(commitment.number)}</h1>
          <p class="lead">{t.lead}</p>
        </div>
        <Section id="notikumi" label={t.events}>
          {shown.length ? (
            <Log
              events={shown}
              facts={facts}
              language={language}
              demonstration={house.demonstration !== null}
              below={(event) => <Changed event={event} facts={facts} language={language} />}
            />
          ) : (
            <p>{t.noEvents}</p>
          )}
          <Pages language={language} number={number} pages={pages} href={pageAt} previous={t.newer} next={t.older} />
        </Section>
        <Originals facts={facts} language={language} />
        <Section id="versijas" label={t.versions}>
          <VersionTable facts={facts} language={language} />
        </Section>
        <Section id="zurnals" label={t.record}>
          <p>{t.recordNote}</p>
          <p>
            <a href={recordOf(facts, language)}>{t.toRecord}</a>
          </p>
        </Section>
      </>
    ),
  })
}

/** What an event changed: an edit or amendment of the commitment, a correction of a report or an assessment. */
function Changed({ event, facts, language }: { event: HappenedEvent; facts: CommitmentFacts; language: Language }): ComponentChildren {
  const t = historyTexts[language]
  if (event.kind === 'change') {
    const { change } = event
    return (
      <>
        {change.reason ? (
          <p class="typed">
            {t.reason} {change.reason}
          </p>
        ) : null}
        <Differences values={changedValues(language, change, facts.organisations)} language={language} nothing={t.nothingVisible} />
      </>
    )
  }
  if (event.kind === 'updates') {
    const [update] = event.updates
    const before = update && facts.updates.find((one) => one.updateId === update.updateId && one.number === update.number - 1)
    if (!update || !before) return null
    return <Differences values={changedInUpdate(language, before, update)} language={language} nothing={t.sameText} />
  }
  if (event.kind === 'assessment') {
    const { assessment } = event
    const before = facts.assessments.find((one) => one.assessmentId === assessment.assessmentId && one.number === assessment.number - 1)
    if (!before) return null
    const values = changedInAssessment(language, before, assessment, facts.milestones, facts.organisations)
    return <Differences values={values} language={language} nothing={t.sameText} />
  }
  return null
}

/** The dates that the plan had before they were amended. */
function Originals({ facts, language }: { facts: CommitmentFacts; language: Language }) {
  const t = historyTexts[language]
  const c = commitmentTexts[language]
  const amended = facts.milestones.flatMap((milestone) => {
    const before = originalPlan(milestone, facts.changes)
    return before ? [{ milestone, before }] : []
  })
  if (!amended.length) return null
  return (
    <Section id="sakotnejie" label={t.originals}>
      <table class="ds-table stack">
        <caption>{t.originalsNote}</caption>
        <thead>
          <tr>
            <th scope="col">{c.milestone}</th>
            <th scope="col">{t.before}</th>
            <th scope="col">{t.now}</th>
          </tr>
        </thead>
        <tbody>
          {amended.map(({ milestone, before }) => (
            <tr key={milestone.id}>
              <th scope="row">
                {milestone.number}. <Local content={milestone.title} language={language} quiet />
              </th>
              <td data-l={t.before}>{dateRange(language, before.start, before.end) || webText(language).notKnown}</td>
              <td data-l={t.now}>{dateRange(language, milestone.plannedStart, milestone.plannedEnd) || webText(language).notKnown}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
