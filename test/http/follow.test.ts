import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { aReportableCommitment, aReportablePlan } from '../../src/cycle/monitoring/testSupport.ts'
import { commitmentFact } from '../../src/cycle/plan/tables.ts'
import { forgetUnconfirmed, noteBounce, sendDigests } from '../../src/follow/index.ts'
import { subscriber, subscription, subscriptionRequest } from '../../src/follow/tables.ts'
import { demonstrationLinks, seedDemonstrationPeople } from '../../src/people/index.ts'
import type { House } from '../../src/platform/house.ts'
import { localText } from '../../src/platform/languages/languages.ts'
import { createMailer } from '../../src/platform/mail/mailer.ts'
import { mail } from '../../src/platform/tables.ts'
import { append } from '../../src/record/index.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { Browser, formsIn } from './browser.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await aReportablePlan(house)
  await aReportableCommitment(house, 1)
  await seedDemonstrationPeople(house)
})
afterAll(() => house.close())

let browser: Browser
let visitors = 0
beforeEach(async () => {
  for (const table of [mail, subscriptionRequest, subscriber]) await house.db.delete(table)
  house.letters.length = 0
  browser = another()
})

/** Another visitor, from an address of their own. Limits count by visitor and by mailbox: they begin anew. */
function another(at: House = house): Browser {
  visitors += 1
  return new Browser(createApp({ ...at, configuration: { ...at.configuration } }), `10.3.0.${visitors}`)
}

const pathsIn = (text: string): string[] => [...text.matchAll(/http:\/\/127\.0\.0\.1:3000(\/\S+)/g)].map(([, path = '']) => path)
const linkInLetter = (): string => pathsIn(house.letters.at(-1)?.body ?? '')[0] ?? ''

async function ask(values: Record<string, string> = {}, path = '/lv/sekot?what=commitment%2Flv-3%2F1') {
  const page = await browser.open(path)
  return browser.fill(page, 0, { email: 'lasitaja@example.org', frequency: 'immediate', language: 'lv', ...values })
}

/** Asks and confirms; gives the page of subscriptions to which that leads. */
async function follow(values: Record<string, string> = {}, path?: string): Promise<string> {
  await ask(values, path)
  const done = await browser.fill(await browser.open(linkInLetter()), 0, {})
  expect(done.status).toBe(303)
  return done.location ?? ''
}

async function somethingHappens(): Promise<void> {
  await house.db.transaction(async (tx) => {
    const actor = { role: 'secretariat', for: null }
    const recordSeq = await append(tx, house.clock.now(), { actor, act: 'test', object: '/test', content: {} })
    await tx.insert(commitmentFact).values({
      commitmentId: sql`(select min(id) from commitment)` as unknown as number,
      kind: 'result',
      text: localText('Portāls ir atvērts.'),
      knownFrom: house.clock.today(),
      certainty: 'seen',
      recordSeq,
    })
  })
}

/** Something happens, and letters are written; gives the links of the last: to manage, and to unsubscribe. */
async function letter(): Promise<{ manage: string; unsubscribe: string }> {
  await somethingHappens()
  house.letters.length = 0
  await sendDigests(house)
  const [manage = '', unsubscribe = ''] = pathsIn(house.letters.at(-1)?.body ?? '').slice(-2)
  return { manage, unsubscribe }
}

const subscriptions = () => house.db.select({ scope: subscription.scope, frequency: subscription.frequency }).from(subscription)

describe('following by e-mail', () => {
  it('goes from the page of a thing by a form, a letter and a button to what one follows', async () => {
    const commitment = await browser.open('/lv/plani/lv-3/apnemsanas/1')
    expect(commitment.html).toContain('href="/lv/sekot?what=commitment%2Flv-3%2F1"')
    const page = await browser.open('/lv/sekot?what=commitment%2Flv-3%2F1')
    expect(page.html).toContain('Trešais plāns, 1. apņemšanās „Atvērtie dati”')
    const sent = await ask()
    expect([sent.status, sent.location]).toEqual([303, '/lv/sekot?sent=1'])
    expect((await browser.open('/lv/sekot?sent=1')).html).toContain('Ieskatieties savā pastkastē')
    expect(house.letters).toMatchObject([
      { to: 'lasitaja@example.org', language: 'lv', subject: 'Apstipriniet, ka vēlaties saņemt jaunumus' },
    ])
    expect(house.letters[0]?.body).toContain('1. apņemšanās „Atvērtie dati”, uzreiz')
    // Nobody is written to who has not confirmed.
    await letter()
    expect(house.letters).toEqual([])
    expect(await subscriptions()).toEqual([])
  })

  it('says that the letter waits where there is no mail server yet, and shows the mail of a demonstration', async () => {
    expect((await browser.open('/lv/sekot?sent=1')).html).toContain('/lv/demonstracija/pasts')
    const real = { ...house, demonstration: null }
    expect((await another(real).open('/en/follow?sent=1')).html).toContain('no mail server yet')
    const withServer = { ...real, configuration: { ...house.configuration, smtpUrl: 'smtp://127.0.0.1:25' } }
    expect((await another(withServer).open('/en/follow?sent=1')).html).not.toContain('no mail server yet')
  })

  it('begins with the button in the letter’s page, not with a program that opens its links', async () => {
    await ask()
    for (let i = 0; i < 3; i += 1) expect((await another().open(linkInLetter())).status).toBe(200)
    expect(await subscriptions()).toEqual([])
    const confirm = await browser.open(linkInLetter())
    expect(confirm.headers.get('Cache-Control')).toBe('no-store')
    const done = await browser.fill(confirm, 0, {})
    expect([done.status, done.headers.get('Cache-Control')]).toEqual([303, 'no-store'])
    const mine = await browser.open(done.location ?? '')
    expect(mine.html).toContain('Apstiprināts. Turpmāk sekojat.')
    expect(mine.html).toContain('href="/lv/plani/lv-3/apnemsanas/1"')
    // Who was passed the letter need not learn the whole address.
    expect(mine.html).toContain('l…@example.org')
    expect(mine.html).not.toContain('lasitaja@example.org')
    await letter()
    expect(house.letters).toMatchObject([{ to: 'lasitaja@example.org' }])
    expect(house.letters[0]?.body).toContain('Portāls ir atvērts.')
  })

  it('works for a plan, an institution, an organisation, a topic and everything, in English too', async () => {
    for (const what of ['plan/lv-3', 'organisation/vk', 'organisation/providus', 'topic/integrity', 'everything'])
      await follow({ what, language: 'en', frequency: 'weekly' }, `/en/follow?${new URLSearchParams({ what })}`)
    expect(house.letters.at(-1)).toMatchObject({ language: 'en' })
    expect(house.letters.at(-1)?.body).toContain('Everything on Koprade, once a week, on Mondays')
    expect(await subscriptions()).toHaveLength(5)
  })

  it('asked for twice is one subscription, and tells nobody that the address is known', async () => {
    const first = await ask()
    await browser.fill(await browser.open(linkInLetter()), 0, {})
    browser = another()
    const again = await ask({ frequency: 'weekly' })
    expect([again.status, again.location, again.html]).toEqual([first.status, first.location, first.html])
    expect(house.letters[1]?.subject).toBe(house.letters[0]?.subject)
    await browser.fill(await browser.open(linkInLetter()), 0, {})
    expect(await subscriptions()).toEqual([{ scope: 'commitment/lv-3/1', frequency: 'weekly' }])
  })

  it('works once by a link: then 410, a clear page and the way to a new one', async () => {
    await ask()
    const confirm = await browser.open(linkInLetter())
    await browser.fill(confirm, 0, {})
    for (const again of [await browser.fill(confirm, 0, {}), await browser.open(linkInLetter())]) {
      expect(again.status).toBe(410)
      expect(again.html).toContain('href="/lv/sekot"')
    }
  })

  it('that nobody confirms is forgotten, with the address', async () => {
    await ask()
    const confirm = await browser.open(linkInLetter())
    await house.db.update(subscriptionRequest).set({ expiresAt: sql`now() - interval '1 second'` })
    expect((await browser.open(linkInLetter())).status).toBe(410)
    expect((await browser.fill(confirm, 0, {})).status).toBe(410)
    await forgetUnconfirmed(house.db, house.clock.now())
    expect(await house.db.select().from(subscriptionRequest)).toEqual([])
  })

  it.each([
    'plan/lv-9',
    'commitment/lv-3/99',
    'commitment/lv-3/01',
    'organisation/nav',
    'topic/x',
    'everything/x',
    'plan/lv-3/1',
    '<script>',
    '../../',
  ])('is refused for what is not there: %s', async (what) => {
    expect((await browser.open(`/lv/sekot?${new URLSearchParams({ what })}`)).status).toBe(404)
    const answer = await ask({ what })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('vairs nav vai tas nav publisks')
    expect(answer.html).toContain('value="lasitaja@example.org"')
    expect(house.letters).toEqual([])
  })

  it('is refused for what went after it was asked for', async () => {
    await ask()
    const confirm = await browser.open(linkInLetter())
    await house.db.update(subscriptionRequest).set({ scope: 'commitment/lv-3/7' })
    expect((await browser.open(linkInLetter())).html).toContain('vairs nav vai tas nav publisks')
    expect((await browser.fill(confirm, 0, {})).status).toBe(404)
    expect(await subscriptions()).toEqual([])
  })

  it.each([
    'nav adrese',
    'a@example.org, b@example.org',
    'a@example.org\r\nBcc: b@example.org',
    'Ilze <a@example.org>',
    '"a b"@example.org',
    `${'a'.repeat(250)}@example.org`,
    '<script>alert(1)</script>',
  ])('gives back what was typed when it is no address: %s', async (email) => {
    const answer = await ask({ email })
    expect(answer.status).toBe(422)
    expect(answer.html).toContain('Ierakstiet e-pasta adresi')
    expect(answer.html).not.toContain('<script>alert')
    expect(house.letters).toEqual([])
  })

  it('tells every mistake at its field', async () => {
    const answer = await browser.send('/en/follow', {})
    expect(answer.status).toBe(422)
    for (const words of ['Choose what to follow.', 'Enter an e-mail address', 'Choose how often.', 'Choose a language.'])
      expect(answer.html).toContain(words)
  })

  it('has limits, for a mailbox and for a visitor', async () => {
    for (let i = 0; i < 10; i += 1) expect((await ask()).status).toBe(303)
    const answer = await ask()
    expect([answer.status, answer.html.includes('value="lasitaja@example.org"')]).toEqual([429, true])
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
    browser = another()
    for (let i = 0; i < 20; i += 1) expect((await ask({ email: `a${i}@example.org` })).status).toBe(303)
    expect((await ask({ email: 'cita@example.org' })).status).toBe(429)
  })

  it('fills nobody’s mailbox, also over days and from many addresses', async () => {
    for (let i = 0; i < 12; i += 1) {
      if (i % 6 === 0) browser = another()
      expect((await ask()).status).toBe(303)
    }
    expect(house.letters).toHaveLength(10)
  })
})

describe('someone who follows', () => {
  it('changes how often and the language, by the link of any letter', async () => {
    await follow()
    const { manage } = await letter()
    const page = await browser.open(manage)
    const changed = await browser.fill(page, 0, { frequency: 'daily' })
    expect(changed.status).toBe(303)
    expect((await browser.open(changed.location ?? '')).html).toContain('Saglabāts.')
    expect(await subscriptions()).toEqual([{ scope: 'commitment/lv-3/1', frequency: 'daily' }])
    await browser.fill(page, 2, { language: 'en' })
    expect(await house.db.select({ language: subscriber.language }).from(subscriber)).toEqual([{ language: 'en' }])
    expect((await browser.fill(page, 0, { frequency: 'hourly' })).status).toBe(422)
    expect((await browser.fill(page, 0, { what: 'everything', frequency: 'daily' })).status).toBe(422)
    expect((await browser.fill(page, 0, { action: 'x' })).status).toBe(400)
  })

  it('leaves one thing and keeps the others; with the last the address is erased', async () => {
    await follow()
    const mine = await follow({ what: 'everything' }, '/lv/sekot')
    const left = await browser.fill(await browser.open(mine), 1, {})
    expect((await browser.open(left.location ?? '')).html).toContain('Tam vairs nesekojat.')
    expect(await subscriptions()).toEqual([{ scope: 'everything', frequency: 'immediate' }])
    const gone = await browser.fill(await browser.open(mine), 1, {})
    expect(gone.status).toBe(303)
    expect((await browser.open(gone.location ?? '')).html).toContain('Adrese ir dzēsta')
    expect(await house.db.select().from(subscriber)).toEqual([])
  })

  it('leaves everything: the address, its letters and wishes are gone', async () => {
    const mine = await follow()
    const keeping = { ...house, mailer: createMailer('sent', house.clock) }
    browser = another(keeping)
    await ask({ what: 'everything' }, '/lv/sekot')
    await ask({ email: 'cita@example.org' })
    await somethingHappens()
    await sendDigests(keeping)
    expect(await house.db.select({ bulk: mail.bulk }).from(mail)).toHaveLength(3)
    const page = await browser.open(mine)
    const last = formsIn(page.html).length - 1
    expect((await browser.fill(page, last, {})).status).toBe(303)
    expect(await house.db.select().from(subscriber)).toEqual([])
    expect(await house.db.select({ email: subscriptionRequest.email }).from(subscriptionRequest)).toEqual([{ email: 'cita@example.org' }])
    expect(await house.db.select({ recipient: mail.recipient }).from(mail)).toEqual([{ recipient: 'cita@example.org' }])
    // Sent again by an impatient hand.
    expect((await browser.fill(page, last, {})).status).toBe(303)
  })

  it('sees the same when signed in with that address, and is asked to sign in otherwise', async () => {
    await follow({ email: 'officer@example.org' })
    expect((await another().open('/lv/sekot/mani')).status).toBe(401)
    const [officer, participant] = [another(), another()]
    for (const [who, role] of [
      [officer, 'officer'],
      [participant, 'participant'],
    ] as const) {
      const local = new Browser(createApp(house))
      await local.open((await demonstrationLinks(house)).find((link) => link.role === role)?.url.replace('http://127.0.0.1:3000', '') ?? '')
      for (const [name, value] of local.cookies) who.cookies.set(name, value)
    }
    expect((await participant.open('/lv/sekot/mani')).html).toContain('Jūs nekam nesekojat')
    const mine = await officer.open('/lv/sekot/mani')
    expect(mine.html).toContain('officer@example.org')
    expect((await officer.fill(mine, 0, { frequency: 'weekly' })).location).toBe('/lv/sekot/mani?done=changed')
    expect(await subscriptions()).toMatchObject([{ frequency: 'weekly' }])
    expect((await officer.open('/lv/sekot')).html).toContain('value="officer@example.org"')
  })

  it('whose letters came back is not written to, sees why, and confirms the address to go on', async () => {
    const mine = await follow()
    for (let i = 0; i < 2; i += 1) await noteBounce(house.db, 'lasitaja@example.org', house.clock.now())
    expect((await browser.open(mine)).html).not.toContain('Jaunumus nesūtām')
    await noteBounce(house.db, 'lasitaja@example.org', house.clock.now())
    await letter()
    expect(house.letters).toEqual([])
    const resting = await browser.open(mine)
    expect(resting.html).toContain('Jaunumus nesūtām')
    await browser.fill(resting, 0, {})
    expect(house.letters).toMatchObject([{ to: 'lasitaja@example.org', subject: 'Apstipriniet, ka vēstules atkal pienāk' }])
    const awake = await browser.fill(await browser.open(linkInLetter()), 0, {})
    expect((await browser.open(awake.location ?? '')).html).toContain('Vēstules sūtīsim atkal.')
    // What happened meanwhile is not told, what comes is.
    house.letters.length = 0
    await sendDigests(house)
    expect(house.letters).toEqual([])
    await letter()
    expect(house.letters).toHaveLength(1)
  })

  it('rests only after three in a row: one that came back long ago does not count', async () => {
    await follow()
    const day = 24 * 60 * 60 * 1000
    for (const ago of [100, 60, 20, 1])
      await noteBounce(house.db, 'lasitaja@example.org', new Date(house.clock.now().getTime() - ago * day))
    expect(await house.db.select({ bounces: subscriber.bounces, restsSince: subscriber.restsSince }).from(subscriber)).toEqual([
      { bounces: 2, restsSince: null },
    ])
  })
})
