import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { createAdministrator, demonstrationLinks, removePerson, seedDemonstrationPeople } from '../../src/people/index.ts'
import { addTwoOrganisations, administrator } from '../../src/people/testSupport.ts'
import { readConfiguration } from '../../src/platform/configuration.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { Browser, formsIn } from './browser.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await addTwoOrganisations(house)
  await seedDemonstrationPeople(house)
})
afterAll(() => house.close())

let browser: Browser
let nobody = 0
beforeEach(() => {
  house.letters.length = 0
  // Limits count by client and by mailbox: every test is another visitor.
  nobody += 1
  browser = new Browser(createApp({ ...house, configuration: { ...house.configuration } }), `10.0.0.${nobody}`)
})

/** The address in the last letter, without the site before it. */
function linkInLetter(): string {
  const link = house.letters.at(-1)?.body.match(/http:\/\/127\.0\.0\.1:3000(\/\S+)/)?.[1]
  if (!link) throw new Error('there is no link in the letter')
  return link
}

async function askForLink(email: string, values: Record<string, string> = {}) {
  const page = await browser.open('/lv/ieiet')
  return browser.fill(page, 0, { email, ...values })
}

/** The path of a role's one-click link. */
const pathOf = async (role: string): Promise<string> =>
  (await demonstrationLinks(house)).find((link) => link.role === role)?.url.replace('http://127.0.0.1:3000', '') ?? ''

const isSignedInAs = async (name: string): Promise<boolean> => (await browser.open('/lv')).html.includes(`<span class="who">${name}</span>`)

describe('signing in by an e-mail link', () => {
  it('leads an officer from the form through the letter to what is due', async () => {
    const sent = await askForLink('officer@example.org')
    expect([sent.status, sent.location]).toEqual([303, '/lv/ieiet?sent=1'])
    expect((await browser.open(sent.location ?? '')).html).toContain('Ieskatieties savā pastkastē')
    expect(house.letters).toMatchObject([{ to: 'officer@example.org', language: 'lv' }])

    const confirm = await browser.open(linkInLetter())
    expect(confirm.status).toBe(200)
    expect(formsIn(confirm.html)).toHaveLength(1)
    expect(confirm.headers.get('Cache-Control')).toBe('no-store')
    const done = await browser.fill(confirm, 0, {})
    expect([done.status, done.location]).toEqual([303, '/lv/mani-darbi'])
    expect(await isSignedInAs('Ilze Izdomāta')).toBe(true)
  })

  it('takes an address in any spelling, in English too', async () => {
    const page = await browser.open('/en/sign-in')
    await browser.fill(page, 0, { email: '  Officer@Example.ORG ' })
    expect(house.letters).toMatchObject([{ to: 'officer@example.org', language: 'en' }])
    expect(linkInLetter()).toMatch(/^\/en\/sign-in\/confirm\?token=/)
  })

  it('gives a cookie that scripts and other sites do not get, for a week', async () => {
    await askForLink('officer@example.org')
    const done = await browser.fill(await browser.open(linkInLetter()), 0, {})
    const [cookie = ''] = done.headers.getSetCookie()
    expect(cookie).toMatch(/^koprade\.session_token=/)
    expect(cookie).toMatch(/; Max-Age=604800/)
    for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(attribute)
    expect(cookie).not.toContain('Secure')
  })

  it('is not used up by a mail program that opens the link', async () => {
    await askForLink('officer@example.org')
    for (let i = 0; i < 3; i += 1) expect((await new Browser(createApp(house)).open(linkInLetter())).status).toBe(200)
    expect((await browser.fill(await browser.open(linkInLetter()), 0, {})).status).toBe(303)
  })

  it('works once: then 410, a clear page and the way to a new link', async () => {
    await askForLink('officer@example.org', { next: '/lv/plani' })
    const link = linkInLetter()
    const confirm = await browser.open(link)
    await browser.fill(confirm, 0, {})
    const other = new Browser(createApp(house))
    for (const again of [await other.fill(confirm, 0, {}), await other.open(link)]) {
      expect(again.status).toBe(410)
      expect(again.html).toContain('Šī saite vairs neder')
      expect(again.html).toContain('href="/lv/ieiet?next=%2Flv%2Fplani"')
    }
    expect(other.cookies.size).toBe(0)
  })

  it('works for one of two who press the button at once', async () => {
    await askForLink('officer@example.org')
    const confirm = await browser.open(linkInLetter())
    const ends = await Promise.all([1, 2].map(() => new Browser(createApp(house)).fill(confirm, 0, {})))
    expect(ends.map(({ status }) => status).sort()).toEqual([303, 410])
  })

  it('does not work when its time is up', async () => {
    await askForLink('officer@example.org')
    const confirm = await browser.open(linkInLetter())
    await house.open.execute(`update verification set expires_at = now() - interval '1 second'`)
    expect((await browser.open(linkInLetter())).status).toBe(410)
    expect((await browser.fill(confirm, 0, {})).status).toBe(410)
  })

  it.each(['', 'x', "' or 1=1 --", '<script>', 'a'.repeat(5000)])('answers a made-up link with 410: %s', async (token) => {
    const path = `/en/sign-in/confirm?${new URLSearchParams({ token })}`
    expect((await browser.open(path)).status).toBe(410)
    expect((await browser.send('/en/sign-in/confirm', { token })).status).toBe(410)
  })

  it('tells nobody who is on the list', async () => {
    const known = await askForLink('officer@example.org')
    const unknown = await askForLink('svess@example.org')
    expect([unknown.status, unknown.location, unknown.html]).toEqual([known.status, known.location, known.html])
    expect(house.letters).toHaveLength(1)
  })

  it('gives back what was typed when it is no address', async () => {
    const answer = await askForLink('<script>alert(1)</script>', { next: '/lv/plani' })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('value="&lt;script>alert(1)&lt;/script>"')
    expect(answer.html).toContain('Ierakstiet e-pasta adresi')
    expect(formsIn(answer.html)[0]?.hidden.next).toBe('/lv/plani')
  })

  it('goes on to where the person was going, on this site only', async () => {
    await askForLink('officer@example.org', { next: '/lv/plani/lv-3?a=b' })
    expect((await browser.fill(await browser.open(linkInLetter()), 0, {})).location).toBe('/lv/plani/lv-3?a=b')
    browser.cookies.clear()
    await askForLink('officer@example.org', { next: 'https://example.org/' })
    expect(linkInLetter()).not.toContain('next')
    const confirm = await browser.open(`${linkInLetter()}&next=//example.org`)
    expect((await browser.fill(confirm, 0, { next: '/\\example.org' })).location).toBe('/lv/mani-darbi')
  })

  it('refuses a form from another site', async () => {
    const answer = await browser.send(
      '/lv/ieiet',
      { email: 'officer@example.org' },
      { Origin: 'https://example.org', 'Sec-Fetch-Site': 'cross-site' },
    )
    expect(answer.status).toBe(403)
    expect(house.letters).toEqual([])
  })
})

describe('someone who is signed in', () => {
  it('is led on from the page of signing in, to where they were going or to their work', async () => {
    const here = new Browser(createApp(house))
    await here.open(await pathOf('officer'))
    for (const [path, location] of [
      ['/lv/ieiet', '/lv/mani-darbi'],
      ['/en/sign-in?next=%2Fen%2Fplans', '/en/plans'],
      ['/en/sign-in?next=%2F%2Fexample.org', '/en/my-tasks'],
    ] as const) {
      const answer = await here.open(path)
      expect([answer.status, answer.location]).toEqual([303, location])
    }
  })
})

describe('too many attempts', () => {
  it('for one mailbox are told so, with what was typed, whether the address is known or not', async () => {
    for (const email of ['officer@example.org', 'svess@example.org']) {
      for (let i = 0; i < 5; i += 1) expect((await askForLink(email)).status).toBe(303)
      const answer = await askForLink(email.toUpperCase())
      expect(answer.status).toBe(429)
      expect(answer.html).toContain('pēc 15 minūtēm')
      expect(answer.html).toContain(`value="${email.toUpperCase()}"`)
      expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
    }
    expect(house.letters).toHaveLength(5)
  })

  it('for one mailbox do not use up what its owner may ask for elsewhere, until there are too many in all', async () => {
    const app = createApp({ ...house, configuration: { ...house.configuration } })
    const ask = async (from: string) => (await new Browser(app, from).send('/lv/ieiet', { email: 'officer@example.org' })).status
    for (let client = 1; client <= 4; client += 1) {
      for (let i = 0; i < 5; i += 1) expect(await ask(`10.2.2.${client}`)).toBe(303)
      expect(await ask(`10.2.2.${client}`)).toBe(429)
    }
    expect(await ask('10.2.2.9')).toBe(429)
    expect(house.letters).toHaveLength(20)
  })

  it('from one client are told so, another client goes on', async () => {
    const app = createApp({ ...house, configuration: { ...house.configuration } })
    const [one, two] = [new Browser(app, '10.1.1.1'), new Browser(app, '10.1.1.2')]
    for (let i = 0; i < 30; i += 1) expect((await one.send('/lv/ieiet', { email: `a${i}@example.org` })).status).toBe(303)
    expect((await one.send('/lv/ieiet', { email: 'cits@example.org' }, { 'X-Forwarded-For': '10.9.9.9' })).status).toBe(429)
    expect((await two.send('/lv/ieiet', { email: 'cits@example.org' })).status).toBe(303)
  })
})

describe('a session', () => {
  it('ends when one signs out, also for a copy of the cookie', async () => {
    await askForLink('officer@example.org')
    await browser.fill(await browser.open(linkInLetter()), 0, {})
    const copy = new Map(browser.cookies)
    const out = await browser.send('/lv/iziet', {})
    expect([out.status, out.location]).toEqual([303, '/lv'])
    expect(browser.cookies.size).toBe(0)
    for (const [name, value] of copy) browser.cookies.set(name, value)
    expect(await isSignedInAs('Ilze Izdomāta')).toBe(false)
  })

  it('of a removed person is over at once, and their unused link too', async () => {
    await createAdministrator(house, { name: 'Otrs Administrators', email: 'otrs@example.org' })
    const { url } = await createAdministrator(house, { name: 'Īslaicīgais', email: 'islaicigais@example.org' })
    const unused = await createAdministrator(house, { name: 'Īslaicīgais', email: 'islaicigais@example.org' })
    const path = (text: string) => text.replace('http://127.0.0.1:3000', '')
    const done = await browser.fill(await browser.open(path(url)), 0, {})
    expect(done.location).toBe('/lv/sekretariats')
    expect(await isSignedInAs('Īslaicīgais')).toBe(true)
    const confirm = await browser.open(path(unused.url))
    const { rows } = (await house.open.execute(`select id from person where email = 'islaicigais@example.org'`)) as {
      rows: { id: string }[]
    }
    await removePerson(house, administrator, rows[0]?.id ?? '')
    expect(await isSignedInAs('Īslaicīgais')).toBe(false)
    expect((await browser.open('/lv/sekretariats/cilveki')).status).toBe(401)
    expect((await browser.fill(confirm, 0, {})).status).toBe(410)
  })

  it('that has run out or was tampered with is a visitor’s', async () => {
    await askForLink('officer@example.org')
    await browser.fill(await browser.open(linkInLetter()), 0, {})
    const [[name = '', value = ''] = []] = [...browser.cookies]
    for (const wrong of ['', 'x', value.slice(0, -6), `a${value}`, `${'x'.repeat(32)}.${value.split('.')[1]}`]) {
      browser.cookies.set(name, wrong)
      expect(await isSignedInAs('Ilze Izdomāta'), wrong).toBe(false)
    }
    browser.cookies.set(name, value)
    expect(await isSignedInAs('Ilze Izdomāta')).toBe(true)
    await house.open.execute(`update session set expires_at = now() - interval '1 second'`)
    expect(await isSignedInAs('Ilze Izdomāta')).toBe(false)
  })

  it('that has ended is forgotten when the next person signs in', async () => {
    await new Browser(createApp(house)).open(await pathOf('officer'))
    await house.open.execute(`update session set expires_at = now() - interval '1 second'`)
    await askForLink('officer@example.org')
    await browser.fill(await browser.open(linkInLetter()), 0, {})
    expect((await house.open.execute('select 1 from session')).rows).toHaveLength(1)
  })

  it('keeps neither address nor browser of who signed in', async () => {
    await askForLink('officer@example.org')
    const confirm = await browser.open(linkInLetter(), { 'User-Agent': 'Tell-tale' })
    await browser.send('/lv/ieiet/apstiprinat', formsIn(confirm.html)[0]?.hidden ?? {}, {
      'User-Agent': 'Tell-tale',
      'X-Forwarded-For': '10.2.3.4',
    })
    const { rows } = await house.open.execute('select ip_address, user_agent from session')
    for (const row of rows) expect(row).toEqual({ ip_address: null, user_agent: null })
  })

  it('has a cookie for https only where the site is on https', async () => {
    const secure = { ...house, configuration: readConfiguration({ KOPRADE_URL: 'https://koprade.example.org', KOPRADE_LOG: 'silent' }) }
    const path = (await demonstrationLinks(secure))[0]?.url.replace('https://koprade.example.org', '') ?? ''
    const [cookie = ''] = (await new Browser(createApp(secure)).open(path)).headers.getSetCookie()
    expect(cookie).toMatch(/^__Secure-koprade\.session_token=.*; Secure/)
  })
})

describe('the demonstration’s links', () => {
  it('sign in with one click, again and again, each as its role', async () => {
    const here = new Browser(createApp(house))
    for (const [role, start] of [
      ['officer', '/lv/mani-darbi'],
      ['secretariat', '/lv/sekretariats'],
      ['participant', '/lv'],
      ['officer', '/lv/mani-darbi'],
    ]) {
      const answer = await here.open(await pathOf(role ?? ''))
      expect([answer.status, answer.location]).toEqual([303, start])
    }
    expect((await here.open('/lv')).html).toContain('Ilze Izdomāta')
  })

  it('work on this machine only, not through a proxy, with the right key, in a demonstration', async () => {
    const path = await pathOf('administrator')
    const other = await pathOf('officer')
    const no = async (app: ReturnType<typeof createApp>, from: string, at: string, headers: Record<string, string> = {}) => {
      const stranger = new Browser(app, from)
      expect((await stranger.open(at, headers)).status, at).toBe(404)
      expect(stranger.cookies.size).toBe(0)
    }
    const app = createApp(house)
    await no(app, '192.0.2.7', path)
    await no(app, '127.0.0.1', path, { 'X-Forwarded-For': '192.0.2.7' })
    await no(app, '127.0.0.1', path.replace(/key=.*/, ''))
    await no(app, '127.0.0.1', path.replace(/key=.*/, other.slice(other.indexOf('key='))))
    await no(app, '127.0.0.1', path.replace('administrator', 'king'))
    await no(createApp({ ...house, demonstration: null }), '127.0.0.1', path)
    expect((await new Browser(app, '::ffff:127.0.0.1').open(path)).status).toBe(303)
  })
})
