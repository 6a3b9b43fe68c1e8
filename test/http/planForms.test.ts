import { Hono } from 'hono'
import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  sendCommitmentForm,
  sendNewCommitment,
  showCommitmentForm,
  showNewCommitment,
} from '../../src/cycle/plan/pages/forms/commitmentForm.tsx'
import { sendDeadlineForm, showDeadlineForm } from '../../src/cycle/plan/pages/forms/deadlineForm.tsx'
import { showManagement } from '../../src/cycle/plan/pages/forms/managePage.tsx'
import { sendMilestoneForm, showMilestoneForm } from '../../src/cycle/plan/pages/forms/milestoneForm.tsx'
import { sendPhaseForm, showPhaseForm } from '../../src/cycle/plan/pages/forms/phaseForm.tsx'
import { sendNewPlan, sendPlanForm, showNewPlan, showPlanForm } from '../../src/cycle/plan/pages/forms/planForm.tsx'
import { aPlan, commitmentForm, milestoneForm, organisations, planForm, secretary } from '../../src/cycle/plan/testSupport.ts'
import { type Actor, visitor } from '../../src/people/index.ts'
import { administrator } from '../../src/people/testSupport.ts'
import { countQueries } from '../../src/platform/database/countQueries.ts'
import { languages } from '../../src/platform/languages/languages.ts'
import { Refusal } from '../../src/platform/refusal.ts'
import { type AddressName, address, addresses, languageOfPath } from '../../src/web/addresses.ts'
import { refusalPage } from '../../src/web/pages/problems.tsx'
import { readAnew } from '../../src/web/recall.ts'
import type { AnyVisit, Handler } from '../../src/web/visit.ts'
import { openTestHouse, type TestHouse } from '../support/house.ts'

type Pages = Partial<Record<AddressName, readonly [show: Handler<never>, send: Handler<never> | null]>>

/** In the order of the route table: a new thing's address comes before that of one that exists. */
const pages: Pages = {
  manage: [showManagement, null],
  planNew: [showNewPlan, sendNewPlan],
  planEdit: [showPlanForm(async () => 0) as Handler<never>, sendPlanForm(async () => 0) as Handler<never>],
  phaseEdit: [showPhaseForm as Handler<never>, sendPhaseForm as Handler<never>],
  deadlineEdit: [showDeadlineForm as Handler<never>, sendDeadlineForm as Handler<never>],
  commitmentNew: [showNewCommitment as Handler<never>, sendNewCommitment as Handler<never>],
  commitmentEdit: [showCommitmentForm as Handler<never>, sendCommitmentForm as Handler<never>],
  milestoneEdit: [showMilestoneForm as Handler<never>, sendMilestoneForm as Handler<never>],
}

let house: TestHouse
let actor: Actor
const app = new Hono()
beforeAll(async () => {
  house = await openTestHouse()
  for (const [name, handlers] of Object.entries(pages))
    for (const language of languages)
      for (const [method, handler] of [
        ['GET', handlers[0]],
        ['POST', handlers[1]],
      ] as const)
        if (handler)
          app.on(method, addresses[name as AddressName][language], async (context) => {
            const visit: AnyVisit = {
              house,
              language: languageOfPath(context.req.path) ?? 'lv',
              actor,
              session: null,
              today: house.clock.today(),
              name: name as AddressName,
              values: context.req.param() as Record<string, string>,
              query: new URL(context.req.url).searchParams,
              requestId: 'test',
              recall: readAnew,
              frame: { plans: [], forums: [], recordEntries: 0, actingFor: null },
              context,
            }
            try {
              return await handler(visit as never)
            } catch (error) {
              if (error instanceof Refusal) return refusalPage(visit, error)
              throw error
            }
          })
})
afterAll(() => house.close())
beforeEach(async () => {
  actor = secretary
  for (const table of [
    'form_receipt',
    'change',
    'commitment_relation',
    'commitment_link',
    'commitment_party',
    'milestone',
    'commitment',
    'deadline',
    'reporting_period',
    'phase',
    'plan',
    'organisation',
  ])
    await house.open.execute(`delete from ${table}`)
})

const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  rules: { 'no-trailing-whitespace': 'off', 'void-style': 'off', 'attribute-boolean-style': 'off', 'long-title': 'off' },
})

async function open(path: string): Promise<{ status: number; html: string }> {
  const response = await app.request(path)
  return { status: response.status, html: await response.text() }
}

/** Sends a form as a browser does, and gives what came back. */
async function send(
  path: string,
  values: Record<string, string | string[]>,
): Promise<{ status: number; html: string; location: string | null }> {
  const body = new URLSearchParams(
    Object.entries({ form: crypto.randomUUID(), ...values }).flatMap(([name, value]) => [value].flat().map((v) => [name, v])),
  )
  const response = await app.request(path, {
    method: 'POST',
    body: body.toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  return { status: response.status, html: await response.text(), location: response.headers.get('Location') }
}

/** The value that stands in a field of the page. */
function fieldValue(html: string, name: string): string | undefined {
  const input = [...html.matchAll(/<input(?:"[^"]*"|[^>"])*>/g)].find(([tag]) => tag.includes(` name="${name}"`))
  return input && /value="([^"]*)"/.exec(input[0])?.[1]
}

const lv = { plan: 'lv-5', number: 1, milestone: 1 }

describe('the secretariat’s start', () => {
  it('tells an administrator without that role who makes plans, and where the role is given', async () => {
    actor = administrator
    for (const language of languages) {
      const { html } = await open(address(language, 'manage'))
      expect(html).toContain(
        { lv: 'Plānus, apņemšanās un organizācijas ievada sekretariāts.', en: 'are entered by the secretariat.' }[language],
      )
      expect(html).toMatch(new RegExp(`(piešķiriet to|give it to someone): <a href="${address(language, 'people')}"`))
      expect(html).not.toContain(address(language, 'planNew'))
    }
    actor = secretary
    expect((await open('/lv/sekretariats')).html).not.toContain('piešķiriet to')
  })
})

describe('the secretariat’s forms', () => {
  it('lead from the start to a new plan, its commitment and its milestone', async () => {
    expect((await open('/lv/sekretariats')).html).toContain('/lv/sekretariats/plani/jauns')
    const plan = await send('/lv/sekretariats/plani/jauns', planForm)
    expect([plan.status, plan.location]).toEqual([303, '/lv/sekretariats/plani/lv-5?done=saved'])
    expect((await open(plan.location ?? '')).html).toContain('Saglabāts.')
    const commitment = await send(address('en', 'commitmentNew', lv), commitmentForm)
    expect([commitment.status, commitment.location]).toEqual([303, '/en/secretariat/plans/lv-5/commitments/1?done=saved'])
    const milestone = await send(address('lv', 'milestoneEdit', { ...lv, milestone: 'jauns' }), milestoneForm)
    expect([milestone.status, milestone.location]).toEqual([303, '/lv/sekretariats/plani/lv-5/apnemsanas/1?done=saved'])
    expect((await open(milestone.location ?? '')).html).toContain('Publicēt desmit datu kopas')
    expect((await send(address('lv', 'phaseEdit', { plan: 'lv-5', phase: 'jauns' }), { 'title.lv': 'Ideju vākšana' })).status).toBe(303)
    expect(
      (
        await send(address('lv', 'deadlineEdit', { plan: 'lv-5', deadline: 'jauns' }), {
          'title.lv': 'Ziņojums',
          kind: 'legal',
          duty: 'report',
          'basis.lv': 'Rīkojums',
        })
      ).status,
    ).toBe(303)
    const whole = (await open(address('lv', 'planEdit', lv))).html
    for (const text of ['Atvērtie dati', 'Ideju vākšana', 'Ziņojums']) expect(whole).toContain(text)
  })

  it('name each party once, as a group with short labels', async () => {
    await aPlan(house, { adopted: false })
    await organisations(house, 'vk')
    const { html } = await open(address('lv', 'commitmentNew', lv))
    const group = (/<fieldset class="party"><legend>vk<\/legend>.*?<\/fieldset>/s.exec(html) ?? [''])[0]
    const labels = [...group.matchAll(/<label[^>]*>([^<]*)/g)].map(([, label]) => label?.trim())
    expect(labels).toEqual(['Loma', 'Daļa latviski', 'Daļa angliski'])
  })

  it('are valid HTML in both languages, fresh and with mistakes', async () => {
    await organisations(house, 'vk', 'fm')
    await aPlan(house, { adopted: true })
    await send(address('lv', 'phaseEdit', { plan: 'lv-5', phase: 'jauns' }), { 'title.lv': 'Ideju vākšana' })
    for (const language of languages) {
      const links = new Set([address(language, 'manage'), address(language, 'planNew'), address(language, 'planEdit', lv)])
      const found = (await open(address(language, 'planEdit', lv))).html.matchAll(
        /href="(\/(?:lv|en)\/(?:sekretariats|secretariat)\/[^"#?]*)"/g,
      )
      for (const [, href] of found)
        if (href?.includes(`/${language}/`) && !/cilveki|people|organ|uzdevumi|jobs|idejas|ideas/.test(href)) links.add(href)
      links.add(address(language, 'milestoneEdit', lv))
      for (const path of links) {
        const fresh = await open(path)
        expect([path, fresh.status]).toEqual([path, 200])
        const wrong = path === address(language, 'manage') ? fresh : await send(path, { 'title.lv': '', version: '1' })
        for (const { html } of [fresh, wrong]) {
          const report = await validator.validateString(html)
          expect(report.results.flatMap((r) => r.messages.map((m) => `${path}: ${m.ruleId} ${m.message} ${m.selector}`))).toEqual([])
        }
      }
    }
  })

  it('come back with 422, the mistakes in the reader’s language and everything that was typed', async () => {
    await aPlan(house, { adopted: false })
    const typed = {
      ...commitmentForm,
      number: '2',
      'title.lv': '<script>alert(1)</script> ../../etc',
      'periodStart.year': '2020',
      'periodEnd.year': '2019',
      moneyEuro: 'daudz',
      'links.0.title.lv': 'Likums',
      'links.0.url': 'likumi.lv',
      'links.0.kind': 'law',
    }
    const { status, html } = await send(address('lv', 'commitmentNew', lv), typed)
    expect(status).toBe(422)
    expect(html).toContain('Beigas ir pirms sākuma')
    expect(html).toContain('href="#periodEnd"')
    expect(html).toContain('href="#links-0-url"')
    expect(html).not.toContain('<script>alert')
    expect(fieldValue(html, 'moneyEuro')).toBe('daudz')
    expect(fieldValue(html, 'links.0.url')).toBe('likumi.lv')
    expect(fieldValue(html, 'title.lv')).toBe('&lt;script>alert(1)&lt;/script> ../../etc')
    expect((await send(address('en', 'commitmentNew', lv), typed)).html).toContain('The end is before the start')
  })

  it('say in clear words that a number is taken', async () => {
    await aPlan(house, { adopted: false })
    const { status, html } = await send(address('lv', 'commitmentNew', lv), commitmentForm)
    expect(status).toBe(422)
    expect(html).toContain('apņemšanās ar tādu numuru jau ir')
    expect(html).toContain('href="#number"')
  })

  it('refuse a title of one megabyte and change nothing', async () => {
    await aPlan(house, { adopted: false })
    const { status } = await send(address('lv', 'commitmentEdit', lv), {
      ...commitmentForm,
      version: '1',
      'title.lv': 'a'.repeat(1_000_000),
    })
    expect([413, 422]).toContain(status)
    expect((await open(address('lv', 'commitmentEdit', lv))).html).toContain('Atvērtie dati')
  })

  it('show both versions when someone was faster, keep what was typed and can then be saved', async () => {
    await aPlan(house, { adopted: false })
    const path = address('lv', 'commitmentEdit', lv)
    expect(fieldValue((await open(path)).html, 'version')).toBe('1')
    await send(path, { ...commitmentForm, version: '1', 'title.lv': 'Ko saglabāja pirmais' })
    const second = { ...commitmentForm, version: '1', 'title.lv': 'Ko ierakstīja otrais', 'problem.lv': 'Garš teksts' }
    const { status, html } = await send(path, second)
    expect(status).toBe(409)
    const rows = html.slice(html.indexOf('<tbody>'), html.indexOf('</tbody>'))
    for (const text of ['Ko saglabāja pirmais', 'Ko ierakstīja otrais', 'Garš teksts']) expect(rows).toContain(text)
    expect(rows).not.toContain('Open data')
    expect(fieldValue(html, 'title.lv')).toBe('Ko ierakstīja otrais')
    expect(fieldValue(html, 'version')).toBe('2')
    expect((await send(path, { ...second, version: '2' })).status).toBe(303)
    expect((await open(path)).html).toContain('Ko ierakstīja otrais')
  })

  it('show both versions of plans, phases, deadlines and milestones too', async () => {
    await aPlan(house, { adopted: false })
    await send(address('lv', 'phaseEdit', { plan: 'lv-5', phase: 'jauns' }), { 'title.lv': 'Posms' })
    await send(address('lv', 'deadlineEdit', { plan: 'lv-5', deadline: 'jauns' }), {
      'title.lv': 'Termiņš',
      kind: 'legal',
      duty: 'other',
      'basis.lv': 'Rīkojums',
    })
    const html = (await open(address('lv', 'planEdit', lv))).html
    const path = (part: string) => new RegExp(`href="([^"]*/${part}/\\d+)"`).exec(html)?.[1] ?? ''
    const forms: [string, Record<string, string>][] = [
      [address('lv', 'planEdit', lv), planForm],
      [path('posmi'), { 'title.lv': 'Posms' }],
      [path('termini'), { 'title.lv': 'Termiņš', kind: 'legal', duty: 'other', 'basis.lv': 'Rīkojums' }],
      [address('lv', 'milestoneEdit', lv), milestoneForm],
    ]
    for (const [action, values] of forms) {
      const version = fieldValue((await open(action)).html, 'version') ?? ''
      expect((await send(action, { ...values, version, 'title.lv': 'Pirmā roka' })).status).toBe(303)
      const late = await send(action, { ...values, version, 'title.lv': 'Otrā roka' })
      expect([action, late.status]).toEqual([action, 409])
      expect(late.html).toContain('Pirmā roka')
      expect(fieldValue(late.html, 'title.lv')).toBe('Otrā roka')
      expect(fieldValue(late.html, 'version')).not.toBe(version)
    }
  })

  it('do once what is sent twice', async () => {
    await aPlan(house, { adopted: false })
    const values = { ...commitmentForm, number: '2', form: crypto.randomUUID() }
    const first = await send(address('lv', 'commitmentNew', lv), values)
    const again = await send(address('lv', 'commitmentNew', lv), values)
    expect(first.status).toBe(303)
    expect([again.status, again.location]).toEqual([303, first.location])
  })

  it('ask for a reason of an adopted plan’s amendment and show the original dates afterwards', async () => {
    await aPlan(house, { adopted: true })
    const path = address('lv', 'milestoneEdit', lv)
    const moved = { ...milestoneForm, version: '1', 'plannedEnd.year': '2020' }
    const refused = await send(path, moved)
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('href="#reason"')
    expect((await send(path, { ...moved, reason: 'Iepirkums bija jāatkārto' })).status).toBe(303)
    expect((await open(path)).html).toContain('Sākotnēji: 2019. gads – 2019. gada 4. ceturksnis')
  })

  it('remove a phase before adoption', async () => {
    await aPlan(house, { adopted: false })
    await send(address('lv', 'phaseEdit', { plan: 'lv-5', phase: 'jauns' }), { 'title.lv': 'Lieks posms' })
    const path = /href="([^"]*\/posmi\/\d+)"/.exec((await open(address('lv', 'planEdit', lv))).html)?.[1] ?? ''
    expect((await send(path, { action: 'remove' })).status).toBe(303)
    expect((await open(address('lv', 'planEdit', lv))).html).not.toContain('Lieks posms')
  })

  it('ask the database as often for many rows as for one', async () => {
    await organisations(house, 'vk')
    await aPlan(house, { adopted: true })
    const paths = [
      address('lv', 'manage'),
      address('lv', 'planEdit', lv),
      address('lv', 'commitmentEdit', lv),
      address('lv', 'milestoneEdit', lv),
    ]
    const count = async () => Promise.all(paths.map(async (path) => (await countQueries(() => open(path))).queries))
    const few = await count()
    await organisations(house, 'fm', 'tm', 'iub')
    for (const number of ['2', '3', '4']) {
      await send(address('lv', 'commitmentNew', lv), { ...commitmentForm, number, related: '1', 'party.vk.part': 'lead' })
      await send(address('lv', 'milestoneEdit', { ...lv, milestone: 'jauns' }), { ...milestoneForm, number })
      await send(address('lv', 'phaseEdit', { plan: 'lv-5', phase: 'jauns' }), { 'title.lv': `Posms ${number}` })
      await send(address('lv', 'planNew'), { ...planForm, id: `lv-1${number}`, ordinal: `1${number}` })
    }
    expect((await open(address('lv', 'planEdit', lv))).html).toContain('Posms 4')
    expect(await count()).toEqual(few)
  })

  it('are refused at addresses of nothing', async () => {
    await aPlan(house, { adopted: false })
    for (const path of [
      'plani/nav',
      'plani/lv-5/posmi/999',
      'plani/lv-5/posmi/x',
      'plani/lv-5/termini/1e3',
      'plani/lv-5/apnemsanas/99',
      'plani/lv-5/apnemsanas/1/punkti/99999999999',
    ])
      expect([path, (await open(`/lv/sekretariats/${path}`)).status]).toEqual([path, 404])
  })

  it('are closed to everyone else, to look at and to send', async () => {
    await aPlan(house, { adopted: false })
    const officer: Actor = { personId: 'o', name: 'O', roles: [{ role: 'officer', organisationId: 'vk' }] }
    for (const [who, status] of [
      [visitor, 401],
      [officer, 403],
    ] as const) {
      actor = who
      for (const path of [
        address('lv', 'manage'),
        address('lv', 'planNew'),
        address('lv', 'planEdit', lv),
        address('lv', 'commitmentNew', lv),
        address('lv', 'commitmentEdit', lv),
        address('lv', 'milestoneEdit', lv),
      ])
        expect([path, (await open(path)).status]).toEqual([path, status])
      expect((await send(address('lv', 'commitmentEdit', lv), { ...commitmentForm, version: '1', 'title.lv': 'Svešs' })).status).toBe(
        status,
      )
    }
    actor = secretary
    expect((await open(address('lv', 'commitmentEdit', lv))).html).not.toContain('Svešs')
  })
})
