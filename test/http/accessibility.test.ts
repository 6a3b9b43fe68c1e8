import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { defaultTexts, eraseFeedback } from '../../src/accessibility/index.ts'
import { createApp } from '../../src/app.tsx'
import { demonstrationLinks, seedDemonstrationPeople } from '../../src/people/index.ts'
import { addTwoOrganisations } from '../../src/people/testSupport.ts'
import type { House } from '../../src/platform/house.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { Browser, formsIn, type Seen } from './browser.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await addTwoOrganisations(house)
  await seedDemonstrationPeople(house)
})
afterAll(() => house.close())

let clients = 0
beforeEach(async () => {
  house.letters.length = 0
  house.setToday('2019-09-10')
  for (const table of ['accessibility_statement', 'accessibility_feedback', 'form_receipt'])
    await house.open.execute(`delete from ${table}`)
})

/** A browser from an address of its own; limits count by it. */
function newBrowser(at: House = house, from = `10.1.0.${++clients}`): Browser {
  return new Browser(createApp({ ...at, configuration: { ...at.configuration } }), from)
}

async function signedIn(role: 'secretariat' | 'administrator' | 'officer'): Promise<Browser> {
  // The demonstration's links work on this machine alone.
  const browser = newBrowser(house, '127.0.0.1')
  const link = (await demonstrationLinks(house)).find((one) => one.role === role)
  await browser.open(link?.url.replace('http://127.0.0.1:3000', '') ?? '')
  return browser
}

const rows = async (statement: string) => (await house.open.execute(statement)).rows as Record<string, unknown>[]
const entries = async (): Promise<number> => Number((await rows('select count(*) as n from record_entry'))[0]?.n)

describe('the accessibility statement', () => {
  const statement = '/lv/sekretariats/pieklustamiba'
  const filled = { 'institution.lv': 'Valsts kanceleja', 'contact.lv': 'pasts@example.lv\n\nBrīvības bulvāris 36' }

  it('tells before anyone has written what programs checked, and that the institution has not written', async () => {
    const { status, html } = await newBrowser().open('/lv/pieklustamiba')
    expect(status).toBe(200)
    expect(html).toContain('daļēji atbilst')
    expect(html).toContain('savu daļu vēl nav rakstījusi')
    expect(html).toContain('axe-core')
    expect(html).toContain(defaultTexts.law?.lv?.text)
  })

  it('is written by the secretariat or an administrator in a form that begins with the text of the program', async () => {
    for (const role of ['secretariat', 'administrator'] as const) {
      await house.open.execute('delete from accessibility_statement')
      const browser = await signedIn(role)
      const form = await browser.open(statement)
      expect(form.html).toContain(defaultTexts.complaint?.lv?.text)
      const before = await entries()
      const sent = await browser.fill(form, 0, { ...filled, 'limits.lv': 'Kartes nav piekļūstamas.' })
      expect([sent.status, sent.location]).toEqual([303, `${statement}?done=saved`])
      expect(await entries()).toBe(before + 1)
      const page = await newBrowser().open('/en/accessibility')
      expect(page.html).toContain('<span lang="lv">Valsts kanceleja</span>')
      expect(page.html).toContain('<p class="typed" lang="lv">Kartes nav piekļūstamas.</p>')
      expect(page.html).toContain('Published on 10 September 2019')
    }
  })

  it('keeps its versions, each at its address; what was not changed makes none', async () => {
    const browser = await signedIn('secretariat')
    await browser.fill(await browser.open(statement), 0, filled)
    await browser.fill(await browser.open(statement), 0, { ...filled, 'contact.lv': 'jauna@example.lv' })
    const before = await entries()
    await browser.fill(await browser.open(statement), 0, { ...filled, 'contact.lv': 'jauna@example.lv' })
    expect(await entries()).toBe(before)
    const visitor = newBrowser()
    expect((await visitor.open('/lv/pieklustamiba')).html).toContain('jauna@example.lv')
    const first = await visitor.open('/lv/pieklustamiba?version=1')
    expect(first.html).toContain('pasts@example.lv')
    expect(first.html).toContain('Spēkā ir jaunāka')
    for (const other of ['0', '3', '-1', 'x', '1e0']) expect((await visitor.open(`/lv/pieklustamiba?version=${other}`)).status).toBe(404)
  })

  it('is not overwritten by someone who has not seen its last version: both stand side by side', async () => {
    const [one, other] = [await signedIn('secretariat'), await signedIn('administrator')]
    const [mine, theirs] = [await one.open(statement), await other.open(statement)]
    await one.fill(mine, 0, filled)
    const refused = await other.fill(theirs, 0, { ...filled, 'institution.lv': 'Cita iestāde' })
    expect(refused.status).toBe(409)
    expect(refused.html).toContain('Valsts kanceleja')
    expect(refused.html).toContain('Cita iestāde')
    expect((await other.fill(refused, 0, { ...filled, 'institution.lv': 'Cita iestāde' })).status).toBe(303)
  })

  it('needs an institution and a contact, and an evaluation that has happened; all that was typed stays', async () => {
    const browser = await signedIn('secretariat')
    const sent = await browser.fill(await browser.open(statement), 0, {
      'limits.lv': '<b>Viss</b>',
      'evaluatedOn.day': '11',
      'evaluatedOn.part': '09',
      'evaluatedOn.year': '2019',
      protocolUrl: 'javascript:alert(1)',
    })
    expect(sent.status).toBe(422)
    for (const id of ['institution-lv', 'contact-lv', 'evaluatedOn', 'protocolUrl']) expect(sent.html).toContain(`href="#${id}"`)
    expect(sent.html).toContain('&lt;b>Viss&lt;/b>')
    expect(await rows('select 1 from accessibility_statement')).toEqual([])
  })

  it('can’t say that the site conforms as long as there is a limit or no evaluation', async () => {
    const browser = await signedIn('secretariat')
    await browser.fill(await browser.open(statement), 0, filled)
    expect((await newBrowser().open('/lv/pieklustamiba')).html).toContain('iestāde pati vietni vēl nav izvērtējusi')
  })
})

describe('a message about a barrier', () => {
  const form = '/lv/pieklustamiba/zinot'
  const long = () => String(Date.now() - 60_000)
  const write = async (values: Record<string, string> = {}, browser = newBrowser(), path = form): Promise<Seen> =>
    browser.fill(await browser.open(path), 0, {
      text: 'Nevaru atvērt datni.',
      page: '/lv/plani/lv-3',
      email: 'anna@example.com',
      opened: long(),
      ...values,
    })
  const stored = () => rows('select page, text, email, language, state, answer from accessibility_feedback order by id')

  it('comes from any page without an account, and reaches the secretariat by letter without a word of it', async () => {
    const home = await newBrowser().open('/lv/par')
    expect(home.html).toContain('href="/lv/pieklustamiba/zinot?page=%2Flv%2Fpar"')
    expect((await newBrowser().open(`${form}?page=%2Flv%2Fpar`)).html).toContain('value="/lv/par"')
    const before = await entries()
    const sent = await write()
    expect([sent.status, sent.location]).toEqual([303, `${form}?sent=1`])
    expect((await newBrowser().open(sent.location ?? '')).html).toContain('ziņojums ir saņemts')
    expect(await stored()).toEqual([
      { page: '/lv/plani/lv-3', text: 'Nevaru atvērt datni.', email: 'anna@example.com', language: 'lv', state: 'new', answer: null },
    ])
    expect(house.letters).toMatchObject([{ to: 'secretariat@example.org' }])
    expect(house.letters[0]?.body).toMatch(/\/lv\/sekretariats\/pieklustamiba\/zinojumi\/\d+/)
    expect(JSON.stringify(house.letters)).not.toMatch(/anna|Nevaru/)
    expect(await entries()).toBe(before)
  })

  it('is one message, however often it is sent', async () => {
    await write()
    await write()
    expect([(await stored()).length, house.letters.length]).toEqual([1, 1])
    await write({ text: 'Un vēl.' })
    expect((await stored()).length).toBe(2)
  })

  it('says at the field what is wrong and keeps all that was typed', async () => {
    const sent = await write({ text: '', email: 'anna', page: 'a'.repeat(501) })
    expect(sent.status).toBe(422)
    for (const id of ['text', 'email', 'page']) expect(sent.html).toContain(`href="#${id}"`)
    expect(sent.html).toContain('value="anna"')
    expect((await write({ text: 'ā'.repeat(5001) })).status).toBe(422)
    expect((await write({ text: 'ā'.repeat(5000) })).status).toBe(303)
    expect((await stored()).length).toBe(1)
  })

  it('may hold anything: markup, header lines, another site', async () => {
    const hostile = '<script>alert(1)</script>\r\nBcc: all@example.com\0'
    await write({ text: hostile, page: 'https://evil.example/"><b>' })
    const secretariat = await signedIn('secretariat')
    const id = (await rows('select id from accessibility_feedback'))[0]?.id
    const { html } = await secretariat.open(`/lv/sekretariats/pieklustamiba/zinojumi/${id}`)
    expect(html).toContain('&lt;script>alert(1)&lt;/script>')
    expect(html).not.toContain('<script>alert')
    expect(html).not.toContain('href="https://evil')
    expect(html).not.toMatch(/\0/)
  })

  it('from a program that fills in everything or is quicker than a person is refused; a person sends it again', async () => {
    const trapped = await write({ website: 'https://spam.example' })
    expect(trapped.status).toBe(422)
    expect(trapped.html).toContain('Šo lauku atstājiet tukšu')
    expect(trapped.html).toContain('Nevaru atvērt datni.')
    const browser = newBrowser()
    const opened = String(Date.now())
    const quick = await write({ opened }, browser)
    expect(quick.status).toBe(422)
    expect(quick.html).toContain('Nevaru atvērt datni.')
    expect(formsIn(quick.html)[0]?.hidden.opened).toBe(opened)
    for (const wrong of ['', 'soon', '-5', '9'.repeat(15)]) expect((await write({ opened: wrong })).status).toBe(422)
    expect(await stored()).toEqual([])
    const later = newBrowser({ ...house, clock: { ...house.clock, now: () => new Date(Date.now() + 10_000) } })
    expect((await later.fill(quick, 0, { text: 'Nevaru atvērt datni.' })).status).toBe(303)
  })

  it('comes ten times in a quarter of an hour from one place, then with a wait, and nothing typed is lost', async () => {
    const browser = newBrowser()
    for (let n = 0; n < 10; n += 1) expect((await write({ text: `Ziņojums ${n}` }, browser)).status).toBe(303)
    const refused = await write({ text: 'Vēl viens' }, browser)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
    expect(refused.html).toContain('Vēl viens')
    expect((await write({ text: 'No citurienes' })).status).toBe(303)
  })

  it('never takes a file', async () => {
    const body = new FormData()
    body.set('text', 'Teksts')
    body.set('opened', long())
    body.set('file', new File(['x'], 'x.txt'))
    const app = createApp({ ...house, configuration: { ...house.configuration } })
    const answer = await app.request(form, {
      method: 'POST',
      body,
      headers: { Origin: 'http://localhost', 'Sec-Fetch-Site': 'same-origin' },
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Teksts')
  })

  describe('for the secretariat', () => {
    const list = '/lv/sekretariats/pieklustamiba/zinojumi'
    const idOf = async (): Promise<string> => String((await rows('select id from accessibility_feedback order by id desc limit 1'))[0]?.id)

    it('stands in a list by state, and is answered by a letter in the sender’s language', async () => {
      await write({ text: 'The file does not open.\nReally.' }, newBrowser(), '/en/accessibility/report')
      house.letters.length = 0
      const browser = await signedIn('secretariat')
      expect((await browser.open('/lv/mani-darbi')).html).toContain('Ziņojumi par piekļūstamību, kas gaida atbildi')
      expect((await browser.open(list)).html).toContain('<span lang="en">The file does not open.')
      const message = await browser.open(`${list}/${await idOf()}`)
      expect(message.html).toContain('<a href="/lv/plani/lv-3">')
      const answered = await browser.fill(message, 0, { answer: 'It does now.' })
      expect([answered.status, answered.location]).toEqual([303, `${list}/${await idOf()}?done=1`])
      expect(house.letters).toMatchObject([
        { to: 'anna@example.com', language: 'en', subject: 'Answer to your message about accessibility' },
      ])
      expect(house.letters[0]?.body).toContain('It does now.')
      expect(house.letters[0]?.body).toContain('> The file does not open.\n> Really.')
      expect(await stored()).toMatchObject([{ state: 'answered', answer: 'It does now.' }])
      expect((await browser.open('/lv/mani-darbi')).html).not.toContain('Ziņojumi par piekļūstamību, kas gaida atbildi')
      expect((await browser.open(list)).html).toContain('Jaunu ziņojumu nav')
      expect((await browser.open(`${list}?state=answered`)).html).toContain('The file does not open.')
      expect(formsIn((await browser.open(`${list}/${await idOf()}`)).html)).toEqual([])
    })

    it('is closed without a letter, but not past an answer that was typed and not sent', async () => {
      await write({ email: '' })
      const browser = await signedIn('administrator')
      house.letters.length = 0
      const message = await browser.open(`${list}/${await idOf()}`)
      expect(message.html).not.toContain('name="answer"')
      expect((await browser.fill(message, 0, { answer: 'Vai tas ir labi?', do: 'close' })).status).toBe(422)
      expect((await browser.fill(message, 0, { answer: 'Paldies!' })).status).toBe(422)
      expect((await browser.fill(await browser.open(`${list}/${await idOf()}`), 0, { do: 'close' })).status).toBe(303)
      expect([await stored(), house.letters]).toMatchObject([[{ state: 'closed', answer: null }], []])
    })

    it('is acted on once: whoever is slower sees it, with the answer that was not sent', async () => {
      await write()
      house.letters.length = 0
      const [one, other] = [await signedIn('secretariat'), await signedIn('administrator')]
      const path = `${list}/${await idOf()}`
      const [mine, theirs] = [await one.open(path), await other.open(path)]
      await one.fill(mine, 0, { answer: 'Pirmā atbilde.' })
      const refused = await other.fill(theirs, 0, { answer: 'Otrā atbilde.' })
      expect(refused.status).toBe(409)
      expect(refused.html).toContain('Otrā atbilde.')
      expect(refused.html).toContain('Pirmā atbilde.')
      expect(house.letters.length).toBe(1)
    })

    it('is for nobody else’s eyes', async () => {
      await write()
      const paths = [list, `${list}/${await idOf()}`, '/lv/sekretariats/pieklustamiba']
      const officer = await signedIn('officer')
      for (const path of paths) {
        expect((await officer.open(path)).status).toBe(403)
        expect((await newBrowser().open(path)).status).toBe(401)
        if (path !== list) expect((await officer.send(path, { form: 'abcdefgh', answer: 'x', do: 'close' })).status).toBe(403)
      }
      expect(await stored()).toMatchObject([{ state: 'new' }])
      const secretariat = await signedIn('secretariat')
      for (const id of ['0', '999999', 'x', '1e0']) expect((await secretariat.open(`${list}/${id}`)).status).toBe(404)
    })

    it('is erased 90 days after it was answered or closed, and after a year in any case', async () => {
      const DAY = 24 * 60 * 60 * 1000
      await write()
      const later = (days: number): Date => new Date(Date.now() + days * DAY)
      await eraseFeedback(house.db, later(364))
      expect((await stored()).length).toBe(1)
      await eraseFeedback(house.db, later(366))
      expect(await stored()).toEqual([])
      await write({ text: 'Cits' })
      const browser = await signedIn('secretariat')
      await browser.fill(await browser.open(`${list}/${await idOf()}`), 0, { do: 'close' })
      await eraseFeedback(house.db, later(89))
      expect((await stored()).length).toBe(1)
      await eraseFeedback(house.db, later(91))
      expect(await stored()).toEqual([])
    })
  })
})
