import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { sendDigests } from '../../src/follow/index.ts'
import { barriers, complaints, sticksOut } from '../support/lookAt.ts'
import { browser, site, siteInBrowser } from '../support/siteInBrowser.ts'

siteInBrowser()

/** Nothing stands in anyone's way, and nothing sticks out. */
async function looksRight(page: Page): Promise<void> {
  expect(await barriers(page)).toEqual([])
  expect(await sticksOut(page)).toEqual([])
}

it('a reader follows a commitment by e-mail, gets the news in a letter, and stops, on a phone', async () => {
  const context = await site.open(browser, 'visitor', { width: 360 })
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const complained = complaints(page)
  const main = page.getByRole('main')

  await page.goto(`${site.url}/lv/plani/lv-3/apnemsanas/11`)
  await page.getByRole('navigation', { name: 'Sekot izmaiņām' }).getByRole('link', { name: 'E-pastā' }).click()
  await page.getByLabel('E-pasta adrese').fill('nav adrese')
  await page.getByLabel('Uzreiz').check()
  await page.getByRole('button', { name: 'Sekot' }).click()
  await page.getByRole('alert').getByRole('link').click()
  expect(await page.getByLabel('E-pasta adrese').inputValue()).toBe('nav adrese')
  expect(await page.getByLabel('Uzreiz').isChecked()).toBe(true)
  await looksRight(page)
  await page.getByLabel('E-pasta adrese').fill('lasitaja@example.org')
  await page.getByRole('button', { name: 'Sekot' }).click()

  await page.getByRole('main').getByRole('link', { name: 'Demonstrācijas pasts' }).click()
  await main.getByRole('link', { name: /apstiprinat/ }).click()
  expect(await main.textContent()).toContain('11. apņemšanās')
  await page.getByRole('button', { name: 'Apstiprināt' }).click()
  await page.getByRole('status').getByText('Apstiprināts. Turpmāk sekojat.').waitFor()
  await page.getByLabel(/^Cik bieži: /).selectOption({ label: 'Reizi dienā' })
  await page.getByRole('button', { name: /^Saglabāt, cik bieži/ }).click()
  await page.getByRole('status').getByText('Saglabāts.').waitFor()
  await looksRight(page)

  // The day comes from which a source tells of it.
  await page.locator('.demonstration input[name=to]').fill('2020-01-15')
  await page.getByRole('button', { name: 'Pārcelt uz priekšu' }).click()
  await page.getByText('2020. gada 15. janvāris').first().waitFor()
  await sendDigests(site.house)
  await page.goto(`${site.url}/lv/demonstracija/pasts`)
  const letter = page.locator('article').first()
  expect(await letter.textContent()).toContain('No 2020. gada 7. janvāra aktuālie dati ir pieejami visiem bez maksas.')
  await letter.getByRole('link', { name: /atteikties/ }).click()
  await looksRight(page)
  await page.getByRole('button', { name: 'Atteikties' }).click()
  await page.getByRole('heading', { name: 'Vēstuļu vairs nebūs' }).waitFor()
  await page.goto(`${site.url}/lv/demonstracija/pasts`)
  expect(await main.textContent()).not.toContain('lasitaja@example.org')
  // The form that was refused is a 422, which the browser tells as a resource that failed.
  expect(complained.filter((line) => !line.includes('422'))).toEqual([])
  await context.close()
})
