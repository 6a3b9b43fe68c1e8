import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import { barriers, complaints, sticksOut } from '../support/lookAt.ts'
import { browser, site, siteInBrowser } from '../support/siteInBrowser.ts'

siteInBrowser()

let context: BrowserContext | null = null
afterEach(async () => {
  await context?.close()
  context = null
})

async function visit(path: string, look: { javaScript?: boolean; width?: 360 | 1280; scheme?: 'light' | 'dark' } = {}): Promise<Page> {
  context = await site.open(browser, 'visitor', look)
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  await page.goto(site.url + path)
  return page
}

it('the keyboard goes through suggestions and back to what was typed, opens one, and searches as ever', async () => {
  const page = await visit('/lv/meklet')
  const said = complaints(page)
  const field = page.getByRole('combobox', { name: 'Ko meklēt' })
  await field.fill('pārvald')
  const list = page.getByRole('listbox')
  await list.waitFor()
  const options = list.getByRole('option')
  const count = await options.count()
  expect(count).toBeGreaterThan(1)
  expect(await page.getByText(`${count} ieteikumi`).count()).toBe(1)
  expect(await barriers(page)).toEqual([])
  await field.press('ArrowDown')
  expect(await field.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'))
  expect(await options.first().getAttribute('aria-selected')).toBe('true')
  await field.press('ArrowUp')
  expect(await field.getAttribute('aria-activedescendant')).toBeNull()
  await field.press('ArrowUp')
  expect(await options.last().getAttribute('aria-selected')).toBe('true')
  await field.press('Escape')
  expect(await list.isVisible()).toBe(false)
  expect(await field.inputValue()).toBe('pārvald')
  await field.press('Enter')
  await page.waitForURL((url) => url.searchParams.get('q') === 'pārvald')
  await field.fill('Valsts kancel')
  await list.waitFor()
  const institution = list.getByRole('option', { name: 'Valsts kanceleja Institūcijas' })
  while ((await institution.getAttribute('aria-selected')) !== 'true') await field.press('ArrowDown')
  await field.press('Enter')
  await page.waitForURL('**/lv/institucijas/vk')
  expect(said).toEqual([])
})

it('the search opens under the header, suggests, and leads where it is pressed; Escape closes it', async () => {
  for (const width of [1280, 360] as const) {
    const page = await visit('/en', { width, scheme: width === 360 ? 'dark' : 'light' })
    const link = page.getByRole('link', { name: 'Search', exact: true })
    await link.click()
    const field = page.getByRole('combobox', { name: 'What to look for' })
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    await field.fill('chancell')
    const option = page.getByRole('option', { name: 'State Chancellery Institutions' })
    await option.waitFor()
    expect(await barriers(page)).toEqual([])
    expect(await sticksOut(page)).toEqual([])
    await field.press('Escape')
    expect(await option.isVisible()).toBe(false)
    expect(await field.isVisible()).toBe(true)
    await field.press('Escape')
    expect(await field.isVisible()).toBe(false)
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true)
    await link.click()
    await field.fill('State chancell')
    await option.click()
    await page.waitForURL('**/en/institutions/vk')
    await context?.close()
  }
})

it('without JavaScript the link leads to the page, and the form searches', async () => {
  const page = await visit('/lv', { javaScript: false })
  await page.getByRole('link', { name: 'Meklēt', exact: true }).click()
  await page.waitForURL('**/lv/meklet')
  await page.getByLabel('Ko meklēt').fill('iepirkumiem')
  await page.getByRole('button', { name: 'Meklēt' }).click()
  await page.waitForURL((url) => url.searchParams.get('q') === 'iepirkumiem')
  expect(await page.getByText(/atrast[si] \d+ rezultāt/).count()).toBe(1)
})
