import { answeringFor } from '../app.tsx'
import type { Configuration } from '../platform/configuration.ts'
import type { House } from '../platform/house.ts'
import { type Listening, listen } from '../platform/http/listen.ts'
import { faultOf, type Log, openLog } from '../platform/log.ts'
import { mailWayOf } from '../platform/mail/mailer.ts'
import { type Environment, Mistake } from './command.ts'
import { houseCommands } from './houseCommands.ts'
import { holdData, type OpenHouse, openHouse } from './openHouse.ts'
import { commandsIn } from './runInHouse.ts'

/** Everything is put away within this time after a signal; requests get most of it. */
const PATIENCE = { requests: 6_000, all: 9_500 }

/** What a server is, apart from the settings. */
export type ServerKind = {
  kind: 'real' | 'demonstration'
  /** Runs once the house is open, before anyone is let in. */
  prepare?: (house: House) => Promise<void>
  /** What is said to the person at the command line when the server is ready. */
  greet: (house: House) => Promise<void>
}

/**
 * Runs the server until it is asked to stop. Settings have been read; then come, in this order, the
 * lock, the database, the instance, jobs and mail, the address, the pages. Returns the exit code.
 */
export async function runServer(
  configuration: Configuration,
  environment: Environment,
  { kind, prepare, greet }: ServerKind,
): Promise<number> {
  const stopAsked = untilAskedToStop()
  const log = openLog(configuration)
  const data = await holdData(configuration)
  if (!data)
    throw new Mistake(
      `The data in ${configuration.dataDirectory} are in use by another Koprade. Stop it first, or choose another place with KOPRADE_DATA.`,
    )
  let stopping = false
  let opened: OpenHouse | null = null
  let listening: Listening | null = null
  try {
    opened = await openHouse(configuration, data, kind, log)
    const { house } = opened
    await prepare?.(house)
    opened.startJobs(log)
    opened.answerCommands(commandsIn(house, houseCommands))
    listening = await listen(configuration, (port) => {
      house.configuration.url = addressOf(configuration, environment, port)
      return answeringFor(house, { log, isStopping: () => stopping })
    })
    warn(house, log)
    log.info({ engine: house.engine, demonstration: kind === 'demonstration', port: listening.port }, 'ready')
    await greet(house)
    const signal = await stopAsked
    log.info({ signal }, 'stopping')
  } finally {
    stopping = true
    await putAway(log, listening, opened ?? data)
  }
  log.info('stopped')
  return 0
}

async function putAway(log: Log, listening: Listening | null, opened: { close: () => Promise<void> }): Promise<void> {
  const tooLong = setTimeout(() => {
    log.error('stopping took too long')
    process.exit(1)
  }, PATIENCE.all)
  await listening?.stop(PATIENCE.requests)
  await opened.close().catch((error: unknown) => log.error(faultOf(error, log), 'fault while stopping'))
  clearTimeout(tooLong)
}

/** Resolves at the first signal; a second one ends the process at once. */
function untilAskedToStop(): Promise<string> {
  return new Promise((resolve) => {
    let asked = false
    for (const signal of ['SIGTERM', 'SIGINT'] as const)
      process.on(signal, () => {
        if (asked) process.exit(1)
        asked = true
        resolve(signal)
      })
  })
}

/** The address people use: the one from the settings, else where the server really listens. */
function addressOf(configuration: Configuration, environment: Environment, port: number): string {
  if (environment.KOPRADE_URL) return configuration.url
  const everywhere = configuration.host === '0.0.0.0' || configuration.host === '::'
  const host = everywhere ? 'localhost' : configuration.host.includes(':') ? `[${configuration.host}]` : configuration.host
  return `http://${host}:${port}`
}

function warn(house: House, log: Log): void {
  if (mailWayOf(house.configuration, house.demonstration !== null) === 'kept')
    log.warn('KOPRADE_SMTP_URL is not set: letters wait until there is a mail server.')
  if (house.demonstration || house.engine !== 'embedded') return
  log.warn(
    'The embedded database does not wait for the disk (no fsync): a power cut may lose or damage data. Take copies, or set DATABASE_URL (docs/operations.md).',
  )
}
