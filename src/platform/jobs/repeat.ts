import { setTimeout as wait } from 'node:timers/promises'
import { faultOf, type Log } from '../log.ts'

/** Work that goes on in the background until it is told to stop. */
export type Running = { stop: () => Promise<void> }

/** What is being done gets so long to end when the house is closed. */
const PATIENCE = 2_500

/**
 * Does work again and again with a pause between, never twice at once. A round that fails is logged
 * and does not end it: a database or a mail server that was away comes back.
 */
export function repeat(name: string, pauseMilliseconds: number, log: Log, round: (isStopping: () => boolean) => Promise<void>): Running {
  const stopping = new AbortController()
  const isStopping = (): boolean => stopping.signal.aborted
  const pause = (): Promise<void> => wait(pauseMilliseconds, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
  const running = (async () => {
    for (await pause(); !isStopping(); await pause())
      await round(isStopping).catch((error: unknown) => {
        if (!isStopping()) log.error({ job: name, ...faultOf(error, log) }, 'fault in a job')
      })
  })()
  return {
    stop: async () => {
      stopping.abort()
      await Promise.race([running, wait(PATIENCE, undefined, { ref: false })])
    },
  }
}
