import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { planForm } from '../../src/cycle/plan/testSupport.ts'
import { demonstrationLinks, removePerson, seedDemonstrationPeople } from '../../src/people/index.ts'
import { addTwoOrganisations, administrator } from '../../src/people/testSupport.ts'
import { readConfiguration } from '../../src/platform/configuration.ts'
import type { House } from '../../src/platform/house.ts'
import { openLog } from '../../src/platform/log.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { invalidHtml } from '../support/lookAt.ts'
import { HIGH, LOW, type OpenIdProvider, openOpenIdProvider } from '../support/openIdProvider.ts'
import { openStandIn, type StandIn } from '../support/standInIdentity.ts'
import { Browser, formsIn, type Seen } from './browser.ts'
import { begin, eparaksts, oidc, recognised, URL_OF_SITE } from './identityVisitor.ts'

/** A made-up personal code: there is no such day. */
const CODE = 'PNOLV-990099-00000'

let opened: TestHouse
let real: OpenIdProvider
let standIn: StandIn
beforeAll(async () => {
  opened = await openTestHouse()
  await addTwoOrganisations(opened)
  await seedDemonstrationPeople(opened)
  const uris = ['/lv/ieiet/e-identitate/oidc', '/en/sign-in/e-identity/oidc'].map((path) => URL_OF_SITE + path)
  ;[real, standIn] = await Promise.all([openOpenIdProvider(uris), openStandIn()])
})
afterAll(async () => {
  await Promise.all([real?.close(), standIn?.close()])
  await opened?.close()
})

let house: House
let logged = ''
let browser: Browser
beforeEach(async () => {
  opened.letters.length = 0
  logged = ''
  standIn.honest()
  await opened.open.execute('delete from linked_identity')
  await opened.open.execute('delete from session')
  use({ ...oidc(real), ...eparaksts(standIn) })
})

/** From here on the house has these settings, and a new visitor comes. */
function use(settings: Record<string, string>): void {
  const configuration = readConfiguration({
    KOPRADE_URL: URL_OF_SITE,
    KOPRADE_IDENTITY_SECRET: 'the key of this test’s hashes, long enough',
    ...settings,
  })
  house = { ...opened, configuration }
  browser = newBrowser()
}

function newBrowser(): Browser {
  const write = (line: string): void => {
    logged += line
  }
  const log = openLog({ logLevel: 'debug' }, { write })
  return new Browser(createApp(house, { log, isStopping: () => false }))
}

async function signIn(service: string, next = ''): Promise<Seen> {
  const page = await browser.open(`/lv/ieiet${next ? `?${new URLSearchParams({ next })}` : ''}`)
  return browser.open(await recognised(await begin(browser, service, page)))
}

const isSignedIn = async (): Promise<boolean> => (await browser.open('/lv')).html.includes('class="who"')

/** Opens a role's one-click link of the demonstration. */
async function enterAs(from: Browser, role: string): Promise<void> {
  const found = (await demonstrationLinks(house)).find((one) => one.role === role)
  await from.open(found?.url.replace(URL_OF_SITE, '') ?? '')
}

/** Signs in by the demonstration's link, links a service, and signs out. */
async function link(service: string, role = 'officer'): Promise<void> {
  await enterAs(browser, role)
  const start = await begin(browser, service, await browser.open('/lv/mans-konts'))
  expect((await browser.open(await recognised(start))).location).toBe('/lv/mans-konts?done=linked')
  await browser.send('/lv/iziet', {})
}

describe('with a certified OpenID Connect provider', () => {
  it('a linked person signs in, and goes on to where they were going', async () => {
    real.recognise('person-1', LOW)
    await link('oidc')
    expect(opened.letters.at(-1)).toMatchObject({ to: 'officer@example.org', body: expect.stringContaining('saistīta e-identitāte') })
    const done = await signIn('oidc', '/lv/plani')
    expect([done.status, done.location]).toEqual([303, '/lv/plani'])
    expect((await browser.open('/lv')).html).toContain('Ilze Izdomāta')
    const account = await browser.open('/lv/mans-konts')
    expect(account.html).toContain('Ar e-identitāti')
    expect(await invalidHtml(account.html)).toEqual([])
    expect(logged).toContain('"event":"signed in by e-identity"')
  })

  it('asks with PKCE, state and nonce, in the reader’s language, and never for a name', async () => {
    use({ ...oidc({ ...standIn, issuer: standIn.url }), KOPRADE_OIDC_SCOPES: 'profile-of-nobody' })
    const url = new URL(await begin(browser, 'oidc', await browser.open('/en/sign-in')))
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      response_type: 'code',
      scope: 'openid profile-of-nobody',
      redirect_uri: `${URL_OF_SITE}/en/sign-in/e-identity/oidc`,
      code_challenge_method: 'S256',
      prompt: 'login',
      ui_locales: 'en',
      acr_values: HIGH,
    })
    for (const name of ['state', 'nonce', 'code_challenge']) expect(url.searchParams.get(name)?.length).toBeGreaterThanOrEqual(43)
  })

  it('finds its endpoints without discovery when they are set', async () => {
    use({
      ...oidc({ ...standIn, issuer: standIn.url }),
      KOPRADE_OIDC_AUTHORIZATION_URL: `${standIn.url}/authorize`,
      KOPRADE_OIDC_TOKEN_URL: `${standIn.url}/token`,
      KOPRADE_OIDC_JWKS_URL: `${standIn.url}/jwks`,
    })
    expect((await signIn('oidc')).location).toBe('/lv/ieiet/saistit')
    expect(standIn.asked.map(({ path }) => path)).toEqual(['/authorize', '/token', '/jwks'])
  })

  it('counts as both steps when the service is sure enough, and only then', async () => {
    real.recognise('person-2', LOW)
    await link('oidc', 'secretariat')
    // The duty holds where there is no demonstration.
    house = { ...house, demonstration: null }
    browser = newBrowser()
    expect((await signIn('oidc', '/lv/sekretariats')).location).toBe('/lv/ieiet/otrais-solis?next=%2Flv%2Fsekretariats')
    browser = newBrowser()
    real.recognise('person-2', HIGH)
    expect((await signIn('oidc', '/lv/sekretariats')).location).toBe('/lv/sekretariats')
    expect((await browser.open('/lv/sekretariats')).status).toBe(200)
  })
})

describe('an e-identity that nobody is linked with', () => {
  it('is linked after its owner has signed in by e-mail in the same browser, once they say so', async () => {
    real.recognise('person-3', LOW)
    const unknown = await signIn('oidc', '/lv/plani')
    expect(unknown.location).toBe('/lv/ieiet/saistit?next=%2Flv%2Fplani')
    const page = await browser.open(unknown.location ?? '')
    expect(page.html).toContain('Valsts pieteikšanās Jūs pazīst')
    expect(await invalidHtml(page.html)).toEqual([])
    await browser.fill(page, 0, { email: 'officer@example.org' })
    const letter = /http:\/\/127\.0\.0\.1:3000(\/\S+)/.exec(opened.letters.at(-1)?.body ?? '')?.[1] ?? ''
    const signedIn = await browser.fill(await browser.open(letter), 0, {})
    expect(signedIn.location).toBe('/lv/ieiet/saistit?next=%2Flv%2Fplani')
    const ask = await browser.open(signedIn.location ?? '')
    expect(ask.html).toContain('officer@example.org')
    expect(await invalidHtml(ask.html)).toEqual([])
    expect((await browser.fill(ask, 0, {})).location).toBe('/lv/plani')
    await browser.send('/lv/iziet', {})
    expect((await signIn('oidc')).location).toBe('/lv/mani-darbi')
  })

  it('is not linked in another browser, without a session, or twice', async () => {
    real.recognise('person-4', LOW)
    await signIn('oidc')
    expect((await browser.send('/lv/ieiet/saistit', {})).status).toBe(401)
    const other = newBrowser()
    await enterAs(other, 'officer')
    expect((await other.open('/lv/ieiet/saistit')).status).toBe(410)
    expect((await other.send('/lv/ieiet/saistit', {})).status).toBe(410)
    await enterAs(browser, 'officer')
    expect((await browser.send('/lv/ieiet/saistit', {})).status).toBe(303)
    expect((await browser.send('/lv/ieiet/saistit', {})).status).toBe(410)
    expect((await opened.open.execute('select 1 from linked_identity')).rows).toHaveLength(1)
  })

  it('does not get into an account by an e-mail address that a service tells', async () => {
    use(oidc({ ...standIn, issuer: standIn.url }))
    standIn.lie((claims) => ({ ...claims, email: 'administrator@example.org', email_verified: true }))
    expect((await signIn('oidc')).location).toBe('/lv/ieiet/saistit')
    expect(await isSignedIn()).toBe(false)
  })

  it('that is someone else’s already is refused', async () => {
    real.recognise('person-5', LOW)
    await link('oidc', 'officer')
    await enterAs(browser, 'representative')
    const start = await begin(browser, 'oidc', await browser.open('/lv/mans-konts'))
    const answer = await browser.open(await recognised(start))
    expect([answer.status, answer.html.includes('jau ir saistīta ar citu kontu')]).toEqual([409, true])
  })

  it('can be unlinked, and leads to nobody once its person was removed', async () => {
    real.recognise('person-6', LOW)
    await link('oidc')
    await signIn('oidc')
    const page = await browser.open('/lv/mans-konts')
    const nth = formsIn(page.html).findIndex(({ hidden }) => hidden.act === 'unlink')
    expect((await browser.fill(page, nth, {})).location).toBe('/lv/mans-konts?done=unlinked')
    await browser.send('/lv/iziet', {})
    expect((await signIn('oidc')).location).toBe('/lv/ieiet/saistit')

    browser = newBrowser()
    await link('oidc', 'moderator')
    await removePerson(house, administrator, 'demonstration-moderator')
    expect((await opened.open.execute('select 1 from linked_identity')).rows).toEqual([])
    expect((await signIn('oidc')).location).toBe('/lv/ieiet/saistit')
  })
})

describe('a reply that is not what it should be', () => {
  beforeEach(async () => {
    use(oidc({ ...standIn, issuer: standIn.url }))
    await link('oidc')
    standIn.honest()
  })

  it('signs in when it is honest', async () => {
    expect((await signIn('oidc')).location).toBe('/lv/mani-darbi')
  })

  const now = () => Math.floor(Date.now() / 1000)
  it.each<[string, (claims: Record<string, unknown>) => Record<string, unknown>]>([
    ['for another client', (claims) => ({ ...claims, aud: 'another' })],
    [
      'for several clients, one of them ours, without saying for which',
      (claims) => ({ ...claims, aud: ['koprade', 'another'], azp: 'another' }),
    ],
    ['from another issuer', (claims) => ({ ...claims, iss: 'https://elsewhere.example' })],
    ['with another nonce', (claims) => ({ ...claims, nonce: 'another' })],
    ['without a nonce', ({ nonce: _, ...claims }) => claims],
    ['that ended a minute ago', (claims) => ({ ...claims, iat: now() - 600, exp: now() - 60 })],
    ['that is not valid for another minute', (claims) => ({ ...claims, nbf: now() + 60 })],
    ['about nobody', ({ sub: _, ...claims }) => claims],
  ])('%s is refused', async (_, lie) => {
    standIn.lie(lie)
    const answer = await signIn('oidc', '/lv/plani')
    expect([answer.status, answer.html.includes('neiztur pārbaudi')]).toEqual([400, true])
    expect(await isSignedIn()).toBe(false)
    expect(logged).toMatch(/"event":"e-identity refused: identityWrong \w+"/)
  })

  it.each([20, -20])('is taken when the service’s clock differs by %d seconds', async (seconds) => {
    standIn.lie((claims) => ({ ...claims, nbf: now() + seconds, exp: seconds < 0 ? now() + seconds : now() + 300 }))
    expect((await signIn('oidc')).location).toBe('/lv/mani-darbi')
  })

  it('signed with a key that the service does not publish is refused', async () => {
    standIn.forge(true)
    expect((await signIn('oidc')).status).toBe(400)
    expect(await isSignedIn()).toBe(false)
  })

  it('sent again, or in another browser, is refused, and the first one stays signed in', async () => {
    const reply = await recognised(await begin(browser, 'oidc', await browser.open('/lv/ieiet')))
    const thief = newBrowser()
    await begin(thief, 'oidc', await thief.open('/lv/ieiet'))
    for (const other of [thief, newBrowser()]) {
      const answer = await other.open(reply)
      expect([answer.status, answer.html.includes('sākta citā pārlūkā')]).toEqual([410, true])
      expect(await invalidHtml(answer.html)).toEqual([])
    }
    expect((await browser.open(reply)).status).toBe(303)
    const copy = newBrowser()
    for (const [name, value] of browser.cookies) if (name === 'koprade.identity') copy.cookies.set(name, value)
    expect((await copy.open(reply)).status).toBe(410)
    expect(await isSignedIn()).toBe(true)
  })

  it('with a made-up state is refused', async () => {
    await begin(browser, 'oidc', await browser.open('/lv/ieiet'))
    for (const state of ['', 'x', "' or 1=1 --", 'a'.repeat(5000)])
      expect((await browser.open(`/lv/ieiet/e-identitate/oidc?${new URLSearchParams({ code: 'x', state })}`)).status, state).toBe(410)
  })

  it('to a request to link is good for the person who made it alone', async () => {
    await enterAs(browser, 'participant')
    standIn.lie((claims) => ({ ...claims, sub: 'another' }))
    const reply = await recognised(await begin(browser, 'oidc', await browser.open('/lv/mans-konts')))
    await enterAs(browser, 'representative')
    expect((await browser.open(reply)).status).toBe(410)
    expect((await opened.open.execute(`select 1 from linked_identity where person_id <> 'demonstration-officer'`)).rows).toEqual([])
  })

  it.each([
    ['access_denied', 401, 'pārtraukta'],
    ['temporarily_unavailable', 503, 'neatbild'],
    ['<script>alert(1)</script>', 401, 'pārtraukta'],
  ])('that says %s is told in words', async (error, status, words) => {
    const start = new URL(await begin(browser, 'oidc', await browser.open('/lv/ieiet')))
    const query = new URLSearchParams({ error, state: start.searchParams.get('state') ?? '' })
    const answer = await browser.open(`/lv/ieiet/e-identitate/oidc?${query}`)
    expect([answer.status, answer.html.includes(words), answer.html.includes('<script>alert')]).toEqual([status, true, false])
    expect(logged).not.toContain('alert(1)')
  })
})

describe('a service that is away', () => {
  const newPlan = '/lv/sekretariats/plani/jauns'

  it('is told in words, offers the e-mail link, and what was typed goes on waiting', async () => {
    use(oidc({ issuer: 'http://127.0.0.1:1', clientId: 'koprade', clientSecret: 'x' }))
    const typed = { ...planForm, 'title.lv': 'Nezaudēts nosaukums', form: crypto.randomUUID() }
    const refused = await browser.send(newPlan, typed)
    expect(refused.status).toBe(401)
    const page = await browser.open('/lv/ieiet?next=%2Flv%2Fturpinat')
    const form = formsIn(page.html).find(({ action }) => action.includes('/oidc/'))
    const answer = await browser.send(form?.action ?? '', form?.hidden ?? {})
    expect([answer.status, answer.html.includes('neatbild')]).toEqual([503, true])
    expect(await invalidHtml(answer.html)).toEqual([])
    expect(formsIn(answer.html)[0]?.hidden.next).toBe('/lv/turpinat')
    await enterAs(browser, 'secretariat')
    expect((await browser.open('/lv/turpinat')).html).toContain('Nezaudēts nosaukums')
  })

  it.each<[string, () => Response, number]>([
    ['does not answer in time', () => new Response('', { status: 504 }), 503],
    ['answers with a page instead of data', () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } }), 503],
    ['answers with nonsense', () => new Response('{', { headers: { 'Content-Type': 'application/json' } }), 400],
  ])('%s when it should tell who is there: told, and nobody is signed in', async (_, answer, status) => {
    use(oidc({ ...standIn, issuer: standIn.url }))
    standIn.fail('/token', answer)
    const page = await signIn('oidc')
    expect(page.status).toBe(status)
    expect(await isSignedIn()).toBe(false)
  })

  it('and a code that has expired meanwhile, at the certified provider too, lets one begin anew', async () => {
    real.recognise('person-7', LOW)
    const reply = await recognised(await begin(browser, 'oidc', await browser.open('/lv/ieiet')))
    real.expireCodes()
    const answer = await browser.open(reply)
    expect([answer.status, answer.html.includes('novecojusi')]).toEqual([410, true])
    expect(formsIn(answer.html).some(({ action }) => action.includes('/oidc/'))).toBe(true)
  })
})

describe('with eParaksts, played by a stand-in', () => {
  const person = { sub: 'x', domain: 'citizen', acr: HIGH, given_name: 'ANNA', family_name: 'ATVĒRTĀ', serial_number: CODE }

  it('a linked person signs in; of the personal code a keyed hash is kept, and nothing else anywhere', async () => {
    standIn.tell(person)
    await link('eparaksts')
    standIn.tell({ ...person, serial_number: CODE.toLowerCase().replace(/-(\d+)-/, '-$1') })
    expect((await signIn('eparaksts')).location).toBe('/lv/mani-darbi')
    const { rows } = (await opened.open.execute('select * from linked_identity')) as { rows: { subject_hash: string }[] }
    expect(rows[0]?.subject_hash).toMatch(/^[0-9a-f]{64}$/)
    const tables = (await opened.open.execute(
      `select table_name as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'`,
    )) as { rows: { name: string }[] }
    for (const { name } of tables.rows) {
      const all = await opened.open.execute(`select to_jsonb(t)::text as row from "${name}" t`)
      expect(JSON.stringify(all.rows), name).not.toMatch(/990099|ATVĒRTĀ/i)
    }
    expect(logged).not.toMatch(/990099|ATVĒRTĀ|Anna/i)
    expect(JSON.stringify(opened.letters)).not.toMatch(/990099|ATVĒRTĀ/i)
  })

  it('asks for its scope, with PKCE, and shows the client’s secret to its own address alone', async () => {
    const url = new URL(await begin(browser, 'eparaksts', await browser.open('/lv/ieiet')))
    expect(url.pathname).toBe('/trustedx-authserver/oauth/lvrtc-eipsign-as')
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      scope: 'urn:lvrtc:fpeil:aa',
      redirect_uri: `${URL_OF_SITE}/lv/ieiet/e-identitate/eparaksts`,
      prompt: 'login',
      ui_locales: 'lv',
    })
    expect(url.searchParams.has('nonce')).toBe(false)
    expect(url.href).not.toContain('secret')
  })

  it.each<[string, unknown]>([
    ['nothing', {}],
    ['no personal code', { ...person, serial_number: undefined }],
    ['a code of no country', { ...person, serial_number: '990099-00000' }],
    ['a list', [person]],
    ['a code too long', { ...person, serial_number: `PNOLV-${'9'.repeat(100)}` }],
  ])('that tells %s lets nobody in, and the log does not quote it', async (_, told) => {
    standIn.tell(told)
    const answer = await signIn('eparaksts')
    expect(answer.status).toBe(400)
    expect(await isSignedIn()).toBe(false)
    expect(logged).not.toMatch(/990099|ATVĒRTĀ/i)
  })

  it('whose user information is away lets nobody in', async () => {
    standIn.fail('/users/me', () => new Response('', { status: 500 }))
    expect((await signIn('eparaksts')).status).toBe(503)
  })
})

describe('a service that is not configured', () => {
  it('is not offered and has no address', async () => {
    use({ KOPRADE_IDENTITY_SECRET: '' })
    expect((await browser.open('/lv/ieiet')).html).not.toContain('e-identitate')
    for (const provider of ['oidc', 'eparaksts', 'smart-id']) {
      expect((await browser.send(`/lv/ieiet/e-identitate/${provider}/sakt`, {})).status).toBe(404)
      expect((await browser.open(`/lv/ieiet/e-identitate/${provider}?code=x&state=y`)).status).toBe(404)
    }
  })
})
