import { type Day, daysBetween } from '../platform/dates/partialDate.ts'
import type { Task } from '../platform/task.ts'

type Due = Pick<Task, 'legal' | 'working'>

/** How tasks can be chosen by time. What is late by law may still be within the working deadline: then it is both. */
export const latenesses = ['late-by-law', 'late', 'soon', 'later', 'undated'] as const
export type Lateness = (typeof latenesses)[number]

/** So many days ahead are soon. */
const SOON = 14

/** The days by which a task is late, by the legal deadline, else by the working one; negative while it is ahead, null without a date. */
export function daysLate({ legal, working }: Due, today: Day): number | null {
  const due = legal ?? working
  return due && daysBetween(due, today)
}

/** Is it late in this sense on that day? Late is what all deadlines have passed; soon and later go by the next that has not. */
export function isLate(lateness: Lateness, { legal, working }: Due, today: Day): boolean {
  const dates = [legal, working].filter((day) => day !== null).sort()
  const next = dates.find((day) => day >= today)
  switch (lateness) {
    case 'late-by-law':
      return legal !== null && legal < today
    case 'late':
      return dates.length > 0 && next === undefined
    case 'soon':
      return next !== undefined && daysBetween(today, next) <= SOON
    case 'later':
      return next !== undefined && daysBetween(today, next) > SOON
    case 'undated':
      return dates.length === 0
  }
}

/** The latest first; among equals who has the earlier working deadline, then in the order of the plan. Without a date comes last. */
export function byLateness(today: Day): (a: Task, b: Task) => number {
  const late = (task: Task): number => daysLate(task, today) ?? Number.NEGATIVE_INFINITY
  return (a, b) => {
    const [lateA, lateB] = [late(a), late(b)]
    if (lateA !== lateB) return lateB > lateA ? 1 : -1
    return (
      compare(a.working ?? '', b.working ?? '') ||
      compare(a.planId ?? '', b.planId ?? '') ||
      a.place.localeCompare(b.place, 'en', { numeric: true }) ||
      compare(a.id, b.id)
    )
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
