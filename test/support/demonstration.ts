import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, openAsBlob, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { databaseDirectory, openHouse } from '../../src/commands/openHouse.ts'
import { loadDemonstration } from '../../src/demonstration/index.ts'
import { type Configuration, readConfiguration } from '../../src/platform/configuration.ts'
import { openDatabase } from '../../src/platform/database/database.ts'
import { filesDirectory } from '../../src/platform/files/openFiles.ts'
import { cache, checksumOf, makeOnServer, nameOnServer, type OpenDatabase, openOnServer, testServer } from './database.ts'

/**
 * A database with the demonstration in it, and its files in the configuration's data directory. Loading it takes many times as
 * long as copying: the first test that wants it keeps it under the checksum of all that it is made from, the others copy.
 */
export async function openDemonstration(configuration: Configuration): Promise<OpenDatabase> {
  const kept = testServer ? await keptOnServer(testServer) : await keptDump()
  cpSync(kept.files, filesDirectory(configuration), { recursive: true })
  return kept.open()
}

type Kept = { files: string; open: () => Promise<OpenDatabase> }

async function keptDump(): Promise<Kept> {
  const place = join(cache, `demonstration-${checksum()}`)
  if (!existsSync(place)) await keep(place, /^demonstration-/, dump)
  return { files: join(place, 'files'), open: async () => openDatabase({ memory: true, dump: await openAsBlob(join(place, 'db.tar')) }) }
}

/** Loads the demonstration on a directory of the embedded engine and puts it in one file. */
async function dump(aside: string): Promise<void> {
  const configuration = configurationAt(aside)
  await load(configuration, await openDatabase({ directory: databaseDirectory(configuration) }))
  const lite = await PGlite.create(databaseDirectory(configuration))
  writeFileSync(join(aside, 'db.tar'), Buffer.from(await (await lite.dumpDataDir('none')).arrayBuffer()))
  await lite.close()
  rmSync(databaseDirectory(configuration), { recursive: true })
}

/** Any number will do: it queues tests that would make the demonstration at once. */
const LOCK = 7_271_905

async function keptOnServer(server: string): Promise<Kept> {
  const name = nameOnServer(`demonstration_${checksum()}`)
  const place = join(cache, name)
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rows.length === 0) {
      const { url } = await makeOnServer()
      await keep(place, /^koprade_test_/, async (aside) => load(configurationAt(aside), await openDatabase({ url })))
      await client.query(`alter database ${new URL(url).pathname.slice(1)} rename to ${name}`)
    }
  } finally {
    await client.end()
  }
  return { files: join(place, 'files'), open: () => openOnServer(name) }
}

const configurationAt = (directory: string): Configuration => readConfiguration({ KOPRADE_DATA: directory, KOPRADE_LOG: 'silent' })

async function load(configuration: Configuration, open: OpenDatabase): Promise<void> {
  const opened = await openHouse(configuration, { open, answerCommands: () => undefined, close: open.close }, 'demonstration')
  await loadDemonstration(opened.house)
  mkdirSync(filesDirectory(configuration), { recursive: true })
  await opened.close()
}

/** Made aside and put in place as a whole, since several tests start at once; what was kept of earlier sources goes. */
async function keep(place: string, earlier: RegExp, make: (aside: string) => Promise<void>): Promise<void> {
  mkdirSync(cache, { recursive: true })
  for (const old of readdirSync(cache).filter((name) => earlier.test(name) && !join(cache, name).startsWith(place)))
    rmSync(join(cache, old), { recursive: true, force: true })
  const aside = `${place}.${randomBytes(6).toString('hex')}`
  mkdirSync(aside)
  await make(aside)
  try {
    renameSync(aside, place)
  } catch (error) {
    // Another test was first: a directory is never put in the place of one that has something in it.
    if (!existsSync(place)) throw error
    rmSync(aside, { recursive: true })
  }
}

let known: string | undefined
/** Of everything the demonstration is made from: its data, the use cases that write it, and the engine. */
function checksum(): string {
  known ??= checksumOf('src', 'data', 'migrations', 'node_modules/@electric-sql/pglite/package.json')
  return known
}
