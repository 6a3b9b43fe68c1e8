import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { day } from '../../platform/dates/partialDate.ts'
import { createPlan } from './createPlan.ts'
import { editPlan } from './editPlan.ts'
import { firstDue } from './extensions/deadlineFor.ts'
import { readDeadline, readNewDeadline } from './input/deadlineInput.ts'
import { readNewPhase, readPhase } from './input/phaseInput.ts'
import { readNewPlan, readPlan } from './input/planInput.ts'
import { deadlinesOf, phasesOf, planById } from './queries.ts'
import { removePhase } from './removePhase.ts'
import { createDeadline, editDeadline } from './saveDeadline.ts'
import { createPhase, editPhase } from './savePhase.ts'
import { phase } from './tables.ts'
import { aPlan, form, planForm, refusalOf, secretary } from './testSupport.ts'

const today = day('2019-09-10')
let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  house.setToday('2019-09-10')
  for (const table of [
    'change',
    'commitment_relation',
    'commitment_link',
    'commitment_party',
    'milestone',
    'commitment',
    'deadline_change',
    'deadline',
    'reporting_period',
    'phase',
    'plan',
    'organisation',
  ])
    await house.open.execute(`delete from ${table}`)
})

const entries = async () => {
  const { rows } = await house.open.execute('select entry from record_entry order by seq')
  return (rows as { entry: string }[]).map((row) => JSON.parse(row.entry))
}

describe('a plan', () => {
  it('is created with one entry in the record, in the words that were typed', async () => {
    const before = (await entries()).length
    await createPlan(house, secretary, readNewPlan(form(planForm), today))
    const plan = await planById(house.db, 'lv-5', today)
    expect(plan).toMatchObject({
      ordinal: 5,
      periodStart: '2019',
      title: { lv: { text: planForm['title.lv'], state: 'original' }, en: { text: planForm['title.en'], state: 'checked' } },
    })
    const after = await entries()
    expect(after.length).toBe(before + 1)
    expect(after.at(-1)).toMatchObject({ act: 'createPlan', object: '/plans/lv-5', actor: { role: 'secretariat', for: null } })
    expect(plan?.recordSeq).toBe(after.at(-1).seq)
  })

  it('can’t end before it starts, take a name or number in use, or a name that addresses need', async () => {
    const make = (values: Record<string, string>) => () =>
      createPlan(house, secretary, readNewPlan(form({ ...planForm, ...values }), today))
    expect(await refusalOf(make({ 'periodEnd.year': '2018' }))).toMatchObject({
      status: 422,
      fields: { periodEnd: expect.stringContaining('pirms sākuma') },
    })
    await make({})()
    const count = (await entries()).length
    expect(await refusalOf(make({ ordinal: '6' }))).toMatchObject({ status: 422, fields: { id: expect.anything() } })
    expect(await refusalOf(make({ id: 'lv-6' }))).toMatchObject({ status: 422, fields: { ordinal: expect.anything() } })
    for (const id of ['jauns', 'new', '../etc', '<script>', 'LV', 'ā'])
      expect(await refusalOf(make({ id, ordinal: '7' }))).toMatchObject({ status: 422, fields: { id: expect.anything() } })
    expect((await entries()).length).toBe(count)
  })

  it('tells all mistakes of its form at once, a one-megabyte title among them', async () => {
    const wrong = {
      'title.lv': 'a'.repeat(1_000_000),
      ordinal: 'piektais',
      approvalUrl: 'javascript:alert(1)',
      'approvedOn.year': '2019',
      'periodEnd.part': '02',
      'periodEnd.day': '30',
    }
    const { status, fields } = await refusalOf(() => readNewPlan(form({ ...planForm, ...wrong }), today))
    expect(status).toBe(422)
    expect(Object.keys(fields).sort()).toEqual(['approvalUrl', 'approvedOn', 'ordinal', 'periodEnd', 'title.lv'])
    expect(fields['title.lv']).toContain('300')
  })

  it('refuses the second of two edits drawn from one version and changes nothing', async () => {
    await aPlan(house, { adopted: false })
    const version = String((await planById(house.db, 'lv-5', today))?.recordSeq)
    await editPlan(house, secretary, 'lv-5', readPlan(form({ ...planForm, version, 'shortTitle.lv': 'Pirmais' }), today))
    expect(
      await refusalOf(() => editPlan(house, secretary, 'lv-5', readPlan(form({ ...planForm, version, 'shortTitle.lv': 'Otrais' }), today))),
    ).toMatchObject({ status: 409 })
    expect((await planById(house.db, 'lv-5', today))?.shortTitle.lv?.text).toBe('Pirmais')
  })

  it('changes its period after adoption only with a reason, and can’t be un-adopted without one', async () => {
    await aPlan(house, { adopted: true })
    const version = String((await planById(house.db, 'lv-5', today))?.recordSeq)
    const approved = { 'approvedOn.year': '2019', 'approvedOn.part': '09', 'approvedOn.day': '1' }
    const change = (values: Record<string, string>) => () =>
      editPlan(house, secretary, 'lv-5', readPlan(form({ ...planForm, version, ...values }), today))
    expect(await refusalOf(change({ ...approved, 'periodEnd.year': '2022' }))).toMatchObject({
      status: 422,
      fields: { reason: expect.anything() },
    })
    expect(await refusalOf(change({}))).toMatchObject({ status: 422, fields: { reason: expect.anything() } })
    await change({ ...approved, 'periodEnd.year': '2022', reason: 'Ministru kabinets to pagarināja' })()
    expect((await entries()).at(-1)).toMatchObject({
      act: 'amendPlan',
      content: { before: { periodEnd: '2021' }, after: { periodEnd: '2022' } },
    })
  })

  it('keeps an approval that lies ahead of the plan’s day when its form is saved', async () => {
    await aPlan(house, { adopted: true })
    house.setToday('2019-08-01')
    const version = String((await planById(house.db, 'lv-5', day('2019-08-01')))?.recordSeq)
    await editPlan(house, secretary, 'lv-5', readPlan(form({ ...planForm, version, 'oversight.lv': 'Padome' }), day('2019-08-01')))
    expect((await planById(house.db, 'lv-5', today))?.approvedOn).toBe('2019-09-01')
  })
})

describe('phases', () => {
  const make = async (title: string, after = '', more: Record<string, string> = {}) =>
    createPhase(house, secretary, 'lv-5', readNewPhase(form({ 'title.lv': title, after, ...more }), today))
  const titles = async () => (await phasesOf(house.db, ['lv-5'], today)).map((p) => p.title.lv?.text)

  it('stand where they were put, and move', async () => {
    await aPlan(house, { adopted: false })
    const a = await make('A')
    const c = await make('C', String(a))
    await make('B', String(a))
    expect(await titles()).toEqual(['A', 'B', 'C'])
    const version = String((await phasesOf(house.db, ['lv-5'], today)).find((p) => p.id === c)?.recordSeq)
    await editPhase(house, secretary, 'lv-5', c, readPhase(form({ 'title.lv': 'C', after: '', version }), today))
    expect(await titles()).toEqual(['C', 'A', 'B'])
    expect(await refusalOf(() => make('D', '999'))).toMatchObject({ status: 422, fields: { after: expect.anything() } })
  })

  it('keep hours in one form, and refuse what can’t be', async () => {
    await aPlan(house, { adopted: false })
    await make('A', '', { hours: '14.30 - 17.00' })
    expect((await phasesOf(house.db, ['lv-5'], today))[0]?.hours).toBe('14:30–17:00')
    const wrong = {
      'title.lv': 'A',
      hours: 'pēcpusdienā',
      'actualStart.year': '2020',
      'plannedStart.year': '2020',
      'plannedEnd.year': '2019',
    }
    const { fields } = await refusalOf(() => readNewPhase(form(wrong), today))
    expect(Object.keys(fields).sort()).toEqual(['actualStart', 'hours', 'plannedEnd'])
  })

  it('do not lose actual dates that are not known yet on the plan’s day', async () => {
    await aPlan(house, { adopted: false })
    const id = await make('A', '', { 'actualStart.year': '2019', 'actualStart.part': '09', 'actualStart.day': '5' })
    house.setToday('2019-09-01')
    await house.db.update(phase).set({ knownFrom: null }).where(eq(phase.id, id))
    const [shown] = await phasesOf(house.db, ['lv-5'], day('2019-09-01'))
    expect(shown?.actualStart).toBeNull()
    await editPhase(
      house,
      secretary,
      'lv-5',
      id,
      readPhase(form({ 'title.lv': 'B', version: String(shown?.recordSeq) }), day('2019-09-01')),
    )
    expect((await phasesOf(house.db, ['lv-5'], today))[0]).toMatchObject({ title: { lv: { text: 'B' } }, actualStart: '2019-09-05' })
  })

  it('are removed until the plan is adopted, and after that stay', async () => {
    await aPlan(house, { adopted: false })
    await removePhase(house, secretary, 'lv-5', await make('A'))
    expect(await titles()).toEqual([])
    const id = await make('B')
    const version = String((await planById(house.db, 'lv-5', today))?.recordSeq)
    await editPlan(
      house,
      secretary,
      'lv-5',
      readPlan(form({ ...planForm, version, 'approvedOn.year': '2019', 'approvedOn.part': '09', 'approvedOn.day': '2' }), today),
    )
    expect(await refusalOf(() => removePhase(house, secretary, 'lv-5', id))).toMatchObject({
      status: 422,
      fields: { remove: expect.anything() },
    })
    expect(await titles()).toEqual(['B'])
  })
})

describe('a deadline', () => {
  const deadlineForm = {
    kind: 'legal',
    duty: 'contribution',
    'title.lv': 'Ziņas ziņojumam',
    'due.year': '2019',
    'due.part': '09',
    'due.day': '1',
    'basis.lv': 'Rīkojums',
  }

  it('may bring a new reporting period, and changes its date after adoption only with a reason', async () => {
    await aPlan(house, { adopted: true })
    const period = {
      period: 'new',
      'startsOn.year': '2019',
      'startsOn.part': '01',
      'startsOn.day': '1',
      'referenceDay.year': '2019',
      'referenceDay.part': '06',
      'referenceDay.day': '30',
    }
    const id = await createDeadline(house, secretary, 'lv-5', readNewDeadline(form({ ...deadlineForm, ...period })))
    const [row] = await deadlinesOf(house.db, ['lv-5'], today)
    expect(row).toMatchObject({ id, due: '2019-09-01', periodId: expect.any(Number) })
    const change = (values: Record<string, string>) => () =>
      editDeadline(house, secretary, 'lv-5', id, {
        ...readDeadline(form({ ...deadlineForm, period: String(row?.periodId), version: String(row?.recordSeq), ...values })),
        language: 'lv',
      })
    expect(await refusalOf(change({ 'due.day': '12' }))).toMatchObject({ status: 422, fields: { reason: expect.anything() } })
    await change({ 'due.day': '12', reason: 'Lūgums pagarināt termiņu' })()
    expect((await entries()).at(-1)).toMatchObject({
      act: 'amendDeadline',
      content: { before: { due: '2019-09-01' }, after: { due: '2019-09-12' } },
    })
    expect(await refusalOf(change({}))).toMatchObject({ status: 409 })
    const [now] = await deadlinesOf(house.db, ['lv-5'], today)
    expect([now?.due, now && firstDue(now), now?.changes[0]?.reason]).toEqual(['2019-09-12', '2019-09-01', 'Lūgums pagarināt termiņu'])
  })

  it('never drops the days of a new period in silence', async () => {
    await aPlan(house, { adopted: false })
    const days = { 'startsOn.year': '2019', 'startsOn.part': '01', 'startsOn.day': '1' }
    for (const period of ['', '1'])
      expect(await refusalOf(() => readNewDeadline(form({ ...deadlineForm, ...days, period })))).toMatchObject({
        status: 422,
        fields: { period: expect.anything() },
      })
  })

  it('refuses unknown kinds, duties and periods, and a period that ends before it starts', async () => {
    await aPlan(house, { adopted: false })
    const wrong = {
      ...deadlineForm,
      kind: 'holy',
      duty: 'x',
      period: 'new',
      'startsOn.year': '2019',
      'startsOn.part': '02',
      'startsOn.day': '1',
      'referenceDay.year': '2018',
      'referenceDay.part': '06',
      'referenceDay.day': '30',
    }
    const { fields } = await refusalOf(() => readNewDeadline(form(wrong)))
    expect(Object.keys(fields).sort()).toEqual(['duty', 'kind', 'referenceDay'])
    expect(
      await refusalOf(() => createDeadline(house, secretary, 'lv-5', readNewDeadline(form({ ...deadlineForm, period: '77' })))),
    ).toMatchObject({
      status: 422,
      fields: { period: expect.anything() },
    })
  })
})
