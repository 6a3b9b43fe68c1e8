import ICAL from 'ical.js'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { type MailServer, openMailServer } from '../../../test/support/smtpServer.ts'
import { calendarMessage } from '../calendar/icalendar.ts'
import { silentLog } from '../log.ts'
import { mail } from '../tables.ts'
import { deliverLetters } from './deliverLetters.ts'
import { eraseLetters } from './letters.ts'
import { createMailer } from './mailer.ts'
import { type Post, smtpPost } from './post.ts'

let house: TestHouse
let server: MailServer
let post: Post
let now = new Date('2026-03-02T08:00:00Z')
const clock = { today: () => house.clock.today(), now: () => now }
beforeAll(async () => {
  house = await openTestHouse()
  server = await openMailServer()
  post = smtpPost({ smtpUrl: server.url, mailFrom: 'Valsts kanceleja <koprade@example.lv>', mailReturn: null, mailPerSecond: null })
})
afterAll(async () => {
  post.close()
  await server.close()
  await house.close()
})

const calendar = calendarMessage({
  language: 'lv',
  organizer: { name: 'Valsts "kanceleja"', address: 'koprade@example.lv' },
  event: {
    uid: 'event-7@example.lv',
    span: { from: new Date('2019-09-16T11:30:00Z'), until: new Date('2019-09-16T14:00:00Z') },
    summary: 'Šķūņa vārti, ļoti čīkst; tā',
    description: 'Pirmā rinda\nOtrā rinda, kas ir gana gara, lai to vajadzētu pārlocīt uz divām rindām',
    location: 'Brīvības bulvāris 36, Rīga',
    categories: ['Pasākums'],
    url: 'https://example.lv/lv/pasakumi/7',
    status: 'confirmed',
    sequence: 41,
    modified: now,
  },
})
const queue = (more: { expiresAt?: Date } = {}) =>
  house.db.transaction((tx) =>
    createMailer('sent', clock).queue(tx, {
      to: 'ilze@example.org',
      language: 'lv',
      subject: 'Vieta',
      body: 'Labdien!\n',
      calendar,
      ...more,
    }),
  )

it('a calendar file arrives with the letter, as a part for mail programs and as a file, and nothing of it stays', async () => {
  await queue()
  await deliverLetters({ db: house.db, clock, post, log: silentLog, onNobody: async () => undefined })
  const letter = await PostalMime.parse(Buffer.from(server.arrived[0]?.raw ?? '', 'latin1'))
  expect(letter.text?.trim()).toBe('Labdien!')
  const files = letter.attachments.map(({ mimeType, content }) => ({
    mimeType,
    text: typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('utf8'),
  }))
  expect(files.map(({ mimeType }) => mimeType).sort()).toEqual(['application/ics', 'text/calendar'])
  expect(server.arrived[0]?.raw).toMatch(/text\/calendar; charset=utf-8;\s+method=PUBLISH/)
  for (const { text } of files) {
    const stream = new ICAL.Component(ICAL.parse(text))
    expect(stream.getFirstPropertyValue('method')).toBe('PUBLISH')
    const event = new ICAL.Event(stream.getFirstSubcomponent('vevent') ?? undefined)
    expect(event).toMatchObject({ uid: 'event-7@example.lv', summary: 'Šķūņa vārti, ļoti čīkst; tā', sequence: 41 })
    expect(event.location).toBe('Brīvības bulvāris 36, Rīga')
    expect(event.organizer).toBe('mailto:koprade@example.lv')
    expect(event.startDate.toJSDate()).toEqual(new Date('2019-09-16T11:30:00Z'))
  }
  expect((await house.db.select().from(mail))[0]).toMatchObject({ state: 'sent', body: null, calendar: null })
})

it('goes with the text when the letter is of no use any more', async () => {
  await house.db.delete(mail)
  await queue({ expiresAt: new Date(now.getTime() + 1000) })
  now = new Date(now.getTime() + 2000)
  await eraseLetters(house.db, now)
  expect((await house.db.select().from(mail))[0]).toMatchObject({ state: 'failed', body: null, calendar: null })
})
