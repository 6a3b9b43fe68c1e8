import { type Day, firstDay, hasPassed, lastDay } from '../../platform/dates/partialDate.ts'
import type { Deadline, Plan, ReportingPeriod } from './queries.ts'

export type PlanStage = 'preparing' | 'running' | 'closing' | 'closed'

/**
 * Where a plan is in its life: being made, carried out, closing while its last report is due, or closed. A plan may
 * start before it is approved; until it is, it is still being made.
 */
export function planStage(plan: Plan, deadlines: readonly Deadline[], today: Day): PlanStage {
  if (today < firstDay(plan.periodStart)) return 'preparing'
  if (today <= lastDay(plan.periodEnd)) return plan.approvedOn ? 'running' : 'preparing'
  const open = deadlines.some((d) => d.planId === plan.id && d.due && !hasPassed(d.due, today))
  return open ? 'closing' : 'closed'
}

/**
 * Is nobody waited for any more: has a later period of the plan ended too, or, after the last one, has the time
 * for the plan's last report gone?
 */
export function isPeriodClosed(
  period: ReportingPeriod,
  { periods, deadlines }: { periods: readonly ReportingPeriod[]; deadlines: readonly Deadline[] },
  today: Day,
): boolean {
  const ended = (row: ReportingPeriod): boolean => row.referenceDay < today
  const later = periods.filter((row) => row.planId === period.planId && row.position > period.position)
  const lastReport = deadlines
    .flatMap(({ planId, duty, due }) => (planId === period.planId && duty === 'report' && due ? [lastDay(due)] : []))
    .sort()
    .at(-1)
  return later.some(ended) || (ended(period) && lastReport !== undefined && lastReport > period.referenceDay && lastReport < today)
}
