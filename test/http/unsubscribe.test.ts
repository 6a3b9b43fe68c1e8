import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { sendDigests } from '../../src/follow/index.ts'
import { subscriber, subscription } from '../../src/follow/tables.ts'
import { type Newsroom, openNewsroom } from '../../src/follow/testSupport.ts'
import { demonstrationLinks, seedDemonstrationPeople } from '../../src/people/index.ts'
import { mail } from '../../src/platform/tables.ts'
import { Browser, formsIn } from './browser.ts'

const SITE = 'http://127.0.0.1:3000'
const address = 'lasitaja@example.org'

let news: Newsroom
let browser: Browser
beforeAll(async () => {
  news = await openNewsroom()
  await seedDemonstrationPeople(news.house)
})
afterAll(() => news.house.close())
beforeEach(async () => {
  await news.afresh()
  browser = new Browser(createApp(news.house))
})

/** Something happens to what the address follows: the links of its letter, to manage and to unsubscribe. */
async function letter(): Promise<{ manage: string; unsubscribe: string }> {
  await news.follow(address, 'everything')
  await news.aFact(1)
  await sendDigests(news.house)
  const [{ body, unsubscribe } = { body: '', unsubscribe: '' }] = await news.house.db
    .select({ body: mail.body, unsubscribe: mail.unsubscribe })
    .from(mail)
  const manage = /http\S+mani\?\S+/.exec(body ?? '')?.[0] ?? ''
  return { manage: manage.replace(SITE, ''), unsubscribe: (unsubscribe ?? '').replace(SITE, '') }
}

const followed = () => news.house.db.select({ scope: subscription.scope }).from(subscription)
const addresses = () => news.house.db.select({ email: subscriber.email }).from(subscriber)

/** As a mail provider sends it: no cookie, no origin, no language. */
const oneClick = async (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  createApp(news.house).request(path, {
    method: 'POST',
    body: 'List-Unsubscribe=One-Click',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
  })

/** Someone of this role in a browser of their own. */
async function signedIn(role: string): Promise<Browser> {
  const someone = new Browser(createApp(news.house))
  await someone.open((await demonstrationLinks(news.house)).find((link) => link.role === role)?.url.replace(SITE, '') ?? '')
  return someone
}

describe('unsubscribing with one click (RFC 8058)', () => {
  it('needs nothing but the letter’s address, and may be sent again', async () => {
    const { unsubscribe } = await letter()
    for (let i = 0; i < 2; i += 1) {
      const answer = await oneClick(unsubscribe)
      expect(answer.status).toBe(200)
      expect(await answer.text()).toContain('Vēstuļu vairs nebūs')
    }
    expect(await addresses()).toEqual([])
    expect(await news.house.db.select().from(mail)).toEqual([])
    await news.aFact(1)
    await sendDigests(news.house)
    expect(await news.house.db.select().from(mail)).toEqual([])
  })

  it('works as a form with parts, and from another site’s page', async () => {
    const { unsubscribe } = await letter()
    const body = new FormData()
    body.set('List-Unsubscribe', 'One-Click')
    expect((await createApp(news.house).request(unsubscribe, { method: 'POST', body })).status).toBe(200)
    expect(await addresses()).toEqual([])
    expect((await oneClick(unsubscribe, { Origin: 'https://mail.example', 'Sec-Fetch-Site': 'cross-site' })).status).toBe(200)
  })

  it('is not done by opening the link, but by the button on its page', async () => {
    const { unsubscribe } = await letter()
    const page = await browser.open(unsubscribe)
    expect([page.status, page.headers.get('Cache-Control')]).toEqual([200, 'no-store'])
    expect(await followed()).toHaveLength(1)
    expect((await browser.fill(page, 0, {})).status).toBe(200)
    expect(await addresses()).toEqual([])
  })

  it('is refused for a forged link, and changes nothing', async () => {
    const { manage, unsubscribe } = await letter()
    const tokenIn = (path: string): string => new URLSearchParams(path.split('?')[1]).get('token') ?? ''
    const token = tokenIn(unsubscribe)
    const [id = ''] = token.split('.')
    const forged = [
      '',
      id,
      `${id}.`,
      `${id}.${'A'.repeat(43)}`,
      token.slice(0, -1),
      `${token}A`,
      token.replace(/^./, (first) => (first === '0' ? '1' : '0')),
      "' or 1=1 --",
      'x'.repeat(5000),
    ]
    // A link for one purpose does not serve the other.
    for (const wrong of [...forged, tokenIn(manage)]) {
      const path = `/lv/sekot/atteikties?${new URLSearchParams({ token: wrong })}`
      const answer = await oneClick(path)
      expect(answer.status, wrong).toBe(403)
      expect(await answer.text()).toContain('nav no mūsu vēstules')
      expect((await browser.open(path)).status).toBe(403)
    }
    for (const wrong of [...forged, token])
      expect((await browser.open(`/lv/sekot/mani?${new URLSearchParams({ token: wrong })}`)).status, wrong).toBe(403)
    expect(await followed()).toHaveLength(1)
  })

  it('opens no other address to forms from elsewhere', async () => {
    const { manage } = await letter()
    const elsewhere = { Origin: 'https://example.org', 'Sec-Fetch-Site': 'cross-site' }
    const token = new URLSearchParams(manage.split('?')[1]).get('token') ?? ''
    expect((await browser.send('/lv/sekot/mani', { token, action: 'leaveAll' }, elsewhere)).status).toBe(403)
    expect((await browser.send('/lv/sekot', { what: 'everything' }, elsewhere)).status).toBe(403)
    expect(await followed()).toHaveLength(1)
  })
})

describe('an address', () => {
  it('is not written to any more when its person is removed', async () => {
    await news.follow('moderator@example.org', 'everything')
    const administrator = await signedIn('administrator')
    const page = await administrator.open('/lv/sekretariats/cilveki/demonstration-moderator')
    const remove = formsIn(page.html).findIndex(({ hidden }) => hidden.act === 'remove')
    expect((await administrator.fill(page, remove, { confirm: 'yes' })).status).toBe(303)
    expect(await addresses()).toEqual([])
  })

  it('is not shown to the administrator, who sees how many there are', async () => {
    await news.follow(address, 'everything')
    const { html } = await (await signedIn('administrator')).open('/en/secretariat/jobs')
    expect(html).toMatch(/<dt>Addresses<\/dt><dd>1<\/dd>.*<dt>Unconfirmed<\/dt><dd>0<\/dd>.*<dt>At once<\/dt><dd>1<\/dd>/s)
    expect(html).not.toContain('lasitaja')
  })

  it('stands nowhere but in the tables of subscribers and letters', async () => {
    await letter()
    const { rows } = (await news.house.open.execute(
      `select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'`,
    )) as { rows: { name: string }[] }
    const holding: string[] = []
    for (const { name } of rows) {
      const found = await news.house.open.execute(`select 1 from "${name}" t where t::text like '%lasitaja%' limit 1`)
      if (found.rows.length) holding.push(name)
    }
    expect(holding.sort()).toEqual(['mail', 'subscriber'])
  })
})
