import { allow, everyoneSignedIn, isInstitution, stillToDo } from '../../../people/index.ts'
import { shortDate } from '../../../platform/languages/dates.ts'
import { plainText } from '../../../platform/languages/languages.ts'
import { address } from '../../../web/addresses.ts'
import { page, seeOther } from '../../../web/render.tsx'
import type { AnyVisit, Handler } from '../../../web/visit.ts'
import { type Desk, deskOf, type TaskPeriod } from '../desk.ts'
import { timelinessOf } from '../timeliness.ts'
import { TimelinessStatus } from '../timelinessWords.tsx'
import { DueDates } from './AboutMilestone.tsx'
import { deskTexts } from './deskTexts.ts'
import { TaskList } from './TaskList.tsx'

/** What is due from whoever is signed in, in the name of their institutions and organisations: now, begun, handed in. */
export const showDesk: Handler<'desk'> = async (visit) => {
  allow(everyoneSignedIn, visit.actor, undefined)
  const first = stillToDo(visit.session, visit.language, address(visit.language, 'desk'))
  if (first) return seeOther(first)
  const desk = await deskOf(visit.house.db, visit.actor, visit.today)
  const t = deskTexts[visit.language]
  return page(visit, {
    title: t.title,
    section: 'desk',
    children: desk.organisations.size ? <Tasks visit={visit} desk={desk} /> : <Nobody visit={visit} />,
  })
}

/** For someone who acts for nobody. */
function Nobody({ visit }: { visit: AnyVisit }) {
  const { language, frame } = visit
  const t = deskTexts[language]
  const plan = frame.plans.find((one) => one.current) ?? frame.plans[0]
  return (
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
  )
}

function Tasks({ visit, desk }: { visit: AnyVisit; desk: Desk }) {
  const { language } = visit
  const t = deskTexts[language]
  const current = desk.periods.filter((one) => one.current)
  const earlier = desk.periods.filter((one) => !one.current)
  return (
    <>
      <div class="head">
        <p class="eyebrow">{t.title}</p>
        <h1>{headline(current, visit)}</h1>
        <p class="lead">{desk.periods.length ? yours(desk, visit) : t.noTasks}</p>
      </div>
      {current.map((one) => (
        <Period key={one.period.id} visit={visit} desk={desk} of={one} />
      ))}
      {earlier.length ? (
        <section class="sec" aria-labelledby="agrak">
          <h2 id="agrak">{t.earlier}</h2>
          <div>
            {earlier.map((one) => (
              <details class="ds-details" key={one.period.id}>
                <summary>{periodTitle(one, visit)}</summary>
                <PeriodTasks visit={visit} desk={desk} of={one} />
              </details>
            ))}
          </div>
        </section>
      ) : null}
    </>
  )
}

/** For whom one acts, as a sentence. */
function yours({ organisations }: Desk, { language, today }: AnyVisit): string {
  const t = deskTexts[language]
  const all = [...organisations.values()]
  const names = all.map((one) => plainText(one.nameOn(today), language)).join(', ')
  const [first] = all
  if (all.length > 1 || !first) return t.yourInstitutionsAndOrganisations(names)
  return isInstitution(first.sector) ? t.yourInstitution(names) : t.yourOrganisation(names)
}

/** How much is due, as a sentence. */
function headline(current: readonly TaskPeriod[], { language }: AnyVisit): string {
  const t = deskTexts[language]
  const due = current.flatMap((one) => one.tasks.filter((task) => task.versions === 0))
  const updates = due.filter((task) => task.voice === 'update').length
  const wholes = due.length - updates
  if (updates && wholes) return t.bothDue(updates, wholes)
  if (updates) return t.reportDue(updates)
  return wholes ? t.assessmentDue(wholes) : t.allDone
}

const periodTitle = ({ plan, period }: TaskPeriod, { language }: AnyVisit): string =>
  deskTexts[language].period(plainText(plan.shortTitle, language), period.position)

type PeriodProps = { visit: AnyVisit; desk: Desk; of: TaskPeriod }

function Period({ visit, desk, of }: PeriodProps) {
  const id = `periods-${of.period.id}`
  return (
    <section class="sec" aria-labelledby={id}>
      <h2 id={id}>{periodTitle(of, visit)}</h2>
      <div>
        <PeriodTasks visit={visit} desk={desk} of={of} />
      </div>
    </section>
  )
}

/** Until when, and what is due, begun and published for one period. */
function PeriodTasks({ visit, desk, of }: PeriodProps) {
  const { language, today } = visit
  const t = deskTexts[language]
  const { period, deadlines, tasks } = of
  const drafts = tasks.filter((task) => task.draftSavedAt)
  const due = tasks.filter((task) => !task.versions && !task.draftSavedAt)
  const published = tasks.filter((task) => task.versions)
  const missing = due.length + drafts.filter((task) => !task.versions).length
  const lists = [
    { title: t.due, tasks: due, kind: 'due' as const },
    { title: t.drafts, tasks: drafts, kind: 'draft' as const },
    { title: t.published, tasks: published, kind: 'published' as const },
  ]
  return (
    <>
      <dl class="facts desk-facts">
        <div>
          <dt>{t.referenceDay}</dt>
          <dd>{shortDate(language, period.referenceDay)}</dd>
        </div>
        <div>
          <dt>{t.dueBy}</dt>
          <dd>
            <DueDates deadlines={deadlines} today={today} language={language} />
          </dd>
        </div>
        <div>
          <dt>{t.standing}</dt>
          <dd>
            {missing ? (
              <TimelinessStatus
                timeliness={timelinessOf(null, deadlines, !of.current, today)}
                on={null}
                deadlines={deadlines}
                today={today}
                language={language}
              />
            ) : (
              t.noneDue
            )}
          </dd>
        </div>
      </dl>
      {lists.map((list) =>
        list.tasks.length ? (
          <div key={list.kind} class="tasks">
            <h3 class="title2">{list.title}</h3>
            <TaskList visit={visit} desk={desk} of={of} tasks={list.tasks} kind={list.kind} />
          </div>
        ) : null,
      )}
    </>
  )
}
