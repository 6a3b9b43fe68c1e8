import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstrationLinks } from '../../src/people/index.ts'
import { address } from '../../src/web/addresses.ts'
import { barriers, complaints, invalidHtml, sticksOut } from '../support/lookAt.ts'
import { browser, site, siteInBrowser } from '../support/siteInBrowser.ts'

siteInBrowser()

const words = {
  lv: {
    desk: '/lv/mani-darbi',
    title: /^Vēl jāziņo par/,
    done: /^Paveikts/,
    addressIsMissing: 'Ierakstiet, kā dokumentu sauc.',
    documentTitle: 'Dokumenta nosaukums',
    address: 'Adrese',
    file: 'Vai datne',
    add: 'Pievienot',
    preview: 'Priekšskatīt',
    whatIsDone: 'Kas ir paveikts?',
    finished: /^Kad tas pabeigts/,
    year: 'Gads',
    noEvidence: /bez tā paveiktu/,
    publish: 'Publicēt',
    published: 'Ziņas ir publicētas',
    correct: 'Labot',
    publishCorrection: 'Publicēt labojumu',
    earlier: /redakcij/,
    text: 'Skaidrojošais darbs paveikts visās iestādēs.',
    corrected: 'Skaidrojošais darbs paveikts visās ministrijās.',
    link: 'Pasākumu saraksts',
  },
  en: {
    desk: '/en/my-tasks',
    title: /still to report on/,
    done: /^Done/,
    addressIsMissing: 'Write what the document is called.',
    documentTitle: 'Title of the document',
    address: 'Address',
    file: 'Or a file',
    add: 'Add',
    preview: 'Preview',
    whatIsDone: 'What has been done?',
    finished: /^When was it finished/,
    year: 'Year',
    noEvidence: /without it a milestone/,
    publish: 'Publish',
    published: 'Your report is published',
    correct: 'Correct',
    publishCorrection: 'Publish the correction',
    earlier: /[Ee]arlier version/,
    text: 'Outreach is done in all institutions.',
    corrected: 'Outreach is done in all ministries.',
    link: 'List of events',
  },
} as const

/** Nothing on the page stands in anyone's way. Barriers are looked for with a script. */
async function looksRight(page: Page, javaScript: boolean): Promise<void> {
  const answer = await fetch(page.url().split('#')[0] ?? '', { headers: { cookie: await site.cookieOf('officer') } })
  expect.soft(await invalidHtml(await answer.text())).toEqual([])
  expect.soft(await sticksOut(page)).toEqual([])
  if (javaScript) expect.soft(await barriers(page)).toEqual([])
}

describe.each([
  ['lv', true, 1280, '6', '1'],
  ['en', false, 360, '7', '1'],
  ['lv', false, 1280, '8', '1'],
  ['en', true, 360, '2', '1'],
] as const)('an officer in %s, JavaScript %s, %s px', (language, javaScript, width, number, milestone) => {
  const w = words[language]
  const form = `${w.desk}/lv-3/${number}/${milestone}/vk/2`
  let context: BrowserContext
  let page: Page
  let complained: string[]
  beforeAll(async () => {
    context = await site.open(browser, 'visitor', { javaScript, width, locale: language === 'lv' ? 'lv-LV' : 'en-GB' })
    page = await context.newPage()
    page.setDefaultTimeout(10_000)
    complained = complaints(page)
  })
  afterAll(() => context?.close())

  it('finds what is due and is told what is missing in it', async () => {
    const link = (await demonstrationLinks(site.house)).find(({ role }) => role === 'officer')
    await page.goto(link?.url ?? '')
    await page.goto(site.url + w.desk)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(w.title)
    await looksRight(page, javaScript)
    await page.locator(`main a[href="${form}"]`).click()
    await page.getByRole('radio', { name: w.done }).check()
    await page.getByLabel(w.whatIsDone).fill(w.text)
    await page.getByRole('button', { name: w.preview, exact: true }).click()
    const summary = page.getByRole('alert')
    expect(await summary.textContent()).toMatch(w.noEvidence)
    expect(await page.getByLabel(w.whatIsDone).inputValue()).toBe(w.text)
    await summary.getByRole('link').first().click()
    expect(await page.evaluate(() => document.activeElement?.closest('fieldset')?.textContent)).toMatch(w.finished)
    if (javaScript) expect.soft(await barriers(page)).toEqual([])
    expect.soft(await sticksOut(page)).toEqual([])
  })

  it('adds a file and a link', async () => {
    await page.getByRole('group', { name: w.finished }).getByLabel(w.year, { exact: true }).fill('2018')
    await page
      .getByLabel(w.file)
      .setInputFiles({ name: 'dalibnieki.csv', mimeType: 'text/csv', buffer: Buffer.from('gads;skaits\n2018;40\n') })
    await page.getByRole('button', { name: w.add, exact: true }).click()
    await page.getByLabel(w.address, { exact: true }).fill('https://example.org/pasakumi')
    await page.getByRole('button', { name: w.add, exact: true }).click()
    expect(await page.getByRole('alert').textContent()).toContain(w.addressIsMissing)
    await page.getByLabel(w.documentTitle).fill(w.link)
    await page.getByRole('button', { name: w.add, exact: true }).click()
    for (const name of [w.link, 'dalibnieki.csv']) expect(await page.getByRole('link', { name, exact: true }).count()).toBe(1)
    expect(await page.getByLabel(w.whatIsDone).inputValue()).toBe(w.text)
    await looksRight(page, javaScript)
  })

  it('sees in the preview what everyone will see, and publishes it', async () => {
    await page.getByRole('button', { name: w.preview, exact: true }).click()
    await page.waitForURL(/\/(prieksskatijums|preview)$/)
    for (const text of [w.text, w.link, 'dalibnieki.csv']) expect(await page.getByRole('main').textContent()).toContain(text)
    await looksRight(page, javaScript)
    await page.getByRole('button', { name: w.publish, exact: true }).click()
    await page.waitForURL((url) => url.searchParams.get('done') === 'published')
    expect(await page.getByRole('status').count()).toBe(1)
    expect(await page.getByRole('main').textContent()).toContain(w.text)
  })

  it('is read by everyone on the milestone’s and the commitment’s page and in the report, with the evidence', async () => {
    const visitor = await site.open(browser, 'visitor', { javaScript, width })
    try {
      const seen = await visitor.newPage()
      const milestonePage = page.url().split('?')[0] ?? ''
      await seen.goto(milestonePage)
      expect(await seen.getByRole('main').textContent()).toContain(w.text)
      const file = await seen.getByRole('link', { name: 'dalibnieki.csv' }).first().getAttribute('href')
      const answer = await fetch(site.url + file)
      expect(await answer.text()).toBe('gads;skaits\n2018;40\n')
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
      await seen.goto(milestonePage.replace(/\/(punkti|milestones)\/\d+$/, ''))
      expect(await seen.getByRole('main').textContent()).toContain(w.link)
      await seen.goto(site.url + address(language, 'report', { plan: 'lv-3' }))
      for (const text of [w.text, w.link]) expect(await seen.getByRole('main').textContent()).toContain(text)
    } finally {
      await visitor.close()
    }
  })

  it('corrects it later; the earlier version stays visible', async () => {
    await page.goto(site.url + w.desk)
    await page.locator(`main a[href="${form}"]`).click()
    await page.getByLabel(w.whatIsDone).fill(w.corrected)
    await page.getByRole('button', { name: w.preview, exact: true }).click()
    await page.getByRole('button', { name: w.publishCorrection }).click()
    await page.waitForURL((url) => url.searchParams.get('done') === 'published')
    const visitor = await site.open(browser, 'visitor', { javaScript, width })
    try {
      const seen = await visitor.newPage()
      await seen.goto(page.url().split('?')[0] ?? '')
      expect(await seen.getByRole('main').textContent()).toContain(w.corrected)
      const earlier = seen.locator('details', { hasText: w.text })
      await earlier.locator('summary').click()
      await earlier.getByText(w.text).first().waitFor({ timeout: 10_000 })
      expect(await earlier.textContent()).toMatch(w.earlier)
    } finally {
      await visitor.close()
    }
    // The browser reports the two answers that refused a form; nothing else.
    expect(complained.filter((line) => !line.includes('422'))).toEqual([])
  })
})
