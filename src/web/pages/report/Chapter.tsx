import type { ComponentChildren } from 'preact'
import { CommitmentStatus } from '../../../cycle/monitoring/index.ts'
import type { Fact, Party } from '../../../cycle/plan/index.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { DateTime } from '../../components/DateTime.tsx'
import { Local } from '../../components/Local.tsx'
import { MilestoneTable } from '../commitment/MilestoneTable.tsx'
import { namesDay } from '../commitment/shared.ts'
import { HowSure, Organisation, SourceLine } from '../parts.tsx'
import { ChapterEvidence, Reports } from './ChapterReports.tsx'
import { ChapterVoices, Reviewer } from './ChapterVoices.tsx'
import type { ReportedCommitment } from './facts.ts'
import { anchorOf, reportTexts } from './texts.ts'

type Props = { facts: ReportedCommitment; language: Language; today: Day }

/** One commitment, on paper from a new page on: what was promised by whom, what came of it, and how both sides see it. `site` is the address people use, for what is printed. */
export function Chapter({ facts, site, language, today }: Props & { site: string }) {
  const t = reportTexts[language]
  const { commitment, standing, known } = facts
  const { certaintyOf } = commitment
  const id = anchorOf(commitment.number)
  const [results, followUps] = [known.filter(({ kind }) => kind === 'result'), known.filter(({ kind }) => kind === 'follow-up')]
  return (
    <article class="break" aria-labelledby={id}>
      <div class="rep-head">
        <p class="numeral" aria-hidden="true">
          {commitment.number}
        </p>
        <div>
          <h2 class="rep-t" id={id}>
            <span class="sr">{commitment.number}. </span>
            <Local content={commitment.title} language={language} />
          </h2>
          <p>
            <CommitmentStatus standing={standing} periodEnd={commitment.periodEnd} today={today} language={language} />
          </p>
        </div>
      </div>
      <div class="rep">
        <Row label={t.problem}>
          <p>
            <Local content={commitment.problem} language={language} />
            <HowSure certainty={certaintyOf.description} language={language} />
          </p>
        </Row>
        <Row label={t.promise}>
          <p>
            <Local content={commitment.promise} language={language} />
            <HowSure certainty={certaintyOf.description} language={language} />
          </p>
        </Row>
        <Parties facts={facts} part="lead" label={t.leads} none={t.leadUnknown} language={language} today={today} />
        <Parties facts={facts} part="supporting" label={t.supporting} none={null} language={language} today={today} />
        <Parties facts={facts} part="partner" label={t.partners} none={t.nobody} language={language} today={today} />
        <Row label={t.milestones}>
          {facts.milestones.length ? <MilestoneTable facts={facts} language={language} /> : <p class="unknown">{t.milestonesNotKnown}</p>}
        </Row>
        <Row label={t.updates}>
          <Reports facts={facts} language={language} />
        </Row>
        {results.length || commitment.sources.length ? (
          <Row label={t.known}>
            <KnownFacts facts={results} none={t.nothingKnown} language={language} />
          </Row>
        ) : null}
        {followUps.length ? (
          <Row label={t.afterPlan}>
            <KnownFacts facts={followUps} none={t.nothingKnown} language={language} />
          </Row>
        ) : null}
        <Row label={t.evidence}>
          <ChapterEvidence facts={facts} site={site} language={language} />
        </Row>
        <Row label={t.voices}>
          <ChapterVoices facts={facts} language={language} />
        </Row>
        <Row label={t.reviewer}>
          <Reviewer findings={facts.findings} language={language} />
        </Row>
      </div>
    </article>
  )
}

function Row({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <>
      <h3>{label}</h3>
      <div>{children}</div>
    </>
  )
}

/** Who takes part as what, each with its scope. Nobody in this part: `none` says so, or nothing is said when it is null. */
function Parties({ facts, part, label, none, language, today }: Props & { part: Party['part']; label: string; none: string | null }) {
  const parties = facts.parties.filter((party) => party.part === part)
  if (!parties.length && none === null) return null
  return (
    <Row label={label}>
      {parties.length ? (
        <p>
          {parties.map((party, index) => (
            <span key={party.organisationId}>
              {index ? '; ' : ''}
              <Organisation id={party.organisationId} on={namesDay(facts, today)} organisations={facts.organisations} language={language} />
              {party.scope ? (
                <>
                  {' '}
                  (<Local content={party.scope} language={language} />)
                </>
              ) : null}
              <HowSure certainty={party.certainty} language={language} />
            </span>
          ))}
        </p>
      ) : (
        <p class="unknown">{none}</p>
      )}
    </Row>
  )
}

/** What sources tell, each with how sure it is and from where. */
function KnownFacts({ facts, none, language }: { facts: readonly Fact[]; none: string; language: Language }) {
  if (!facts.length) return <p class="unknown">{none}</p>
  return (
    <ul class="known">
      {facts.map((fact) => (
        <li key={fact.id}>
          <p>
            {fact.happenedOn ? (
              <>
                <DateTime date={fact.happenedOn} language={language} />{' '}
              </>
            ) : null}
            <Local content={fact.text} language={language} />
            <HowSure certainty={fact.certainty} language={language} />
          </p>
          <SourceLine sources={fact.sources} language={language} />
        </li>
      ))}
    </ul>
  )
}
