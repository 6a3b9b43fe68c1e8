import { readdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { pgTable, text } from 'drizzle-orm/pg-core'
import { describe, expect, it } from 'vitest'
import { regularJobs } from '../../src/commands/regularJobs.ts'
import { person } from '../../src/people/tables.ts'
import { type DataMap, type PersonalData, withoutPersonalData, withPersonalData } from '../../src/platform/dataMap.ts'
import { dataMap } from '../../src/web/pages/privacy/dataMap.ts'
import { type FoundTable, gaps, tablesIn } from './dataMap.ts'

const sources = resolve(import.meta.dirname, '../../src')
const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((file) => /(^|\/)tables\.ts$/.test(file))
const tables = (
  await Promise.all(files.map(async (file) => tablesIn(await import(join(sources, file)), `src/${dirname(file)}/personalData.ts`)))
).flat()

describe('the data map, from which the privacy page is drawn', () => {
  it('tells of every table and every column of the sources', () => {
    expect(tables.length).toBeGreaterThan(30)
    expect(gaps(tables, dataMap)).toEqual([])
  })

  it('tells of nothing that is not there any more', () => {
    const known = new Set(tables.map(({ table }) => table))
    expect(dataMap.filter(({ table }) => !known.has(table as FoundTable['table']))).toEqual([])
  })

  it('names jobs that really run for what is erased after a time', () => {
    const jobs = new Set(regularJobs.map(({ name }) => name))
    const named = dataMap.flatMap(({ personal }) => personal.flatMap(({ kept }) => ('job' in kept ? [kept.job] : [])))
    expect(named.length).toBeGreaterThan(3)
    expect(named.filter((job) => !jobs.has(job))).toEqual([])
  })
})

describe('what is missing is told with the file to edit', () => {
  const letter = pgTable('letter', {
    id: text('id').primaryKey(),
    email: text('email'),
    by: text('by').references(() => person.id),
    colour: text('colour'),
  })
  const found: FoundTable[] = [{ table: letter, mapFile: 'src/post/personalData.ts' }]
  const words = { lv: 'a', en: 'a' }
  const datum: PersonalData = { what: words, why: words, basis: 'consent', seenBy: words, kept: { until: words } }

  it.each<[string, DataMap, string[]]>([
    ['a table', [], ['table letter is not in the data map: describe it in src/post/personalData.ts']],
    [
      'an address and a person in a table that is said to hold nothing',
      withoutPersonalData(letter),
      [expect.stringMatching(/^letter.email seems/), expect.stringMatching(/^letter.by seems/)],
    ],
    [
      'a column',
      [withPersonalData(letter, [{ ...datum, columns: ['email', 'by'] }], ['id'])],
      [expect.stringMatching(/^letter.colour is not in the data map/)],
    ],
    [
      'a person among the rest',
      [withPersonalData(letter, [{ ...datum, columns: ['email'] }], ['id', 'colour', 'by'])],
      [expect.stringMatching(/^letter.by seems/)],
    ],
    ['nothing', [withPersonalData(letter, [{ ...datum, columns: ['email', 'by'] }], ['id', 'colour'])], []],
  ])('%s', (_, map, expected) => {
    expect(gaps(found, map)).toEqual(expected)
  })
})
