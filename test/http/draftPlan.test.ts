import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { addMilestone } from '../../src/cycle/plan/addMilestone.ts'
import { createCommitment } from '../../src/cycle/plan/createCommitment.ts'
import { createPlan } from '../../src/cycle/plan/createPlan.ts'
import { readNewCommitment } from '../../src/cycle/plan/input/commitmentInput.ts'
import { readNewMilestone } from '../../src/cycle/plan/input/milestoneInput.ts'
import { readNewPlan } from '../../src/cycle/plan/input/planInput.ts'
import { commitmentForm, form, milestoneForm, planForm, secretary } from '../../src/cycle/plan/testSupport.ts'
import { addTwoOrganisations } from '../../src/people/testSupport.ts'
import { languages } from '../../src/platform/languages/languages.ts'
import { address } from '../../src/web/addresses.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'
import { appendTestAct } from '../support/record.ts'
import { Browser } from './browser.ts'

/* A plan that the secretariat of a real instance has typed in: without sources, without an English short name, and
   at first not approved, although its period and its reporting period have begun. */

let house: TestHouse
let app: ReturnType<typeof createApp>
const party = { 'party.vk.part': 'lead', 'party.providus.part': 'partner' }
beforeAll(async () => {
  house = await openTestHouse()
  house.demonstration = null
  app = createApp(house)
  await addTwoOrganisations(house)
  const today = house.clock.today()
  await createPlan(house, secretary, readNewPlan(form({ ...planForm, ordinal: '1', 'shortTitle.lv': 'Pirmais plāns' }), today))
  await createCommitment(house, secretary, 'lv-5', readNewCommitment(form({ ...commitmentForm, ...party })))
  await createCommitment(house, secretary, 'lv-5', readNewCommitment(form({ ...commitmentForm, number: '2' })))
  await addMilestone(house, secretary, 'lv-5', 1, readNewMilestone(form(milestoneForm)))
  await house.open.execute(`
    with p as (
      insert into reporting_period (plan_id, position, starts_on, reference_day, record_seq)
      values ('lv-5', 1, '2019-01-01', '2019-08-31', 0) returning id
    )
    insert into deadline (plan_id, kind, duty, period_id, title, due, basis, certainty, record_seq)
    select 'lv-5', 'legal', 'contribution', id, '{"lv":{"text":"Ziņas","state":"original"}}', '2019-09-20',
      '{"lv":{"text":"Rīkojums","state":"original"}}', 'seen', 0 from p`)
})
afterAll(() => house.close())
beforeEach(() => approve(null))

const approve = async (on: string | null): Promise<void> => {
  await house.open.execute('update plan set approved_on = $1', [on])
  await appendTestAct(house)
}

const plain = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
const read = async (path: string): Promise<string> => {
  const { status, html } = await new Browser(app).open(path)
  expect([path, status]).toEqual([path, 200])
  return html
}

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'no-trailing-whitespace': 'off', 'void-style': 'off', 'attribute-boolean-style': 'off', 'long-title': 'off' },
})

const here = { plan: 'lv-5' }
const pagesIn = (language: 'lv' | 'en'): string[] => [
  address(language, 'home'),
  address(language, 'plans'),
  address(language, 'plan', here),
  address(language, 'commitments', here),
  address(language, 'commitment', { ...here, number: 1 }),
  address(language, 'commitment', { ...here, number: 2 }),
  address(language, 'updates', { ...here, number: 1, milestone: 1 }),
  address(language, 'contributions', here),
  address(language, 'report', here),
  address(language, 'institution', { id: 'vk' }),
  address(language, 'organisation', { id: 'providus' }),
]

describe('a plan that is not approved', () => {
  it('awaits nothing from anyone and says why, on every page, in valid HTML', async () => {
    const awaiting = {
      lv: /gaidām ziņas|[Gg]aida ziņas|Īsteno|Ziņot par|Lasīt ziņojumu|vēl nav iesniegt|nav iesniegušas|Ziņas .* gaidām/,
      en: /awaiting report|still awaited|being carried out|Report progress|Read the report|not handed in|No institution has reported|reports are due/i,
    }
    const says = { lv: /[Pp]lāns vēl nav apstiprināts|tas vēl nav apstiprināts/, en: /not approved yet|not been approved yet/ }
    for (const language of languages)
      for (const path of pagesIn(language)) {
        const html = await read(path)
        // The foot of every page asks to report barriers.
        const [aboveFoot = ''] = html.split('<footer')
        expect([path, plain(aboveFoot).match(awaiting[language])?.[0]]).toEqual([path, undefined])
        expect([path, says[language].test(plain(html))]).toEqual([path, true])
        const { results } = await validator.validateString(html)
        expect(results.flatMap(({ messages }) => messages.map(({ message }) => `${path}: ${message}`))).toEqual([])
      }
  })

  it('says that it has started, if it has, and is still being made', async () => {
    for (const path of ['/lv', '/lv/plani', '/lv/plani/lv-5'])
      expect(plain(await read(path))).toContain('Ir sācies pirmais plāns, bet tas vēl nav apstiprināts.')
    expect(plain(await read('/lv/plani'))).toMatch(/2019–2021 ?top/)
    house.setToday('2018-12-31')
    expect(plain(await read('/lv/plani/lv-5'))).toContain('Top pirmais plāns.')
    house.setToday('2022-01-01')
    expect(plain(await read('/lv/plani/lv-5'))).toContain('Ir beidzies laiks, kuram iecerēts pirmais plāns, bet tas nav apstiprināts.')
    house.setToday('2019-09-10')
  })

  it('leads to its commitments, but neither to a report nor to who has contributed', async () => {
    const html = await read('/lv/plani/lv-5')
    expect(html).toContain('href="/lv/plani/lv-5/apnemsanas/1"')
    for (const path of ['zinas']) expect(html).not.toContain(`href="/lv/plani/lv-5/${path}"`)
    expect(await read('/lv/plani/lv-5/apnemsanas')).not.toContain('name="state"')
  })

  it('awaits reports from the day of its approval on', async () => {
    await approve('2019-09-11')
    expect(plain(await read('/lv/plani/lv-5'))).toContain('Plāns vēl nav apstiprināts')
    await approve('2019-09-10')
    const html = await read('/lv/plani/lv-5')
    expect(plain(html)).toContain('Īsteno pirmo plānu. Institūcijas ziņo līdz 20. septembrim.')
    expect(plain(html)).toContain('Par visām vēl gaidām ziņas.')
    expect(html).toContain('href="/lv/plani/lv-5/zinas"')
    expect(plain(await read('/lv/plani/lv-5/apnemsanas/1'))).toContain('Pašnovērtējums vēl nav iesniegts: Valsts kanceleja.')
  })
})

describe('a plan without sources', () => {
  it('speaks of none', async () => {
    await approve('2019-09-01')
    const ofSources = { lv: /avot(ā|os|iem)(?! nav norādīts)/, en: /\b(the|public) sources?\b/i }
    for (const language of languages)
      for (const path of pagesIn(language)) {
        const main = (await read(path)).split('<main')[1]?.split('</main>')[0] ?? ''
        expect([path, plain(main).match(ofSources[language])?.[0]]).toEqual([path, undefined])
      }
    expect(plain(await read('/lv/plani/lv-5'))).toContain('ievadīts Kopradē, avots nav norādīts')
  })
})

it('a plan without an English name goes by its number in English sentences', async () => {
  await approve('2019-09-01')
  const html = await read('/en/plans/lv-5')
  expect(html).toContain('The first plan is being carried out.')
  expect(html).not.toMatch(/The pirmais/i)
  expect(await read('/en')).toContain('<span lang="lv">Pirmais plāns</span>')
})
