import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import { barriers, complaints, sticksOut } from '../support/lookAt.ts'
import { browser, site, siteInBrowser } from '../support/siteInBrowser.ts'

siteInBrowser()

const contexts: BrowserContext[] = []
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})

async function as(role: 'secretariat' | 'visitor' | 'forum-member', javaScript = false): Promise<Page> {
  const context = await site.open(browser, role, { javaScript })
  contexts.push(context)
  context.setDefaultTimeout(15_000)
  return context.newPage()
}

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).first().click()
const follow = (page: Page, name: string) => main(page).getByRole('link', { name, exact: true }).first().click()

it('the secretariat runs a meeting from its agenda to its minutes, a member sets an opinion against it, a visitor reads it all, without JavaScript', async () => {
  const page = await as('secretariat')
  const complained = complaints(page)
  await page.goto(`${site.url}/lv`)
  await page.locator('.demonstration [name="to"]').fill('2019-09-25')
  await page.getByRole('button', { name: 'Pārcelt uz priekšu' }).click()
  await page.getByRole('navigation', { name: 'Galvenā navigācija' }).getByRole('link', { name: 'Forums' }).click()
  await follow(page, 'Sēde 25.09.2019.')
  const meeting = page.url()
  await follow(page, 'Darba kārtība')
  await page.locator('[name="items.4.title.lv"]').fill('Atvērtie dati')
  await press(page, 'Publicēt darba kārtību')
  expect(await main(page).textContent()).toContain('Atvērtie dati')

  await follow(page, 'Klātesošie')
  await press(page, 'Sākt sēdi')
  await press(page, 'Saglabāt klātbūtni')
  expect(await main(page).getByRole('alert').textContent()).toContain('Sēdes vadītāja vieta')
  await main(page).getByLabel('Kas vada sēdi').selectOption({ label: 'Vieta V1, Aija Izdomāta' })
  await press(page, 'Saglabāt klātbūtni')
  await follow(page, 'Lēmums par 2. punktu')
  expect(await sticksOut(page)).toEqual([])
  await main(page).getByLabel('Balsojot').check()
  await page.locator('[name="text.lv"]').fill('Padome iesaka uz visām idejām atbildēt oktobrī.')
  await page.locator('[name="reasons.lv"]').fill('Cilvēki gaida atbildes.')
  for (const group of await main(page)
    .getByRole('group', { name: /^Vieta/ })
    .all())
    await group.getByLabel('Par', { exact: true }).check()
  await press(page, 'Priekšskatīt')
  expect(await main(page).textContent()).toContain('15 par, 0 pret')
  await main(page)
    .getByRole('group', { name: /^Vieta N2/ })
    .getByLabel('Pret', { exact: true })
    .check()
  await press(page, 'Publicēt lēmumu')
  const decision = page.url().replace(/[?#].*/, '')
  expect(await main(page).textContent()).toContain('14 par, 1 pret')

  await page.goto(meeting)
  await follow(page, 'Klātesošie')
  await press(page, 'Slēgt sēdi')
  await page.locator('[name="summary.lv"]').fill('Sēdē apsprieda idejas.')
  await press(page, 'Publicēt protokolu')
  expect(await main(page).textContent()).toContain('Sēdē apsprieda idejas.')

  const member = await as('forum-member')
  await member.goto(decision)
  await follow(member, 'Iesniegt atsevišķu viedokli')
  await member.locator('[name="text.lv"]').fill('Oktobris ir par vēlu: atbildes vajag jau septembrī.')
  await press(member, 'Iesniegt')
  expect(await main(member).textContent()).toContain('Vieta N2, Fricis Fiktīvs')

  const visitor = await as('visitor')
  await visitor.setViewportSize({ width: 360, height: 740 })
  await visitor.goto(decision)
  expect(await main(visitor).textContent()).toContain('Oktobris ir par vēlu')
  expect(await main(visitor).textContent()).toContain('Kvorums ir: vajadzēja 9 no 16.')
  expect(await sticksOut(visitor)).toEqual([])
  const listener = await as('visitor', true)
  await listener.goto(decision)
  expect(await barriers(listener)).toEqual([])
  await visitor.goto(meeting)
  expect(await main(visitor).textContent()).toContain('Sēdē apsprieda idejas.')
  // One form was refused, and the preview of a decision is drawn anew.
  expect(complained.filter((line) => !line.includes('status of 422'))).toEqual([])
})
