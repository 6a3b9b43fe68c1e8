import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withdrawEvidence } from '../../src/cycle/monitoring/withdrawEvidence.ts'
import { refusalOf, secretary } from '../../src/cycle/plan/testSupport.ts'
import { visitor } from '../../src/people/index.ts'
import { address } from '../../src/web/addresses.ts'
import { openSite, type Site, type SiteRole } from '../support/site.ts'
import { formsIn } from './browser.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

async function open(path: string, role: SiteRole = 'visitor', init: RequestInit = {}) {
  const answer = await fetch(site.url + path, {
    redirect: 'manual',
    ...init,
    headers: { cookie: await site.cookieOf(role), origin: site.url },
  })
  return { status: answer.status, html: await answer.text(), location: answer.headers.get('location') }
}

/** The demonstration's milestone 1.2 has a file and a link. */
const milestone = address('lv', 'updates', { plan: 'lv-3', number: 1, milestone: 2 })
const evidenceIn = async (): Promise<{ id: number; title: string; url: string | null; hash: string | null }[]> => {
  const { rows } = await site.execute(
    `select id, title, url, file_hash as hash from evidence where published_on is not null and update_id in (select u.id from "update" u join milestone m on m.id = u.milestone_id where m.number = 2) order by id`,
  )
  return rows as { id: number; title: string; url: string | null; hash: string | null }[]
}
const reason = 'Datnē bija dalībnieku tālruņu numuri.'

describe('published evidence', () => {
  it('is taken out of view by the secretariat: its file is served no more, its title and the reason stay', async () => {
    const found = (await evidenceIn()).find(({ hash }) => hash !== null)
    if (!found) throw new Error('the demonstration has no file')
    const file = address('lv', 'evidence', { id: found.id })
    expect((await open(file)).status).toBe(200)
    const form = address('lv', 'evidenceWithdraw', { id: found.id })
    expect((await open(milestone)).html).not.toContain(form)
    expect((await open(milestone, 'secretariat')).html).toContain(form)
    const page = await open(form, 'secretariat')
    const hidden = formsIn(page.html).find(({ action }) => action === form)?.hidden ?? {}
    const send = (values: Record<string, string>) =>
      open(form, 'secretariat', { method: 'POST', body: new URLSearchParams({ ...hidden, ...values }) })
    expect((await send({ reason: 'Vajag' })).html).toContain('Ierakstiet iemeslu, vismaz 10 rakstzīmes')
    expect((await send({ reason })).location).toBe(milestone)

    const gone = await open(file)
    expect([gone.status, gone.html.includes(reason)]).toEqual([410, true])
    for (const role of ['officer', 'secretariat'] as const) expect((await open(file, role)).status).toBe(410)
    for (const path of [milestone, address('lv', 'commitment', { plan: 'lv-3', number: 1 })]) {
      const { html } = await open(path)
      expect([path, html.includes(found.title), html.includes(reason), html.includes(`href="${file}"`)]).toEqual([path, true, true, false])
    }
    const report = await open(address('lv', 'report', { plan: 'lv-3' }))
    expect([report.html.includes(found.title), report.html.includes(file)]).toEqual([true, false])
    const csv = await open(address('lv', 'documentsCsv', { plan: 'lv-3' }))
    const row = Papa.parse<Record<string, string>>(csv.html, { header: true }).data.find(
      (one) => one['source'] === 'evidence' && one['id'] === String(found.id),
    )
    expect(row).toMatchObject({ content: 'withdrawn', sha256: '', file_name: '', withdrawn_on: '2019-09-10' })
    expect((await open('/lv/zurnals')).html).toContain('Pierādījums izņemts no apskates')
  })

  it('that is a link is not linked any more', async () => {
    const found = (await evidenceIn()).find(({ url }) => url !== null)
    if (!found?.url) throw new Error('the demonstration has no link')
    expect((await open(milestone)).html).toContain(found.url)
    await withdrawEvidence(site.house, secretary, found.id, { reason })
    for (const path of [milestone, address('lv', 'documents', { plan: 'lv-3' }), address('lv', 'report', { plan: 'lv-3' })])
      expect([path, (await open(path)).html.includes(found.url)]).toEqual([path, false])
  })

  it('is taken out once, and only where it is public', async () => {
    const [found] = await evidenceIn()
    const entries = async () => (await site.execute(`select count(*)::int as n from record_entry where act = 'withdrawEvidence'`)).rows
    const before = await entries()
    await withdrawEvidence(site.house, secretary, found?.id ?? 0, { reason: 'Otrreiz to pašu.' })
    expect((await refusalOf(() => withdrawEvidence(site.house, visitor, found?.id ?? 0, { reason }))).status).toBe(401)
    expect((await refusalOf(() => withdrawEvidence(site.house, secretary, 99_999, { reason }))).status).toBe(404)
    const { rows } = await site.execute(
      `insert into evidence (update_id, title, url, added_on) select update_id, 'Melnrakstā', 'https://example.org/m', added_on from evidence limit 1 returning id`,
    )
    const [draft] = rows as { id: number }[]
    expect((await refusalOf(() => withdrawEvidence(site.house, secretary, draft?.id ?? 0, { reason }))).status).toBe(404)
    expect(await entries()).toEqual(before)
  })
})
