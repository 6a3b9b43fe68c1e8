import type { Clock } from '../clock.ts'
import type { Day } from '../dates/partialDate.ts'
import { faultOf, type Log } from '../log.ts'

/**
 * Work that belongs to the plan's day and is done before anything is shown on it: the first who asks on a new day
 * does it, whoever comes meanwhile waits for it, and afterwards asking costs nothing. A fault is logged and stops
 * nobody: a regular job of the same name is to try again.
 */
export function atDayBreak(clock: Clock, log: Log, name: string, work: () => Promise<void>): () => Promise<void> {
  let day: Day | null = null
  let done = Promise.resolve()
  return () => {
    const today = clock.today()
    if (day !== today) {
      day = today
      done = work().catch((fault: unknown) => log.error({ job: name, ...faultOf(fault, log) }, 'fault in a job'))
    }
    return done
  }
}
