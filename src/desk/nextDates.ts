import { type Deadline, deadlineFor, type Phase, type Plan, type PlansAtWork } from '../cycle/plan/index.ts'
import { type Day, firstDay, lastDay, type PartialDate } from '../platform/dates/partialDate.ts'

/** A date that is to come: a deadline, or a step of a plan that begins or goes on. */
export type NextDate = { plan: Plan; on: Day } & (
  | { kind: 'deadline'; deadline: Deadline }
  | { kind: 'phase'; phase: Phase; start: PartialDate; end: PartialDate }
)

/**
 * The next dates of these plans, the nearest first. Who acts for one institution or organisation alone sees
 * its own working deadlines, extended where they were extended.
 */
export function nextDates({ plans, deadlines, phases }: PlansAtWork, mine: readonly string[], today: Day): NextDate[] {
  const [only] = mine.length === 1 ? mine : []
  return plans
    .flatMap((plan): NextDate[] => [
      ...deadlines
        .filter(({ planId }) => planId === plan.id)
        .flatMap((row): NextDate[] => {
          const deadline = only ? deadlineFor(row, only) : row
          return deadline.due && lastDay(deadline.due) >= today ? [{ kind: 'deadline', plan, on: lastDay(deadline.due), deadline }] : []
        }),
      ...phases.filter(({ planId }) => planId === plan.id).flatMap((phase): NextDate[] => comingPhase(plan, phase, today)),
    ])
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

/** A step that is planned and has not happened: by its first day, and once that has passed by its last. */
function comingPhase(plan: Plan, phase: Phase, today: Day): NextDate[] {
  if (phase.actualStart || phase.actualEnd) return []
  const start = phase.plannedStart ?? phase.plannedEnd
  const end = phase.plannedEnd ?? phase.plannedStart
  if (!start || !end || lastDay(end) < today) return []
  return [{ kind: 'phase', plan, phase, start, end, on: firstDay(start) >= today ? firstDay(start) : lastDay(end) }]
}
