import { parseXml, type XmlElement } from '@rgrove/parse-xml'
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { gatherNews } from '../../src/follow/news.ts'
import { newsId, numberNews } from '../../src/follow/numberNews.ts'
import { scopeByKey } from '../../src/follow/scopeKeys.ts'
import { newsNumber } from '../../src/follow/tables.ts'
import { day } from '../../src/platform/dates/partialDate.ts'
import { languages } from '../../src/platform/languages/languages.ts'
import { silentLog } from '../../src/platform/log.ts'
import { feedsRoutes } from '../../src/routes/feeds.ts'
import { type AddressName, addressInLanguage } from '../../src/web/addresses.ts'
import { growThreefold } from '../support/grow.ts'
import { appendTestAct } from '../support/record.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

const values = { plan: 'lv-3', number: '1', topic: 'civic-participation' }
/** An idea of the demonstration that was answered. */
const valuesOf = (name: AddressName) => (/^ideas?News/.test(name) ? { ...values, plan: 'lv-4', idea: '1' } : values)
const feeds = feedsRoutes
  .map(({ name }) => name)
  .flatMap((name) =>
    languages.map((language) => addressInLanguage(language, name, { ...valuesOf(name), id: /organ/.test(name) ? 'providus' : 'vk' })),
  )

/** A connection of its own each time: the server closes those that were idle while a test multiplied the rows. */
const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(new URL(path, site.url), { headers: { connection: 'close', ...headers }, redirect: 'manual' })
const read = async (path: string): Promise<string> => (await get(path)).text()
const atomOf = async (path: string) => parseAtomFeed(await read(path))
const titlesOf = async (path: string): Promise<string[]> => ((await atomOf(path)).entries ?? []).map(({ title }) => title?.value ?? '')

/** What RFC 4287 asks of a feed and its entries beside being XML: each once, whole addresses, times of RFC 3339. */
function mustHave(element: XmlElement): void {
  const all = element.children.filter((node): node is XmlElement => node.type === 'element')
  for (const name of ['id', 'title', 'updated', 'author']) expect(all.filter((one) => one.name === name)).toHaveLength(1)
  const text = (name: string): string => all.find((one) => one.name === name)?.text ?? ''
  expect(text('id')).toMatch(/^tag:[\w.-]+,2026:\S+$/)
  expect(text('updated')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/)
  expect(text('title').trim()).not.toBe('')
  for (const { attributes } of all.filter((one) => one.name === 'link')) expect(new URL(attributes['href'] ?? '').origin).toBe(site.url)
}

describe.each(feeds)('%s', (path) => {
  const [, ending] = /\.(\w+)$/.exec(path) ?? []
  // Of one idea little is told: that it was sent, and its answer.
  const fewest = /(?:idejas|ideas)\/\d+\//.test(path) ? 1 : 3
  const mediaType = { atom: 'application/atom+xml', json: 'application/feed+json', ics: 'text/calendar' }[ending ?? '']

  it('has its media type, and is read by a program of others', async () => {
    const answer = await get(path)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe(`${mediaType}; charset=utf-8`)
    const text = await answer.text()
    if (ending === 'ics') {
      const calendar = new ICAL.Component(ICAL.parse(text))
      const events = calendar.getAllSubcomponents('vevent')
      expect(events.length).toBeGreaterThan(3)
      expect(new Set(events.map((event) => event.getFirstPropertyValue('uid'))).size).toBe(events.length)
      return
    }
    if (ending === 'json') {
      const { items } = parseJsonFeed(text)
      expect(items?.length).toBeGreaterThan(fewest)
      return
    }
    const { root } = parseXml(text)
    if (!root) throw new Error('no root')
    mustHave(root)
    const entries = root.children.filter((node): node is XmlElement => node.type === 'element' && (node as XmlElement).name === 'entry')
    for (const entry of entries) mustHave(entry)
    const ids = parseAtomFeed(text).entries?.map(({ id }) => id) ?? []
    expect(ids.length).toBeGreaterThan(fewest)
    expect(new Set(ids).size).toBe(ids.length)
    const updated = parseAtomFeed(text).entries?.map((entry) => entry.updated ?? '') ?? []
    expect(updated.map((one) => one.slice(0, 10))).toEqual(
      [...updated]
        .map((one) => one.slice(0, 10))
        .sort()
        .reverse(),
    )
  })

  it('tells who has it already that nothing has changed, and the same to someone signed in', async () => {
    const first = await get(path)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^W\/"[\w-]+"$/)
    const again = await get(path, { 'If-None-Match': `"other", ${etag}` })
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
    expect((await get(path, { 'If-None-Match': '"other"' })).status).toBe(200)
    const signedIn = await get(path, { cookie: await site.cookieOf('officer') })
    expect(await signedIn.text()).toBe(await first.text())
  })

  it('names nobody and no draft', async () => {
    const text = await read(path)
    expect(text).not.toMatch(/@(?!127\.0\.0\.1)/)
    expect(text).not.toContain('personId')
  })
})

describe('the pages lead to their feeds', () => {
  const of: [AddressName, Record<string, string>, string[]][] = [
    ['home', {}, ['/lv/jaunumi.atom', '/lv/jaunumi.json', '/lv/termini.ics']],
    ['plan', values, ['/lv/plani/lv-3/jaunumi.atom', '/lv/plani/lv-3/jaunumi.json', '/lv/plani/lv-3/termini.ics']],
    ['commitment', values, ['/lv/plani/lv-3/apnemsanas/1/jaunumi.atom', '/lv/plani/lv-3/apnemsanas/1/jaunumi.json']],
    ['ideas', { plan: 'lv-4' }, ['/lv/plani/lv-4/idejas/jaunumi.atom', '/lv/plani/lv-4/idejas/jaunumi.json']],
    ['idea', { plan: 'lv-4', idea: '1' }, ['/lv/plani/lv-4/idejas/1/jaunumi.atom', '/lv/plani/lv-4/idejas/1/jaunumi.json']],
    ['institution', { id: 'vk' }, ['/lv/institucijas/vk/jaunumi.atom', '/lv/institucijas/vk/jaunumi.json']],
    ['topic', values, ['/lv/temas/civic-participation/jaunumi.atom', '/lv/temas/civic-participation/jaunumi.json']],
    ['organisation', { id: 'providus' }, ['/lv/organizacijas/providus/jaunumi.atom', '/lv/organizacijas/providus/jaunumi.json']],
  ]
  it.each(of)('%s', async (name, given, expected) => {
    const html = await read(addressInLanguage('lv', name, given))
    for (const href of expected) {
      expect(html).toMatch(new RegExp(`<link rel="alternate" type="[^"]+" title="[^"]+" href="${href}"`))
      expect(html).toContain(`<a href="${href}" type=`)
    }
  })
})

describe('a feed tells what its page tells', () => {
  it('of a commitment: every published version, in the words of its writer, marked as made up', async () => {
    const { entries = [] } = await atomOf('/lv/plani/lv-3/apnemsanas/1/jaunumi.atom')
    const [assessment] = entries
    expect(assessment?.title?.value).toBe(
      'Sabiedriskās politikas centrs PROVIDUS iesniedz vērtējumu par 1. apņemšanos: nepiekrīt (demonstrācija)',
    )
    expect(assessment?.authors?.[0]?.name).toContain('PROVIDUS')
    const page = await read('/lv/plani/lv-3/apnemsanas/1')
    const words = 'nav redzams, vai iestāžu prakse ir mainījusies'
    expect(page).toContain(words)
    expect(assessment?.content?.value).toContain(words)
    const titles = entries.map(({ title }) => title?.value ?? '')
    expect(titles).toContain('Valsts kanceleja labo ziņas par 1. apņemšanās 2. punktu: paveikts (demonstrācija)')
    expect(titles.filter((title) => title.includes('2. punktu'))).toHaveLength(3)
  })

  it('of a plan: no more and no less than all its commitments, documents, steps and deadlines', async () => {
    const inPlan = await titlesOf('/en/plans/lv-3/news.atom')
    for (const title of await titlesOf('/en/plans/lv-3/commitments/1/news.atom')) expect(inPlan).toContain(title)
    const inAll = await titlesOf('/en/news.atom')
    for (const title of inPlan) expect(inAll).toContain(title)
    expect(inPlan.filter((title) => /^Commitment \d+ is known: /.test(title))).toHaveLength(12)
  })

  it('of a topic: of commitments that serve it alone', async () => {
    const titles = await titlesOf('/en/topics/access-to-information/news.atom')
    const commitments = titles.flatMap((title) => /^Commitment (\d+) is known/.exec(title)?.[1] ?? [])
    const page = await read('/en/topics/access-to-information')
    const shown = [...page.matchAll(/href="\/en\/plans\/lv-3\/commitments\/(\d+)"/g)].map(([, number = '']) => number)
    expect(commitments.sort()).toEqual(shown.sort())
    expect(shown.length).toBeGreaterThan(0)
  })

  it('as letters do, of whatever is followed', async () => {
    await numberNews(site.house)
    const numbered = await site.house.db.select().from(newsNumber)
    for (const key of [
      'everything',
      'plan/lv-3',
      'plan/lv-4',
      'commitment/lv-3/1',
      'organisation/vk',
      'organisation/providus',
      'topic/access-to-information',
      'ideas/lv-4',
      'idea/lv-4/1',
    ]) {
      const inFeed = await gatherNews(site.house, await scopeByKey(site.house, key), 1000)
      const inLetters = numbered.flatMap(({ newsId: id, scopes }) => (scopes.includes(key) ? [id] : []))
      expect(inLetters.sort(), key).toEqual(inFeed.map(newsId).sort())
    }
  })

  it('of an institution: of commitments in which it takes part alone', async () => {
    const titles = await titlesOf('/lv/institucijas/vk/jaunumi.atom')
    expect(titles.some((title) => title.includes('1. apņemšan'))).toBe(true)
    expect(titles.some((title) => title.includes('11. apņemšan'))).toBe(false)
  })
})

describe('the calendar', () => {
  const eventsOf = async (path: string) =>
    new ICAL.Component(ICAL.parse(await read(path))).getAllSubcomponents('vevent').map((component) => ({
      summary: String(component.getFirstPropertyValue('summary')),
      start: String(component.getFirstPropertyValue('dtstart')),
      end: String(component.getFirstPropertyValue('dtend')),
      description: String(component.getFirstPropertyValue('description')),
      categories: component.getFirstProperty('categories')?.getValues() ?? [],
      status: String(component.getFirstPropertyValue('status')),
    }))

  it('has legal and working deadlines apart, as whole days', async () => {
    const events = await eventsOf('/lv/plani/lv-3/termini.ics')
    expect(events).toContainEqual(
      expect.objectContaining({ start: '2019-09-01', end: '2019-09-02', categories: ['Termiņš', 'Noteikts tiesību aktā'] }),
    )
    expect(events).toContainEqual(
      expect.objectContaining({ start: '2019-09-12', end: '2019-09-13', categories: ['Termiņš', 'Darba termiņš'] }),
    )
  })

  it('has the hours of the discussion in Riga’s time', async () => {
    const discussion = (await eventsOf('/en/plans/lv-4/deadlines.ics')).find(({ start }) => start.startsWith('2019-09-16'))
    expect(discussion?.start).toBe('2019-09-16T11:30:00Z')
    expect(discussion?.description).toContain('14:30–17:00')
  })

  it('lets what has no exact day take up all its days, and says so', async () => {
    const imprecise = (await eventsOf('/en/deadlines.ics')).filter(({ status }) => status === 'TENTATIVE')
    expect(imprecise.length).toBeGreaterThan(0)
    for (const { description } of imprecise) expect(description).toContain('The exact day is not known')
  })

  it('counts up when a deadline is changed', async () => {
    const sequence = async () => {
      const found = new ICAL.Component(ICAL.parse(await read('/lv/plani/lv-3/termini.ics'))).getFirstSubcomponent('vevent')
      return Number(found?.getFirstPropertyValue('sequence'))
    }
    const before = await sequence()
    await site.execute(`update deadline set record_seq = record_seq + 1 where id = (select min(id) from deadline)`)
    await appendTestAct(site.house)
    expect(await sequence()).toBe(before + 1)
  })
})

describe('addresses of nothing', () => {
  it.each([
    '/lv/plani/lv-9/jaunumi.atom',
    '/lv/plani/lv-3/apnemsanas/01/jaunumi.atom',
    '/lv/plani/lv-3/apnemsanas/99/jaunumi.json',
    '/lv/institucijas/nav/jaunumi.atom',
    '/lv/temas/nav/jaunumi.atom',
    '/lv/temas/nav',
    '/lv/plani/lv-9/termini.ics',
    '/lv/jaunumi.atom?page=0',
    '/lv/jaunumi.atom?page=x',
    '/lv/jaunumi.atom?page=20',
    '/lv/jaunumi.atom?page=99999999999999999999',
  ])('%s is not there', async (path) => {
    expect((await get(path)).status).toBe(404)
  })

  it('an organisation under the other name is sent on', async () => {
    const answer = await get('/en/organisations/vk/news.json')
    expect([answer.status, answer.headers.get('location')]).toEqual([301, '/en/institutions/vk/news.json'])
  })
})

describe('what someone has written', () => {
  it('stays text in every feed, whatever it is', async () => {
    const hostile = `<script>alert(1)</script> & ]]> \u0001\u001b END:VEVENT`
    await site.execute(`insert into update_version (update_id, number, state, text, language, evidence_ids, published_on, record_seq)
      select update_id, number + 1, state, '${hostile}', language, evidence_ids, published_on, record_seq from update_version
      where id = (select max(id) from update_version)`)
    await site.execute(`update deadline set title = jsonb_build_object('lv', jsonb_build_object('text', '${hostile}', 'state', 'original'))
      where id = (select min(id) from deadline)`)
    await appendTestAct(site.house)
    const told = (await atomOf('/lv/jaunumi.atom')).entries?.map(({ content }) => content?.value ?? '').join('') ?? ''
    expect(parseXml(await read('/lv/jaunumi.atom')).root?.name).toBe('feed')
    const { items = [] } = parseJsonFeed(await read('/lv/jaunumi.json'))
    for (const html of [told, items.map((item) => item.content_html ?? '').join('')]) {
      expect(html).not.toContain('<script')
      expect(html).toContain('&lt;script>alert(1)&lt;/script> &amp; ]]>')
    }
    const events = new ICAL.Component(ICAL.parse(await read('/lv/plani/lv-3/termini.ics'))).getAllSubcomponents('vevent')
    const titles = events.map((event) => event.getFirstPropertyValue('summary'))
    expect(titles).toContain('<script>alert(1)</script> & ]]> \uFFFD\uFFFD END:VEVENT')
  })
})

describe('when there is three times as much', () => {
  it('no feed asks the database more often, and older news are on further pages, each once', async () => {
    const app = (lines: { queries: number }[]) => {
      const take = (line: { queries: number }): void => void lines.push(line)
      return createApp(site.house, { log: Object.assign(Object.create(silentLog), { info: take, debug: take }), isStopping: () => false })
    }
    const count = async (): Promise<number[]> => {
      const lines: { queries: number }[] = []
      const counted = app(lines)
      for (const path of feeds.filter((one) => one.startsWith('/lv'))) await (await counted.request(path)).text()
      return lines.map(({ queries }) => queries)
    }
    const before = await count()
    await growThreefold(site.house, site.execute)
    const after = await count()
    expect(after).toEqual(before)
    expect(Math.max(...after)).toBeLessThanOrEqual(25)

    const seen: string[] = []
    let next: string | undefined = `${site.url}/lv/jaunumi.json`
    while (next) {
      const feed: { items?: { id?: string }[]; next_url?: string } = parseJsonFeed(await read(next))
      expect(feed.items?.length).toBeLessThanOrEqual(50)
      seen.push(...(feed.items ?? []).map(({ id = '' }) => id))
      next = feed.next_url
    }
    expect(seen.length).toBeGreaterThan(50)
    expect(new Set(seen).size).toBe(seen.length)
    const second = await atomOf('/lv/jaunumi.atom?page=2')
    expect(second.links?.map(({ rel }) => rel)).toEqual(expect.arrayContaining(['first', 'previous']))
  }, 60_000)
})

describe('the plan’s day', () => {
  it('decides what is known: later facts come in when it has come', async () => {
    const path = '/lv/plani/lv-3/apnemsanas/11/jaunumi.atom'
    const [before, etag] = [await titlesOf(path), (await get(path)).headers.get('etag')]
    expect((await atomOf(path)).entries?.every(({ updated }) => (updated ?? '') < '2019-09-11')).toBe(true)
    await site.house.demonstration?.clock.moveTo(site.house.db, day('2022-03-01'))
    const after = await titlesOf(path)
    expect(after.length).toBeGreaterThan(before.length)
    expect(after.slice(-before.length)).toEqual(before)
    expect((await get(path, { 'If-None-Match': etag ?? '' })).status).toBe(200)
  })
})
