import { and, asc, getTableColumns, type SQL, sql } from 'drizzle-orm'
import { getTableConfig, type PgColumn } from 'drizzle-orm/pg-core'
import type { Database } from '../platform/database/database.ts'
import type { OwnRows, Whose } from '../platform/ownRows.ts'

/** So many rows are read at once: however many there are, they take no more memory. */
const ROWS_AT_ONCE = 500

/** Someone's rows of a table as a JSON list, piece by piece, by the names of the columns, without what is withheld. */
export async function* rowsAsJson(db: Database, { table, whose, withheld }: OwnRows, who: Whose): AsyncGenerator<string> {
  const key = keyOf(table)
  const columns = Object.entries(getTableColumns(table))
  const shown = columns.filter(([name]) => !withheld.includes(name))
  let after: SQL | undefined
  let written = 0
  yield '['
  for (;;) {
    const rows = (await db
      .select()
      .from(table)
      .where(and(whose(who), after))
      .orderBy(...key.map(([, column]) => asc(column)))
      .limit(ROWS_AT_ONCE)) as Record<string, unknown>[]
    for (const row of rows) {
      yield `${written ? ',' : ''}\n${JSON.stringify(Object.fromEntries(shown.map(([name, column]) => [column.name, row[name]])))}`
      written += 1
    }
    const last = rows.at(-1)
    if (!last || rows.length < ROWS_AT_ONCE) break
    const values = key.map(([name, column]) => sql`${sql.param(last[name], column)}`)
    after = sql`(${list(key.map(([, column]) => sql`${column}`))}) > (${list(values)})`
  }
  yield '\n]\n'
}

const list = (parts: readonly SQL[]): SQL => sql.join([...parts], sql`, `)

/** The columns of a table's primary key, by their names in the program. */
function keyOf(table: OwnRows['table']): [string, PgColumn][] {
  const { columns, primaryKeys } = getTableConfig(table)
  const [together] = primaryKeys
  const key = together ? together.columns : columns.filter(({ primary }) => primary)
  const names = Object.entries(getTableColumns(table))
  return key.flatMap((column) => names.filter(([, one]) => one === column))
}
