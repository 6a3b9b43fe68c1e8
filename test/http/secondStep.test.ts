import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { createAdministrator, invitePerson } from '../../src/people/index.ts'
import { addTwoOrganisations, administrator, recordOf } from '../../src/people/testSupport.ts'
import { readConfiguration } from '../../src/platform/configuration.ts'
import type { House } from '../../src/platform/house.ts'
import { silentLog } from '../../src/platform/log.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { invalidHtml } from '../support/lookAt.ts'
import { Browser, formsIn, type Seen } from './browser.ts'

/* A real house, where the secretariat and administrators sign in in two steps. Its clock is the test's. */

let opened: TestHouse
let house: House
let now = new Date()
const events: string[] = []
beforeAll(async () => {
  opened = await openTestHouse()
  await addTwoOrganisations(opened)
})
afterAll(() => opened.close())
beforeEach(async () => {
  await opened.open.execute('delete from person')
  await opened.open.execute('delete from verification')
  opened.letters.length = 0
  now = new Date()
  events.length = 0
  // A configuration of its own has limits of its own.
  const configuration = readConfiguration({ KOPRADE_URL: 'http://localhost:3000', KOPRADE_LOG: 'silent' })
  house = { ...opened, configuration, demonstration: null, clock: { ...opened.clock, now: () => now } }
  await createAdministrator(house, { name: 'Jana Jaunā', email: 'jana@example.org' })
})

function newBrowser(): Browser {
  const take = (line: { event?: string }): void => void (line.event && events.push(line.event))
  const log = Object.assign(Object.create(silentLog), { info: take, debug: take })
  return new Browser(createApp(house, { log, isStopping: () => false }))
}

async function signIn(browser: Browser, email = 'jana@example.org', next = ''): Promise<Seen> {
  await browser.send('/lv/ieiet', { email, next })
  const link =
    opened.letters
      .findLast(({ to, body }) => to === email && body.includes('token='))
      ?.body.match(/http:\/\/localhost:3000(\/\S+token\S+)/)?.[1] ?? ''
  return browser.fill(await browser.open(link), 0, {})
}

const secretOn = (page: Seen): string => (/<p class="hash">([A-Z2-7 ]+)<\/p>/.exec(page.html)?.[1] ?? '').replaceAll(' ', '')
const codeFor = (secret: string): string => TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: now.getTime() })
const halfAMinute = (): void => {
  now = new Date(now.getTime() + 30_000)
}

/** Signs in for the first time and sets up an app; gives its secret and the recovery codes. */
async function setUp(browser: Browser): Promise<{ secret: string; codes: string[] }> {
  await signIn(browser)
  const page = await browser.open('/lv/mans-konts/lietotne')
  const secret = secretOn(page)
  await browser.fill(page, 0, { code: codeFor(secret) })
  const shown = await browser.fill(await browser.open('/lv/mans-konts/rezerves-kodi'), 0, {})
  const codes = [...shown.html.matchAll(/<li class="hash">([\w-]+)<\/li>/g)].map(([, code = '']) => code)
  halfAMinute()
  return { secret, codes }
}

const idOf = async (email: string): Promise<string> => {
  const { rows } = (await opened.open.execute('select id from person where email = $1', [email])) as { rows: { id: string }[] }
  return rows[0]?.id ?? ''
}

describe('an administrator who signs in for the first time', () => {
  it('is a participant until a second step is set up, and then goes on to where they were going', async () => {
    const browser = newBrowser()
    const signedIn = await signIn(browser, 'jana@example.org', '/lv/sekretariats/cilveki')
    expect(signedIn.location).toBe('/lv/ieiet/otrais-solis?next=%2Flv%2Fsekretariats%2Fcilveki')
    const refused = await browser.open('/lv/sekretariats/cilveki')
    expect(refused.status).toBe(401)
    expect(refused.html).toContain('Pabeidziet ieiešanu')
    expect((await browser.open('/lv')).html).not.toContain('href="/lv/sekretariats"')

    const choose = await browser.open(signedIn.location ?? '')
    expect(choose.html).toContain('Pievienojiet otro soli')
    expect(await invalidHtml(choose.html)).toEqual([])
    const page = await browser.open('/lv/mans-konts/lietotne?next=%2Flv%2Fsekretariats%2Fcilveki')
    expect(await invalidHtml(page.html)).toEqual([])
    expect(page.headers.get('Cache-Control')).toBe('no-store')
    expect(secretOn(await browser.open('/lv/mans-konts/lietotne'))).toBe(secretOn(page))
    const wrong = await browser.fill(page, 0, { code: '000000' })
    expect([wrong.status, wrong.html.includes('Kods neder')]).toEqual([422, true])
    expect((await browser.open('/lv/sekretariats')).status).toBe(401)

    const done = await browser.fill(page, 0, { code: codeFor(secretOn(page)) })
    expect(done.location).toBe('/lv/mans-konts/rezerves-kodi?next=%2Flv%2Fsekretariats%2Fcilveki')
    const codes = await browser.fill(await browser.open(done.location ?? ''), 0, {})
    expect(await invalidHtml(codes.html)).toEqual([])
    expect(codes.html).toContain('href="/lv/sekretariats/cilveki"')
    expect((await browser.open('/lv/sekretariats/cilveki')).status).toBe(200)
    expect(opened.letters.map(({ subject }) => subject).slice(-2)).toEqual(['Mainīts, kā ieejat Kopradē', 'Mainīts, kā ieejat Kopradē'])
    expect(events).toEqual(expect.arrayContaining(['signed in by e-mail', 'authenticator app added', 'recovery codes made']))
  })

  it('keeps the secret nowhere in clear', async () => {
    const { secret, codes } = await setUp(newBrowser())
    const { rows } = await opened.open.execute(
      'select to_jsonb(a) from authenticator_app a union all select to_jsonb(r) from recovery_code r',
    )
    expect(rows).toHaveLength(11)
    for (const word of [secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))])
      expect(JSON.stringify(rows)).not.toContain(word)
    expect(JSON.stringify(opened.letters)).not.toContain(secret)
  })
})

describe('the second step', () => {
  it('is done with the app’s code, once', async () => {
    const { secret } = await setUp(newBrowser())
    const [one, other] = [newBrowser(), newBrowser()]
    await signIn(one)
    await signIn(other)
    const page = await one.open('/lv/ieiet/otrais-solis?next=%2Flv%2Fsekretariats%2Fuzdevumi')
    expect(await invalidHtml(page.html)).toEqual([])
    const code = codeFor(secret)
    expect((await one.fill(page, 0, { code: `${code.slice(0, 3)} ${code.slice(3)}` })).location).toBe('/lv/sekretariats/uzdevumi')
    expect((await one.open('/lv/sekretariats/uzdevumi')).status).toBe(200)
    const replayed = await other.send('/lv/ieiet/otrais-solis', { code })
    expect([replayed.status, replayed.html.includes('katrs kods der vienu reizi')]).toEqual([422, true])
    expect((await other.open('/lv/sekretariats')).status).toBe(401)
    halfAMinute()
    expect((await other.send('/lv/ieiet/otrais-solis', { code: codeFor(secret) })).location).toBe('/lv/sekretariats')
    expect(events.filter((event) => event.startsWith('second step'))).toEqual([
      'second step: done by app',
      'second step: refused',
      'second step: done by app',
    ])
  })

  it('lets one of two in who come with the same code at once', async () => {
    const { secret } = await setUp(newBrowser())
    const browsers = [newBrowser(), newBrowser()]
    for (const browser of browsers) await signIn(browser)
    const ends = await Promise.all(browsers.map((browser) => browser.send('/lv/ieiet/otrais-solis', { code: codeFor(secret) })))
    expect(ends.map(({ status }) => status).sort()).toEqual([303, 422])
  })

  it('is done with a recovery code, once', async () => {
    const { codes } = await setUp(newBrowser())
    const [one, other] = [newBrowser(), newBrowser()]
    await signIn(one)
    await signIn(other)
    expect((await one.send('/lv/ieiet/otrais-solis', { code: codes[0]?.toLowerCase() ?? '' })).status).toBe(303)
    expect((await other.send('/lv/ieiet/otrais-solis', { code: codes[0] ?? '' })).status).toBe(422)
    expect((await one.open('/lv/mans-konts')).html).toContain('Palikuši 9')
  })

  it('allows five attempts in a quarter of an hour, from wherever they come, and then not even the right code', async () => {
    const { secret } = await setUp(newBrowser())
    const browsers = [newBrowser(), newBrowser()]
    for (const browser of browsers) await signIn(browser)
    const [browser = newBrowser(), other = newBrowser()] = browsers
    for (const from of [browser, other, browser, other, browser])
      expect((await from.send('/en/sign-in/second-step', { code: '000000' })).status).toBe(422)
    const late = await other.send('/en/sign-in/second-step', { code: codeFor(secret) })
    expect([late.status, late.html.includes('too many attempts')]).toEqual([429, true])
    expect(Number(late.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect((await browser.open('/lv/sekretariats')).status).toBe(401)
  })

  it('can’t be walked around with the mailbox alone: what there is, is not changed before it was done', async () => {
    await setUp(newBrowser())
    const thief = newBrowser()
    await signIn(thief)
    for (const path of ['/lv/mans-konts/lietotne', '/lv/mans-konts/piekluves-atslega'])
      expect((await thief.open(path)).status, path).toBe(401)
    for (const [path, values] of [
      ['/lv/mans-konts/lietotne', { code: '123456' }],
      ['/lv/mans-konts/rezerves-kodi', {}],
      ['/lv/mans-konts', { act: 'removeApp' }],
    ] as const) {
      const answer = await thief.send(path, { form: crypto.randomUUID(), ...values })
      expect(answer.status, path).toBe(401)
    }
    expect((await opened.open.execute('select 1 from recovery_code')).rows).toHaveLength(10)
    expect((await opened.open.execute('select 1 from authenticator_app where secret is not null')).rows).toHaveLength(1)
  })

  it('keeps a form that was sent before it was done', async () => {
    const { secret } = await setUp(newBrowser())
    const browser = newBrowser()
    await signIn(browser)
    const form = { form: crypto.randomUUID(), name: 'Anna Atvērtā', email: 'anna@example.org', role: 'officer', organisation: 'vk' }
    const refused = await browser.send('/lv/sekretariats/cilveki', form)
    expect(refused.status).toBe(401)
    expect(refused.html).toContain('Ierakstītais nav zudis')
    const on = await browser.open('/lv/ieiet?next=%2Flv%2Fturpinat')
    expect(on.location).toBe('/lv/ieiet/otrais-solis?next=%2Flv%2Fturpinat')
    const done = await browser.fill(await browser.open(on.location ?? ''), 0, { code: codeFor(secret) })
    expect(done.location).toBe('/lv/turpinat')
    expect((await browser.fill(await browser.open('/lv/turpinat'), 0, {})).location).toBe('/lv/sekretariats/cilveki?done=invited')
    expect(await idOf('anna@example.org')).not.toBe('')
  })

  it('says so when the instance’s key has changed; a recovery code still works', async () => {
    const { secret, codes } = await setUp(newBrowser())
    house.configuration = { ...house.configuration, secret: 'another secret, longer than 32 characters', url: 'http://127.0.0.1:3000' }
    const browser = newBrowser()
    await browser.send('/lv/ieiet', { email: 'jana@example.org' })
    const link = /http:\/\/127\.0\.0\.1:3000(\/\S+)/.exec(opened.letters.at(-1)?.body ?? '')?.[1] ?? ''
    await browser.fill(await browser.open(link), 0, {})
    const answer = await browser.send('/lv/ieiet/otrais-solis', { code: codeFor(secret) })
    expect([answer.status, answer.html.includes('noslēpumu vairs nevar nolasīt')]).toEqual([422, true])
    expect((await browser.send('/lv/ieiet/otrais-solis', { code: codes[1] ?? '' })).status).toBe(303)
  })
})

describe('a passkey that is none', () => {
  const id = 'x'.repeat(43)
  const empty = { id, rawId: id, type: 'public-key', clientExtensionResults: {} }
  const asked = Buffer.from(JSON.stringify({ type: 'webauthn.get', challenge: 'made-up', origin: 'http://localhost:3000' })).toString(
    'base64url',
  )
  it.each([
    '',
    '{',
    '[]',
    '"x"',
    JSON.stringify(empty),
    JSON.stringify({ ...empty, response: { clientDataJSON: asked, authenticatorData: 'AAAA', signature: 'AAAA' } }),
    JSON.stringify({ ...empty, id: "' or 1=1 --" }),
    'x'.repeat(300_000),
  ])('signs nobody in and adds nothing (case %#)', async (credential) => {
    const browser = newBrowser()
    const answer = await browser.send('/lv/ieiet/piekluves-atslega', { credential })
    expect([answer.status, browser.cookies.size]).toEqual([422, 0])
    expect(await invalidHtml(answer.html)).toEqual([])
    await signIn(browser)
    const added = await browser.send('/lv/mans-konts/piekluves-atslega', { form: crypto.randomUUID(), name: 'Darba dators', credential })
    expect(added.status).toBe(422)
    expect((await browser.send('/lv/ieiet/otrais-solis', { credential })).status).toBe(422)
    expect((await opened.open.execute('select 1 from passkey')).rows).toEqual([])
  })

  it('has no page where passkeys can’t work: a bare network address', async () => {
    house.configuration = readConfiguration({ KOPRADE_URL: 'http://127.0.0.1:3000', KOPRADE_LOG: 'silent' })
    const browser = newBrowser()
    expect((await browser.open('/lv/ieiet')).html).not.toContain('piekluves-atslega')
    expect((await browser.open('/lv/ieiet/piekluves-atslega')).status).toBe(404)
    expect((await browser.send('/lv/ieiet/piekluves-atslega', { credential: 'x' })).status).toBe(404)
  })
})

describe('who must sign in in two steps', () => {
  it('can’t remove the only second step there is', async () => {
    const browser = newBrowser()
    await setUp(browser)
    const answer = await browser.send('/en/my-account', { form: crypto.randomUUID(), act: 'removeApp' })
    expect([answer.status, answer.html.includes('This is the only thing you can finish signing in with')]).toEqual([409, true])
    expect(await invalidHtml(answer.html)).toEqual([])
    expect((await opened.open.execute('select 1 from authenticator_app where secret is not null')).rows).toHaveLength(1)
  })

  it('is who gets the role: a session that was open goes on as a participant', async () => {
    await invitePerson(
      house,
      administrator,
      { name: 'Ilze', email: 'ilze@example.org', role: { role: 'officer', organisationId: 'vk' } },
      'lv',
    )
    const browser = newBrowser()
    expect((await signIn(browser, 'ilze@example.org')).location).toBe('/lv/mani-darbi')
    await opened.open.execute(`insert into role_assignment (person_id, role, given_at) values ($1, 'secretariat', now())`, [
      await idOf('ilze@example.org'),
    ])
    expect((await browser.open('/lv/sekretariats')).status).toBe(401)
    expect((await browser.open('/lv/ieiet')).location).toBe('/lv/ieiet/otrais-solis')
  })

  it('is whoever has added an app; an officer may remove it again', async () => {
    await invitePerson(
      house,
      administrator,
      { name: 'Ilze', email: 'ilze@example.org', role: { role: 'officer', organisationId: 'vk' } },
      'lv',
    )
    const browser = newBrowser()
    await signIn(browser, 'ilze@example.org')
    const page = await browser.open('/lv/mans-konts/lietotne')
    await browser.fill(page, 0, { code: codeFor(secretOn(page)) })
    const second = newBrowser()
    await signIn(second, 'ilze@example.org')
    expect((await second.open('/lv/mani-darbi')).location).toBe('/lv/ieiet/otrais-solis?next=%2Flv%2Fmani-darbi')
    expect((await browser.send('/lv/mans-konts', { form: crypto.randomUUID(), act: 'removeApp' })).location).toBe(
      '/lv/mans-konts?done=removed',
    )
    expect((await second.open('/lv/mani-darbi')).status).toBe(200)
  })
})

describe('a second step that was lost', () => {
  it('is reset by another administrator: told in the record without a name, and to the person; sessions end', async () => {
    const mine = newBrowser()
    await setUp(mine)
    const { personId } = await invitePerson(
      house,
      administrator,
      { name: 'Otrs Otrais', email: 'otrs@example.org', role: { role: 'administrator', organisationId: null } },
      'lv',
    )
    const theirs = newBrowser()
    await signIn(theirs, 'otrs@example.org')
    const page = await theirs.open('/lv/mans-konts/lietotne')
    await theirs.fill(page, 0, { code: codeFor(secretOn(page)) })
    expect((await theirs.open('/lv/sekretariats')).status).toBe(200)

    const path = `/lv/sekretariats/cilveki/${personId}`
    const shown = await mine.open(path)
    const nth = formsIn(shown.html).findIndex(({ hidden }) => hidden.act === 'resetSecondStep')
    expect((await mine.fill(shown, nth, {})).location).toBe(`${path}?done=secondStepReset`)
    expect((await mine.open(`${path}?done=secondStepReset`)).html).toContain('Otrais solis atiestatīts.')
    expect((await theirs.open('/lv/sekretariats')).status).toBe(401)
    const entry = (await recordOf(opened)).at(-1)
    expect(entry).toMatchObject({ act: 'resetSecondStep', object: '/people', actor: { role: 'administrator', for: null } })
    expect(JSON.stringify(entry)).not.toMatch(/Otrs|otrs@/)
    expect(opened.letters.at(-1)).toMatchObject({
      to: 'otrs@example.org',
      body: expect.stringContaining('atiestatījis Jūsu konta otro soli'),
    })
    expect((await signIn(theirs, 'otrs@example.org')).location).toBe('/lv/ieiet/otrais-solis')
    expect((await theirs.open('/lv/ieiet/otrais-solis')).html).toContain('Pievienojiet otro soli')
  })

  it('is not one’s own to reset, and not the secretariat’s', async () => {
    const mine = newBrowser()
    await setUp(mine)
    const path = `/lv/sekretariats/cilveki/${await idOf('jana@example.org')}`
    expect((await mine.open(path)).html).not.toContain('resetSecondStep')
    expect((await mine.send(path, { form: crypto.randomUUID(), act: 'resetSecondStep' })).status).toBe(403)
  })

  it('of the only administrator is reset on the command line', async () => {
    await setUp(newBrowser())
    const { url } = await createAdministrator(house, { name: 'Jana Jaunā', email: 'jana@example.org' }, true)
    expect((await recordOf(opened)).at(-1)).toMatchObject({ act: 'resetSecondStep' })
    const browser = newBrowser()
    const done = await browser.fill(await browser.open(url.replace('http://localhost:3000', '')), 0, {})
    expect((await browser.open(done.location ?? '')).html).toContain('Pievienojiet otro soli')
  })
})
