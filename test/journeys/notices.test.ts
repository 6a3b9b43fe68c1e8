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

/** Fills in fields by their names: text, or a choice from a list. */
async function fill(page: Page, values: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`main [name="${name}"]`)
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
}

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).click()
const follow = (page: Page, name: string | RegExp) => main(page).getByRole('link', { name }).first().click()

describe.each([
  { javaScript: true, day: '12', title: 'Iesaki ceturtajam plānam' },
  { javaScript: false, day: '13', title: 'Iesaki darba grupām' },
])('the secretariat announces an opportunity, JavaScript $javaScript', ({ javaScript, day, title }) => {
  it('schedules it after a preview; everyone finds it on its day, and later sees what was changed and why', async () => {
    const page = await as('secretariat', javaScript)
    const complained = complaints(page)
    await page.goto(`${site.url}/lv/sekretariats`)
    await follow(page, 'Melnraksti, ieplānotie un publicētie')
    await follow(page, 'Paziņojums par līdzdalības iespējām')
    await fill(page, { plan: 'lv-4', 'title.lv': title, 'body.lv': 'Iesaku var iesniegt ikviens.', 'contact.lv': 'Paraugiestāde' })
    await press(page, 'Priekšskatīt')
    const mistakes = main(page).getByRole('alert').getByRole('link')
    expect(await mistakes.first().getAttribute('href')).toBe('#opportunities-1-title-lv')
    await mistakes.first().click()
    await fill(page, {
      'opportunities.1.title.lv': 'Ieteikumu vākšana',
      'opportunities.1.kind': 'survey',
      'opportunities.1.startsOn.day': '1',
      'opportunities.1.startsOn.part': '10',
      'opportunities.1.startsOn.year': '2019',
      'opportunities.1.how.lv': 'Uzrakstiet, ko ieteiktu.',
      'opportunities.1.outcome.lv': 'Uz katru ieteikumu būs atbilde.',
    })
    await press(page, 'Priekšskatīt')
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(title)
    if (javaScript) expect(await barriers(page)).toEqual([])
    await main(page).getByText('Publicēt vēlāk, izvēlētā dienā').click()
    await fill(page, { 'scheduledFor.day': day, 'scheduledFor.part': '09', 'scheduledFor.year': '2019' })
    await press(page, 'Ieplānot')
    expect(await main(page).getByRole('listitem').filter({ hasText: title }).textContent()).toContain(
      `Tiks publicēts 2019. gada ${day}. septembrī`,
    )

    const visitor = await as('visitor', javaScript)
    await visitor.goto(`${site.url}/lv/jaunumi`)
    expect(await main(visitor).getByRole('link', { name: title }).count()).toBe(0)
    await visitor.locator('.demonstration [name="to"]').fill(`2019-09-${day}`)
    await visitor.getByRole('button', { name: 'Pārcelt uz priekšu' }).click()
    await follow(visitor, title)
    const said = (await main(visitor).textContent()) ?? ''
    expect(said).toContain(`Publicēts ${day}.09.2019.`)
    expect(said).toContain(`No izziņošanas līdz pirmajai iespējai ir ${19 - (Number(day) - 12)} `)
    expect(await sticksOut(visitor)).toEqual([])
    const address = visitor.url()

    await page.goto(address)
    await follow(page, 'Labot')
    await fill(page, { 'opportunities.1.startsOn.day': '8', 'reason.lv': 'Vajag vairāk laika sagatavoties.' })
    await press(page, 'Priekšskatīt')
    await press(page, 'Publicēt labojumu tagad')
    expect(await page.getByRole('status').textContent()).toBe('Labotais paziņojums ir publicēts.')

    await visitor.goto(address)
    const row = await visitor.getByRole('row', { name: /Ieteikumu vākšana/ }).textContent()
    expect(row).toContain('01.10.2019.')
    expect(row).toContain('08.10.2019.')
    expect(await main(visitor).textContent()).toContain('Vajag vairāk laika sagatavoties.')
    if (javaScript) expect(await barriers(visitor)).toEqual([])
    await visitor.setViewportSize({ width: 360, height: 760 })
    expect(await sticksOut(visitor)).toEqual([])
    await visitor.goto(`${site.url}/lv`)
    await main(visitor).getByRole('link', { name: 'Ieteikumu vākšana' }).first().click()
    expect(new URL(visitor.url()).hash).toBe('#iespeja-1')
    expect(complained.filter((line) => !line.includes('422'))).toEqual([])
  })
})
