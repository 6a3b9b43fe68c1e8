import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { regularJobs } from '../../src/commands/regularJobs.ts'
import { demonstrationLinks, invitePerson, seedDemonstrationPeople } from '../../src/people/index.ts'
import { addTwoOrganisations, administrator } from '../../src/people/testSupport.ts'
import { readConfiguration } from '../../src/platform/configuration.ts'
import type { House } from '../../src/platform/house.ts'
import { doRegularJobs } from '../../src/platform/jobs/regularJobs.ts'
import { silentLog } from '../../src/platform/log.ts'
import { deliverLetters } from '../../src/platform/mail/deliverLetters.ts'
import { createMailer } from '../../src/platform/mail/mailer.ts'
import { smtpPost } from '../../src/platform/mail/post.ts'
import { mail, regularJob } from '../../src/platform/tables.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { type MailServer, openMailServer } from '../support/smtpServer.ts'
import { Browser, formsIn } from './browser.ts'

let house: TestHouse
let server: MailServer
beforeAll(async () => {
  house = await openTestHouse()
  await addTwoOrganisations(house)
  await seedDemonstrationPeople(house)
  server = await openMailServer()
})
afterAll(async () => {
  await server.close()
  await house.close()
})

/** The same house as a real instance that sends letters. */
const real = (settings: Record<string, string> = {}): House => ({
  ...house,
  demonstration: null,
  mailer: createMailer('sent', house.clock),
  configuration: readConfiguration({ KOPRADE_LOG: 'silent', ...settings }),
})
const deliver = async (): Promise<void> => {
  const post = smtpPost({ smtpUrl: server.url, mailFrom: 'koprade@example.lv', mailReturn: null, mailPerSecond: null })
  await deliverLetters({ db: house.db, clock: house.clock, post, log: silentLog, onNobody: async () => undefined })
  post.close()
}

/** A browser in which this role has signed in; the session holds in the real instance too. */
async function signedIn(role: string, at: House = house): Promise<Browser> {
  const before = new Browser(createApp(house))
  const link = (await demonstrationLinks(house)).find((found) => found.role === role)
  await before.open(link?.url.replace('http://127.0.0.1:3000', '') ?? '')
  const browser = new Browser(createApp(at))
  for (const [name, value] of before.cookies) browser.cookies.set(name, value)
  return browser
}

beforeEach(async () => {
  await house.db.delete(mail)
  await house.db.delete(regularJob)
  server.arrived.length = 0
  server.refuseWith(null)
})

let invited = 0
async function invite(at: House): Promise<string> {
  invited += 1
  const email = `jauna.persona${invited}@example.org`
  await invitePerson(at, administrator, { name: 'Jauna Persona', email, role: null }, 'lv')
  return email
}

describe('an invitation', () => {
  it('is committed when the mail server is away, and its letter goes later', async () => {
    const at = real()
    server.refuseWith({ code: 421, text: '4.3.2 shutting down' })
    const email = await invite(at)
    await deliver()
    expect(server.arrived).toEqual([])
    expect((await house.open.execute('select 1 from person where email = $1', [email])).rows).toHaveLength(1)
    server.refuseWith(null)
    await house.open.execute("update mail set next_try_at = now() - interval '1 second'")
    await deliver()
    expect(server.arrived).toMatchObject([{ to: [email], headers: { subject: 'Uzaicinājums uz Kopradi' } }])
    expect(server.arrived[0]?.text).toContain('Labdien, Jauna Persona!')
  })

  it('that is refused sends no letter', async () => {
    const at = real()
    const email = await invite(at)
    await house.db.delete(mail)
    await expect(invitePerson(at, administrator, { name: 'Otrreiz', email, role: null }, 'lv')).rejects.toMatchObject({ status: 422 })
    await deliver()
    expect(server.arrived).toEqual([])
  })
})

describe('the page of letters and jobs', () => {
  it('is the administrator’s alone', async () => {
    expect((await new Browser(createApp(house)).open('/lv/sekretariats/uzdevumi')).status).toBe(401)
    for (const role of ['officer', 'secretariat', 'moderator']) {
      const browser = await signedIn(role)
      expect((await browser.open('/lv/sekretariats/uzdevumi')).status, role).toBe(403)
      expect((await browser.send('/lv/sekretariats/uzdevumi', { form: 'aaaaaaaa', letter: 'all' })).status, role).toBe(403)
    }
  })

  it('shows what waits and what failed, masked, with its problem, and tries again', async () => {
    const at = real({ KOPRADE_SMTP_URL: server.url })
    const email = await invite(at)
    server.refuseWith({ code: 550, text: `5.1.1 ${email} unknown` })
    await deliver()
    const browser = await signedIn('administrator', at)
    const seen = await browser.open('/en/secretariat/jobs')
    expect(seen.status).toBe(200)
    expect(seen.html).toContain('j…@example.org')
    expect(seen.html).not.toContain(email)
    expect(seen.html).toContain('refused by the server (550 5.1.1)')
    const retried = await browser.fill(seen, 0, {})
    expect([retried.status, retried.location]).toEqual([303, '/en/secretariat/jobs?retried=1'])
    expect((await browser.fill(seen, 0, {})).location).toBe('/en/secretariat/jobs?retried=1')
    expect((await browser.open(retried.location ?? '')).html).toContain('1 letter is waiting to be sent again.')
    server.refuseWith(null)
    await deliver()
    expect(server.arrived).toMatchObject([{ to: [email] }])
    expect((await browser.open('/lv/sekretariats/uzdevumi')).html).toContain('Neviena vēstule negaida')
  })

  it('offers to try all failed ones, and refuses a letter that is none', async () => {
    const at = real({ KOPRADE_SMTP_URL: server.url })
    for (let i = 0; i < 3; i += 1) await invite(at)
    server.refuseWith({ code: 550, text: '5.7.1 no' })
    await deliver()
    const browser = await signedIn('administrator', at)
    const seen = await browser.open('/lv/sekretariats/uzdevumi')
    const all = formsIn(seen.html).findIndex(({ hidden }) => hidden.letter === 'all')
    const wrong = await browser.fill(seen, all, { letter: '<script>' })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('Izvēlieties vēstuli')
    expect((await browser.fill(await browser.open('/lv/sekretariats/uzdevumi'), all, {})).location).toBe(
      '/lv/sekretariats/uzdevumi?retried=3',
    )
  })

  it('says that letters wait while there is no mail server', async () => {
    const at = real()
    await invite(at)
    const browser = await signedIn('administrator', at)
    const seen = await browser.open('/lv/sekretariats/uzdevumi')
    expect(seen.html).toContain('Pasta serveris nav norādīts')
    expect(seen.html).toContain('0 mēģinājumu')
  })

  it('shows how the regular jobs went', async () => {
    await doRegularJobs(house, silentLog, regularJobs)
    const seen = await (await signedIn('administrator')).open('/en/secretariat/jobs')
    for (const words of ['Erases the text of letters', 'Publishes notices', 'Deletes forms that were not sent', 'Deletes ended sessions'])
      expect(seen.html).toContain(words)
    expect(seen.html.match(/<span>done/g)).toHaveLength(regularJobs.length)
  })
})

describe('demonstration mail', () => {
  const shown = (): House => ({ ...house, mailer: createMailer('shown', house.clock) })

  it('shows a letter, and its link signs in', async () => {
    const browser = new Browser(createApp(shown()))
    expect((await browser.open('/lv/demonstracija/pasts')).html).toContain('Vēl nav nevienas vēstules')
    await browser.send('/lv/ieiet', { email: 'officer@example.org' })
    const seen = await browser.open('/lv/demonstracija/pasts')
    expect(seen.headers.get('Cache-Control')).toBe('no-store')
    const link = /href="(\/lv\/ieiet\/apstiprinat[^"]*)"/.exec(seen.html)?.[1]?.replaceAll('&amp;', '&')
    const done = await browser.fill(await browser.open(link ?? ''), 0, {})
    expect([done.status, done.location]).toEqual([303, '/lv/mani-darbi'])
  })

  it('makes links of its own addresses alone', async () => {
    const at = shown()
    const body = 'http://127.0.0.1:3000.evil.example/x http://127.0.0.1:3000/lv <script>alert(1)</script> javascript:alert(1)'
    await at.db.transaction((tx) => at.mailer.queue(tx, { to: 'a@example.org', language: 'en', subject: '<b>x</b>', body }))
    const { html } = await new Browser(createApp(at)).open('/lv/demonstracija/pasts')
    const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
    expect([...main.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href)).toEqual(['/lv'])
    expect(main).toContain('lang="en"')
    expect(main).not.toContain('<b>x')
  })

  it('does not exist in a real instance, nor for who does not sit at the machine', async () => {
    const from = (at: House, client: string) => new Browser(createApp(at), client).open('/lv/demonstracija/pasts')
    expect((await from(real(), '127.0.0.1')).status).toBe(404)
    expect((await from(real({ KOPRADE_SMTP_URL: 'smtp://127.0.0.1:1' }), '127.0.0.1')).status).toBe(404)
    const development = real({ NODE_ENV: 'development' })
    expect((await from(development, '127.0.0.1')).status).toBe(200)
    expect((await from(development, '192.0.2.7')).status).toBe(404)
    const stranger = await from(house, '192.0.2.7')
    expect(stranger.status).toBe(404)
    expect(stranger.html).not.toContain('<a href="/lv/demonstracija/pasts"')
    expect((await from(house, '127.0.0.1')).html).toContain('<a href="/lv/demonstracija/pasts"')
  })
})
