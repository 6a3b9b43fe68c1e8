import { addDays, type Day, firstDay, lastDay } from '../../../platform/dates/partialDate.ts'
import { dateRange, dayAndMonth, shortDate } from '../../../platform/languages/dates.ts'
import { type Language, plainText } from '../../../platform/languages/languages.ts'
import { Status } from '../../components/Status.tsx'
import { CalendarDrawing, type DrawnStep, drawnWhen } from '../../drawing/CalendarDrawing.tsx'
import { webText } from '../../texts.ts'
import { deadlineWords, stepTime, stepWords } from '../planState.ts'
import { planTexts } from '../planTexts.ts'
import type { PlanNow } from './homeFacts.ts'
import { homeTexts } from './texts.ts'

/** A step or a deadline of a plan on one line of time. */
type Step = DrawnStep & { title: string; time: string; words: ReturnType<typeof stepWords>; plan: string }

/** A plan's steps and deadlines with a known time, in order. */
function stepsOf(now: PlanNow, language: Language, today: Day): Step[] {
  const plan = plainText(now.plan.shortTitle, language)
  const steps = now.phases.flatMap((phase): Step[] => {
    const { start, end } = stepTime(phase)
    if (!start || !end) return []
    const from = firstDay(start)
    const to = lastDay(end)
    const note = phase.actualStart ? '' : plainText(phase.plannedNote, language)
    const title = plainText(phase.title, language)
    return [
      {
        label: plainText(phase.label ?? phase.title, language),
        when: drawnWhen(language, from, to),
        from,
        to,
        title,
        time: note || dateRange(language, start, end),
        words: stepWords(language, phase, today),
        plan,
      },
    ]
  })
  const dues = now.deadlines.flatMap((deadline): Step[] => {
    if (!deadline.due || deadline.duty === 'other') return []
    const last = lastDay(deadline.due)
    const title = plainText(deadline.title, language)
    const label = planTexts[language][deadline.kind === 'legal' ? 'legal' : 'working'].toLocaleLowerCase(language)
    return [
      {
        label,
        when: drawnWhen(language, last, last),
        from: last,
        to: last,
        title,
        time: shortDate(language, deadline.due),
        words: deadlineWords(language, deadline.due, today),
        plan,
      },
    ]
  })
  return [...steps, ...dues].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : 1))
}

/** The time shown: from some days before today to what comes in the next months. */
function frame(steps: readonly Step[], today: Day): { from: Day; to: Day } {
  const earliest = addDays(today, -15)
  const latest = addDays(today, 130)
  const past = steps.filter((s) => s.to >= earliest && s.to < today).map((s) => s.to)
  const coming = steps.filter((s) => s.to >= today && s.to <= latest).map((s) => s.to)
  return {
    from: addDays([...past, addDays(today, -10)].sort()[0] ?? earliest, -1),
    to: addDays([...coming, addDays(today, 60)].sort().at(-1) ?? latest, 16),
  }
}

/** Where we are: the plans' steps drawn on one line of time, as a thread on narrow screens, and as a table. */
export function Calendar({ plans, language, today }: { plans: readonly PlanNow[]; language: Language; today: Day }) {
  const t = homeTexts[language]
  const p = planTexts[language]
  const each = plans.map((now) => ({ now, steps: stepsOf(now, language, today) }))
  const all = each.flatMap((e) => e.steps)
  const { from, to } = frame(all, today)
  const near = all.filter((s) => s.to >= from && s.from <= to)
  return (
    <section class="sec" aria-labelledby="kur">
      <h2 id="kur">{t.where}</h2>
      <div>
        <div class="wide-only">
          <CalendarDrawing
            id="tl-t"
            title={t.drawing(plans.map((now) => plainText(now.plan.shortTitle, language)).join(', '))}
            todayLabel={t.today(dayAndMonth(language, today))}
            plans={each.map(({ now, steps }) => ({
              title: plainText(now.plan.shortTitle, language),
              note: p[now.stage].toLocaleLowerCase(language),
              steps,
            }))}
            from={from}
            to={to}
            today={today}
            language={language}
          />
        </div>
        <div class="small-only two">
          {each.map(({ now, steps }) => (
            <div key={now.plan.id}>
              <h3 class="title2">
                {plainText(now.plan.shortTitle, language)}: {p[now.stage].toLocaleLowerCase(language)}
              </h3>
              <Thread steps={steps.filter((s) => s.to >= from && s.from <= to)} language={language} today={today} />
            </div>
          ))}
        </div>
        <details class="ds-details">
          <summary>{webText(language).showTable}</summary>
          <table class="ds-table stack">
            <caption>{t.stepsTable}</caption>
            <thead>
              <tr>
                <th scope="col">{t.time}</th>
                <th scope="col">{t.plan}</th>
                <th scope="col">{t.step}</th>
                <th scope="col">{t.state}</th>
              </tr>
            </thead>
            <tbody>
              {near.map((step) => (
                <tr key={`${step.plan}${step.title}${step.from}`}>
                  <th scope="row">{step.time}</th>
                  <td>{step.plan}</td>
                  <td>{step.title}</td>
                  <td>
                    <Status {...step.words} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </div>
    </section>
  )
}

function Thread({ steps, language, today }: { steps: readonly Step[]; language: Language; today: Day }) {
  const before = steps.filter((s) => s.to < today)
  const after = steps.filter((s) => s.to >= today)
  const item = (step: Step, className: string) => (
    <li class={className} key={`${step.title}${step.from}`}>
      <b>{step.time}</b> <span>{step.title}</span>
    </li>
  )
  return (
    <ol class="thread">
      {before.map((s) => item(s, ''))}
      <li class="now">
        <b>{homeTexts[language].today(shortDate(language, today))}</b>
      </li>
      {after.map((s) => item(s, 'next'))}
    </ol>
  )
}
