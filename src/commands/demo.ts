import { readConfiguration } from '../platform/configuration.ts'
import type { House } from '../platform/house.ts'
import type { Command } from './command.ts'

/** Loads the demonstration into an instance that has done nothing yet. */
async function loadOnce(house: House): Promise<void> {
  const { recordState } = await import('../record/index.ts')
  if ((await recordState(house.db)).entries > 0) return
  const { loadDemonstration } = await import('../demonstration/index.ts')
  await loadDemonstration(house)
}

export const demo: Command = {
  name: 'demo',
  says: 'Run the demonstration: the third plan of Latvia on 10 September 2019.',
  more: 'Prints the address and, for each role, a link that signs in. The first start loads the data; later ones keep what was done. KOPRADE_TODAY sets the day it starts on.',
  options: { reset: { type: 'boolean', says: 'throw away what was done in the demonstration and load it anew' } },
  run: async (values, output, environment) => {
    // In a terminal the links matter; every request as a line would bury them.
    const configuration = readConfiguration({ ...environment, KOPRADE_LOG: environment.KOPRADE_LOG ?? 'warn' })
    if (values.reset) {
      const { resetDemonstration } = await import('./resetDemonstration.ts')
      await resetDemonstration(configuration)
    }
    const { runServer } = await import('./runServer.ts')
    return runServer(configuration, environment, {
      kind: 'demonstration',
      prepare: loadOnce,
      greet: async (house) => {
        const { demonstrationLinks } = await import('../people/index.ts')
        await output.out(`Koprade runs at ${house.configuration.url}\n\nSign in with one click as:\n`)
        for (const { role, url } of await demonstrationLinks(house)) await output.out(`${role}\t${url}\n`)
      },
    })
  },
}
