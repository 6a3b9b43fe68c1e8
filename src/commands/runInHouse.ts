import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { type Configuration, readConfiguration } from '../platform/configuration.ts'
import { askHolder, type Output, type RunCommand, type Values } from '../platform/control.ts'
import type { House } from '../platform/house.ts'
import { type Command, type HouseCommand, Mistake } from './command.ts'
import { inWords } from './inWords.ts'

/** How often a command tries again when the process that held the data ends at this moment. */
const TRIES = 20

/** Runs the commands that others ask for, inside the house that this process holds. */
export function commandsIn(house: House, commands: readonly HouseCommand[]): RunCommand {
  return async (name, values, output) => {
    const command = commands.find((c) => c.name === name)
    if (!command) {
      await output.err(`The running Koprade does not know “${name}”: it is of another version.\n`)
      return 1
    }
    try {
      return await command.work(house, values, output)
    } catch (error) {
      const words = inWords(error)
      if (!words) throw error
      await output.err(`${words}\n`)
      return 1
    }
  }
}

/**
 * A command on the command line: on a PostgreSQL server it connects by itself; on the embedded
 * engine it asks the process that holds the data, or opens them when nobody does.
 */
export function onTheCommandLine(command: HouseCommand, all: readonly HouseCommand[]): Command {
  return {
    ...command,
    run: async (values, output, environment) => {
      const configuration = readConfiguration({ ...environment, KOPRADE_LOG: environment.KOPRADE_LOG ?? 'warn' })
      const { databaseDirectory } = await import('./openHouse.ts')
      if (needsData(command) && !configuration.databaseUrl && !existsSync(databaseDirectory(configuration)))
        throw new Mistake(`There are no data in ${configuration.dataDirectory} yet. Is KOPRADE_DATA right?`)
      const piped = (await command.read?.(process.stdin)) ?? {}
      return runSomewhere(configuration, command, { ...values, ...piped }, output, all)
    },
  }
}

const needsData = (command: HouseCommand): boolean => /^(check|export|mail) /.test(command.name)

async function runSomewhere(
  configuration: Configuration,
  command: HouseCommand,
  values: Values,
  output: Output,
  all: readonly HouseCommand[],
): Promise<number> {
  const { holdData, openHouse } = await import('./openHouse.ts')
  const { openLog } = await import('../platform/log.ts')
  for (let tried = 0; tried < TRIES; tried += 1) {
    const data = await holdData(configuration)
    if (data) {
      try {
        const { house } = await openHouse(configuration, data, 'stored', openLog(configuration))
        data.answerCommands(commandsIn(house, all))
        return await command.work(house, values, output)
      } finally {
        await data.close()
      }
    }
    const exit = await askHolder(configuration.dataDirectory, command.name, values, output)
    if (exit !== null) return exit
    await wait(100)
  }
  throw new Mistake(`The data in ${configuration.dataDirectory} are held by another process that does not answer.`)
}
