/* What is missing from the data map (src/platform/dataMap.ts): a table, a column, or a word on data about people. */
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { person, session } from '../../src/people/tables.ts'
import type { DataMap } from '../../src/platform/dataMap.ts'

/** A table of the sources, and the file in which its module's part of the map stands. */
export type FoundTable = { table: PgTable; mapFile: string }

/** The tables that a tables.ts offers. */
export const tablesIn = (module: Record<string, unknown>, mapFile: string): FoundTable[] =>
  Object.values(module).flatMap((table) => (is(table, PgTable) ? [{ table, mapFile }] : []))

/** Names of columns that tell of people, also where no key leads to one. */
const looksPersonal = /e_?mail|person|recipient|subscriber|sender|author|phone|user|ip_address|password|birth|voter|passkey|totp/

/** Columns that lead to a person or a session, or whose name says that they are about someone. */
function suspects(table: PgTable): Set<string> {
  const keys = getTableConfig(table).foreignKeys.filter((key) => [person, session].some((one) => key.reference().foreignTable === one))
  const leading = new Set(keys.flatMap((key) => key.reference().columns.map((column) => column.name)))
  return new Set(
    Object.entries(getTableColumns(table)).flatMap(([key, { name }]) => (leading.has(name) || looksPersonal.test(name) ? [key] : [])),
  )
}

/** What is missing, a sentence each, with the file to edit. Empty is good. */
export function gaps(tables: readonly FoundTable[], map: DataMap): string[] {
  return tables.flatMap(({ table, mapFile }) => {
    const name = getTableName(table)
    const entries = map.filter((one) => one.table === table)
    const [entry] = entries
    if (!entry) return [`table ${name} is not in the data map: describe it in ${mapFile}`]
    if (entries.length > 1) return [`table ${name} is in the data map twice: see ${mapFile}`]
    const told = entry.personal.flatMap(({ columns }) => columns)
    const suspect = suspects(table)
    if (!told.length)
      return [...suspect].map(
        (column) => `${name}.${column} seems to be about people, but ${mapFile} says that the table holds nothing: use withPersonalData`,
      )
    return Object.keys(getTableColumns(table)).flatMap((column) => {
      const times = [...told, ...entry.rest].filter((one) => one === column).length
      if (times === 0)
        return [`${name}.${column} is not in the data map: say in ${mapFile} what it holds about people, or put it in the rest`]
      if (times > 1) return [`${name}.${column} is named ${times} times in ${mapFile}`]
      if (entry.rest.includes(column) && suspect.has(column))
        return [`${name}.${column} seems to be about people, but stands in the rest: say in ${mapFile} what it holds`]
      return []
    })
  })
}
