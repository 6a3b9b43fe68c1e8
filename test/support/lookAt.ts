import AxeBuilder from '@axe-core/playwright'
import { HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'

/** What is wrong with a page, a line each. Empty is good. */
export type Findings = string[]

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // How preact-render-to-string writes: nothing a browser or a reader of pages minds.
    'void-style': 'off',
    'doctype-style': 'off',
    'no-trailing-whitespace': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // The whole page is in the sources' hands and not long enough to be read by line.
    'long-title': 'off',
    // Checkboxes of one question share its name.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
  },
})

/** Is this valid HTML? */
export async function invalidHtml(html: string): Promise<Findings> {
  const report = await validator.validateString(html)
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector, line }) => `${ruleId}: ${message} (${selector ?? `line ${line}`})`),
  )
}

/** What the standard for accessibility, and axe's own good practice, finds on a page as it stands. */
export async function barriers(page: Page, rules?: string[]): Promise<Findings> {
  // Legacy mode: our pages have no frames, and it spares axe a second page.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  if (rules) axe.withRules(rules)
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${help} at ${target.join(' ')}${failureSummary ? `: ${failureSummary.replaceAll(/\s+/g, ' ')}` : ''}`,
    ),
  )
}

/** Does the page have to be moved sideways? Names what sticks out. */
export async function sticksOut(page: Page): Promise<Findings> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= width) return []
    const scrolls = (element: Element | null): boolean =>
      element !== null && (/(auto|scroll|hidden|clip)/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1 && !scrolls(element.parentElement))
      .slice(0, 5)
      .map(
        (element) =>
          `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} is ${Math.round(element.getBoundingClientRect().right - width)} px too wide`,
      )
      .concat(`the page is ${document.documentElement.scrollWidth} px wide`)
  })
}

/** Collects what the browser complains of: faults of scripts, refused contents, what could not be loaded. */
export function complaints(page: Page): Findings {
  const found: Findings = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') found.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => found.push(`script: ${error.message}`))
  page.on('requestfailed', (request) => {
    // What the browser itself gave up because the page was left is no fault of the page.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') found.push(`not loaded: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400 && response.request().resourceType() !== 'document') found.push(`${response.status()}: ${response.url()}`)
  })
  return found
}
