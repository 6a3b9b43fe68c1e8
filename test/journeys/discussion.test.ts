import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anIdea, anotherCall } from '../../src/cycle/ideas/testSupport.ts'
import { localText } from '../../src/platform/languages/languages.ts'
import { openBrowser } from '../support/browser.ts'
import { barriers, complaints, sticksOut } from '../support/lookAt.ts'
import { openSite, type Site, type SiteRole } from '../support/site.ts'

let site: Site
let browser: Browser
const contexts: BrowserContext[] = []
beforeAll(async () => {
  ;[site, browser] = await Promise.all([openSite(), openBrowser()])
  const call = await anotherCall(site.house, { planId: 'lv-4' })
  for (const title of ['Vēja ģeneratoru trokšņa mērījumi', 'Peldvietu ūdens temperatūra'])
    await anIdea(site.house, call, { title: localText(title) })
})
afterAll(async () => {
  for (const context of contexts) await context.close()
  await browser?.close()
  await site?.close()
})

async function pageOf(role: SiteRole, javaScript: boolean): Promise<Page> {
  const context = await site.open(browser, role, { javaScript, width: 360 })
  contexts.push(context)
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  return page
}

describe.each([
  { javaScript: true, idea: 'Vēja ģeneratoru trokšņa mērījumi', words: 'ģeneratori' },
  { javaScript: false, idea: 'Peldvietu ūdens temperatūra', words: 'peldvietās' },
])('with JavaScript: $javaScript', ({ javaScript, idea, words }) => {
  it('a participant finds an idea on a phone, supports it, comments on it; a moderator hides the comment', async () => {
    const page = await pageOf('participant', javaScript)
    const complained = complaints(page)
    const looksRight = async (at: Page): Promise<void> => {
      expect.soft(await sticksOut(at)).toEqual([])
      // What looks for barriers runs in the page.
      if (javaScript) expect.soft(await barriers(at)).toEqual([])
    }
    await page.goto(`${site.url}/lv/plani/lv-4/idejas`)
    await page.getByLabel('Vārds vai frāze').fill(words)
    await page.getByRole('button', { name: 'Rādīt' }).click()
    await page.waitForURL(/q=/)
    expect(await page.locator('.ideas h3').allTextContents()).toEqual([expect.stringContaining(idea)])
    await looksRight(page)
    await page.getByRole('link', { name: idea }).click()
    await looksRight(page)
    await page.getByRole('button', { name: 'Atbalstīt' }).click()
    await page.waitForURL(/done=support/)
    await page.getByText('Šo ideju atbalsta 1 cilvēks.').waitFor()
    await page.getByRole('radio', { name: 'Atbalstu, jo …' }).check()
    await page.getByLabel('Komentārs', { exact: true }).fill('Tas man palīdzētu.\n\nJau sen to gaidu.')
    await page.getByRole('button', { name: 'Nosūtīt' }).click()
    await page.waitForURL(/done=comment/)
    const said = page.locator('.comment', { hasText: 'Jau sen to gaidu.' })
    await said.waitFor()
    await looksRight(page)

    const moderator = await pageOf('moderator', javaScript)
    await moderator.goto(page.url().replace(/[?#].*/, ''))
    await moderator.locator('.comment').getByRole('link', { name: 'Moderēt' }).click()
    await moderator.getByLabel('Iemesls').first().selectOption({ label: 'neattiecas uz tematu' })
    await moderator.getByLabel('Paskaidrojums').first().fill('Komentārs nav par ideju.')
    await looksRight(moderator)
    await moderator.getByRole('button', { name: 'Paslēpt' }).click()
    await moderator.waitForURL(/done=1/)

    await page.goto(page.url().replace(/[?#].*/, ''))
    await page.getByText('Komentārs ir paslēpts.').waitFor()
    await page.locator('.comment').getByRole('link', { name: 'Moderācijas žurnāls' }).click()
    await page.getByText('Komentārs nav par ideju.').first().waitFor()
    await looksRight(page)
    expect(complained).toEqual([])
  })
})
