import { compareDates, type Day, dateParts, firstDay, hasPassed, lastDay, type PartialDate } from '../../platform/dates/partialDate.ts'
import { byDate, byDayWithoutYear, onDateThisYear } from '../../platform/languages/dates.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { defineTexts } from '../../platform/languages/texts.ts'
import { planName } from './planName.ts'
import type { PlanNow } from './planNow.ts'
import { stepTime } from './planState.ts'

const texts = defineTexts({
  lv: {
    preparing: (plan: string) => `Top ${plan}.`,
    running: (plan: string) => `Īsteno ${plan}.`,
    startedUnapproved: (plan: string) => `Ir sācies ${plan}, bet tas vēl nav apstiprināts.`,
    endedUnapproved: (plan: string) => `Ir beidzies laiks, kuram iecerēts ${plan}, bet tas nav apstiprināts.`,
    closing: (plan: string) => `Noslēdzas ${plan}.`,
    closed: (plan: string) => `Ir noslēdzies ${plan}.`,
    nextStep: (what: string, when: string) => `${what} ${when}.`,
    contributionsDue: (by: string) => `Institūcijas ziņo ${by}.`,
    reportDue: (by: string) => `Nobeiguma ziņojums ${by}.`,
  },
  en: {
    preparing: (plan: string) => `The ${plan} is being made.`,
    running: (plan: string) => `The ${plan} is being carried out.`,
    startedUnapproved: (plan: string) => `The ${plan} has started but is not approved yet.`,
    endedUnapproved: (plan: string) => `The period of the ${plan} is over, but it has not been approved.`,
    closing: (plan: string) => `The ${plan} is closing.`,
    closed: (plan: string) => `The ${plan} is closed.`,
    nextStep: (what: string, when: string) => `${what} ${when}.`,
    contributionsDue: (by: string) => `Institutions report ${by}.`,
    reportDue: (by: string) => `Final report ${by}.`,
  },
})

/** Until when, without the year where it is this day's. */
export function byDateThisYear(language: Language, date: PartialDate, today: Day): string {
  const { precision, year } = dateParts(date)
  return precision === 'day' && year === dateParts(today).year ? byDayWithoutYear(language, lastDay(date)) : byDate(language, date)
}

/** The next step of a plan that has a day of its own. */
function nextStep({ phases }: PlanNow, language: Language, today: Day): string {
  const [next] = phases
    .flatMap((phase) => {
      const { start } = stepTime(phase)
      return start && dateParts(start).precision === 'day' && firstDay(start) >= today ? [{ phase, start }] : []
    })
    .sort((a, b) => compareDates(a.start, b.start))
  if (!next) return ''
  // A sentence of one language has no room for a name in another: without one it ends before it.
  const what = (next.phase.label ?? next.phase.title)[language]?.text ?? next.phase.title[language]?.text
  return what ? texts[language].nextStep(what, onDateThisYear(language, next.start, today)) : ''
}

/** The nearest day of a duty that has not passed. */
const nextDue = ({ deadlines }: PlanNow, duty: 'contribution' | 'report', today: Day): PartialDate | null =>
  deadlines.find((deadline) => deadline.duty === duty && deadline.due && !hasPassed(deadline.due, today))?.due ?? null

/** What is going on with a plan, and its nearest date. */
export function planHeadline(now: PlanNow, language: Language, today: Day): string {
  const t = texts[language]
  const { plan, stage } = now
  const due = (duty: 'contribution' | 'report', say: (by: string) => string): string => {
    const date = nextDue(now, duty, today)
    return date ? say(byDateThisYear(language, date, today)) : ''
  }
  const name = planName(language, plan)
  const sentences = {
    preparing: () => [today < firstDay(plan.periodStart) ? t.preparing(name) : t.startedUnapproved(name), nextStep(now, language, today)],
    running: () => [t.running(planName(language, plan, 'accusative')), due('contribution', t.contributionsDue)],
    closing: () => [t.closing(name), due('report', t.reportDue)],
    closed: () => [t.closed(name)],
  }
  if (!plan.approvedOn && stage !== 'preparing') return t.endedUnapproved(name)
  return sentences[stage]().filter(Boolean).join(' ')
}
