import { randomUUID } from 'node:crypto'
import PostalMime from 'postal-mime'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { type Arrived, type MailServer, openMailServer } from '../../../test/support/smtpServer.ts'
import { silentLog } from '../log.ts'
import { mail, mailCircular } from '../tables.ts'
import { deliverLetters } from './deliverLetters.ts'
import { eraseLetters, retryLetters } from './letters.ts'
import { type Circular, createMailer } from './mailer.ts'
import { type Post, type PostSettings, smtpPost } from './post.ts'

const MINUTE = 60_000
let house: TestHouse
let server: MailServer
let now: Date
let nobodies: string[]
const posts: Post[] = []
const clock = { today: () => house.clock.today(), now: () => now }
const circular: Circular = {
  language: 'lv',
  subject: '2 jaunumi: Grozīta 9. apņemšanās',
  text: 'Šķūņa vārti ļoti čīkst.\n\n',
  html: '<!DOCTYPE html><html lang="lv"><head><meta charset="utf-8"><title>Jaunumi</title></head><body><p>Šķūņa vārti ļoti čīkst.</p>',
}

beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  now = new Date('2026-03-02T08:00:00Z')
  nobodies = []
  await house.db.delete(mail)
  await house.db.delete(mailCircular)
  server = await openMailServer()
})
afterEach(async () => {
  for (const post of posts.splice(0)) post.close()
  await server.close()
})

function open(settings: Partial<PostSettings> = {}): Post {
  const post = smtpPost({
    smtpUrl: server.url,
    mailFrom: 'Koprade <koprade@example.lv>',
    mailReturn: null,
    mailPerSecond: null,
    ...settings,
  })
  posts.push(post)
  return post
}
const queue = (...to: string[]) =>
  house.db.transaction((tx) =>
    createMailer('sent', clock).queueCircular(
      tx,
      circular,
      to.map((address) => ({
        id: randomUUID(),
        to: address,
        text: `Atteikties: https://koprade.example/${address}\n`,
        html: `<p>Atteikties: https://koprade.example/${address}</p></body></html>`,
        unsubscribe: `https://koprade.example/lv/sekot/atteikties?token=${address.split('@')[0]}`,
      })),
    ),
  )
const deliver = (post: Post) =>
  deliverLetters({ db: house.db, clock, post, log: silentLog, onNobody: async (_tx, address) => void nobodies.push(address) })
const later = (minutes: number): void => {
  now = new Date(now.getTime() + minutes * MINUTE)
}
const states = async () => (await house.db.select({ state: mail.state, problem: mail.problem }).from(mail)).map((row) => ({ ...row }))
const read = ({ raw }: Arrived) => PostalMime.parse(Buffer.from(raw, 'latin1'))

describe('a circular', () => {
  it('arrives as text and as HTML, each with the reader’s own ending, and leaves no text behind', async () => {
    await queue('ilze@example.org', 'janis@example.org')
    await deliver(open())
    expect(server.arrived.map(({ to }) => to).sort()).toEqual([['ilze@example.org'], ['janis@example.org']])
    for (const arrived of server.arrived) {
      const [to = ''] = arrived.to
      const email = await read(arrived)
      expect(arrived.headers['content-type']).toMatch(/^multipart\/alternative;/)
      expect(email.subject).toBe(circular.subject)
      expect(email.text?.trim()).toBe(`${circular.text}Atteikties: https://koprade.example/${to}`)
      expect(email.html?.trim()).toBe(`${circular.html}<p>Atteikties: https://koprade.example/${to}</p></body></html>`)
      expect(email.attachments).toEqual([])
    }
    const rows = await house.db.select().from(mail)
    expect(rows.map(({ body, html, circularId, state }) => [body, html, circularId, state])).toEqual(
      rows.map(() => [null, null, null, 'sent']),
    )
    await eraseLetters(house.db, now)
    expect(await house.db.select().from(mailCircular)).toHaveLength(1)
    later(61)
    await eraseLetters(house.db, now)
    expect(await house.db.select().from(mailCircular)).toEqual([])
  })

  it('has what mail programs need to stop it with one click', async () => {
    await queue('ilze@example.org')
    await deliver(open())
    expect(server.arrived[0]).toMatchObject({ from: 'koprade@example.lv' })
    expect(server.arrived[0]?.headers).toMatchObject({
      'list-id': '<news.koprade.example>',
      'list-unsubscribe': '<https://koprade.example/lv/sekot/atteikties?token=ilze>',
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
      'auto-submitted': 'auto-generated',
    })
  })

  it('comes from an address of its own, where one is set for what comes back, and can be stopped there', async () => {
    await queue('ilze@example.org')
    await deliver(open({ mailReturn: 'back@example.lv' }))
    const [{ id } = { id: '' }] = await house.db.select({ id: mail.id }).from(mail)
    expect(server.arrived[0]).toMatchObject({ from: `back+${id}@example.lv` })
    expect(server.arrived[0]?.headers).toMatchObject({
      from: 'Koprade <koprade@example.lv>',
      'list-unsubscribe': `<https://koprade.example/lv/sekot/atteikties?token=ilze>, <mailto:back+${id}@example.lv?subject=unsubscribe>`,
    })
  })

  it('makes nobody wait: a letter to one person goes first', async () => {
    await queue(...Array.from({ length: 40 }, (_, n) => `a${n}@example.org`))
    later(1)
    await house.db.transaction((tx) =>
      createMailer('sent', clock).queue(tx, { to: 'ieiet@example.org', language: 'lv', subject: 'Saite', body: 'https://example.org\n' }),
    )
    await deliver(open())
    expect(server.arrived).toHaveLength(41)
    expect(server.arrived.findIndex(({ to }) => to[0] === 'ieiet@example.org')).toBeLessThan(5)
    const single = server.arrived.find(({ to }) => to[0] === 'ieiet@example.org')
    expect(single?.headers).not.toHaveProperty('list-unsubscribe')
    expect(single?.headers['content-type']).toBe('text/plain; charset=utf-8')
  })

  it('arrives once at each address, whoever sends it, over connections that stay open', async () => {
    const addresses = Array.from({ length: 60 }, (_, n) => `a${n}@example.org`)
    await queue(...addresses)
    const [one, two] = [open(), open()]
    await Promise.all([deliver(one), deliver(two), deliver(one)])
    expect(server.arrived.map(({ to }) => to[0]).sort()).toEqual([...addresses].sort())
    expect(server.connections()).toBeLessThanOrEqual(10)
  })

  it('takes its time where the server wants that', async () => {
    await queue(...Array.from({ length: 9 }, (_, n) => `a${n}@example.org`))
    const began = performance.now()
    await deliver(open({ mailPerSecond: 20 }))
    expect(server.arrived).toHaveLength(9)
    // The first goes at once on each of the five connections.
    expect(performance.now() - began).toBeGreaterThan((3 * 1000) / 20)
  })
})

describe('a circular that does not pass', () => {
  it('waits as long as the server is away, be it a week, and arrives once at each address when it is back', async () => {
    const addresses = Array.from({ length: 30 }, (_, n) => `a${n}@example.org`)
    await queue(...addresses)
    const { port } = new URL(server.url)
    await server.close()
    for (let days = 0; days < 7; days += 1) {
      const away = open({ smtpUrl: `smtp://127.0.0.1:${port}` })
      await deliver(away)
      await deliver(away)
      later(24 * 60)
    }
    expect(new Set((await states()).map(({ state }) => state))).toEqual(new Set(['waiting']))
    server = await openMailServer(Number(port))
    later(4 * 60)
    await deliver(open())
    await deliver(open())
    expect(server.arrived.map(({ to }) => to[0]).sort()).toEqual([...addresses].sort())
  })

  it.each([
    [550, '5.1.1 <ilze@example.org> unknown', ['ilze@example.org']],
    [550, 'no such user', ['ilze@example.org']],
    [552, '5.2.2 mailbox full', ['ilze@example.org']],
    [550, '5.7.1 your server is on our list', []],
    [450, '4.2.1 busy', []],
  ])('tells whose address is nobody’s, and not what the server thinks of us: %s %s', async (code, text, expected) => {
    server.refuseWith({ code, text })
    await queue('ilze@example.org')
    await deliver(open())
    expect(nobodies).toEqual(expected)
    expect((await states())[0]?.state).toBe(code < 500 ? 'waiting' : 'failed')
  })

  it('because the server is slow holds up neither the database nor its next letters', async () => {
    await queue(...Array.from({ length: 30 }, (_, n) => `a${n}@example.org`))
    const held = server.hold()
    const delivering = deliver(open())
    await expect.poll(() => server.connections()).toBeGreaterThan(0)
    await queue('cita@example.org')
    expect(await house.db.$count(mail)).toBe(31)
    expect(server.arrived).toEqual([])
    held.release()
    await delivering
    expect(new Set(server.arrived.map(({ to }) => to[0])).size).toBe(31)
    expect(server.arrived).toHaveLength(31)
  })

  it('can be sent again by hand, whole', async () => {
    server.refuseWith({ code: 550, text: '5.7.1 not now' })
    await queue('ilze@example.org')
    await deliver(open())
    server.refuseWith(null)
    expect(await retryLetters(house.db, now, 'all')).toBe(1)
    await deliver(open())
    expect((await read(server.arrived[0] as Arrived)).html).toContain('čīkst')
  })
})
