import { createHash, randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, openAsBlob, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { type OpenDatabase, openDatabase } from '../../src/platform/database/database.ts'

export type { OpenDatabase }

const root = resolve(import.meta.dirname, '../..')
export const cache = join(root, '.cache')

/** The second engine of the tests, when this run is about it. */
export const testServer: string | null = process.env.TEST_ENGINE === 'postgresql' ? (process.env.TEST_DATABASE_URL ?? null) : null

/** A fresh, empty, migrated database: the embedded engine in memory, or a database of its own on the server. */
export async function openTestDatabase(): Promise<OpenDatabase> {
  if (process.env.TEST_ENGINE === 'postgresql') return openOnServer()
  return openDatabase({ memory: true, dump: await migratedDump() })
}

/**
 * Making an embedded database takes seconds, reading a finished one in a fraction: the first test
 * makes it and keeps it under the checksum of all migrations.
 */
async function migratedDump(): Promise<Blob> {
  const place = join(cache, `migrated-${checksumOf('migrations', 'node_modules/@electric-sql/pglite/package.json')}.tar`)
  if (!existsSync(place)) {
    const lite = await PGlite.create()
    const { drizzle } = await import('drizzle-orm/pglite')
    const { migrate } = await import('drizzle-orm/pglite/migrator')
    await migrate(drizzle(lite), { migrationsFolder: join(root, 'migrations') })
    await keep(place, await lite.dumpDataDir('none'))
    await lite.close()
  }
  return openAsBlob(place)
}

/**
 * Written aside and put in place as a whole, since several tests start at once. The first one stays: a test that reads it could
 * read no further if another took its place.
 */
async function keep(place: string, dump: Blob): Promise<void> {
  mkdirSync(cache, { recursive: true })
  const aside = `${place}.${randomBytes(6).toString('hex')}`
  writeFileSync(aside, Buffer.from(await dump.arrayBuffer()))
  try {
    linkSync(aside, place)
  } catch (error) {
    if (!existsSync(place)) throw error
  }
  rmSync(aside)
}

/** A checksum of files and of all that is in directories. */
export function checksumOf(...paths: string[]): string {
  const hash = createHash('sha256')
  const take = (path: string): void => {
    hash.update(path)
    hash.update(readFileSync(join(root, path)))
  }
  for (const path of paths)
    if (/\.\w+$/.test(path)) take(path)
    else
      for (const entry of readdirSync(join(root, path), { withFileTypes: true, recursive: true }).filter((found) => found.isFile()))
        take(join(entry.parentPath.slice(root.length + 1), entry.name))
  return hash.digest('hex').slice(0, 16)
}

/** A database on the server, dropped when it is closed: empty, or a copy of another. */
export async function openOnServer(template?: string): Promise<OpenDatabase> {
  const { url, drop } = await makeOnServer(template)
  const open = await openDatabase({ url })
  return {
    ...open,
    close: async () => {
      await open.close()
      await drop()
    },
  }
}

/**
 * A database on the server, for one test file: empty, or a copy of another. It has the run's name in it, by which
 * scripts/test.mjs clears up after a crash.
 */
export async function makeOnServer(template = 'template1'): Promise<{ url: string; drop: () => Promise<void> }> {
  if (!testServer) throw new Error('TEST_ENGINE=postgresql needs TEST_DATABASE_URL')
  const name = nameOnServer(randomBytes(6).toString('hex'))
  await onServer(`create database ${name} template ${template}`)
  const url = new URL(testServer)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => onServer(`drop database if exists ${name} with (force)`) }
}

/** The name of a database of this run. */
export const nameOnServer = (what: string): string => `koprade_test_${process.env.TEST_RUN ?? 'alone'}_${what}`

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: testServer ?? undefined })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
