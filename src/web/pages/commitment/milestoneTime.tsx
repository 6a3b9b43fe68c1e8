import { daysLate, type MilestoneStanding, stateTexts } from '../../../cycle/monitoring/index.ts'
import { type Change, type Milestone, originalDates } from '../../../cycle/plan/index.ts'
import { dateRange, longDate, shortDate } from '../../../platform/languages/dates.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { Local } from '../../components/Local.tsx'
import type { CommitmentFacts } from './facts.ts'
import { commitmentTexts } from './texts.ts'

/** When a milestone is planned, with what the plan said before it was amended. */
export function Planned({ milestone, facts, language }: { milestone: Milestone; facts: CommitmentFacts; language: Language }) {
  const t = commitmentTexts[language]
  const { plannedStart, plannedEnd, plannedNote } = milestone
  const before = originalPlan(milestone, facts.changes)
  const { periodEnd } = facts.commitment
  return (
    <>
      {dateRange(language, plannedStart, plannedEnd) || <span class="unknown">{t.dateUnknown}</span>}
      {plannedNote ? (
        <>
          {' '}
          (<Local content={plannedNote} language={language} />)
        </>
      ) : null}
      {!plannedEnd && periodEnd ? (
        <>
          <br />
          <small class="remark">{t.commitmentEndApplies(longDate(language, periodEnd))}</small>
        </>
      ) : null}
      {before ? (
        <>
          <br />
          <small class="remark">
            {before.start || before.end ? t.originally(dateRange(language, before.start, before.end)) : t.originallyNone}
          </small>
        </>
      ) : null}
    </>
  )
}

/** The planned dates before any amendment, or null when they were never amended. */
export function originalPlan(milestone: Milestone, changes: readonly Change[]) {
  const original = originalDates(changes.filter((change) => change.milestoneId === milestone.id))
  if (!('plannedStart' in original) && !('plannedEnd' in original)) return null
  const { plannedStart = milestone.plannedStart, plannedEnd = milestone.plannedEnd } = original
  return { start: plannedStart, end: plannedEnd }
}

/** Does the work still go on, as far as was told? */
export const continuesNow = ({ state, update }: MilestoneStanding): boolean =>
  update !== null && update.actualStart !== null && update.actualEnd === null && state !== 'complete' && state !== 'withdrawn'

/** When the work on a milestone really began and ended, as its last report says. */
export function Actual({ standing, language }: { standing: MilestoneStanding; language: Language }) {
  const t = commitmentTexts[language]
  const { update } = standing
  if (update?.state === 'not-started') return <>{t.noneYet}</>
  if (!update || (!update.actualStart && !update.actualEnd)) return <span class="unknown">{t.dateUnknown}</span>
  if (continuesNow(standing) && update.actualStart) return <>{`${shortDate(language, update.actualStart)} – ${t.continues}`}</>
  return <>{dateRange(language, update.actualStart, update.actualEnd)}</>
}

/** A word beside a milestone's bar: how much later it ended, that it goes on, or that it is late. */
export function drawnRemark(milestone: Milestone, standing: MilestoneStanding, language: Language): string | null {
  const t = commitmentTexts[language]
  const days = standing.state === 'complete' ? daysLate(milestone.plannedEnd, standing.update?.actualEnd ?? null) : null
  if (days) return t.plusDays(stateTexts[language].days(days))
  if (standing.state === 'late') return t.isLate
  return continuesNow(standing) ? t.continues : null
}
