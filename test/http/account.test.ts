import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { demonstrationLinks, type Role } from '../../src/people/index.ts'
import { invalidHtml } from '../support/lookAt.ts'
import { openSite, type Site } from '../support/site.ts'
import { Browser, formsIn, type Seen } from './browser.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())
beforeEach(() => site.execute('delete from session'))

async function signedInAs(role: Role): Promise<Browser> {
  const browser = new Browser(createApp(site.house))
  const link = (await demonstrationLinks(site.house)).find((one) => one.role === role)
  await browser.open(link?.url.replace(site.url, '') ?? '')
  return browser
}

const isSignedIn = async (browser: Browser): Promise<boolean> => (await browser.open('/lv')).html.includes('class="who"')
const formOf = (page: Seen, act: string): number => formsIn(page.html).findIndex(({ hidden }) => hidden.act === act)

describe('my account', () => {
  it('is one’s own, and a visitor’s to sign in for', async () => {
    const visitor = new Browser(createApp(site.house))
    for (const path of ['/lv/mans-konts', '/lv/mans-konts/lietotne', '/lv/mans-konts/rezerves-kodi', '/lv/mans-konts/parstavu'])
      for (const answer of [await visitor.open(path), await visitor.send(path, { form: crypto.randomUUID() })])
        expect(answer.status, path).toBe(401)
    const page = await (await signedInAs('officer')).open('/en/my-account')
    for (const words of ['Ilze Izdomāta', 'officer@example.org', 'State Chancellery', 'With a demonstration link', 'This session'])
      expect(page.html).toContain(words)
    expect(page.headers.get('Cache-Control')).toBe('no-store')
  })

  it('takes no act that it does not know', async () => {
    const browser = await signedInAs('officer')
    for (const values of [{}, { act: 'king' }])
      expect((await browser.send('/lv/mans-konts', { form: crypto.randomUUID(), ...values })).status).toBe(400)
    for (const values of [
      { act: 'unlink', identity: '1' },
      { act: 'unlink', identity: "1' or 1=1" },
    ])
      expect((await browser.send('/lv/mans-konts', { form: crypto.randomUUID(), ...values })).status).toBe(404)
    expect((await browser.open('/lv/mans-konts/piekluves-atslega/1')).status).toBe(404)
  })
})

describe('my sessions', () => {
  it('are listed, this one marked; one is ended from another, nobody else’s', async () => {
    const [here, there, other] = [await signedInAs('officer'), await signedInAs('officer'), await signedInAs('moderator')]
    const page = await here.open('/lv/mans-konts')
    expect(page.html.match(/Ar demonstrācijas saiti<\/b>/g)).toHaveLength(2)
    expect(page.html.match(/Šī sesija/g)).toHaveLength(1)
    const form = formsIn(page.html)[formOf(page, 'endSession')]
    const stranger = await other.send('/lv/mans-konts', { ...form?.hidden, form: crypto.randomUUID() })
    expect([stranger.status, await isSignedIn(there)]).toEqual([303, true])
    expect((await here.send('/lv/mans-konts', form?.hidden ?? {})).location).toBe('/lv/mans-konts?done=ended')
    expect([await isSignedIn(here), await isSignedIn(there), await isSignedIn(other)]).toEqual([true, false, true])
  })

  it('all end when one signs out everywhere', async () => {
    const [here, there, other] = [await signedInAs('officer'), await signedInAs('officer'), await signedInAs('moderator')]
    const page = await here.open('/lv/mans-konts')
    const nth = formsIn(page.html).findIndex(({ hidden }) => hidden.everywhere)
    expect((await here.fill(page, nth, {})).location).toBe('/lv')
    expect(here.cookies.size).toBe(0)
    expect([await isSignedIn(here), await isSignedIn(there), await isSignedIn(other)]).toEqual([false, false, true])
  })

  it('end when the person is given one role less', async () => {
    const [administrator, moderator] = [await signedInAs('administrator'), await signedInAs('moderator')]
    const path = '/lv/sekretariats/cilveki/demonstration-moderator'
    const page = await administrator.open(path)
    expect((await administrator.fill(page, formOf(page, 'endRole'), {})).location).toBe(`${path}?done=roleEnded`)
    expect(await isSignedIn(moderator)).toBe(false)
    await administrator.fill(await administrator.open(path), formOf(await administrator.open(path), 'giveRole'), { role: 'moderator' })
  })

  it('tell when they were last seen, to the hour, and write no more often', async () => {
    const browser = await signedInAs('officer')
    const seen = async () => JSON.stringify((await site.execute('select seen_at from session')).rows)
    const first = await seen()
    await browser.open('/lv')
    expect(await seen()).toBe(first)
    await site.execute(`update session set seen_at = now() - interval '61 minutes'`)
    const old = await seen()
    await browser.open('/lv')
    expect(await seen()).not.toBe(old)
  })
})

describe('acting for an institution or organisation', () => {
  const choice = '/lv/mans-konts/parstavu'
  const assessment = (organisation: string) => `/lv/vertejums/lv-3/1/${organisation}/2`
  beforeEach(async () => {
    await site.execute(`delete from role_assignment where person_id = 'demonstration-officer' and role = 'representative'`)
  })
  const both = () =>
    site.execute(
      `insert into role_assignment (person_id, role, organisation_id, given_at) values ('demonstration-officer', 'representative', 'providus', now())`,
    )

  it('needs no choice of who holds roles for one, and is shown on every page', async () => {
    const browser = await signedInAs('officer')
    for (const path of ['/lv', '/lv/zurnals', '/lv/mani-darbi']) {
      const { html } = await browser.open(path)
      expect(html, path).toContain('<p class="acting"><span>Pārstāvat: <b>Valsts kanceleja</b></span></p>')
    }
    expect((await browser.open(choice)).html).toContain('Jūs pārstāvat: Valsts kanceleja')
    expect((await (await signedInAs('moderator')).open('/lv')).html).not.toContain('class="acting"')
  })

  it('is chosen by who holds roles for several, right after signing in, and can be changed', async () => {
    await both()
    const browser = await signedInAs('officer')
    const first = await browser.open('/lv/mani-darbi')
    expect(first.location).toBe(`${choice}?next=%2Flv%2Fmani-darbi`)
    const page = await browser.open(first.location ?? '')
    expect(await invalidHtml(page.html)).toEqual([])
    const none = await browser.fill(page, 0, {})
    expect([none.status, none.html.includes('kurā Jums ir loma')]).toEqual([422, true])
    expect(await invalidHtml(none.html)).toEqual([])
    expect((await browser.fill(page, 0, { organisation: 'vk', form: crypto.randomUUID() })).location).toBe('/lv/mani-darbi')
    expect((await browser.open('/lv')).html).toContain('<b>Valsts kanceleja</b>')
    await browser.send(choice, { form: crypto.randomUUID(), organisation: 'providus' })
    expect((await browser.open('/lv')).html).toMatch(/<p class="acting"><span>Pārstāvat: <b>[^<]*PROVIDUS/)
  })

  it('for another than one’s own is refused', async () => {
    await both()
    const browser = await signedInAs('officer')
    for (const organisation of ['fm', '', "vk' or 1=1"])
      expect((await browser.send(choice, { form: crypto.randomUUID(), organisation })).status, organisation).toBe(422)
    const stranger = await signedInAs('moderator')
    expect((await stranger.send(choice, { form: crypto.randomUUID(), organisation: 'vk' })).status).toBe(422)
  })

  it('ends with the role it was chosen for', async () => {
    await both()
    const browser = await signedInAs('officer')
    await browser.send(choice, { form: crypto.randomUUID(), organisation: 'providus' })
    await site.execute(`delete from role_assignment where person_id = 'demonstration-officer' and role = 'representative'`)
    expect((await browser.open('/lv')).html).toContain('<b>Valsts kanceleja</b>')
    const refused = await browser.open(assessment('providus'))
    expect([refused.status, refused.html.includes('Tagad pārstāvat')]).toEqual([403, false])
  })

  it('decides what may be done: for another it is refused with the way to change, and what was typed goes on', async () => {
    await both()
    const browser = await signedInAs('officer')
    const path = assessment('providus')
    await browser.send(choice, { form: crypto.randomUUID(), organisation: 'providus' })
    const form = formsIn((await browser.open(path)).html)[0]?.hidden ?? {}
    await browser.send(choice, { form: crypto.randomUUID(), organisation: 'vk' })
    const seen = await browser.open(path)
    expect([seen.status, seen.html.includes('Tagad pārstāvat: Valsts kanceleja.')]).toEqual([403, true])
    expect(seen.html).toContain(`href="${choice}?next=${encodeURIComponent(path)}"`)

    const written = { ...form, verdict: 'disagree', text: 'Organizācijas vārdi.', language: 'lv', action: 'preview' }
    const refused = await browser.send(path, written)
    expect([refused.status, refused.html.includes('Ierakstītais nav zudis')]).toEqual([403, true])
    expect(await invalidHtml(refused.html)).toEqual([])
    const change = await browser.open(`${choice}?next=%2Flv%2Fturpinat`)
    expect((await browser.fill(change, 0, { organisation: 'providus' })).location).toBe('/lv/turpinat')
    const preview = await browser.fill(await browser.open('/lv/turpinat'), 0, {})
    expect(preview.status).toBe(303)
    await browser.fill(await browser.open(preview.location ?? ''), 0, { action: 'publish' })
    const { rows } = (await site.execute('select entry from record_entry order by seq desc limit 1')) as { rows: { entry: string }[] }
    expect(JSON.parse(rows[0]?.entry ?? '{}')).toMatchObject({
      act: 'correctAssessment',
      actor: { role: 'representative', for: 'providus' },
    })
  })
})
