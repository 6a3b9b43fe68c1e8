import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../test/support/house.ts'
import { newestVersions } from '../cycle/documents/index.ts'
import { assessmentsOf, standingOf, updatesOn } from '../cycle/monitoring/index.ts'
import {
  commitmentByNumber,
  commitmentsOf,
  deadlinesOf,
  factsOf,
  findingsOf,
  linksOf,
  listPlans,
  phasesOf,
  planById,
} from '../cycle/plan/index.ts'
import { organisationNamesAt } from '../people/index.ts'
import { day } from '../platform/dates/partialDate.ts'
import type { Files } from '../platform/files/files.ts'
import { plainText } from '../platform/languages/languages.ts'
import { latestEntries, type RecordProblem, verifyRecord } from '../record/index.ts'
import { loadDemonstration } from './index.ts'
import { type PlanFile, readPlanFile } from './planFile.ts'

const read = (name: string): PlanFile => readPlanFile(JSON.parse(readFileSync(new URL(`../../data/${name}.json`, import.meta.url), 'utf8')))
const nap3 = read('latvia-nap3')
const nap4 = read('latvia-nap4')
const today = day('2019-09-10')

let house: TestHouse

const inMemory: Files = {
  take: async (name, content) => {
    const bytes = await buffer(content)
    return { hash: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length, mediaType: 'text/csv', name }
  },
  open: async () => null,
  bytesOf: async () => null,
}

beforeAll(async () => {
  house = { ...(await openTestHouse()), files: inMemory }
  await loadDemonstration(house)
})
afterAll(() => house.close())

/** How many rows each table of ours has. */
async function counts(): Promise<Record<string, number>> {
  const tables = (await house.open.execute(
    `select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1`,
  )) as { rows: { name: string }[] }
  const found: Record<string, number> = {}
  for (const { name } of tables.rows) {
    const { rows } = (await house.open.execute(`select count(*)::int as n from "${name}"`)) as { rows: { n: number }[] }
    found[name] = rows[0]?.n ?? -1
  }
  return found
}

async function picture(): Promise<Record<number, string>> {
  const commitments = await commitmentsOf(house.db, ['lv-3'], today)
  const standing = await standingOf(house.db, commitments, today)
  return Object.fromEntries(
    commitments.map(({ commitment }) => {
      const s = standing.get(commitment.id)
      return [commitment.number, s ? `${s.state} ${s.complete}/${s.total}` : 'missing']
    }),
  )
}

describe('the demonstration is loaded', () => {
  it('with notices of which nothing is known before their days', async () => {
    const { rows } = (await house.open.execute(
      `select n.first_published_on as "on", n.scheduled_for as "for", o.certainty from notice n
       left join notice_version v on v.notice_id = n.id left join opportunity o on o.version_id = v.id order by n.id, o.number`,
    )) as { rows: { on: string | null; for: string | null; certainty: string | null }[] }
    expect(rows.map((row) => JSON.stringify(row).replaceAll('T00:00:00.000Z', ''))).toEqual([
      ...Array.from({ length: 3 }, () => '{"on":"2019-09-02","for":null,"certainty":"deck"}'),
      '{"on":"2019-09-05","for":null,"certainty":null}',
      '{"on":null,"for":"2019-09-13","certainty":null}',
    ])
    const inRecord = await house.open.execute(`select entry from record_entry where entry like '%Atgādinām%'`)
    expect(inRecord.rows).toEqual([])
  })

  it('once and for all: a second time changes nothing', async () => {
    const before = await counts()
    await loadDemonstration(house)
    expect(await counts()).toEqual(before)
    expect(before.plan).toBe(2)
    expect(before.commitment).toBe(18)
  })

  it('not into real data', async () => {
    const real = await openTestHouse()
    await real.open.execute(`insert into instance (id, demonstration, secret) values (1, false, 'x')`)
    await expect(loadDemonstration(real)).rejects.toThrow('real data')
    await real.close()
  })

  it('with every title word for word as in the data, in both languages', async () => {
    const later = day('2025-12-31')
    for (const [id, file] of [
      ['lv-3', nap3],
      ['lv-4', nap4],
    ] as const) {
      const plan = await planById(house.db, id, later)
      expect([plainText(plan?.title, 'lv'), plainText(plan?.title, 'en')]).toEqual([file.plan.title_lv, file.plan.title_en])
      const stored = await commitmentsOf(house.db, [id], later)
      const titles = (language: 'lv' | 'en') =>
        stored.map(({ commitment, milestones }) => [
          commitment.number,
          plainText(commitment.title, language),
          ...milestones.map((m) => plainText(m.title, language)),
        ])
      for (const language of ['lv', 'en'] as const)
        expect(titles(language)).toEqual(
          file.commitments.map((c) => [c.number, c[`title_${language}`], ...c.milestones.map((m) => m[`title_${language}`])]),
        )
    }
  })

  it('with a record that verifies, every row naming an entry', async () => {
    const problems: RecordProblem[] = []
    const verified = await verifyRecord(house.db, (problem) => problems.push(problem))
    expect(problems).toEqual([])
    expect(verified.entries).toBeGreaterThan(50)
  })
})

describe('on 10 September 2019', () => {
  it('the commitments stand as sources and the made-up updates tell', async () => {
    expect(await picture()).toEqual({
      1: 'substantial 2/3',
      2: 'limited 0/2',
      3: 'complete 3/3',
      4: 'awaiting 0/0',
      5: 'limited 2/3',
      6: 'limited 3/4',
      7: 'limited 1/2',
      8: 'limited 1/3',
      9: 'awaiting 0/0',
      10: 'awaiting 0/0',
      11: 'complete 2/2',
      12: 'awaiting 0/2',
    })
  })

  it('nothing that became known later is to be seen', async () => {
    const plans = await listPlans(house.db, today)
    const ids = plans.map((plan) => plan.id)
    const commitments = await commitmentsOf(house.db, ids, today)
    const commitmentIds = commitments.map((c) => c.commitment.id)
    const shown = [
      plans,
      commitments,
      await phasesOf(house.db, ids, today),
      await deadlinesOf(house.db, ids, today),
      await newestVersions(house.db, ids, today, 500),
      await factsOf(house.db, commitmentIds, today),
      await findingsOf(house.db, commitmentIds, today),
      await linksOf(house.db, commitmentIds, today),
      await organisationNamesAt(house.db, 'all', today).then((names) => [...names]),
      (await latestEntries(house.db, { before: null, object: null, limit: 500 })).map(({ entry }) => entry.content),
    ]
    expect(commitments.every((c) => c.commitment.planId === 'lv-3')).toBe(true)
    expect(await findingsOf(house.db, commitmentIds, today)).toEqual([])
    // Fingerprints are left out: any figures may stand in them.
    const text = JSON.stringify(shown, (key, value: unknown) => (['actualKnownFrom', 'sha256'].includes(key) ? null : value))
    const traces = [
      '2020-02-11',
      'Nr. 54 ',
      '2021-09-09',
      'Nr. 606',
      '2022',
      '2023',
      '2024',
      'implementation-report',
      'marginal',
      'delna.lv/en/2019/10',
      'Viedās',
    ]
    expect(traces.filter((trace) => text.includes(trace))).toEqual([])
  })

  it('plan 4 is a calendar from the slides, with months kept as months', async () => {
    const phases = await phasesOf(house.db, ['lv-4'], today)
    expect(phases.map((p) => [plainText(p.label, 'lv'), p.plannedStart, p.plannedEnd, p.actualStart])).toEqual([
      ['Diskusiju dokuments', '2019-09', '2019-09', null],
      ['Ideju aptauja', '2019-09', '2019-09', null],
      ['Atvērta diskusija', '2019-09-16', '2019-09-16', null],
      ['Izvēle un koprade grupās', '2019-10', '2019-11', null],
      ['MK apstiprina', '2019-12', '2019-12', null],
      ['Plāns sākas', '2020-01-01', '2020-01-01', null],
    ])
    expect(await deadlinesOf(house.db, ['lv-4'], today)).toEqual([])
    expect((await planById(house.db, 'lv-4', today))?.approvedOn).toBeNull()
  })

  it('legal and working deadlines of plan 3 stand side by side', async () => {
    const deadlines = await deadlinesOf(house.db, ['lv-3'], today)
    expect(deadlines.map((d) => [d.kind, d.duty, d.due])).toEqual([
      ['legal', 'contribution', '2018-09-01'],
      ['legal', 'contribution', '2019-09-01'],
      ['working', 'contribution', '2019-09-12'],
      ['legal', 'report', '2019-11-30'],
    ])
    expect(deadlines.every((d) => plainText(d.title, 'lv') && plainText(d.title, 'en') && !plainText(d.title, 'lv').includes(' / '))).toBe(
      true,
    )
  })

  it('the first commitment has what the officer and the partner would find', async () => {
    const found = await commitmentByNumber(house.db, 'lv-3', 1, today)
    if (!found) throw new Error('commitment 1 is missing')
    const byNumber = new Map(found.milestones.map((m) => [m.id, m.number]))
    const updates = await updatesOn(house.db, [...byNumber.keys()], today)
    expect(updates.map((u) => [byNumber.get(u.milestoneId), u.number, u.state, u.publishedOn, u.evidence.length])).toEqual([
      [2, 2, 'complete', '2019-09-10', 2],
      [2, 1, 'complete', '2019-09-10', 1],
      [1, 1, 'complete', '2019-08-29', 2],
      [2, 1, 'limited', '2018-08-30', 0],
    ])
    expect(updates.every((u) => u.demonstration && u.text.startsWith('Izdomāts paraugs demonstrācijai.'))).toBe(true)
    const voices = await assessmentsOf(house.db, [found.commitment.id], today)
    expect(voices.map((v) => [v.organisationId, v.voice, v.state ?? v.verdict, v.signers])).toEqual([
      ['providus', 'partner', 'disagree', ['lpa']],
      ['vk', 'self', 'substantial', []],
    ])
    expect(found.milestones[2]?.plannedStart).toBe('2017-H1')
    expect(found.milestones[2]?.plannedEnd).toBe('2019-H1')
    expect(found.parties.filter((p) => p.part === 'lead').map((p) => p.organisationId)).toEqual(['vk', 'sif', 'km'])
  })
})

describe('once the date has moved', () => {
  it('what became known shows: findings, follow-up, the fourth plan, names', async () => {
    const findings = async (on: string) => {
      const rows = await commitmentsOf(house.db, ['lv-3'], day(on))
      return findingsOf(
        house.db,
        rows.map((c) => c.commitment.id),
        day(on),
      )
    }
    expect(await findings('2020-07-19')).toHaveLength(0)
    const after = await findings('2020-07-20')
    expect(after).toHaveLength(12)
    expect(after.filter((f) => f.completion !== null).map((f) => [f.completion, f.potentialImpact])).toEqual([['substantial', 'minor']])
    expect(await commitmentsOf(house.db, ['lv-4'], day('2020-02-10'))).toHaveLength(0)
    expect(await commitmentsOf(house.db, ['lv-4'], day('2020-02-11'))).toHaveLength(6)
    expect((await deadlinesOf(house.db, ['lv-4'], day('2020-02-11'))).map((d) => d.due)).toEqual(['2021-02-01', '2022-02-01', null, null])
    const tap = await commitmentByNumber(house.db, 'lv-3', 2, today)
    const facts = (on: string) => factsOf(house.db, [tap?.commitment.id ?? 0], day(on))
    expect(await facts('2021-09-08')).toHaveLength(1)
    expect((await facts('2021-09-09')).map((f) => f.kind)).toEqual(['result', 'follow-up'])
    expect(plainText((await organisationNamesAt(house.db, ['varam'], day('2024-01-01'))).get('varam'), 'lv')).toMatch(/^Viedās/)
  })
})

describe('the data are told in full', () => {
  /** Sentences of a result, without what the reviewer says (that stands in the findings) and without what is only “not seen”. */
  const sentences = (text: string): string[] =>
    text
      .split(/(?<=[.;])\s+(?=[A-ZĀČĒĢĪĶĻŅŠŪŽ2-9IrN])/u)
      .filter((sentence) => !/IRM|not seen|nav redzēts|result data|rezultātu nav/u.test(sentence))

  it('every value, source and day of the data is somewhere', async () => {
    const stored = JSON.stringify(
      await Promise.all(
        ['commitment_fact', 'finding', 'document_content', 'commitment', 'plan', 'source_state', 'commitment_link'].map(
          async (name) => (await house.open.execute(`select * from "${name}"`)).rows,
        ),
      ),
    )
    for (const file of [nap3, nap4])
      for (const source of [...file.plan.sources, ...file.commitments.flatMap((c) => c.sources)])
        if (source.startsWith('http') && !source.endsWith('/LV0041/')) expect(stored).toContain(source)
  })

  it('every number and year of the results stands in a fact', async () => {
    const { rows } = (await house.open.execute(`select text from commitment_fact`)) as { rows: { text: { lv: { text: string } } }[] }
    const told = rows.map((row) => row.text.lv.text).join(' ')
    for (const file of [nap3, nap4])
      for (const c of file.commitments)
        for (const number of sentences(c.result_lv).flatMap((sentence) => sentence.match(/\d[\d ]*\d|\d/gu) ?? []))
          expect(told).toContain(number)
  })

  it('Latvian texts have their diacritics and English ones have none', async () => {
    for (const [table, column] of [
      ['commitment_fact', 'text'],
      ['phase', 'title'],
      ['deadline', 'title'],
      ['deadline', 'basis'],
      ['document', 'title'],
      ['report_section', 'body'],
    ] as const) {
      const { rows } = (await house.open.execute(`select ${column} as text from ${table}`)) as {
        rows: { text: { lv?: { text: string }; en?: { text: string } } }[]
      }
      for (const { text } of rows) {
        expect(text.lv, table).toBeDefined()
        expect(text.en, table).toBeDefined()
        const lv = text.lv?.text ?? ''
        if (lv.length > 30) expect(lv).toMatch(/[āčēģīķļņšūž]/iu)
        expect(text.en?.text.replace('Latvijas Vēstnesis', '')).not.toMatch(/[āčēģīķļņšūž]/iu)
      }
    }
  })

  it('unknown stays unknown', async () => {
    const { rows } = (await house.db.execute(sql`
      select count(*)::int as n from commitment where money_euro is not null or money_secured is not null or challenges <> '{}'`)) as unknown as {
      rows: { n: number }[]
    }
    expect(rows[0]?.n).toBe(0)
  })
})
