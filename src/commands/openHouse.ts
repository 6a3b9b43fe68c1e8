import { join } from 'node:path'
import { demonstrationClock, realClock } from '../platform/clock.ts'
import type { Configuration } from '../platform/configuration.ts'
import { createControl, type RunCommand } from '../platform/control.ts'
import { type OpenDatabase, openDatabase } from '../platform/database/database.ts'
import { lockDirectory } from '../platform/database/directoryLock.ts'
import { day } from '../platform/dates/partialDate.ts'
import { openFiles } from '../platform/files/openFiles.ts'
import type { House } from '../platform/house.ts'
import { openInstance } from '../platform/instance.ts'
import type { Running } from '../platform/jobs/repeat.ts'
import { type Log, silentLog } from '../platform/log.ts'
import { createMailer, mailWayOf } from '../platform/mail/mailer.ts'
import { Mistake } from './command.ts'
import { startJobs } from './startJobs.ts'

/** The demonstration's first day: legal and working deadlines lie close around it. */
const DEMONSTRATION_DAY = day('2019-09-10')

export const databaseDirectory = (configuration: Configuration): string => join(configuration.dataDirectory, 'db')

/** The data, held by this process alone where the engine needs it. */
export type HeldData = {
  open: OpenDatabase
  /** From now on other processes' commands are run here. */
  answerCommands: (run: RunCommand) => void
  /** Puts the data away; what `between` does is done after the database is closed and before others may open it. */
  close: (between?: () => void) => Promise<void>
}

/** A house and what has to be closed after it. */
export type OpenHouse = HeldData & {
  house: House
  /** Lets the jobs run, such as sending letters; a command that ends at once leaves them to the server. */
  startJobs: (log: Log) => void
}

/**
 * Takes hold of the data: the lock of the embedded engine's directory first, then the database,
 * brought up to date. Null when another process holds the directory.
 */
export async function holdData(configuration: Configuration): Promise<HeldData | null> {
  if (configuration.databaseUrl) {
    const open = await openDatabase({ url: configuration.databaseUrl })
    return { open, answerCommands: () => undefined, close: () => open.close() }
  }
  const control = createControl()
  const lock = await lockDirectory(configuration.dataDirectory, control.listener)
  if (!lock) return null
  try {
    const open = await openDatabase({ directory: databaseDirectory(configuration) })
    return {
      open,
      answerCommands: control.open,
      close: async (between) => {
        await control.close()
        await open.close()
        between?.()
        await lock.release()
      },
    }
  } catch (error) {
    await Promise.all([control.close(), lock.release()])
    throw error
  }
}

/** What a house is opened as: `stored` is what the data are, and for new data a real instance. */
export type Kind = 'real' | 'demonstration' | 'stored'

/** Opens the house on data that are held. Refuses to run real data as a demonstration and the other way round. */
export async function openHouse(configuration: Configuration, data: HeldData, kind: Kind, log: Log = silentLog): Promise<OpenHouse> {
  const { db, engine } = data.open
  const stored = await openInstance(db, kind === 'demonstration')
  if (kind === 'real' && stored.demonstration)
    throw new Mistake('These data are a demonstration. Run ./koprade demo, or set KOPRADE_DATA (or DATABASE_URL) to a place for real data.')
  if (kind === 'demonstration' && !stored.demonstration)
    throw new Mistake(
      'These data are real and no demonstration. Run ./koprade serve, or set KOPRADE_DATA (or DATABASE_URL) to another place.',
    )
  const demonstration = stored.demonstration ? { clock: await demonstrationClock(db, configuration.today ?? DEMONSTRATION_DAY) } : null
  const clock = demonstration?.clock ?? realClock
  const house: House = {
    db,
    engine,
    clock,
    files: openFiles(configuration, log),
    mailer: createMailer(mailWayOf(configuration, demonstration !== null), clock),
    configuration: { ...configuration, secret: configuration.secret ?? stored.secret },
    demonstration,
  }
  let jobs: Running | null = null
  return {
    ...data,
    house,
    startJobs: (log) => {
      jobs = startJobs(house, log)
    },
    close: async (between) => {
      await jobs?.stop()
      await data.close(between)
    },
  }
}
