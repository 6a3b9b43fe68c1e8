import { HtmlValidate } from 'html-validate'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { aCall } from '../../src/cycle/ideas/calls/testSupport.ts'
import { aPlan, secretary } from '../../src/cycle/plan/testSupport.ts'
import { newKey } from '../../src/cycle/survey/access.ts'
import { closeSurvey } from '../../src/cycle/survey/closeSurvey.ts'
import { surveyById } from '../../src/cycle/survey/queries.ts'
import { sendAnswer } from '../../src/cycle/survey/sendAnswer.ts'
import { aSurvey, surveyFields, typed } from '../../src/cycle/survey/testSupport.ts'
import { demonstrationLinks, seedDemonstrationPeople, visitor } from '../../src/people/index.ts'
import { addTwoOrganisations } from '../../src/people/testSupport.ts'
import { localText } from '../../src/platform/languages/languages.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { Browser, type Seen } from './browser.ts'

let house: TestHouse
let app: ReturnType<typeof createApp>
let secretariat: Browser
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

let people = 0
/** Someone at home, with a browser and a network of their own. */
const someone = (): Browser => new Browser(app, `10.0.0.${++people}`)
const textOf = ({ html }: Seen): string =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replaceAll(/<template.*?<\/template>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'no-trailing-whitespace': 'off', 'void-style': 'off', 'attribute-boolean-style': 'off', 'long-title': 'off' },
})
const isValid = async ({ html }: Seen): Promise<void> => {
  const { results } = await validator.validateString(html)
  expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} ${selector}`))).toEqual(
    [],
  )
}

/** The numbers of the questions that a page shows now. */
const shownOn = ({ html }: Seen): string[] =>
  [...html.replaceAll(/<template.*?<\/template>/gs, '').matchAll(/name="shown\[\]" value="(\d+)"/g)].map(([, number = '']) => number)

type Values = Record<string, string | string[]>
/** Answers the questions of a page and presses a button. */
const turn = (browser: Browser, path: string, seen: Seen, values: Values, action = 'next') =>
  browser.send(path, { 'shown[]': shownOn(seen), action, ...values })

/** Answers the whole survey of surveyFields up to the review; gives the review's address. */
async function toReview(browser: Browser, path: string): Promise<string> {
  const first = await turn(browser, path, await browser.open(path), { q1: '2', q3: ['1'] })
  const second = first.location ?? ''
  const last = await turn(browser, second, await browser.open(second), {
    'q4.1': '1',
    'q4.2': '2',
    'q4.3': '3',
    q5: '4',
    q6: '3',
    q7: 'Teksts',
    q8: '2',
  })
  expect([first.status, last.status]).toEqual([303, 303])
  return last.location ?? ''
}
const path = (id: number, more = ''): string => `/lv/aptaujas/${id}${more}`
const count = async (id: number): Promise<number> => (await surveyById(house.db, id, house.clock.today()))?.answers ?? -1
const many = async (id: number, answers: number, values: (index: number) => Values): Promise<void> => {
  for (let index = 0; index < answers; index++)
    await sendAnswer(house, visitor, id, { fields: typed(values(index)), language: 'lv', by: { browser: newKey() } })
}

describe('the secretariat makes a survey', () => {
  it('every button keeps what was typed; the preview turns as the real one and stores nothing; then it is open', async () => {
    const made = await secretariat.fill(await secretariat.open('/lv/sekretariats/aptaujas/jauna'), 0, {
      plan: 'lv-5',
      'title.lv': 'Kā piedalāties?',
    })
    expect(made.location).toMatch(/\/sekretariats\/aptaujas\/\d+$/)
    const edit = made.location ?? ''
    const id = Number(/\d+$/.exec(edit)?.[0])
    const typedSoFar = { ...surveyFields, order: 'p1 q1' } as Record<string, string>
    const added = await secretariat.fill(await secretariat.open(edit), 0, { ...typedSoFar, 'p1.add': 'scale', action: 'add.p1' })
    expect(added.location).toContain('#q2')
    const seen = await secretariat.open(edit)
    await isValid(seen)
    expect(seen.html).toContain('value="Vai piedalījāties?"')
    expect(textOf(seen)).toContain('2. jautājums: skala')
    expect(textOf(seen)).toContain('Nav tulkots (angliski)')
    const refused = await secretariat.fill(seen, 0, {
      ...typedSoFar,
      order: 'p1 q1 q2',
      'q2.title.lv': '',
      'q2.kind': 'scale',
      'q2.condition': '',
      action: 'preview',
    })
    const checked = await secretariat.open((await secretariat.open(refused.location ?? '')).location ?? '')
    expect(checked.html).toContain('href="#q2-title-lv"')
    const version = /name="version" value="(\d+)"/.exec(checked.html)?.[1] ?? ''
    await secretariat.fill(checked, 0, { ...(surveyFields as Record<string, string>), action: 'save' })
    const stale = await secretariat.fill(checked, 0, {
      ...typedSoFar,
      form: newKey(),
      version,
      'title.lv': 'Cits virsraksts',
      action: 'save',
    })
    expect([stale.status, stale.html.includes('Cits virsraksts')]).toEqual([409, true])

    const preview = `${edit}/prieksskatijums`
    const first = await secretariat.open(preview)
    await isValid(first)
    expect(shownOn(first)).toEqual(['1', '3'])
    const next = await turn(secretariat, `${preview}?page=1`, first, { q1: '2' })
    expect(shownOn(next)).toEqual(['4', '5', '6', '7'])
    const end = await secretariat.send(`${preview}?page=2`, { q1: '2', 'shown[]': shownOn(next), q5: '3', action: 'next' })
    expect(textOf(end)).toContain('Šeit atbildētājs nosūtītu atbildi')
    expect((await house.open.execute('select 1 from survey_draft')) as { rows: unknown[] }).toMatchObject({ rows: [] })
    const hidden = await someone().open(path(id))
    expect(hidden.status).toBe(404)
    const published = await secretariat.fill(first, 0, {})
    expect(published.location).toContain('done=published')
    expect((await someone().open(path(id))).status).toBe(200)
    expect(textOf(await secretariat.open('/lv/sekretariats/aptaujas'))).toContain('Var atbildēt')
    expect(textOf(await someone().open('/lv/plani/lv-5'))).toContain('Kā piedalāties?')
    const corrections = await secretariat.open(edit)
    await isValid(corrections)
    expect(corrections.html).not.toContain('value="remove.q1"')
  })

  it('is for the secretariat alone', async () => {
    for (const page of ['', '/jauna', '/1', '/1/prieksskatijums', '/1/slegt', '/1/saites'])
      expect((await someone().open(`/lv/sekretariats/aptaujas${page}`)).status).toBe(401)
    expect((await someone().open('/lv/aptaujas/1/teksti')).status).toBe(401)
  })
})

describe('a survey of a call', () => {
  it('is begun from the call and linked from its page, and its page leads back', async () => {
    const call = await aCall(house)
    const callPage = `/lv/plani/lv-5/aicinajumi/${call}`
    const begin = /href="([^"]*aptaujas\/jauna[^"]*)"/.exec((await secretariat.open(callPage)).html)?.[1]?.replaceAll('&amp;', '&')
    const begun = await secretariat.fill(await secretariat.open(begin ?? ''), 0, { plan: 'lv-5', 'title.lv': 'Aicinājuma aptauja' })
    expect(begun.status).toBe(303)
    expect((await secretariat.open(begun.location ?? '')).html).toMatch(new RegExp(`<option value="${call}" selected`))
    const id = await aSurvey(house, { call: String(call) })
    expect((await someone().open(callPage)).html).toContain(`href="${path(id)}"`)
    expect((await someone().open('/lv/plani/lv-5')).html).toContain(`href="${path(id)}"`)
    expect((await someone().open(path(id))).html).toContain(`href="${callPage}"`)
    expect((await someone().open(callPage)).html).not.toContain('aptaujas/jauna')
  })
})

describe('answering openly', () => {
  it('page by page, back and forth, after closing the browser, to the review; sent once', async () => {
    const id = await aSurvey(house)
    const browser = someone()
    const home = await browser.open(path(id))
    await isValid(home)
    expect(home.html).toContain('Sākt atbildēt')
    expect([...browser.cookies.keys()]).toEqual([])
    const here = path(id, '/atbildet')
    const opened = await browser.open(here)
    await isValid(opened)
    expect(shownOn(opened)).toEqual(['1', '3'])
    const nothing = await turn(browser, here, opened, { q3: ['2'] })
    expect(nothing.status).toBe(422)
    expect(nothing.html).toContain('href="#q1"')
    expect(nothing.html).toMatch(/name="q3" value="2" checked/)

    const cameUp = await turn(browser, here, opened, { q1: '1', q3: ['2'] })
    expect(cameUp.location).toContain('page=1#q2')
    const again = await browser.open(cameUp.location ?? '')
    expect(shownOn(again)).toEqual(['1', '2', '3'])
    const long = await turn(browser, `${here}?page=1`, again, { q1: '1', q2: 'a'.repeat(10_000), q3: ['2'] })
    expect([long.status, long.html.includes('a'.repeat(10_000))]).toEqual([422, true])
    expect(textOf(long)).toContain('ierakstītas 10 000')
    const next = await turn(browser, `${here}?page=1`, again, { q1: '1', q2: 'Rīgā', q3: ['2'] })
    const back = await turn(browser, next.location ?? '', await browser.open(next.location ?? ''), { q5: '9', q7: 'Vēl kas' }, 'back')
    expect(back.location).toContain('page=1')
    expect((await browser.open(back.location ?? '')).html).toContain('value="Rīgā"')

    // The browser is closed and opened again: the cookie is all that it keeps.
    const later = new Browser(app)
    for (const [name, value] of browser.cookies) later.cookies.set(name, value)
    expect((await later.open(path(id))).html).toContain('Turpināt')
    const second = await later.open(`${here}?page=2`)
    expect(second.html).toContain('Vēl kas')
    const review = (await turn(later, `${here}?page=2`, second, { q5: '3', q7: 'Vēl kas' })).location ?? ''
    const reviewed = await later.open(review)
    await isValid(reviewed)
    expect(textOf(reviewed)).toContain('Rīgā')
    const form = { form: newKey() }
    const sent = await Promise.all([later.send(review, form), later.send(review, form)])
    expect(sent.map(({ status, location }) => [status, location])).toEqual([
      [303, path(id, '?done=sent')],
      [303, path(id, '?done=sent')],
    ])
    const thanks = await later.open(sent[0]?.location ?? '')
    expect(textOf(thanks)).toContain('Paldies! ')
    expect(await count(id)).toBe(1)
    const second2 = await later.send(review, { form: newKey() })
    expect([second2.status, textOf(second2).includes('No šī pārlūka atbilde jau ir saņemta')]).toEqual([409, true])
    expect((await later.open(here)).status).toBe(409)
    expect(await count(id)).toBe(1)
  })

  it('when the survey closes meanwhile, says so and shows all that was written', async () => {
    const id = await aSurvey(house)
    const browser = someone()
    const review = await toReview(browser, path(id, '/atbildet'))
    await closeSurvey(house, secretary, id, { version: 2, reason: localText('Atbilžu jau ir pietiekami daudz.') })
    const late = await browser.send(review, { form: newKey() })
    expect(late.status).toBe(409)
    expect(textOf(late)).toContain('Aptauja ir slēgta')
    expect(textOf(late)).toContain('Teksts')
    const turned = await browser.send(path(id, '/atbildet?page=1'), { 'shown[]': ['1'], q1: '3', action: 'next' })
    expect([turned.status, textOf(turned).includes('Nezinu')]).toEqual([409, true])
    expect(textOf(await browser.open(path(id)))).toContain('Atbilžu jau ir pietiekami daudz.')
    expect(await count(id)).toBe(0)
  })

  it('refuses what is no survey, and a review of what was never begun leads to its first page', async () => {
    for (const odd of ['0', 'x', '999999', '1%00']) expect([400, 404]).toContain((await someone().open(path(0).replace('0', odd))).status)
    const id = await aSurvey(house)
    const unbegun = await someone().open(path(id, '/atbildet?page=review'))
    expect([unbegun.status, shownOn(unbegun)]).toEqual([422, ['1', '3']])
    const sent = await someone().send(path(id, '/atbildet?page=review'), { form: newKey() })
    expect(sent.status).toBe(409)
    expect(await count(id)).toBe(0)
  })
})

describe('answering with a confirmed address', () => {
  it('by a letter: nothing is taken before it is confirmed; then it can be changed', async () => {
    const id = await aSurvey(house, { identity: 'confirmed' })
    const browser = someone()
    const review = await toReview(browser, path(id, '/atbildet'))
    const missing = await browser.send(review, { form: newKey(), name: 'Anna', email: 'nav' })
    expect([missing.status, missing.html.includes('value="Anna"')]).toEqual([422, true])
    const asked = await browser.send(review, { form: newKey(), name: 'Anna', email: 'anna@example.org' })
    expect(asked.location).toBe(path(id, '?done=confirm'))
    expect(await count(id)).toBe(0)
    const letter = house.letters.at(-1)
    const link = /http\S+/.exec(letter?.body ?? '')?.[0].replace(/^https?:\/\/[^/]+/, '') ?? ''
    const confirming = await browser.open(link)
    expect(textOf(confirming)).toContain('Nosūtīt atbildi uz aptauju „Kā piedalāties?”.')
    const confirmed = await browser.fill(confirming, 0, {})
    expect([confirmed.status, confirmed.location]).toEqual([303, path(id, '?done=sent')])
    expect(await count(id)).toBe(1)
    expect((await browser.open(link)).status).toBe(410)
    const home = await browser.open(path(id))
    expect(home.html).toContain('Turpināt')
    const changing = await browser.open(path(id, '/atbildet?page=2'))
    expect(changing.html).toContain('Teksts')
    await turn(browser, path(id, '/atbildet?page=2'), changing, { q7: 'Cits teksts' })
    const changed = await browser.send(path(id, '/atbildet?page=review'), { form: newKey() })
    expect(changed.location).toBe(path(id, '?done=sent'))
    expect(await count(id)).toBe(1)
    const { rows } = (await house.open.execute(`select body from survey_text where survey_id = ${id}`)) as { rows: unknown[] }
    expect(rows).toEqual([{ body: 'Cits teksts' }])
  })

  it('a letter that is confirmed after the end says that the survey is closed', async () => {
    const id = await aSurvey(house, { identity: 'confirmed' })
    const browser = someone()
    const review = await toReview(browser, path(id, '/atbildet'))
    await browser.send(review, { form: newKey(), name: 'Līga', email: 'liga@example.org' })
    const link = /http\S+/.exec(house.letters.at(-1)?.body ?? '')?.[0].replace(/^https?:\/\/[^/]+/, '') ?? ''
    const confirming = await browser.open(link)
    await closeSurvey(house, secretary, id, { version: 2, reason: localText('Slēdzam agrāk par plānoto.') })
    for (const seen of [await browser.open(link), await browser.fill(confirming, 0, {})])
      expect([seen.status, textOf(seen).includes('Aptauja ir slēgta')]).toEqual([410, true])
    expect(await count(id)).toBe(0)
  })
})

describe('answering by invitation', () => {
  it('one answer by each link, in whichever browser; a used, a forged and a missing link are told apart', async () => {
    const id = await aSurvey(house, { identity: 'invited' })
    const invite = await secretariat.open(`/lv/sekretariats/aptaujas/${id}/saites`)
    const wrong = await secretariat.fill(invite, 0, { addresses: 'a@example.org\nnav', language: 'lv' })
    expect([wrong.status, wrong.html.includes('a@example.org')]).toEqual([422, true])
    const invited = await secretariat.fill(invite, 0, { form: newKey(), addresses: 'a@example.org', language: 'lv' })
    expect(textOf(await secretariat.open(invited.location ?? ''))).toContain('Nosūtīto saišu skaits: 1.')
    const link = /link=[\w-]+/.exec(house.letters.at(-1)?.body ?? '')?.[0] ?? ''
    const here = path(id, `/atbildet?${link}`)
    const begun = someone()
    await turn(begun, here, await begun.open(here), { q1: '2' })
    const elsewhere = someone()
    expect((await elsewhere.open(here)).html).toMatch(/name="q1" value="2" checked/)
    const review = await toReview(elsewhere, here)
    const both = await Promise.all([elsewhere.send(review, { form: newKey() }), begun.send(review, { form: newKey() })])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 410])
    expect(await count(id)).toBe(1)
    const used = await someone().open(here)
    expect([used.status, textOf(used).includes('jau ir saņemta')]).toEqual([410, true])
    const late = await someone().send(`${here}&page=1`, { 'shown[]': ['1'], q1: '3', action: 'next' })
    expect([late.status, textOf(late).includes('Nezinu')]).toEqual([410, true])
    for (const forged of [newKey(), 'x']) expect((await someone().open(path(id, `/atbildet?link=${forged}`))).status).toBe(404)
    const without = await someone().open(path(id, '/atbildet'))
    expect([without.status, textOf(without).includes('Atveriet saiti no savas vēstules')]).toEqual([403, true])
  })
})

describe('results', () => {
  afterEach(() => house.setToday('2019-09-10'))

  it('come after the end, as charts, tables and open data, with small groups hidden everywhere', async () => {
    const id = await aSurvey(house, { openAnswers: 'yes' })
    await many(id, 34, (index) => ({ q1: index < 20 ? '2' : index < 31 ? '1' : '3', q2: 'Vieta', q6: String(index % 3) }))
    const before = await someone().open(path(id, '/rezultati'))
    expect(textOf(before)).toContain('Rezultātus šeit publicēs, kad aptauja būs slēgta')
    expect((await someone().open(path(id, '/rezultati.csv'))).status).toBe(403)
    house.setToday('2019-09-21')
    const seen = await someone().open(path(id, '/rezultati'))
    await isValid(seen)
    expect(textOf(seen)).toContain('Saņemto atbilžu skaits: 34.')
    expect(seen.html).toContain('nerāda')
    const csv = await someone().open(path(id, '/rezultati.csv'))
    expect(csv.html).toContain('1,choice,Vai piedalījāties?,Did you take part?,,34,2,Nē,No,20,,')
    expect(csv.html).toContain('1,choice,Vai piedalījāties?,Did you take part?,,34,1,Jā,Yes,,with-small,')
    const json = JSON.parse((await someone().open(path(id, '/rezultati.json'))).html)
    expect(json.questions[0].answers[2]).toMatchObject({ count: null, hidden: 'with-small' })
    expect(json.questions[1]).toMatchObject({ hidden: true, asked: null })
    const answers = (await someone().open(path(id, '/atbildes.csv'))).html.trim().split('\r\n')
    expect(answers).toHaveLength(35)
    expect(answers[0]).toMatch(/^q1,q3_1/)
    expect(answers.slice(1).filter((line) => line.startsWith('2,'))).toHaveLength(20)
    expect(answers.slice(1).filter((line) => line.startsWith('*,'))).toHaveLength(14)
    expect(answers.join()).not.toContain('Vieta')
    expect(JSON.parse((await someone().open(path(id, '/atbildes.json'))).html)).toHaveLength(34)
  })

  it('single answers are refused where there are too few, or where the secretariat has not foreseen them', async () => {
    const few = await aSurvey(house, { openAnswers: 'yes' })
    const none = await aSurvey(house)
    await many(few, 6, () => ({ q1: '2' }))
    house.setToday('2019-09-21')
    const refused = await someone().open(path(few, '/atbildes.csv'))
    expect([refused.status, textOf(refused).includes('vismaz 30 atbilžu')]).toEqual([403, true])
    expect(textOf(await someone().open(path(none, '/atbildes.json')))).toContain('pa vienai nepublicē')
  })

  it('during an open survey they are those of the last step', async () => {
    const id = await aSurvey(house, { resultsDuring: 'yes' })
    await many(id, 9, () => ({ q1: '2' }))
    expect(textOf(await someone().open(path(id, '/rezultati')))).toContain('atbilžu vēl ir par maz')
    await many(id, 4, () => ({ q1: '3' }))
    const seen = textOf(await someone().open(path(id, '/rezultati')))
    expect(seen).toContain('par pirmajām 10 atbildēm')
    expect(textOf(await someone().open(path(id)))).toContain('13 atbilžu')
  })

  it('texts are read by everyone once a moderator has let them through', async () => {
    const id = await aSurvey(house, { resultsDuring: 'yes' })
    await many(id, 10, (index) => ({ q1: '2', q7: `Teksts <b>${index}</b>` }))
    const here = path(id, '/teksti?question=7&show=waiting')
    const waiting = await secretariat.open(here)
    await isValid(waiting)
    const ids = [...waiting.html.matchAll(/name="texts" value="([\w-]+)"/g)].map(([, one = '']) => one)
    expect(ids).toHaveLength(10)
    const desk = await secretariat.open('/lv/mani-darbi')
    expect(desk.html).toContain(`href="${path(id, '/teksti')}?question=7"`)
    expect(textOf(desk)).toContain('10 gaida')
    expect((await secretariat.fill(waiting, 0, { action: 'show' })).status).toBe(422)
    const noReason = await secretariat.send(here, { form: newKey(), action: 'hide', texts: ids.slice(0, 2) })
    expect([noReason.status, noReason.html.match(/checked/g)?.length]).toEqual([422, 2])
    await secretariat.send(here, { form: newKey(), action: 'show', texts: ids.slice(0, 3) })
    await secretariat.send(here, { form: newKey(), action: 'hide', reason: 'offensive', texts: ids.slice(3, 4) })
    const seen = await someone().open(path(id, '/rezultati'))
    expect(seen.html.match(/Teksts &lt;b>/g)).toHaveLength(3)
    expect((await secretariat.send(here, { form: newKey(), action: 'show', texts: ['nope'] })).status).toBe(404)
  })
})

it('closing early asks for a reason and tells it', async () => {
  const id = await aSurvey(house)
  const close = `/lv/sekretariats/aptaujas/${id}/slegt`
  const refused = await secretariat.fill(await secretariat.open(close), 0, { 'reason.lv': 'Īss' })
  expect(refused.status).toBe(422)
  const closed = await secretariat.fill(refused, 0, { form: newKey(), 'reason.lv': 'Visi jau ir atbildējuši.' })
  expect(closed.location).toBe(path(id))
  expect(textOf(await someone().open(path(id)))).toContain('Visi jau ir atbildējuši.')
})
