import type { ComponentChildren } from 'preact'
import { type PublishedAssessment, Voice } from '../../../cycle/monitoring/index.ts'
import type { Finding } from '../../../cycle/plan/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { address } from '../../addresses.ts'
import { Section } from '../../components/Section.tsx'
import { Findings } from '../findings.tsx'
import { type CommitmentFacts, newestVersions, referenceDayOf } from './facts.ts'
import { commitmentTexts } from './texts.ts'

/** `assessed`: an assessment was published a moment ago. */
type Props = { facts: CommitmentFacts; findings: readonly Finding[]; assessed: boolean; language: Language; today: Day }

/** Two voices of one size, the institution's and its partners', and below them the independent reviewer's. */
export function Voices({ facts, findings, assessed, language, today }: Props) {
  const t = commitmentTexts[language]
  const { plan, commitment, parties, organisations } = facts
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
  if (!plan.approvedOn && !newest.length)
    return (
      <Section id="vertejumi" label={t.twoVoices}>
        <p class="unknown">{t.nothingAwaited}</p>
      </Section>
    )
  return (
    <Section id="vertejumi" label={t.twoVoices}>
      {assessed ? (
        <p class="told" role="status">
          {t.assessed}
        </p>
      ) : null}
      <div class="two">
        <Column id="institucija" title={t.institution}>
          {selves.map((assessment) => (
            <Said key={assessment.id} assessment={assessment} facts={facts} language={language} />
          ))}
          {silentLeads.length ? <p class="unknown">{t.selfMissing(silentLeads.join(', '))}</p> : null}
          {parties.some((party) => party.part === 'lead') ? null : <p class="unknown">{t.leadUnknown}</p>}
        </Column>
        <Column id="partneri" title={t.civilPartners}>
          {partners.map((assessment) => (
            <Said key={assessment.id} assessment={assessment} facts={facts} language={language} />
          ))}
          {silentPartners.length ? <p class="unknown">{t.partnersMissing(silentPartners.join(', '))}</p> : null}
          {partners.length || silentPartners.length ? null : (
            <p class="unknown">{commitment.sources.length ? t.noPartners : t.noPartnersStated}</p>
          )}
        </Column>
      </div>
      <Reviewer findings={findings} language={language} />
    </Section>
  )
}

/** Of each organisation the newest version on the latest period it spoke of. */
export function latestOfEach({ assessments }: CommitmentFacts): PublishedAssessment[] {
  const spoken = new Set<string>()
  return newestVersions(assessments, (assessment) => assessment.assessmentId).filter(
    ({ organisationId }) => !spoken.has(organisationId) && spoken.add(organisationId),
  )
}

function Column({ id, title, reviewer = false, children }: { id: string; title: string; reviewer?: boolean; children: ComponentChildren }) {
  return (
    <section class={reviewer ? 'voice rev' : 'voice'} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  )
}

/** An assessment in its writer's own words, with the way to what the writer said earlier. */
function Said({ assessment, facts, language }: { assessment: PublishedAssessment; facts: CommitmentFacts; language: Language }) {
  const { plan, commitment, assessments } = facts
  const earlier = assessments.some((one) => one.organisationId === assessment.organisationId && one.id !== assessment.id)
  const history = address(language, 'commitmentHistory', { plan: plan.id, number: commitment.number })
  return (
    <Voice
      assessment={assessment}
      organisations={facts.organisations}
      referenceDay={referenceDayOf(facts.periods, assessment.periodId)}
      commitmentEnd={commitment.periodEnd}
      milestones={facts.milestones}
      earlier={earlier ? `${history}#versijas` : null}
      language={language}
    />
  )
}

function Reviewer({ findings, language }: { findings: readonly Finding[]; language: Language }) {
  const t = commitmentTexts[language]
  return (
    <Column id="irm" title={t.reviewer} reviewer>
      {findings.length ? null : <p class="unknown">{t.noFinding}</p>}
      <Findings findings={findings} shape="five" language={language} />
    </Column>
  )
}
