import { newestAssessments, newestHandedIn, remindable } from '../../cycle/monitoring/index.ts'
import { isExtendable, requestsAbout } from '../../cycle/plan/index.ts'
import { allow, holds, isInstitution, peopleActingFor, stillToDo } from '../../people/index.ts'
import { pageInQuery } from '../../platform/http/numberInAddress.ts'
import { shortDate } from '../../platform/languages/dates.ts'
import { plainText } from '../../platform/languages/languages.ts'
import { notFound } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { Pages } from '../../web/components/Pages.tsx'
import { page, seeOther } from '../../web/render.tsx'
import type { AnyVisit, Handler } from '../../web/visit.ts'
import { type Desk, type DeskTask, type Group, groups, readDesk } from '../desk.ts'
import { choicesAmong, type Filter, matching, readFilter, readGroup } from '../filter.ts'
import { nextDates } from '../nextDates.ts'
import { deskPolicy } from '../policy.ts'
import { HandedInList, NextDates, PartnersSaid } from './Around.tsx'
import { MyDeadlines } from './MyDeadlines.tsx'
import { TaskFilter } from './TaskFilter.tsx'
import { TaskRows } from './TaskRows.tsx'
import { deskTexts } from './texts.ts'
import { WhoIsLate } from './WhoIsLate.tsx'

/** So many tasks of a group stand on the first page, and on one page of the group's own list. */
const IN_SHORT: Record<Group, number> = { mine: 25, ours: 10, others: 10 }
const PAGE = 50
/** How much of what lies around stands beside the tasks. */
const AROUND = 5

/** What is due from whoever is signed in and from others: by whom, until when, how late; and what comes next. */
export const showDesk: Handler<'desk'> = async (visit) => {
  allow(deskPolicy.seeDesk, visit.actor, undefined)
  const first = stillToDo(visit.session, visit.language, address(visit.language, 'desk'))
  if (first) return seeOther(first)
  const { house, actor, today, query } = visit
  const desk = await readDesk(house, actor)
  const isSecretariat = holds(actor, 'secretariat')
  if (!isSecretariat && !desk.mine.length && !desk.tasks.length && !holds(actor, 'administrator')) return nobody(visit)
  const group = readGroup(query)
  const choices = choicesAmong(desk.tasks, today)
  const { filter, ignored } = readFilter(query, choices)
  const tasks = matching(desk.tasks, filter, today)
  const awaited = isSecretariat && !group ? await remindable(house.db, desk.at, today) : []
  const about = desk.at.commitments.filter(
    ({ parties }) => isSecretariat || parties.some(({ organisationId }) => desk.mine.includes(organisationId)),
  )
  const said = group
    ? []
    : await newestAssessments(
        house.db,
        about.map(({ commitment }) => commitment.id),
        today,
        AROUND,
        { voice: 'partner' },
      )
  const requests = group
    ? []
    : await requestsAbout(
        house.db,
        desk.at.deadlines.filter(isExtendable).map(({ id }) => id),
        today,
        desk.mine,
      )
  const handedIn = group ? [] : await newestHandedIn(house.db, desk.mine, today, AROUND)
  const colleagues = await peopleActingFor(house.db, desk.mine, ['officer', 'representative'])
  const mayHandOver = new Set(colleagues.map(({ personId }) => personId)).size > 1 || (isSecretariat && filter.institution !== undefined)
  const t = deskTexts[visit.language]
  const words = { visit, desk, filter, mayHandOver }
  return page(visit, {
    title: t.title,
    section: 'desk',
    search: query.size ? `?${query}` : '',
    children: (
      <>
        <div class="head tight">
          <p class="eyebrow">{t.title}</p>
          <h1>{group ? t[group] : headline(visit, desk, awaited.length)}</h1>
          {group ? null : <p class="lead">{isSecretariat ? t.ownTasks(count(desk.tasks, 'mine')) : yours(visit, desk)}</p>}
          <Done visit={visit} />
        </div>
        {group ? null : <MyDeadlines visit={visit} desk={desk} requests={requests} />}
        {desk.tasks.length ? (
          <>
            <Groups visit={visit} tasks={tasks} filter={filter} group={group} />
            <TaskFilter visit={visit} desk={desk} choices={choices} filter={filter} group={group} />
            {ignored ? <p class="note">{t.ignored}</p> : null}
          </>
        ) : null}
        {group ? (
          <WholeGroup {...words} group={group} tasks={tasks.filter((task) => task.group === group)} />
        ) : (
          <>
            <InShort {...words} group="mine" tasks={tasks.filter((task) => task.group === 'mine')} />
            <InShort {...words} group="ours" tasks={tasks.filter((task) => task.group === 'ours')} />
            <WhoIsLate visit={visit} awaited={awaited} />
            <InShort {...words} group="others" tasks={tasks.filter((task) => task.group === 'others')} />
            <PartnersSaid visit={visit} desk={desk} said={said} everyone={isSecretariat} />
            {desk.mine.length ? <HandedInList visit={visit} desk={desk} handedIn={handedIn} /> : null}
            <NextDates visit={visit} dates={nextDates(desk.at, desk.mine, today)} />
          </>
        )}
      </>
    ),
  })
}

const count = (tasks: readonly DeskTask[], group: Group): number => tasks.filter((task) => task.group === group).length

/** For someone who acts for nobody. */
function nobody(visit: AnyVisit): Response {
  const { language, frame } = visit
  const t = deskTexts[language]
  const plan = frame.plans.find((one) => one.current) ?? frame.plans[0]
  return page(visit, {
    title: t.title,
    section: 'desk',
    children: (
      <>
        <div class="head">
          <p class="eyebrow">{t.title}</p>
          <h1>{t.nobody}</h1>
          <p class="lead">{t.nobodyLead}</p>
          <p class="note">{t.nobodyAsk}</p>
        </div>
        {plan ? (
          <p>
            <a href={address(language, 'commitments', { plan: plan.id })}>{t.seePlan}</a>
          </p>
        ) : null}
      </>
    ),
  })
}

/** How much is due, as a sentence: from oneself, and for the secretariat from others. */
function headline({ language, actor }: AnyVisit, desk: Desk, awaited: number): string {
  const t = deskTexts[language]
  if (holds(actor, 'secretariat') && !desk.mine.length) return awaited ? t.awaited(awaited) : t.allCame
  const mine = desk.tasks.filter(({ group }) => group === 'mine')
  const updates = mine.filter(({ kind }) => kind === 'update').length
  const wholes = mine.filter(({ kind }) => kind === 'self-assessment' || kind === 'partner-assessment').length
  if (updates && wholes) return t.bothDue(updates, wholes)
  if (updates) return t.reportDue(updates)
  if (wholes) return t.assessmentDue(wholes)
  if (mine.length) return t.tasksDue(mine.length)
  return t.nothingDue
}

/** For whom one acts, as a sentence. */
function yours({ language, today }: AnyVisit, { at, mine }: Desk): string {
  const t = deskTexts[language]
  const names = mine.map((id) => plainText(at.organisations.get(id)?.nameOn(today), language) || id).join(', ')
  if (!mine.length) return ''
  if (mine.length > 1) return t.yourInstitutionsAndOrganisations(names)
  const sector = at.organisations.get(mine[0] ?? '')?.sector
  return sector && !isInstitution(sector) ? t.yourOrganisation(names) : t.yourInstitution(names)
}

/** What was done a moment ago: the address says which. */
function Done({ visit }: { visit: AnyVisit }) {
  const t = deskTexts[visit.language]
  const done = (['asked', 'answered', 'delegated', 'takenBack'] as const).find((word) => word === visit.query.get('done'))
  return done ? (
    <p class="told" role="status">
      {t[done]}
    </p>
  ) : null
}

const hrefOf = (visit: AnyVisit, filter: Filter, group: Group | null, number = 1): string => {
  const query = new URLSearchParams({ ...filter, ...(group ? { whose: group } : {}), ...(number > 1 ? { page: String(number) } : {}) })
  return `${address(visit.language, 'desk')}${query.size ? `?${query}` : ''}`
}

/** Everything, or one group alone, each with how many there are by the present choice. */
function Groups({ visit, tasks, filter, group }: { visit: AnyVisit; tasks: readonly DeskTask[]; filter: Filter; group: Group | null }) {
  const t = deskTexts[visit.language]
  return (
    <nav class="groups" aria-label={t.groupsLabel}>
      <ul>
        {[null, ...groups].map((one) => (
          <li key={one ?? 'all'}>
            <a href={hrefOf(visit, filter, one)} {...(one === group ? { 'aria-current': 'page' as const } : {})}>
              {t.counted(t[one ?? 'all'], one ? count(tasks, one) : tasks.length)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

type GroupProps = {
  visit: AnyVisit
  desk: Desk
  filter: Filter
  mayHandOver: boolean
  group: Group
  tasks: readonly DeskTask[]
}

/** A group in short: the latest, and the way to all. What colleagues and others do is left out where there is nothing. */
function InShort(props: GroupProps) {
  const { visit, desk, filter, group, tasks } = props
  const t = deskTexts[visit.language]
  const isChosen = Object.keys(filter).length > 0
  if (!tasks.length && group !== 'mine') return null
  // The secretariat's own work is told in a sentence.
  if (!tasks.length && !desk.mine.length && !isChosen) return null
  return (
    <section class="sec" aria-labelledby={group}>
      <h2 id={group}>{t[group]}</h2>
      <div>
        {group === 'others' && desk.mine.length ? <p class="note">{t.othersLead}</p> : null}
        {tasks.length ? (
          <Rows {...props} tasks={tasks.slice(0, IN_SHORT[group])} />
        ) : (
          <p>{isChosen ? t.noneFound : <NothingMine visit={visit} desk={desk} />}</p>
        )}
        {tasks.length > IN_SHORT[group] ? (
          <p class="gap">
            <a href={hrefOf(visit, filter, group)}>{t.showAll(tasks.length)}</a>
          </p>
        ) : null}
      </div>
    </section>
  )
}

/** Says that nothing is due, and what comes next and when. */
function NothingMine({ visit, desk }: { visit: AnyVisit; desk: Desk }) {
  const { language, today } = visit
  const t = deskTexts[language]
  const [next] = nextDates(desk.at, desk.mine, today)
  const title = next && (next.kind === 'deadline' ? next.deadline.title : next.phase.title)
  return (
    <>
      {t.noneMine} {next ? t.next(plainText(title, language), shortDate(language, next.on)) : t.nothingNext}
    </>
  )
}

/** One group with all its tasks, page by page. */
function WholeGroup(props: GroupProps) {
  const { visit, filter, group, tasks } = props
  const t = deskTexts[visit.language]
  const number = pageInQuery(visit.query)
  const pages = Math.max(1, Math.ceil(tasks.length / PAGE))
  if (number > pages) throw notFound()
  const none = { mine: t.noneMine, ours: t.noneOurs, others: t.noneOthers }
  return (
    <section class="sec" aria-labelledby={group}>
      <h2 id={group}>{t[group]}</h2>
      <div>
        {tasks.length ? (
          <Rows {...props} tasks={tasks.slice((number - 1) * PAGE, number * PAGE)} />
        ) : (
          <p>{Object.keys(filter).length ? t.noneFound : none[group]}</p>
        )}
        <Pages language={visit.language} number={number} pages={pages} href={(to) => hrefOf(visit, filter, group, to)} />
      </div>
    </section>
  )
}

/** The rows, inside the form that hands over where somebody can be handed to. */
function Rows({ visit, desk, group, mayHandOver, tasks }: GroupProps) {
  const { language, actor } = visit
  const t = deskTexts[language]
  const isTheirs = group !== 'others' || holds(actor, 'secretariat')
  const pick = mayHandOver && isTheirs && tasks.some(({ doer }) => doer.organisationId !== null)
  const rows = <TaskRows visit={visit} desk={desk} tasks={tasks} pick={pick} />
  if (!pick) return rows
  return (
    <form method="get" action={address(language, 'delegate')}>
      {rows}
      <div class="acts">
        <button type="submit" class="ds-button" data-variant="secondary">
          {t.handOver}
        </button>
        <span class="note">{t.handOverHint}</span>
      </div>
    </form>
  )
}
