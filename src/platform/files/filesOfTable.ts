import { and, asc, gt, isNotNull } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { NamedFile, NamedFiles } from './checkFile.ts'

const AT_ONCE = 500

/** The files that the rows of a table name, by the rows' numbers, whatever is said of them; rows without a file are passed over. */
export const filesOfTable = (table: PgTable & { id: PgColumn; fileHash: PgColumn; bytes: PgColumn }): NamedFiles =>
  async function* (db) {
    const { id, fileHash: hash, bytes } = table
    for (let last: number | undefined = 0; last !== undefined; ) {
      const rows = (await db
        .select({ id, hash, bytes })
        .from(table)
        .where(and(gt(id, last), isNotNull(hash)))
        .orderBy(asc(id))
        .limit(AT_ONCE)) as ({ id: number } & NamedFile)[]
      for (const row of rows) yield { hash: row.hash, bytes: row.bytes }
      last = rows.at(-1)?.id
    }
  }
