import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { holdData, openHouse } from '../src/commands/openHouse.ts'
import { loadDemonstration } from '../src/demonstration/index.ts'
import { readConfiguration } from '../src/platform/configuration.ts'
import type { OpenDatabase } from '../src/platform/database/database.ts'
import type { House } from '../src/platform/house.ts'

export const engines = ['postgresql', 'embedded'] as const
export type BenchEngine = (typeof engines)[number]

/** A place for a demonstration of our own on one engine: the settings that lead there, and how to empty it or get rid of it. */
export type Place = { engine: BenchEngine; settings: Record<string, string>; empty: () => Promise<void>; remove: () => Promise<void> }

/** The PostgreSQL server to measure on: the tests' own, else one that answers on this machine. */
const server = process.env.TEST_DATABASE_URL ?? execFileSync(process.execPath, ['scripts/testServer.mjs'], { encoding: 'utf8' }).trim()

/** An empty place. On PostgreSQL it is a database of its own; one with a name is found again as it was left, and removed by hand. */
export async function makePlace(engine: BenchEngine, kept?: string): Promise<Place> {
  const data = mkdtempSync(join(tmpdir(), 'koprade-bench-'))
  const settings = { KOPRADE_DATA: data, KOPRADE_LOG: 'warn', KOPRADE_SECRET: randomBytes(32).toString('hex'), PORT: '0' }
  const removeData = (): void => rmSync(data, { recursive: true, force: true })
  if (engine === 'embedded') return { engine, settings, empty: async () => removeData(), remove: async () => removeData() }
  if (!server) throw new Error('no PostgreSQL server answers: set TEST_DATABASE_URL')
  const name = kept ?? `koprade_bench_${randomBytes(4).toString('hex')}`
  if (!kept || !(await isThere(kept))) await onServer(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    engine,
    settings: { ...settings, DATABASE_URL: url.href },
    empty: async () => {
      removeData()
      await onServer(`drop database ${name} with (force)`)
      await onServer(`create database ${name}`)
    },
    remove: async () => {
      if (!kept) await onServer(`drop database ${name} with (force)`)
      removeData()
    },
  }
}

const isThere = async (name: string): Promise<boolean> => (await onServer('select from pg_database where datname = $1', [name])) > 0

/** Runs a statement on the server and tells how many rows it gave. */
async function onServer(statement: string, values?: string[]): Promise<number> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  const { rowCount } = await client.query(statement, values)
  await client.end()
  return rowCount ?? 0
}

/** Opens the house at a place without a server, loads the demonstration where there is none, and works in it. */
export async function workAt<T>(place: Place, work: (house: House, execute: OpenDatabase['execute']) => Promise<T>): Promise<T> {
  const configuration = readConfiguration(place.settings)
  const data = await holdData(configuration)
  if (!data) throw new Error('the place is in use')
  const opened = await openHouse(configuration, data, 'demonstration')
  try {
    const { rows } = await data.open.execute('select seq from record_head')
    if ((rows[0] as { seq: number | string } | undefined)?.seq.toString() === '0') await loadDemonstration(opened.house)
    return await work(opened.house, data.open.execute)
  } finally {
    await opened.close()
  }
}
