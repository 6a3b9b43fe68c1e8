import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../test/support/house.ts'
import { type RecordProblem, verifyRecord } from '../record/index.ts'
import { commentTexts } from './commentsTexts.ts'
import { loadDemonstration } from './index.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await loadDemonstration(house)
})
afterAll(() => house.close())

async function rowsOf<Row>(sql: string): Promise<Row[]> {
  const { rows } = (await house.open.execute(sql)) as { rows: Row[] }
  return rows
}

const tables = [
  'theme',
  'answer',
  'idea_merge',
  'waiting_count',
  'answer_days_count',
  'call',
  'idea',
  'support',
  'support_count',
  'idea_count',
  'comment',
  'person',
  'record_entry',
  'mail',
]

/** What the tables hold that the ideas touch. */
const counts = (): Promise<unknown[]> =>
  rowsOf(tables.map((name) => `select '${name}' as of, count(*)::int as rows from "${name}"`).join(' union all '))

it('a call is open with a few dozen ideas, some of which nobody sees', async () => {
  const [call] = await rowsOf<{ starts: string; ends: string; kinds: string[]; reason: boolean }>(
    `select starts_on::text as starts, ends_on::text as ends, kinds, short_notice_reason is not null as reason from call where plan_id = 'lv-4' and published_on is not null`,
  )
  expect(call).toEqual({ starts: '2019-09-02', ends: '2019-09-30', kinds: ['idea', 'data-wish', 'burden'], reason: true })
  const ideas = await rowsOf<{ number: number; visibility: string; kind: string; demonstration: boolean; on: string }>(
    `select number, visibility, kind, demonstration, sent_on::text as on from idea order by number`,
  )
  const of = (visibility: string) => ideas.filter((one) => one.visibility === visibility).length
  expect([of('waiting'), of('hidden')]).toEqual([2, 1])
  expect(of('published')).toBeGreaterThanOrEqual(40)
  expect(ideas.map(({ number }) => number)).toEqual(ideas.map((_, index) => index + 1))
  expect(ideas.map(({ on }) => on)).toEqual(ideas.map(({ on }) => on).toSorted())
  expect(ideas.every(({ demonstration, on }) => demonstration && on >= '2019-09-02' && on <= '2019-09-10')).toBe(true)
  for (const kind of ['idea', 'data-wish', 'burden']) expect(ideas.filter((one) => one.kind === kind).length).toBeGreaterThanOrEqual(6)
})

it('counters say what the rows say', async () => {
  expect(
    await rowsOf(
      `select i.number from idea i
       where i.supports <> (select count(*) from support s where s.idea_id = i.id)
          or i.supports <> (select coalesce(sum(c.supports), 0) from support_count c where c.idea_id = i.id)
          or i.comments <> (select count(*) from comment c where c.idea_id = i.id and c.visibility = 'published')`,
    ),
  ).toEqual([])
  expect(
    await rowsOf(
      `select coalesce(c.idea_id, s.idea_id) from support_count c
       full join (select idea_id, sector, count(*)::int as n from support group by 1, 2) s on s.idea_id = c.idea_id and s.sector = c.sector
       where c.supports is distinct from s.n`,
    ),
  ).toEqual([])
  const counted = `select plan_id, kind, answer_state, ideas from idea_count where ideas <> 0 order by 1, 2, 3`
  const there = `select plan_id, kind, answer_state, count(*)::int as ideas from idea where visibility = 'published' and merged_into_id is null group by 1, 2, 3 order by 1, 2, 3`
  expect(await rowsOf(counted)).toEqual(await rowsOf(there))
  expect(await rowsOf(`select sum(supports)::int > 300 as many, max(supports) as most from idea`)).toMatchObject([{ many: true }])
})

it('nobody supports their own idea, and nothing is supported that not everyone sees', async () => {
  const wrong = await rowsOf(
    `select i.number from support s join idea i on i.id = s.idea_id where s.person_id = i.author_id or i.visibility <> 'published'`,
  )
  expect(wrong).toEqual([])
})

it('the earliest are answered in every state, with reasons, by an institution; one duplicate is merged', async () => {
  const answers = await rowsOf<{ state: string }>(
    `select a.state from answer a join idea i on i.id = a.idea_id and i.answer_state = a.state and i.answered_on = a.answered_on
     where a.demonstration and a.institution_id = i.answerer_id order by 1`,
  )
  expect([answers.length, [...new Set(answers.map(({ state }) => state))]]).toEqual([
    9,
    ['accepted', 'already-done', 'not-now', 'outside', 'partly'],
  ])
  const waiting = `select plan_id, sum(ideas)::int as ideas from waiting_count group by 1`
  const there = `select plan_id, count(*)::int as ideas from idea where visibility = 'published' and merged_into_id is null and answer_state = 'waiting' group by 1`
  expect(await rowsOf(waiting)).toEqual(await rowsOf(there))
  expect(await rowsOf(`select sum(ideas)::int as ideas from answer_days_count`)).toEqual([{ ideas: 9 }])
  expect(await rowsOf(`select i.id from idea i join idea_merge m on m.idea_id = i.id and m.into_id = i.merged_into_id`)).toHaveLength(1)
  expect(await rowsOf(`select t.id from theme t join idea i on i.theme_id = t.id group by 1`)).toHaveLength(5)
  expect(await rowsOf(`select id from mail where subject ilike '%ide%'`)).toEqual([])
})

it('everything is in the record, which is whole and tells no text', async () => {
  const problems: RecordProblem[] = []
  await verifyRecord(house.db, (problem) => problems.push(problem))
  expect(problems).toEqual([])
  for (const table of ['call', 'idea', 'comment', 'theme', 'answer', 'idea_merge'])
    expect(await rowsOf(`select t.id from "${table}" t left join record_entry e on e.seq = t.record_seq where e.seq is null`)).toEqual([])
  const said = Object.values(commentTexts).flatMap((all) => all.map(({ body }) => body))
  const entries = await rowsOf<{ entry: string }>(`select entry from record_entry where act in ('sendIdea', 'comment')`)
  expect(entries.length).toBeGreaterThan(100)
  for (const text of [...said, 'Iedzīvotāja, Rēzekne']) expect(entries.filter(({ entry }) => entry.includes(text))).toEqual([])
})

it('a second time changes nothing, also where an idea was hidden meanwhile', async () => {
  await house.open.execute(`update idea set visibility = 'hidden' where number = 5`)
  const before = await counts()
  await loadDemonstration(house)
  expect(await counts()).toEqual(before)
})
