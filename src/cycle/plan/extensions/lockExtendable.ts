import type { Database } from '../../../platform/database/database.ts'
import { type Day, lastDay } from '../../../platform/dates/partialDate.ts'
import { shortDate } from '../../../platform/languages/dates.ts'
import { notFound, wrongField } from '../../../platform/refusal.ts'
import { lockDeadline, lockPlan } from '../locks.ts'
import { problemTexts } from '../problemTexts.ts'
import { type Deadline, deadlinesOf, type Plan } from '../queries.ts'
import { isExtendable } from './deadlineFor.ts'

/** A deadline that may be extended, with its plan and the plan's other deadlines. */
export type Extendable = { plan: Plan; deadline: Deadline; others: Deadline[] }

/** Locks a deadline that may be extended; for any other, such as one of the law, there is no such thing. */
export async function lockExtendable(tx: Database, planId: string, deadlineId: number, today: Day): Promise<Extendable> {
  const plan = await lockPlan(tx, planId, 'share')
  await lockDeadline(tx, planId, deadlineId, today)
  const deadlines = await deadlinesOf(tx, [planId], today)
  const deadline = deadlines.find(({ id }) => id === deadlineId)
  if (!deadline || !isExtendable(deadline)) throw notFound()
  return { plan, deadline, others: deadlines.filter((other) => other !== deadline) }
}

/** An extension ends later than the date that holds so far, and not in the past. */
export function checkLater(until: Day, deadline: Deadline, today: Day): void {
  const due = deadline.due && lastDay(deadline.due)
  if (due && until <= due) throw wrongField('until', (language) => problemTexts[language].untilLater(shortDate(language, due)))
  if (until < today) throw wrongField('until', (language) => problemTexts[language].untilPast)
}
