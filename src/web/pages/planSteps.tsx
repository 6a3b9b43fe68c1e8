import { type Day, firstDay, hasPassed, lastDay, type PartialDate } from '../../platform/dates/partialDate.ts'
import { dateRange, shortDate } from '../../platform/languages/dates.ts'
import { type Language, plainText } from '../../platform/languages/languages.ts'
import { type DrawnStep, drawnWhen } from '../drawing/CalendarDrawing.tsx'
import { bare, langOf, type Named, named } from '../named.ts'
import { homeTexts } from './home/texts.ts'
import type { PlanNow } from './planNow.ts'
import { deadlineWords, stepTime, stepWords } from './planState.ts'
import { planTexts } from './planTexts.ts'

/** A step or a deadline of a plan on one line of time. */
export type Step = DrawnStep & { key: string; title: Named; time: string; words: ReturnType<typeof stepWords>; plan: Named }

/** A step's time as the plan's words tell it; what really happened needs no such words. */
function timeText(language: Language, start: PartialDate, end: PartialDate, note: string): string {
  if (!note) return dateRange(language, start, end)
  return `${note.charAt(0).toLocaleUpperCase(language)}${note.slice(1)}`
}

/** A plan's steps and deadlines with a known time, in order. A deadline on the day on which a step ends is that step's own. */
export function stepsOf(now: PlanNow, language: Language, today: Day): Step[] {
  const p = planTexts[language]
  const plan = named(now.plan.shortTitle, language)
  const steps = now.phases.flatMap((phase): Step[] => {
    const { start, end } = stepTime(phase)
    if (!start || !end) return []
    return [
      {
        key: `f${phase.id}`,
        label: plainText(phase.label ?? phase.title, language),
        when: drawnWhen(language, start, end),
        from: firstDay(start),
        to: lastDay(end),
        title: named(phase.title, language),
        time: timeText(language, start, end, phase.actualStart ? '' : plainText(phase.plannedNote, language)),
        words: stepWords(language, phase, today),
        plan,
      },
    ]
  })
  const dues = now.deadlines.flatMap((deadline): Step[] => {
    const { due, duty } = deadline
    if (!due || duty === 'other' || steps.some((step) => step.to === lastDay(due))) return []
    const on = lastDay(due)
    return [
      {
        key: `d${deadline.id}`,
        label: duty === 'report' ? p.reportDue : deadline.kind === 'legal' ? p.legalContributionDue : p.workingContributionDue,
        when: drawnWhen(language, due, due),
        from: on,
        to: on,
        title: named(deadline.title, language),
        time: shortDate(language, due),
        words: deadlineWords(language, due, today),
        plan,
      },
    ]
  })
  return [...steps, ...dues].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.to < b.to ? -1 : a.to > b.to ? 1 : 0))
}

/** Steps down the page, with today among them. A step that goes on stands beside today. */
export function StepThread({ steps, language, today }: { steps: readonly Step[]; language: Language; today: Day }) {
  const over = steps.filter((step) => hasPassed(step.to, today))
  const open = steps.filter((step) => !hasPassed(step.to, today))
  const item = (step: Step, className: string) => (
    <li class={className} key={step.key}>
      <b>{step.time}</b> <span {...langOf(step.title)}>{bare(step.title)}</span>
    </li>
  )
  return (
    <ol class="thread">
      {over.map((step) => item(step, ''))}
      <li class="now">
        <b>{homeTexts[language].today(shortDate(language, today))}</b>
      </li>
      {open.map((step) => item(step, 'next'))}
    </ol>
  )
}
