import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { type MailServer, openMailServer } from '../../../test/support/smtpServer.ts'
import { silentLog } from '../log.ts'
import { mail } from '../tables.ts'
import { deliverLetters, MOST_ATTEMPTS } from './deliverLetters.ts'
import { countLetters, eraseLetters, retryLetters, shownLetters, unsentLetters } from './letters.ts'
import { createMailer, type Letter, mailWayOf } from './mailer.ts'
import { type Post, smtpPost } from './post.ts'

const MINUTE = 60_000
const plain = { mailReturn: null, mailPerSecond: null }
let house: TestHouse
let server: MailServer
let post: Post
let now: Date
const nobodies: string[] = []
const clock = { today: () => house.clock.today(), now: () => now }
const letter: Letter = {
  to: 'ilze@example.org',
  language: 'lv',
  subject: 'Atgādinājums: ziņas par 9. apņemšanos',
  body: 'Labdien!\n\nŠķūņa vārti ļoti čīkst – pārbaudiet „ģeoportālu”.\n.\nhttps://example.org/lv/ieiet?token=abc\n',
}

beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  now = new Date('2026-03-02T08:00:00Z')
  await house.db.delete(mail)
  server = await openMailServer()
  post = smtpPost({ smtpUrl: server.url, mailFrom: 'Valsts kanceleja <koprade@example.lv>', ...plain })
})
afterEach(async () => {
  post.close()
  await server.close()
})

const queue = (more: Partial<Letter> = {}) => house.db.transaction((tx) => createMailer('sent', clock).queue(tx, { ...letter, ...more }))
const deliver = (through: Post = post) =>
  deliverLetters({ db: house.db, clock, post: through, log: silentLog, onNobody: async (_tx, address) => void nobodies.push(address) })
const later = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * MINUTE)
}
const stored = async () => (await house.db.select().from(mail))[0]

describe('a letter', () => {
  it('arrives once, word for word in Latvian, and leaves no text behind', async () => {
    await queue()
    await deliver()
    later(600)
    await deliver()
    expect(server.arrived).toHaveLength(1)
    expect(server.arrived[0]).toMatchObject({ from: 'koprade@example.lv', to: ['ilze@example.org'], text: letter.body })
    expect(server.arrived[0]?.headers).toMatchObject({
      subject: letter.subject,
      from: 'Valsts kanceleja <koprade@example.lv>',
      to: 'ilze@example.org',
      'auto-submitted': 'auto-generated',
      'content-language': 'lv',
      'content-type': 'text/plain; charset=utf-8',
    })
    expect(await stored()).toMatchObject({
      state: 'sent',
      body: null,
      problem: null,
      attempts: 1,
      sentAt: new Date('2026-03-02T08:00:00Z'),
    })
  })

  it('goes when what caused it is committed, and not when it is rolled back', async () => {
    const cause = house.db.transaction(async (tx) => {
      await createMailer('sent', clock).queue(tx, letter)
      throw new Error('it went wrong')
    })
    await expect(cause).rejects.toThrow('it went wrong')
    await deliver()
    expect(server.arrived).toEqual([])
    expect(await stored()).toBeUndefined()
  })

  it.each([
    ['a header', 'Labdien\r\nBcc: cits@example.org\r\n\r\nCits teksts', 'Labdien Bcc: cits@example.org Cits teksts'],
    ['another line', 'A\u2028B\u0000C\u0085D', 'A B C D'],
  ])('whose subject would begin %s has a subject of one line', async (_, subject, arrives) => {
    await queue({ subject })
    await deliver()
    expect(server.arrived[0]).toMatchObject({ to: ['ilze@example.org'], text: letter.body })
    expect(server.arrived[0]?.headers).toMatchObject({ subject: arrives })
    expect(server.arrived[0]?.headers).not.toHaveProperty('bcc')
  })

  it.each([
    'ilze@example.org, cits@example.org',
    'ilze@example.org\r\nBcc: cits@example.org',
    'Ilze <ilze@example.org>',
    'grupa:ilze@example.org;',
    '"a b"@example.org',
    'nav adreses',
    '',
  ])('to “%s” goes to nobody', async (to) => {
    await queue({ to })
    await deliver()
    expect(server.arrived).toEqual([])
    expect(await stored()).toMatchObject({ state: 'failed', problem: 'ADDRESS' })
  })
})

describe('a letter that does not pass', () => {
  it('waits one minute, two, four … and goes when the server takes it', async () => {
    server.refuseWith({ code: 451, text: '4.7.1 Greylisted, ilze@example.org' })
    await queue()
    for (const [attempts, minutes] of [
      [1, 1],
      [2, 2],
      [3, 4],
      [4, 8],
    ] as const) {
      await deliver()
      await deliver()
      expect(await stored()).toMatchObject({
        state: 'waiting',
        attempts,
        problem: '451 4.7.1',
        nextTryAt: new Date(now.getTime() + minutes * MINUTE),
      })
      later(minutes)
    }
    server.refuseWith(null)
    await deliver()
    expect(server.arrived).toHaveLength(1)
    expect(await stored()).toMatchObject({ state: 'sent', attempts: 5, problem: null })
  })

  it('because the server is away is kept with its cause, and goes when the server is back', async () => {
    await server.close()
    await queue()
    await deliver()
    expect(await stored()).toMatchObject({ state: 'waiting', attempts: 1, body: letter.body })
    expect((await stored())?.problem).toMatch(/^E[A-Z]+$/)
    server = await openMailServer(Number(new URL(server.url).port))
    later(1)
    await deliver()
    expect(server.arrived).toHaveLength(1)
  })

  it('for ever has failed at once, with a code and without an address', async () => {
    server.refuseWith({ code: 550, text: '5.1.1 <ilze@example.org> unknown' })
    await queue()
    await deliver()
    expect(await stored()).toMatchObject({ state: 'failed', attempts: 1, problem: '550 5.1.1' })
    server.refuseWith(null)
    later(10_000)
    await deliver()
    expect(server.arrived).toEqual([])
  })

  it('for a reason that lies in the settings waits, since they can be put right', async () => {
    server.refuseWith({ code: 553, text: '5.7.1 <koprade@example.lv> may not send' }, 'sender')
    await queue()
    await deliver()
    expect(await stored()).toMatchObject({ state: 'waiting', attempts: 1, problem: '553 5.7.1' })
    const withPassword = smtpPost({
      smtpUrl: server.url.replace('smtp://', 'smtp://koprade:wrong@'),
      mailFrom: 'koprade@example.lv',
      ...plain,
    })
    later(1)
    await deliver(withPassword)
    withPassword.close()
    expect(await stored()).toMatchObject({ state: 'waiting', attempts: 2 })
    expect((await stored())?.problem).not.toContain('wrong')
  })

  it('is given up after twelve attempts, at most four hours apart', async () => {
    server.refuseWith({ code: 450, text: '4.2.1 busy' })
    await queue()
    const waits: number[] = []
    for (let attempt = 1; attempt < MOST_ATTEMPTS; attempt += 1) {
      await deliver()
      const row = await stored()
      waits.push(((row?.nextTryAt.getTime() ?? 0) - now.getTime()) / MINUTE)
      later(waits.at(-1) ?? 0)
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 240, 240, 240])
    await deliver()
    expect(await stored()).toMatchObject({ state: 'failed', attempts: 12, problem: '450 4.2.1', body: letter.body })
  })

  it('can be tried again by hand and then goes', async () => {
    server.refuseWith({ code: 554, text: '5.7.1 no' })
    await queue()
    await deliver()
    server.refuseWith(null)
    const [failed] = await unsentLetters(house.db)
    expect(failed).toMatchObject({ state: 'failed', hasText: true })
    expect(await retryLetters(house.db, now, { id: failed?.id ?? '' })).toBe(1)
    expect(await retryLetters(house.db, now, 'all')).toBe(0)
    await deliver()
    expect(server.arrived).toHaveLength(1)
    expect(await countLetters(house.db)).toEqual({ waiting: 0, failed: 0, sent: 1, shown: 0, returned: 0 })
  })

  it('does not hold up those to others', async () => {
    await queue({ to: 'nav adreses' })
    await queue({ to: 'otra@example.org' })
    await deliver()
    expect(server.arrived.map(({ to }) => to)).toEqual([['otra@example.org']])
  })
})

describe('several processes', () => {
  it('send each letter once', async () => {
    for (let i = 0; i < 20; i += 1) await queue({ to: `a${i}@example.org` })
    const other = smtpPost({ smtpUrl: server.url, mailFrom: 'koprade@example.lv', ...plain })
    await Promise.all([deliver(), deliver(other), deliver(), deliver(other)])
    other.close()
    const to = server.arrived.map((arrived) => arrived.to[0] ?? '').sort()
    expect(to).toEqual([...new Set(to)])
    expect(to).toHaveLength(20)
  })

  it('take over a letter from one that died while it sent, after ten minutes', async () => {
    await queue()
    const died = deliver({ atOnce: 1, send: () => new Promise(() => undefined), close: () => undefined })
    await expect.poll(async () => (await stored())?.attempts).toBe(1)
    later(9)
    await deliver()
    expect(server.arrived).toHaveLength(0)
    later(1)
    await deliver()
    expect(server.arrived).toHaveLength(1)
    expect(died).toBeInstanceOf(Promise)
  })
})

describe('a letter with a link that ends', () => {
  const ends = () => ({ expiresAt: new Date(now.getTime() + 30 * MINUTE) })

  it('is not sent after its end, and its text is erased', async () => {
    server.refuseWith({ code: 451, text: 'later' })
    await queue(ends())
    await deliver()
    server.refuseWith(null)
    later(30)
    await deliver()
    expect(server.arrived).toEqual([])
    await eraseLetters(house.db, now)
    expect(await stored()).toMatchObject({ state: 'failed', problem: 'EXPIRED', body: null })
    expect(await retryLetters(house.db, now, 'all')).toBe(0)
  })

  it('keeps its text until then, also where it is only shown', async () => {
    await house.db.transaction((tx) => createMailer('shown', clock).queue(tx, { ...letter, ...ends() }))
    later(29)
    await eraseLetters(house.db, now)
    expect(await shownLetters(house.db)).toMatchObject([{ body: letter.body }])
    later(1)
    await eraseLetters(house.db, now)
    expect(await shownLetters(house.db)).toMatchObject([{ body: null }])
  })

  it('is forgotten as a whole after 30 days, unless it still waits', async () => {
    await queue()
    await deliver()
    await queue({ to: 'gaida@example.org' })
    later(31 * 24 * 60)
    await eraseLetters(house.db, now)
    expect(await house.db.select({ recipient: mail.recipient }).from(mail)).toEqual([{ recipient: 'gaida@example.org' }])
  })
})

describe('where letters go', () => {
  it.each([
    [{ smtpUrl: 'smtp://mail', development: false }, false, 'sent'],
    [{ smtpUrl: null, development: false }, false, 'kept'],
    [{ smtpUrl: 'smtp://mail', development: false }, true, 'shown'],
    [{ smtpUrl: 'smtp://mail', development: true }, false, 'shown'],
  ] as const)('%o, demonstration %s: %s', (configuration, demonstration, way) => {
    expect(mailWayOf(configuration, demonstration)).toBe(way)
  })

  it('without a mail server they wait', async () => {
    await house.db.transaction((tx) => createMailer('kept', clock).queue(tx, letter))
    expect(await stored()).toMatchObject({ state: 'waiting', attempts: 0, body: letter.body })
  })

  it('in a demonstration they are shown and never sent', async () => {
    await house.db.transaction((tx) => createMailer('shown', clock).queue(tx, letter))
    await deliver()
    expect(server.arrived).toEqual([])
    expect(await stored()).toMatchObject({ state: 'shown' })
  })
})
