/* Filling a table with millions of rows takes a fraction of the time when its indexes and references are made at the end. */
import type { OpenDatabase } from '../src/platform/database/database.ts'

type Execute = OpenDatabase['execute']

/** Fills tables that have no indexes but those of their keys and refer to nothing meanwhile; all of it is made again, and checked, at the end. */
export async function withBareTables(execute: Execute, tables: readonly string[], fill: () => Promise<void>): Promise<void> {
  const named = `array[${tables.map((name) => `'${name}'`).join(',')}]::regclass[]`
  const { rows: references } = (await execute(
    `select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and conrelid = any(${named})`,
  )) as { rows: { table: string; name: string; definition: string }[] }
  const { rows: indexes } = (await execute(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index i where indrelid = any(${named}) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
  )) as { rows: { name: string; definition: string }[] }
  for (const { table, name } of references) await execute(`alter table ${table} drop constraint ${name}`)
  for (const { name } of indexes) await execute(`drop index ${name}`)
  await fill()
  for (const { definition } of indexes) await execute(definition)
  for (const { table, name, definition } of references) await execute(`alter table ${table} add constraint ${name} ${definition}`)
}
