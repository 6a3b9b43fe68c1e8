import type { Day } from '../platform/dates/partialDate.ts'
import type { Answer } from '../platform/links/askAddress.ts'
import type { link } from './tables.ts'

/** So many failures in a row make a link dead; between two of them lies a day. */
const DEAD_AFTER = 3
/** After so many days a link is asked again. */
const DAYS = { there: 7, gone: 1, unclear: 3 }
const DAY = 24 * 60 * 60 * 1000

type Standing = Pick<typeof link.$inferSelect, 'failures' | 'failingSince' | 'deadSince'>
type Next = Standing & Pick<typeof link.$inferSelect, 'state' | 'problem' | 'nextCheckAt' | 'checkedAt'>

/** What readers are told of a link: that it died, or that it answers again. */
export type LinkAct = 'findDeadLink' | 'findLinkAgain'

/**
 * How a link stands after an answer, and what there is to tell. Nothing is called dead on a doubt: an unclear
 * answer ends a row of failures, and the claim that a link is dead too, since something did answer.
 */
export function afterAnswer(before: Standing, answer: Answer, today: Day, now: Date): { next: Next; act: LinkAct | null } {
  const { state, problem } = answer
  const shared = { state, problem, checkedAt: now, nextCheckAt: new Date(now.getTime() + DAYS[state] * DAY) }
  if (state !== 'gone')
    return {
      next: { ...shared, failures: 0, failingSince: null, deadSince: null },
      act: before.deadSince ? 'findLinkAgain' : null,
    }
  const failures = before.failures + 1
  const failingSince = before.failingSince ?? today
  const deadSince = failures >= DEAD_AFTER ? failingSince : null
  return { next: { ...shared, failures, failingSince, deadSince }, act: deadSince && !before.deadSince ? 'findDeadLink' : null }
}
