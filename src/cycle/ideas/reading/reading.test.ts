import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { addDays } from '../../../platform/dates/partialDate.ts'
import { localText } from '../../../platform/languages/languages.ts'
import { plan } from '../../plan/index.ts'
import { idea } from '../tables.ts'
import { aCall, anIdea, type Call } from '../testSupport.ts'
import { choicesOf, IDEAS_A_PAGE, type IdeaFilter, type IdeaPlace, listIdeas } from './listIdeas.ts'
import { wholeList } from './wholeList.ts'

let house: TestHouse
let call: Call
let whole: IdeaFilter
beforeAll(async () => {
  house = await openTestHouse()
  call = await aCall(house)
  whole = {
    planId: 'lv-5',
    state: null,
    kind: null,
    topic: null,
    themeId: null,
    answererId: null,
    stems: [],
    order: 'support',
    today: house.clock.today(),
  }
  for (let n = 1; n <= IDEAS_A_PAGE + 5; n += 1) {
    const { id } = await anIdea(house, call, {
      title: localText(n % 2 ? `Atvērtie dati ${n}` : `Iepirkumi ${n}`),
      values: n % 3 ? ['civic-participation'] : [],
      kind: n % 5 ? 'idea' : 'burden',
    })
    // Two of each number of supports, so that ties have an order too.
    await house.db
      .update(idea)
      .set({ supports: Math.floor(n / 2) })
      .where(eq(idea.id, id))
  }
})
afterAll(() => house.close())

const numbersOf = async (filter: Partial<IdeaFilter>, after: IdeaPlace | null = null) =>
  (await listIdeas(house.db, { ...whole, ...filter }, after)).ideas.map((one) => one.number)

describe('the list of ideas', () => {
  it('goes on from page to page without a gap or a repetition, in each order', async () => {
    for (const order of ['support', 'newest', 'late'] as const) {
      const first = await listIdeas(house.db, { ...whole, order }, null)
      const second = await listIdeas(house.db, { ...whole, order }, first.next)
      const all = [...first.ideas, ...second.ideas].map((one) => one.number)
      expect([first.total, first.ideas.length, second.ideas.length, second.next, new Set(all).size]).toEqual([25, 20, 5, null, 25])
    }
    expect((await numbersOf({})).slice(0, 3)).toEqual([25, 24, 23])
  })

  it('is narrowed by kind, state, topic and words together, each in the forms that Latvian has', async () => {
    expect(await numbersOf({ kind: 'burden' })).toEqual([25, 20, 15, 10, 5])
    expect(await numbersOf({ kind: 'burden', topic: 'civic-participation' })).toEqual([25, 20, 10, 5])
    expect(await numbersOf({ kind: 'burden', topic: 'civic-participation', stems: [['iepirkum']] })).toEqual([20, 10])
    expect(await numbersOf({ state: 'accepted' })).toEqual([])
    expect((await numbersOf({ answererId: '-', stems: [['dat'], ['atvert']] })).length).toBe(13)
    expect(await numbersOf({ answererId: 'vk' })).toEqual([])
    expect(await numbersOf({ planId: 'lv-9' })).toEqual([])
  })

  it('shows nothing that is hidden, waiting or of a later day', async () => {
    const hidden = await anIdea(house, call)
    await house.db.update(idea).set({ visibility: 'hidden' }).where(eq(idea.id, hidden.id))
    const later = await anIdea(house, call)
    await house.db
      .update(idea)
      .set({ publishedOn: addDays(house.clock.today(), 5) })
      .where(eq(idea.id, later.id))
    const seen: number[] = []
    for await (const part of wholeList(house.db, 'lv-5', house.clock.today())) seen.push(...part.map((one) => one.number))
    expect(seen).not.toContain(hidden.number)
    expect(seen).not.toContain(later.number)
    expect(await numbersOf({ order: 'newest' })).not.toContain(later.number)
    await house.db.delete(idea).where(eq(idea.id, later.id))
  })

  it('tells what is overdue, and who answers', async () => {
    const late = await anIdea(house, call)
    await house.db
      .update(idea)
      .set({ answerDue: addDays(house.clock.today(), -7) })
      .where(eq(idea.id, late.id))
    expect((await numbersOf({ order: 'late' }))[0]).toBe(late.number)
    expect(await choicesOf(house.db, 'lv-5')).toEqual({ themes: [], answerers: [] })
  })

  it('is the same of a thousand ideas, of which not all are gathered, as of few', async () => {
    const many = { ...whole, planId: 'lv-6', kind: 'idea' as const, topic: 'integrity' as const }
    const [row] = await house.db.select().from(plan).where(eq(plan.id, 'lv-5'))
    if (!row) throw new Error('no plan')
    await house.db.insert(plan).values({ ...row, id: 'lv-6', ordinal: 6 })
    // Of 1400 ideas each second is about integrity, each seventh of them about a word, and one is merged.
    await house.db.execute(sql`
      insert into idea (plan_id, call_id, number, kind, title, problem, proposal, challenges, author_kind, sector, channel, language, sent_on,
        sent_at, visibility, published_on, answer_due, supports, words, record_seq)
      select 'lv-6', ${call.id}, n, 'idea', '{}', '{}', '{}', case when n % 2 = 0 then array['integrity'] else '{}' end, 'display-name', 'resident',
        'web', 'lv', '2019-09-01', now(), 'published', '2019-09-01', '2019-10-01', n % 90, case when n % 14 = 0 then 'iepirkum' else 'dat' end::tsvector, 1
      from generate_series(1, 1400) n`)
    await house.db
      .update(idea)
      .set({ mergedIntoId: (await house.db.select({ id: idea.id }).from(idea).where(eq(idea.number, 1)))[0]?.id })
      .where(and(eq(idea.planId, 'lv-6'), eq(idea.number, 1400)))
    const bySupport = (numbers: number[]) => numbers.sort((a, b) => (b % 90) - (a % 90) || b - a)
    const everySecond = bySupport(Array.from({ length: 699 }, (_, n) => 2 * (n + 1)))
    const first = await listIdeas(house.db, many, null)
    const second = await listIdeas(house.db, many, first.next)
    expect([first.total, first.more]).toEqual([500, true])
    expect([...first.ideas, ...second.ideas].map((one) => one.number)).toEqual(everySecond.slice(0, 2 * IDEAS_A_PAGE))
    const sought = await listIdeas(house.db, { ...many, stems: [['iepirkum']] }, null)
    expect([sought.total, sought.more]).toEqual([100, false])
    expect(sought.ideas.map((one) => one.number)).toEqual(
      bySupport(Array.from({ length: 100 }, (_, n) => 14 * (n + 1))).slice(0, IDEAS_A_PAGE),
    )
    const newest = await listIdeas(house.db, { ...many, order: 'newest' }, null)
    expect(newest.ideas.map((one) => one.number)).toEqual(Array.from({ length: IDEAS_A_PAGE }, (_, n) => 1398 - 2 * n))
  })

  it('gives open data without anything of the author but what everyone sees', async () => {
    for await (const part of wholeList(house.db, 'lv-5', house.clock.today()))
      for (const one of part) expect(Object.keys(one)).not.toEqual(expect.arrayContaining(['authorId']))
  })
})
