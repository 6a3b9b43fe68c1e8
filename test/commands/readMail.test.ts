import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { readMail } from '../../src/commands/readMail.ts'
import { subscriber } from '../../src/follow/tables.ts'
import { mail } from '../../src/platform/tables.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.db.delete(mail)
  await house.db.delete(subscriber)
  await house.db.insert(subscriber).values({ id: randomUUID(), email: 'ilze@example.org', language: 'lv', createdAt: house.clock.now() })
})

/** A letter that went to the subscriber. */
async function sent(): Promise<string> {
  const id = randomUUID()
  const createdAt = house.clock.now()
  await house.db
    .insert(mail)
    .values({ id, recipient: 'ilze@example.org', language: 'lv', subject: 'x', state: 'sent', bulk: true, createdAt })
  return id
}

const report = (letter: string): string => `To: back+${letter}@example.lv
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.lv

Final-Recipient: rfc822; ilze@example.org
Action: failed
Status: 5.1.1

--b--
`

/** Pipes a message into the command, in pieces as a mail server does. */
async function pipe(message: string | Buffer): Promise<string> {
  const bytes = Buffer.from(message)
  const values = await readMail.read?.(
    (async function* () {
      for (let at = 0; at < bytes.length; at += 1000) yield bytes.subarray(at, at + 1000)
    })(),
  )
  const said: string[] = []
  expect(await readMail.work(house, values ?? {}, { out: async (text) => void said.push(text), err: async () => undefined })).toBe(0)
  return said.join('')
}

const state = async () => (await house.db.select({ bounces: subscriber.bounces, restsSince: subscriber.restsSince }).from(subscriber))[0]

it('a letter that came back counts once, and after three the address rests', async () => {
  const first = await sent()
  expect(await pipe(report(first))).toBe('Noted.\n')
  expect(await pipe(report(first))).toContain('Nothing was changed')
  expect(await house.db.select({ state: mail.state, problem: mail.problem }).from(mail)).toEqual([{ state: 'returned', problem: '5.1.1' }])
  await pipe(report(await sent()))
  expect(await state()).toEqual({ bounces: 2, restsSince: null })
  await pipe(report(await sent()))
  expect((await state())?.restsSince).toBeInstanceOf(Date)
})

it('a wish to unsubscribe erases the address', async () => {
  const letter = await sent()
  expect(await pipe(`From: ilze@example.org\nTo: back+${letter}@example.lv\nSubject: unsubscribe\n\n`)).toBe('Noted.\n')
  expect(await state()).toBeUndefined()
  expect(await house.db.select().from(mail).where(eq(mail.recipient, 'ilze@example.org'))).toEqual([])
})

it('what is about no letter of ours changes nothing', async () => {
  for (const message of [report(randomUUID()), '', 'rubbish', Buffer.alloc(3_000_000, 'x')])
    expect(await pipe(message)).toContain('Nothing was changed')
  expect(await state()).toEqual({ bounces: 0, restsSince: null })
})
