import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { languages } from '../../src/platform/languages/languages.ts'
import { address } from '../../src/web/addresses.ts'
import { invalidHtml } from '../support/lookAt.ts'
import { openSite, type Site, type SiteRole } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

type Seen = { status: number; html: string; location: string | null; headers: Headers }

async function exchange(path: string, init: RequestInit = {}, role: SiteRole = 'officer'): Promise<Seen> {
  const answer = await fetch(site.url + path, {
    redirect: 'manual',
    ...init,
    headers: { cookie: await site.cookieOf(role), origin: site.url, ...(init.headers as Record<string, string> | undefined) },
  })
  return { status: answer.status, html: await answer.text(), location: answer.headers.get('location'), headers: answer.headers }
}

const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

/** The value of a field as the page gives it back. */
function valueIn(html: string, name: string): string | null {
  const rest = '(?:[^>"]|"[^"]*")*'
  const input = new RegExp(`<input(?=${rest} name="${name.replace('.', '\\.')}")${rest}>`).exec(html)?.[0]
  if (input) return unescaped(/ value="([^"]*)"/.exec(input)?.[1] ?? '')
  const area = new RegExp(`<textarea[^>]* name="${name}"[^>]*>\\n?([^<]*)</textarea>`).exec(html)?.[1]
  return area === undefined ? null : unescaped(area)
}

const part = (language: 'lv' | 'en') => (values: Record<string, string | number>, name: 'updateForm' | 'updatePreview') =>
  address(language, name, values as never)
/** Milestones of commitments led by the State Chancellery that nobody has reported on, one for each test. */
const free = ['1/3', '2/1', '2/2', '6/1', '6/2', '6/3', '6/4', '7/1', '7/2', '8/1', '8/2', '8/3']
let place: { plan: string; number: string; milestone: string; organisation: string; period: number }
beforeEach(() => {
  const [number = '', milestone = ''] = (free.shift() ?? '').split('/')
  place = { plan: 'lv-3', number, milestone, organisation: 'vk', period: 2 }
})
const form = (language: 'lv' | 'en' = 'lv') => part(language)(place, 'updateForm')
const preview = (language: 'lv' | 'en' = 'lv') => part(language)(place, 'updatePreview')
const milestonePage = () => address('lv', 'updates', { plan: 'lv-3', number: place.number, milestone: place.milestone })

const good = {
  state: 'substantial',
  text: 'Lielākā daļa solītā ir izdarīta.',
  evidenceTitle: 'Pārskats',
  evidenceUrl: 'https://example.org/parskats',
}
type Typed = Record<string, string | File>

/** Fills in the form as it stands now, or as an earlier page gave it, and presses a button. */
async function press(action: string, typed: Typed, path = form(), from: Seen | null = null): Promise<Seen> {
  const page = from ?? (await exchange(path))
  const data = new FormData()
  data.set('form', valueIn(page.html, 'form') ?? '')
  data.set('version', valueIn(page.html, 'version') ?? '')
  for (const [name, value] of Object.entries({ ...typed, action })) data.set(name, value)
  return exchange(path, { method: 'POST', body: data })
}

/** Presses the button of the preview. */
async function publish(path = preview(), from: Seen | null = null): Promise<Seen> {
  const page = from ?? (await exchange(path))
  const values = Object.fromEntries(['form', 'version', 'evidence'].map((name) => [name, valueIn(page.html, name) ?? '']))
  return exchange(path, { method: 'POST', body: new URLSearchParams(values) })
}

const incoming = () => {
  const folder = join(site.house.configuration.dataDirectory, 'files', 'incoming')
  return existsSync(folder) ? readdirSync(folder) : []
}

describe('an officer', () => {
  it('writes, adds evidence, previews and publishes; everyone reads it', async () => {
    expect((await press('save', { state: 'limited', text: 'Sākums' })).location).toBe(`${form()}?done=saved`)
    expect(valueIn((await exchange(form())).html, 'text')).toBe('Sākums')
    const file = new File(['gads;skaits\n2019;7\n'], 'ā skaits.csv')
    const added = await press('add', { ...good, file })
    expect(added.location).toBe(`${form()}?done=added#evidence`)
    const page = (await exchange(form())).html
    expect(page).toContain('Pārskats')
    expect(page).toContain('ā skaits.csv')
    expect((await press('preview', { state: good.state, text: good.text })).location).toBe(preview())
    const seen = await exchange(preview())
    expect(seen.html).toContain(good.text)
    expect((await exchange(milestonePage(), {}, 'visitor')).html).not.toContain(good.text)
    expect((await publish()).location).toBe(`${milestonePage()}?done=published`)
    const published = (await exchange(milestonePage(), {}, 'visitor')).html
    for (const text of [good.text, 'Pārskats', 'ā skaits.csv', 'demonstrācija']) expect(published).toContain(text)
    expect((await exchange('/lv/mani-darbi')).html).toContain(form())
  })

  it('removes evidence without losing what was typed', async () => {
    await press('add', good)
    const [, remove = ''] = /value="(remove-\d+)"/.exec((await exchange(form())).html) ?? []
    expect((await press(remove, { text: 'Ierakstīts tikmēr' })).location).toBe(`${form()}?done=removed#evidence`)
    const { html } = await exchange(form())
    expect(html).not.toContain('Pārskats')
    expect(valueIn(html, 'text')).toBe('Ierakstīts tikmēr')
  })

  it('is told all that is wrong at once, in the language of the page, and finds everything typed', async () => {
    const typed = {
      state: 'complete',
      'actualStart.year': '2019',
      'actualEnd.day': '31',
      'actualEnd.part': '12',
      'actualEnd.year': '2018',
      text: '',
      evidenceTitle: 'Protokols',
      evidenceUrl: 'www.mk.gov.lv',
      percentage: '300',
    }
    for (const language of languages) {
      const { status, html } = await press('preview', typed, form(language))
      expect(status).toBe(422)
      for (const id of ['percentage', 'actualEnd', 'text', 'evidenceUrl']) expect(html).toContain(`href="#${id}"`)
      expect(html).toContain(language === 'lv' ? 'Pabeigts pirms sākuma' : 'Finished before it was started')
      for (const [name, value] of Object.entries(typed))
        if (!['state', 'actualEnd.part'].includes(name)) expect([name, valueIn(html, name)]).toEqual([name, value])
      expect(html).toMatch(/<input[^>]*value="complete"[^>]*checked/)
      expect(await invalidHtml(html)).toEqual([])
    }
  })

  it('can’t publish complete without evidence', async () => {
    const { status, html } = await press('preview', { state: 'complete', text: 'Viss', 'actualEnd.year': '2018' })
    expect(status).toBe(422)
    expect(html).toContain('href="#evidence"')
    expect(html).toContain('id="evidence"')
  })

  it('finds markup and paths in every field as text', async () => {
    const hostile = '<script>alert(1)</script> ../../etc/passwd'
    const typed = Object.fromEntries(
      ['state', 'percentage', 'text', 'delayReason', 'nextSteps', 'actualStart.year', 'actualEnd.day', 'evidenceTitle', 'evidenceUrl'].map(
        (name) => [name, hostile],
      ),
    )
    const refused = await press('preview', typed)
    expect(refused.status).toBe(422)
    expect(refused.html).not.toContain('<script>alert')
    for (const name of ['percentage', 'text', 'delayReason', 'actualEnd.day', 'evidenceTitle'])
      expect(valueIn(refused.html, name)).toBe(hostile)
    const file = new File(['a'], '../../<script>alert(1)</script>.csv')
    await press('add', { ...good, text: hostile, delayReason: hostile, nextSteps: hostile, evidenceTitle: hostile, file })
    await press('preview', { state: 'substantial', text: hostile, delayReason: hostile, nextSteps: hostile })
    const seen = await exchange(preview())
    expect(seen.status).toBe(200)
    expect((await publish(preview(), seen)).status).toBe(303)
    const { html } = await exchange(milestonePage(), {}, 'visitor')
    expect(html).not.toContain('<script>alert')
    expect(unescaped(html)).toContain(hostile)
  })

  it('sends a form twice and has it done once', async () => {
    const page = await exchange(form())
    const first = await press('add', good, form(), page)
    const again = await press('add', good, form(), page)
    expect([first.status, again.status, again.location]).toEqual([303, 303, first.location])
    expect((await exchange(form())).html.match(/value="remove-\d+"/g)).toHaveLength(1)
    await press('preview', { state: good.state, text: good.text })
    const seen = await exchange(preview())
    const [one, two] = [await publish(preview(), seen), await publish(preview(), seen)]
    expect([one.status, two.status, two.location]).toEqual([303, 303, one.location])
  })

  it('sees both versions when another was faster, loses nothing and can save again', async () => {
    const page = await exchange(form())
    await press('save', { ...good, evidenceTitle: '', evidenceUrl: '', text: 'Ko saglabāja pirmā' }, form(), page)
    const late = { ...page, html: page.html.replace(/name="form" value="[^"]*"/, `name="form" value="${crypto.randomUUID()}"`) }
    const file = new File(['a;b'], 'dati.csv')
    const { status, html } = await press(
      'save',
      { state: 'limited', text: 'Ko ierakstīja otrā', nextSteps: 'Garš plāns', file },
      form(),
      late,
    )
    expect(status).toBe(409)
    const rows = html.slice(html.indexOf('<tbody>'), html.indexOf('</tbody>'))
    for (const text of ['Ko saglabāja pirmā', 'Ko ierakstīja otrā', 'Garš plāns']) expect(rows).toContain(text)
    expect(valueIn(html, 'text')).toBe('Ko ierakstīja otrā')
    expect(html).toContain('dati.csv')
    expect(await invalidHtml(html)).toEqual([])
    const again = await press('save', { state: 'limited', text: 'Ko ierakstīja otrā', nextSteps: 'Garš plāns' }, form(), { ...late, html })
    expect(again.status).toBe(303)
    expect(valueIn((await exchange(form())).html, 'text')).toBe('Ko ierakstīja otrā')
  })
})

describe('a file', () => {
  it('whose content belies its name is refused; the text stays, and the other evidence can be added', async () => {
    const { status, html } = await press('add', { text: 'Mans teksts', file: new File(['nav PDF'], 'lemums.pdf') })
    expect(status).toBe(422)
    expect(html).toContain('href="#file"')
    expect(html).toContain('.pdf')
    expect(valueIn(html, 'text')).toBe('Mans teksts')
  })

  it('that was taken is kept although the form around it is refused', async () => {
    const file = new File(['a;b\n1;2\n'], 'dati.csv')
    const refused = await press('add', { text: 'Mans teksts', evidenceUrl: 'nav adrese', file })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('Datne ir pieņemta')
    expect(refused.html).toContain('dati.csv')
    expect(valueIn(refused.html, 'evidenceUrl')).toBe('nav adrese')
    expect(await invalidHtml(refused.html)).toEqual([])
    const again = await press('save', { text: 'Mans teksts' }, form(), refused)
    expect(again.status).toBe(303)
    expect((await exchange(form())).html.match(/dati\.csv/g)?.length).toBeGreaterThan(0)
  })

  it('of 200 MB is refused with 413; the text stays and nothing is left of it', async () => {
    const page = await exchange(form())
    const boundary = 'koprade-big'
    const field = (name: string, value: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
    const head =
      field('form', valueIn(page.html, 'form') ?? '') +
      field('version', valueIn(page.html, 'version') ?? '') +
      field('text', 'Mans garais teksts') +
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="liela.csv"\r\nContent-Type: text/csv\r\n\r\n`
    const piece = new Uint8Array(1_000_000).fill(97)
    function* pieces() {
      yield Buffer.from(head)
      for (let n = 0; n < 200; n += 1) yield piece
      yield Buffer.from(`\r\n${field('action', 'add')}--${boundary}--\r\n`)
    }
    const iterator = pieces()
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const { value, done } = iterator.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
    })
    const before = process.memoryUsage().arrayBuffers
    const { status, html } = await exchange(form(), {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    } as RequestInit)
    expect(status).toBe(413)
    expect(html).toContain('20 MB')
    expect(valueIn(html, 'text')).toBe('Mans garais teksts')
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(100_000_000)
    expect(incoming()).toEqual([])
  })

  it('is delivered to be kept and not opened, under its own name, once it is published; before to the institution’s officers alone', async () => {
    await press('add', { ...good, file: new File(['gads;skaits\n'], 'ā "skaits".csv') })
    const [, path = ''] = /href="(\/lv\/pieradijumi\/\d+)"/.exec((await exchange(form())).html) ?? []
    expect((await exchange(path)).status).toBe(200)
    for (const role of ['visitor', 'representative', 'secretariat'] as const) expect((await exchange(path, {}, role)).status).toBe(404)
    await press('preview', { state: good.state, text: good.text })
    await publish()
    const { status, html, headers } = await exchange(path, {}, 'visitor')
    expect([status, html]).toEqual([200, 'gads;skaits\n'])
    expect(headers.get('content-type')).toBe('text/csv')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'")
    expect(headers.get('content-disposition')).toBe(`attachment; filename="a skaits.csv"; filename*=UTF-8''%C4%81%20skaits.csv`)
    const etag = headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[0-9a-f]{64}"$/)
    expect((await exchange(path, { headers: { 'if-none-match': etag } }, 'visitor')).status).toBe(304)
    expect((await exchange(path, { method: 'HEAD' }, 'visitor')).status).toBe(200)
    for (const wrong of ['0', 'x', '99999', '1e3', '..%2f1']) expect((await exchange(`/lv/pieradijumi/${wrong}`)).status).toBe(404)
  })
})

describe('a withdrawn milestone', () => {
  it('takes no other report, and says so in clear words', async () => {
    const typed = { state: 'withdrawn', text: 'Darbs pārtraukts.', delayReason: 'Finansējums beidzies.' }
    await press('preview', typed)
    expect((await publish()).status).toBe(303)
    place = { ...place, period: 1 }
    expect((await exchange(form())).html).toContain('Jaunas ziņas par to nepieņem')
    const data = { form: crypto.randomUUID(), version: '0', action: 'save', text: 'Tomēr turpinām' }
    const { status, html } = await exchange(form(), { method: 'POST', body: new URLSearchParams(data) })
    expect(status).toBe(422)
    expect(html).toContain('Šis punkts jau ir pārtraukts')
    expect(valueIn(html, 'text')).toBe('Tomēr turpinām')
  })
})

describe('the forms of updates', () => {
  it('are for the officers of the institution alone', async () => {
    place = { plan: 'lv-3', number: '1', milestone: '3', organisation: 'vk', period: 2 }
    for (const [role, status] of [
      ['visitor', 401],
      ['representative', 403],
      ['secretariat', 403],
    ] as const)
      for (const path of [form(), preview()]) expect([role, (await exchange(path, {}, role)).status]).toEqual([role, status])
    for (const other of [
      { organisation: 'providus' },
      { organisation: 'nav' },
      { period: 9 },
      { milestone: '99' },
      { number: '0' },
      { plan: 'nav' },
    ]) {
      const path = part('lv')({ ...place, ...other }, 'updateForm')
      expect([path, (await exchange(path)).status]).toEqual([path, 404])
    }
  })
})

describe('the language of a report', () => {
  const chosenIn = (html: string) =>
    /<select[^>]* name="language"[^>]*>.*?<option (?:value="(\w+)" selected|selected value="(\w+)")/s.exec(html)?.slice(1).find(Boolean)

  it('stays what it was written in, on whichever page it is gone on with', async () => {
    place = { plan: 'lv-3', number: '7', milestone: '1', organisation: 'vk', period: 1 }
    await press('save', { state: 'limited', text: 'Latviski rakstīts teksts.' })
    const inEnglish = await exchange(form('en'))
    expect(inEnglish.html).toMatch(/<textarea[^>]* name="text"[^>]* lang="lv"/)
    expect(chosenIn(inEnglish.html)).toBe('lv')
    const typed = {
      state: 'limited',
      text: 'Latviski rakstīts teksts.',
      delayReason: 'Darbs sākts vēlāk.',
      language: chosenIn(inEnglish.html) ?? '',
    }
    expect((await press('preview', typed, form('en'))).location).toBe(preview('en'))
    await publish(preview('en'))
    const read = (await exchange(milestonePage(), {}, 'visitor')).html
    expect(read).toContain('Latviski rakstīts teksts.')
    expect(read).not.toContain('vēl nav tulkots')
    // A correction starts from what was published, in its language.
    expect(chosenIn((await exchange(form('en'))).html)).toBe('lv')
  })

  it('is the page’s at first, and can be chosen', async () => {
    place = { plan: 'lv-3', number: '7', milestone: '2', organisation: 'vk', period: 1 }
    expect([chosenIn((await exchange(form('en'))).html), chosenIn((await exchange(form('lv'))).html)]).toEqual(['en', 'lv'])
    await press('save', { state: 'limited', text: 'Written in English', language: 'en' })
    expect(chosenIn((await exchange(form('lv'))).html)).toBe('en')
  })
})

describe('a file that is kept although the form is refused', () => {
  it('keeps its date too, of any precision', async () => {
    place = { plan: 'lv-3', number: '6', milestone: '1', organisation: 'vk', period: 1 }
    const dated = { 'evidenceDated.part': 'Q1', 'evidenceDated.year': '2019' }
    const file = new File(['a;b\n3;4\n'], 'ceturksnis.csv')
    const { html } = await press('preview', { state: 'limited', ...dated, file })
    expect(html).toContain('Datne ir pieņemta')
    expect(html).toContain('dokuments 2019. gada 1. ceturksnis')
  })
})
