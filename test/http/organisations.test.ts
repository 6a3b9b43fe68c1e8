import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../src/platform/dates/partialDate.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
beforeAll(async () => {
  site = await openSite()
})
afterAll(() => site?.close())

async function read(path: string): Promise<{ status: number; location: string | null; html: string; text: string }> {
  const answer = await fetch(site.url + path, { redirect: 'manual' })
  const html = await answer.text()
  return { status: answer.status, location: answer.headers.get('location'), html, text: plain(html) }
}

const plain = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const section = (html: string, id: string): string =>
  plain(html.split('<section').find((part) => part.includes(`aria-labelledby="${id}"`)) ?? '')
const linked = (html: string, path: string): string[] =>
  [...html.matchAll(new RegExp(`<a href="${path}/[^"]+">([^<]+)</a>`, 'g'))].map(([, name = '']) => name)

describe('the lists', () => {
  it('have institutions and organisations apart, in Latvian order, each with its part', async () => {
    const institutions = await read('/lv/institucijas')
    const names = linked(institutions.html, '/lv/institucijas')
    expect(names).toEqual([...names].sort(new Intl.Collator('lv').compare))
    expect(names).toContain('Valsts kanceleja')
    expect(institutions.text).toMatch(/Korupcijas novēršanas un apkarošanas birojs\s+atbild par 3 apņemšanām/)
    const organisations = await read('/lv/organizacijas')
    expect(linked(organisations.html, '/lv/organizacijas')).toContain('Sabiedriskās politikas centrs PROVIDUS')
    expect(organisations.text).not.toContain('Korupcijas novēršanas')
  })

  it('are narrowed to a sector', async () => {
    const { html, text } = await read('/lv/organizacijas?sector=business')
    expect(text).not.toContain('PROVIDUS')
    expect(html).toContain('<option value="business" selected>')
  })

  it('do not name who takes part only in a plan that is still to come', async () => {
    for (const path of ['/lv/institucijas', '/lv/organizacijas']) expect((await read(path)).text).not.toMatch(/godīguma pakta|Kalme|Saeima/)
  })
})

describe('an institution', () => {
  it('shows all it leads, with how each stands and what it has said of it', async () => {
    const { html, text } = await read('/lv/institucijas/vk')
    const parts = section(html, 'lv-3')
    expect(text).toContain('Atbild par 6 apņemšanām.')
    expect(parts).toMatch(/1 Sabiedrības līdzdalība lēmumu pieņemšanā Atbildīgā institūcija Ziņots par 2 no 3 punktiem/)
    expect(parts).toMatch(/pašvērtējums iesniegts 10\.09\.2019\..*demonstrācija/)
    expect(parts).toMatch(/Ziņas nav iesniegtas/)
  })

  it('has its record of reporting on time, by both deadlines', async () => {
    const { html } = await read('/lv/institucijas/vk')
    const record = section(html, 'laika')
    expect(record).toMatch(/01\.07\.2018\.–30\.06\.2019\. Trešais plāns 01\.09\.2019\. \(tiesību aktā\) 12\.09\.2019\. \(darba termiņš\)/)
    expect(record).toMatch(/par 1 no 6 apņemšanām/)
  })

  it('answers at its own address alone: the other leads to it', async () => {
    expect(await read('/lv/organizacijas/vk')).toMatchObject({ status: 301, location: '/lv/institucijas/vk' })
    expect(await read('/en/institutions/providus')).toMatchObject({ status: 301, location: '/en/organisations/providus' })
    expect((await read('/lv/institucijas/nav-tadas')).status).toBe(404)
  })
})

describe('an organisation', () => {
  it('shows where it is a partner and what it has assessed', async () => {
    const { html } = await read('/en/organisations/providus')
    const parts = section(html, 'lv-3')
    expect(parts).toMatch(/1 Public participation in decision-making Partner Assessment handed in on 10 Sep 2019 \(demonstration\)/)
    expect(parts).toMatch(/10 Open and accountable governance of publicly owned companies Partner No assessment handed in/)
  })

  it('has handed in the joint assessment it signed', async () => {
    const { html } = await read('/en/organisations/lpa')
    expect(section(html, 'lv-3')).toMatch(/1 Public participation in decision-making Partner Assessment handed in on 10 Sep 2019/)
    expect(section(html, 'laika')).toContain('on 1 of 2 commitments')
    expect(section(html, 'laika')).toContain('it does not tell who has or has not reported in reality')
  })
})

describe('a name that changes later', () => {
  const later = 'Viedās administrācijas un reģionālās attīstības ministrija'
  const then = 'Vides aizsardzības un reģionālās attīstības ministrija'

  it('is not told before', async () => {
    const { html, text } = await read('/lv/institucijas/varam')
    expect(html).toMatch(new RegExp(`<h1[^>]*>${then}</h1>`))
    expect(text).not.toContain(later)
  })

  it('stands first after it, with the earlier one, when each was in force and how sure that is', async () => {
    await site.house.db.transaction((tx) => site.house.demonstration?.clock.moveTo(tx, day('2024-06-01')) ?? Promise.resolve(false))
    const { html } = await read('/lv/institucijas/varam')
    expect(html).toMatch(new RegExp(`<h1[^>]*>${later}</h1>`))
    const about = section(html, 'par')
    expect(about).toMatch(new RegExp(`${later} no 01\\.01\\.2024\\. Pārdēvēta 2024\\. gadā`))
    expect(about).toMatch(new RegExp(`${then} līdz 31\\.12\\.2023\\.`))
    expect((await read('/lv/plani/lv-3')).text).toContain(then)
  })
})

describe('an institution that was merged into another', () => {
  it('has kept its name: what happened stands with its day, and no second row looks like a renaming', async () => {
    await site.house.db.transaction((tx) => site.house.demonstration?.clock.moveTo(tx, day('2024-06-01')) ?? Promise.resolve(false))
    const about = section((await read('/lv/institucijas/pkc')).html, 'par')
    expect(about.match(/Pārresoru koordinācijas centrs/g)).toHaveLength(1)
    expect(about).toMatch(/01\.01\.2023\. – 2023\. gadā pievienots Valsts kancelejai/)
    expect(about).not.toMatch(/no 01\.01\.2023\.|līdz 31\.12\.2022\./)
    expect(section((await read('/en/institutions/pkc')).html, 'par')).toContain('1 Jan 2023: Merged into the State Chancellery in 2023')
  })
})
