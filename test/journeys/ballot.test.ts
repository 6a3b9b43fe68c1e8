import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import { day } from '../../src/platform/dates/partialDate.ts'
import { koprade } from '../commands/koprade.ts'
import { sticksOut } from '../support/lookAt.ts'
import type { SiteRole } from '../support/site.ts'
import { browser, site, siteInBrowser } from '../support/siteInBrowser.ts'

siteInBrowser()

const contexts: BrowserContext[] = []
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})

async function as(role: SiteRole): Promise<Page> {
  const context = await site.open(browser, role, { javaScript: false, width: 360 })
  contexts.push(context)
  context.setDefaultTimeout(15_000)
  return context.newPage()
}

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).click()
const fill = async (page: Page, values: Record<string, string>): Promise<void> => {
  for (const [name, value] of Object.entries(values)) await main(page).locator(`[name="${name}"]`).fill(value)
}
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent()

/** Ranks the options on the paper, shows the vote and casts it; returns the receipt's code. */
async function rank(page: Page, id: string, places: Record<string, string>): Promise<string> {
  await page.goto(`${site.url}/lv/balsojumi/${id}/balsot`)
  for (const [name, place] of Object.entries(places)) await main(page).locator(`[name="${name}"]`).selectOption(place)
  await press(page, 'Pārbaudīt un nodot')
  expect(await sticksOut(page)).toEqual([])
  await press(page, 'Nodot balsi')
  expect(await heading(page)).toBe('Balss ir nodota')
  return (await page.locator('.ballot-token').textContent()) ?? ''
}

it('a secret ballot is made, voted in, changed, counted and recounted, without JavaScript on a phone', async () => {
  const secretary = await as('secretariat')
  await secretary.goto(`${site.url}/lv/sekretariats/balsojumi/jauns`)
  await main(secretary).locator('[name="plan"]').selectOption('lv-4')
  await fill(secretary, { 'title.lv': 'Ko darīt vispirms' })
  await press(secretary, 'Sākt')
  for (const title of ['Līgumi', 'Lobētāji', 'Dati']) {
    await press(secretary, 'Pievienot priekšlikumu')
    await main(secretary).locator('[name$=".title.lv"]').last().fill(title)
  }
  await main(secretary).locator('[name="from"]').selectOption({ index: 1 })
  await press(secretary, 'Pievienot priekšlikumu')
  expect(await main(secretary).locator('[name="o4.title.lv"]').inputValue()).not.toBe('')
  await main(secretary).getByLabel('viena pārnesamā balss (Skotijas kārtība)').check()
  await fill(secretary, { seats: '1', 'opensAt.day': '10', 'opensAt.year': '2019', 'opensAt.time': '0.00' })
  await press(secretary, 'Apskatīt un publicēt')
  // What is missing is told, and nothing that was typed is lost.
  expect(await main(secretary).getByRole('alert').textContent()).toContain('Norādiet dienu un laiku.')
  await fill(secretary, { 'closesAt.day': '10', 'closesAt.year': '2019', 'closesAt.time': '23.59.59' })
  for (const name of ['opensAt.part', 'closesAt.part']) await main(secretary).locator(`[name="${name}"]`).selectOption('09')
  for (const organisation of ['vk', 'providus']) await main(secretary).locator(`[name="organisations"][value="${organisation}"]`).check()
  await press(secretary, 'Apskatīt un publicēt')
  await press(secretary, 'Publicēt balsojumu')
  expect(await heading(secretary)).toContain('Ko darīt vispirms')
  const id = /(\d+)$/.exec(secretary.url())?.[1] ?? ''

  const officer = await as('officer')
  const representative = await as('representative')
  const first = await rank(officer, id, { o1: '1', o2: '2' })
  const other = await rank(representative, id, { o2: '1' })
  expect(first).not.toBe(other)
  // Without the receipt a second vote is refused, with it it takes the place of the first.
  await officer.goto(`${site.url}/lv/balsojumi/${id}/balsot`)
  await main(officer).locator('[name="o3"]').selectOption('1')
  await press(officer, 'Pārbaudīt un nodot')
  await press(officer, 'Nodot balsi')
  expect(await main(officer).getByRole('alert').textContent()).toContain('Kods ir pieci burtu un ciparu pieckopi.')
  await fill(officer, { token: first })
  await press(officer, 'Nodot balsi')
  await officer.goto(`${site.url}/lv/balsojumi/${id}/parbaudit`)
  await fill(officer, { token: first })
  await press(officer, 'Pārbaudīt')
  expect(await main(officer).getByRole('status').textContent()).toContain('Šī balss ir saņemta.')

  const stranger = await as('participant')
  await stranger.goto(`${site.url}/lv/balsojumi/${id}/balsot`)
  expect(await main(stranger).textContent()).toContain('Šajā balsojumā Jums balss tiesību nav')

  await site.house.demonstration?.clock.moveTo(site.house.db, day('2019-09-11'))
  await officer.goto(`${site.url}/lv/balsojumi/${id}/balsot`)
  expect(await main(officer).textContent()).toContain('Balsošana ir beigusies')
  const visitor = await as('visitor')
  await visitor.goto(`${site.url}/lv/balsojumi/${id}/rezultats`)
  expect(await heading(visitor)).toBe('Kāpēc tieši šis viens')
  expect(await sticksOut(visitor)).toEqual([])

  const directory = mkdtempSync(join(tmpdir(), 'koprade-votes-'))
  try {
    const file = join(directory, `balsis-${id}.pb`)
    const result = await (await fetch(`${site.url}/lv/balsojumi/${id}/rezultats.json`)).json()
    writeFileSync(file, Buffer.from(await (await fetch(`${site.url}/lv/balsojumi/${id}/balsis.pb`)).arrayBuffer()))
    const command = String(result.command).replace('./koprade ', '').replace(`balsis-${id}.pb`, file).replaceAll("'", '')
    const { code, out } = await koprade(command, {})
    expect(code).toBe(0)
    expect(JSON.parse(out).winners).toEqual(result.result.count.winners)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
})
