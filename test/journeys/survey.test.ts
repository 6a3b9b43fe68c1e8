import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { barriers, complaints, sticksOut } from '../support/lookAt.ts'
import { browser, site, siteInBrowser } from '../support/siteInBrowser.ts'

siteInBrowser()

const contexts: BrowserContext[] = []
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})

async function as(role: 'secretariat' | 'visitor', javaScript: boolean): Promise<Page> {
  const context = await site.open(browser, role, { javaScript })
  contexts.push(context)
  context.setDefaultTimeout(15_000)
  return context.newPage()
}

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).click()
const fill = async (page: Page, values: Record<string, string>): Promise<void> => {
  for (const [name, value] of Object.entries(values)) await main(page).locator(`[name="${name}"]`).fill(value)
}

describe.each([{ javaScript: true }, { javaScript: false }])('a survey, JavaScript $javaScript', ({ javaScript }) => {
  it('is made and published by the secretariat, and answered page by page', async () => {
    const page = await as('secretariat', javaScript)
    const complained = complaints(page)
    await page.goto(`${site.url}/lv/sekretariats/aptaujas/jauna`)
    await main(page).locator('[name="plan"]').selectOption('lv-4')
    await fill(page, { 'title.lv': `Vai noderēja? ${javaScript}` })
    await press(page, 'Izveidot melnrakstu')
    await fill(page, {
      'startsOn.day': '10',
      'startsOn.year': '2019',
      'endsOn.day': '30',
      'endsOn.year': '2019',
    })
    for (const name of ['startsOn.part', 'endsOn.part']) await main(page).locator(`[name="${name}"]`).selectOption('09')
    await press(page, 'Pievienot jautājumu: 1. lapa')
    await fill(page, { 'q1.title.lv': 'Vai bijāt diskusijā?', 'q1.options.lv': 'Jā\nNē' })
    await main(page).locator('[name="p1.add"]').selectOption('ranking')
    await press(page, 'Pievienot jautājumu: 1. lapa')
    await fill(page, { 'q2.title.lv': 'Kas bija vērtīgākais?', 'q2.options.lv': 'Runas\nSarunas' })
    await main(page).locator('[name="q2.condition"]').selectOption('1=Jā')
    await press(page, 'Priekšskatīt')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Vai noderēja?')
    if (javaScript) expect(await barriers(page)).toEqual([])
    await press(page, 'Publicēt aptauju')
    expect(await page.getByRole('status').textContent()).toBe('Aptauja ir publicēta.')
    const id = /(\d+)\?/.exec(page.url())?.[1] ?? ''

    const visitor = await as('visitor', javaScript)
    await visitor.setViewportSize({ width: 360, height: 760 })
    await visitor.goto(`${site.url}/lv/aptaujas/${id}`)
    expect(await sticksOut(visitor)).toEqual([])
    await main(visitor).getByRole('link', { name: 'Sākt atbildēt' }).click()
    await visitor.getByLabel('Jā', { exact: true }).check()
    // A script shows the next question at once; without one the server does, when the page is turned.
    if (!javaScript) await press(visitor, 'Tālāk')
    await visitor.getByLabel('Runas', { exact: true }).selectOption('2')
    await visitor.getByLabel('Sarunas', { exact: true }).selectOption('1')
    expect(await sticksOut(visitor)).toEqual([])
    if (javaScript) expect(await barriers(visitor)).toEqual([])
    await press(visitor, 'Tālāk')
    expect(await main(visitor).textContent()).toContain('1. Sarunas; 2. Runas')
    await press(visitor, 'Nosūtīt atbildi')
    expect(await visitor.getByRole('status').textContent()).toContain('Paldies, Jūsu atbilde ir saņemta.')
    expect(await main(visitor).textContent()).toContain('1 atbilde')
    expect(complained).toEqual([])
  })
})
