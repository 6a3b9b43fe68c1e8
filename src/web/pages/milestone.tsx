import {
  endedBy,
  MilestoneStatus,
  monitoringPolicy,
  type PublishedAssessment,
  type PublishedUpdate,
  ReportedStatus,
  UpdateText,
  VerdictStatus,
} from '../../cycle/monitoring/index.ts'
import type { Milestone } from '../../cycle/plan/index.ts'
import { groupBy } from '../../platform/groupBy.ts'
import { numberInAddress } from '../../platform/http/numberInAddress.ts'
import { shortDate } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../addresses.ts'
import { DateTime } from '../components/DateTime.tsx'
import { Local } from '../components/Local.tsx'
import { MadeUp } from '../components/MadeUp.tsx'
import { FactRow, Section } from '../components/Section.tsx'
import { Written } from '../components/Written.tsx'
import { around, named } from '../named.ts'
import { page } from '../render.tsx'
import type { Handler } from '../visit.ts'
import { changedInUpdate } from './commitment/changedVersions.ts'
import { Differences } from './commitment/Differences.tsx'
import { EvidenceList } from './commitment/EvidenceList.tsx'
import { type CommitmentFacts, newestVersions, readCommitment, referenceDayOf } from './commitment/facts.ts'
import { historyTexts } from './commitment/historyTexts.ts'
import { Actual, Planned } from './commitment/milestoneTime.tsx'
import { pathBelowCommitment, recordOf } from './commitment/shared.ts'
import { commitmentTexts } from './commitment/texts.ts'
import { HowSure, Organisation, SourceLine } from './parts.tsx'
import { NotApproved } from './planFacts.tsx'

/** One milestone: its dates, every report on it with all versions, what sources tell, what partners say. */
export const milestonePage: Handler<'updates'> = async (visit) => {
  const { language, actor } = visit
  const t = commitmentTexts[language]
  const number = numberInAddress(visit.values.milestone)
  const facts = await readCommitment(visit, visit.values.plan, visit.values.number)
  const milestone = facts.milestones.find((one) => one.number === number)
  const standing = milestone && facts.standing.milestones.get(milestone.id)
  if (!milestone || !standing) throw notFound()
  const reports = reportsOn(facts, milestone)
  const mayWithdraw = monitoringPolicy.withdrawEvidence(actor, undefined)
  return page(visit, {
    title: around(named(milestone.title, language), (title) => `${t.milestoneNumbered(number)}: ${title}`),
    section: 'commitments',
    path: pathBelowCommitment(facts, language),
    children: (
      <>
        <div class="head hang no-hang">
          <p class="numeral" aria-hidden="true">
            {facts.commitment.number}.{number}
          </p>
          <div>
            {visit.query.get('done') === 'published' ? (
              <p class="told" role="status">
                {t.publishedNow}
              </p>
            ) : null}
            <p class="eyebrow">{t.milestoneNumbered(number)}</p>
            <h1 class="long sentence">
              <Local content={milestone.title} language={language} />
              <HowSure certainty={milestone.certainty} language={language} />
            </h1>
            <p class="lead">
              {facts.plan.approvedOn ? (
                <MilestoneStatus standing={standing} plannedEnd={milestone.plannedEnd} language={language} />
              ) : (
                <NotApproved language={language} />
              )}
            </p>
            {standing.source ? <p class="note">{t.fromSources}</p> : null}
          </div>
        </div>
        <Section id="laiks" label={t.time}>
          <dl class="facts">
            <FactRow name={t.planned}>
              <Planned milestone={milestone} facts={facts} language={language} />
            </FactRow>
            <FactRow name={t.actual}>
              <Actual standing={standing} language={language} />
            </FactRow>
          </dl>
        </Section>
        <Section id="zinas" label={t.updates}>
          {reports.length ? (
            reports.map((versions) => (
              <Report
                key={versions[0]?.updateId}
                facts={facts}
                milestone={milestone}
                versions={versions}
                language={language}
                mayWithdraw={mayWithdraw}
              />
            ))
          ) : (
            <p class="unknown">{facts.plan.approvedOn ? (standing.source ? t.onlySources : t.noUpdate) : t.nothingAwaited}</p>
          )}
        </Section>
        <SourcesSay facts={facts} milestone={milestone} language={language} />
        <PartnersSay facts={facts} milestone={milestone} language={language} />
        <Section id="talak" label={t.elsewhere}>
          <ul class="link-list">
            <li>
              <a href={address(language, 'commitment', { plan: facts.plan.id, number: facts.commitment.number })}>
                {t.numbered(facts.commitment.number)}: <Local content={facts.commitment.title} language={language} quiet />
              </a>
            </li>
            {facts.milestones
              .filter((one) => one !== milestone)
              .map((one) => (
                <li key={one.id}>
                  <a
                    href={address(language, 'updates', {
                      plan: facts.plan.id,
                      number: facts.commitment.number,
                      milestone: one.number,
                    })}
                  >
                    {t.milestoneNumbered(one.number)}: <Local content={one.title} language={language} quiet />
                  </a>
                </li>
              ))}
            <li>
              <a href={recordOf(facts, language, number)}>{t.inRecord}</a>
            </li>
          </ul>
        </Section>
      </>
    ),
  })
}

/** The reports on a milestone, each with its versions from the newest; the latest reporting period first. */
function reportsOn(facts: CommitmentFacts, milestone: Milestone): PublishedUpdate[][] {
  const mine = facts.updates.filter((update) => update.milestoneId === milestone.id)
  return [...groupBy(mine, (update) => update.updateId).values()].map((versions) => versions.sort((a, b) => b.number - a.number))
}

/** Of a report that was corrected more often than this the latest versions are told here; the public record has all. */
const MOST_EARLIER = 30

type ReportProps = {
  facts: CommitmentFacts
  milestone: Milestone
  versions: readonly PublishedUpdate[]
  language: Language
  mayWithdraw: boolean
}

/** One institution's report for one reporting period; what was corrected stays readable below it. */
function Report({ facts, milestone, versions, language, mayWithdraw }: ReportProps) {
  const t = commitmentTexts[language]
  const h = historyTexts[language]
  const [newest, ...earlier] = versions
  if (!newest) return null
  const day = referenceDayOf(facts.periods, newest.periodId)
  const who = facts.organisations.nameOn(newest.publishedOn, newest.organisationId, language)
  const end = milestone.plannedEnd ?? facts.commitment.periodEnd
  return (
    <article class="report" id={`ver-${newest.id}`} aria-labelledby={`zin-${newest.updateId}`}>
      <h3 class="title2" id={`zin-${newest.updateId}`}>
        <Organisation id={newest.organisationId} on={newest.publishedOn} organisations={facts.organisations} language={language} />
        {day ? `, ${t.stateOnDay} ${shortDate(language, day)}` : ''}
      </h3>
      <p class="meta">
        {t.publishedOn} <DateTime date={newest.publishedOn} language={language} />
        {earlier.length ? `, ${h.inVersion(newest.number)}` : ''}
        <MadeUp when={newest.demonstration} language={language} />
      </p>
      <UpdateText update={newest} end={end} language={language} />
      {newest.evidence.length ? (
        <>
          <h4>{t.evidenceOfUpdate}</h4>
          <EvidenceList
            dead={facts.dead}
            language={language}
            mayWithdraw={mayWithdraw}
            items={newest.evidence.map((item) => ({ item, milestone: milestone.number, who, written: newest.language }))}
          />
        </>
      ) : null}
      {earlier.length ? (
        <details class="ds-details">
          <summary>{h.earlierVersions(earlier.length)}</summary>
          {earlier.slice(0, MOST_EARLIER).map((version, index) => {
            const next = versions[index]
            return (
              <div class="earlier" id={`ver-${version.id}`} key={version.id}>
                <h4>{h.versionOf(version.number, shortDate(language, version.publishedOn))}</h4>
                <UpdateText update={version} end={end} language={language} />
                {next ? (
                  <>
                    <p class="meta">{h.nextVersionChanged}</p>
                    <Differences values={changedInUpdate(language, version, next)} language={language} nothing={h.sameText} />
                  </>
                ) : null}
              </div>
            )
          })}
          {earlier.length > MOST_EARLIER ? <p class="note">{h.olderInRecord}</p> : null}
        </details>
      ) : null}
    </article>
  )
}

/** States that are known from public sources and not from a report: a kind of their own. */
function SourcesSay({ facts, milestone, language }: { facts: CommitmentFacts; milestone: Milestone; language: Language }) {
  const t = commitmentTexts[language]
  const end = milestone.plannedEnd ?? facts.commitment.periodEnd
  const told = facts.sourceStates.filter((state) => state.milestoneId === milestone.id)
  if (!told.length) return null
  return (
    <Section id="avoti" label={t.sourcesSay}>
      <p class="note">{t.sourceNote}</p>
      <ul class="known">
        {told.map((state) => (
          <li key={state.id}>
            <ReportedStatus state={state.state} ended={endedBy(end, state.knownFrom)} language={language} />{' '}
            <span class="meta">
              {t.knownSince} <DateTime date={state.knownFrom} language={language} />
            </span>
            <HowSure certainty={state.certainty} language={language} />
            <SourceLine sources={state.sources} language={language} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What partners say of this milestone in the newest version of each assessment. */
function PartnersSay({ facts, milestone, language }: { facts: CommitmentFacts; milestone: Milestone; language: Language }) {
  const t = commitmentTexts[language]
  const said = newestVersions<PublishedAssessment>(facts.assessments, (assessment) => assessment.assessmentId).flatMap((assessment) =>
    assessment.milestones.flatMap((one) => (one.milestoneId === milestone.id ? [{ assessment, one }] : [])),
  )
  return (
    <Section id="partneri" label={t.partnersSay}>
      {said.length ? (
        <ul class="known">
          {said.map(({ assessment, one }) => (
            <li key={assessment.id}>
              <p class="meta">
                <Organisation
                  id={assessment.organisationId}
                  on={assessment.publishedOn}
                  organisations={facts.organisations}
                  language={language}
                />
                , <DateTime date={assessment.publishedOn} language={language} />
                <MadeUp when={assessment.demonstration} language={language} />
              </p>
              <VerdictStatus verdict={one.verdict} language={language} />
              {one.reason ? <Written text={one.reason} written={assessment.language} language={language} /> : null}
            </li>
          ))}
        </ul>
      ) : (
        <p class="unknown">{t.noVerdicts}</p>
      )}
    </Section>
  )
}
