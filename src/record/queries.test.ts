import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../test/support/house.ts'
import type { Database } from '../platform/database/database.ts'
import { latestEntries } from './index.ts'

const MANY = 100_000
const rare: readonly [number, string][] = [
  [MANY + 1, '/plans/lv-3'],
  [MANY + 2, '/plans/lv-3/commitments/9'],
  [MANY + 3, '/plans/lv-3-x'],
  [MANY + 4, '/plans/lv-30'],
  [MANY + 5, '/plans/lv_3'],
  [MANY + 6, '/plans/lv-3/commitments/1'],
]

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  const entry = (seq: string) => `'{"seq":' || ${seq} || ',"hash":""}'`
  for (const [seq, object] of rare)
    await house.open.execute(`insert into record_entry (seq, object, act, entry) select $1::bigint, $2, 'tried', ${entry('$1::bigint')}`, [
      seq,
      object,
    ])
  await house.open.execute(
    `insert into record_entry (seq, object, act, entry)
     select n, '/plans/lv-4/commitments/' || n % 50, 'tried', ${entry('n')} from generate_series(1, ${MANY}) n`,
  )
  // And as many after them: from neither end are they near.
  await house.open.execute(
    `insert into record_entry (seq, object, act, entry)
     select n, '/plans/lv-4/commitments/' || n % 50, 'tried', ${entry('n')} from generate_series(${MANY + 10}, ${2 * MANY}) n`,
  )
}, 120_000)
afterAll(() => house.close())

const seqs = async (db: Database, object: string, limit = 51, before: number | null = null): Promise<number[]> =>
  (await latestEntries(db, { before, object, limit })).map(({ entry }) => entry.seq - MANY)

/** How many rows of the record the work reads, by whichever way. */
async function rowsRead(work: (tx: Database) => Promise<unknown>): Promise<number> {
  return house.db.transaction(async (tx) => {
    const readSoFar = async (): Promise<number> => {
      const [row] = await tx
        .select({ read: sql<string>`coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)` })
        .from(sql`pg_stat_xact_user_tables`)
        .where(sql`relname = 'record_entry'`)
      return Number(row?.read)
    }
    const before = await readSoFar()
    await work(tx)
    return (await readSoFar()) - before
  })
}

describe('the entries about one thing', () => {
  it('are those about it and what belongs to it, the latest first, and no neighbour’s', async () => {
    expect(await seqs(house.db, '/plans/lv-3')).toEqual([6, 2, 1])
    expect(await seqs(house.db, '/plans/lv-3', 2)).toEqual([6, 2])
    expect(await seqs(house.db, '/plans/lv-3', 51, MANY + 6)).toEqual([2, 1])
    expect(await seqs(house.db, '/plans/lv-3/commitments')).toEqual([6, 2])
    expect(await seqs(house.db, '/plans/lv_3')).toEqual([5])
    expect(await seqs(house.db, '/plans/lv')).toEqual([])
    expect(await seqs(house.db, '/plans/lv-4/commitments/7', 2)).toEqual([MANY - 43, MANY - 93])
  })

  it.each(['before', 'after'])('are found among 200,000 without reading the others, %s the engine has counted its rows', async (when) => {
    if (when === 'after') await house.open.execute('analyze record_entry')
    expect(await rowsRead((tx) => seqs(tx, '/plans/lv-3'))).toBeLessThan(20)
    expect(await rowsRead((tx) => seqs(tx, '/plans/lv-3', 51, MANY + 6))).toBeLessThan(20)
    expect(await rowsRead((tx) => seqs(tx, '/plans/none'))).toBeLessThan(20)
  })
})
