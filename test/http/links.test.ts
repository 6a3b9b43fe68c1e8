import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { loadDemonstration } from '../../src/demonstration/index.ts'
import { checkLinks, findLinks } from '../../src/links/index.ts'
import type { Answer } from '../../src/platform/links/askAddress.ts'
import { address } from '../../src/web/addresses.ts'
import { openSite, type Site, type SiteRole } from '../support/site.ts'

const there: Answer = { state: 'there', problem: null, asIfCutOff: false }
const gone: Answer = { state: 'gone', problem: '404', asIfCutOff: false }
const forbidden: Answer = { state: 'unclear', problem: '403', asIfCutOff: false }

let site: Site
/** The site as one server process has it, which keeps the pages that it has drawn. */
let app: ReturnType<typeof createApp>
let document: { id: number; url: string }
let evidence: { url: string }
beforeAll(async () => {
  site = await openSite(loadDemonstration, { KOPRADE_CHECK_LINKS: '1' })
  const first = async (statement: string) => (await site.execute(statement)).rows[0]
  document = (await first(
    `select v.document_id as id, c.url from document_content c join document_version v on v.id = c.version_id
     join document d on d.id = v.document_id
     where c.url is not null and d.plan_id = 'lv-3' and d.added_on <= '2019-09-10' order by v.id limit 1`,
  )) as typeof document
  evidence = (await first(
    `select e.url from evidence e join "update" u on u.id = e.update_id join milestone m on m.id = u.milestone_id
     join commitment c on c.id = m.commitment_id
     where e.url is not null and e.published_on is not null and c.number = 1 and m.number = 2`,
  )) as typeof evidence
  await findLinks(site.house)
  await site.execute('delete from link where not address = any($1)', [[document.url, evidence.url]])
  app = createApp(site.house)
})
afterAll(() => site?.close())

async function open(path: string, role: SiteRole = 'visitor') {
  const answer = await app.request(path, { headers: { cookie: await site.cookieOf(role) } })
  return { status: answer.status, html: await answer.text() }
}
const main = (html: string): string => html.slice(html.indexOf('<main'), html.indexOf('</main>'))
const times = (html: string, words: string): number => main(html).split(words).length - 1

/** A round in which both links are due and answer as told. Nobody is asked. */
async function round(answers: Readonly<Record<string, Answer>>): Promise<void> {
  await site.execute(`update link set next_check_at = '2019-01-01'`)
  await checkLinks(site.house, { ask: async (url) => answers[url] ?? there, pause: 0, isStopping: () => false })
}
const [documentPage, list, all, milestone, commitment, report] = [
  () => address('lv', 'document', { plan: 'lv-3', document: document.id }),
  () => address('lv', 'documents', { plan: 'lv-3' }),
  () => address('lv', 'allDocuments'),
  () => address('lv', 'updates', { plan: 'lv-3', number: 1, milestone: 2 }),
  () => address('lv', 'commitment', { plan: 'lv-3', number: 1 }),
  () => address('lv', 'report', { plan: 'lv-3' }),
]
const WORDS = 'Saite nedarbojas kopš 10.09.2019.'
const csvRows = async () =>
  Papa.parse<Record<string, string>>((await open(address('en', 'documentsCsv', { plan: 'lv-3' }))).html, {
    header: true,
    skipEmptyLines: true,
  }).data
const links = address('lv', 'links')

describe('a link that leads nowhere any more', () => {
  it('says so, and since when, wherever it stands; a page that was kept does too, and no longer once it answers again', async () => {
    const pages = [documentPage, list, all, milestone, commitment, report].map((path) => path())
    const counts = async () => Promise.all(pages.map(async (path) => times((await open(path)).html, WORDS)))
    expect(await counts()).toEqual([0, 0, 0, 0, 0, 0])
    for (const _ of [1, 2]) await round({ [document.url]: gone, [evidence.url]: gone })
    expect(await counts()).toEqual([0, 0, 0, 0, 0, 0])
    await round({ [document.url]: gone, [evidence.url]: gone })
    // The document's page says it at the top and beside the version.
    expect(await counts()).toEqual([2, 2, 2, 1, 1, 1])
    expect((await open(address('en', 'document', { plan: 'lv-3', document: document.id }))).html).toContain('Link dead since 10 Sep 2019')
    const dead = (await csvRows()).filter((row) => row.link_dead_since === '2019-09-10').map((row) => row.address)
    expect(dead.sort()).toEqual([document.url, evidence.url].sort())
    await round({ [document.url]: there, [evidence.url]: forbidden })
    expect(await counts()).toEqual([0, 0, 0, 0, 0, 0])
    expect((await csvRows()).every((row) => row.link_dead_since === '')).toBe(true)
  })

  it('is told in the public record in words', async () => {
    const { html } = await open(address('lv', 'record'))
    expect(html).toContain('Konstatēts, ka saite nedarbojas')
    expect(html).toContain('Konstatēts, ka saite atkal atbild')
  })

  it('stands in the secretariat’s list with what names it, and so does what is unclear', async () => {
    for (const _ of [1, 2, 3]) await round({ [document.url]: gone, [evidence.url]: forbidden })
    expect((await open(address('lv', 'manage'), 'secretariat')).html).toContain(`href="${links}"`)
    const dead = main((await open(links, 'secretariat')).html)
    expect(dead).toContain(`href="${document.url}"`)
    expect(dead).toContain('lapas nav (404)')
    expect(dead).toContain(`href="${documentPage()}"`)
    expect(dead).not.toContain(evidence.url)
    const unclear = main((await open(`${links}?list=unclear`, 'secretariat')).html)
    expect(unclear).toContain(`href="${evidence.url}"`)
    expect(unclear).toContain('programmām neatbild vai prasa ieiet (403)')
    expect(unclear).toContain(`href="${milestone()}"`)
    expect(unclear).not.toContain('Saites nepārbauda')
    expect((await open(`${links}?page=2`, 'secretariat')).status).toBe(404)
  })

  it('is for the secretariat alone to look through', async () => {
    for (const role of ['officer', 'administrator', 'participant'] as const) expect((await open(links, role)).status).toBe(403)
    expect((await open(links)).status).not.toBe(200)
    expect((await open(address('lv', 'manage'), 'administrator')).html).not.toContain(`href="${links}"`)
  })

  it('is not called dead where nobody checks links: the secretariat reads that they are not checked', async () => {
    const { configuration } = site.house
    const off = createApp({ ...site.house, configuration: { ...configuration, checkLinks: false } })
    const page = async (path: string) => (await off.request(path, { headers: { cookie: await site.cookieOf('secretariat') } })).text()
    expect(times(await page(documentPage()), WORDS)).toBe(0)
    expect(await page(links)).toContain('Saites nepārbauda')
  })
})
