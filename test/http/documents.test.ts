import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { append } from '../../src/record/index.ts'
import { address } from '../../src/web/addresses.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

const open = async (path: string): Promise<{ status: number; html: string }> => {
  const answer = await fetch(site.url + path)
  return { status: answer.status, html: await answer.text() }
}
const main = (html: string): string => html.slice(html.indexOf('<main'), html.indexOf('</main>'))
/** The words of a list's rows, one text a row. */
const rowsIn = (html: string): string[] => {
  const body = /<tbody>(.*)<\/tbody>/s.exec(main(html))?.[1] ?? ''
  return body
    .split('</tr>')
    .slice(0, -1)
    .map((row) =>
      row
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
}
const list = address('lv', 'documents', { plan: 'lv-3' })

describe('the repository of a plan', () => {
  it('tells what was published when, evidence of progress among it, and nothing that came later', async () => {
    const { html } = await open(list)
    const rows = rowsIn(html)
    expect(rows.map((row) => row.slice(0, 11))).toEqual([
      '10.09.2019.',
      '10.09.2019.',
      '01.09.2019.',
      '29.08.2019.',
      '29.08.2019.',
      '24.08.2019.',
      '10.11.2017.',
      '07.11.2017.',
    ])
    expect(rows[0]).toMatch(/pierādījums: 1\. apņemšanās, 2\. punkts .* CSV/)
    expect(rows[7]).toContain('latviešu · oficiālais teksts · saite: likumi.lv')
    expect(html).toContain('8 dokumenti un pierādījumi; pēdējais pievienots 10.09.2019.')
    expect(html).not.toContain('implementation-report')
  })

  it('is narrowed by kind, language and year, and sorted by the date of the document', async () => {
    expect(rowsIn((await open(`${list}?kind=act`)).html)).toHaveLength(1)
    expect(rowsIn((await open(`${list}?kind=evidence`)).html)).toHaveLength(4)
    expect(rowsIn((await open(`${list}?language=lv`)).html)).toHaveLength(2)
    expect(rowsIn((await open(`${list}?year=2017`)).html)).toHaveLength(2)
    const byDate = rowsIn((await open(`${list}?sort=dated`)).html)
    expect(byDate.map((row) => row.split(' ').at(-1))).toEqual([
      'septembris',
      '02.04.2019.',
      'gads',
      '31.12.2018.',
      '31.12.2018.',
      'novembris',
      '10.11.2017.',
      '07.11.2017.',
    ])
    expect(rowsIn((await open(`${list}?sort=dated&year=2018`)).html)).toHaveLength(3)
    expect((await open(`${list}?kind=minutes`)).html).toContain('Atlasei nekas neatbilst.')
  })

  it('leaves a filter that does not exist aside and says so; a page that is not there is refused', async () => {
    const { status, html } = await open(`${list}?kind=x&year=20190&language=tlh&sort=size`)
    expect(status).toBe(200)
    expect(rowsIn(html)).toHaveLength(8)
    expect(html).toContain('tā nav ņemta vērā')
    for (const query of ['page=2', 'page=0', 'page=x']) expect((await open(`${list}?${query}`)).status).toBe(404)
  })

  it('leads to a page of each document with a stable address', async () => {
    const { html } = await open(list)
    const [, href = ''] = /href="(\/lv\/plani\/lv-3\/dokumenti\/\d+)">„Latvijas/.exec(html) ?? []
    const page = await open(href)
    for (const text of ['oficiālā publikācija', 'Atvērt vietnē vestnesis.lv', 'oficiālais teksts', 'Pirmā redakcija', 'nav norādīta'])
      expect(page.html).toContain(text)
    for (const path of [href.replace('lv-3', 'lv-4'), `${href}0000`, `${list}/x`, `${list}/99999999999`])
      expect((await open(path)).status).toBe(404)
    // The reviewer's report of 2020 is there, but not yet.
    expect((await open(`${list}/5`)).status).toBe(404)
  })
})

/** The list as a parser that we did not write reads it. */
async function parsed(path: string): Promise<{ fields: string[]; rows: Record<string, string>[] }> {
  const answer = await fetch(site.url + path)
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="\w+(-lv-3)?-2019-09-10\.csv"/)
  const { data, errors, meta } = Papa.parse<Record<string, string>>(await answer.text(), { header: true, skipEmptyLines: false })
  expect(errors.filter(({ type }) => type !== 'FieldMismatch')).toEqual([])
  return { fields: meta.fields ?? [], rows: data.filter((row) => row['source']) }
}

describe('the list as CSV', () => {
  it('holds what the page holds, in the columns that the dictionary tells of', async () => {
    const { fields, rows } = await parsed(`${address('en', 'documentsCsv', { plan: 'lv-3' })}?sort=dated`)
    const dictionary = readFileSync(new URL('../../docs/data-dictionary.md', import.meta.url), 'utf8')
    const section = dictionary.slice(dictionary.indexOf('## List of documents'), dictionary.indexOf('## Sources'))
    expect(fields).toEqual([...section.matchAll(/^\| `(\w+)` /gm)].map(([, name]) => name))
    expect(rows.map((row) => [row['source'], row['document_date']])).toEqual([
      ['document', '2019-09'],
      ['evidence', '2019-04-02'],
      ['document', '2019'],
      ['evidence', '2018-12-31'],
      ['evidence', '2018-12-31'],
      ['evidence', '2018-11'],
      ['document', '2017-11-10'],
      ['document', '2017-11-07'],
    ])
    const gazette = rows.find((row) => row['kind'] === 'gazette')
    expect(gazette).toMatchObject({
      title_lv: '„Latvijas Vēstnesis”, Nr. 224, OP numurs 2017/224.5',
      language: 'lv',
      standing: 'official',
      licence: '',
    })
    const file = rows.find((row) => row['content'] === 'file')
    const stored = await fetch(`${site.url}/en/evidence/${file?.['id']}`)
    expect(file?.['bytes']).toBe(stored.headers.get('content-length'))
    expect(`"${file?.['sha256']}"`).toBe(stored.headers.get('etag'))
    for (const row of rows) expect((await fetch(row['page'] ?? '')).status).toBe(200)
  })

  it('is as narrow as the page it is downloaded from', async () => {
    expect((await parsed(`${address('lv', 'documentsCsv', { plan: 'lv-3' })}?kind=evidence&year=2019`)).rows).toHaveLength(4)
    expect((await parsed(address('lv', 'allDocumentsCsv'))).rows).toHaveLength(9)
  })
})

describe('thousands of documents', () => {
  beforeAll(async () => {
    // Many of one day, so that the order among them counts; every third without a date of its own.
    const recordSeq = await site.house.db.transaction((tx) =>
      append(tx, site.house.clock.now(), { actor: { role: 'secretariat', for: null }, act: 'tested', object: '/plans/lv-4', content: {} }),
    )
    await site.execute(`
      insert into document (plan_id, kind, title, dated, added_on, certainty, record_seq)
      select 'lv-4', 'minutes', jsonb_build_object('lv', jsonb_build_object('text', '=' || n || ';"ā",', 'state', 'original')),
        case when n % 3 = 0 then null else ('2018-0' || (1 + n % 9)) end, date '2019-01-01' + n / 500, 'demonstration', ${recordSeq}
      from generate_series(1, 3000) n`)
    await site.execute(`
      insert into document_version (document_id, number, published_on, record_seq)
      select id, 1, added_on, record_seq from document d where not exists (select 1 from document_version v where v.document_id = d.id)`)
  })

  it('stand on pages of fifty, each on one page only', async () => {
    const path = address('en', 'documents', { plan: 'lv-4' })
    const seen = new Set<string>()
    for (const page of [1, 2, 30, 61]) {
      const { html } = await open(`${path}?page=${page}`)
      expect(html).toContain(`Page ${page} of 61`)
      for (const [, id = ''] of main(html).matchAll(/documents\/(\d+)"/g)) {
        expect(seen.has(id)).toBe(false)
        seen.add(id)
      }
    }
    expect(seen.size).toBe(151)
    expect((await open(`${path}?page=62`)).status).toBe(404)
  })

  it.each(['added', 'dated'])('are all in the CSV, each once, with hostile titles whole, by the day %s', async (sort) => {
    const { rows } = await parsed(`${address('lv', 'allDocumentsCsv')}?kind=minutes&sort=${sort}`)
    expect(new Set(rows.map((row) => row['id'])).size).toBe(3000)
    expect(rows).toHaveLength(3000)
    expect(new Set(rows.map((row) => row['title_lv'])).has(`'=1;"ā",`)).toBe(true)
    const days = rows.map((row) => (sort === 'added' ? row['added_on'] : row['document_date']) ?? '')
    expect(days).toEqual([...days].sort().reverse())
  })
})
