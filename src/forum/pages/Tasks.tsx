import type { Day } from '../../platform/dates/partialDate.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { address } from '../../web/addresses.ts'
import { DateTime } from '../../web/components/DateTime.tsx'
import { Local } from '../../web/components/Local.tsx'
import { Status } from '../../web/components/Status.tsx'
import type { AnyVisit } from '../../web/visit.ts'
import type { Task } from '../meetings/queries.ts'
import { forumPolicy } from '../policy.ts'
import { forumTexts } from './forumTexts.ts'

function TaskStatus({ task, today, language }: { task: Task; today: Day; language: Language }) {
  const t = forumTexts[language]
  if (task.state === 'done') return <Status icon="done" colour="good" word={t.taskDone} />
  if (task.state === 'dropped') return <Status icon="stop" colour="" word={t.dropped} />
  if (task.dueOn < today) return <Status icon="late" colour="bad" word={t.late} />
  return task.state === 'in-progress' ? (
    <Status icon="half" colour="go" word={t.inProgress} />
  ) : (
    <Status icon="none" colour="" word={t.notStarted} />
  )
}

/** Who does what by when after a decision, and how far it has come. */
export function Tasks({ tasks, visit, forumId, decision }: { tasks: readonly Task[]; visit: AnyVisit; forumId: string; decision: number }) {
  const { language, today, actor } = visit
  const t = forumTexts[language]
  if (!tasks.length) return <p>{t.noTasks}</p>
  const follows = forumPolicy.followTasks(actor, undefined)
  return (
    <table class="ds-table stack">
      <caption class="sr">{t.next}</caption>
      <thead>
        <tr>
          <th scope="col">{t.taskWhat}</th>
          <th scope="col">{t.taskWho}</th>
          <th scope="col">{t.taskUntil}</th>
          <th scope="col">{t.state}</th>
        </tr>
      </thead>
      <tbody>
        {tasks.map((task) => (
          <tr key={task.id}>
            <th scope="row">
              {follows ? (
                <a href={address(language, 'forumTask', { forum: forumId, decision, task: task.id })}>
                  <Local content={task.title} language={language} />
                </a>
              ) : (
                <Local content={task.title} language={language} />
              )}
            </th>
            <td data-label={t.taskWho}>
              <Local content={task.doer} language={language} />
            </td>
            <td data-label={t.taskUntil}>
              <DateTime date={task.dueOn} language={language} />
            </td>
            <td data-label={t.state}>
              <TaskStatus task={task} today={today} language={language} />
              {task.note ? (
                <small class="meta">
                  {' '}
                  <Local content={task.note} language={language} />
                </small>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
