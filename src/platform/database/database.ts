import { once } from 'node:events'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres'
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { drizzle as drizzleLite } from 'drizzle-orm/pglite'
import { migrate as migrateLite } from 'drizzle-orm/pglite/migrator'
import pg from 'pg'
import { queryLogger } from './countQueries.ts'

/** The database, or a transaction in it: both read and write the same way. */
export type Database = PgDatabase<PgQueryResultHKT>

export type Engine = 'embedded' | 'postgresql'

/** An open database. `execute` runs plain SQL, for what is done to the database as a whole. */
export type OpenDatabase = {
  db: Database
  engine: Engine
  execute: (sql: string, values?: unknown[]) => Promise<{ rows: unknown[] }>
  close: () => Promise<void>
}

/** Where to find the data: a PostgreSQL address, a directory of the embedded engine, or `memory`. */
export type DatabasePlace = { url: string } | { directory: string } | { memory: true; dump?: Blob }

/** The folder of migrations, beside `src` in the sources and beside `dist` in the bundle. */
function migrationsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'migrations', 'meta', '_journal.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('the folder of migrations is missing')
    folder = parent
  }
  return join(folder, 'migrations')
}

/** Any number will do as long as every Koprade uses the same: it queues processes that migrate at once. */
const MIGRATION_LOCK = 7_271_904

/**
 * Opens the database and brings it up to date. Several processes may do so at once on one
 * PostgreSQL server: an advisory lock puts them in a queue. On the embedded engine the caller
 * holds the lock of the directory first (platform/database/directoryLock.ts).
 */
export async function openDatabase(place: DatabasePlace): Promise<OpenDatabase> {
  return 'url' in place ? openServer(place.url) : openEmbedded(place)
}

async function openServer(url: string): Promise<OpenDatabase> {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  // A connection that drops while idle must not end the process; the pool replaces it.
  pool.on('error', () => undefined)
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await migratePg(drizzlePg(client), { migrationsFolder: migrationsFolder() })
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined)
    client.release()
  }
  return {
    db: drizzlePg(pool, { logger: queryLogger }) as unknown as Database,
    engine: 'postgresql',
    execute: async (sql, values) => {
      const result = (await pool.query(sql, values)) as pg.QueryResult | pg.QueryResult[]
      return { rows: (Array.isArray(result) ? result.at(-1)?.rows : result.rows) ?? [] }
    },
    close: () => pool.end(),
  }
}

/**
 * Makes a new embedded database: in a thread of its own, since the 400 MB that making it takes go with
 * the thread, and aside, so that a process which is killed meanwhile leaves nothing half-made in place.
 */
async function makeEmbedded(directory: string): Promise<void> {
  const aside = `${directory}-making`
  rmSync(aside, { recursive: true, force: true })
  mkdirSync(aside, { recursive: true, mode: 0o700 })
  const engine = pathToFileURL(createRequire(import.meta.url).resolve('@electric-sql/pglite')).href
  const work = `import(${JSON.stringify(engine)}).then(async ({ PGlite }) => (await PGlite.create(${JSON.stringify(aside)})).close())`
  await once(new Worker(work, { eval: true }), 'exit')
  renameSync(aside, directory)
}

async function openEmbedded(place: { directory: string } | { memory: true; dump?: Blob }): Promise<OpenDatabase> {
  if ('directory' in place && !existsSync(join(place.directory, 'PG_VERSION'))) await makeEmbedded(place.directory)
  const lite =
    'directory' in place
      ? await PGlite.create(place.directory)
      : await PGlite.create({ ...(place.dump ? { loadDataDir: place.dump } : {}) })
  const db = drizzleLite(lite, { logger: queryLogger })
  await migrateLite(db, { migrationsFolder: migrationsFolder() })
  return {
    db: db as unknown as Database,
    engine: 'embedded',
    execute: async (sql, values) => {
      if (values?.length) return { rows: (await lite.query(sql, values)).rows }
      return { rows: (await lite.exec(sql)).at(-1)?.rows ?? [] }
    },
    close: () => lite.close(),
  }
}
