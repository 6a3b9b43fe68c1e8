import { dayInRiga } from '../../../platform/clock.ts'
import { clockTime, shortDate } from '../../../platform/languages/dates.ts'
import { inLanguage, plainText } from '../../../platform/languages/languages.ts'
import { address } from '../../../web/addresses.ts'
import { MadeUp } from '../../../web/components/MadeUp.tsx'
import { Status } from '../../../web/components/Status.tsx'
import type { AnyVisit } from '../../../web/visit.ts'
import type { Desk, Task, TaskPeriod } from '../desk.ts'
import { timelinessOf } from '../timeliness.ts'
import { TimelinessStatus } from '../timelinessWords.tsx'
import { deskTexts } from './deskTexts.ts'

type Props = { visit: AnyVisit; desk: Desk; of: TaskPeriod; tasks: readonly Task[]; kind: 'due' | 'draft' | 'published' }

/** Where a task is done. */
function formOf(task: Task, { plan, period }: TaskPeriod, { language }: AnyVisit): string {
  const at = { plan: plan.id, number: task.commitment.number, organisation: task.organisationId, period: period.position }
  return task.milestone
    ? address(language, 'updateForm', { ...at, milestone: task.milestone.number })
    : address(language, 'assessmentForm', at)
}

/** Where everyone reads what was published. */
function publicPageOf(task: Task, { plan }: TaskPeriod, { language }: AnyVisit): string {
  const at = { plan: plan.id, number: task.commitment.number }
  return task.milestone
    ? address(language, 'updates', { ...at, milestone: task.milestone.number })
    : `${address(language, 'commitment', at)}#vertejumi`
}

/** Tasks as a list: what, in which commitment and for whom, and how it stands. */
export function TaskList({ visit, desk, of, tasks, kind }: Props) {
  return (
    <ul class="index tasks-list">
      {tasks.map((task) => (
        <li key={`${task.organisationId}-${task.commitment.id}-${task.milestone?.id ?? 'whole'}`}>
          <span class="no">
            {task.commitment.number}
            {task.milestone ? `.${task.milestone.number}` : ''}
          </span>
          <div>
            <Title task={task} of={of} visit={visit} kind={kind} />
            <span class="meta">
              <Meta task={task} desk={desk} of={of} visit={visit} kind={kind} />
            </span>
          </div>
          <TaskStatus task={task} of={of} visit={visit} kind={kind} />
        </li>
      ))}
    </ul>
  )
}

type RowProps = { task: Task; of: TaskPeriod; visit: AnyVisit; kind: Props['kind'] }

function Title({ task, of, visit, kind }: RowProps) {
  const { language } = visit
  const t = deskTexts[language]
  const shown = inLanguage(task.milestone?.title ?? task.commitment.title, language)
  const text = shown?.text ?? t.numbered(task.commitment.number)
  return (
    <a
      href={kind === 'published' ? publicPageOf(task, of, visit) : formOf(task, of, visit)}
      {...(shown?.missing && task.milestone ? { lang: shown.language } : {})}
    >
      {task.voice === 'update' ? text : task.voice === 'self' ? t.self(text) : t.partner(text)}
    </a>
  )
}

function Meta({ task, desk, of, visit, kind }: RowProps & { desk: Desk }) {
  const { language, today } = visit
  const t = deskTexts[language]
  const where = task.milestone ? `${t.numbered(task.commitment.number)}: ${plainText(task.commitment.title, language)}` : null
  // Who acts for one organisation alone knows for which.
  const who = desk.organisations.size > 1 ? plainText(desk.organisations.get(task.organisationId)?.nameOn(today), language) : null
  const published =
    kind === 'published' && task.lastOn
      ? [t.publishedOn(shortDate(language, task.lastOn)), ...(task.versions > 1 ? [t.version(task.versions)] : [])]
      : []
  return (
    <>
      {[where, who, ...published].filter((part) => part !== null).join(' · ')}
      {kind === 'published' ? (
        <>
          {' '}
          <MadeUp when={task.demonstration} language={language} /> ·{' '}
          <a href={formOf(task, of, visit)}>
            {t.correct}
            <span class="sr"> {plainText(task.milestone?.title ?? task.commitment.title, language)}</span>
          </a>
        </>
      ) : null}
    </>
  )
}

function TaskStatus({ task, of, visit, kind }: RowProps) {
  const { language, today, house } = visit
  const t = deskTexts[language]
  if (kind === 'published')
    return (
      <TimelinessStatus
        timeliness={timelinessOf(task.firstOn, of.deadlines, !of.current, today)}
        on={task.firstOn}
        deadlines={of.deadlines}
        today={today}
        language={language}
      />
    )
  if (!task.draftSavedAt) return <Status icon="wait" colour="" word={t.awaiting} />
  // Drafts are saved in real time, of which a demonstration tells the hour alone.
  const when = house.demonstration ? clockTime(language, task.draftSavedAt) : shortDate(language, dayInRiga(task.draftSavedAt))
  return <Status icon="half" colour="go" word={task.versions ? t.draftOfCorrection : t.draft} extra={t.saved(when)} />
}
