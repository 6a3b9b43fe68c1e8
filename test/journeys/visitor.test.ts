import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { barriers, complaints, sticksOut } from '../support/lookAt.ts'
import { browser, site, siteInBrowser } from '../support/siteInBrowser.ts'

siteInBrowser()

let context: BrowserContext | null = null
afterEach(async () => {
  await context?.close()
  context = null
})

async function visit(javaScript: boolean, width: 360 | 1280 = 1280): Promise<Page> {
  context = await site.open(browser, 'visitor', { javaScript, width })
  context.setDefaultTimeout(15_000)
  return context.newPage()
}

const at = (page: Page): string => new URL(page.url()).pathname

const words = {
  lv: {
    home: '/lv',
    plan: 'Trešais plāns',
    commitment: 'Sabiedrības līdzdalība lēmumu pieņemšanā',
    milestone: /^2\. Izvērtēt līdzdalību/,
    evidence: 'Mācību dalībnieki pa iestāžu veidiem (paraugs)',
    thread: '4 pierādījumi',
    path: '1. apņemšanās',
    late: 'Paveikts vēlāk 87 dienas',
    switch: 'English',
    other: '/en/plans/lv-3/commitments/1/milestones/2',
    otherTitle: 'Milestone 2',
    history: 'Visa vēsture ar izmaiņām',
    record: 'Šīs apņemšanās ieraksti publiskajā žurnālā',
  },
  en: {
    home: '/en',
    plan: 'Third plan',
    commitment: 'Public participation in decision-making',
    milestone: /^2\. Assess participation/,
    evidence: 'Mācību dalībnieki pa iestāžu veidiem (paraugs)',
    thread: '4 pieces of evidence',
    path: 'Commitment 1',
    late: 'Done late 87 days',
    switch: 'Latviešu',
    other: '/lv/plani/lv-3/apnemsanas/1/punkti/2',
    otherTitle: '2. punkts',
    history: 'The whole history with changes',
    record: 'This commitment’s entries in the public record',
  },
} as const

describe.each([
  ['lv', true],
  ['lv', false],
  ['en', true],
  ['en', false],
] as const)('a visitor in %s, JavaScript %s', (language, javaScript) => {
  const w = words[language]

  it('goes from the home page by the plan, a commitment and its milestone to the evidence, and back', async () => {
    const page = await visit(javaScript)
    const complained = complaints(page)
    await page.goto(site.url + w.home)
    await page.getByRole('contentinfo').getByRole('link', { name: w.plan }).click()
    await page.getByRole('main').getByRole('link', { name: w.commitment, exact: true }).click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(w.commitment)
    const commitment = at(page)

    await page.getByRole('link', { name: w.thread }).click()
    await page.waitForURL((url) => url.hash === '#pieradijumi')

    await page.getByRole('rowheader', { name: w.milestone }).getByRole('link').click()
    expect(await page.getByRole('main').textContent()).toContain(w.late)
    const file = page.getByRole('link', { name: w.evidence })
    const [download] = await Promise.all([page.waitForEvent('download'), file.click()])
    expect(download.suggestedFilename()).toBe('macibas-paraugs.csv')

    const earlier = page.locator('details').first()
    expect(await earlier.getByText('21.03.2019.').or(earlier.getByText('21 Mar 2019')).first().isVisible()).toBe(false)
    await earlier.locator('summary').click()
    await earlier.locator('del').first().waitFor({ state: 'visible' })

    await page.getByRole('navigation').getByRole('link', { name: w.path, exact: true }).click()
    await page.waitForURL((url) => url.pathname === commitment)
    // A page that turns into a download counts as not loaded.
    expect(complained.filter((line) => !line.includes(new URL(download.url()).pathname))).toEqual([])
  })

  it('keeps the page when switching the language', async () => {
    const page = await visit(javaScript)
    await page.goto(site.url + (language === 'lv' ? words.en.other : words.lv.other))
    await page.getByRole('link', { name: w.switch, exact: true }).click()
    await page.waitForURL((url) => url.pathname === w.other)
    expect(await page.getByRole('main').textContent()).toContain(w.otherTitle)
  })

  it('reads the history and its entries in the public record, on a phone too', async () => {
    const page = await visit(javaScript, 360)
    await page.goto(site.url + (language === 'lv' ? '/lv/plani/lv-3/apnemsanas/1' : '/en/plans/lv-3/commitments/1'))
    expect(await sticksOut(page)).toEqual([])
    await page.getByRole('link', { name: w.history }).click()
    expect(await page.locator('del, ins').count()).toBeGreaterThan(1)
    expect(await sticksOut(page)).toEqual([])
    if (javaScript) expect(await barriers(page)).toEqual([])
    await page.getByRole('link', { name: w.record }).click()
    await page.waitForURL((url) => url.searchParams.get('object') === '/plans/lv-3/commitments/1')
  })
})

it('on a phone every line of the home page’s head starts at one edge, and no fact’s name breaks inside a word', async () => {
  const page = await visit(false, 360)
  await page.goto(`${site.url}/lv`)
  const starts = await page.evaluate(() =>
    ['h1', '.acts a:nth-child(1)', '.acts a:nth-child(2)'].map((selector) => {
      const element = document.querySelector(`main ${selector}`)
      const text = document.createRange()
      if (element) text.selectNodeContents(element)
      const quiet = element?.getAttribute('data-variant') === 'tertiary'
      return Math.round((quiet ? text : element)?.getBoundingClientRect().x ?? -1)
    }),
  )
  expect(new Set(starts).size).toBe(1)
  const names = await page.evaluate(() =>
    [...document.querySelectorAll('main .facts dt')]
      .filter((dt) => {
        const text = document.createRange()
        text.selectNodeContents(dt)
        return !dt.textContent?.includes(' ') && text.getClientRects().length > 1
      })
      .map((dt) => dt.textContent),
  )
  expect(names).toEqual([])
})

/** The date only goes forward: last, and once for all. */
describe('a visitor who moves the date from the banner', () => {
  it('stays on the page, and sees what was not known before', async () => {
    const page = await visit(false)
    await page.goto(`${site.url}/lv/plani/lv-3/apnemsanas/2`)
    const main = page.getByRole('main')
    expect(await main.textContent()).toContain('Neatkarīgā vērtētāja atzinums vēl nav zināms.')
    expect(await main.getByText('Kavējas').count()).toBe(0)

    await page.locator('.demonstration input[name=to]').fill('2021-10-01')
    await page.getByRole('button', { name: 'Pārcelt uz priekšu' }).click()
    await main.getByText('Kavējas').first().waitFor()
    expect(at(page)).toBe('/lv/plani/lv-3/apnemsanas/2')
    const text = await main.textContent()
    expect(text).toContain('Kavējas')
    expect(text).toContain('IRM īstenošanas ziņojums, 2020')
    expect(text).toContain('TAP portāls sāka darbu 2021. gada 9. septembrī')
  })
})
