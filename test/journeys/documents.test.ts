import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { barriers, complaints, sticksOut } from '../support/lookAt.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
let browser: Browser
const directory = mkdtempSync(join(tmpdir(), 'koprade-upload-'))
beforeAll(async () => {
  ;[site, browser] = await Promise.all([openSite(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  rmSync(directory, { recursive: true, force: true })
})

const NEW = '/lv/sekretariats/plani/lv-4/datnes'

/** Drops files onto the field as a person drags them from a folder. */
async function drop(page: Page, files: readonly { name: string; content: string }[]): Promise<void> {
  const data = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer()
    for (const { name, content } of all) transfer.items.add(new File([content], name, { type: 'text/csv' }))
    return transfer
  }, files)
  for (const event of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent('[data-drop]', event, { dataTransfer: data })
}

describe.each([true, false])('the secretariat adds several files, with JavaScript: %s', (javaScript) => {
  it('puts right what is said of each, and publishes them', async () => {
    const context = await site.open(browser, 'secretariat', { javaScript })
    try {
      const page = await context.newPage()
      const complained = complaints(page)
      await page.goto(site.url + NEW)
      const names = ['protokols_2019-09-16.csv', 'darba-kartiba.csv'].map((name) => (javaScript ? `js-${name}` : name))
      if (javaScript) {
        await drop(page, [{ name: names[0] ?? '', content: 'js;1' }])
        await drop(page, [{ name: names[1] ?? '', content: 'js;2' }])
        expect(await page.locator('.chosen li').allTextContents()).toEqual(names)
        expect(await barriers(page)).toEqual([])
      } else {
        for (const name of names) writeFileSync(join(directory, name), `${name};1`)
        await page.setInputFiles(
          '#files',
          names.map((name) => join(directory, name)),
        )
      }
      await page.selectOption('#kind', 'minutes')
      await page.click('text=Turpināt')
      expect(await page.title()).toContain('Pārbaudīt un publicēt: 2 datnes')
      if (javaScript) expect(await barriers(page)).toEqual([])
      const title = `Sēdes protokols, ${javaScript ? 'ar' : 'bez'} JavaScript`
      await page.fill('[name="d1.title.lv"]', title)
      await page.selectOption('[name="d2.kind"]', 'agenda')
      await page.setViewportSize({ width: 360, height: 760 })
      expect(await sticksOut(page)).toEqual([])
      await page.click('text=Publicēt visus (2)')
      expect(await page.locator('[role=status]').textContent()).toBe('Publicēts: 2 dokumenti.')
      await page.click(`text=${title}`)
      expect(await page.locator('h1').textContent()).toContain(title)
      const [download] = await Promise.all([page.waitForEvent('download'), page.click('text=Lejupielādēt (CSV')])
      expect(download.suggestedFilename()).toBe(names[0])
      expect(complained).toEqual([])
    } finally {
      await context.close()
    }
  })
})

it('files that are too big or too many are told before they are sent', async () => {
  const context = await site.open(browser, 'secretariat')
  try {
    const page = await context.newPage()
    await page.goto(site.url + NEW)
    await page.evaluate(() => {
      const field = document.querySelector<HTMLElement>('[data-drop]')
      if (field) Object.assign(field.dataset, { mostBytes: '5', most: '1' })
    })
    await drop(page, [
      { name: 'maza.csv', content: 'a' },
      { name: 'liela.csv', content: 'a;b;c;d' },
    ])
    const told = await page.locator('.chosen li').allTextContents()
    expect(told.slice(0, 2)).toEqual(['maza.csv', 'liela.csv – pārāk liela'])
    expect(told[2]).toContain('pārējās netiks pieņemtas')
  } finally {
    await context.close()
  }
})
