import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { address } from '../../src/web/addresses.ts'
import { invalidHtml } from '../support/lookAt.ts'
import { openSite, type Site, type SiteRole } from '../support/site.ts'
import { Browser, formsIn, type Seen } from './browser.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

async function browserOf(role: SiteRole): Promise<Browser> {
  const browser = new Browser(createApp(site.house))
  for (const pair of (await site.cookieOf(role)).split('; ').filter(Boolean))
    browser.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
  return browser
}

/** Each test writes on another commitment in which PROVIDUS or the State Chancellery takes part. */
const partner = (number: number) => ({ plan: 'lv-3', number, organisation: 'providus', period: 2 })
const self = (number: number) => ({ plan: 'lv-3', number, organisation: 'vk', period: 2 })
const formOf = (values: ReturnType<typeof partner>) => address('lv', 'assessmentForm', values)
const previewOf = (values: ReturnType<typeof partner>) => address('lv', 'assessmentPreview', values)
const commitmentOf = ({ plan, number }: ReturnType<typeof partner>) => address('lv', 'commitment', { plan, number })

const written = { verdict: 'disagree', text: 'Vērtējuma teksts.', language: 'lv' }

/** The main part's form: where it goes, its unseen fields. */
function formIn(seen: Seen) {
  const [form] = formsIn(seen.html)
  if (!form) throw new Error(`there is no form, status ${seen.status}`)
  return form
}

const hidden = (seen: Seen, name: string): string => formIn(seen).hidden[name] ?? ''
const count = async (table: string): Promise<number> => {
  const { rows } = await site.execute(`select count(*)::int as n from ${table}`)
  return (rows as { n: number }[])[0]?.n ?? 0
}

/** Opens the form, fills it in and presses a button. */
async function write(browser: Browser, path: string, values: Record<string, string>, action: 'save' | 'preview'): Promise<Seen> {
  const opened = await browser.open(path)
  expect(opened.status).toBe(200)
  return browser.send(path, { ...formIn(opened).hidden, ...values, action })
}

describe('a partner', () => {
  it('sees beside each question what institutions reported, with both deadlines', async () => {
    const browser = await browserOf('representative')
    const { html } = await browser.open(formOf(partner(1)))
    for (const text of [
      'Vai piekrītat tam, kā institūcija vērtē apņemšanos kopumā?',
      'Izpildīta būtiskā apjomā',
      'Vai piekrītat ziņotajam par 2. punktu?',
      'Politikas veidotāji valsts un pašvaldību iestādēs ir mācīti.',
      '(demonstrācija)',
      'Vai varat spriest par 3. punktu?',
      'Institūcijas par šo punktu vēl nav ziņojušas.',
      '01.09.2019.',
      '12.09.2019.',
    ])
      expect(html).toContain(text)
  })

  it('saves a draft that nobody else sees, previews it, publishes it and reads it among the two voices', async () => {
    const browser = await browserOf('representative')
    const here = partner(7)
    const saved = await write(browser, formOf(here), { text: 'Vēl rakstu.' }, 'save')
    expect([saved.status, saved.location]).toEqual([303, `${formOf(here)}?done=saved`])
    const again = await browser.open(saved.location ?? '')
    expect(again.html).toContain('Melnraksts ir saglabāts.')
    expect(again.html).toContain('Vēl rakstu.')
    expect((await browser.open(commitmentOf(here))).html).not.toContain('Vēl rakstu.')

    const values = {
      ...written,
      text: 'Vērtības ir <b>ierakstītas</b>, bet nezināmas.',
      'milestone.1.verdict': 'agree',
      'milestone.1.reason': 'Dokuments ir publicēts.',
      'milestone.2.verdict': 'disagree',
      'milestone.2.reason': 'Mācībās bija maz vietu.',
      lessons: 'Vairāk mācību.',
      signers: 'appl',
    }
    const sent = await browser.send(formOf(here), { ...formIn(again).hidden, ...values, action: 'preview' })
    expect([sent.status, sent.location]).toEqual([303, previewOf(here)])
    const preview = await browser.open(previewOf(here))
    for (const text of ['kopīgs vērtējums', 'Nepiekrīt', 'Mācībās bija maz vietu.', '&lt;b>ierakstītas', '(demonstrācija)'])
      expect(preview.html).toContain(text)
    expect(await invalidHtml(preview.html)).toEqual([])

    const published = await browser.send(previewOf(here), formIn(preview).hidden)
    expect([published.status, published.location]).toEqual([303, `${commitmentOf(here)}?done=assessed#vertejumi`])
    const visitor = await (await browserOf('visitor')).open(commitmentOf(here))
    for (const text of ['Mācībās bija maz vietu.', 'Vairāk mācību.', 'Parakstījuši arī:', '&lt;b>ierakstītas'])
      expect(visitor.html).toContain(text)
  })

  it('corrects what was published; the earlier version stays readable for everyone', async () => {
    const browser = await browserOf('representative')
    const here = partner(1)
    await write(browser, formOf(here), { ...written, text: 'Labots vērtējums.', verdict: 'cannot-judge' }, 'preview')
    const preview = await browser.open(previewOf(here))
    expect(preview.html).toContain('Publicēt labojumu')
    await browser.send(previewOf(here), formIn(preview).hidden)
    const visitor = await browserOf('visitor')
    expect((await visitor.open(commitmentOf(here))).html).toContain('Labots vērtējums.')
    const history = (await visitor.open(address('lv', 'commitmentHistory', { plan: here.plan, number: here.number }))).html
    for (const text of ['Nevar spriest', 'Nepiekrīt', 'Tāpēc mūsuprāt apņemšanās kopumā ir izpildīta daļēji'])
      expect(history).toContain(text)
  })

  it('is told in its language what is missing, with everything typed still there', async () => {
    const browser = await browserOf('representative')
    const path = formOf(partner(10))
    const refused = await write(browser, path, { text: '', lessons: 'Saglabājiet <i>šo</i>' }, 'preview')
    expect(refused.status).toBe(422)
    for (const text of ['Jāizlabo 2 vietas', 'href="#verdict"', 'href="#text"', 'Saglabājiet &lt;i>šo&lt;/i>'])
      expect(refused.html).toContain(text)
    expect(await invalidHtml(refused.html)).toEqual([])
    const english = await browser.send(address('en', 'assessmentForm', partner(10)), { form: crypto.randomUUID(), version: '0' })
    expect(english.html).toContain('Choose whether you agree')
    const disagree = await write(
      browser,
      formOf(partner(7)),
      { ...written, 'milestone.1.verdict': 'disagree', 'milestone.1.reason': ' ' },
      'preview',
    )
    expect(disagree.status).toBe(422)
    expect(disagree.html).toContain('href="#milestone-1-reason"')
  })

  it('may type anything: markup, paths, a megabyte, unknown values', async () => {
    const browser = await browserOf('representative')
    const path = formOf(partner(10))
    const hostile = "<script>alert(1)</script> ../../etc/passwd \u0000 ' or 1=1 --"
    const saved = await write(browser, path, { ...written, text: hostile, lessons: hostile }, 'save')
    expect(saved.status).toBe(303)
    const seen = await browser.open(path)
    expect(seen.html).toContain('&lt;script>alert(1)&lt;/script> ../../etc/passwd')
    expect(seen.html).not.toContain('<script>alert')
    const before = await count('assessment_version')
    for (const values of [
      { text: 'a'.repeat(1_000_000) },
      { verdict: 'maybe' },
      { signers: 'vk' },
      { signers: '../../vk' },
      { language: 'xx' },
      { verdict: 'v'.repeat(400) },
    ]) {
      const refused = await write(browser, path, { ...written, ...values }, 'preview')
      expect([Object.keys(values), refused.status]).toEqual([Object.keys(values), 422])
    }
    for (const version of ['', 'x', '-1', '9'.repeat(30)])
      expect((await browser.send(path, { form: crypto.randomUUID(), ...written, version })).status).toBe(400)
    expect(await count('assessment_version')).toBe(before)
  })

  it('hears that a colleague was faster, sees both versions, and can go on', async () => {
    const [first, second] = [await browserOf('representative'), await browserOf('representative')]
    const path = formOf({ ...partner(10), period: 1 })
    const [one, two] = [await first.open(path), await second.open(path)]
    await first.send(path, { ...formIn(one).hidden, ...written, text: 'Ko saglabāja pirmais', action: 'save' })
    const late = await second.send(path, {
      ...formIn(two).hidden,
      verdict: 'agree',
      language: 'lv',
      text: 'Ko ierakstīja otrais',
      action: 'preview',
    })
    expect(late.status).toBe(409)
    const rows = late.html.slice(late.html.indexOf('<tbody>'), late.html.indexOf('</tbody>'))
    for (const text of ['Ko saglabāja pirmais', 'Ko ierakstīja otrais', 'Piekrītam', 'Nepiekrītam']) expect(rows).toContain(text)
    expect(await invalidHtml(late.html)).toEqual([])
    expect((await second.open(path)).html).toContain('Ko saglabāja pirmais')
    const kept = await second.send(path, {
      ...formIn(late).hidden,
      verdict: 'agree',
      language: 'lv',
      text: 'Ko ierakstīja otrais',
      action: 'save',
    })
    expect(kept.status).toBe(303)
    expect((await first.open(path)).html).toContain('Ko ierakstīja otrais')
  })

  it('does not publish what it has not seen: a draft that changed after the preview is shown anew', async () => {
    const browser = await browserOf('representative')
    const here = { ...partner(7), period: 1 }
    await write(browser, formOf(here), written, 'preview')
    const preview = await browser.open(previewOf(here))
    await write(browser, formOf(here), { ...written, text: 'Mainīts pēc tam.' }, 'save')
    const refused = await browser.send(previewOf(here), formIn(preview).hidden)
    expect(refused.status).toBe(409)
    expect(refused.html).toContain('melnrakstu mainīja cits')
    expect(refused.html).toContain('Mainīts pēc tam.')
    expect((await browser.send(previewOf(here), formIn(refused).hidden)).status).toBe(303)
  })

  it('publishes once what is sent twice', async () => {
    const browser = await browserOf('representative')
    const here = { ...partner(1), period: 1 }
    const opened = await browser.open(formOf(here))
    const values = { ...formIn(opened).hidden, ...written, action: 'preview' }
    const [a, b] = [await browser.send(formOf(here), values), await browser.send(formOf(here), values)]
    expect([a.status, b.status, b.location]).toEqual([303, 303, a.location])
    const preview = await browser.open(previewOf(here))
    const before = await count('record_entry')
    const [first, again] = await Promise.all([1, 2].map(() => browser.send(previewOf(here), formIn(preview).hidden)))
    expect([first?.status, again?.status, again?.location]).toEqual([303, 303, first?.location])
    expect(await count('record_entry')).toBe(before + 1)
  })

  it('is led back to the form when there is nothing to preview, or something is missing in it', async () => {
    const browser = await browserOf('representative')
    const here = { ...partner(10), period: 1 }
    await write(browser, formOf(here), { text: 'Bez sprieduma', verdict: '' }, 'save')
    const led = await browser.open(previewOf(here))
    expect([led.status, led.location]).toEqual([303, `${formOf(here)}?check`])
    expect((await browser.open(led.location ?? '')).html).toContain('Izvēlieties, vai piekrītat')
  })
})

describe('an institution', () => {
  it('assesses its own work as a whole, and the commitment takes its word', async () => {
    const browser = await browserOf('officer')
    const here = self(8)
    const refused = await write(browser, formOf(here), { text: 'Teksts' }, 'preview')
    expect([refused.status, refused.html.includes('href="#state"')]).toEqual([422, true])
    await write(browser, formOf(here), { state: 'limited', text: 'Darām, cik varam.', language: 'lv' }, 'preview')
    const preview = await browser.open(previewOf(here))
    expect(preview.html).toContain('Partneri par šo periodu vēl nav vērtējuši.')
    expect((await browser.send(previewOf(here), formIn(preview).hidden)).location).toBe(`${commitmentOf(here)}?done=assessed#vertejumi`)
    expect((await (await browserOf('visitor')).open(commitmentOf(here))).html).toContain('Darām, cik varam.')
  })

  it('keeps the language it was written in, whatever page it is published from', async () => {
    const browser = await browserOf('officer')
    const here = self(7)
    await write(browser, formOf(here), { state: 'limited', text: 'Written in English.', language: 'en' }, 'preview')
    const preview = await browser.open(previewOf(here))
    await browser.send(previewOf(here), formIn(preview).hidden)
    expect((await browser.open(commitmentOf(here))).html).toMatch(/<p class="typed" lang="en">Written in English\.<\/p>/)
  })
})

describe('nobody writes in another’s name', () => {
  it('not even to look: 401 for a visitor, 403 for others, 404 where there is no voice', async () => {
    const cases: readonly [SiteRole, ReturnType<typeof partner>, number][] = [
      ['visitor', partner(1), 401],
      ['officer', partner(1), 403],
      ['representative', self(1), 403],
      ['secretariat', partner(1), 403],
      ['administrator', self(1), 403],
      ['representative', { ...partner(1), organisation: 'lpa' }, 403],
      ['officer', { ...self(1), organisation: 'km' }, 403],
      ['representative', partner(9), 404],
      ['officer', { ...self(9), organisation: 'fm' }, 404],
      ['representative', { ...partner(1), period: 9 }, 404],
      ['representative', { ...partner(1), plan: 'lv-4' }, 404],
      ['representative', { ...partner(1), organisation: '../../etc' }, 404],
    ]
    const before = await count('assessment')
    for (const [role, values, status] of cases) {
      const browser = await browserOf(role)
      for (const path of [formOf(values), previewOf(values)]) {
        expect([role, path, (await browser.open(path)).status]).toEqual([role, path, status])
        const sent = await browser.send(path, { form: crypto.randomUUID(), version: '0', ...written, action: 'save' })
        expect([role, path, sent.status]).toEqual([role, path, status])
      }
    }
    expect(await count('assessment')).toBe(before)
    expect(hidden(await (await browserOf('representative')).open(formOf(partner(1))), 'version')).not.toBe('')
  })
})
