import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Configuration } from '../platform/configuration.ts'
import { readInstance } from '../platform/instance.ts'
import { Mistake } from './command.ts'
import { databaseDirectory, type HeldData, holdData } from './openHouse.ts'

/** Everything the demonstration keeps; real data are refused before anything is touched. */
export async function resetDemonstration(configuration: Configuration): Promise<void> {
  if (!configuration.databaseUrl && !existsSync(databaseDirectory(configuration))) return
  const data = await holdData(configuration)
  if (!data) throw new Mistake(`The demonstration in ${configuration.dataDirectory} is running. Stop it first.`)
  let reset = false
  try {
    const stored = await readInstance(data.open.db)
    if (stored && !stored.demonstration) throw new Mistake('These data are real and no demonstration: they are not thrown away.')
    if (stored && configuration.databaseUrl) await emptyServer(data)
    reset = true
  } finally {
    await data.close(() => {
      if (reset && !configuration.databaseUrl) remove(databaseDirectory(configuration))
    })
  }
  remove(join(configuration.dataDirectory, 'files'))
}

const remove = (directory: string): void => rmSync(directory, { recursive: true, force: true })

/** The schemas Koprade and its libraries make; the next opening makes them anew. */
async function emptyServer(data: HeldData): Promise<void> {
  for (const schema of ['drizzle', 'public']) await data.open.execute(`drop schema if exists ${schema} cascade`)
  await data.open.execute('create schema public')
}
