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

/** Which of axe's rules found nothing on a page, and which could not decide. */
export type AxeRules = { passed: Set<string>; unclear: Set<string> }

/**
 * What axe finds on a page as it stands: the rules for WCAG and axe's own good practice, with the size of
 * targets (WCAG 2.2, 2.5.8), which axe leaves out unless asked. `only` narrows it to these rules.
 */
export async function barriers(page: Page, only?: string[], rules?: AxeRules): Promise<Findings> {
  // Legacy mode: our pages have no frames, and it spares axe a second page.
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  if (only) axe.withRules(only)
  else axe.options({ rules: { 'target-size': { enabled: true } } })
  const { violations, passes, incomplete } = await axe.analyze()
  for (const { id } of passes) rules?.passed.add(id)
  for (const { id } of incomplete) rules?.unclear.add(id)
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${help} at ${target.join(' ')}${failureSummary ? `: ${failureSummary.replaceAll(/\s+/g, ' ')}` : ''}`,
    ),
  )
}

/**
 * Can the page be used by keyboard? The first press of Tab leads to the link that skips to the content; what
 * can be acted on takes the focus, shows it (WCAG 2.1.1, 2.4.7), and stands in the order of the page (2.4.3).
 */
export async function keyboardBarriers(page: Page): Promise<Findings> {
  await page.keyboard.press('Tab')
  return page.evaluate(() => {
    const found: string[] = []
    const called = (element: Element): string =>
      `<${element.tagName.toLowerCase()}> “${(element.textContent || element.getAttribute('name') || '').trim().slice(0, 40)}”`
    if (!document.activeElement?.matches('a[href="#saturs"]'))
      found.push('focus-order: the first press of Tab does not lead to the content')
    const shown = (element: HTMLElement): boolean => {
      const style = getComputedStyle(element)
      return (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'
    }
    for (const element of document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]')) {
      if (element.tabIndex > 0) found.push(`focus-order: ${called(element)} has a place of its own in the order`)
      if (element.tabIndex < 0 || !element.checkVisibility()) continue
      element.focus()
      if (document.activeElement !== element) found.push(`focus: ${called(element)} does not take the focus`)
      else if (!shown(element)) found.push(`focus-visible: ${called(element)} does not show the focus`)
    }
    return found
  })
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
