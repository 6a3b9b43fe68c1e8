import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../test/support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

/** The columns that the dictionary tells of, by table. */
function described(): Map<string, Set<string>> {
  const text = readFileSync(new URL('../../docs/data-dictionary.md', import.meta.url), 'utf8')
  const tables = new Map<string, Set<string>>()
  let columns = new Set<string>()
  for (const line of text.split('\n')) {
    const table = /^#### `(\w+)`$/.exec(line)?.[1]
    if (table) {
      columns = new Set()
      tables.set(table, columns)
    }
    const column = /^\| `(\w+)`\s*\|/.exec(line)?.[1]
    if (column) columns.add(column)
  }
  return tables
}

it('docs/data-dictionary.md tells of every table and column, and of no other', async () => {
  const { rows } = (await house.open.execute(
    `select table_name as t, column_name as c from information_schema.columns where table_schema = current_schema() order by 1, 2`,
  )) as { rows: { t: string; c: string }[] }
  const tables = described()
  const told = [...tables].flatMap(([table, columns]) => [...columns].map((column) => `${table}.${column}`))
  expect(told.sort()).toEqual(rows.map(({ t, c }) => `${t}.${c}`).sort())
})
