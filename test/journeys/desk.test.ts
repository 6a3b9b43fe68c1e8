import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { barriers, complaints, sticksOut } from '../support/lookAt.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
let browser: Browser
let context: BrowserContext
let page: Page
let complained: string[]
beforeAll(async () => {
  ;[site, browser] = await Promise.all([openSite(), openBrowser()])
  context = await site.open(browser, 'officer', { width: 360 })
  page = await context.newPage()
  page.setDefaultTimeout(10_000)
  complained = complaints(page)
})
afterAll(async () => {
  await context?.close()
  await browser?.close()
  await site?.close()
})

async function looksRight(): Promise<void> {
  expect.soft(await sticksOut(page)).toEqual([])
  expect.soft(await barriers(page)).toEqual([])
}

describe('an officer with a phone', () => {
  it('sees at once what is due and until when, and has one’s own work first', async () => {
    await page.goto(`${site.url}/lv/mani-darbi`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^Vēl jāziņo par/)
    const sections = await page.locator('main section > h2').allTextContents()
    expect(sections).toEqual(['Jādara man', 'Nodots kolēģiem', 'Jādara citiem', 'Partneru vārdi', 'Iesniegts', 'Tuvākie datumi'])
    await looksRight()
  })

  it('narrows the list, marks two tasks and hands them to a colleague', async () => {
    await page.getByText('Atlasīt', { exact: true }).click()
    await page.getByLabel('Kas jādara').selectOption({ label: 'Pašnovērtējums' })
    await page.getByRole('button', { name: 'Rādīt' }).click()
    await page.waitForURL(/kind=self-assessment/)
    const boxes = page.getByRole('checkbox')
    await boxes.nth(0).check()
    await boxes.nth(1).check()
    await looksRight()
    await page.getByRole('button', { name: 'Nodot kolēģim' }).click()
    await page.getByRole('radio', { name: 'Kārlis Kolēģis' }).check()
    await looksRight()
    await page.getByRole('button', { name: 'Nodot', exact: true }).click()
    await page.waitForURL(/done=delegated/)
    expect(await page.getByRole('status').textContent()).toBe('Darbi ir nodoti. Kolēģis saņems vēstuli.')
    expect(await page.locator('section', { has: page.locator('#ours') }).textContent()).toContain('Pašnovērtējums')
  })

  it('asks for more time, and reads on the desk that the answer is awaited', async () => {
    await page.getByRole('link', { name: 'Lūgt pagarināt termiņu' }).click()
    await page.getByLabel('Diena').fill('20')
    await page.getByLabel('Mēnesis').selectOption({ label: 'septembris' })
    await page.getByLabel('Gads').fill('2019')
    await page.getByLabel('Kāpēc?').fill('Dati no iestādēm nāk vēlāk.')
    await looksRight()
    await page.getByRole('button', { name: 'Nosūtīt lūgumu' }).click()
    await page.waitForURL(/done=asked/)
    expect(await page.getByRole('main').textContent()).toContain('Lūgts pagarināt līdz 20.09.2019.')
    expect(await page.getByRole('main').textContent()).toContain('Atbildes vēl nav')
    await looksRight()
    expect(complained).toEqual([])
  })
})
