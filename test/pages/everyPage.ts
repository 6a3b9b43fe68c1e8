import { describe, expect, it } from 'vitest'
import { checks } from '../../src/accessibility/results.ts'
import { routes } from '../../src/app.tsx'
import type { Language } from '../../src/platform/languages/languages.ts'
import { type AddressName, addresses } from '../../src/web/addresses.ts'
import { lookAtPage } from '../support/lookAtPage.ts'
import { browser, site, siteInBrowser } from '../support/siteInBrowser.ts'
import { addressOf, type Example, everyRole, examples } from './examples.ts'

const pages = routes.filter(({ method }) => method === 'GET').map(({ name }) => name)
const cases = pages.flatMap((name) => (examples[name] ?? []).map((example) => ({ name, example })))
const titled = ({ name, example }: { name: AddressName; example: Example }): string =>
  [name, ...Object.values(example.values ?? {})].join(' ')

/** Looks at every page in a language, in a browser; a file for each language lets two run at once. */
export function testEveryPage(language: Language): void {
  siteInBrowser()

  it('every address has something that answers', () => {
    const answered = new Set(routes.map(({ name }) => name))
    expect(Object.keys(addresses).filter((name) => !answered.has(name as AddressName))).toEqual([])
  })

  describe.each(cases.map((found) => [titled(found), found] as const))('%s', (_, { name, example }) => {
    const path = addressOf(language, name, example)
    const wanted = example.status ?? 200

    it('is shown to those who may see it and to nobody else', async () => {
      for (const role of everyRole) {
        const answer = await fetch(site.url + path, { redirect: 'manual', headers: { cookie: await site.cookieOf(role) } })
        await answer.arrayBuffer()
        if (example.seenBy.includes(role)) expect([role, answer.status]).toEqual([role, wanted])
        else expect([role, [303, 401, 403, 404]]).toEqual([role, expect.arrayContaining([answer.status])])
      }
    })

    it('is valid HTML, without barriers, in one column on a phone and at 400 % zoom, light and dark, by keyboard', async () => {
      const role = example.seenBy[0] ?? 'visitor'
      const context = await site.open(browser, role, { locale: 'de-DE' })
      try {
        const looked = await lookAtPage(await context.newPage(), site.url + path, language, language === 'lv' ? 'all' : 'words')
        expect.soft(looked.status).toBe(wanted)
        for (const check of checks) expect.soft(looked.findings[check], check).toEqual([])
        expect.soft(looked.complaints.filter((line) => wanted === 200 || !line.includes(`status of ${wanted}`))).toEqual([])
      } finally {
        await context.close()
      }
    })
  })

  describe('the home page', () => {
    it('weighs at most 120 kB on the first visit, with fonts, styles and script', async () => {
      const context = await site.open(browser, 'visitor', { locale: 'lv-LV' })
      try {
        const page = await context.newPage()
        const session = await context.newCDPSession(page)
        await session.send('Network.enable')
        let bytes = 0
        session.on('Network.loadingFinished', ({ encodedDataLength }) => {
          bytes += encodedDataLength
        })
        await page.goto(site.url + addresses.home[language], { waitUntil: 'networkidle' })
        await page.evaluate(() => document.fonts.ready)
        expect(bytes).toBeGreaterThan(10_000)
        expect(bytes).toBeLessThanOrEqual(120_000)
      } finally {
        await context.close()
      }
    })
  })
}
