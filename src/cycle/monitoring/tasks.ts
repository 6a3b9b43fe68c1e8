import { isInstitution } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { lastDay } from '../../platform/dates/partialDate.ts'
import type { Language } from '../../platform/languages/languages.ts'
import type { Task, TasksAsked } from '../../platform/task.ts'
import { address } from '../../web/addresses.ts'
import { firstDue, type PlansAtWork } from '../plan/index.ts'
import { type ContributionTask, contributionTasks, deadlinesOfTask, type TaskPeriod } from './contributionTasks.ts'
import { lastDayOf } from './timeliness.ts'

const kinds = { update: 'update', self: 'self-assessment', partner: 'partner-assessment' } as const

/** Where a contribution is written. */
export function formOf(
  { commitment, milestone, organisationId }: ContributionTask,
  { plan, period }: TaskPeriod,
  language: Language,
): string {
  const at = { plan: plan.id, number: commitment.number, organisation: organisationId, period: period.position }
  return milestone ? address(language, 'updateForm', { ...at, milestone: milestone.number }) : address(language, 'assessmentForm', at)
}

/** Where everyone reads what was published of it. */
export function publicPageOf({ commitment, milestone }: ContributionTask, { plan }: TaskPeriod, language: Language): string {
  const at = { plan: plan.id, number: commitment.number }
  return milestone
    ? address(language, 'updates', { ...at, milestone: milestone.number })
    : `${address(language, 'commitment', at)}#vertejumi`
}

/** The reports and assessments that are still due for the periods from which anything is awaited. Three queries. */
export async function contributionsDue(db: Database, plans: PlansAtWork, { organisations, today }: TasksAsked): Promise<Task[]> {
  const found = await contributionTasks(db, plans, { organisations, periods: 'current' }, today)
  return found.flatMap((of) =>
    of.tasks
      .filter((task) => task.versions === 0)
      .map((task): Task => {
        const { commitment, milestone, organisationId, voice } = task
        const sector = plans.organisations.get(organisationId)?.sector
        const { legal, working } = deadlinesOfTask(of, task)
        const first = working && firstDue(working)
        const about = milestone ? `update.${milestone.id}` : `assessment.${commitment.id}`
        return {
          id: `${about}.${of.period.id}.${organisationId}`,
          kind: kinds[voice],
          planId: of.plan.id,
          place: milestone ? `${commitment.number}.${milestone.number}` : String(commitment.number),
          title: milestone?.title ?? commitment.title,
          within: milestone ? commitment.title : null,
          doer: { role: sector && isInstitution(sector) ? 'officer' : 'representative', organisationId },
          legal: lastDayOf(legal),
          working: lastDayOf(working),
          workingAtFirst: first && lastDay(first),
          begunAt: task.draftSavedAt,
          remark: null,
          href: (language) => formOf(task, of, language),
          publicHref: (language) => publicPageOf(task, of, language),
        }
      }),
  )
}
