import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { demonstrationLinks } from '../../src/people/index.ts'
import { openVisitor } from '../support/browser.ts'
import { barriers, complaints, sticksOut } from '../support/lookAt.ts'
import { browser, site, siteInBrowser } from '../support/siteInBrowser.ts'

siteInBrowser()

let context: BrowserContext | null = null
afterEach(async () => {
  await context?.close()
  context = null
})

/** Opens the one-click link of the terminal, as someone who tries the demonstration out does. */
async function signIn(javaScript: boolean): Promise<Page> {
  const link = (await demonstrationLinks(site.house)).find(({ role }) => role === 'secretariat')
  context = await openVisitor(browser, { javaScript })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  await page.goto(link?.url ?? '')
  return page
}

/** Fills in fields by their names: text, a choice from a list, or one of several. */
async function fill(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`main [name="${name}"]`)
    const kind = await field.first().evaluate((element) => (element instanceof HTMLInputElement ? element.type : element.tagName))
    if (kind === 'radio') await page.locator(`main [name="${name}"][value="${value}"]`).check()
    else if (kind === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
}

const date = (name: string, day: string, month: string, year: string): Record<string, string> => ({
  [`${name}.day`]: day,
  [`${name}.part`]: month,
  [`${name}.year`]: year,
})

const press = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name, exact: true }).click()
const follow = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name, exact: true }).first().click()
const said = async (page: Page): Promise<string> => (await page.getByRole('status').textContent()) ?? ''

describe.each([
  { javaScript: true, plan: 'lv-8', ordinal: '8', institution: 'fm', name: 'Finanšu ministrija' },
  { javaScript: false, plan: 'lv-9', ordinal: '9', institution: 'tm', name: 'Tieslietu ministrija' },
])('the secretariat, JavaScript $javaScript', ({ javaScript, plan, ordinal, institution, name }) => {
  it('makes a plan, amends it with a reason, and everyone sees what it said first', async () => {
    const page = await signIn(javaScript)
    const complained = complaints(page)
    await page.getByRole('navigation', { name: 'Mans darbs un mana lapa' }).getByRole('link', { name: 'Sekretariāts' }).click()

    await follow(page, 'Jauns plāns')
    await fill(page, {
      id: plan,
      ordinal,
      'title.lv': `Paraugplāns ${ordinal}`,
      'shortTitle.lv': `Plāns ${ordinal}`,
      'periodStart.year': '2019',
      'periodEnd.year': '2021',
      ...date('approvedOn', '2', '09', '2019'),
    })
    await press(page, 'Saglabāt')
    expect(await said(page)).toBe('Saglabāts.')

    await follow(page, 'Jauns posms')
    await fill(page, { 'title.lv': 'Plāna īstenošana', 'plannedStart.year': '2019', 'plannedEnd.year': '2021' })
    await press(page, 'Saglabāt')
    await follow(page, 'Jauns termiņš')
    await fill(page, {
      'title.lv': 'Institūcijas iesniedz ziņas',
      kind: 'legal',
      duty: 'contribution',
      ...date('due', '1', '10', '2019'),
      'basis.lv': 'Paraugrīkojums',
      period: 'new',
      ...date('startsOn', '1', '07', '2019'),
      ...date('referenceDay', '9', '09', '2019'),
    })
    await press(page, 'Saglabāt')
    expect(await said(page)).toBe('Saglabāts.')

    await follow(page, 'Jauna apņemšanās')
    await fill(page, { number: '1', 'title.lv': 'Atvērtie dati', 'promise.lv': 'Publicēt datus.' })
    await page.getByRole('main').locator('form[method=post] .ds-button').last().click()
    expect(await said(page)).toBe('Saglabāts.')
    await follow(page, 'Jauns atskaites punkts')
    await fill(page, { number: '1', 'title.lv': 'Publicēt desmit datu kopas', ...date('plannedEnd', '31', '12', '2019') })
    await press(page, 'Pievienot')

    await page
      .getByRole('main')
      .getByRole('link', { name: /Publicēt desmit datu kopas/ })
      .click()
    await fill(page, date('plannedEnd', '30', '06', '2020'))
    await press(page, 'Saglabāt')
    const mistake = page.getByRole('alert').getByRole('link')
    expect(await mistake.getAttribute('href')).toBe('#reason')
    expect(await page.locator('[name="plannedEnd.year"]').inputValue()).toBe('2020')
    await fill(page, { reason: 'Datu kopu īpašnieki lūdza vairāk laika.' })
    await press(page, 'Saglabāt')
    expect(await said(page)).toBe('Saglabāts.')

    await page.goto(`${site.url}/lv/plani/${plan}/apnemsanas/1`)
    const milestone = page.getByRole('row', { name: /Publicēt desmit datu kopas/ })
    expect(await milestone.textContent()).toContain('30.06.2020.')
    expect(await milestone.textContent()).toContain('sākotnēji līdz 31.12.2019.')
    await page.goto(`${site.url}/lv/plani/${plan}/zinojums`)
    expect(await page.getByRole('article').textContent()).toContain('sākotnēji līdz 31.12.2019.')
    expect(complained.filter((line) => !line.includes('422'))).toEqual([])
  })

  it('invites a person, sees who has not contributed, and reminds in one step', async () => {
    const page = await signIn(javaScript)
    await page.goto(`${site.url}/lv/sekretariats/cilveki`)
    await fill(page, { name: 'Jana Jaunā', email: `${institution}@example.org`, role: 'officer', organisation: institution })
    await press(page, 'Nosūtīt uzaicinājumu')
    expect(await said(page)).toContain('Uzaicinājums')

    await page.goto(`${site.url}/lv/sekretariats`)
    await page
      .getByRole('listitem')
      .filter({ hasText: 'Trešais nacionālais' })
      .getByRole('link', { name: 'Kas ir iesniedzis ziņas' })
      .click()
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Ziņas par izpildi gaidām līdz 12. septembrim')
    await page.goto(`${site.url}/lv/sekretariats/atgadinajumi`)
    expect(await page.getByRole('checkbox', { name }).isChecked()).toBe(true)
    if (javaScript) expect(await barriers(page)).toEqual([])
    await press(page, 'Priekšskatīt vēstules')
    expect(await page.getByRole('main').textContent()).toContain(`${institution}@example.org`)
    await page
      .getByRole('main')
      .getByRole('button', { name: /^Nosūtīt \d+ vēstul/ })
      .click()
    expect(await said(page)).toBe('Atgādinājumi ir nodoti nosūtīšanai.')
    expect(await page.getByRole('checkbox', { name }).count()).toBe(0)

    await page.goto(`${site.url}/lv/zurnals?object=/institutions/${institution}`)
    expect(await page.getByRole('main').textContent()).not.toContain('@example.org')
    await page.setViewportSize({ width: 360, height: 760 })
    await page.goto(`${site.url}/lv/plani/lv-3/zinas`)
    expect(await sticksOut(page)).toEqual([])
  })
})
