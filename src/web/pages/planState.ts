import type { Phase, Plan } from '../../cycle/plan/index.ts'
import { type Day, daysBetween, firstDay, hasPassed, lastDay, type PartialDate } from '../../platform/dates/partialDate.ts'
import type { Language } from '../../platform/languages/languages.ts'
import type { IconName } from '../components/Icon.tsx'
import type { StatusColour } from '../components/Status.tsx'
import { planTexts } from './planTexts.ts'

/**
 * The plan whose commitments matter now: the one that is carried out, else the one that closes, else the latest closed;
 * where none was ever approved, the one that has started.
 */
export function currentPlan(plans: readonly Plan[], today: Day): Plan | null {
  const started = plans.filter((plan) => today >= firstDay(plan.periodStart))
  return started.find((plan) => plan.approvedOn) ?? started[0] ?? plans.at(-1) ?? null
}

type Words = { icon: IconName; colour: StatusColour; word: string }

/** A deadline that passed more days ago than these is history and no alarm. */
const LONG_AGO = 92

/** How a deadline stands on a day: passed so many days ago, today, or so many days left. */
export function deadlineWords(language: Language, due: PartialDate | null, today: Day): Words {
  const t = planTexts[language]
  if (!due) return { icon: 'wait', colour: '', word: t.noDate }
  const days = daysBetween(today, lastDay(due))
  if (days < -LONG_AGO) return { icon: 'clock', colour: '', word: t.passed }
  if (days < 0) return { icon: 'clock', colour: 'bad', word: t.daysAgo(-days) }
  if (days === 0) return { icon: 'clock', colour: 'mid', word: t.dueToday }
  return days <= 7 ? { icon: 'half', colour: 'go', word: t.daysLeft(days) } : { icon: 'none', colour: '', word: t.daysLeft(days) }
}

/** When a step is or was: actual days where they are known, else the planned ones. */
export function stepTime(phase: Phase): { start: PartialDate | null; end: PartialDate | null } {
  if (phase.actualStart || phase.actualEnd)
    return { start: phase.actualStart ?? phase.plannedStart, end: phase.actualEnd ?? phase.actualStart }
  return { start: phase.plannedStart ?? phase.plannedEnd, end: phase.plannedEnd ?? phase.plannedStart }
}

/** How a step stands: over, going on, or to come; null when nothing is known of its time. */
export function stepStage(phase: Phase, today: Day): 'over' | 'now' | 'to-come' | null {
  const { start, end } = stepTime(phase)
  // What is skipped asks nothing of anyone, whenever it was planned.
  if (phase.skippedOn) return 'over'
  if (!start || !end) return null
  if (hasPassed(end, today)) return 'over'
  return firstDay(start) <= today ? 'now' : 'to-come'
}

/** Icon, colour and word of a step's stage. */
export function stepWords(language: Language, phase: Phase, today: Day): Words {
  const t = planTexts[language]
  if (phase.skippedOn) return { icon: 'stop', colour: 'bad', word: t.skipped }
  switch (stepStage(phase, today)) {
    case 'over':
      return phase.actualStart || phase.actualEnd
        ? { icon: 'done', colour: 'good', word: t.done }
        : { icon: 'clock', colour: '', word: t.passed }
    case 'now':
      return { icon: 'half', colour: 'go', word: t.now }
    case 'to-come':
      return { icon: 'none', colour: '', word: t.expected }
    case null:
      return { icon: 'wait', colour: '', word: t.noDate }
  }
}
