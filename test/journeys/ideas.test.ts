import type { BrowserContext, Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { readCall } from '../../src/cycle/ideas/calls/callInput.ts'
import { publishCall } from '../../src/cycle/ideas/calls/publishCall.ts'
import { createCall } from '../../src/cycle/ideas/calls/saveCall.ts'
import { callForm } from '../../src/cycle/ideas/calls/testSupport.ts'
import { form, secretary } from '../../src/cycle/plan/testSupport.ts'
import { barriers, complaints, sticksOut } from '../support/lookAt.ts'
import { browser, site, siteInBrowser } from '../support/siteInBrowser.ts'

siteInBrowser()

let callId: number
beforeAll(async () => {
  callId = await createCall(site.house, secretary, 'lv-4', readCall(form(callForm)))
  await publishCall(site.house, secretary, 'lv-4', callId, { version: 1 })
})

const contexts: BrowserContext[] = []
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})

const main = (page: Page) => page.getByRole('main')
const press = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true }).click()

const languages = {
  lv: {
    call: (id: number) => `/lv/plani/lv-4/aicinajumi/${id}`,
    begin: 'Iesniegt ideju',
    look: 'Apskatīt pirms nosūtīšanas',
    send: 'Nosūtīt un saņemt apstiprinājuma vēstuli',
    mail: '/lv/demonstracija/pasts',
    confirm: 'Apstiprināt',
    received: 'Saņemts: Nr.',
    kept: 'Melnraksts saglabāts',
    title: 'Sabiedriskā transporta kavējumus rādīt kartē',
  },
  en: {
    call: (id: number) => `/en/plans/lv-4/calls/${id}`,
    begin: 'Send an idea',
    look: 'Look at it before sending',
    send: 'Send and get the letter to confirm',
    mail: '/en/demonstration/mail',
    confirm: 'Confirm',
    received: 'Received: No.',
    kept: 'The draft is saved',
    title: 'Show delays of public transport on a map',
  },
}

describe.each([
  { language: 'lv', javaScript: true },
  { language: 'lv', javaScript: false },
  { language: 'en', javaScript: true },
  { language: 'en', javaScript: false },
] as const)('a visitor sends an idea in $language, JavaScript $javaScript', ({ language, javaScript }) => {
  it('writes, finds the draft again, is told what is missing, looks, sends, confirms and gets a receipt', async () => {
    const t = languages[language]
    const title = `${t.title} ${javaScript}`
    const context = await site.open(browser, 'visitor', { javaScript, width: 360 })
    contexts.push(context)
    context.setDefaultTimeout(20_000)
    const page = await context.newPage()
    const complained = complaints(page)
    await page.goto(site.url + t.call(callId))
    expect(await sticksOut(page)).toEqual([])
    if (javaScript) expect(await barriers(page)).toEqual([])
    await main(page).getByRole('link', { name: t.begin }).first().click()
    await main(page).locator('[name="title"]').fill(title)
    if (javaScript) {
      // What is typed is saved by itself; another page of the same browser has it.
      await main(page).getByText(t.kept).waitFor()
      await page.reload()
      expect(await main(page).locator('[name="title"]').inputValue()).toBe(title)
    }
    await press(page, t.look)
    const mistakes = main(page).getByRole('alert').getByRole('link')
    expect(await mistakes.first().getAttribute('href')).toBe('#problem')
    expect(await main(page).locator('[name="title"]').inputValue()).toBe(title)
    for (const [name, value] of Object.entries({
      problem: 'Neviens nezina.',
      proposal: 'Karte.',
      name: 'Anna Paraudziņa',
      email: `a-${language}-${javaScript}@example.org`,
    }))
      await main(page).locator(`[name="${name}"]`).fill(value)
    if (javaScript) expect(await barriers(page)).toEqual([])
    expect(await sticksOut(page)).toEqual([])
    await press(page, t.look)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(title)
    if (javaScript) expect(await barriers(page)).toEqual([])
    await press(page, t.send)
    await page.goto(site.url + t.mail)
    const link = /https?:\/\/\S+token=[\w-]+/.exec((await main(page).textContent()) ?? '')?.[0]
    await page.goto(link ?? '')
    await press(page, t.confirm)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(t.received)
    expect(await main(page).textContent()).toContain(title)
    expect(await sticksOut(page)).toEqual([])
    // The one form that was sent with mistakes, on purpose.
    expect(complained).toEqual([expect.stringContaining('status of 422')])
  })
})
