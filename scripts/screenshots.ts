// Takes the pictures of the README from a demonstration that runs: npm run screenshots
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from 'playwright-core'
import { type Look, openBrowser } from '../test/support/browser.ts'
import { openSite, type SiteRole } from '../test/support/site.ts'

type Shot = Look & {
  name: string
  path: string
  role?: SiteRole
  /** The whole page and not only what fits. */
  whole?: boolean
  /** As it comes out of a printer, on A4. */
  print?: boolean
  /** What is done first. */
  before?: (page: Page) => Promise<void>
}

const shots: readonly Shot[] = [
  { name: 'home-lv', path: '/lv', whole: true },
  { name: 'home-lv-360', path: '/lv', width: 360 },
  { name: 'plan-en', path: '/en/plans/lv-3', whole: true },
  { name: 'commitment-lv-dark', path: '/lv/plani/lv-3/apnemsanas/9', scheme: 'dark', whole: true },
  { name: 'commitment-en-360', path: '/en/plans/lv-3/commitments/9', width: 360 },
  { name: 'desk-lv', path: '/lv/mani-darbi', role: 'officer' },
  {
    name: 'update-form-lv',
    path: '/lv/mani-darbi',
    role: 'officer',
    whole: true,
    before: async (page) => {
      await page.locator('main a[href^="/lv/mani-darbi/"]').first().click()
      await page.waitForLoadState('load')
    },
  },
  { name: 'report-lv-print', path: '/lv/plani/lv-3/zinojums', print: true },
  { name: 'secretariat-lv', path: '/lv/plani/lv-3/zinas', role: 'secretariat' },
]

const folder = resolve(import.meta.dirname, '../docs/screenshots')
mkdirSync(folder, { recursive: true })
const wanted = process.argv.slice(2)
const [site, browser] = await Promise.all([openSite(), openBrowser()])
try {
  for (const { name, path, role = 'visitor', whole = false, print = false, before, ...look } of shots) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const context = await site.open(browser, role, look)
    const page = await context.newPage()
    if (print) {
      await page.setViewportSize({ width: 794, height: 1123 })
      await page.emulateMedia({ media: 'print' })
    }
    const answer = await page.goto(site.url + path)
    if (answer?.status() !== 200) throw new Error(`${path} answers ${answer?.status()}`)
    await before?.(page)
    await page.evaluate(() => document.fonts.ready)
    await page.screenshot({ path: resolve(folder, `${name}.png`), fullPage: whole })
    await context.close()
    console.log(name)
  }
} finally {
  await browser.close()
  await site.close()
}
process.exit(0)
