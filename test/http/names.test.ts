import { type DOMReadyEvent, HtmlValidate, Rule, StaticConfigLoader, staticResolver } from 'html-validate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { routes } from '../../src/app.tsx'
import { addressOf, examples } from '../pages/examples.ts'
import { openSite, type Site } from '../support/site.ts'

/** Names of things; here they are left in Latvian alone. */
const names: Readonly<Record<string, readonly string[]>> = {
  plan: ['title', 'short_title'],
  commitment: ['title'],
  milestone: ['title'],
  phase: ['title', 'label'],
  deadline: ['title'],
  organisation_name: ['name'],
  event_version: ['title'],
}

let site: Site
const latvian = new Set<string>()
beforeAll(async () => {
  site = await openSite()
  for (const [table, columns] of Object.entries(names))
    for (const column of columns) {
      await site.execute(`update ${table} set ${column} = jsonb_build_object('lv', ${column}->'lv') where ${column} is not null`)
      const { rows } = await site.execute(`select distinct ${column}->'lv'->>'text' as name from ${table} where ${column} is not null`)
      for (const { name } of rows as { name: string }[]) latvian.add(name)
    }
})
afterAll(() => site?.close())

/** The name alone: a page's title has the site's name behind it and may have a kind of thing before it. */
const alone = (text: string): string =>
  text
    .trim()
    .replace(/ – Koprade$/, '')
    .replace(/^(Commitment|Milestone) \d+: /, '')

/** An element whose text is a Latvian name and nothing else tells that it is Latvian (WCAG 3.1.2); inside a sentence proper names need not. */
class NamesTellTheirLanguage extends Rule {
  setup(): void {
    this.on('dom:ready', ({ document }: DOMReadyEvent) => {
      document.visitDepthFirst((element) => {
        const words = element.childNodes.filter((node) => node.nodeName === '#text').map((node) => node.textContent.trim())
        if (words.some((text) => latvian.has(alone(text))) && element.closest('[lang]')?.getAttributeValue('lang') !== 'lv')
          this.report(element, `<${element.nodeName}> does not tell that this is Latvian: ${words.join('')}`)
      })
    })
  }
}

const plugin = { name: 'names', rules: { 'names-tell-their-language': NamesTellTheirLanguage } }
const validator = new HtmlValidate(
  new StaticConfigLoader([staticResolver({ plugins: { names: plugin } })], {
    root: true,
    plugins: ['names'],
    rules: { 'names-tell-their-language': 'error' },
  }),
)

const pages = routes
  .filter(({ method }) => method === 'GET')
  .flatMap(({ name }) =>
    (examples[name] ?? []).map((example) => ({ path: addressOf('en', name, example), role: example.seenBy[0] ?? 'visitor' })),
  )

it.each(pages)('$path tells the language of Latvian names', async ({ path, role }) => {
  const answer = await fetch(site.url + path, { headers: { cookie: await site.cookieOf(role) } })
  const { results } = await validator.validateString(await answer.text())
  expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
})
