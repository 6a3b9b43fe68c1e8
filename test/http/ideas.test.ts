import { eq } from 'drizzle-orm'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { closeCall } from '../../src/cycle/ideas/calls/closeCall.ts'
import { anyCallById } from '../../src/cycle/ideas/calls/queries.ts'
import { aCall, callForm } from '../../src/cycle/ideas/calls/testSupport.ts'
import { ideaDraft } from '../../src/cycle/ideas/sending/tables.ts'
import { call, idea } from '../../src/cycle/ideas/tables.ts'
import { aPlan, secretary } from '../../src/cycle/plan/testSupport.ts'
import { typed } from '../../src/cycle/plan/translations.ts'
import { demonstrationLinks, seedDemonstrationPeople } from '../../src/people/index.ts'
import { addTwoOrganisations } from '../../src/people/testSupport.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { Browser, type Seen } from './browser.ts'

let house: TestHouse
let callId: number
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  house = await openTestHouse()
  await addTwoOrganisations(house)
  await aPlan(house, { adopted: false })
  await seedDemonstrationPeople(house)
  app = createApp(house)
})
afterAll(() => house.close())
beforeEach(async () => {
  house.letters.length = 0
  callId = await aCall(house)
})

const newBrowser = () => new Browser({ request: (...asked) => app.request(...asked) })
async function signedIn(role: string): Promise<Browser> {
  const browser = newBrowser()
  const link = (await demonstrationLinks(house)).find((found) => found.role === role)
  await browser.open(link?.url.replace('http://127.0.0.1:3000', '') ?? '')
  return browser
}

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'no-trailing-whitespace': 'off', 'void-style': 'off', 'attribute-boolean-style': 'off', 'long-title': 'off' },
})
async function isValid({ html }: Pick<Seen, 'html'>): Promise<void> {
  const { results } = await validator.validateString(html)
  expect(results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} ${selector}`))).toEqual(
    [],
  )
}

const here = (kind = 'idea') => `/lv/plani/lv-5/aicinajumi/${callId}/iesniegt/${kind}`
const ideas = () => house.db.select().from(idea).where(eq(idea.callId, callId))
const drafts = () => house.db.select().from(ideaDraft).where(eq(ideaDraft.callId, callId))
const linkIn = (letter: { body: string } | undefined): string =>
  /https?:\/\/\S+token=\S+/.exec(letter?.body ?? '')?.[0]?.replace(/^https?:\/\/[^/]+/, '') ?? ''

const idea1 = {
  title: 'Protokolus publicēt nedēļas laikā',
  problem: 'Protokoli parādās pēc trim mēnešiem.',
  proposal: 'Publicēt tos septiņu dienu laikā.',
  as: 'person',
  sector: 'resident',
}
const visitor1 = { name: 'Anna Paraudziņa', email: 'anna@example.org' }

describe('a visitor', () => {
  it('writes, looks, sends, confirms by letter once, and gets a receipt', async () => {
    const browser = newBrowser()
    const form = await browser.open(here())
    await isValid(form)
    expect(form.html).toContain('Kas traucē?')
    const looked = await browser.send(here(), { ...idea1, ...visitor1, action: 'preview' })
    expect(looked.location).toBe(`${here()}/prieksskatijums`)
    const preview = await browser.open(looked.location ?? '')
    await isValid(preview)
    expect(preview.html).toContain('Publicēt tos septiņu dienu laikā.')
    const sent = await browser.fill(preview, 0, {})
    expect(sent.location).toBe(`${here()}/vestule`)
    const awaited = await browser.open(sent.location ?? '')
    await isValid(awaited)
    expect(await ideas()).toEqual([])
    expect(house.letters).toHaveLength(1)
    // The same form a second time asks for no second letter.
    expect((await browser.fill(preview, 0, {})).location).toBe(`${here()}/vestule`)
    expect(house.letters).toHaveLength(1)

    const link = linkIn(house.letters[0])
    const asked = await browser.open(link)
    expect(asked.html).toContain('Protokolus publicēt nedēļas laikā')
    const confirmed = await browser.fill(asked, 0, {})
    const [stored] = await ideas()
    expect(stored).toMatchObject({ authorName: 'Anna Paraudziņa', sector: 'resident', visibility: 'published' })
    expect(confirmed.location).toBe(`/lv/plani/lv-5/idejas/${stored?.number}/sanemts`)
    expect((await browser.fill(asked, 0, {})).status).toBe(410)
    expect(await ideas()).toHaveLength(1)
    expect(await drafts()).toEqual([])

    const receipt = await browser.open(confirmed.location ?? '')
    await isValid(receipt)
    expect(receipt.html).toContain(`Nr. ${stored?.number}`)
    expect(receipt.html).toContain('Publicēt tos septiņu dienu laikā.')
    expect(house.letters.at(-1)?.body).toContain('Publicēt tos septiņu dienu laikā.')
    expect((await newBrowser().open(confirmed.location ?? '')).status).toBe(404)
  })

  it('finds a draft again after the browser was closed, and throws it away', async () => {
    const browser = newBrowser()
    const saved = await browser.send(here(), { title: 'Tikai sākums', action: 'save' })
    expect(saved.location).toBe(`${here()}?done=saved`)
    expect(saved.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax; Max-Age=2592000/)
    const again = await browser.open(here())
    expect(again.html).toContain('value="Tikai sākums"')
    expect((await newBrowser().open(here())).html).not.toContain('Tikai sākums')
    // A script saves in the same way and gets no page.
    expect((await browser.send(here(), { title: 'Tikai sākums vēl', action: 'keep' })).status).toBe(204)
    expect((await browser.open(here())).html).toContain('Tikai sākums vēl')
    await browser.send(here(), { action: 'discard' })
    expect(await drafts()).toEqual([])
  })

  it('is told what is missing, and nothing typed is lost', async () => {
    const browser = newBrowser()
    const refused = await browser.send(here('burden'), { title: 'Trīs veidlapas', email: 'nav', action: 'preview' })
    expect(refused.status).toBe(422)
    await isValid(refused)
    for (const field of ['subject', 'problem', 'proposal', 'name', 'email']) expect(refused.html).toContain(`href="#${field}"`)
    expect(refused.html).toContain('value="Trīs veidlapas"')
    expect((await browser.open(`${here('burden')}/prieksskatijums`)).location).toBe(`${here('burden')}?check=yes`)
    await isValid(await browser.open(`${here('burden')}?check=yes`))
  })

  it('is not a program that fills in every field', async () => {
    const refused = await newBrowser().send(here(), { ...idea1, ...visitor1, website: 'https://spam.example', action: 'preview' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('href="#website"')
  })

  it('gets what was typed back when the call has closed meanwhile, also by the letter’s link', async () => {
    const browser = newBrowser()
    await browser.send(here(), { ...idea1, ...visitor1, action: 'preview' })
    const preview = await browser.open(`${here()}/prieksskatijums`)
    await browser.fill(preview, 0, {})
    const link = linkIn(house.letters[0])
    const asked = await browser.open(link)
    await closeCall(house, secretary, 'lv-5', callId, { version: 2, reason: typed('Plānu nodod agrāk.') })
    for (const late of [
      await browser.open(here()),
      await browser.send(here(), { ...idea1, ...visitor1, action: 'preview' }),
      await browser.fill(preview, 0, { form: 'another-sending' }),
    ]) {
      expect(late.status).toBe(410)
      expect(late.html).toContain('Sekretariāts visu izskatīs oktobrī.')
      expect(late.html).toContain('Publicēt tos septiņu dienu laikā.')
    }
    await isValid(await browser.open(here()))
    expect((await browser.open(link)).status).toBe(422)
    const confirmed = await browser.fill(asked, 0, {})
    expect(confirmed.status).toBe(422)
    expect(confirmed.html).toContain('Šis aicinājums ir slēgts')
    expect(await ideas()).toEqual([])
  })
})

describe('someone signed in', () => {
  it('sends at once, in the language of the page, once however often the button is pressed', async () => {
    const browser = await signedIn('participant')
    const path = `/en/plans/lv-5/calls/${callId}/send/data-wish`
    expect((await browser.open(path)).html).toContain('Dace Demonstrācija')
    const wish = {
      title: 'Queues',
      subject: 'Length by kindergarten',
      proposal: 'Parents compare',
      as: 'display-name',
      displayName: 'A parent',
    }
    expect((await browser.send(path, { ...wish, sector: 'resident', action: 'preview' })).location).toBe(`${path}/preview`)
    const preview = await browser.open(`${path}/preview`)
    await isValid(preview)
    const [first, second] = await Promise.all([browser.fill(preview, 0, {}), browser.fill(preview, 0, {})])
    expect(first.location).toMatch(/^\/en\/plans\/lv-5\/ideas\/\d+\/receipt$/)
    expect(second.location).toBe(first.location)
    expect(await ideas()).toMatchObject([{ kind: 'data-wish', authorName: 'A parent', language: 'en', title: { en: { text: 'Queues' } } }])
    expect(house.letters.map(({ language }) => language)).toEqual(['en'])
    expect(await drafts()).toEqual([])
  })

  it('sends for the organisation that they act for and for no other; others read why they can’t', async () => {
    const browser = await signedIn('representative')
    const form = await browser.open(here())
    expect(form.html).toContain('value="organisation:providus"')
    const other = await browser.send(here(), { ...idea1, as: 'organisation:vk', action: 'preview' })
    expect(other.status).toBe(422)
    await browser.send(here(), { ...idea1, as: 'organisation:providus', action: 'preview' })
    const preview = await browser.open(`${here()}/prieksskatijums`)
    expect(preview.html).toContain('PROVIDUS')
    await browser.fill(preview, 0, {})
    expect(await ideas()).toMatchObject([{ authorKind: 'organisation', organisationId: 'providus', sector: 'civil-society' }])
    const participant = (await (await signedIn('participant')).open(here())).html
    expect(participant).not.toContain('organisation:')
    expect(participant).toContain('Organizācijas vārdā var iesniegt tas')
  })
})

describe('the public page of a call', () => {
  it('says until when, what is asked, who may, what happens next, and that it was not announced in time and why', async () => {
    const seen = await newBrowser().open(`/lv/plani/lv-5/aicinajumi/${callId}`)
    await isValid(seen)
    for (const words of ['Atlikušas 20', 'Kas palīdzētu?', 'Iesniegt var ikviens', 'oktobrī', 'Plāns jānodod agrāk', here('burden')])
      expect(seen.html).toContain(words)
    await isValid(await newBrowser().open(`/en/plans/lv-5/calls/${callId}`))
    await closeCall(house, secretary, 'lv-5', callId, { version: 2, reason: typed('Plānu nodod agrāk.') })
    const closed = await newBrowser().open(`/lv/plani/lv-5/aicinajumi/${callId}`)
    expect(closed.html).toContain('Plānu nodod agrāk.')
    expect(closed.html).not.toContain(here())
  })

  it('is named on the home page and the plan’s page while it is open', async () => {
    for (const path of ['/lv', '/lv/plani/lv-5']) expect((await newBrowser().open(path)).html).toContain(here())
    await closeCall(house, secretary, 'lv-5', callId, { version: 2, reason: typed('Plānu nodod agrāk.') })
    for (const path of ['/lv', '/lv/plani/lv-5']) expect((await newBrowser().open(path)).html).not.toContain(here())
  })
})

describe('the secretariat', () => {
  const calls = '/lv/sekretariats/plani/lv-5/aicinajumi'
  const fields = Object.fromEntries(Object.entries(callForm).map(([name, value]) => [name, value]))

  it('writes a call, is told that a reason is missing, looks at it, opens it, corrects it and closes it', async () => {
    const browser = await signedIn('secretariat')
    await isValid(await browser.open(`${calls}/jauns`))
    const made = await browser.send(`${calls}/jauns`, { ...fields, form: 'a-new-call-1', 'shortNoticeReason.lv': '' })
    const path = made.location?.replace('/prieksskatijums', '') ?? ''
    expect(path).toMatch(new RegExp(`^${calls}/\\d+$`))
    expect((await browser.open(`${path}/prieksskatijums`)).location).toBe(`${path}?check=yes`)
    const form = await browser.open(`${path}?check=yes`)
    await isValid(form)
    expect(form.html).toContain('href="#shortNoticeReason-lv"')
    await browser.send(path, { ...fields, form: 'a-new-call-2', version: '1' })
    const preview = await browser.open(`${path}/prieksskatijums`)
    await isValid(preview)
    const opened = await browser.fill(preview, 0, {})
    expect(opened.location).toMatch(/^\/lv\/plani\/lv-5\/aicinajumi\/\d+$/)
    const conflict = await browser.send(path, {
      ...fields,
      answerDays: '30',
      'reason.lv': 'Vajag vairāk laika.',
      form: 'a-new-call-3',
      version: '2',
    })
    expect(conflict.status).toBe(409)
    await isValid(conflict)
    await browser.send(path, { ...fields, answerDays: '30', 'reason.lv': 'Vajag vairāk laika.', form: 'a-new-call-4', version: '3' })
    expect((await browser.open(opened.location ?? '')).html).toContain('Vajag vairāk laika.')
    const closing = await browser.open(`${path}/slegt`)
    await isValid(closing)
    expect((await browser.fill(closing, 0, { 'reason.lv': 'Īss' })).status).toBe(422)
    expect((await browser.fill(closing, 0, { 'reason.lv': 'Plānu nodod agrāk.', form: 'a-closing-1' })).location).toBe(opened.location)
    await isValid(await browser.open(calls))
    expect((await browser.open(`${path}/slegt`)).status).toBe(404)
  })

  it('enters what came on paper', async () => {
    const browser = await signedIn('secretariat')
    const path = `${calls}/${callId}/ievadit/idea`
    const form = await browser.open(path)
    await isValid(form)
    const entered = await browser.fill(form, 0, {
      ...idea1,
      channel: 'paper',
      language: 'lv',
      'receivedOn.day': '10',
      'receivedOn.part': '09',
      'receivedOn.year': '2019',
    })
    expect(entered.location).toContain('?entered=')
    await isValid(await browser.open(entered.location ?? ''))
    expect(await ideas()).toMatchObject([{ channel: 'paper', authorName: null }])
    await isValid(await browser.open(`${calls}/${callId}/tabulas`))
  })

  it('alone sees these pages, and drafts', async () => {
    const browser = await signedIn('participant')
    const [draft] = await house.db
      .insert(call)
      .values({ ...(await copyOfCall()), recordSeq: null, publishedOn: null })
      .returning()
    for (const path of [calls, `${calls}/jauns`, `${calls}/${callId}`, `${calls}/${callId}/ievadit/idea`, `${calls}/${callId}/tabulas`])
      expect((await browser.open(path)).status).toBe(403)
    expect((await browser.open(`/lv/plani/lv-5/aicinajumi/${draft?.id}`)).status).toBe(404)
  })

  it('skips a step of the plan with a reason that its page shows', async () => {
    const browser = await signedIn('secretariat')
    const phases = '/lv/sekretariats/plani/lv-5/posmi'
    await browser.send(`${phases}/jauns`, {
      'title.lv': 'Sabiedriskā apspriede',
      'plannedStart.year': '2019',
      'plannedEnd.year': '2019',
      form: 'a-new-phase',
    })
    const { rows } = (await house.open.execute(`select id from phase where plan_id = 'lv-5'`)) as { rows: { id: number }[] }
    const form = await browser.open(`${phases}/${rows[0]?.id}/izlaist`)
    await isValid(form)
    expect((await browser.fill(form, 0, { 'reason.lv': 'Nav' })).status).toBe(422)
    await browser.fill(form, 0, { 'reason.lv': 'Apspriede notika kopā ar diskusiju.', form: 'a-skipped-phase' })
    const seen = await newBrowser().open('/lv/plani/lv-5')
    expect(seen.html).toContain('Izlaists')
    expect(seen.html).toContain('Apspriede notika kopā ar diskusiju.')
    await isValid(seen)
  })
})

async function copyOfCall() {
  const found = await anyCallById(house.db, 'lv-5', callId)
  if (!found) throw new Error('no call')
  const { id: _, ...columns } = found
  return columns
}
