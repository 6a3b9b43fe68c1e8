import { shortDate } from '../../platform/languages/dates.ts'
import { inLanguage, plainText } from '../../platform/languages/languages.ts'
import { address } from '../../web/addresses.ts'
import { Status } from '../../web/components/Status.tsx'
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
  const what = `${task.place} ${plainText(task.title, language)}`.trim()
  return (
    <label class="no pick">
      <input type="checkbox" name="task" value={task.id} />
      <span aria-hidden="true">{task.place}</span>
      <span class="sr">{deskTexts[language].pick(what)}</span>
    </label>
  )
}

type RowProps = { visit: AnyVisit; desk: Desk; task: DeskTask }

const nameOf = ({ visit, desk, task }: RowProps): string | null => {
  const { organisationId } = task.doer
  if (organisationId === null) return null
  return plainText(desk.at.organisations.get(organisationId)?.nameOn(visit.today), visit.language) || organisationId
}

/** One's own leads to where it is done. Another's is called by whose it is and leads to where everyone reads of it. */
function Title(props: RowProps) {
  const { visit, task } = props
  const { language } = visit
  const who = nameOf(props)
  if (task.group === 'others' && who) {
    const href = task.publicHref?.(language)
    return href ? <a href={href}>{who}</a> : <b>{who}</b>
  }
  const shown = inLanguage(task.title, language)
  return (
    <a href={task.href(language)} {...(shown?.missing ? { lang: shown.language } : {})}>
      {shown?.text ?? kindNames[language][task.kind]}
    </a>
  )
}

function About(props: RowProps) {
  const { visit, desk, task } = props
  const { language } = visit
  const t = deskTexts[language]
  const isOthers = task.group === 'others' && task.doer.organisationId !== null
  const around = isOthers ? task.title : task.within
  // Who acts for one alone knows for which.
  const who = !isOthers && desk.mine.length > 1 ? nameOf(props) : null
  const parts = [
    kindNames[language][task.kind],
    ...(around ? [plainText(around, language)] : []),
    ...(who ? [who] : []),
    ...(task.remark ? [task.remark(language)] : []),
    ...(task.holder ? [t.heldBy(task.holder.name, shortDate(language, task.holder.on))] : []),
  ]
  return (
    <>
      {parts.join(' · ')}
      {task.holder ? (
        <>
          {' · '}
          <a href={`${address(language, 'delegate')}?${new URLSearchParams({ task: task.id })}`}>
            {t.changeHolder}
            <span class="sr"> {plainText(task.title, language)}</span>
          </a>
        </>
      ) : null}
    </>
  )
}
