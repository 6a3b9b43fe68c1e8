import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { appendTestAct } from '../../../../test/support/record.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { commitment } from '../../plan/index.ts'
import { idea } from '../tables.ts'
import { candidateQuery } from './candidates.ts'
import { EVERY_IDEA } from './countStems.ts'
import { similarTo } from './similarTo.ts'
import { ideaStem } from './tables.ts'
import { aCall, PLAN, sendIdea } from './testSupport.ts'

let house: TestHouse

beforeAll(async () => {
  house = await openTestHouse()
  const call = await aCall(house)
  for (const [title, text] of [
    ['Publisko iepirkumu līgumi atvērto datu formātā', 'Līgumi ir skenēti, dati jāpublicē mašīnlasāmi.'],
    ['Lobētāju reģistrs', 'Nav zināms, kas ietekmē likumprojektus.'],
    ['Domes sēžu tiešraide', 'Sēdes jāpārraida internetā.'],
    ['Suņu pastaigu laukums', 'Apkaimē vajag laukumu suņiem.'],
    ['Sniega tīrīšanas karte', 'Jāredz, kur iela tīrīta.'],
  ] as const)
    await sendIdea(house, call, { title, text })
  await sendIdea(house, call, { title: 'A register of lobbyists', text: 'Companies influence bills.', language: 'en' })
})
afterAll(() => house.close())

const asked = async (title: string, proposal = '', language: Language = 'lv', planId = PLAN) =>
  similarTo(house, planId, { title, problem: '', proposal }, language)
const found = async (...question: Parameters<typeof asked>): Promise<number[]> =>
  (await asked(...question)).ideas.map(({ number }) => number)

describe('ideas like the one being written', () => {
  it.each<[string, string, Language?]>([
    ['in other forms of the words', 'Iepirkuma līgumu publicēšana'],
    ['without diacritics', 'iepirkuma ligumu publicesana'],
    ['with typing errors', 'Iepikrumu līgmu dati'],
  ])('are found %s', async (_, title) => expect((await found(title))[0]).toBe(1))

  it('are found in the language in which they are written, also where the page is in the other one', async () => {
    expect((await found('Lobbyists should be registered', '', 'en'))[0]).toBe(6)
    expect((await found('Register of lobbyists', '', 'lv'))[0]).toBe(6)
  })

  it('say which words they share, as they stand there', async () => {
    const [first] = (await asked('Tiešraides no sēdēm', 'Pārraidīt internetā domes sēdes')).ideas
    expect(first?.number).toBe(3)
    expect(first?.words.map(({ text }) => text)).toEqual(expect.arrayContaining(['tiešraide', 'domes', 'sēdes']))
  })

  it('are none where nothing is alike, nothing telling was typed, or the plan is another', async () => {
    expect(await found('Augļi bērnudārzos')).toEqual([])
    expect(await found('un vai par', '–')).toEqual([])
    expect(await found('Lobētāju reģistrs', '', 'lv', 'lv-9')).toEqual([])
  })

  it('are only those that everyone sees and that were not merged into another', async () => {
    expect(await found('Suņu laukums')).toContain(4)
    await house.db.update(idea).set({ visibility: 'hidden' }).where(eq(idea.number, 4))
    await appendTestAct(house)
    expect(await found('Suņu laukums')).toEqual([])
    expect(await found('Sniega tīrīšana')).toContain(5)
    await house.db.update(idea).set({ mergedIntoId: sql`(select id from idea where number = 3)` }).where(eq(idea.number, 5))
    await appendTestAct(house)
    expect(await found('Sniega tīrīšana')).toEqual([])
  })

  it('take any text, as long and as odd as it comes', async () => {
    for (const text of ["'); drop table idea; --", "\\\\' & | ! :* <->", 'ā'.repeat(30_000), 'vārds '.repeat(20_000), '😀 \u0301'])
      await expect(asked(text, text)).resolves.toBeDefined()
    expect((await found('Lobētāju reģistrs'))[0]).toBe(2)
  })
})

describe('commitments like it', () => {
  it('are of plans that are not closed, with their plan, and not before they are known', async () => {
    const [first] = (await asked('Publicēt atvērtos datus')).commitments
    expect(first).toMatchObject({ planId: PLAN, number: 1 })
    expect(first?.words.map(({ text }) => text)).toEqual(expect.arrayContaining(['atvērtie', 'dati']))
    await house.db.update(commitment).set({ knownFrom: sql`'2019-12-01'` })
    await appendTestAct(house)
    expect((await asked('Publicēt atvērtos datus')).commitments).toEqual([])
  })

  it('are none once the plan has ended', async () => {
    await house.db.update(commitment).set({ knownFrom: null })
    await appendTestAct(house)
    house.setToday('2022-01-01')
    expect((await asked('Publicēt atvērtos datus')).commitments).toEqual([])
    house.setToday('2019-09-10')
  })
})

it('each stem is counted once an idea, and all ideas under the empty one', async () => {
  const counts = new Map((await house.db.select().from(ideaStem)).map(({ stem, ideas }) => [stem, ideas]))
  expect(counts.get(EVERY_IDEA)).toBe(6)
  expect(counts.get('registr')).toBe(1)
  expect(counts.get('dat')).toBe(1)
})

describe('the question to the index', () => {
  const term = (stem: string, ideas: number) => ({ stems: [stem], ideas, weight: 1 })

  it('takes rare words one by one, and of common ones two that stand together', () => {
    expect(candidateQuery([term('reta', 10), term('parasta', 100_000), term('bieza', 200_000)], 1_000_000)).toBe("('reta')")
    expect(candidateQuery([term('a', 5_000), term('b', 15_000)], 1_000_000)).toBe("(('a')&('b'))")
  })

  it('never asks for one word that very many ideas have', () => {
    const common = ['a', 'b', 'c', 'd', 'e'].map((stem, index) => term(stem, 300_000 + index))
    expect(
      candidateQuery(common, 1_000_000)
        ?.split('|')
        .every((part) => part.includes('&')),
    ).toBe(true)
    expect(candidateQuery([], 1_000_000)).toBe(null)
  })

  it('quotes whatever a stem is made of', () => expect(candidateQuery([term("o'b\\c", 1)], 10)).toBe("('o''b\\\\c')"))
})
