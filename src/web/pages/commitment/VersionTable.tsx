import { type PublishedAssessment, type PublishedUpdate, Voice } from '../../../cycle/monitoring/index.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { address } from '../../addresses.ts'
import { DateTime } from '../../components/DateTime.tsx'
import { MadeUp } from '../../components/MadeUp.tsx'
import { Organisation } from '../parts.tsx'
import { type CommitmentFacts, referenceDayOf } from './facts.ts'
import { historyTexts } from './historyTexts.ts'
import { commitmentTexts } from './texts.ts'

/** More versions than these are not listed on one page; each milestone's page lists its own. */
const MOST = 100

type Version = { kind: 'update'; version: PublishedUpdate } | { kind: 'assessment'; version: PublishedAssessment }

/** Every published version of every report and assessment, the latest first; the words of assessments unfold here, those of reports on the milestone's page. */
export function VersionTable({ facts, language }: { facts: CommitmentFacts; language: Language }) {
  const t = historyTexts[language]
  const c = commitmentTexts[language]
  const versions: Version[] = [
    ...facts.updates.map((version) => ({ kind: 'update' as const, version })),
    ...facts.assessments.map((version) => ({ kind: 'assessment' as const, version })),
  ].sort((a, b) => b.version.recordSeq - a.version.recordSeq)
  if (!versions.length) return <p class="unknown">{t.noVersions}</p>
  return (
    <table class="ds-table stack">
      <thead>
        <tr>
          <th scope="col">{t.publishedOn}</th>
          <th scope="col">{t.who}</th>
          <th scope="col">{t.what}</th>
          <th scope="col">{t.version}</th>
        </tr>
      </thead>
      <tbody>
        {versions.slice(0, MOST).map(({ kind, version }) => {
          const day = referenceDayOf(facts.periods, version.periodId)
          return (
            <tr key={`${kind}${version.id}`}>
              <th scope="row">
                <DateTime date={version.publishedOn} language={language} />
              </th>
              <td>
                <Organisation
                  id={version.organisationId}
                  on={version.publishedOn}
                  organisations={facts.organisations}
                  language={language}
                />
                <MadeUp when={version.demonstration} language={language} />
              </td>
              <td>
                {kind === 'update' ? (
                  <UpdateLink facts={facts} update={version} language={language} />
                ) : version.voice === 'self' ? (
                  c.selfAssessment
                ) : (
                  c.partnersAssessment
                )}
                {day ? (
                  <>
                    , {c.stateOnDay} <DateTime date={day} language={language} />
                  </>
                ) : null}
                {kind === 'assessment' ? (
                  <details class="ds-details">
                    <summary>{t.read}</summary>
                    <Voice
                      assessment={version}
                      organisations={facts.organisations}
                      referenceDay={day}
                      commitmentEnd={facts.commitment.periodEnd}
                      milestones={facts.milestones}
                      language={language}
                    />
                  </details>
                ) : null}
              </td>
              <td>{t.versionNumber(version.number)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function UpdateLink({ facts, update, language }: { facts: CommitmentFacts; update: PublishedUpdate; language: Language }) {
  const milestone = facts.milestones.find((one) => one.id === update.milestoneId)
  if (!milestone) return null
  const href = address(language, 'updates', { plan: facts.plan.id, number: facts.commitment.number, milestone: milestone.number })
  return <a href={`${href}#ver-${update.id}`}>{commitmentTexts[language].milestoneNumbered(milestone.number)}</a>
}
