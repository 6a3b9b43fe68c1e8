import { shortDate } from '../../platform/languages/dates.ts'
import { address } from '../../web/addresses.ts'
import { Dotted } from '../../web/components/Dotted.tsx'
import { Name } from '../../web/components/Name.tsx'
import { Status } from '../../web/components/Status.tsx'
import { bare, langOf, type Named, named } from '../../web/named.ts'
import type { AnyVisit } from '../../web/visit.ts'
import type { Desk, DeskTask } from '../desk.ts'
import { deskTexts } from './texts.ts'
import { DueStatus, kindNames } from './words.tsx'

type Props = {
  visit: AnyVisit
  desk: Desk
  tasks: readonly DeskTask[]
  /** Can they be marked, to be handed over? */
  pick: boolean
}

/** Tasks as lists, one for each pair of dates by which some are due: how late that is, and below it what is to be done. */
export function TaskRows({ visit, desk, tasks, pick }: Props) {
  return (
    <>
      {runsOf(tasks).map(({ key, run, first }) => (
        <div key={key} class="due-run">
          <h3>
            <DueStatus task={first} today={visit.today} language={visit.language} />
          </h3>
          <ul class="index tasks-list">
            {run.map((task) => (
              <li key={task.id}>
                <Place visit={visit} task={task} pick={pick && task.doer.organisationId !== null} />
                <div>
                  <Title visit={visit} desk={desk} task={task} />
                  <span class="meta">
                    <About visit={visit} desk={desk} task={task} />
                  </span>
                </div>
                {task.begunAt ? <Status icon="half" colour="go" word={deskTexts[visit.language].draft} /> : null}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  )
}

/** Tasks that follow each other and are due at the same time. */
function runsOf(tasks: readonly DeskTask[]): { key: string; first: DeskTask; run: DeskTask[] }[] {
  const runs: { key: string; first: DeskTask; run: DeskTask[] }[] = []
  for (const task of tasks) {
    const key = [task.legal, task.working, task.workingAtFirst].join()
    const last = runs.at(-1)
    if (last?.key === key) last.run.push(task)
    else runs.push({ key, first: task, run: [task] })
  }
  return runs
}

function Place({ visit, task, pick }: { visit: AnyVisit; task: DeskTask; pick: boolean }) {
  const { language } = visit
  if (!pick) return <span class="no">{task.place}</span>
  return (
    <label class="no pick">
      <input type="checkbox" name="task" value={task.id} />
      <span aria-hidden="true">{task.place}</span>
      <span class="sr">
        {deskTexts[language].pick} <Name of={named(task.title, language)} />
      </span>
    </label>
  )
}

type RowProps = { visit: AnyVisit; desk: Desk; task: DeskTask }

/** Whose task it is; null for one of the house. */
function whoOf({ visit, desk, task }: RowProps): Named | null {
  const { organisationId } = task.doer
  return organisationId && named(desk.at.organisations.get(organisationId)?.nameOn(visit.today), visit.language, organisationId)
}

/** One's own leads to where it is done. Another's is called by whose it is and leads to where everyone reads of it. */
function Title(props: RowProps) {
  const { visit, task } = props
  const { language } = visit
  const who = whoOf(props)
  if (task.group === 'others' && who) {
    const href = task.publicHref?.(language)
    return href ? (
      <a href={href} {...langOf(who)}>
        {bare(who)}
      </a>
    ) : (
      <b {...langOf(who)}>{bare(who)}</b>
    )
  }
  const title = named(task.title, language, kindNames[language][task.kind])
  return (
    <a href={task.href(language)} {...langOf(title)}>
      {bare(title)}
    </a>
  )
}

function About(props: RowProps) {
  const { visit, desk, task } = props
  const { language } = visit
  const t = deskTexts[language]
  const { holder } = task
  const isOthers = task.group === 'others' && task.doer.organisationId !== null
  const around = isOthers ? task.title : task.within
  return (
    <>
      <Dotted
        facts={[
          kindNames[language][task.kind],
          around && named(around, language),
          // Who acts for one alone knows for which.
          !isOthers && desk.mine.length > 1 ? whoOf(props) : null,
          task.remark ? task.remark(language) : null,
          holder ? t.heldBy(holder.name, shortDate(language, holder.on)) : null,
        ]}
      />
      {holder ? (
        <>
          {' · '}
          <a href={`${address(language, 'delegate')}?${new URLSearchParams({ task: task.id })}`}>
            {t.changeHolder}
            <span class="sr">
              {' '}
              <Name of={named(task.title, language)} />
            </span>
          </a>
        </>
      ) : null}
    </>
  )
}
