import { parseXml } from '@rgrove/parse-xml'
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { HtmlValidate } from 'html-validate'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { aNotice, correct, newsFields, opportunitiesFields, opportunityFields } from '../../src/cycle/inform/testSupport.ts'
import { withdrawNotice } from '../../src/cycle/inform/withdrawNotice.ts'
import { readNewPhase } from '../../src/cycle/plan/input/phaseInput.ts'
import { createPhase } from '../../src/cycle/plan/savePhase.ts'
import { aPlan, form, secretary } from '../../src/cycle/plan/testSupport.ts'
import { demonstrationLinks, seedDemonstrationPeople } from '../../src/people/index.ts'
import { addTwoOrganisations } from '../../src/people/testSupport.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { Browser, type Seen } from './browser.ts'

let house: TestHouse
let app: ReturnType<typeof createApp>
let secretariat: Browser
const everyone = new Browser({ request: (...asked) => app.request(...asked) })
beforeAll(async () => {
  house = await openTestHouse()
  await addTwoOrganisations(house)
  await aPlan(house, { adopted: false })
  await seedDemonstrationPeople(house)
  app = createApp(house)
  secretariat = await signedIn()
})
afterAll(() => house.close())

async function signedIn(role = 'secretariat'): Promise<Browser> {
  const browser = new Browser(app)
  const link = (await demonstrationLinks(house)).find((found) => found.role === role)
  await browser.open(link?.url.replace('http://127.0.0.1:3000', '') ?? '')
  return browser
}

const mainOf = ({ html }: Pick<Seen, 'html'>): string => html.slice(html.indexOf('<main'), html.indexOf('</main>'))
const textOf = (seen: Pick<Seen, 'html'>): string =>
  mainOf(seen)
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
/** What stands from a notice's head on: its text, opportunities and changes, without what stands around it. */
const articleOf = ({ html }: Pick<Seen, 'html'>): string => {
  const from = html.indexOf('<div class="head">')
  const record = html.indexOf('<section class="sec" aria-labelledby="zurnals"')
  return html.slice(from, record < 0 ? html.indexOf('</div></main>') : record)
}
const read = async (path: string): Promise<string> => (await everyone.open(path)).html
const titlesOf = async (path = '/lv/jaunumi.atom'): Promise<string[]> =>
  (parseAtomFeed(await read(path)).entries ?? []).map(({ title }) => title?.value ?? '')
const eventsOf = async (path: string) =>
  new ICAL.Component(ICAL.parse(await read(path))).getAllSubcomponents('vevent').map((event) => ({
    summary: String(event.getFirstPropertyValue('summary')),
    start: String(event.getFirstPropertyValue('dtstart')),
    status: String(event.getFirstPropertyValue('status')),
    url: String(event.getFirstPropertyValue('url')),
    description: String(event.getFirstPropertyValue('description')),
  }))
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'no-trailing-whitespace': 'off', 'void-style': 'off', 'attribute-boolean-style': 'off', 'long-title': 'off' },
})
const isValid = async ({ html }: Pick<Seen, 'html'>): Promise<void> => {
  const { results } = await validator.validateString(html)
  expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} ${selector}`))).toEqual(
    [],
  )
}

describe('from a draft to what everyone reads', () => {
  it('what is missing is told at its field and everything typed stays; nothing is stored', async () => {
    const opened = await secretariat.open('/lv/sekretariats/jaunumi/jauns/opportunities?plan=lv-5')
    const seen = await secretariat.fill(opened, 0, {
      action: 'preview',
      'title.lv': 'Pusgatavs "virsraksts"',
      'opportunities.1.hours': 'vakarā',
    })
    expect(seen.status).toBe(422)
    expect(seen.html).toContain('value="Pusgatavs &quot;virsraksts&quot;"')
    expect(seen.html).toContain('value="vakarā"')
    for (const field of ['body-lv', 'opportunities-1-title-lv', 'opportunities-1-kind', 'opportunities-1-hours', 'contact-lv'])
      expect(seen.html).toContain(`<a href="#${field}">`)
    await isValid(seen)
    expect(await read('/lv/jaunumi')).toContain('Neviens jaunums vai paziņojums vēl nav publicēts.')
    expect((await house.open.execute('select id from notice')).rows).toEqual([])
  })

  it('the preview shows exactly what is then published, and until then nobody else sees any of it', async () => {
    const opened = await secretariat.open('/lv/sekretariats/jaunumi/jauns/opportunities?plan=lv-5')
    const saved = await secretariat.fill(opened, 0, { ...opportunitiesFields, action: 'preview' })
    expect(saved.status).toBe(303)
    const at = saved.location ?? ''
    const [, id] = /\/(\d+)\/prieksskatijums$/.exec(at) ?? []
    const preview = await secretariat.open(at)
    await isValid(preview)
    for (const path of [`/lv/jaunumi/${id}`, at, `/lv/sekretariats/jaunumi/${id}`])
      expect([401, 404]).toContain((await everyone.open(path)).status)
    for (const path of [
      '/lv/jaunumi',
      '/lv/plani/lv-5',
      '/lv/jaunumi.atom',
      '/lv/termini.ics',
      '/lv/zurnals',
      '/lv/meklet?q=piedal%C4%ABties',
    ])
      expect(await read(path)).not.toContain('Kad un kā piedalīties')

    const published = await secretariat.fill(preview, 0, { action: 'publish' })
    expect([published.status, published.location]).toEqual([303, `/lv/jaunumi/${id}?done=yes`])
    // Sent twice: led to where the first one led, and published once.
    expect((await secretariat.fill(preview, 0, { action: 'publish' })).location).toBe(published.location)
    const page = await everyone.open(`/lv/jaunumi/${id}`)
    await isValid(page)
    expect(articleOf(page)).toBe(articleOf(preview))
    expect((await secretariat.open(published.location ?? '')).html).toContain('Paziņojums ir publicēts.')
    expect(textOf(page)).toContain('No izziņošanas līdz pirmajai iespējai ir 20 dienu.')
    expect(textOf(page)).toContain('Ievērots')
    expect(await read('/lv/zurnals?object=/news/1')).toContain('Publicēts paziņojums')
  })

  it('in English it says what is not translated, in its own language', async () => {
    const page = await everyone.open('/en/news/1')
    expect(page.html).toContain('<span lang="lv">Kad un kā piedalīties</span>')
    expect(textOf(page)).toContain('(not translated yet)')
    expect(textOf(page)).toContain('Discussion 1')
    expect(textOf(page)).toContain('30 Sep 2019, 14:30–17:00')
    expect(textOf(page)).toContain('OGP’s standard: at least 14 days')
  })

  it('a scheduled one appears by the plan’s day alone', async () => {
    const opened = await secretariat.open('/lv/sekretariats/jaunumi/jauns/news')
    const saved = await secretariat.fill(opened, 0, { ...newsFields, 'title.lv': 'Ieplānotais jaunums', action: 'preview' })
    const preview = await secretariat.open(saved.location ?? '')
    const wrong = await secretariat.fill(preview, 1, {
      action: 'schedule',
      'scheduledFor.day': '31',
      'scheduledFor.part': '02',
      'scheduledFor.year': '2019',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('Tāda datuma nav.')
    const date = { 'scheduledFor.day': '12', 'scheduledFor.part': '09', 'scheduledFor.year': '2019' }
    const scheduled = await secretariat.fill(await secretariat.open(saved.location ?? ''), 1, { action: 'schedule', ...date })
    expect([scheduled.status, scheduled.location]).toEqual([303, '/lv/sekretariats/jaunumi'])
    expect(textOf(await secretariat.open('/lv/sekretariats/jaunumi'))).toContain('Tiks publicēts 2019. gada 12. septembrī')
    const title = 'Ieplānotais jaunums'
    const places = ['/lv/jaunumi', '/lv', '/lv/jaunumi.atom', '/lv/jaunumi.json', `/lv/meklet?q=${encodeURIComponent('ieplānots')}`]
    for (const path of places) expect([path, await read(path)]).toEqual([path, expect.not.stringContaining(title)])
    house.setToday('2019-09-11')
    for (const path of places) expect([path, await read(path)]).toEqual([path, expect.not.stringContaining(title)])
    house.setToday('2019-09-12')
    for (const path of places) {
      const words = (await read(path)).replaceAll(/<\/?mark>/g, '')
      expect([path, words]).toEqual([path, expect.stringContaining(title)])
    }
    expect(await read('/lv/zurnals')).toContain('paziņojums Nr. 2')
  })
})

describe('a change of what was announced', () => {
  it('needs a reason; the page shows first and now, why, and the record’s entry', async () => {
    const opened = await secretariat.open('/lv/sekretariats/jaunumi/1')
    expect(opened.html).toContain('Labot publicēto')
    const values = {
      ...opportunitiesFields,
      ...opportunityFields(1, { 'startsOn.day': '2', 'startsOn.part': '10' }),
      'opportunities.2.removed': 'yes',
    }
    const refused = await secretariat.fill(opened, 0, { ...values, action: 'preview' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('Paziņojums jau ir publicēts. Ierakstiet, kāpēc to maināt')
    const saved = await secretariat.fill(opened, 0, { ...values, action: 'preview', 'reason.lv': 'Telpa tajā dienā nav pieejama.' })
    expect(saved.status).toBe(303)
    const preview = await secretariat.open(saved.location ?? '')
    await secretariat.fill(preview, 0, { action: 'publish' })
    const page = await everyone.open('/lv/jaunumi/1')
    await isValid(page)
    const text = textOf(page)
    expect(text).toContain('Diskusija 1 diskusija 30.09.2019., plkst. 14.30–17.00 02.10.2019., plkst. 14.30–17.00')
    expect(page.html).toContain('<s>2019. gada oktobris</s>')
    expect(text).toMatch(/Atcelta/)
    expect(text).toContain('Telpa tajā dienā nav pieejama.')
    // Put off: the notice that was given is as long as it was, and longer.
    expect(text).toContain('22 dienas')
    const [, entry] = /href="(\/lv\/zurnals\/\d+)">Žurnāla ieraksts/.exec(page.html) ?? []
    const inRecord = textOf(await everyone.open(entry ?? ''))
    for (const words of ['Labots paziņojums', '2019-10-02', 'Telpa tajā dienā nav pieejama.']) expect(inRecord).toContain(words)
  })

  it('two at once: the later one sees both versions and loses nothing', async () => {
    const [first, second] = [secretariat, await signedIn()]
    const [openedFirst, openedSecond] = [await first.open('/lv/sekretariats/jaunumi/1'), await second.open('/lv/sekretariats/jaunumi/1')]
    const typed = { ...opportunitiesFields, 'reason.lv': 'Vēl viens iemesls.' }
    expect((await first.fill(openedFirst, 0, { ...typed, action: 'save', 'body.lv': 'Pirmā rakstītais.' })).status).toBe(303)
    const conflict = await second.fill(openedSecond, 0, {
      ...typed,
      action: 'preview',
      'body.lv': 'Otrā rakstītais.',
      'opportunities.1.hours': '10.00',
    })
    expect(conflict.status).toBe(409)
    await isValid(conflict)
    const text = textOf(conflict)
    expect(text).toContain('Kamēr rakstījāt, šo vietu izmainīja cits')
    expect(text).toContain('Teksts latviski Pirmā rakstītais. Otrā rakstītais.')
    expect(text).toContain('1. iespēja: Stundas 14.30–17.00 10.00')
    const resolved = await second.fill(conflict, 0, { ...typed, action: 'save', 'body.lv': 'Kopīgais teksts.' })
    expect(resolved.status).toBe(303)
    expect((await second.open('/lv/sekretariats/jaunumi/1')).html).toContain('Kopīgais teksts.')
    const discarded = await second.fill(await second.open('/lv/sekretariats/jaunumi/1'), 1, { action: 'discard' })
    expect(discarded.location).toBe('/lv/sekretariats/jaunumi?done=discarded')
    expect((await everyone.open('/lv/jaunumi/1')).status).toBe(200)
  })

  it('a preview that has become old is not published', async () => {
    const opened = await secretariat.open('/lv/sekretariats/jaunumi/jauns/news')
    const saved = await secretariat.fill(opened, 0, { ...newsFields, action: 'preview' })
    const preview = await secretariat.open(saved.location ?? '')
    const edit = (saved.location ?? '').replace('/prieksskatijums', '')
    await secretariat.fill(await secretariat.open(edit), 0, { ...newsFields, 'title.lv': 'Cits virsraksts', action: 'save' })
    const refused = await secretariat.fill(preview, 0, { action: 'publish' })
    expect(refused.status).toBe(409)
    expect(textOf(refused)).toContain('Kamēr rakstījāt, paziņojumu mainīja cits.')
    expect(textOf(refused)).toContain('Cits virsraksts')
    await secretariat.fill(await secretariat.open(edit), 1, { action: 'discard' })
    expect((await secretariat.open(edit)).status).toBe(404)
  })
})

describe('feeds and calendars, read by programs of others', () => {
  it('tell the whole text of a notice, each version once', async () => {
    const { entries = [] } = parseAtomFeed(await read('/lv/plani/lv-5/jaunumi.atom'))
    const ours = entries.filter(({ links }) => links?.some(({ href }) => href?.endsWith('/lv/jaunumi/1')))
    expect(ours.map(({ title }) => title?.value)).toEqual([
      'Labots: Kad un kā piedalīties (demonstrācija)',
      'Paziņojums par līdzdalības iespējām: Kad un kā piedalīties (demonstrācija)',
    ])
    const [corrected] = ours
    for (const words of [
      'Iespējas piedalīties plāna tapšanā.',
      'Atnāciet.',
      'Sacīto ņems vērā.',
      'Telpa tajā dienā nav pieejama.',
      'Valsts kanceleja',
    ])
      expect(corrected?.content?.value).toContain(words)
    const items = parseJsonFeed(await read('/en/news.json')).items ?? []
    expect(items.map(({ title }) => title)).toContain('News: Work on the plan begins (demonstration)')
    expect(await titlesOf('/lv/plani/lv-5/jaunumi.atom')).not.toContain('Jaunums: Ieplānotais jaunums (demonstrācija)')
    expect(await titlesOf('/lv/jaunumi.atom')).toContain('Jaunums: Ieplānotais jaunums (demonstrācija)')
  })

  it('hold each opportunity as an event that leads to the notice; a cancelled one says so', async () => {
    const events = await eventsOf('/lv/plani/lv-5/termini.ics')
    const discussion = events.find(({ url }) => url.endsWith('/lv/jaunumi/1#iespeja-1'))
    expect(discussion).toMatchObject({ start: '2019-10-02T11:30:00Z', status: 'CONFIRMED' })
    for (const words of ['Kā piedalīties: Atnāciet.', 'Vieta: Ministru kabineta ēka', 'Kas notiks ar sniegto: Sacīto ņems vērā.'])
      expect(discussion?.description).toContain(words)
    expect(events.find(({ url }) => url.endsWith('#iespeja-2'))).toMatchObject({ start: '2019-10-01', status: 'CANCELLED' })
  })

  it('do not tell a step twice that an opportunity tells, nor does the home page or the plan’s', async () => {
    const step = {
      'title.lv': 'Publiskā apspriešana',
      'invitation.lv': 'Izsakieties.',
      'plannedStart.year': '2019',
      'plannedStart.part': '10',
    }
    const phaseId = await createPhase(
      house,
      secretary,
      'lv-5',
      readNewPhase(form({ ...step, 'plannedEnd.year': '2019', 'plannedEnd.part': '10' }), house.clock.today()),
    )
    const told = async () => ({
      events: (await eventsOf('/lv/termini.ics')).filter(({ summary, start }) => /apspriešana/.test(summary) && start === '2019-10-01')
        .length,
      home: (await read('/lv')).includes('Izsakieties.'),
      plan: (await read('/lv/plani/lv-5')).includes('Izsakieties.'),
    })
    expect(await told()).toEqual({ events: 1, home: true, plan: true })
    const opportunity = {
      'title.lv': 'Publiskā apspriešana',
      kind: 'consultation',
      hours: '',
      'startsOn.day': '',
      'startsOn.part': '10',
      phase: String(phaseId),
    }
    const id = await aNotice(house, 'opportunities', { ...opportunitiesFields, ...opportunityFields(1, opportunity) })
    expect(await told()).toEqual({ events: 1, home: false, plan: false })
    for (const path of ['/lv', '/lv/plani/lv-5']) expect(await read(path)).toContain(`href="/lv/jaunumi/${id}#iespeja-1"`)
    await withdrawNotice(house, secretary, id, { version: 2, reason: { texts: { lv: 'Publicēts par agru.' }, checked: false } })
    expect(await told()).toEqual({ events: 2, home: true, plan: true })
  })
})

describe('withdrawing', () => {
  it('needs a reason; the notice stays readable, and feeds and calendars say so', async () => {
    const opened = await secretariat.open('/lv/sekretariats/jaunumi/1/atsaukt')
    await isValid(opened)
    const refused = await secretariat.fill(opened, 0, { 'reason.lv': 'tāpat' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('Ierakstiet pamatojumu, vismaz 10 rakstzīmes.')
    const done = await secretariat.fill(refused, 0, { 'reason.lv': 'Publicēts pārskatīšanās dēļ.' })
    expect([done.status, done.location]).toEqual([303, '/lv/jaunumi/1?done=yes'])
    const page = await everyone.open('/lv/jaunumi/1')
    await isValid(page)
    for (const words of ['Atsaukts 12.09.2019.', 'Publicēts pārskatīšanās dēļ.', 'Iespējas piedalīties plāna tapšanā.'])
      expect(textOf(page)).toContain(words)
    expect(textOf(await everyone.open('/lv/jaunumi'))).toContain(
      'Kad un kā piedalīties (demonstrācija) Piektais plāns Atsaukts 12.09.2019.',
    )
    expect((await titlesOf())[0]).toBe('Atsaukts: Kad un kā piedalīties (demonstrācija)')
    const events = await eventsOf('/lv/plani/lv-5/termini.ics')
    expect(events.filter(({ url }) => url.includes('/jaunumi/1#')).map(({ status }) => status)).toEqual(['CANCELLED', 'CANCELLED'])
    for (const path of ['', '/atsaukt', '/prieksskatijums'])
      expect([303, 404]).toContain((await secretariat.open(`/lv/sekretariats/jaunumi/1${path}`)).status)
    expect((await everyone.open(`/lv/meklet?q=${encodeURIComponent('pārskatīšanās')}`)).html).toContain('(atsaukts)')
  })
})

describe('whatever is written', () => {
  const hostile = `<script>alert(1)</script> & ]]> "'\u0001 END:VEVENT\r\nBEGIN:VEVENT`

  it('stays text on every page, in every feed and in the calendar', async () => {
    const everywhere = Object.fromEntries(
      Object.entries({ ...opportunitiesFields, ...newsFields, 'contact.lv': '' }).map(([name, value]) => [
        name,
        /\.(lv|en)$/.test(name) ? hostile : value,
      ]),
    )
    const id = await aNotice(house, 'opportunities', everywhere)
    await correct(house, id, 2, { ...everywhere, 'body.lv': `${hostile} vēl`, 'reason.lv': hostile })
    for (const path of [`/lv/jaunumi/${id}`, `/en/news/${id}`, '/lv/jaunumi', '/lv/plani/lv-5', '/lv', `/lv/zurnals?object=/news/${id}`]) {
      const seen = await everyone.open(path)
      expect(seen.status).toBe(200)
      expect(seen.html).not.toContain('<script>alert(1)')
    }
    expect(parseXml(await read('/lv/jaunumi.atom')).root?.name).toBe('feed')
    const [entry] = parseAtomFeed(await read('/lv/jaunumi.atom')).entries ?? []
    expect(entry?.content?.value).toContain('&lt;script>alert(1)&lt;/script>')
    expect(entry?.content?.value).not.toContain('<script')
    const events = (await eventsOf('/lv/plani/lv-5/termini.ics')).filter(({ url }) => url.includes(`/${id}#`))
    expect(events).toHaveLength(2)
    expect(events[0]?.summary).toContain('<script>alert(1)</script> & ]]>')
    await withdrawNotice(house, secretary, id, { version: 4, reason: { texts: { lv: hostile }, checked: false } })
    expect((await everyone.open(`/lv/jaunumi/${id}`)).html).not.toContain('<script>alert(1)')
  })

  it.each([
    { 'title.lv': 'x'.repeat(301) },
    { 'body.lv': 'x'.repeat(20_001) },
    { 'opportunities.1.how.lv': 'x'.repeat(20_001), 'opportunities.1.kind': 'survey' },
    { plan: 'lv-99' },
    Object.assign({}, ...Array.from({ length: 31 }, (_, i) => ({ [`opportunities.${i + 1}.kind`]: 'survey' }))) as Record<string, string>,
  ])('is refused at its field when it is too much or leads nowhere, even as a draft', async (values) => {
    const opened = await secretariat.open('/en/secretariat/news/new/opportunities')
    const seen = await secretariat.fill(opened, 0, { ...values, action: 'save' })
    expect(seen.status).toBe(422)
    expect(seen.html).toContain('role="alert"')
  })

  it.each([
    '/lv/jaunumi/0',
    '/lv/jaunumi/99999',
    '/lv/jaunumi/1e3',
    '/lv/jaunumi?page=0',
    '/lv/jaunumi?page=999999',
    '/lv/plani/lv-99/jaunumi',
  ])('%s is not there', async (path) => expect((await everyone.open(path)).status).toBe(404))
})

describe('the list', () => {
  it('stands on pages, and can be narrowed by kind and year', async () => {
    for (let n = 1; n <= 22; n += 1) await aNotice(house, 'notice', { ...newsFields, plan: 'lv-5', 'title.lv': `Paziņojums nr. ${n}` })
    const first = await everyone.open('/lv/jaunumi?kind=notice')
    expect(first.html.match(/<h3><a href="\/lv\/jaunumi\/\d+"/g)).toHaveLength(20)
    expect(first.html).toContain('href="/lv/jaunumi?kind=notice&amp;page=2"')
    expect(first.html).toContain('Paziņojums nr. 22')
    const second = await everyone.open('/lv/jaunumi?kind=notice&page=2')
    expect(second.html.match(/<h3><a href="\/lv\/jaunumi\/\d+"/g)).toHaveLength(2)
    expect(second.html).toContain('href="/lv/jaunumi?kind=notice"')
    expect(second.html).toContain('hrefLang="en" href="/en/news?kind=notice&amp;page=2"'.replace('hrefLang', 'hreflang'))
    expect((await everyone.open('/lv/plani/lv-5/jaunumi?kind=news')).html).toContain(
      'Šādai atlasei neviens jaunums vai paziņojums neatbilst.',
    )
    expect((await everyone.open('/en/news?kind=nope&year=1999')).html).toContain('The address has a filter that does not fit here')
    expect((await everyone.open('/lv/jaunumi?year=2019')).html).toContain('<option value="2019" selected')
  })
})
