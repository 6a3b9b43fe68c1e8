import type { NamedOrganisation } from '../../../people/index.ts'
import { actsForAny, allow, everyoneSignedIn } from '../../../people/index.ts'
import { pageInQuery } from '../../../platform/http/numberInAddress.ts'
import { dateRange, shortDate } from '../../../platform/languages/dates.ts'
import { plainText } from '../../../platform/languages/languages.ts'
import { notFound } from '../../../platform/refusal.ts'
import { address } from '../../../web/addresses.ts'
import { Pages } from '../../../web/components/Pages.tsx'
import { page } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { listPlans, type Plan, planWithAll, type ReportingPeriod, reportablePeriodsIn } from '../../plan/index.ts'
import { type ContributionTask, contributionTasks, deadlinesOfTask, type TaskPeriod } from '../contributionTasks.ts'
import { timelinessOf } from '../timeliness.ts'
import { TimelinessStatus } from '../timelinessWords.tsx'
import { DueDates } from './AboutMilestone.tsx'
import { handedInTexts } from './handedInTexts.ts'
import { TaskList } from './TaskList.tsx'

/** So many stand on one page. */
const PAGE = 50

/** A whole reporting period as those see it who hand in: what is still due, begun and published, with the way to correct it. */
export const showHandedIn: Handler<'handedIn'> = async (visit) => {
  allow(everyoneSignedIn, visit.actor, undefined)
  const { house, actor, today, language } = visit
  const t = handedInTexts[language]
  const mine = actsForAny(actor)
  const plans = mine.length ? await listPlans(house.db, today) : []
  const periods = (
    await reportablePeriodsIn(
      house.db,
      plans.map(({ id }) => id),
      today,
    )
  ).sort((a, b) => (a.referenceDay < b.referenceDay ? 1 : -1))
  const asked = visit.query.get('period')
  const chosen = asked ? periods.find(({ id }) => String(id) === asked) : periods[0]
  if (asked && !chosen) throw notFound()
  const plan = plans.find(({ id }) => id === chosen?.planId)
  const at = plan && (await planWithAll(house.db, plan, today))
  const [found] = at && chosen ? await contributionTasks(house.db, at, { organisations: mine, periods: { id: chosen.id } }, today) : []
  const of = found && { ...found, tasks: found.tasks.filter(({ organisationId }) => mine.includes(organisationId)) }
  return page(visit, {
    title: t.title,
    section: 'desk',
    path: [{ title: t.desk, href: address(language, 'desk') }],
    children: (
      <>
        <div class="head tight">
          <h1>{t.title}</h1>
          {chosen ? null : <p class="lead">{t.nothing}</p>}
        </div>
        {chosen ? (
          <>
            <ChoosePeriod visit={visit} plans={plans} periods={periods} chosen={chosen} />
            {of?.tasks.length && at ? (
              <Period visit={visit} of={of} organisations={at.organisations} mine={mine} />
            ) : (
              <p>{t.nothingInPeriod}</p>
            )}
          </>
        ) : null}
      </>
    ),
  })
}

const titleOf = (plan: Plan | undefined, { position, startsOn, referenceDay }: ReportingPeriod, { language }: AnyVisit): string =>
  handedInTexts[language].period(plainText(plan?.shortTitle, language), position, dateRange(language, startsOn, referenceDay))

function ChoosePeriod({
  visit,
  plans,
  periods,
  chosen,
}: {
  visit: AnyVisit
  plans: readonly Plan[]
  periods: readonly ReportingPeriod[]
  chosen: ReportingPeriod
}) {
  const t = handedInTexts[visit.language]
  if (periods.length < 2) return null
  return (
    <form method="get" class="filters">
      <div>
        <label class="lab" for="period">
          {t.choosePeriod}
        </label>
        <select class="ds-input" id="period" name="period">
          {periods.map((period) => (
            <option key={period.id} value={period.id} selected={period === chosen}>
              {titleOf(
                plans.find(({ id }) => id === period.planId),
                period,
                visit,
              )}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" class="ds-button" data-variant="secondary">
        {t.show}
      </button>
    </form>
  )
}

type Kind = 'due' | 'draft' | 'published'

/** What kinds of lists a task stands in: a draft of a correction stands beside what it corrects. */
const kindsOf = ({ draftSavedAt, versions }: ContributionTask): Kind[] => [
  ...(draftSavedAt ? ['draft' as const] : versions ? [] : ['due' as const]),
  ...(versions ? ['published' as const] : []),
]

type PeriodProps = {
  visit: AnyVisit
  of: TaskPeriod
  organisations: ReadonlyMap<string, NamedOrganisation>
  mine: readonly string[]
}

function Period({ visit, of, organisations, mine }: PeriodProps) {
  const { language, today, query } = visit
  const t = handedInTexts[language]
  const { plan, period, deadlines, tasks } = of
  const rows = (['due', 'draft', 'published'] as const).flatMap((kind) =>
    tasks.filter((task) => kindsOf(task).includes(kind)).map((task) => ({ kind, task })),
  )
  const number = pageInQuery(query)
  const pages = Math.ceil(rows.length / PAGE)
  if (number > pages) throw notFound()
  const shown = rows.slice((number - 1) * PAGE, number * PAGE)
  const isMissing = tasks.some(({ versions }) => versions === 0)
  // One who acts for one institution alone sees the dates that hold for it.
  const [first] = tasks
  const own = mine.length === 1 && first ? deadlinesOfTask(of, first) : deadlines
  const titles = { due: t.due, draft: t.drafts, published: t.published }
  return (
    <section class="sec" aria-labelledby="periods">
      <h2 id="periods">{titleOf(plan, period, visit)}</h2>
      <div>
        {of.current ? null : <p class="note">{t.closed}</p>}
        <dl class="facts desk-facts">
          <div>
            <dt>{t.referenceDay}</dt>
            <dd>{shortDate(language, period.referenceDay)}</dd>
          </div>
          <div>
            <dt>{t.dueBy}</dt>
            <dd>
              <DueDates deadlines={own} today={today} language={language} />
            </dd>
          </div>
          <div>
            <dt>{t.standing}</dt>
            <dd>
              {isMissing ? (
                <TimelinessStatus
                  timeliness={timelinessOf(null, own, !of.current, today)}
                  on={null}
                  deadlines={own}
                  today={today}
                  language={language}
                />
              ) : (
                t.noneDue
              )}
            </dd>
          </div>
        </dl>
        {(['due', 'draft', 'published'] as const).map((kind) => {
          const list = shown.filter((row) => row.kind === kind)
          return list.length ? (
            <div key={kind} class="tasks">
              <h3 class="title2">{titles[kind]}</h3>
              <TaskList visit={visit} organisations={organisations} of={of} tasks={list.map(({ task }) => task)} kind={kind} />
            </div>
          ) : null
        })}
        <Pages
          language={language}
          number={number}
          pages={pages}
          href={(to) => `${address(language, 'handedIn')}?${new URLSearchParams({ period: String(period.id), page: String(to) })}`}
        />
      </div>
    </section>
  )
}
