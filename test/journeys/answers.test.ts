import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { anIdea, ideaNow, reasons } from '../../src/cycle/ideas/answers/testSupport.ts'
import { call } from '../../src/cycle/ideas/tables.ts'
import { day } from '../../src/platform/dates/partialDate.ts'
import { localText } from '../../src/platform/languages/languages.ts'
import { barriers, complaints, sticksOut } from '../support/lookAt.ts'
import { browser, site, siteInBrowser } from '../support/siteInBrowser.ts'

siteInBrowser()

let open: typeof call.$inferSelect
beforeAll(async () => {
  const [row] = await site.house.db
    .insert(call)
    .values({
      planId: 'lv-4',
      title: localText('Paraugaicinājums', 'Sample call'),
      body: localText('Ko darīt?', 'What to do?'),
      whatNext: localText('Atbildēsim.', 'We will answer.'),
      kinds: ['idea'],
      startsOn: day('2019-09-01'),
      endsOn: day('2019-09-30'),
      publishedOn: day('2019-09-01'),
      recordSeq: 1,
      demonstration: true,
    })
    .returning()
  if (!row) throw new Error('no call')
  open = row
})

const contexts: BrowserContext[] = []
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})

async function as(role: 'secretariat' | 'visitor', javaScript: boolean): Promise<Page> {
  const context = await site.open(browser, role, { javaScript })
  contexts.push(context)
  context.setDefaultTimeout(20_000)
  return context.newPage()
}

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).click()

describe.each([{ javaScript: true }, { javaScript: false }])(
  'the secretariat answers what people sent, JavaScript $javaScript',
  ({ javaScript }) => {
    it('groups ideas, answers two of them together, and everyone sees how far it is', async () => {
      const word = javaScript ? 'Vilcienu' : 'Autobusu'
      const ideas = [await anIdea(site.house, open, `${word} saraksti`), await anIdea(site.house, open, `${word} biļetes`)]
      const page = await as('secretariat', javaScript)
      const complained = complaints(page)

      await page.goto(`${site.url}/lv/sekretariats/plani/lv-4/idejas/grupas`)
      await main(page).getByRole('link', { name: 'Jauna tēma' }).click()
      await main(page).locator('[name="title.lv"]').fill(`${word} satiksme`)
      await press(page, 'Saglabāt')
      if (javaScript) {
        expect(await barriers(page)).toEqual([])
        // Dragged, where one has a mouse; anew, so that what was done before is not told any more.
        await page.goto(`${site.url}/lv/sekretariats/plani/lv-4/idejas/grupas`)
        await main(page).locator(`[data-idea="${ideas[0]?.id}"]`).dragTo(main(page).locator('[data-theme-id]').first())
        await main(page).getByText('Izdarīts.').waitFor()
        expect((await ideaNow(site.house, ideas[0]?.id ?? 0)).themeId).not.toBeNull()
        expect(await sticksOut(page)).toEqual([])
      }
      const rest = javaScript ? ideas.slice(1) : ideas
      for (const { id } of rest) await main(page).locator(`input[name="idea"][value="${id}"]`).check()
      await main(page)
        .locator('select[name="theme"]')
        .selectOption({ label: `${word} satiksme` })
      await press(page, 'Pārcelt')
      await main(page).getByText('Izdarīts.').waitFor()
      for (const { id } of ideas) expect((await ideaNow(site.house, id)).themeId).not.toBeNull()

      await page.goto(`${site.url}/lv/mani-darbi/idejas/lv-4`)
      for (const { id } of ideas) await main(page).locator(`input[name="idea"][value="${id}"]`).check()
      await press(page, 'Sagatavot vienu atbildi atzīmētajām')
      if (javaScript) expect(await barriers(page)).toEqual([])
      await main(page).getByLabel('Pašlaik ne').check()
      await main(page).locator('[name="reasons.lv"]').fill(reasons)
      await main(page).locator('select[name="institution"]').selectOption('vk')
      await press(page, 'Priekšskatīt')
      expect(await main(page).textContent()).toContain('Tiks publicēta atbilde tieši uz 2 idejām')
      if (javaScript) expect(await barriers(page)).toEqual([])
      await press(page, 'Publicēt atbildi uz 2 idejām')
      await main(page).getByText('Atbildēts uz vairākām idejām').first().waitFor()
      for (const { id } of ideas) expect((await ideaNow(site.house, id)).answerState).toBe('not-now')

      const reader = await as('visitor', javaScript)
      await reader.goto(`${site.url}/lv/plani/lv-4/idejas/temas`)
      expect(await main(reader).textContent()).toContain(`${word} satiksme`)
      await reader.goto(`${site.url}/lv/plani/lv-4/idejas/atbildes`)
      expect(await main(reader).textContent()).toContain('ir atbildēts')
      if (javaScript) expect(await barriers(reader)).toEqual([])
      expect(complained).toEqual([])
    })
  },
)
