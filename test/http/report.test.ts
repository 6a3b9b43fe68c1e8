import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { day } from '../../src/platform/dates/partialDate.ts'
import { openSite, type Site, type SiteRole } from '../support/site.ts'
import { Browser, formsIn } from './browser.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

const lv = '/lv/plani/lv-3/zinojums'
const en = '/en/plans/lv-3/report'
const texts = '/lv/plani/lv-3/zinojums/teksti'

async function browserOf(role: SiteRole): Promise<Browser> {
  const browser = new Browser(createApp(site.house))
  for (const pair of (await site.cookieOf(role)).split('; ').filter(Boolean))
    browser.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
  return browser
}

/** One commitment of the report. */
const chapter = (html: string, number: number): string => html.split('<article').find((part) => part.includes(`id="c${number}"`)) ?? ''

const plain = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

describe('the final report', () => {
  it('says on which basis it stands, until when it is due, and that it is not final', async () => {
    const { status, html } = await (await browserOf('visitor')).open(lv)
    expect(status).toBe(200)
    const said = plain(html)
    for (const text of [
      'Trešā atvērtās pārvaldības rīcības plāna nobeiguma ziņojums',
      'Stāvoklis 2019. gada 10. septembrī',
      'Ziņojums top.',
      'jāpublicē līdz 2019. gada 30. novembrim',
      'rīkojuma Nr. 633 4. punkts',
      'Memoranda padome',
    ])
      expect(said).toContain(text)
  })

  it('leads from its contents to every commitment, each of which starts a page on paper', async () => {
    const { html } = await (await browserOf('visitor')).open(lv)
    const contents = /<nav class="sec".*?<\/nav>/s.exec(html)?.[0] ?? ''
    for (let number = 1; number <= 12; number++) {
      expect(contents).toContain(`href="#c${number}"`)
      expect(html).toContain(`<article class="break" aria-labelledby="c${number}">`)
    }
  })

  it('tells of a commitment from the rows: milestones, reports, evidence, both voices, lessons', async () => {
    const { html } = await (await browserOf('visitor')).open(lv)
    const first = plain(chapter(html, 1))
    for (const text of [
      'Izpildīta būtiskā apjomā 2 no 3',
      'Paveikts vēlāk 87 dienas',
      'publicēts 29.08.2019.',
      'Kavēšanās iemesls',
      'Par 3. punktu ziņas nav iesniegtas.',
      'NVO fondam 2015.–2018. gadā bija 400 000 euro gadā.',
      'NVO fonda 2018. gada konkurss (paraugs)',
      'Nepiekrīt',
      '(demonstrācija)',
    ])
      expect(first).toContain(text)
    expect(plain(html.slice(html.indexOf('id="atzinas"')))).toContain('Mācības jāplāno tā')
  })

  it('shows gaps as gaps', async () => {
    const { html } = await (await browserOf('visitor')).open(lv)
    const fourth = plain(chapter(html, 4))
    for (const text of [
      'Atskaites punkti nav zināmi.',
      'Ziņas nav iesniegtas.',
      'Pierādījumu nav.',
      'Pašnovērtējums nav iesniegts.',
      'Vērtējums nav iesniegts.',
      'Atzinums vēl nav zināms.',
    ])
      expect(fourth).toContain(text)
    expect(plain(html)).toContain('Atskaites punkti nav zināmi 4., 9. un 10. apņemšanai.')
  })

  it('is in English too; what is written in Latvian alone says so', async () => {
    const { html } = await (await browserOf('visitor')).open(en)
    expect(plain(html)).toContain('Final report on the third open government action plan')
    expect(plain(html)).toContain('2 of 12 commitments are wholly done.')
    const first = chapter(html, 1)
    expect(first).toMatch(/<p class="typed" lang="lv">/)
    expect(first).toContain('(not translated yet)')
  })

  it('breaks no line between a section’s number and its sign', async () => {
    const browser = await browserOf('visitor')
    for (const path of [lv, en, '/lv/plani/lv-3', '/en/plans/lv-3', '/lv/plani/lv-3/apnemsanas/1']) {
      const { html } = await browser.open(path)
      expect([path, /\d\. §|§ \d/.exec(html)]).toEqual([path, null])
    }
    expect((await browser.open(lv)).html).toContain('37.\u00a0§')
  })

  it('of a plan that is not approved says that there is none yet', async () => {
    const { status, html } = await (await browserOf('visitor')).open('/lv/plani/lv-4/zinojums')
    expect(status).toBe(200)
    expect(plain(html)).toContain('Plāns vēl nav apstiprināts, tāpēc ziņojuma par tā izpildi vēl nav.')
    for (const gap of ['Plāns vēl tiek īstenots.', 'Teksts vēl nav uzrakstīts.', 'nav iesniegt']) expect(plain(html)).not.toContain(gap)
    expect((await (await browserOf('visitor')).open('/lv/plani/lv-99/zinojums')).status).toBe(404)
  })
})

describe('the written parts of the report', () => {
  it('are written by the secretariat and read by everyone', async () => {
    expect((await (await browserOf('visitor')).open(texts)).status).toBe(401)
    expect((await (await browserOf('officer')).open(texts)).status).toBe(403)
    const browser = await browserOf('secretariat')
    const opened = await browser.open(texts)
    const [form] = formsIn(opened.html)
    const kept = { 'introduction.lv': 'Ievads.', 'introduction.en': 'Introduction.', 'process.lv': '', 'process.en': '', 'lessons.en': '' }
    const sent = await browser.send(texts, { ...form?.hidden, ...kept, 'lessons.lv': '<script>alert(1)</script>\n\nOtrā rindkopa.' })
    expect([sent.status, sent.location]).toEqual([303, `${texts}?done=saved`])
    const report = (await (await browserOf('visitor')).open(en)).html
    expect(report).toContain('<p class="typed" lang="lv">&lt;script>alert(1)&lt;/script></p>')
    expect(report).toContain('<p class="typed" lang="lv">Otrā rindkopa.</p>')
  })

  it('show both versions when someone was faster, and lose nothing', async () => {
    const [first, second] = [await browserOf('secretariat'), await browserOf('secretariat')]
    const [mine, theirs] = [formsIn((await first.open(texts)).html)[0], formsIn((await second.open(texts)).html)[0]]
    const other = { 'introduction.lv': 'Ievads.', 'introduction.en': 'Introduction.' }
    expect((await second.send(texts, { ...theirs?.hidden, ...other, 'lessons.lv': 'Viņu atziņa.' })).status).toBe(303)
    const refused = await first.send(texts, { ...mine?.hidden, ...other, 'lessons.lv': 'Mana atziņa.' })
    expect(refused.status).toBe(409)
    for (const text of ['Viņu atziņa.', 'Mana atziņa.']) expect(refused.html).toContain(text)
    const hidden = formsIn(refused.html)[0]?.hidden
    expect((await first.send(texts, { ...hidden, ...other, 'lessons.lv': 'Abu atziņa.' })).status).toBe(303)
    expect((await first.open(lv)).html).toContain('Abu atziņa.')
  })

  it('that are too long are refused with everything that was typed', async () => {
    const browser = await browserOf('secretariat')
    const hidden = formsIn((await browser.open(texts)).html)[0]?.hidden
    const long = await browser.send(texts, { ...hidden, 'introduction.lv': 'ā'.repeat(20_001), 'lessons.lv': 'Atziņa.' })
    expect(long.status).toBe(422)
    expect(long.html).toContain('href="#introduction-lv"')
    expect(long.html).toContain('ā'.repeat(20_001))
    expect((await browser.send(texts, { form: crypto.randomUUID(), 'lessons.lv': 'Atziņa.' })).status).toBe(400)
  })
})

describe('the report on later days', () => {
  it('holds the reviewer’s findings only once they are known, and says that its deadline has passed', async () => {
    const visitor = await browserOf('visitor')
    expect(chapter((await visitor.open(lv)).html, 11)).not.toContain('IRM')
    await site.house.demonstration?.clock.moveTo(site.house.db, day('2020-08-01'))
    const { html } = await visitor.open(lv)
    expect(plain(chapter(html, 11))).toContain('IRM īstenošanas ziņojums, 2020')
    expect(plain(html)).toContain('Ziņojums bija jāpublicē līdz 2019. gada 30. novembrim. ')
    // Commitment 2 runs to the end of 2020.
    expect(plain(chapter(html, 2))).not.toContain('Kavējas')
  })
})
