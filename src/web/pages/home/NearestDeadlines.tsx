import { addDays, type Day, lastDay } from '../../../platform/dates/partialDate.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { calendarLink } from '../../feeds.ts'
import { DeadlineTable } from '../deadlineTable.tsx'
import type { PlanNow } from '../planNow.ts'
import { homeTexts } from './texts.ts'

/** Deadlines from a month back to half a year ahead, legal and working, each with its basis. */
export function NearestDeadlines({ plans, language, today }: { plans: readonly PlanNow[]; language: Language; today: Day }) {
  const t = homeTexts[language]
  const near = plans
    .flatMap((now) => now.deadlines)
    .filter((d) => d.due && lastDay(d.due) >= addDays(today, -31) && lastDay(d.due) <= addDays(today, 183))
    .sort((a, b) => (a.due && b.due && lastDay(a.due) < lastDay(b.due) ? -1 : 1))
  return (
    <section class="sec" aria-labelledby="termini">
      <h2 id="termini">{t.nearest}</h2>
      <div>
        {near.length ? <DeadlineTable deadlines={near} language={language} today={today} /> : <p>{t.noDeadlines}</p>}
        <p class="note gap">
          {t.bothShown} <a href={calendarLink(language, 'calendar').href}>{t.allInCalendar}</a>
        </p>
      </div>
    </section>
  )
}
