import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { appendTestAct } from '../support/record.ts'
import { openSite, type Site } from '../support/site.ts'

// A country with many institutions and many commitments on one topic: each list shows a part and leads to the rest.
let site: Site
beforeAll(async () => {
  site = await openSite()
  const seq = await appendTestAct(site.house)
  await site.execute(`
    insert into organisation (id, sector, record_seq) select 'novads-' || n, 'municipality', ${seq} from generate_series(100, 219) n;
    insert into organisation_name (organisation_id, name)
      select 'novads-' || n, jsonb_build_object('lv', jsonb_build_object('text', 'Čiekuru novads ' || n, 'state', 'original'),
        'en', jsonb_build_object('text', 'Cone Municipality ' || n, 'state', 'checked')) from generate_series(100, 219) n;
    insert into organisation_name (organisation_id, name, valid_from)
      select 'novads-100', '{"lv": {"text": "Zvaniņu novads", "state": "original"}}', '2019-01-01';
    insert into organisation_name (organisation_id, name, valid_from)
      select 'novads-101', '{"lv": {"text": "Vēlākais novads", "state": "original"}}', '2030-01-01';
    insert into commitment_party (commitment_id, organisation_id, part, position, certainty)
      select c.id, 'novads-' || n, 'partner', n, 'seen'
      from commitment c, generate_series(100, 219) n where c.plan_id = 'lv-3' and c.number = 1;
    insert into commitment (plan_id, number, title, "values", certainty, record_seq)
      select 'lv-3', n, jsonb_build_object('lv', jsonb_build_object('text', 'Daudzā ' || n, 'state', 'original')),
        array['civic-participation'], 'seen', ${seq} from generate_series(100, 139) n`)
})
afterAll(() => site?.close())

async function read(path: string): Promise<{ status: number; html: string; text: string }> {
  const answer = await fetch(site.url + path, { redirect: 'manual' })
  const all = await answer.text()
  const html = all.slice(all.indexOf('<main'), all.indexOf('<footer'))
  return { status: answer.status, html, text: html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ') }
}

const linked = (html: string, pattern: RegExp): string[] => [...html.matchAll(pattern)].map(([, name = '']) => name)

/** What all pages of a list link to, and how many pages there are. */
async function throughPages(path: string, pattern: RegExp): Promise<{ names: string[]; pages: number }> {
  const names: string[] = []
  for (let next: string | undefined = path, pages = 1; ; pages += 1) {
    const { html, status }: { html: string; status: number } = await read(next)
    expect([next, status]).toEqual([next, 200])
    names.push(...linked(html, pattern))
    next = /<a rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
    if (!next) return { names, pages }
  }
}

describe('the institutions', () => {
  const institution = /<a href="\/lv\/institucijas\/[^"]+">([^<]+)<\/a>/g

  it('stand on pages, all of them once, by their names of today in Latvian order', async () => {
    const { names, pages } = await throughPages('/lv/institucijas', institution)
    expect(pages).toBeGreaterThan(4)
    expect(names).toEqual([...names].sort(new Intl.Collator('lv').compare))
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => name.startsWith('Čiekuru'))).toHaveLength(119)
    expect(names).toContain('Zvaniņu novads')
    expect(names).not.toContain('Čiekuru novads 100')
    expect(names).not.toContain('Vēlākais novads')
    expect((await read(`/lv/institucijas?page=${pages + 1}`)).status).toBe(404)
  })

  it('keep their sector from page to page, and in English stand in its order', async () => {
    const { names, pages } = await throughPages('/lv/institucijas?sector=municipality', institution)
    expect([names.length, pages]).toEqual([120, 5])
    const english = await throughPages(
      '/en/institutions?sector=municipality',
      /<a href="\/en\/institutions\/[^"]+">(?:<span[^>]*>)?([^<]+)</g,
    )
    expect(english.names).toHaveLength(120)
    expect(english.names).toEqual([...english.names].sort(new Intl.Collator('en').compare))
  })
})

describe('a topic', () => {
  it('has all its commitments on pages, and says how many they are', async () => {
    const { text } = await read('/lv/temas/civic-participation')
    const { names, pages } = await throughPages('/lv/temas/civic-participation', /<a href="(\/lv\/plani\/[\w-]+\/apnemsanas\/\d+)">/g)
    expect(pages).toBeGreaterThan(2)
    expect(text).toContain(`${names.length} apņemšan`)
    expect(new Set(names).size).toBe(names.length)
    expect((await read(`/lv/temas/civic-participation?page=${pages + 1}`)).status).toBe(404)
  })
})

describe('a search among very many institutions', () => {
  const search = (institution: string) => read(`/lv/meklet?q=valsts&kind=commitment&institution=${encodeURIComponent(institution)}`)
  const found = (html: string): string[] => linked(html.split('</form>')[1] ?? '', /<h3><a href="([^"]+)"/g)

  it('takes the name of one, as it is typed, or its identifier in an address', async () => {
    const byId = await search('fm')
    expect(byId.html).toMatch(/<input[^>]*name="institution"[^>]*value="Finanšu ministrija"/)
    expect(found(byId.html)).toContain('/lv/plani/lv-3/apnemsanas/5')
    for (const typed of ['Finanšu ministrija', 'finanšu ministrija', 'finansu ministrijai'])
      expect([typed, found((await search(typed)).html)]).toEqual([typed, found(byId.html)])
  })

  it('asks which one is meant where several fit', async () => {
    const { html, text } = await search('Čiekuru')
    expect(text).toContain('Izvēlieties vienu')
    const links = linked(html, /<a href="(\/lv\/meklet\?q=valsts&amp;kind=commitment&amp;institution=novads-\d+)"/g)
    expect(links.length).toBeGreaterThan(1)
    expect((await read((links[0] ?? '').replaceAll('&amp;', '&'))).text).not.toContain('Izvēlieties vienu')
  })

  it('says that nobody is called so', async () => {
    for (const typed of ['Qqqqqq', '!!', `${'ž'.repeat(900)}`])
      expect((await search(typed)).text).toContain('Adresē bija atlase, kādas nav')
  })
})
