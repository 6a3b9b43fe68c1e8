import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { openBrowser } from './browser.ts'
import { openSite, type Site } from './site.ts'

/** The demonstration and the browser of this test file, once they are open. */
export let site: Site
export let browser: Browser

/** Opens both before the tests and closes them after. What a file opens or closes besides goes around it in its own hooks. */
export function siteInBrowser(): void {
  beforeAll(async () => {
    ;[site, browser] = await Promise.all([openSite(), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await site?.close()
  })
}
