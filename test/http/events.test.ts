import ICAL from 'ical.js'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { register } from '../../src/cycle/events/register.ts'
import { anEvent, aParticipant, eventFields, registration, registrations } from '../../src/cycle/events/testSupport.ts'
import { aPlan } from '../../src/cycle/plan/testSupport.ts'
import { demonstrationLinks, seedDemonstrationPeople } from '../../src/people/index.ts'
import { addTwoOrganisations } from '../../src/people/testSupport.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { Browser, formsIn, type Seen } from './browser.ts'

let house: TestHouse
let app: ReturnType<typeof createApp>
let secretariat: Browser
let visitors = 0
beforeAll(async () => {
  house = await openTestHouse()
  await addTwoOrganisations(house)
  await aPlan(house, { adopted: false })
  await seedDemonstrationPeople(house)
  app = createApp(house)
  secretariat = new Browser(app)
  const link = (await demonstrationLinks(house)).find((found) => found.role === 'secretariat')
  await secretariat.open(link?.url.replace('http://127.0.0.1:3000', '') ?? '')
})
afterAll(() => house.close())
beforeEach(() => {
  house.setToday('2019-09-10')
  house.letters.length = 0
})

/** A visitor from an address of their own. */
function visitor(): Browser {
  visitors += 1
  return new Browser(app, `10.7.0.${visitors}`)
}

const mainOf = ({ html }: Pick<Seen, 'html'>): string => html.slice(html.indexOf('<main'), html.indexOf('</main>'))
const textOf = (seen: Pick<Seen, 'html'>): string =>
  mainOf(seen)
    .replaceAll(/<title.*?<\/title>/g, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const linkIn = (text: string, part: string): string =>
  [...text.matchAll(/http:\/\/127\.0\.0\.1:3000(\/\S+)/g)].map(([, path = '']) => path).find((path) => path.includes(part)) ?? ''
const typed = { name: 'Anna Anonīma', email: 'anna@example.org', sector: 'resident', organisation: '', needs: 'Surdotulks' }
/** Fills in the form of a page that goes to an address, hidden fields too. */
async function press(browser: Browser, path: string, action: string, values: Record<string, string>, nth = 0): Promise<Seen> {
  const form = formsIn((await browser.open(path)).html).filter((found) => found.action === action)[nth]
  if (!form) throw new Error(`no form goes to ${action}`)
  return browser.send(action, { ...form.hidden, ...values })
}

describe('announcing', () => {
  it('keeps what was typed when something is missing, publishes it once it is right, and shows it everywhere', async () => {
    const fields = { ...eventFields, 'title.lv': 'Saruna par datiem', plan: 'lv-5' }
    const refused = await press(secretariat, '/lv/sekretariats/pasakumi/jauns', '/lv/sekretariats/pasakumi/jauns', {
      ...fields,
      hours: '14.30',
      action: 'preview',
    })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('href="#hours"')
    expect(refused.html).toContain('value="Saruna par datiem"')
    const done = await press(secretariat, '/lv/sekretariats/pasakumi/jauns', '/lv/sekretariats/pasakumi/jauns', {
      ...fields,
      action: 'preview',
    })
    expect(done.status).toBe(303)
    const preview = done.location ?? ''
    const everyone = visitor()
    expect(textOf(await secretariat.open(preview))).toContain('Brīvas 2 no 2 vietām.')
    expect((await everyone.open(preview)).status).toBe(401)
    expect(textOf(await everyone.open('/lv/pasakumi'))).not.toContain('Saruna par datiem')
    const announced = await press(secretariat, preview, preview, {})
    expect(announced.status).toBe(303)
    const path = announced.location?.split('?')[0] ?? ''
    const shown = textOf(await everyone.open(path))
    expect(shown).toContain('Pirmdiena, 2019. gada 16. septembris, plkst. 14.30–17.00')
    expect(shown).toContain('Ieeja bez pakāpieniem.')
    expect(shown).toContain('Brīvas 2 no 2 vietām.')
    for (const list of ['/lv/pasakumi', '/lv', '/lv/plani/lv-5']) expect((await everyone.open(list)).html).toContain(`href="${path}"`)
    expect((await everyone.open('/lv/jaunumi.atom')).html).toContain('Izziņots pasākums: Saruna par datiem')
    expect(mainOf(await everyone.open('/lv/meklet?q=saruna+datiem'))).toContain(path)
    for (const file of [`${path}/kalendars.ics`, '/lv/termini.ics', '/lv/plani/lv-5/termini.ics']) {
      const found = new ICAL.Component(ICAL.parse((await everyone.open(file)).html))
        .getAllSubcomponents('vevent')
        .find((event) => String(event.getFirstPropertyValue('summary')).startsWith('Saruna par datiem'))
      expect(String(found?.getFirstPropertyValue('dtstart'))).toBe('2019-09-16T11:30:00Z')
      expect(found?.getFirstPropertyValue('location')).toBe('Ministru kabineta ēka')
    }
  })

  it('of a draft nothing is seen, and two who change it at once are both told', async () => {
    const made = await press(secretariat, '/lv/sekretariats/pasakumi/jauns', '/lv/sekretariats/pasakumi/jauns', {
      'title.lv': 'Slepens',
      action: 'save',
    })
    const edit = made.location?.split('?')[0] ?? ''
    // What is not ready to be announced has no preview: the form says what is missing.
    const back = (await secretariat.open(`${edit}/prieksskatijums`)).location ?? ''
    expect(back).toBe(`${edit}?check=yes`)
    expect((await secretariat.open(back)).html).toContain('href="#hours"')
    const id = edit.split('/').at(-1)
    expect((await visitor().open(`/lv/pasakumi/${id}`)).status).toBe(404)
    expect(textOf(await visitor().open('/lv/pasakumi'))).not.toContain('Slepens')
    const opened = await secretariat.open(edit)
    const hidden = formsIn(opened.html)[0]?.hidden ?? {}
    await secretariat.send(edit, { ...hidden, 'title.lv': 'Viena', action: 'save' })
    const late = await secretariat.send(edit, { ...hidden, form: 'otra-veidlapa', 'title.lv': 'Otra', action: 'save' })
    expect(late.status).toBe(409)
    expect(textOf(late)).toContain('Viena')
    expect(late.html).toContain('value="Otra"')
  })
})

describe('registering without an account', () => {
  it('takes a seat only by the link in the letter, which then signs in; the page tells how it stands', async () => {
    const id = await anEvent(house)
    const browser = visitor()
    const form = `/lv/pasakumi/${id}/pieteikties`
    const wrong = await press(browser, form, form, { ...typed, email: 'nav', sector: '' })
    expect(wrong.status).toBe(422)
    expect(wrong.html).toContain('value="Anna Anonīma"')
    expect(mainOf(wrong)).toContain('href="#email"')
    const sent = await press(browser, form, form, { ...typed, showName: 'yes' })
    expect(sent.location).toBe(`${form}?sent=1`)
    expect(textOf(await browser.open(sent.location ?? ''))).toContain('Apstipriniet pieteikumu')
    expect(await registrations(house, id)).toEqual([])

    const letter = house.letters.at(-1)
    const confirm = await browser.open(linkIn(letter?.body ?? '', 'token='))
    expect(textOf(confirm)).toContain('Pieteikties pasākumam „Atvērta diskusija”')
    expect(await registrations(house, id)).toEqual([])
    const done = await browser.fill(confirm, 0, {})
    const page = await browser.open(done.location ?? '')
    expect(textOf(page)).toContain('Jūs esat pieteicies, un vieta Jums ir.')
    expect(textOf(page)).toContain('Anna Anonīma')
    expect(house.letters.at(-1)).toMatchObject({ to: 'anna@example.org', subject: 'Jūs esat pieteikts: Atvērta diskusija' })
    // The link has been used up: nobody is registered twice.
    expect((await browser.fill(confirm, 0, {})).status).toBe(410)
    expect(textOf(await visitor().open(`/lv/pasakumi/${id}`))).not.toContain('Surdotulks')
  })

  it('says so clearly when the last seat has gone meanwhile, and the letter’s link gives a seat back without signing in', async () => {
    const id = await anEvent(house, { capacity: '1' })
    const browser = visitor()
    const form = `/en/events/${id}/register`
    await press(browser, form, form, { ...typed, email: 'vina@example.org' })
    const confirm = await browser.open(linkIn(house.letters.at(-1)?.body ?? '', 'token='))
    await register(house, await aParticipant(house, 'atrais'), id, registration('Ātrais'))
    const leave = linkIn(house.letters.at(-1)?.body ?? '', 'atteikties')
    const done = await browser.fill(confirm, 0, {})
    expect(textOf(await browser.open(done.location ?? ''))).toContain('The last seat has just gone to someone else')

    const stranger = visitor()
    const asked = await stranger.open(leave)
    expect(textOf(asked)).toContain('Jūsu vietu saņems nākamais')
    expect((await registrations(house, id)).map(({ state }) => state)).toEqual(['registered', 'waiting'])
    await stranger.fill(asked, 0, {})
    expect((await registrations(house, id)).map(({ state }) => state)).toEqual(['left', 'registered'])
    expect(house.letters.at(-1)).toMatchObject({ to: 'vina@example.org', subject: 'You have a seat: Open discussion' })
    expect((await visitor().open(leave.replace(/token=(\d+)/, 'token=9$1'))).status).toBe(403)
    expect((await visitor().open(`/lv/pasakumi/${id}/atteikties`)).status).toBe(401)
  })

  it('of a cancelled event the reason is read, and nobody registers any more', async () => {
    const id = await anEvent(house)
    const cancel = `/lv/sekretariats/pasakumi/${id}/atcelt`
    expect((await press(secretariat, cancel, cancel, { 'reason.lv': 'Īss' })).status).toBe(422)
    expect((await press(secretariat, cancel, cancel, { 'reason.lv': 'Zālē notiek remonts.' })).status).toBe(303)
    expect(textOf(await visitor().open(`/lv/pasakumi/${id}`))).toMatch(/Pasākums nenotiks.*Zālē notiek remonts\./)
    const sent = await visitor().send(`/lv/pasakumi/${id}/pieteikties`, typed)
    expect(sent.status).toBe(422)
    expect(textOf(sent)).toContain('Pasākums nenotiks, tāpēc pieteikties vairs nevar.')
  })
})

describe('at the door and after', () => {
  it('ticks, walk-ins and minutes: numbers and what was said are public, who said it only with consent; a conclusion is handed on once', async () => {
    const id = await anEvent(house, { plan: 'lv-5' })
    await register(house, await aParticipant(house, 'ilze'), id, registration('Ilze Šķēle', { sector: 'municipality' }))
    house.setToday('2019-09-16')
    const door = `/lv/sekretariats/pasakumi/${id}/durvis`
    expect((await visitor().open(door)).status).toBe(401)
    const found = await secretariat.open(`${door}?q=skele`)
    expect(textOf(found)).toContain('Ilze Šķēle')
    expect(textOf(await secretariat.open(`${door}?q=berzins`))).toContain('Neviens ar tādu vārdu nav pieteicies.')
    const tick = formsIn(found.html).find(({ hidden }) => hidden['person'])
    await secretariat.send(door, tick?.hidden ?? {})
    await secretariat.send(door, { ...tick?.hidden, form: 'otra-pie-durvim' })
    expect((await press(secretariat, door, door, { name: 'Nepieteicies', sector: '' }, 2)).status).toBe(422)
    expect((await press(secretariat, door, door, { name: 'Nepieteicies', sector: 'business' }, 2)).status).toBe(303)

    const edit = `/lv/sekretariats/pasakumi/${id}`
    const hold = formsIn((await secretariat.open(edit)).html).at(-1)
    await secretariat.send(edit, { ...hold?.hidden, action: 'hold' })
    const held = textOf(await visitor().open(`/lv/pasakumi/${id}`))
    expect(held).toMatch(/Atnākušie pa nozarēm/)
    expect(held).not.toMatch(/Ilze|Nepieteicies/)

    house.setToday('2019-10-01')
    expect(textOf(await secretariat.open('/lv/mani-darbi'))).toContain('Pasākuma protokols')
    const write = `${edit}/protokols`
    const minutes = {
      'summary.lv': 'Runājām par atvērtajiem datiem.',
      'items.1.sector': 'civil-society',
      'items.1.text.lv': 'Dati jāpublicē biežāk.',
      'items.1.speaker': 'Slepenā Runātāja',
      'conclusions.1.title.lv': 'Publicēt datus katru mēnesi',
      'conclusions.1.text.lv': 'Iestādes datus publicē reizi mēnesī.',
      action: 'publish',
    }
    const refused = await press(secretariat, write, write, minutes)
    expect(refused.status).toBe(422)
    expect(mainOf(refused)).toContain('href="#items-1-speaker"')
    expect((await press(secretariat, write, write, { ...minutes, 'items.1.speaker': '' })).status).toBe(303)
    const read = textOf(await visitor().open(`/lv/pasakumi/${id}`))
    expect(read).toContain('Pilsoniskā sabiedrība Dati jāpublicē biežāk.')
    expect(read).not.toContain('Slepenā')
    expect(mainOf(await visitor().open('/lv/meklet?q=publiceja+datus+menesi'))).not.toContain('Slepenā')
    expect(textOf(await secretariat.open('/lv/mani-darbi'))).not.toContain('Pasākuma protokols')
    expect(textOf(await visitor().open(`/lv/zurnals?object=/events/${id}`))).toContain('Publicēts pasākuma protokols')
  })
})
