import type { ComponentChildren } from 'preact'
import { endedBy, type PublishedAssessment, ReportedStatus } from '../../../cycle/monitoring/index.ts'
import { type Finding, findingScales } from '../../../cycle/plan/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { address } from '../../addresses.ts'
import { DateTime } from '../../components/DateTime.tsx'
import { Local } from '../../components/Local.tsx'
import { MadeUp } from '../../components/MadeUp.tsx'
import { Written } from '../../components/Written.tsx'
import { webText } from '../../texts.ts'
import { type CommitmentFacts, newestVersions, referenceDayOf } from './facts.ts'
import { HowSure, Organisation, OutsideLink, Section } from './parts.tsx'
import { commitmentTexts } from './texts.ts'
import { VerdictStatus } from './verdictWords.tsx'

type Props = { facts: CommitmentFacts; findings: readonly Finding[]; language: Language; today: Day }

/** Two voices of one size, the institution's and its partners', and below them the independent reviewer's. */
export function Voices({ facts, findings, language, today }: Props) {
  const t = commitmentTexts[language]
  const { parties, organisations, plan, commitment } = facts
  const newest = latestOfEach(facts)
  const selves = newest.filter((assessment) => assessment.voice === 'self')
  const partners = newest.filter((assessment) => assessment.voice === 'partner')
  const heard = new Set(newest.flatMap((assessment) => [assessment.organisationId, ...assessment.signers]))
  const silent = (part: 'lead' | 'partner') =>
    parties
      .filter((party) => party.part === part && !heard.has(party.organisationId))
      .map((party) => organisations.nameOn(today, party.organisationId, language))
  const silentLeads = silent('lead')
  const silentPartners = silent('partner')
  const earlier = facts.assessments.length > newest.length
  return (
    <Section id="vertejumi" label={t.twoVoices}>
      <div class="two">
        <Voice id="institucija" title={t.institution}>
          {selves.map((assessment) => (
            <Said key={assessment.id} assessment={assessment} facts={facts} language={language} />
          ))}
          {silentLeads.length ? <p class="unknown">{t.selfMissing(silentLeads.join(', '))}</p> : null}
          {parties.some((party) => party.part === 'lead') ? null : <p class="unknown">{t.leadUnknown}</p>}
        </Voice>
        <Voice id="partneri" title={t.civilPartners}>
          {partners.map((assessment) => (
            <Said key={assessment.id} assessment={assessment} facts={facts} language={language} />
          ))}
          {silentPartners.length ? <p class="unknown">{t.partnersMissing(silentPartners.join(', '))}</p> : null}
          {partners.length || silentPartners.length ? null : <p class="unknown">{t.noPartners}</p>}
        </Voice>
      </div>
      {earlier ? (
        <p class="gap">
          <a href={address(language, 'commitmentHistory', { plan: plan.id, number: commitment.number })}>{t.earlierAssessments}</a>
        </p>
      ) : null}
      <Reviewer findings={findings} language={language} />
    </Section>
  )
}

/** Of each organisation the newest version on the latest period it spoke of. */
function latestOfEach({ assessments, periods }: CommitmentFacts): PublishedAssessment[] {
  const position = new Map(periods.map((period) => [period.id, period.position]))
  const at = (assessment: PublishedAssessment): number => position.get(assessment.periodId) ?? 0
  const byPeriod = [...newestVersions(assessments, (assessment) => assessment.assessmentId)].sort((a, b) => at(b) - at(a))
  const spoken = new Set<string>()
  return byPeriod.filter(({ organisationId }) => !spoken.has(organisationId) && spoken.add(organisationId))
}

function Voice({ id, title, reviewer = false, children }: { id: string; title: string; reviewer?: boolean; children: ComponentChildren }) {
  return (
    <section class={reviewer ? 'voice rev' : 'voice'} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  )
}

/** One organisation's assessment in its own words. */
function Said({ assessment, facts, language }: { assessment: PublishedAssessment; facts: CommitmentFacts; language: Language }) {
  const t = commitmentTexts[language]
  const { organisations, commitment, periods, milestones } = facts
  const { publishedOn, signers, voice, state, verdict } = assessment
  const day = referenceDayOf(periods, assessment.periodId)
  const numbers = new Map(milestones.map((milestone) => [milestone.id, milestone.number]))
  const words = voice === 'self' ? t.selfAssessment : signers.length ? t.jointAssessment : t.partnersAssessment
  return (
    <div class="said">
      <p class="meta">
        <Organisation id={assessment.organisationId} on={publishedOn} organisations={organisations} language={language} />, {words},{' '}
        {t.handedIn} <DateTime date={publishedOn} language={language} />
        {day ? (
          <>
            , {t.stateOnDay} <DateTime date={day} language={language} />
          </>
        ) : null}
        <MadeUp when={assessment.demonstration} language={language} />
        {signers.length ? (
          <>
            <br />
            {t.signedBy(signers.map((id) => organisations.nameOn(publishedOn, id, language)).join(', '))}
          </>
        ) : null}
      </p>
      <blockquote class="prose">
        <Written text={assessment.text} written={assessment.language} language={language} />
      </blockquote>
      <p>
        {t.verdict}{' '}
        {state ? <ReportedStatus state={state} ended={endedBy(commitment.periodEnd, publishedOn)} gender="f" language={language} /> : null}
        {verdict ? <VerdictStatus verdict={verdict} language={language} /> : null}
      </p>
      {assessment.milestones.length ? (
        <dl class="facts verdicts">
          {assessment.milestones.map((one) => (
            <div key={one.milestoneId}>
              <dt>{t.milestoneNumbered(numbers.get(one.milestoneId) ?? 0)}</dt>
              <dd>
                <VerdictStatus verdict={one.verdict} language={language} />
                {one.reason ? <Written text={one.reason} written={assessment.language} language={language} quiet /> : null}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {assessment.lessons ? (
        <div class="lesson">
          <h4>{t.lessons}</h4>
          <Written text={assessment.lessons} written={assessment.language} language={language} quiet />
        </div>
      ) : null}
    </div>
  )
}

function Reviewer({ findings, language }: { findings: readonly Finding[]; language: Language }) {
  const t = commitmentTexts[language]
  return (
    <Voice id="irm" title={t.reviewer} reviewer>
      {findings.length ? null : <p class="unknown">{t.noFinding}</p>}
      {findings.map((finding) => (
        <div class="said" key={finding.id}>
          <p class="meta">
            {finding.reportUrl ? (
              <OutsideLink href={finding.reportUrl}>
                <Local content={finding.report} language={language} quiet />
              </OutsideLink>
            ) : (
              <Local content={finding.report} language={language} />
            )}
            <HowSure certainty={finding.certainty} language={language} />
          </p>
          <dl class="five">
            {findingScales(language, finding).map(({ scale, word }) => (
              <div key={scale}>
                <dt>{scale}</dt>
                <dd>{word ?? <span class="unknown">{webText(language).notKnown}</span>}</dd>
              </div>
            ))}
          </dl>
          {finding.note ? (
            <p class="note">
              <Local content={finding.note} language={language} />
            </p>
          ) : null}
        </div>
      ))}
    </Voice>
  )
}
