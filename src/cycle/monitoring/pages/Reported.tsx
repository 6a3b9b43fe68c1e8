import { dateRange } from '../../../platform/languages/dates.ts'
import { type Language, plainText } from '../../../platform/languages/languages.ts'
import { address } from '../../../web/addresses.ts'
import { DateTime } from '../../../web/components/DateTime.tsx'
import { Local } from '../../../web/components/Local.tsx'
import { MadeUp } from '../../../web/components/MadeUp.tsx'
import { webText } from '../../../web/texts.ts'
import type { Milestone } from '../../plan/index.ts'
import type { PublishedUpdate } from '../queries.ts'
import { endedBy, ReportedStatus } from '../statusWords.tsx'
import type { AssessmentFacts } from './assessmentFacts.ts'
import { assessmentTexts } from './assessmentTexts.ts'
import { UpdateText } from './UpdateText.tsx'
import { Voice } from './Voice.tsx'

type Props = { facts: AssessmentFacts; language: Language }
type OfMilestone = Props & { milestone: Milestone }

/** What leading institutions say of the whole, and who of them has said nothing yet. */
export function InstitutionsVoices({ facts, language }: Props) {
  const t = assessmentTexts[language]
  const { subject, voices, nameOf } = facts
  const selves = voices.filter(({ voice }) => voice === 'self')
  const silent = subject.parties
    .filter(({ part, organisationId }) => part === 'lead' && !selves.some((said) => said.organisationId === organisationId))
    .map(({ organisationId }) => plainText(nameOf(organisationId), language) || organisationId)
  return (
    <>
      {selves.map((assessment) => (
        <Said key={assessment.id} assessment={assessment} facts={facts} language={language} />
      ))}
      {silent.length ? <p class="unknown">{t.selfMissing(silent.join(', '))}</p> : null}
    </>
  )
}

/** One assessment among the facts of the form, as the public reads it. */
export function Said({ assessment, facts, language }: Props & { assessment: Parameters<typeof Voice>[0]['assessment'] }) {
  const { subject, organisations } = facts
  return (
    <Voice
      assessment={assessment}
      organisations={organisations}
      referenceDay={subject.period.referenceDay}
      commitmentEnd={subject.commitment.periodEnd}
      milestones={subject.milestones}
      language={language}
    />
  )
}

/** What a milestone promises, and when. */
export function Promised({ milestone, language }: { milestone: Milestone; language: Language }) {
  const t = assessmentTexts[language]
  const when = dateRange(language, milestone.plannedStart, milestone.plannedEnd) || plainText(milestone.plannedNote, language)
  return (
    <div class="promised">
      <p>
        <Local content={milestone.title} language={language} />
      </p>
      <p class="meta">{when ? t.planned(when) : t.plannedUnknown}</p>
    </div>
  )
}

/** What institutions last reported on a milestone, in full; else what sources tell. */
export function Reported({ facts, milestone, language }: OfMilestone) {
  const t = assessmentTexts[language]
  const reports = facts.reports.get(milestone.id) ?? []
  return (
    <>
      {reports.map((update) => (
        <Report key={update.id} update={update} facts={facts} milestone={milestone} language={language} />
      ))}
      {reports.length ? null : <NotReported facts={facts} milestone={milestone} language={language} />}
      <p class="meta">
        <a href={updatesAddress(facts, milestone, language)}>{t.allReports(milestone.number)}</a>
      </p>
    </>
  )
}

function Report({ update, facts, milestone, language }: OfMilestone & { update: PublishedUpdate }) {
  const t = assessmentTexts[language]
  const { commitment, periods } = facts.subject
  const referenceDay = periods.find(({ id }) => id === update.periodId)?.referenceDay
  const evidence = update.evidence.length
  return (
    <div class="said">
      <p class="meta">
        <Local content={facts.organisations.namesOn(update.publishedOn).get(update.organisationId)} language={language} quiet />,{' '}
        {t.reportedOn} <DateTime date={update.publishedOn} language={language} />
        {referenceDay ? (
          <>
            , {t.stateOn.toLowerCase()} <DateTime date={referenceDay} language={language} />
          </>
        ) : null}
        , {evidence ? t.evidence(evidence) : t.noEvidence}
        <MadeUp when={update.demonstration} language={language} />
      </p>
      <UpdateText update={update} end={milestone.plannedEnd ?? commitment.periodEnd} language={language} />
    </div>
  )
}

function NotReported({ facts, milestone, language }: OfMilestone) {
  const t = assessmentTexts[language]
  const source = facts.sources.get(milestone.id)
  if (!source) return <p class="unknown">{t.nothingReported}</p>
  const end = milestone.plannedEnd ?? facts.subject.commitment.periodEnd
  return (
    <p class="unknown">
      {t.fromSources} <ReportedStatus state={source.state} ended={endedBy(end, source.knownFrom)} language={language} />
    </p>
  )
}

/** All milestones with what was last reported on each, in a line, for who judges the whole. */
export function ReportedInShort({ facts, language }: Props) {
  const t = assessmentTexts[language]
  const { milestones, commitment } = facts.subject
  if (!milestones.length) return <p class="unknown">{t.noMilestones}</p>
  return (
    <dl class="facts">
      {milestones.map((milestone) => {
        const end = milestone.plannedEnd ?? commitment.periodEnd
        const reports = facts.reports.get(milestone.id) ?? []
        return (
          <div key={milestone.id}>
            <dt>
              <a href={updatesAddress(facts, milestone, language)}>{t.milestone(milestone.number)}</a>
            </dt>
            <dd>
              <Local content={milestone.title} language={language} />
              {reports.map((update) => (
                <p key={update.id}>
                  <ReportedStatus state={update.state} ended={endedBy(end, update.publishedOn)} language={language} />{' '}
                  <span class="meta">
                    <Local content={facts.organisations.namesOn(update.publishedOn).get(update.organisationId)} language={language} quiet />
                    {update.demonstration ? ` (${webText(language).demonstrationMark})` : ''}
                  </span>
                </p>
              ))}
              {reports.length ? null : <NotReported facts={facts} milestone={milestone} language={language} />}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

const updatesAddress = ({ key }: AssessmentFacts, { number }: Milestone, language: Language): string =>
  address(language, 'updates', { plan: key.planId, number: key.number, milestone: number })
