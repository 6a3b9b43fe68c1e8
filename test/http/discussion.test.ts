import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { comment, idea } from '../../src/cycle/ideas/tables.ts'
import { aCall, anIdea, type Call, storedIdea } from '../../src/cycle/ideas/testSupport.ts'
import { ideaMerge } from '../../src/cycle/ideas/themes/tables.ts'
import { demonstrationLinks, seedDemonstrationPeople } from '../../src/people/index.ts'
import { addTwoOrganisations } from '../../src/people/testSupport.ts'
import { localText } from '../../src/platform/languages/languages.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { Browser, formsIn, type Seen } from './browser.ts'

let house: TestHouse
let call: Call
let clients = 0
beforeAll(async () => {
  house = await openTestHouse()
  await addTwoOrganisations(house)
  await seedDemonstrationPeople(house)
  call = await aCall(house)
})
afterAll(() => house.close())
beforeEach(() => {
  house.letters.length = 0
})

/** A browser from an address of its own; limits count by it. */
const newBrowser = (): Browser =>
  new Browser(createApp({ ...house, configuration: { ...house.configuration } }), `10.2.${Math.floor(++clients / 200)}.${clients % 200}`)

async function signedIn(role: 'participant' | 'moderator' | 'representative'): Promise<Browser> {
  // The demonstration's links work on this machine alone.
  const browser = new Browser(createApp({ ...house, configuration: { ...house.configuration } }), '127.0.0.1')
  const link = (await demonstrationLinks(house)).find((one) => one.role === role)
  await browser.open(link?.url.replace('http://127.0.0.1:3000', '') ?? '')
  return browser
}

const pageOf = (number: number): string => `/lv/plani/lv-5/idejas/${number}`
/** Who takes their time over a form. */
const unhurried = (): { opened: string } => ({ opened: String(Date.now() - 60_000) })
const tokenIn = (body: string): string => /token=([\w-]+)/.exec(body)?.[1] ?? ''
/** The form of a page that goes to an address. */
const formTo = (seen: Seen, address: string): number => formsIn(seen.html).findIndex((form) => form.action.startsWith(address))

describe('a visitor', () => {
  it('reads the list and an idea, whole and with what became of it', async () => {
    const { number } = await anIdea(house, call)
    const visitor = newBrowser()
    const list = await visitor.open('/lv/plani/lv-5/idejas')
    expect(list.status).toBe(200)
    expect(list.html).toContain('Rindas pie ārsta kā atvērtie dati')
    expect(list.html).toContain('Gaida atbildi')
    expect(list.html).toContain('Nepublicētu ideju nav.')
    const page = await visitor.open(pageOf(number))
    expect(page.html).toContain('Rādīt gaidīšanas laiku pa slimnīcām.')
    expect(page.html).toContain('Šo ideju vēl neviens nav atbalstījis.')
    expect((await visitor.open('/en/plans/lv-5/ideas')).html).toContain('<span lang="lv">Rindas pie ārsta kā atvērtie dati</span>')
  })

  it('finds ideas in the forms that Latvian has, and with a typing error', async () => {
    await anIdea(house, call, { title: localText('Atvērtie amatpersonu kalendāri') })
    const visitor = newBrowser()
    for (const words of ['kalendāru', 'kalendari', 'kalendrāi amatpersonām']) {
      const { html } = await visitor.open(`/lv/plani/lv-5/idejas?${new URLSearchParams({ q: words })}`)
      expect(html).toContain('Atvērtie amatpersonu kalendāri')
    }
    expect((await visitor.open('/lv/plani/lv-5/idejas?q=zirgi')).html).toContain('Tādu ideju nav.')
    expect((await visitor.open('/lv/meklet?q=kalendāru')).html).toContain('/lv/plani/lv-5/idejas/')
  })

  it('is not led astray by hostile addresses', async () => {
    const visitor = newBrowser()
    for (const query of [
      'state=%27%3Bdrop',
      'after=9_9%27',
      'after=2019-02-31_1&sort=newest',
      'theme=1e9',
      'answers=%00x',
      'q=%27%26%7C!:*',
      `q=${'a'.repeat(5000)}`,
      'after=99999999999_1',
    ])
      expect([200, 400]).toContain((await visitor.open(`/lv/plani/lv-5/idejas?${query}`)).status)
    for (const address of ['0', '1e3', '-1', '99999999999', '%27', '1/datnes/1', '1/datnes/x', '1/komentars?reply=x'])
      expect([200, 404]).toContain((await visitor.open(`/lv/plani/lv-5/idejas/${address}`)).status)
    expect((await visitor.open('/lv/plani/lv-5/idejas/1?comment=x')).status).toBe(404)
  })

  it('supports an idea by a letter, once, and takes it back signed in', async () => {
    const { id, number } = await anIdea(house, call)
    const visitor = newBrowser()
    const form = await visitor.open(`${pageOf(number)}/atbalsts`)
    const values = { ...unhurried(), sector: 'academia', name: 'Anna', email: 'anna@example.org' }
    const sent = await visitor.fill(form, 0, values)
    expect([sent.status, sent.location]).toEqual([303, `${pageOf(number)}/atbalsts?sent=3`])
    expect((await storedIdea(house, id)).supports).toBe(0)
    const confirming = await visitor.open(`/lv/apstiprinat?token=${tokenIn(house.letters[0]?.body ?? '')}`)
    expect(confirming.html).toContain(`Atbalstīt ideju Nr. ${number}`)
    const done = await visitor.fill(confirming, 0, {})
    expect(done.status).toBe(303)
    expect((await storedIdea(house, id)).supports).toBe(1)
    const page = await visitor.open(pageOf(number))
    expect(page.html).toContain('Jūs atbalstāt šo ideju')
    expect((await visitor.fill(page, formTo(page, `${pageOf(number)}/atbalsts`), { do: 'back' })).status).toBe(303)
    expect((await storedIdea(house, id)).supports).toBe(0)
  })

  it('comments by a letter; what they typed is escaped, and never theirs alone to publish', async () => {
    const { id, number } = await anIdea(house, call)
    const visitor = newBrowser()
    const page = await visitor.open(pageOf(number))
    const body = '<script>alert(1)</script> & <b>labi</b>'
    const values = { ...unhurried(), kind: 'question', body, name: 'Anna <i>', sector: 'resident', email: 'b@example.org' }
    const sent = await visitor.fill(page, formTo(page, `${pageOf(number)}/komentars`), values)
    expect([sent.status, sent.location]).toEqual([303, `${pageOf(number)}/komentars?sent=3`])
    expect((await storedIdea(house, id)).comments).toBe(0)
    const confirming = await visitor.open(`/lv/apstiprinat?token=${tokenIn(house.letters[0]?.body ?? '')}`)
    const done = await visitor.fill(confirming, 0, {})
    const after = await visitor.open(done.location?.replace(/#.*/, '') ?? '')
    expect(after.html).toContain('&lt;script>alert(1)&lt;/script> &amp; &lt;b>labi&lt;/b>')
    expect(after.html).not.toContain('<script>alert')
    expect(after.html).toContain('Anna &lt;i>')
    expect(after.html).toContain('Paldies, Jūsu komentārs ir pievienots.')
  })

  it('loses nothing that was typed, whatever is wrong with it', async () => {
    const { number } = await anIdea(house, call)
    const visitor = newBrowser()
    const page = await visitor.open(pageOf(number))
    const nth = formTo(page, `${pageOf(number)}/komentars`)
    const typed = {
      ...unhurried(),
      kind: 'for',
      body: 'Rūpīgi uzrakstīts teksts',
      name: 'Anna',
      sector: 'resident',
      email: 'c@example.org',
    }
    const tries = [{ email: 'nav' }, { name: '' }, { website: 'x' }, { opened: String(Date.now()) }, { sector: '' }, { kind: '' }]
    for (const wrong of tries) {
      const again = await visitor.fill(page, nth, { ...typed, ...wrong })
      expect(again.status).toBe(422)
      expect(again.html).toContain('Rūpīgi uzrakstīts teksts')
    }
    expect(house.letters).toEqual([])
  })

  it('is told to wait after too many reports; the reports themselves need no account', async () => {
    const { number } = await anIdea(house, call)
    const visitor = newBrowser()
    const statuses: number[] = []
    for (let n = 0; n < 12; n += 1) {
      const form = await visitor.open(`${pageOf(number)}/zinot`)
      const sent = await visitor.fill(form, 0, { ...unhurried(), reason: 'spam', text: `Reklāma ${n}` })
      statuses.push(sent.status)
      if (sent.status === 429) expect(sent.html).toContain(`Reklāma ${n}`)
    }
    expect(statuses).toEqual([...Array(10).fill(303), 429, 429])
  })

  it('gets all ideas as CSV and JSON, without formulas and without the senders', async () => {
    await anIdea(house, call, { title: localText('=HYPERLINK("http://x")'), authorId: 'demonstration-participant' })
    const visitor = newBrowser()
    const csv = await visitor.open('/lv/plani/lv-5/idejas.csv')
    expect(csv.headers.get('content-type')).toContain('text/csv')
    expect(csv.html).toContain(`"'=HYPERLINK`)
    const json = await visitor.open('/en/plans/lv-5/ideas.json')
    const all = JSON.parse(json.html) as Record<string, unknown>[]
    expect(all.length).toBe(csv.html.trim().split('\r\n').length - 1)
    expect(Object.keys(all[0] ?? {})).not.toContain('authorId')
    expect(csv.html + json.html).not.toContain('demonstration-participant')
    expect((await visitor.open('/lv/plani/nope/idejas.csv')).status).toBe(404)
  })

  it('puts an idea into another site: that page alone may be framed, and has no script', async () => {
    const { number } = await anIdea(house, call)
    const visitor = newBrowser()
    const embed = await visitor.open(`${pageOf(number)}/iegult`)
    expect(embed.headers.get('content-security-policy')).toContain('frame-ancestors *')
    expect(embed.headers.get('x-frame-options')).toBeNull()
    expect(embed.html).not.toContain('<script')
    const page = await visitor.open(pageOf(number))
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(page.headers.get('x-frame-options')).toBe('DENY')
  })
})

describe('a participant', () => {
  it('supports at once; a second press of the same form counts nothing more', async () => {
    const { id, number } = await anIdea(house, call)
    const browser = await signedIn('participant')
    const page = await browser.open(pageOf(number))
    const nth = formTo(page, `${pageOf(number)}/atbalsts`)
    await browser.fill(page, nth, { sector: 'resident' })
    await browser.fill(page, nth, { sector: 'resident' })
    expect((await storedIdea(house, id)).supports).toBe(1)
    expect((await browser.open(pageOf(number))).html).toContain('Atsaukt atbalstu')
  })

  it('is told when the idea was merged or hidden meanwhile, and keeps what was written', async () => {
    const into = await anIdea(house, call)
    const { id, number } = await anIdea(house, call)
    const browser = await signedIn('participant')
    const page = await browser.open(pageOf(number))
    await house.db.update(idea).set({ mergedIntoId: into.id }).where(eq(idea.id, id))
    await house.db
      .insert(ideaMerge)
      .values({ ideaId: id, intoId: into.id, reason: localText('Par to pašu.'), mergedOn: house.clock.today(), recordSeq: 1 })
    const support = await browser.fill(page, formTo(page, `${pageOf(number)}/atbalsts`), { sector: 'resident' })
    expect(support.status).toBe(409)
    expect(support.html).toContain(`apvienota ar ideju Nr. ${into.number}`)
    expect((await browser.open(pageOf(number))).html).toContain(`href="${pageOf(into.number)}"`)
    await house.db.update(idea).set({ visibility: 'hidden', mergedIntoId: null }).where(eq(idea.id, id))
    const values = { kind: 'for', body: 'Ilgi rakstīts', as: 'person', sector: 'resident' }
    const said = await browser.fill(page, formTo(page, `${pageOf(number)}/komentars`), values)
    expect(said.status).toBe(409)
    expect(said.html).toContain('Ilgi rakstīts')
    expect((await browser.open(pageOf(number))).status).toBe(410)
    expect((await house.db.select().from(comment).where(eq(comment.ideaId, id))).length).toBe(0)
  })

  it('speaks for the organisation they act for, with its sector, and replies to others', async () => {
    const { id, number } = await anIdea(house, call)
    const browser = await signedIn('representative')
    const page = await browser.open(pageOf(number))
    const values = { kind: 'against', body: 'Biedrība iebilst.', as: 'organisation', sector: 'resident' }
    const sent = await browser.fill(page, formTo(page, `${pageOf(number)}/komentars`), values)
    expect(sent.status).toBe(303)
    const [said] = await house.db.select().from(comment).where(eq(comment.ideaId, id))
    expect([said?.authorKind, said?.organisationId, said?.sector]).toEqual(['organisation', 'providus', 'civil-society'])
    const reply = await browser.open(`${pageOf(number)}/komentars?reply=${said?.id}`)
    expect(reply.html).toContain('Biedrība iebilst.')
    const answered = await browser.fill(reply, 0, { body: 'Un vēl kas.', as: 'person', sector: 'resident' })
    expect(answered.status).toBe(303)
    expect((await browser.open(pageOf(number))).html).toContain('Un vēl kas.')
  })

  it('can say nothing once the call is closed; everything stays readable', async () => {
    const { number } = await anIdea(house, call)
    house.setToday('2019-10-21')
    const browser = await signedIn('participant')
    const page = await browser.open(pageOf(number))
    expect(page.html).toContain('Ideju vākšana ir slēgta')
    expect(formTo(page, `${pageOf(number)}/komentars`)).toBe(-1)
    expect(page.html).toContain('Atbilde kavējas')
    house.setToday('2019-09-10')
  })
})
