import { actsForAny, type NamedOrganisation } from '../../../people/index.ts'
import { dayInRiga } from '../../../platform/clock.ts'
import { clockTime, shortDate } from '../../../platform/languages/dates.ts'
import { inLanguage } from '../../../platform/languages/languages.ts'
import { Dotted } from '../../../web/components/Dotted.tsx'
import { MadeUp } from '../../../web/components/MadeUp.tsx'
import { Name } from '../../../web/components/Name.tsx'
import { Status } from '../../../web/components/Status.tsx'
import { around, named } from '../../../web/named.ts'
import type { AnyVisit } from '../../../web/visit.ts'
import { type ContributionTask, deadlinesOfTask, type TaskPeriod } from '../contributionTasks.ts'
import { formOf, publicPageOf } from '../tasks.ts'
import { timelinessOf } from '../timeliness.ts'
import { TimelinessStatus } from '../timelinessWords.tsx'
import { handedInTexts } from './handedInTexts.ts'

type Props = {
  visit: AnyVisit
  organisations: ReadonlyMap<string, NamedOrganisation>
  of: TaskPeriod
  tasks: readonly ContributionTask[]
  kind: 'due' | 'draft' | 'published'
}

/** Tasks as a list: what, in which commitment and for whom, and how it stands. */
export function TaskList({ visit, organisations, of, tasks, kind }: Props) {
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
              <Meta task={task} organisations={organisations} of={of} visit={visit} kind={kind} />
            </span>
          </div>
          <TaskStatus task={task} of={of} visit={visit} kind={kind} />
        </li>
      ))}
    </ul>
  )
}

type RowProps = Pick<Props, 'of' | 'visit' | 'kind'> & { task: ContributionTask }

function Title({ task, of, visit, kind }: RowProps) {
  const { language } = visit
  const t = handedInTexts[language]
  const shown = inLanguage(task.milestone?.title ?? task.commitment.title, language)
  const text = shown?.text ?? t.numbered(task.commitment.number)
  return (
    <a
      href={kind === 'published' ? publicPageOf(task, of, language) : formOf(task, of, language)}
      {...(shown?.missing && task.milestone ? { lang: shown.language } : {})}
    >
      {task.voice === 'update' ? text : task.voice === 'self' ? t.self(text) : t.partner(text)}
    </a>
  )
}

function Meta({ task, organisations, of, visit, kind }: RowProps & Pick<Props, 'organisations'>) {
  const { language, today, actor } = visit
  const t = handedInTexts[language]
  const where = task.milestone
    ? around(named(task.commitment.title, language), (title) => `${t.numbered(task.commitment.number)}: ${title}`)
    : null
  // Who acts for one organisation alone knows for which.
  const who = actsForAny(actor).length > 1 ? named(organisations.get(task.organisationId)?.nameOn(today), language) : null
  const published =
    kind === 'published' && task.lastOn
      ? [t.publishedOn(shortDate(language, task.lastOn)), ...(task.versions > 1 ? [t.version(task.versions)] : [])]
      : []
  return (
    <>
      <Dotted facts={[where, who, ...published]} />
      {kind === 'published' ? (
        <>
          {' '}
          <MadeUp when={task.demonstration} language={language} /> ·{' '}
          <a href={formOf(task, of, language)}>
            {t.correct}
            <span class="sr">
              {' '}
              <Name of={named(task.milestone?.title ?? task.commitment.title, language)} />
            </span>
          </a>
        </>
      ) : null}
    </>
  )
}

function TaskStatus({ task, of, visit, kind }: RowProps) {
  const { language, today, house } = visit
  const t = handedInTexts[language]
  const deadlines = deadlinesOfTask(of, task)
  if (kind === 'published')
    return (
      <TimelinessStatus
        timeliness={timelinessOf(task.firstOn, deadlines, !of.current, today)}
        on={task.firstOn}
        deadlines={deadlines}
        today={today}
        language={language}
      />
    )
  if (!task.draftSavedAt) return <Status icon="wait" colour="" word={t.awaiting} />
  // Drafts are saved in real time, of which a demonstration tells the hour alone.
  const when = house.demonstration ? clockTime(language, task.draftSavedAt) : shortDate(language, dayInRiga(task.draftSavedAt))
  return <Status icon="half" colour="go" word={task.versions ? t.draftOfCorrection : t.draft} extra={t.saved(when)} />
}
