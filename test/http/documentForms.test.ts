import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { address } from '../../src/web/addresses.ts'
import { invalidHtml } from '../support/lookAt.ts'
import { openSite, type Site, type SiteRole } from '../support/site.ts'
import { formsIn } from './browser.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

type Seen = { status: number; html: string; location: string | null; headers: Headers }
async function exchange(path: string, init: RequestInit = {}, role: SiteRole = 'secretariat'): Promise<Seen> {
  const answer = await fetch(site.url + path, {
    redirect: 'manual',
    ...init,
    headers: { cookie: await site.cookieOf(role), origin: site.url, ...(init.headers as Record<string, string> | undefined) },
  })
  return { status: answer.status, html: await answer.text(), location: answer.headers.get('location'), headers: answer.headers }
}

type Typed = Record<string, string | File | readonly File[]>
/** Fills in the form of a page as it stands there, hidden fields too, and sends it with its files. */
async function press(path: string, typed: Typed, from?: Seen): Promise<Seen> {
  const page = from ?? (await exchange(path))
  const form = formsIn(page.html).find(({ action }) => action === path)
  if (!form) throw new Error(`no form goes to ${path}`)
  const data = new FormData()
  for (const [name, value] of Object.entries({ ...form.hidden, ...typed }))
    for (const one of Array.isArray(value) ? value : [value]) data.append(name, one as string | File)
  return exchange(path, { method: 'POST', body: data })
}

/** What stands in a field of a page. */
function valueIn(html: string, name: string): string | null {
  const escaped = name.replaceAll('.', '\\.')
  const input = new RegExp(`<input(?=[^>]* name="${escaped}")[^>]*>`).exec(html)?.[0]
  if (input) return / value="([^"]*)"/.exec(input)?.[1] ?? ''
  const area = new RegExp(`<textarea[^>]* name="${escaped}"[^>]*>\\n?([^<]*)</textarea>`).exec(html)?.[1]
  if (area !== undefined) return area
  const select = new RegExp(`<select[^>]* name="${escaped}"[^>]*>(.*?)</select>`, 's').exec(html)?.[1]
  return select === undefined ? null : (/value="([^"]*)" selected/.exec(select)?.[1] ?? '')
}

const plan = { plan: 'lv-4' }
const newDocument = address('lv', 'documentNew', plan)
const newUpload = address('lv', 'uploadNew', plan)
const list = address('lv', 'documents', plan)
const csv = (name: string, content = 'a;b\n1;2\n') => new File([content], name)
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const good = {
  'title.lv': 'Diskusijas protokols',
  kind: 'minutes',
  language: 'lv',
  standing: 'official',
  licence: 'cc-by-4.0',
  organisation: 'vk',
}

/** Publishes a document and returns the address of its page. */
async function published(typed: Typed): Promise<string> {
  const { location, html } = await press(newDocument, { ...good, ...typed })
  if (!location) throw new Error(`it was not published: ${/<main.*<\/main>/s.exec(html)?.[0].replace(/<[^>]*>/g, ' ')}`)
  expect(location).toMatch(/^\/lv\/plani\/lv-4\/dokumenti\/\d+\?done=saved$/)
  return location.replace(/\?.*/, '')
}
const versionOf = (document: string) => document.replace('/plani/', '/sekretariats/plani/').concat('/redakcija')

describe('the secretariat', () => {
  it('publishes a file that everyone reads about, downloads and can verify', async () => {
    const content = 'vārds;balsis\nĀnija;7\n'
    const document = await published({ file: csv('../../protokols ā.csv', content), alternativeText: 'Balsu skaits: 7.' })
    const { html } = await exchange(document, {}, 'visitor')
    for (const text of [
      'Diskusijas protokols',
      'protokols ā.csv',
      sha256(content),
      'sha256sum',
      'CC BY 4.0',
      'Valsts kanceleja',
      'Balsu skaits: 7.',
    ])
      expect(html).toContain(text)
    const file = `${document}/redakcijas/1/datne`
    const { headers, html: body } = await exchange(file, {}, 'visitor')
    expect(body).toBe(content)
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/csv',
      'content-disposition': `attachment; filename="protokols a.csv"; filename*=UTF-8''protokols%20%C4%81.csv`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, no-cache',
      etag: `"${sha256(content)}"`,
    })
    expect((await exchange(file, { headers: { 'if-none-match': `W/"${sha256(content)}"` } }, 'visitor')).status).toBe(304)
    expect((await exchange(`${document}/redakcijas/1/alternativa`, {}, 'visitor')).html).toBe('Balsu skaits: 7.')
    for (const path of ['/redakcijas/2/datne', '/redakcijas/0/datne', '/redakcijas/1/x'])
      expect([path, (await exchange(document + path, {}, 'visitor')).status]).toEqual([path, 404])
    for (const [path, text] of [
      [list, 'Diskusijas protokols'],
      ['/lv/plani/lv-4/jaunumi.atom', 'Dokuments: Diskusijas protokols'],
      ['/lv/meklet?q=diskusiju+protokolos', 'Diskusijas'],
      ['/lv/zurnals', 'Publicēts dokuments'],
    ] as const)
      expect([path, (await exchange(path, {}, 'visitor')).html.includes(text)]).toEqual([path, true])
  })

  it('is told everything that is wrong, finds all that was typed, and need not send the file again', async () => {
    const typed = {
      'title.en': '<script>alert(1)</script>',
      'dated.day': '31',
      'dated.part': '11',
      'dated.year': '2019',
      url: 'www.mk.gov.lv',
      reason: '',
    }
    const refused = await press(newDocument, { ...typed, file: csv('dati.csv'), alternativeFile: new File(['MZ'], 'virus.exe') })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('„virus.exe”: Tāda veida datnes nepieņemam')
    expect(refused.html).not.toContain('<script>alert')
    expect(valueIn(refused.html, 'url')).toBe('www.mk.gov.lv')
    expect(refused.html).toMatch(/Jau saņemtas.*dati\.csv/s)
    const still = await press(newDocument, typed, refused)
    for (const id of ['dated', 'url', 'kind']) expect(still.html).toContain(`href="#${id}"`)
    expect(await invalidHtml(still.html)).toEqual([])
    const done = await press(newDocument, { ...good, 'title.lv': 'Saglabātā datne' }, still)
    expect(done.status).toBe(303)
    expect((await exchange(`${done.location?.replace(/\?.*/, '')}/redakcijas/1/datne`)).html).toBe('a;b\n1;2\n')
  })

  it('lets go of a file that was taken', async () => {
    const refused = await press(newDocument, { file: csv('nepareiza.csv') })
    const [, hash = ''] = /name="drop" value="([0-9a-f]{64})"/.exec(refused.html) ?? []
    const done = await press(newDocument, { ...good, drop: hash, text: 'Tikai teksts' }, refused)
    expect((await exchange(done.location ?? '')).html).not.toContain('nepareiza.csv')
  })

  it('sends a form twice and has it done once', async () => {
    const page = await exchange(newDocument)
    const [one, two] = [
      await press(newDocument, { ...good, text: 'Viens' }, page),
      await press(newDocument, { ...good, text: 'Viens' }, page),
    ]
    expect([one.status, two.status, two.location]).toEqual([303, 303, one.location])
  })

  it('adds a version; everyone sees word for word what changed, and why', async () => {
    const document = await published({ text: 'Plāna projektu saskaņo līdz 2019. gada 30. oktobrim.\nTad to iesniedz Ministru kabinetam.' })
    const form = versionOf(document)
    const text = 'Plāna projektu saskaņo līdz 2019. gada 15. novembrim.\nTad to iesniedz Ministru kabinetam.'
    expect((await press(form, { text, reason: 'īss' })).html).toContain('Ierakstiet, kas un kāpēc mainīts')
    expect((await press(form, { text, reason: 'Pagarināts saskaņošanas termiņš.', organisation: 'vk' })).status).toBe(303)
    const { html } = await exchange(document, {}, 'visitor')
    expect(html).toContain('Kas un kāpēc mainīts: Pagarināts saskaņošanas termiņš.')
    const differences = (await exchange(`${document}/atskiribas`, {}, 'visitor')).html.replace(/<span class="sr"[^>]*>[^<]*<\/span>/g, '')
    expect(differences).toContain('<del>30</del><ins>15</ins>')
    expect(differences).toContain('<del>oktobrim</del><ins>novembrim</ins>')
    expect(differences).toContain('Tad to iesniedz Ministru kabinetam.')
    for (const query of ['from=1&to=3', 'from=x', 'to=0']) expect((await exchange(`${document}/atskiribas?${query}`)).status).toBe(404)
    expect((await exchange('/lv/plani/lv-4/jaunumi.atom', {}, 'visitor')).html).toContain(
      'Dokumentam ir jauna redakcija: Diskusijas protokols',
    )
  })

  it('compares the words of plain files, in UTF-8 and in the old code page', async () => {
    const document = await published({ file: new File([new Uint8Array([0xf0, 0xe7, 0xee, 0xe7, 0x20, 0xf0, 0xe2])], 'vecs.txt') })
    const long = 'Šis teksts ir pietiekami garš, lai to salīdzinātu vārdu pa vārdam.'
    expect((await press(versionOf(document), { file: csv('jauns.txt', long), reason: 'Pārrakstīts citā kodējumā.' })).status).toBe(303)
    expect((await exchange(`${document}/atskiribas`)).html).toContain(long)
    await press(versionOf(document), { file: csv('vēl.txt', long.replace('garš', 'īss')), reason: 'Labots viens vārds tekstā.' })
    expect((await exchange(`${document}/atskiribas`)).html).toMatch(/<del>.*garš<\/del><ins>.*īss<\/ins>/s)
  })

  it('sees both texts when another was faster, loses nothing and can go on', async () => {
    const document = await published({ text: 'Sākums' })
    const form = versionOf(document)
    const page = await exchange(form)
    await press(form, { text: 'Ko publicēja pirmā', reason: 'Pirmās sekretāres labojums.' }, page)
    const late = { ...page, html: page.html.replace(/name="form" value="[^"]*"/, `name="form" value="${crypto.randomUUID()}"`) }
    const typed = { text: 'Ko ierakstīja otrā', reason: 'Otrās sekretāres labojums.', file: '' }
    const refused = await press(form, typed, late)
    expect(refused.status).toBe(409)
    const rows = refused.html.slice(refused.html.indexOf('<tbody>'), refused.html.indexOf('</tbody>'))
    for (const text of ['Ko publicēja pirmā', 'Ko ierakstīja otrā']) expect(rows).toContain(text)
    expect(await invalidHtml(refused.html)).toEqual([])
    expect((await press(form, typed, refused)).status).toBe(303)
    const edit = document.replace('/plani/', '/sekretariats/plani/')
    const editing = await exchange(edit)
    await press(edit, { ...good, 'title.lv': 'Pirmās nosaukums' }, editing)
    const other = { ...editing, html: editing.html.replace(/name="form" value="[^"]*"/, `name="form" value="${crypto.randomUUID()}"`) }
    expect((await press(edit, { ...good, 'title.lv': 'Otrās nosaukums' }, other)).html).toMatch(/Pirmās nosaukums.*Otrās nosaukums/s)
    expect((await exchange(document, {}, 'visitor')).html).toContain('Pirmās nosaukums')
  })

  it('takes a file out of view: it is served no more, and everyone reads why', async () => {
    const secret = 'Jānis Zīlīte, tālrunis 20000000'
    const document = await published({ text: secret, alternativeFile: csv('tas-pats.csv', secret) })
    expect((await exchange('/lv/meklet?q=zīlīte', {}, 'visitor')).html).toContain('Diskusijas protokols')
    const [, form = ''] = /href="([^"]*\/iznemt)"/.exec((await exchange(document)).html) ?? []
    expect((await press(form, { reason: 'Vajag' })).html).toContain('Ierakstiet iemeslu')
    expect((await press(form, { reason: 'Dokumentā bija personas dati.' })).location).toBe(`${document}?done=saved`)
    for (const path of [
      document,
      `${document}/redakcijas/1/datne`,
      `${document}/redakcijas/1/alternativa`,
      '/lv/plani/lv-4/jaunumi.json',
      list,
    ]) {
      const { html } = await exchange(path, {}, 'visitor')
      expect([path, html.includes('Zīlīte')]).toEqual([path, false])
    }
    const gone = await exchange(`${document}/redakcijas/1/datne`, {}, 'visitor')
    expect([gone.status, gone.html.includes('Dokumentā bija personas dati.')]).toEqual([410, true])
    expect((await exchange(document, {}, 'visitor')).html).toContain('Dokumentā bija personas dati.')
    expect((await exchange('/lv/meklet?q=zīlīte', {}, 'visitor')).html).not.toContain('Diskusijas protokols')
    expect((await exchange(form)).status).toBe(404)
    expect((await exchange(document)).html).not.toContain('/iznemt')
  })
})

describe('many files at once', () => {
  it('wait until what is said of each is put right; a refused one does not lose the others', async () => {
    const files = [
      csv('sēdes_protokols_2019-09-16.csv', 'a'),
      new File(['MZ'], 'launagais.exe'),
      csv('Darba-kartiba-20191030.csv', 'b'),
      csv('<b>.csv', 'c'),
    ]
    const refused = await press(newUpload, { files, kind: 'minutes', language: 'lv' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('„launagais.exe”: Tāda veida datnes nepieņemam')
    for (const name of ['sēdes_protokols_2019-09-16.csv', 'Darba-kartiba-20191030.csv']) expect(refused.html).toContain(name)
    expect(await invalidHtml(refused.html)).toEqual([])
    const { location } = await press(newUpload, { kind: 'minutes', language: 'lv' }, refused)
    const page = await exchange(location ?? '')
    expect(await invalidHtml(page.html)).toEqual([])
    expect(valueIn(page.html, 'd1.title.lv')).toBe('Sēdes protokols 2019-09-16')
    expect([valueIn(page.html, 'd1.dated.day'), valueIn(page.html, 'd1.dated.part'), valueIn(page.html, 'd1.dated.year')]).toEqual([
      '16',
      '09',
      '2019',
    ])
    expect(valueIn(page.html, 'd2.kind')).toBe('minutes')
    expect((await exchange(list, {}, 'visitor')).html).not.toContain('Darba kartiba')

    // Every button saves; one takes the third out.
    const titles = { 'd1.title.lv': 'Sēdes protokols', 'd2.title.lv': '', 'd3.title.lv': 'Lieks' }
    const kept = { ...titles, 'd1.kind': 'minutes', 'd2.kind': 'agenda', 'd1.language': 'lv', 'd2.language': 'lv' }
    const removed = await press(location ?? '', { ...kept, action: 'remove-3' }, page)
    expect(removed.location).toBe(`${location}?done=removed`)
    const again = await exchange(location ?? '')
    expect([valueIn(again.html, 'd2.kind'), valueIn(again.html, 'd3.title.lv')]).toEqual(['agenda', null])
    const wrong = await press(location ?? '', { ...kept, action: 'publish' }, again)
    expect([wrong.status, valueIn(wrong.html, 'd1.title.lv')]).toEqual([422, 'Sēdes protokols'])
    expect(wrong.html).toContain('href="#d2-title-lv"')
    const done = await press(location ?? '', { ...kept, 'd2.title.lv': 'Darba kārtība', licence: 'cc0-1.0', action: 'publish' }, wrong)
    expect(done.location).toBe(`${list}?done=2`)
    const seen = await exchange(list, {}, 'visitor')
    for (const title of ['Sēdes protokols', 'Darba kārtība']) expect(seen.html).toContain(title)
    expect(seen.html).not.toContain('Lieks')
    expect((await exchange(location ?? '')).status).toBe(404)
  })

  it('that nobody has put right yet are found again, and two people do not overwrite each other', async () => {
    const { location } = await press(newUpload, { files: [csv('viens.csv'), csv('divi.csv', 'x')] })
    expect((await exchange(newUpload)).html).toContain(location)
    const page = await exchange(location ?? '')
    await press(location ?? '', { 'd1.title.lv': 'Pirmās', action: 'save' }, page)
    const late = { ...page, html: page.html.replace(/name="form" value="[^"]*"/, `name="form" value="${crypto.randomUUID()}"`) }
    const refused = await press(location ?? '', { 'd1.title.lv': 'Otrās', action: 'save' }, late)
    expect(refused.status).toBe(409)
    expect(refused.html).toMatch(/viens\.csv: Nosaukums latviski.*Pirmās.*Otrās/s)
    expect(valueIn((await exchange(location ?? '')).html, 'd1.title.lv')).toBe('Pirmās')
  })

  it('are taken up to fifty; none and an empty one are told', async () => {
    const many = Array.from({ length: 53 }, (_, index) => csv(`datne-${index}.csv`, `nr;${index}`))
    const refused = await press(newUpload, { files: many })
    expect(refused.html).toContain('Datņu ir par daudz: vienā reizē pieņemam 50.')
    const { location } = await press(newUpload, {}, refused)
    expect((await exchange(location ?? '')).html.match(/name="d\d+\.title\.lv"/g)).toHaveLength(50)
    expect((await press(newUpload, {})).html).toContain('Izvēlieties vismaz vienu datni.')
    expect((await press(newUpload, { files: [csv('tuksa.csv', '')] })).html).toContain('„tuksa.csv”: Datne ir tukša.')
  })
})

describe('nobody else', () => {
  const forms = ['jauns', '1', '1/redakcija', '1/redakcijas/1/iznemt'].map((rest) => `/lv/sekretariats/plani/lv-3/dokumenti/${rest}`)
  it.each([...forms, newUpload])('may use %s', async (path) => {
    for (const role of ['visitor', 'officer', 'representative', 'administrator'] as const) {
      const body = new URLSearchParams({ form: crypto.randomUUID(), version: '1', reason: 'Pietiekami garš iemesls.', text: 'a', ...good })
      const answers = [await exchange(path, {}, role), await exchange(path, { method: 'POST', body }, role)]
      for (const { status } of answers) expect([401, 403, 303]).toContain(status)
    }
    const { rows } = await site.execute(`select count(*)::int as n from document_version where document_id = 1`)
    expect(rows).toEqual([{ n: 1 }])
  })
})
