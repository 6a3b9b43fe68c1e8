// Looks at every page in both languages as the browser tests do, and writes down what was found, for the
// accessibility statement: npm run accessibility
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { checks, parseResults, type Results } from '../src/accessibility/results.ts'
import { routes } from '../src/app.tsx'
import { dayInRiga } from '../src/platform/clock.ts'
import { languages } from '../src/platform/languages/languages.ts'
import { addressOf, examples } from '../test/pages/examples.ts'
import { openBrowser } from '../test/support/browser.ts'
import type { AxeRules } from '../test/support/lookAt.ts'
import { lookAtPage } from '../test/support/lookAtPage.ts'
import { openSite } from '../test/support/site.ts'

const { resolve: find } = createRequire(import.meta.url)

/** The version of an installed package. */
function versionOf(name: string): string {
  for (let folder = dirname(find(name)); ; folder = dirname(folder)) {
    const manifest = readManifest(resolve(folder, 'package.json'))
    if (manifest?.name === name) return manifest.version
  }
}

function readManifest(path: string): { name: string; version: string } | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

const [site, browser] = await Promise.all([openSite(), openBrowser()])
/** By check and rule: the pages on which it found something. */
const found = new Map(checks.map((check) => [check, new Map<string, Set<string>>()]))
const rules: AxeRules = { passed: new Set(), unclear: new Set() }
const withPage = [...new Set(routes.filter(({ method }) => method === 'GET').map(({ name }) => name))].filter((name) => examples[name])
let pages = 0
try {
  for (const language of languages)
    for (const name of withPage)
      for (const example of examples[name] ?? []) {
        const path = addressOf(language, name, example)
        const context = await site.open(browser, example.seenBy[0] ?? 'visitor')
        // What looks at a page is compiled here with names kept, for which the compiler calls this.
        await context.addInitScript('globalThis.__name = (named) => named')
        const looked = await lookAtPage(await context.newPage(), site.url + path, language)
        await context.close()
        if (looked.status !== (example.status ?? 200)) throw new Error(`${path} answers ${looked.status}`)
        pages += 1
        for (const kind of ['passed', 'unclear'] as const) for (const rule of looked.rules[kind]) rules[kind].add(rule)
        for (const check of checks)
          for (const line of looked.findings[check]) {
            const rule = line.split(':', 1)[0] ?? line
            const known = found.get(check)
            known?.set(rule, (known.get(rule) ?? new Set()).add(path))
            console.log(`${path}: ${line}`)
          }
        console.log(path)
      }
  const failed = new Set([...found.values()].flatMap((ofRule) => [...ofRule.keys()]))
  const results: Results = {
    checkedOn: dayInRiga(new Date()),
    tools: [
      ...['axe-core', 'html-validate'].map((name) => ({ name, version: versionOf(name) })),
      { name: 'Chromium', version: browser.version() },
    ],
    languages: [...languages],
    addresses: withPage,
    withoutExample: Object.entries(examples).flatMap(([name, some]) => (some ? [] : [name])),
    pages,
    checks: checks.map((check) => ({
      check,
      findings: [...(found.get(check) ?? [])].map(([rule, on]) => ({ rule, pages: [...on].sort() })),
    })),
    rules: { passed: [...rules.passed].filter((rule) => !failed.has(rule)).length, unclear: [...rules.unclear].sort() },
  }
  writeFileSync(resolve(import.meta.dirname, '../src/accessibility/results.json'), `${JSON.stringify(parseResults(results), null, 2)}\n`)
} finally {
  await browser.close()
  await site.close()
}
process.exit(0)
