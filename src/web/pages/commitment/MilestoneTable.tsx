import { MilestoneStatus } from '../../../cycle/monitoring/index.ts'
import type { Milestone } from '../../../cycle/plan/index.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { Local } from '../../components/Local.tsx'
import { HowSure } from '../parts.tsx'
import { NotApproved } from '../planFacts.tsx'
import type { CommitmentFacts } from './facts.ts'
import { Actual, Planned } from './milestoneTime.tsx'
import { commitmentTexts } from './texts.ts'

/** A commitment's milestones: planned, actual and how each stands; on a page each leads to its own, on paper none does. */
export function MilestoneTable({
  facts,
  hrefOf,
  language,
}: {
  facts: CommitmentFacts
  hrefOf?: (milestone: Milestone) => string
  language: Language
}) {
  const t = commitmentTexts[language]
  return (
    <table class="ds-table stack milestones">
      <thead>
        <tr>
          <th scope="col">{t.milestone}</th>
          <th scope="col">{t.planned}</th>
          <th scope="col">{t.actual}</th>
          <th scope="col">{t.state}</th>
        </tr>
      </thead>
      <tbody>
        {facts.milestones.map((milestone) => {
          const standing = facts.standing.milestones.get(milestone.id)
          if (!standing) return null
          const title = (
            <>
              {milestone.number}. <Local content={milestone.title} language={language} quiet />
            </>
          )
          return (
            <tr key={milestone.id}>
              <th scope="row">
                {hrefOf ? <a href={hrefOf(milestone)}>{title}</a> : title}
                <HowSure certainty={milestone.certainty} language={language} />
              </th>
              <td data-l={t.planned}>
                <Planned milestone={milestone} facts={facts} language={language} />
              </td>
              <td data-l={t.actual}>
                <Actual standing={standing} language={language} />
              </td>
              <td>
                {facts.plan.approvedOn ? (
                  <MilestoneStatus standing={standing} plannedEnd={milestone.plannedEnd} language={language} />
                ) : (
                  <NotApproved language={language} />
                )}
                {standing.source ? (
                  <span class="meta block">
                    {t.fromSources}
                    <HowSure certainty={standing.source.certainty} language={language} />
                  </span>
                ) : null}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
