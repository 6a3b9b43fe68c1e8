import { readConfiguration } from '../platform/configuration.ts'
import type { Command } from './command.ts'

export const serve: Command = {
  name: 'serve',
  says: 'Run a real instance, without a demonstration, on the real date.',
  more: 'On SIGTERM or SIGINT it finishes what runs and stops. The first administrator is made with ./koprade admin create.',
  options: {},
  run: async (_values, output, environment) => {
    const configuration = readConfiguration(environment)
    const { runServer } = await import('./runServer.ts')
    return runServer(configuration, environment, {
      kind: 'real',
      greet: (house) => output.out(`Koprade runs at ${house.configuration.url}\n`),
    })
  },
}
