import { randomUUID } from 'node:crypto'
import { count, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aNotice, newsFields } from '../cycle/inform/testSupport.ts'
import { withdrawNotice } from '../cycle/inform/withdrawNotice.ts'
import { commitmentFact } from '../cycle/plan/tables.ts'
import { secretary } from '../cycle/plan/testSupport.ts'
import { dayInRiga } from '../platform/clock.ts'
import type { House } from '../platform/house.ts'
import { localText } from '../platform/languages/languages.ts'
import { createMailer } from '../platform/mail/mailer.ts'
import { mail, mailCircular } from '../platform/tables.ts'
import { letterDays, numberNews } from './numberNews.ts'
import { sendDigests } from './sendDigests.ts'
import { changeFrequency } from './subscriptions.ts'
import { newsNumber, newsState, subscriber, subscription } from './tables.ts'
import { type Newsroom, openNewsroom } from './testSupport.ts'

let news: Newsroom
beforeAll(async () => {
  news = await openNewsroom()
})
afterAll(() => news.house.close())
beforeEach(() => news.afresh())

const toldTo = async (email: string): Promise<string[]> => (await news.lettersTo(email)).flat()

describe('a letter', () => {
  it('comes when there is news, and never without any', async () => {
    await news.follow('a@example.org', 'plan/lv-3')
    await sendDigests(news.house)
    expect(await news.lettersTo('a@example.org')).toEqual([])
    const [one, two] = [await news.aFact(1), await news.aDocument()]
    await sendDigests(news.house)
    await sendDigests(news.house)
    expect(await news.lettersTo('a@example.org')).toEqual([[two, one]])
  })

  it('tells each piece of news once to who follows several things that hold it', async () => {
    for (const scope of ['everything', 'plan/lv-3', 'commitment/lv-3/1', 'organisation/vk', 'topic/civic-participation'])
      await news.follow('a@example.org', scope)
    const mark = await news.aFact(1)
    await sendDigests(news.house)
    expect(await news.lettersTo('a@example.org')).toEqual([[mark]])
  })

  it('is of what is followed alone', async () => {
    await news.follow('one@example.org', 'commitment/lv-3/1')
    await news.follow('two@example.org', 'commitment/lv-3/2')
    await news.follow('topic@example.org', 'topic/civic-participation')
    const [one, two, document] = [await news.aFact(1), await news.aFact(2), await news.aDocument()]
    await sendDigests(news.house)
    expect(await toldTo('one@example.org')).toEqual([one])
    expect(await toldTo('two@example.org')).toEqual([two])
    expect(await toldTo('topic@example.org')).toEqual([one])
    expect([...(await newsOf('organisation/providus'))].sort()).toEqual([...(await newsOf('organisation/vk'))].sort())
    expect(document).toBeTruthy()
  })

  const newsOf = async (scope: string): Promise<string[]> =>
    (await news.house.db.select().from(newsNumber).where(sql`${newsNumber.scopes} @> array[${scope}]`)).map(({ newsId }) => newsId)

  it('does not tell what was known before one began to follow, nor what has been withdrawn', async () => {
    await news.aFact(1)
    await news.follow('a@example.org', 'everything')
    const [stays, goes] = [await news.aDeadline(), await news.aDeadline()]
    await news.removeDeadline(goes)
    await sendDigests(news.house)
    expect(await toldTo('a@example.org')).toEqual([stays])
    const gone = await news.aDeadline()
    await numberNews(news.house)
    await news.removeDeadline(gone)
    await sendDigests(news.house)
    expect(await news.lettersTo('a@example.org')).toEqual([[stays]])
  })

  it('tells of a notice that was withdrawn meanwhile only that it was', async () => {
    await news.follow('a@example.org', 'everything')
    const title = { 'title.lv': 'N77777N', 'title.en': 'N77777N' }
    const id = await aNotice(news.house, 'news', { ...newsFields, ...title })
    await withdrawNotice(news.house, secretary, id, { version: 2, reason: { texts: { lv: 'Publicēts par agru.' }, checked: false } })
    await sendDigests(news.house)
    const [letter] = await news.house.db.select({ subject: mail.subject }).from(mail)
    expect(letter?.subject).toMatch(/^Atsaukts: N77777N/)
  })

  it('tells what is published late about an earlier day, and what becomes known as the day comes', async () => {
    await news.follow('a@example.org', 'everything')
    const [tomorrow, longAgo] = [await news.aFact(1, 1), await news.aFact(1, -400)]
    await sendDigests(news.house)
    expect(await news.lettersTo('a@example.org')).toEqual([[longAgo]])
    news.later(1)
    await sendDigests(news.house)
    expect(await news.lettersTo('a@example.org')).toEqual([[longAgo], [tomorrow]])
  })

  it('is not written again for an edit', async () => {
    await news.follow('a@example.org', 'everything')
    const mark = await news.aDeadline()
    await sendDigests(news.house)
    await news.editDeadline(mark)
    await sendDigests(news.house)
    expect(await news.lettersTo('a@example.org')).toEqual([[mark]])
  })

  it('says the same as text and as HTML, in the language asked for, and loads nothing', async () => {
    await news.follow('a@example.org', 'everything', 'immediate', 'en')
    const mark = await news.aFact(1)
    await sendDigests(news.house)
    const [letter] = await news.house.db.select().from(mail).innerJoin(mailCircular, eq(mailCircular.id, mail.circularId))
    if (!letter) throw new Error('no letter')
    const [text, html] = [letter.mail_circular.text + letter.mail.body, letter.mail_circular.html + letter.mail.html]
    expect(text).toMatch(
      new RegExp(
        `^Koprade: 1 piece of news\n\n\nKnown from sources on commitment 1: ${mark}\n\n10 Sep 2019, http://127.0.0.1:3000/en/plans/lv-3/commitments/1\n`,
      ),
    )
    const shown = html.replace(/<head>.*<\/head>/s, '').replace(/<[^>]*>/g, ' ')
    const words = (all: string): string[] =>
      all
        .replaceAll('&quot;', '"')
        .split(/[\s:\u2013-]+/)
        .filter(Boolean)
    expect(words(shown)).toEqual(words(text))
    expect(html).toMatch(/^<!DOCTYPE html><html lang="en">.*<\/body><\/html>$/s)
    expect(html).not.toMatch(/src=|url\(|<(?:img|link|script|iframe)/)
  })

  it('holds what people wrote as text, and the subject in one line', async () => {
    await news.follow('a@example.org', 'everything')
    await news.aFact(1)
    await news.house.db.update(commitmentFact).set({ text: localText('<img src=x onerror=alert(1)> & "x"\r\nBcc: b@example.org') })
    await sendDigests(news.house)
    const [letter] = await news.house.db.select().from(mail).innerJoin(mailCircular, eq(mailCircular.id, mail.circularId))
    expect(letter?.mail_circular.html).not.toContain('<img')
    expect(letter?.mail_circular.text).toContain('<img src=x onerror=alert(1)> & "x"')
    expect(letter?.mail.subject).not.toMatch(/[\r\n]/)
  })
})

describe('how often', () => {
  it('is once a day for who wants that, with all that happened meanwhile', async () => {
    await news.follow('a@example.org', 'everything', 'daily')
    const one = await news.aFact(1)
    await sendDigests(news.house)
    expect(await news.lettersTo('a@example.org')).toEqual([])
    news.later(1)
    const two = await news.aFact(2)
    await sendDigests(news.house)
    const three = await news.aFact(2)
    await sendDigests(news.house)
    expect(await news.lettersTo('a@example.org')).toEqual([[two, one]])
    news.later(1)
    await sendDigests(news.house)
    expect(await news.lettersTo('a@example.org')).toEqual([[two, one], [three]])
  })

  it('is on Mondays for who wants it weekly, also when the day jumps over one', async () => {
    await news.follow('a@example.org', 'everything', 'weekly')
    const one = await news.aFact(1)
    // Tuesday the 10th: the next Monday is the 16th.
    for (const today of ['2019-09-11', '2019-09-15']) {
      news.house.setToday(today)
      await sendDigests(news.house)
      expect(await news.lettersTo('a@example.org')).toEqual([])
    }
    news.house.setToday('2019-09-18')
    await sendDigests(news.house)
    expect(await news.lettersTo('a@example.org')).toEqual([[one]])
  })

  it.each([
    ['2026-03-02T05:59:00Z', '2026-03-01', '2026-02-23'],
    ['2026-03-02T06:00:00Z', '2026-03-02', '2026-03-02'],
    ['2026-07-06T05:00:00Z', '2026-07-06', '2026-07-06'],
    ['2026-07-06T04:59:00Z', '2026-07-05', '2026-06-29'],
  ])('counts from eight o’clock in Riga, in winter and in summer: %s', (time, daily, weekly) => {
    const now = new Date(time)
    const clock = { now: () => now, today: () => dayInRiga(now) }
    expect(letterDays({ ...news.house, demonstration: null, clock })).toEqual({ daily, weekly })
  })

  it('may be changed without losing or repeating anything', async () => {
    const id = await news.follow('a@example.org', 'everything', 'weekly')
    const one = await news.aFact(1)
    await sendDigests(news.house)
    await changeFrequency(news.house, id, 'everything', 'immediate')
    await sendDigests(news.house)
    const two = await news.aFact(1)
    await changeFrequency(news.house, id, 'everything', 'weekly')
    await sendDigests(news.house)
    news.later(7)
    await sendDigests(news.house)
    expect(await news.lettersTo('a@example.org')).toEqual([[one], [two]])
  })

  it('may differ for things that overlap: what was told at once is not told again at the end of the week', async () => {
    await news.follow('a@example.org', 'everything', 'weekly')
    await news.follow('a@example.org', 'commitment/lv-3/1')
    const [one, two] = [await news.aFact(1), await news.aFact(2)]
    await sendDigests(news.house)
    news.later(7)
    await sendDigests(news.house)
    expect(await news.lettersTo('a@example.org')).toEqual([[one], [two]])
  })
})

describe('many subscribers', () => {
  const many = async (count: number): Promise<void> => {
    await numberNews(news.house)
    const [{ newest } = { newest: 0 }] = await news.house.db.select().from(newsState)
    const ids = Array.from({ length: count }, () => randomUUID())
    const createdAt = news.house.clock.now()
    await news.house.db
      .insert(subscriber)
      .values(ids.map((id, n) => ({ id, email: `${n}@example.org`, language: 'lv' as const, createdAt })))
    await news.house.db.insert(subscription).values(
      ids.map((subscriberId) => ({
        subscriberId,
        scope: 'everything',
        frequency: 'immediate' as const,
        beganAfter: newest,
        toldUpTo: newest,
        createdAt,
      })),
    )
  }
  const lettersByAddress = async (): Promise<number[]> =>
    (await news.house.db.select({ n: count() }).from(mail).groupBy(mail.recipient)).map(({ n }) => n)

  it('get one letter each when several processes write at once', async () => {
    await many(330)
    await news.aFact(1)
    await Promise.all([1, 2, 3].map(() => sendDigests(news.house)))
    expect(await lettersByAddress()).toEqual(Array.from({ length: 330 }, () => 1))
    // One text for all of them.
    expect(await news.house.db.select({ id: mailCircular.id }).from(mailCircular)).toHaveLength(1)
  })

  it('get one letter each also when the process dies in the middle and begins again', async () => {
    await many(330)
    await news.aFact(1)
    let batches = 0
    const dies: House = {
      ...news.house,
      mailer: {
        ...news.house.mailer,
        queueCircular: async (tx, circular, letters) => {
          await news.house.mailer.queueCircular(tx, circular, letters)
          batches += 1
          if (batches % 2 === 0) throw new Error('the process died')
        },
      },
    }
    for (let tries = 0; tries < 3; tries += 1) await sendDigests(dies).catch(() => undefined)
    expect((await lettersByAddress()).length).toBeGreaterThan(0)
    await sendDigests(news.house)
    expect(await lettersByAddress()).toEqual(Array.from({ length: 330 }, () => 1))
  })

  it('get no second letter while the first waits for the mail server, and then one that tells all', async () => {
    const waits: House = { ...news.house, mailer: createMailer('sent', news.house.clock) }
    await news.follow('a@example.org', 'everything')
    const one = await news.aFact(1)
    await sendDigests(waits)
    const [two, three] = [await news.aFact(1), await news.aFact(2)]
    await sendDigests(waits)
    expect(await news.lettersTo('a@example.org')).toEqual([[one]])
    await news.house.db.update(mail).set({ state: 'shown' })
    await sendDigests(waits)
    expect((await news.lettersTo('a@example.org')).sort()).toEqual([[one], [three, two]])
  })
})
