import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
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
const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).first().click()

it('a visitor registers by letter without JavaScript; the secretariat ticks them at the door on a phone, and everyone sees numbers', async () => {
  const visitor = await as('visitor', false)
  await visitor.goto(`${site.url}/lv`)
  await main(visitor).getByRole('link', { name: 'Atvērta diskusija par ceturto plānu' }).first().click()
  const address = visitor.url()
  expect(await main(visitor).textContent()).toContain('Brīvas 26 no 40 vietām.')
  await main(visitor).getByRole('link', { name: 'Pieteikties', exact: true }).click()
  await press(visitor, 'Pieteikties')
  expect(await main(visitor).getByRole('alert').getByRole('link').count()).toBe(3)
  await main(visitor).getByLabel('Vārds un uzvārds').fill('Žanete Ēriksone')
  await main(visitor).getByLabel('E-pasta adrese').fill('zanete@example.org')
  await main(visitor).getByLabel('Ko pārstāvat').selectOption('resident')
  await main(visitor).getByLabel('Kas Jums vajadzīgs').fill('Vieta ratiņkrēslam')
  await press(visitor, 'Pieteikties')
  expect(await visitor.getByRole('heading', { level: 1 }).textContent()).toBe('Apstipriniet pieteikumu')
  await visitor.goto(`${site.url}/lv/demonstracija/pasts`)
  await main(visitor)
    .getByRole('link', { name: /token=/ })
    .first()
    .click()
  await press(visitor, 'Apstiprināt')
  expect(await visitor.getByRole('status').textContent()).toContain('Jūs esat pieteicies.')
  expect(await main(visitor).textContent()).toContain('Brīvas 25 no 40 vietām.')
  await visitor.goto(`${site.url}/lv/demonstracija/pasts`)
  expect(await main(visitor).textContent()).toContain('BEGIN:VCALENDAR')

  const page = await as('secretariat', true)
  const complained = complaints(page)
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(address)
  await page.locator('.demonstration [name="to"]').fill('2019-09-16')
  await page.getByRole('button', { name: 'Pārcelt uz priekšu' }).click()
  await main(page).getByRole('link', { name: 'Apmeklētāju saraksts pie durvīm' }).click()
  await main(page).getByLabel('Meklēt pēc vārda').fill('eriksone')
  await press(page, 'Meklēt')
  expect(await main(page).textContent()).toContain('Vieta ratiņkrēslam')
  const tick = main(page).getByRole('button', { name: 'Atzīmēt: Žanete Ēriksone' })
  const box = await tick.boundingBox()
  expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(48)
  await tick.click()
  expect(await main(page).getByRole('button', { name: 'Noņemt atzīmi: Žanete Ēriksone' }).count()).toBe(1)
  await main(page).getByLabel('Ko pārstāv').selectOption('business')
  await press(page, 'Pievienot un atzīmēt')
  expect(await main(page).textContent()).toContain('Atnākuši: 2. Pieteikušies: 15.')
  expect(await sticksOut(page)).toEqual([])
  expect(await barriers(page)).toEqual([])

  await page.goto(address)
  await main(page).getByRole('link', { name: 'Mainīt', exact: true }).click()
  await press(page, 'Atzīmēt kā notikušu')
  expect(await main(page).textContent()).toContain('Atnākušie pa nozarēm')
  expect(await sticksOut(page)).toEqual([])
  expect(await barriers(page)).toEqual([])

  await main(page).getByRole('link', { name: 'Rakstīt protokolu' }).click()
  await page.locator('[name="summary.lv"]').fill('Runājām par ceturto plānu.')
  await page.locator('[name="conclusions.1.title.lv"]').fill('Dati katru mēnesi')
  await page.locator('[name="conclusions.1.text.lv"]').fill('Iestādes datus publicē reizi mēnesī.')
  await press(page, 'Publicēt protokolu')
  expect(await main(page).textContent()).toContain('Iestādes datus publicē reizi mēnesī.')
  expect(await sticksOut(page)).toEqual([])
  expect(complained).toEqual([])

  await visitor.goto(address)
  expect(await main(visitor).textContent()).not.toContain('Žanete')
})
