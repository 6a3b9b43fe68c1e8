import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
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

async function openEmbedded(place: { directory: string } | { memory: true; dump?: Blob }): Promise<OpenDatabase> {
  if ('directory' in place) mkdirSync(place.directory, { recursive: true })
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
