import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { comment } from '../../src/cycle/ideas/tables.ts'
import { aCall, anIdea, anotherCall, type Call, storedIdea } from '../../src/cycle/ideas/testSupport.ts'
import { demonstrationLinks, seedDemonstrationPeople } from '../../src/people/index.ts'
import { addTwoOrganisations } from '../../src/people/testSupport.ts'
import { localText } from '../../src/platform/languages/languages.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { Browser, formsIn, type Seen } from './browser.ts'

let house: TestHouse
let call: Call
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

const newBrowser = (from = '10.3.0.1'): Browser => new Browser(createApp({ ...house, configuration: { ...house.configuration } }), from)

async function signedIn(role: 'participant' | 'moderator' | 'secretariat' | 'officer'): Promise<Browser> {
  const browser = newBrowser('127.0.0.1')
  const link = (await demonstrationLinks(house)).find((one) => one.role === role)
  await browser.open(link?.url.replace('http://127.0.0.1:3000', '') ?? '')
  return browser
}

const pageOf = (number: number): string => `/lv/plani/lv-5/idejas/${number}`
const queueOf = (id: number): string => `/lv/moderacija/rinda/${id}`
/** The form of a page that carries a value unseen. */
const formWith = (seen: Seen, name: string, value?: string): number =>
  formsIn(seen.html).findIndex(({ hidden }) => name in hidden && (value === undefined || hidden[name] === value))
const byParticipant = { authorId: 'demonstration-participant', authorName: 'Dalībnieks' }

describe('moderation', () => {
  it('has published rules and a public log, and a queue for moderators and the secretariat alone', async () => {
    const visitor = newBrowser()
    expect((await visitor.open('/lv/moderacija')).html).toContain('Ko nepublicējam')
    expect((await visitor.open('/en/moderation/log')).status).toBe(200)
    expect((await visitor.open('/lv/moderacija/rinda')).status).toBe(401)
    const { id } = await anIdea(house, call)
    for (const role of ['participant', 'officer'] as const) {
      const browser = await signedIn(role)
      expect((await browser.open('/lv/moderacija/rinda')).status).toBe(403)
      expect((await browser.open(queueOf(id))).status).toBe(403)
      expect(
        (await browser.send(queueOf(id), { do: 'hide', was: 'published', reason: 'spam', explanation: 'x', form: '12345678' })).status,
      ).toBe(403)
    }
    expect((await storedIdea(house, id)).visibility).toBe('published')
    for (const role of ['moderator', 'secretariat'] as const)
      expect((await (await signedIn(role)).open('/lv/moderacija/rinda')).status).toBe(200)
  })

  it('goes from a report to a hidden idea, its author’s appeal and another’s decision, all of it in the log', async () => {
    const { id, number } = await anIdea(house, call, { ...byParticipant, title: localText('Noslēpumainais virsraksts') })
    const visitor = newBrowser('10.3.0.2')
    const report = await visitor.open(`${pageOf(number)}/zinot`)
    await visitor.fill(report, 0, { opened: String(Date.now() - 60_000), reason: 'insult', text: 'Aizskar mani' })
    const moderator = await signedIn('moderator')
    const queue = await moderator.open('/lv/moderacija/rinda')
    expect(queue.html).toContain(queueOf(id))
    expect((await moderator.open('/lv/mani-darbi')).html).toContain('Moderācijas rinda')
    const thing = await moderator.open(queueOf(id))
    expect(thing.html).toContain('Aizskar mani')
    const decision = formWith(thing, 'was')
    const without = await moderator.fill(thing, decision, { do: 'hide', explanation: 'Rakstīts paskaidrojums' })
    expect(without.status).toBe(422)
    expect(without.html).toContain('Rakstīts paskaidrojums')
    await moderator.fill(thing, decision, { do: 'hide', reason: 'insult', explanation: 'Teksts pazemo cilvēku.' })
    expect((await storedIdea(house, id)).visibility).toBe('hidden')

    const page = await visitor.open(pageOf(number))
    expect(page.status).toBe(410)
    expect(page.html).toContain('Teksts pazemo cilvēku.')
    expect(page.html).not.toContain('Noslēpumainais')
    for (const address of ['/lv/moderacija/zurnals', '/lv/plani/lv-5/idejas', '/lv/plani/lv-5/idejas.json', '/lv/zurnals'])
      expect((await visitor.open(address)).html).not.toContain('Noslēpumainais')
    expect((await visitor.open('/lv/meklet?q=noslēpumainais')).html).not.toContain(pageOf(number))
    expect((await visitor.open('/lv/plani/lv-5/idejas')).html).toContain('Nepublicētas idejas: 1')
    expect((await visitor.open(`${pageOf(number)}/iegult`)).status).toBe(404)

    const letter = house.letters.find(({ body }) => body.includes('iebildumi/'))
    const link = /(\/lv\/moderacija\/iebildumi\/\S+)/.exec(letter?.body ?? '')?.[1] ?? ''
    expect((await visitor.open(link.replace(/token=.*/, 'token=cits'))).status).toBe(404)
    const appeal = await visitor.open(link)
    expect(appeal.headers.get('cache-control')).toBe('no-store')
    const sent = await visitor.fill(appeal, 0, { text: 'Tā nebija par cilvēku.' })
    expect(sent.status).toBe(303)
    const twice = await visitor.fill(appeal, 0, { text: 'Vēlreiz', form: 'other-form-number' })
    expect(twice.status).toBe(409)
    expect((await visitor.open('/lv/moderacija/zurnals')).html).not.toContain('Tā nebija par cilvēku.')

    // The one who hid it sees the appeal and can't decide; the secretariat can.
    expect((await moderator.open(queueOf(id))).html).toContain('Par šiem iebildumiem lemj cits moderators')
    const secretariat = await signedIn('secretariat')
    const again = await secretariat.open(queueOf(id))
    expect(again.html).toContain('Tā nebija par cilvēku.')
    await secretariat.fill(again, formWith(again, 'appeal'), { outcome: 'upheld', answer: 'Piekrītam.' })
    expect((await storedIdea(house, id)).visibility).toBe('published')
    const log = await visitor.open('/lv/moderacija/zurnals')
    expect(log.html).toContain('lēma cits moderators')
    expect(log.html).toContain('apmierināti 2019. gada 10. septembrī')
  })

  it('lets a waiting idea be seen by its author and moderators alone until it is published', async () => {
    const before = await anotherCall(house, { moderation: 'before' })
    const { id, number } = await anIdea(house, before, byParticipant)
    expect((await newBrowser().open(pageOf(number))).status).toBe(404)
    const author = await signedIn('participant')
    expect((await author.open(pageOf(number))).html).toContain('Šis teksts gaida moderatoru.')
    const moderator = await signedIn('moderator')
    const thing = await moderator.open(queueOf(id))
    const [first, second] = [await moderator.fill(thing, formWith(thing, 'was'), { do: 'publish' }), await moderator.open(queueOf(id))]
    expect(first.status).toBe(303)
    expect((await newBrowser().open(pageOf(number))).status).toBe(200)
    // A page that was open meanwhile decides nothing any more.
    const late = await moderator.send(queueOf(id), {
      form: 'late-form-number',
      was: 'waiting',
      do: 'hide',
      reason: 'spam',
      explanation: 'Mans vēlais teksts',
    })
    expect(late.status).toBe(409)
    expect(late.html).toContain('Mans vēlais teksts')
    expect(second.html).toContain('Redzams ikvienam')
  })

  it('blacks out personal data so that nobody finds them anywhere, and says so on the page', async () => {
    const { id, number } = await anIdea(house, call, { problem: localText('Kaimiņš Zvirgzdiņš no Ogres nemaksā.') })
    const moderator = await signedIn('moderator')
    const visitor = newBrowser()
    expect((await visitor.open('/lv/meklet?q=zvirgzdiņš')).html).toContain(pageOf(number))
    const thing = await moderator.open(queueOf(id))
    const nth = formWith(thing, 'do', 'black-out')
    const why = { 'blackOut.reason': 'personal-data', 'blackOut.explanation': 'Cita cilvēka vārds.' }
    const other = await moderator.fill(thing, nth, { ...why, 'problem.lv': '[[Kaimiņš]] ir slikts.' })
    expect(other.status).toBe(422)
    expect(other.html).toContain('[[Kaimiņš]] ir slikts.')
    const done = await moderator.fill(thing, nth, { ...why, 'problem.lv': 'Kaimiņš [[Zvirgzdiņš]] no Ogres nemaksā.' })
    expect(done.status).toBe(303)
    const page = await visitor.open(pageOf(number))
    expect(page.html).toContain('Kaimiņš ████ no Ogres nemaksā.')
    expect(page.html).toContain('aizkrāsojis personas datus 1 vietā')
    for (const address of ['/lv/meklet?q=zvirgzdiņš', '/lv/plani/lv-5/idejas?q=zvirgzdiņš', '/lv/plani/lv-5/idejas.csv', queueOf(id)])
      expect((await (address === queueOf(id) ? moderator : visitor).open(address)).html.replaceAll(/value="[^"]*"/g, '')).not.toContain(
        'Zvirgzdiņš no',
      )
  })

  it('of a comment leaves a word in its place', async () => {
    const { id, number } = await anIdea(house, call)
    const participant = await signedIn('participant')
    const page = await participant.open(pageOf(number))
    const nth = formsIn(page.html).findIndex((form) => form.action.endsWith('/komentars'))
    await participant.fill(page, nth, { kind: 'for', body: 'Pērciet lēti!', as: 'person', sector: 'resident' })
    const [said] = await house.db.select().from(comment).where(eq(comment.ideaId, id))
    const moderator = await signedIn('moderator')
    const thing = await moderator.open(`${queueOf(id)}/komentari/${said?.id}`)
    await moderator.fill(thing, formWith(thing, 'was'), { do: 'hide', reason: 'spam', explanation: 'Reklāma.' })
    const after = await newBrowser().open(pageOf(number))
    expect(after.html).toContain('Komentārs ir paslēpts.')
    expect(after.html).not.toContain('Pērciet lēti!')
    expect((await newBrowser().open(`${pageOf(number)}/zinot?comment=${said?.id}`)).status).toBe(404)
  })
})
