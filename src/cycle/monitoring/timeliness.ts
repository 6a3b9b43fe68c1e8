import { type Day, lastDay } from '../../platform/dates/partialDate.ts'
import { type Deadline, deadlineFor, type ReportingPeriod } from '../plan/index.ts'

/**
 * How a contribution stands to its deadlines. Handed in: on time by the legal deadline, later but within
 * the working one, later than both, or without a deadline to judge by. Not yet: awaited while a
 * deadline is ahead, overdue once all have passed; once nobody is waited for any more, incomplete where part of it came, else missing.
 */
export type Timeliness = 'on-time' | 'within-working' | 'late' | 'unjudged' | 'awaiting' | 'overdue' | 'incomplete' | 'missing'

/** Until when the contributions to a period are due, by law and by the working plan; null = there is no such date. */
export type PeriodDeadlines = { legal: Deadline | null; working: Deadline | null }

/** The deadlines for the contributions to a period, as they hold for everyone. */
export function deadlinesFor(period: ReportingPeriod, deadlines: readonly Deadline[]): PeriodDeadlines {
  const dated = deadlines.filter((row) => row.duty === 'contribution' && row.periodId === period.id && row.due !== null)
  const of = (kind: Deadline['kind']) => dated.find((row) => row.kind === kind) ?? null
  return { legal: of('legal'), working: of('working') }
}

/** The same as they hold for one who takes part: the working one may be extended. */
export const deadlinesOfOne = ({ legal, working }: PeriodDeadlines, organisationId: string): PeriodDeadlines => ({
  legal,
  working: working && deadlineFor(working, organisationId),
})

/** The last day of a deadline; null when there is none. */
export const lastDayOf = (deadline: Deadline | null): Day | null => (deadline?.due ? lastDay(deadline.due) : null)

/** How something handed in on that day (null = not yet) stands to its deadlines. `closed`: is nobody waited for any more? */
export function timelinessOf(on: Day | null, deadlines: PeriodDeadlines, closed: boolean, today: Day): Timeliness {
  const legal = lastDayOf(deadlines.legal)
  const working = lastDayOf(deadlines.working)
  if (on === null) {
    if (closed) return 'missing'
    const passed = (end: Day | null): boolean => end === null || end < today
    return (legal ?? working) !== null && passed(legal) && passed(working) ? 'overdue' : 'awaiting'
  }
  if (legal && on <= legal) return 'on-time'
  if (working && on <= working) return legal ? 'within-working' : 'on-time'
  return legal || working ? 'late' : 'unjudged'
}
