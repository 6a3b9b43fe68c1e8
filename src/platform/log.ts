import { type DestinationStream, destination, type Logger, pino } from 'pino'
import type { Configuration } from './configuration.ts'

/** Structured lines for operators. Never with names, e-mail or network addresses, or what people typed. */
export type Log = Logger

/**
 * Opens the log. It goes to the standard error, so that what the program says to a person
 * (standard output) stays apart.
 */
export function openLog(configuration: Pick<Configuration, 'logLevel'>, to: DestinationStream = destination({ dest: 2, sync: true })): Log {
  return pino(
    { level: configuration.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (level) => ({ level }) } },
    to,
  )
}

/** A log that says nothing, for tests. */
export const silentLog: Log = pino({ level: 'silent' })

/** Errors whose messages are written by the language itself and quote no values. */
const safeMessages = new Set(['TypeError', 'ReferenceError', 'AssertionError'])

/**
 * What may be logged of an error: its kind, where it happened, the database's code and constraint.
 * Messages quote values (a failed query quotes them all), so they are told at the level debug only.
 */
export function faultOf(error: unknown, log: Log): Record<string, unknown> {
  if (!(error instanceof Error)) return { fault: typeof error }
  const { code, constraint } = deepest(error)
  return {
    fault: error.name,
    ...(code ? { code } : {}),
    ...(constraint ? { constraint } : {}),
    ...(safeMessages.has(error.name) || log.isLevelEnabled('debug') ? { message: error.message } : {}),
    at: framesOf(error),
  }
}

/** The lines of the stack that name places in the program. */
const framesOf = (error: Error): string[] =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at .*(:\d+:\d+\)?|<anonymous>\)?)$/.test(line))
    .slice(0, 12)
    .map((line) => line.trim())

function deepest(error: Error): { code?: string; constraint?: string } {
  const found: { code?: string; constraint?: string } = {}
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const { code, constraint } = at as { code?: unknown; constraint?: unknown }
    if (typeof code === 'string') found.code = code
    if (typeof constraint === 'string') found.constraint = constraint
  }
  return found
}
