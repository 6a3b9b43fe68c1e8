import { addDays, type Day } from '../../../platform/dates/partialDate.ts'
import { dayAndMonth } from '../../../platform/languages/dates.ts'
import { type Language, plainText } from '../../../platform/languages/languages.ts'
import { Local } from '../../components/Local.tsx'
import { Status } from '../../components/Status.tsx'
import { CalendarDrawing } from '../../drawing/CalendarDrawing.tsx'
import { bare, langOf } from '../../named.ts'
import { webText } from '../../texts.ts'
import type { PlanNow } from '../planNow.ts'
import { type Step, StepThread, stepsOf } from '../planSteps.tsx'
import { planTexts } from '../planTexts.ts'
import { homeTexts } from './texts.ts'

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
  const isNear = (step: Step): boolean => step.to >= from && step.from <= to
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
                <Local content={now.plan.shortTitle} language={language} quiet />: {p[now.stage].toLocaleLowerCase(language)}
              </h3>
              <StepThread steps={steps.filter(isNear)} language={language} today={today} />
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
              {all.filter(isNear).map((step) => (
                <tr key={`${bare(step.plan)}${step.key}`}>
                  <th scope="row">{step.time}</th>
                  <td class="nb" {...langOf(step.plan)}>
                    {bare(step.plan)}
                  </td>
                  <td {...langOf(step.title)}>{bare(step.title)}</td>
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
