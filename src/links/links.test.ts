import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../test/support/house.ts'
import { correctDocument } from '../cycle/documents/correctDocument.ts'
import { publishDocument } from '../cycle/documents/publishDocument.ts'
import { publishVersion } from '../cycle/documents/publishVersion.ts'
import { minutes, titled } from '../cycle/documents/testSupport.ts'
import { withdrawVersion } from '../cycle/documents/withdrawVersion.ts'
import { withdrawEvidence } from '../cycle/monitoring/withdrawEvidence.ts'
import { secretary } from '../cycle/plan/testSupport.ts'
import { loadDemonstration } from '../demonstration/index.ts'
import type { House } from '../platform/house.ts'
import type { Answer } from '../platform/links/askAddress.ts'
import { verifyRecord } from '../record/index.ts'
import { checkLinks, type Round } from './checkLinks.ts'
import { checksLinks, deadLinks, findLinks, listLinks } from './index.ts'

const PLAN = 'lv-3'
const there: Answer = { state: 'there', problem: null, asIfCutOff: false }
const gone: Answer = { state: 'gone', problem: '404', asIfCutOff: false }
const unclear: Answer = { state: 'unclear', problem: '403', asIfCutOff: false }
const noHost: Answer = { state: 'gone', problem: 'host', asIfCutOff: true }

let test: TestHouse
let house: House
let now: Date
beforeAll(async () => {
  test = await openTestHouse()
  await loadDemonstration(test)
  house = { ...test, configuration: { ...test.configuration, checkLinks: true }, clock: { today: test.clock.today, now: () => now } }
})
afterAll(() => test.close())
beforeEach(async () => {
  now = new Date('2026-03-01T08:00:00Z')
  test.setToday('2026-03-01')
  for (const table of ['link', 'link_finding']) await test.open.execute(`delete from ${table}`)
})

type Row = Record<string, unknown>
const rows = async (statement: string, values: unknown[] = []): Promise<Row[]> => (await test.open.execute(statement, values)).rows as Row[]
const linkTo = async (address: string): Promise<Row | undefined> => (await rows('select * from link where address = $1', [address]))[0]
const placesOf = async (address: string): Promise<unknown[]> =>
  (await rows('select place from link_use join link on link.id = link_id where address = $1 order by place', [address])).map(
    ({ place }) => place,
  )
const acts = async (): Promise<{ seq: number; act: string; object: string; content: Row }[]> =>
  (await rows(`select entry from record_entry where act in ('findDeadLink','findLinkAgain') order by seq`)).map(({ entry }) =>
    JSON.parse(String(entry)),
  )
const later = (days: number): void => {
  now = new Date(now.getTime() + days * 24 * 60 * 60 * 1000)
  test.setToday(now.toISOString().slice(0, 10))
}
const publish = (url: string, title = 'Sēdes protokols'): Promise<number> =>
  publishDocument(house, secretary, PLAN, minutes({ title: titled(title), main: { url } }))

/** A round that asks nobody: each address answers as told, all others are there. Tells what was asked. */
async function round(answers: Readonly<Record<string, Answer>> = {}, more: Partial<Round> = {}): Promise<string[]> {
  const asked: string[] = []
  await checkLinks(house, {
    ask: async (address) => {
      asked.push(address)
      return answers[address] ?? there
    },
    pause: 0,
    isStopping: () => false,
    ...more,
  })
  return asked
}

/** Only this link is there to be asked about. */
const onlyThis = (address: string) => test.open.execute('delete from link where address <> $1', [address])

describe('links', () => {
  it('are found in plans, deadlines, commitments, documents, evidence and what sources tell; of drafts and texts nothing', async () => {
    await findLinks(house)
    const things = await rows(`select split_part(thing, ':', 1) as kind, count(*)::int as n from link_use group by 1 order by 1`)
    expect(things.map(({ kind }) => kind)).toEqual(['commitment', 'deadline', 'document', 'evidence', 'plan', 'source-state'])
    const [named] = await rows(`
      select (select count(*)::int from evidence where url is not null and published_on is not null) as published,
             (select count(*)::int from link_use where thing like 'evidence:%') as found,
             (select count(*)::int from link where address !~ '^https?://') as others`)
    expect(Number(named?.published)).toBeGreaterThan(0)
    expect(named).toMatchObject({ found: named?.published, others: 0 })
  })

  it('are found once, whoever names them, and forgotten when nothing does any more', async () => {
    const address = 'https://kopa.example/protokols'
    const [first, second] = [await publish(address), await publish(address)]
    await findLinks(house)
    expect(await placesOf(address)).toEqual([first, second].map((id) => `/plans/${PLAN}/documents/${id}`))
    const next = { version: 1, main: { text: 'Teksts' }, alternative: null, organisationId: null, reason: 'Saites vietā publicēts teksts.' }
    await publishVersion(house, secretary, PLAN, first, next)
    await findLinks(house)
    // The first version still leads there.
    expect(await placesOf(address)).toHaveLength(2)
    for (const id of [first, second]) await withdrawVersion(house, secretary, PLAN, id, 1, { reason: 'Saite veda uz svešu lapu.' })
    await findLinks(house)
    expect(await linkTo(address)).toBeUndefined()
  })

  it('of evidence that is taken out of view are forgotten', async () => {
    await findLinks(house)
    const [found] = await rows(`select id, url from evidence where url is not null and published_on is not null order by id limit 1`)
    const places = await placesOf(String(found?.url))
    await withdrawEvidence(house, secretary, Number(found?.id), { reason: 'Adresē bija personas vārds.' })
    await findLinks(house)
    expect(await placesOf(String(found?.url))).toHaveLength(places.length - 1)
  })

  it('keep what is known of them when something else about their thing changes', async () => {
    const address = 'https://paliek.example/'
    const id = await publish(address)
    await findLinks(house)
    await round({ [address]: gone })
    const before = await linkTo(address)
    await correctDocument(house, secretary, PLAN, id, {
      version: 1,
      title: titled('Cits nosaukums'),
      kind: 'minutes',
      dated: null,
      language: 'lv',
      standing: 'official',
      licence: null,
      reason: 'Nosaukums bija nepilnīgs.',
    })
    await findLinks(house)
    expect(await linkTo(address)).toEqual(before)
    expect(before).toMatchObject({ state: 'gone', failures: 1, problem: '404' })
  })
})

describe('a round of questions', () => {
  it('asks each link once and again when it is due', async () => {
    await findLinks(house)
    const all = Number((await rows('select count(*) as n from link'))[0]?.n)
    expect(all).toBeGreaterThan(20)
    const asked = await round()
    while (asked.length < all) asked.push(...(await round()))
    expect(new Set(asked).size).toBe(all)
    expect(await round()).toEqual([])
    later(6)
    expect(await round()).toEqual([])
    later(1)
    expect((await round()).length).toBeGreaterThan(0)
  })

  it('asks sixty at most, four hosts at once, each one thing after the other', async () => {
    for (let n = 0; n < 70; n += 1)
      await test.open.execute(`insert into link (id, address, next_check_at) values ($1, $2, $3)`, [
        `id${n}`,
        `https://host${n % 7}.example/${n}`,
        now.toISOString(),
      ])
    const open = new Map<string, number>()
    let [most, mostAtOneHost] = [0, 0]
    const asked: string[] = []
    const ask = async (address: string): Promise<Answer> => {
      asked.push(address)
      const { hostname } = new URL(address)
      open.set(hostname, (open.get(hostname) ?? 0) + 1)
      most = Math.max(
        most,
        [...open.values()].reduce((sum, n) => sum + n, 0),
      )
      mostAtOneHost = Math.max(mostAtOneHost, ...open.values())
      await new Promise((resolve) => setImmediate(resolve))
      open.set(hostname, (open.get(hostname) ?? 0) - 1)
      return there
    }
    await round({}, { ask })
    expect([asked.length, most, mostAtOneHost]).toEqual([60, 4, 1])
  })

  it('of several processes asks no link twice', async () => {
    await findLinks(house)
    const asked = (await Promise.all([round(), round(), round()])).flat()
    expect(new Set(asked).size).toBe(asked.length)
  })

  it('in which nobody at all answers says nothing of anyone; a single host that is away does', async () => {
    const addresses = ['https://viens.example/', 'https://divi.example/', 'https://tris.example/']
    for (const address of addresses) await publish(address)
    await findLinks(house)
    await test.open.execute('delete from link where not address = any($1)', [addresses])
    const nobody = Object.fromEntries(addresses.map((address) => [address, noHost]))
    for (let n = 0; n < 4; n += 1) {
      expect(await round(nobody)).toHaveLength(3)
      later(1)
    }
    expect(await rows('select distinct state, failures from link')).toEqual([{ state: 'unknown', failures: 0 }])
    await round({ ...nobody, 'https://tris.example/': there })
    expect(await linkTo('https://viens.example/')).toMatchObject({ state: 'gone', failures: 1, problem: 'host' })
  })

  it('that is broken off notes nothing, and what it had taken comes again', async () => {
    const address = 'https://partraukts.example/'
    await publish(address)
    await findLinks(house)
    await onlyThis(address)
    let stopping = false
    const ask = async (): Promise<Answer> => {
      stopping = true
      return gone
    }
    await round({}, { ask, isStopping: () => stopping })
    expect(await linkTo(address)).toMatchObject({ state: 'unknown', failures: 0 })
    expect(await round()).toEqual([])
    later(1)
    expect(await round()).toEqual([address])
  })
})

describe('a link that died', () => {
  it('is told in the record once, with the day since when and what names it, and once more when it answers again', async () => {
    const address = 'https://zudusi.example/lapa'
    const id = await publish(address)
    const place = `/plans/${PLAN}/documents/${id}`
    await findLinks(house)
    await onlyThis(address)
    const before = (await acts()).length
    for (let n = 0; n < 5; n += 1) {
      await round({ [address]: gone })
      const dead = await deadLinks(house, [address, null, 'https://cita.example/'])
      expect([...dead]).toEqual(n < 2 ? [] : [[address, '2026-03-01']])
      later(1)
    }
    const [death, ...more] = (await acts()).slice(before)
    expect(more).toEqual([])
    expect(death).toMatchObject({
      actor: { role: 'system', for: null },
      act: 'findDeadLink',
      object: place,
      content: { address, deadSince: '2026-03-01', namedBy: [place] },
    })
    expect(await linkTo(address)).toMatchObject({ record_seq: expect.anything(), failures: 5 })
    await round({ [address]: unclear })
    expect([...(await deadLinks(house, [address]))]).toEqual([])
    const [, again] = (await acts()).slice(before)
    expect(again).toMatchObject({ act: 'findLinkAgain', object: place, content: { address, namedBy: [place] } })
    expect(Number((await linkTo(address))?.record_seq)).toBe(again?.seq)
    const problems: unknown[] = []
    await verifyRecord(house.db, (problem) => problems.push(problem))
    expect(problems).toEqual([])
  })

  it('is listed with the first places that name it; unclear ones have a list of their own', async () => {
    const [dead, other] = ['https://miris.example/', 'https://aizliegts.example/']
    for (let n = 0; n < 12; n += 1) await publish(dead, `Protokols ${n}`)
    const id = await publish(other)
    await findLinks(house)
    for (let n = 0; n < 3; n += 1) {
      while ((await round({ [dead]: gone, [other]: unclear })).length);
      later(1)
    }
    const listed = await listLinks(house.db, 'dead', 1)
    expect(listed).toMatchObject({ more: false, links: [{ address: dead, problem: '404', deadSince: '2026-03-01', more: true }] })
    expect(listed.links[0]?.places).toHaveLength(10)
    expect((await listLinks(house.db, 'unclear', 1)).links).toMatchObject([
      { address: other, problem: '403', places: [`/plans/${PLAN}/documents/${id}`], more: false },
    ])
    expect((await listLinks(house.db, 'dead', 2)).links).toEqual([])
  })
})

describe('the setting', () => {
  it('lets links be asked about only where it is on, and never in a demonstration', () => {
    const off = test.configuration
    const on = { ...off, checkLinks: true }
    expect(checksLinks({ ...test, configuration: off, demonstration: null })).toBe(false)
    expect(checksLinks({ ...test, configuration: on, demonstration: null })).toBe(true)
    expect(checksLinks({ ...test, configuration: on })).toBe(false)
  })

  it('that is off lets nothing be claimed of any link', async () => {
    const address = 'https://agrak.example/'
    await publish(address)
    await findLinks(house)
    await onlyThis(address)
    for (let n = 0; n < 3; n += 1) {
      await round({ [address]: gone })
      later(1)
    }
    expect((await deadLinks(house, [address])).size).toBe(1)
    expect((await deadLinks(test, [address])).size).toBe(0)
  })
})
