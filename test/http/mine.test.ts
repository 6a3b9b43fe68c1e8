import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { unzipped } from '../../src/mine/testSupport.ts'
import { demonstrationLinks, type Role } from '../../src/people/index.ts'
import { invalidHtml } from '../support/lookAt.ts'
import { openSite, type Site } from '../support/site.ts'
import { Browser, formsIn } from './browser.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

async function signedInAs(role: Role): Promise<Browser> {
  const browser = new Browser(createApp(site.house))
  const link = (await demonstrationLinks(site.house)).find((one) => one.role === role)
  await browser.open(link?.url.replace(site.url, '') ?? '')
  return browser
}

const isSignedIn = async (browser: Browser): Promise<boolean> => (await browser.open('/lv')).html.includes('class="who"')
const formTo = (html: string, action: string): number => formsIn(html).findIndex((form) => form.action === action)

describe('my page', () => {
  it('is one’s own, and a visitor’s to sign in for', async () => {
    const visitor = new Browser(createApp(site.house))
    for (const path of ['/lv/mana-lapa', '/lv/mana-lapa/dati', '/lv/mana-lapa/dzest'])
      for (const answer of [await visitor.open(path), await visitor.send(path, { form: crypto.randomUUID(), word: 'dzēst' })])
        expect(answer.status, path).toBe(401)
    expect((await visitor.open('/lv/mana-lapa/dzests')).status).toBe(200)
  })

  it.each([
    ['/lv/mana-lapa', ['Atbildēt katram', 'Gaisa kvalitātes mērījumi', 'Gaida atbildi', 'Vēstules', 'Dzēst mani']],
    ['/en/my-page', ['Answer everyone who gave an opinion', 'Air quality measurements', 'Awaits an answer', 'Letters', 'Erase me']],
  ])('tells what one sent and supports, and what became of it: %s', async (path, words) => {
    const browser = await signedInAs('participant')
    const page = await browser.open(path)
    for (const word of words) expect(page.html).toContain(word)
    expect(page.headers.get('Cache-Control')).toBe('no-store')
    expect(await invalidHtml(page.html)).toEqual([])
    const officers = await (await signedInAs('officer')).open(path)
    expect(officers.html).not.toContain(words[0])
  })

  it('keeps how often letters come, and nothing when a choice is missing', async () => {
    const browser = await signedInAs('participant')
    const page = await browser.open('/lv/mana-lapa')
    const nth = formTo(page.html, '/lv/mana-lapa')
    const choices = { answer: 'daily', comment: 'none', moderation: 'immediate', merge: 'weekly', supported: 'none' }
    expect((await browser.fill(page, nth, choices)).location).toBe('/lv/mana-lapa?done=saved')
    const saved = await browser.open('/lv/mana-lapa?done=saved')
    expect(saved.html).toContain('Saglabāts.')
    expect(saved.html).toMatch(/name="comment"[^>]*>.*?<option value="none" selected/s)
    const refused = await browser.fill(saved, nth, { ...choices, comment: 'hourly' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('Izvēlieties, cik bieži rakstīt.')
    expect(refused.html).toMatch(/name="merge"[^>]*>.*?<option value="weekly" selected/s)
  })

  it('has no part that is not there', async () => {
    const browser = await signedInAs('participant')
    expect((await browser.open('/lv/mana-lapa?sent=2')).status).toBe(404)
    expect((await browser.open('/lv/mana-lapa?said=-1')).status).toBe(404)
  })
})

describe('my data', () => {
  it('come as one archive, in the language of the page', async () => {
    const browser = await signedInAs('participant')
    expect((await browser.open('/en/my-page/data')).html).toContain('idea.json')
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await createApp(site.house).request('/en/my-page/data', {
      method: 'POST',
      headers: {
        Cookie: cookie,
        Origin: 'http://localhost',
        'Sec-Fetch-Site': 'same-origin',
        'Content-Type': 'application/x-www-form-urlencoded',
      },
    })
    expect([answer.status, answer.headers.get('Content-Type'), answer.headers.get('Cache-Control')]).toEqual([
      200,
      'application/zip',
      'no-store',
    ])
    expect(answer.headers.get('Content-Disposition')).toContain('koprade-my-data-2019-09-10.zip')
    const files = await unzipped(Buffer.from(await answer.arrayBuffer()))
    expect(JSON.parse(files.get('person.json') ?? '')).toEqual([expect.objectContaining({ email: 'participant@example.org' })])
    expect(files.get('READ-ME.txt')).toContain('Everything that Koprade keeps about you')
  })
})

describe('erasing me', () => {
  it('needs the word; then it signs out, and what was sent stays without a name', async () => {
    const [here, there] = [await signedInAs('participant'), await signedInAs('participant')]
    const page = await here.open('/lv/mana-lapa/dzest')
    const nth = formTo(page.html, '/lv/mana-lapa/dzest')
    const refused = await here.fill(page, nth, { word: 'jā' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('Kamēr tas nav ierakstīts, nekas netiek dzēsts.')
    expect(await isSignedIn(here)).toBe(true)

    const done = await here.fill(await here.open('/lv/mana-lapa/dzest'), nth, { word: 'DZEST' })
    expect([done.status, done.location]).toEqual([303, '/lv/mana-lapa/dzests'])
    expect(here.cookies.size).toBe(0)
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([false, false])
    expect((await here.open('/lv/mana-lapa/dzests')).html).toContain('Jūs esat dzēsts')
    const { rows } = (await site.execute(`select number from idea where author_id = 'demonstration-participant'`)) as { rows: unknown[] }
    expect(rows).toEqual([])
    const record = await here.open('/lv/zurnals')
    expect(record.html).toContain('Dzēsts lietotājs')
    expect(record.html).not.toContain('Dace')
  })

  it('is not for the last administrator, who is told why', async () => {
    const browser = await signedInAs('administrator')
    const page = await browser.open('/en/my-page/erase')
    const refused = await browser.fill(page, formTo(page.html, '/en/my-page/erase'), { word: 'erase' })
    expect(refused.status).toBe(409)
    expect(await isSignedIn(browser)).toBe(true)
  })
})
