import { eq } from 'drizzle-orm'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { answerIdea } from '../../src/cycle/ideas/answers/answerIdea.ts'
import { tellSupporters } from '../../src/cycle/ideas/answers/tellSupporters.tsx'
import { aCall, anIdea, ideaNow, notNow, reasons, someone, supportedBy } from '../../src/cycle/ideas/answers/testSupport.ts'
import { type call, theme } from '../../src/cycle/ideas/tables.ts'
import { groupIdeas } from '../../src/cycle/ideas/themes/groupIdeas.ts'
import { mergeIdeas } from '../../src/cycle/ideas/themes/mergeIdeas.ts'
import { createTheme, editTheme } from '../../src/cycle/ideas/themes/saveTheme.ts'
import { commitment } from '../../src/cycle/plan/tables.ts'
import { aPlan, secretary } from '../../src/cycle/plan/testSupport.ts'
import { typed } from '../../src/cycle/plan/translations.ts'
import { demonstrationLinks, seedDemonstrationPeople } from '../../src/people/index.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { Browser, formsIn, type Seen } from './browser.ts'

let house: TestHouse
let app: ReturnType<typeof createApp>
let open: typeof call.$inferSelect
let secretariat: Browser
const everyone = new Browser({ request: (...asked) => app.request(...asked) })
beforeAll(async () => {
  house = await openTestHouse()
  await aPlan(house, { adopted: false })
  open = await aCall(house)
  await seedDemonstrationPeople(house)
  app = createApp(house)
  secretariat = await signedIn('secretariat')
})
afterAll(() => house.close())

async function signedIn(role: string): Promise<Browser> {
  const browser = new Browser(app)
  const link = (await demonstrationLinks(house)).find((found) => found.role === role)
  await browser.open(link?.url.replace('http://127.0.0.1:3000', '') ?? '')
  return browser
}

const textOf = ({ html }: Pick<Seen, 'html'>): string =>
  html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')

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

/** Fills in a form of a page where it has several of the same name. */
async function fillAll(browser: Browser, seen: Seen, nth: number, values: Record<string, string | string[]>): Promise<Seen> {
  const form = formsIn(seen.html)[nth]
  if (!form) throw new Error(`there is no form ${nth}`)
  return browser.send(form.action, { ...form.hidden, ...values })
}

const GIVE = '/lv/mani-darbi/idejas/lv-5'
const answerFields = { state: 'not-now', 'reasons.lv': reasons, institution: 'vk' }

describe('an answer', () => {
  it('needs its reasons; what was typed stays; then it is public', async () => {
    const one = await anIdea(house, open, 'Publicēt līgumus')
    const at = `${GIVE}/${one.number}/atbilde`
    expect((await everyone.open(at)).status).toBe(401)
    const opened = await secretariat.open(at)
    await isValid(opened)
    const refused = await secretariat.fill(opened, 0, { ...answerFields, 'reasons.lv': 'Par "īsu".' })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('<a href="#reasons-lv">')
    expect(refused.html).toContain('Par &quot;īsu&quot;.')
    await isValid(refused)
    const done = await secretariat.fill(opened, 0, answerFields)
    expect(done.status).toBe(303)
    expect(await ideaNow(house, one.id)).toMatchObject({ answerState: 'not-now' })
    const stale = await secretariat.fill(opened, 0, {
      ...answerFields,
      form: '00000000-0000-4000-8000-000000000001',
      state: 'outside',
      'reason.lv': 'Cits iemesls.',
    })
    expect(stale.status).toBe(409)
  })

  it('is an officer’s of the institution that is named, who finds it among the own tasks', async () => {
    const one = await anIdea(house, open, 'Iestādei')
    const officer = await signedIn('officer')
    expect((await officer.open(`${GIVE}/${one.number}/atbilde`)).status).toBe(403)
    const list = await secretariat.open(GIVE)
    await isValid(list)
    await fillAll(secretariat, list, 1, { idea: String(one.id), to: 'vk', action: 'assign' })
    expect(await ideaNow(house, one.id)).toMatchObject({ answererId: 'vk' })
    expect(textOf(await officer.open('/lv/mani-darbi'))).toContain('Atbildēt uz 1 ideju')
    const own = await officer.open(GIVE)
    expect(textOf(own)).toContain('Iestādei')
    expect(textOf(own)).not.toContain('Uzdot atbildēt')
    expect((await officer.open(`${GIVE}/${one.number}/atbilde`)).status).toBe(200)
  })
})

describe('one answer to several', () => {
  it('is drafted, previewed and published; with one changed meanwhile nothing is, and the page names it', async () => {
    const ideas = [await anIdea(house, open, 'Vienāda A'), await anIdea(house, open, 'Vienāda B')]
    const [a, b] = ideas as [(typeof ideas)[number], (typeof ideas)[number]]
    const list = await secretariat.open(`${GIVE}?q=vien%C4%81da`)
    const begun = await fillAll(secretariat, list, 1, { idea: ideas.map(({ id }) => String(id)), action: 'begin' })
    const at = begun.location ?? ''
    expect(at).toMatch(/\/kopigi\/\d+$/)
    const form = await secretariat.open(at)
    await isValid(form)
    expect((await secretariat.fill(form, 0, { ...answerFields, 'reasons.lv': '', action: 'preview' })).status).toBe(422)
    expect(
      (await secretariat.fill(await secretariat.open(at), 0, { ...answerFields, [`sentence.${a.id}.lv`]: 'Tikai A.', action: 'preview' }))
        .status,
    ).toBe(303)
    const preview = await secretariat.open(`${at}/prieksskatijums`)
    await isValid(preview)
    expect(textOf(preview)).toContain('Tiks publicēta atbilde tieši uz 2 idejām')
    expect(textOf(preview)).toContain('Tikai A.')

    await answerIdea(house, secretary, b.id, notNow(1, { state: 'outside' }))
    const refused = await secretariat.fill(preview, 0, { action: 'publish' })
    expect(refused.status).toBe(409)
    expect(textOf(refused)).toContain(`Nr. ${b.number} (Vienāda B)`)
    expect((await ideaNow(house, a.id)).answerState).toBe('waiting')

    const again = await secretariat.open(at)
    await fillAll(secretariat, again, 0, { ...answerFields, [`sentence.${a.id}.lv`]: 'Tikai A.', removed: String(b.id), action: 'preview' })
    const published = await secretariat.fill(await secretariat.open(`${at}/prieksskatijums`), 0, { action: 'publish' })
    expect(published.location).toMatch(/\/lv\/zurnals\/\d+$/)
    expect((await ideaNow(house, a.id)).answerState).toBe('not-now')
    expect(textOf(await everyone.open(published.location ?? ''))).toContain('Atbildēts uz vairākām idejām')
    expect((await secretariat.open(at)).status).toBe(404)
  })
})

describe('themes and merges', () => {
  it('are made and filled by plain forms; everyone reads them with their counts', async () => {
    const one = await anIdea(house, open, 'Ceļi laukos')
    expect((await (await signedIn('officer')).open('/lv/sekretariats/plani/lv-5/idejas/grupas')).status).toBe(403)
    const form = await secretariat.open('/lv/sekretariats/plani/lv-5/idejas/temas/jauna')
    await isValid(form)
    expect((await secretariat.fill(form, 0, {})).status).toBe(422)
    await secretariat.fill(form, 0, { 'title.lv': 'Satiksme', form: '00000000-0000-4000-8000-000000000002' })
    const [row] = await house.db.select().from(theme)
    const list = await secretariat.open('/lv/sekretariats/plani/lv-5/idejas/grupas')
    await isValid(list)
    expect((await fillAll(secretariat, list, 1, { action: 'move', theme: String(row?.id) })).status).toBe(422)
    await fillAll(secretariat, await secretariat.open('/lv/sekretariats/plani/lv-5/idejas/grupas'), 1, {
      idea: String(one.id),
      theme: String(row?.id),
      action: 'move',
    })
    const shown = await everyone.open('/lv/plani/lv-5/idejas/temas')
    await isValid(shown)
    expect(textOf(shown)).toContain('Satiksme')
    expect(textOf(shown)).toContain('1 ideja')
    expect(textOf(await everyone.open('/en/plans/lv-5/ideas/themes'))).toContain('1 idea,')
  })

  it('a proposal is shown, corrected and only then taken over', async () => {
    const titles = ['Bibliotēku datu portāls skolēniem', 'Skolēniem bibliotēku datu portāls', 'Muzeju naktis ostā']
    const ideas = []
    for (const title of titles) ideas.push(await anIdea(house, open, title))
    const at = '/lv/sekretariats/plani/lv-5/idejas/grupas/priekslikums'
    const shown = await secretariat.open(at)
    await isValid(shown)
    expect(shown.html).toContain(`name="group.${ideas[0]?.id}"`)
    expect(shown.html).toContain(`name="group.${ideas[1]?.id}"`)
    expect(shown.html).not.toContain(`name="group.${ideas[2]?.id}"`)
    const before = await house.db.$count(theme)
    await secretariat.fill(shown, 0, { 'title.1.lv': 'Bibliotēkas', [`group.${ideas[0]?.id}`]: '1', [`group.${ideas[1]?.id}`]: '0' })
    expect(await house.db.$count(theme)).toBe(before + 1)
    expect((await ideaNow(house, ideas[0]?.id ?? 0)).themeId).not.toBeNull()
    expect((await ideaNow(house, ideas[1]?.id ?? 0)).themeId).toBeNull()
  })

  it('a merge is asked for, objected to by the letter’s link, and undone in its log', async () => {
    const author = await someone(house, 'apvienotais')
    const [twin, target] = [await anIdea(house, open, 'Dubultā', { authorId: author }), await anIdea(house, open, 'Īstā')]
    const list = await secretariat.open('/lv/sekretariats/plani/lv-5/idejas/grupas')
    const led = await fillAll(secretariat, list, 1, { idea: String(twin.id), action: 'merge' })
    const form = await secretariat.open(led.location ?? '')
    await isValid(form)
    const refused = await fillAll(secretariat, form, 0, {
      idea: String(twin.id),
      into: String(twin.number),
      'reason.lv': 'Par to pašu jautājumu.',
    })
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('href="#into"')
    house.letters.length = 0
    await fillAll(secretariat, await secretariat.open(led.location ?? ''), 0, {
      idea: String(twin.id),
      into: String(target.number),
      'reason.lv': 'Par to pašu jautājumu.',
    })
    expect(await ideaNow(house, twin.id)).toMatchObject({ mergedIntoId: target.id })

    const url = new URL(/https?:\S+iebilst\S+/.exec(house.letters[0]?.body ?? '')?.[0] ?? '')
    const asked = await everyone.open(url.pathname + url.search)
    await isValid(asked)
    expect((await everyone.open(`${url.pathname}?token=nav`)).status).toBe(403)
    const told = await everyone.fill(asked, 0, { text: 'Mana ir par ko citu.' })
    expect(textOf(await everyone.open(told.location ?? ''))).toContain('Iebildumu esam saņēmuši')
    expect(textOf(await secretariat.open('/lv/mani-darbi'))).toContain(`Iebildums pret idejas Nr. ${twin.number} apvienošanu`)
    const log = await secretariat.open('/lv/sekretariats/plani/lv-5/idejas/apvienosana')
    await isValid(log)
    expect(textOf(log)).toContain('Mana ir par ko citu.')
    expect((await secretariat.fill(log, 0, {})).status).toBe(422)
    await secretariat.fill(await secretariat.open('/lv/sekretariats/plani/lv-5/idejas/apvienosana'), 0, {
      'reason.lv': 'Autoram taisnība.',
    })
    expect((await ideaNow(house, twin.id)).mergedIntoId).toBeNull()
  })

  it('letters to supporters end by their link, by a mail program’s one step too', async () => {
    const one = await anIdea(house, open, 'Atbalstītā')
    await supportedBy(house, one.id, 'viena-sola')
    house.letters.length = 0
    await answerIdea(house, secretary, one.id, notNow(1))
    await tellSupporters(house)
    const url = new URL(/https?:\S+atteikties\S+/.exec(house.letters.at(-1)?.body ?? '')?.[0] ?? '')
    await isValid(await everyone.open(url.pathname + url.search))
    const foreign = new Browser(app)
    const ended = await foreign.send(
      url.pathname + url.search,
      { 'List-Unsubscribe': 'One-Click' },
      { Origin: 'https://mail.example', 'Sec-Fetch-Site': 'cross-site' },
    )
    expect(ended.status).toBe(200)
    const again = await anIdea(house, open, 'Atbalstītā vēlreiz')
    await supportedBy(house, again.id, 'viena-sola')
    house.letters.length = 0
    await answerIdea(house, secretary, again.id, notNow(1))
    await tellSupporters(house)
    expect(house.letters.filter(({ body }) => body.includes('atteikties'))).toEqual([])
  })
})

describe('the thread', () => {
  it('a commitment tells all ideas behind it with the reasons, directly and by a theme, and what was merged into them', async () => {
    const [row] = await house.db.select().from(commitment).where(eq(commitment.planId, 'lv-5'))
    const id = row?.id ?? 0
    const [direct, byTheme, twin] = [
      await anIdea(house, open, 'Tieši'),
      await anIdea(house, open, 'Caur tēmu'),
      await anIdea(house, open, 'Dvīne'),
    ]
    const grouped = await createTheme(house, secretary, 'lv-5', { title: typed('Atvērtie dati'), description: typed(), commitment: null })
    await groupIdeas(house, secretary, { planId: 'lv-5', ideaIds: [byTheme.id], themeId: grouped })
    await mergeIdeas(house, secretary, 'lv-5', { ideaIds: [twin.id], into: direct.number, reason: typed('Par to pašu jautājumu.') })
    await answerIdea(house, secretary, direct.id, notNow(1, { state: 'accepted', commitmentId: id }))
    await answerIdea(house, secretary, byTheme.id, notNow(1, { state: 'accepted', themeId: grouped }))
    const at = '/lv/plani/lv-5/apnemsanas/1'
    expect(textOf(await everyone.open(at))).toContain('izriet no 1 idejas')
    await editTheme(house, secretary, grouped, { version: 1, title: typed('Atvērtie dati'), description: typed(), commitment: 1 })
    const seen = await everyone.open(at)
    await isValid(seen)
    expect(textOf(seen)).toContain('izriet no 2 idejām')
    expect(textOf(seen)).toContain(reasons)
    expect(textOf(seen)).toContain(`Kopā ar apvienotajām: Nr. ${twin.number}`)
    await answerIdea(house, secretary, direct.id, notNow(2, { state: 'outside', reason: typed('Pārskatījām to.') }))
    expect(textOf(await everyone.open(at))).toContain('izriet no 1 idejas')
    expect((await everyone.open(`${at}?page=2`)).status).toBe(404)
  })
})

describe('while ideas have no answer', () => {
  it('everyone sees how many and who is late, and a plan is approved only with a public reason', async () => {
    house.setToday('2019-10-20')
    const shown = await everyone.open('/lv/plani/lv-5/idejas/atbildes')
    await isValid(shown)
    expect(textOf(shown)).toMatch(/Atbildētas \d+ no \d+ idej\S+, \d+ atbild\S+ kavējas/)
    expect(textOf(shown)).toContain('Valsts kanceleja')
    const form = await secretariat.open('/lv/sekretariats/plani/lv-5')
    const stored = Object.fromEntries(
      [...form.html.matchAll(/<input[^>]* name="([^"]+)"[^>]* value="([^"]*)"/g)].map(([, name, value]) => [name ?? '', value ?? '']),
    )
    const approved = {
      ...stored,
      'periodEnd.part': '',
      'periodStart.part': '',
      'approvedOn.day': '20',
      'approvedOn.part': '10',
      'approvedOn.year': '2019',
    }
    const refused = await secretariat.send('/lv/sekretariats/plani/lv-5', approved)
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('<a href="#unansweredReason-lv">')
    const done = await secretariat.send('/lv/sekretariats/plani/lv-5', {
      ...approved,
      form: '00000000-0000-4000-8000-000000000003',
      'unansweredReason.lv': 'Valdībai plāns jāizskata šonedēļ; uz idejām atbildēsim līdz novembrim.',
    })
    expect(done.status).toBe(303)
    expect(textOf(await everyone.open('/lv/plani/lv-5'))).toContain('Valdībai plāns jāizskata šonedēļ')
    const { rows } = (await house.open.execute(`select entry from record_entry where act = 'editPlan' order by seq desc limit 1`)) as {
      rows: { entry: string }[]
    }
    expect(rows[0]?.entry).toContain('Valdībai plāns jāizskata')
  })
})
