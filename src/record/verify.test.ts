import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../test/support/house.ts'
import type { Database } from '../platform/database/database.ts'
import { append, exportRecord, type Json, type PublicAct, type RecordProblem, verifyRecord } from './index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())

const now = new Date('2026-11-24T09:08:07.006Z')
const anAct = (n: number): PublicAct => ({
  actor: { role: 'secretariat', for: null },
  act: 'tryOut',
  object: `/plans/lv-3/commitments/${n}`,
  content: { n, title: { lv: 'Atvērtie dati', en: 'Open data' } },
})
const appendOne = (act: PublicAct): Promise<number> => house.db.transaction((tx) => append(tx, now, act))

async function problemsIn(db: Database): Promise<RecordProblem[]> {
  const problems: RecordProblem[] = []
  const verified = await verifyRecord(db, (problem) => problems.push(problem))
  expect(verified.problems).toBe(problems.length)
  return problems
}

async function exported(db: Database): Promise<string[]> {
  let text = ''
  for await (const piece of exportRecord(db)) text += piece
  return text.split('\n').slice(0, -1)
}

class Undo extends Error {}

/** Changes the record behind its back, tells what verifying finds, and undoes the change. */
async function afterTampering(...statements: string[]): Promise<RecordProblem[]> {
  let problems: RecordProblem[] = []
  const run = house.db.transaction(async (tx) => {
    await tx.execute(sql`alter table record_entry disable trigger record_entry_is_append_only`)
    for (const statement of statements) await tx.execute(sql.raw(statement))
    problems = await problemsIn(tx)
    throw new Undo()
  })
  await expect(run).rejects.toThrow(Undo)
  return problems
}

const jsonContent = fc.dictionary(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.jsonValue({ stringUnit: 'grapheme', maxDepth: 3 }), {
  maxKeys: 5,
}) as fc.Arbitrary<Record<string, Json>>
const publicActs = fc.array(
  fc.record({
    actor: fc.record({ role: fc.constantFrom('officer', 'secretariat'), for: fc.option(fc.constantFrom('varam', 'delna')) }),
    act: fc.constantFrom('publishUpdate', 'createPlan'),
    object: fc.constantFrom('/plans/lv-3', '/plans/lv-3/commitments/9'),
    content: jsonContent,
  }),
  { maxLength: 6 },
)

describe('the record', () => {
  it('verifies after any sequence of acts, and every hash can be computed by others', async () => {
    await fc.assert(
      fc.asyncProperty(publicActs, async (acts) => {
        for (const act of acts) await appendOne(act)
        expect(await problemsIn(house.db)).toEqual([])
        let prev = '0'.repeat(64)
        let seq = 0
        for (const line of await exported(house.db)) {
          const { hash, ...rest } = JSON.parse(line) as Record<string, unknown>
          expect(rest.prev).toBe(prev)
          expect(rest.seq).toBe(++seq)
          expect(
            createHash('sha256')
              .update(canonicalize(rest) ?? '')
              .digest('hex'),
          ).toBe(hash)
          expect(canonicalize({ ...rest, hash })).toBe(line)
          prev = String(hash)
        }
      }),
      { numRuns: 15 },
    )
  })

  it('has no gaps when acts happen at once', async () => {
    const before = (await exported(house.db)).length
    const numbers = await Promise.all(Array.from({ length: 20 }, (_, n) => appendOne(anAct(n + 1))))
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => before + n + 1))
    expect(await problemsIn(house.db)).toEqual([])
  })

  it('leaves no trace of an act that failed', async () => {
    const before = await exported(house.db)
    const failing = house.db.transaction(async (tx) => {
      await append(tx, now, anAct(1))
      throw new Undo()
    })
    await expect(failing).rejects.toThrow(Undo)
    expect(await exported(house.db)).toEqual(before)
  })

  it('refuses to be changed, shortened or emptied by the program itself', async () => {
    for (const statement of ["update record_entry set act = 'x'", 'delete from record_entry', 'truncate record_entry'])
      await expect(house.db.execute(sql.raw(statement))).rejects.toThrow()
  })
})

describe('verifying finds', () => {
  /** The entry that is tampered with; more than one page of entries stands before it. */
  let at = 0
  let end = 0
  beforeAll(async () => {
    await house.db.transaction(async (tx) => {
      for (let n = 1; n <= 1100; n += 1) end = await append(tx, now, anAct(n))
    })
    at = end - 5
  })

  it('a changed word', async () => {
    const problems = await afterTampering(`update record_entry set entry = replace(entry, 'Open data', 'Shut data') where seq = ${at}`)
    expect(problems).toEqual([{ kind: 'wrong-hash', seq: at }])
  })

  it('a changed entry with a hash made to fit', async () => {
    const [line] = (await exported(house.db)).slice(at - 1)
    const { hash: _hash, ...entry } = JSON.parse(line ?? '') as Record<string, unknown>
    const forged = { ...entry, content: { n: 'forged' } }
    const hash = createHash('sha256')
      .update(canonicalize(forged) ?? '')
      .digest('hex')
    const problems = await afterTampering(`update record_entry set entry = '${canonicalize({ ...forged, hash })}' where seq = ${at}`)
    expect(problems).toEqual([{ kind: 'wrong-prev', seq: at + 1 }])
  })

  it('a changed column that only helps to find the entry', async () => {
    expect(await afterTampering(`update record_entry set object = '/plans/lv-4' where seq = ${at}`)).toEqual([
      { kind: 'wrong-columns', seq: at },
    ])
    expect(await afterTampering(`update record_entry set act = 'other' where seq = ${at}`)).toEqual([{ kind: 'wrong-columns', seq: at }])
  })

  it('white space and other spellings of the same entry', async () => {
    expect(await afterTampering(`update record_entry set entry = entry || ' ' where seq = ${at}`)).toEqual([
      { kind: 'not-canonical', seq: at },
    ])
  })

  it('an entry that can’t be read', async () => {
    for (const text of ['', 'null', '[]', '{"seq":25}', 'no JSON'])
      expect(await afterTampering(`update record_entry set entry = '${text}' where seq = ${at}`)).toEqual([{ kind: 'unreadable', seq: at }])
  })

  it('dropped entries, one or several', async () => {
    expect(await afterTampering(`delete from record_entry where seq = ${at}`)).toEqual([{ kind: 'gap', from: at, to: at }])
    expect(await afterTampering('delete from record_entry where seq in (1, 2)')).toEqual([{ kind: 'gap', from: 1, to: 2 }])
  })

  it('a dropped entry whose number the rest has taken', async () => {
    const problems = await afterTampering(
      `delete from record_entry where seq = ${at}`,
      `update record_entry set seq = seq + 1000000 where seq > ${at}`,
      'update record_entry set seq = seq - 1000001 where seq > 1000000',
    )
    expect(problems).toContainEqual({ kind: 'wrong-place', seq: at, saysOfItself: at + 1 })
    expect(problems).toContainEqual({ kind: 'wrong-prev', seq: at })
    expect(problems.at(-1)).toMatchObject({ kind: 'cut-tail' })
  })

  it('a doubled entry under a number of its own', async () => {
    const problems = await afterTampering(
      `insert into record_entry select ${end + 1}, object, act, entry from record_entry where seq = ${end}`,
    )
    expect(problems).toEqual([{ kind: 'after-the-end', seq: end + 1 }])
  })

  it('a doubled entry under the same number', async () => {
    const problems = await afterTampering(
      'alter table record_entry drop constraint record_entry_pkey',
      `insert into record_entry select * from record_entry where seq = ${at}`,
    )
    expect(problems).toEqual([{ kind: 'double', seq: at }])
  })

  it('two entries that changed places', async () => {
    const problems = await afterTampering(
      `update record_entry set seq = -1 where seq = ${at}`,
      `update record_entry set seq = ${at} where seq = ${at + 1}`,
      `update record_entry set seq = ${at + 1} where seq = -1`,
    )
    expect(problems).toContainEqual({ kind: 'wrong-place', seq: at, saysOfItself: at + 1 })
    expect(problems).toContainEqual({ kind: 'wrong-place', seq: at + 1, saysOfItself: at })
  })

  it('a cut tail', async () => {
    expect(await afterTampering(`delete from record_entry where seq > ${end - 3}`)).toEqual([
      { kind: 'cut-tail', last: end - 3, head: end },
    ])
  })

  it('a cut tail with the head set back, by the rows that name the entries', async () => {
    const problems = await afterTampering(
      `insert into organisation (id, sector, record_seq) values ('varam', 'government', ${end})`,
      `delete from record_entry where seq = ${end}`,
      `update record_head set seq = ${end - 1}, hash = (select entry::json->>'hash' from record_entry where seq = ${end - 1})`,
    )
    expect(problems).toEqual([{ kind: 'row-without-entry', table: 'organisation', seq: end }])
  })

  it('a head that is gone or says something else', async () => {
    expect(await afterTampering('delete from record_head')).toEqual([{ kind: 'no-head' }])
    expect(await afterTampering(`update record_head set hash = repeat('a', 64)`)).toEqual([{ kind: 'wrong-head', head: end }])
  })
})
