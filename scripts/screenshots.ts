// Takes the pictures of the README from a demonstration that runs: npm run screenshots
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
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
}

/** Whole pages stand beside the mock-ups; the others are for the README. */
const shots: readonly Shot[] = [
  { name: 'home-lv', path: '/lv' },
  { name: 'home-lv-whole', path: '/lv', whole: true },
  { name: 'home-en-dark', path: '/en', scheme: 'dark', whole: true },
  { name: 'home-lv-360', path: '/lv', width: 360, whole: true },
  { name: 'plan-en', path: '/en/plans/lv-3', whole: true },
  { name: 'commitment-en', path: '/en/plans/lv-3/commitments/1' },
  { name: 'commitment-lv-whole', path: '/lv/plani/lv-3/apnemsanas/1', whole: true },
  { name: 'commitment-lv-dark', path: '/lv/plani/lv-3/apnemsanas/1', scheme: 'dark', whole: true },
  { name: 'commitment-en-360', path: '/en/plans/lv-3/commitments/1', width: 360, whole: true },
  { name: 'commitment-not-known-lv', path: '/lv/plani/lv-3/apnemsanas/9', whole: true },
  { name: 'institution-lv', path: '/lv/institucijas/vk', whole: true },
  { name: 'desk-lv', path: '/lv/mani-darbi', role: 'officer', whole: true },
  { name: 'update-form-lv', path: '/lv/mani-darbi/lv-3/1/3/vk/2', role: 'officer', whole: true },
  { name: 'assessment-form-en', path: '/en/assessment/lv-3/7/providus/2', role: 'representative', whole: true },
  { name: 'contributions-lv', path: '/lv/plani/lv-3/zinas', role: 'secretariat', whole: true },
  { name: 'plan-form-en', path: '/en/secretariat/plans/lv-3', role: 'secretariat', whole: true },
  { name: 'record-en', path: '/en/record' },
  { name: 'ideas-lv', path: '/lv/plani/lv-4/idejas', whole: true },
  { name: 'idea-lv', path: '/lv/plani/lv-4/idejas/1', whole: true },
  { name: 'idea-en-360', path: '/en/plans/lv-4/ideas/1', width: 360, whole: true },
  { name: 'call-lv', path: '/lv/plani/lv-4/aicinajumi/1', whole: true },
  { name: 'send-idea-lv', path: '/lv/plani/lv-4/aicinajumi/1/iesniegt/idea', whole: true },
  { name: 'event-en', path: '/en/events/1', whole: true },
  { name: 'survey-lv', path: '/lv/aptaujas/1', whole: true },
  { name: 'moderation-lv', path: '/lv/moderacija/rinda', role: 'moderator', whole: true },
  { name: 'my-page-lv', path: '/lv/mana-lapa', role: 'participant', whole: true },
  { name: 'report-lv-print', path: '/lv/plani/lv-3/zinojums', print: true },
]

const folder = resolve(import.meta.dirname, '../docs/screenshots')
mkdirSync(folder, { recursive: true })
const wanted = process.argv.slice(2)
const [site, browser] = await Promise.all([openSite(), openBrowser()])
try {
  for (const { name, path, role = 'visitor', whole = false, print = false, ...look } of shots) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const context = await site.open(browser, role, look)
    const page = await context.newPage()
    if (print) {
      await page.setViewportSize({ width: 794, height: 1123 })
      await page.emulateMedia({ media: 'print' })
    }
    const answer = await page.goto(site.url + path)
    if (answer?.status() !== 200) throw new Error(`${path} answers ${answer?.status()}`)
    await page.evaluate(() => document.fonts.ready)
    // The margins that the printer's page would have: 24, 22, 22 and 28 mm.
    if (print) await page.evaluate(() => Object.assign(document.body.style, { padding: '24mm 22mm 22mm 28mm' }))
    await page.screenshot({ path: resolve(folder, `${name}.png`), fullPage: whole })
    await context.close()
    console.log(name)
  }
} finally {
  await browser.close()
  await site.close()
}
process.exit(0)
