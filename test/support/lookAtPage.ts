import type { Page } from 'playwright-core'
import type { Check } from '../../src/accessibility/results.ts'
import type { Language } from '../../src/platform/languages/languages.ts'
import { type AxeRules, barriers, complaints, type Findings, invalidHtml, keyboardBarriers, sticksOut } from './lookAt.ts'

/** A page as it was looked at. */
export type Looked = { status: number | undefined; findings: Record<Check, Findings>; rules: AxeRules; complaints: Findings }

/** Is the page in this language, does it have a title, and one main heading? */
async function structure(page: Page, language: Language): Promise<Findings> {
  const [lang, title, headings] = [await page.getAttribute('html', 'lang'), await page.title(), await page.locator('h1').count()]
  return [
    ...(lang === language ? [] : [`lang: the page says that its language is ${lang}`]),
    ...(/\S.* [·|–-] \S/.test(title) ? [] : [`title: “${title}” tells no page and site`]),
    ...(headings === 1 ? [] : [`h1: there are ${headings} main headings`]),
  ]
}

/**
 * Opens a page and looks at it wide and narrow, light and dark: for the tests, and for the accessibility statement. Only at its
 * `words` where the same page in another language is looked at as a whole: what its styles do, the dark ones and the contrast on a
 * phone, does not depend on the language.
 */
export async function lookAtPage(page: Page, url: string, language: Language, at: 'all' | 'words' = 'all'): Promise<Looked> {
  const complained = complaints(page)
  const rules: AxeRules = { passed: new Set(), unclear: new Set() }
  const answer = await page.goto(url)
  const findings: Record<Check, Findings> = {
    markup: await invalidHtml((await answer?.text()) ?? ''),
    structure: await structure(page, language),
    axe: (await barriers(page, undefined, rules)).map((line) => `${line} (1280 px)`),
    dark: [],
    reflow: [],
    keyboard: await keyboardBarriers(page),
  }
  if (at === 'all') {
    await page.emulateMedia({ colorScheme: 'dark' })
    findings.dark.push(...(await barriers(page, ['color-contrast'])).map((line) => `${line} (1280 px)`))
  }
  await page.setViewportSize({ width: 360, height: 760 })
  findings.reflow.push(...(await sticksOut(page)))
  if (at === 'all') {
    findings.dark.push(...(await barriers(page, ['color-contrast'])).map((line) => `${line} (360 px)`))
    await page.emulateMedia({ colorScheme: 'light' })
    findings.axe.push(...(await barriers(page, undefined, rules)).map((line) => `${line} (360 px)`))
  }
  // WCAG 1.4.10: at 400 % zoom a window of 1280 px is 320 px wide.
  await page.setViewportSize({ width: 320, height: 760 })
  findings.reflow.push(...(await sticksOut(page)).map((line) => `${line} (320 px)`))
  return { status: answer?.status(), findings, rules, complaints: complained }
}
