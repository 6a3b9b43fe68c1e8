import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { day, partialDate } from '../../platform/dates/partialDate.ts'
import { addMilestone } from './addMilestone.ts'
import { originalDates } from './changes.ts'
import { createCommitment } from './createCommitment.ts'
import { editCommitment } from './editCommitment.ts'
import { editMilestone } from './editMilestone.ts'
import { readCommitment, readNewCommitment } from './input/commitmentInput.ts'
import { readMilestone, readNewMilestone } from './input/milestoneInput.ts'
import { changesOf, commitmentByNumber, linksOf, relatedTo } from './queries.ts'
import { commitment } from './tables.ts'
import { aPlan, commitmentForm, form, milestoneForm, organisations, refusalOf, secretary } from './testSupport.ts'

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
const stored = async (number = 1) => {
  const found = await commitmentByNumber(house.db, 'lv-5', number, house.clock.today())
  if (!found) throw new Error('no such commitment')
  return found
}
const firstMilestone = async () => {
  const [found] = (await stored()).milestones
  if (!found) throw new Error('no milestone')
  return found
}
const edit = (values: Record<string, string | string[]>, version = '1') =>
  editCommitment(house, secretary, 'lv-5', 1, readCommitment(form({ ...commitmentForm, version, ...values })))
const editFirstMilestone = (values: Record<string, string>, version = '1') =>
  editMilestone(house, secretary, 'lv-5', 1, 1, readMilestone(form({ ...milestoneForm, version, ...values })))

describe('a commitment', () => {
  it('keeps who takes part with their shares, money, links, goals and relations', async () => {
    await organisations(house, 'vk', 'fm', 'delna')
    await aPlan(house, { adopted: false })
    await createCommitment(
      house,
      secretary,
      'lv-5',
      readNewCommitment(
        form({
          ...commitmentForm,
          number: '2',
          'party.vk.part': 'lead',
          'party.vk.scope.lv': 'koordinē',
          'party.fm.part': 'lead',
          'party.delna.part': 'partner',
          moneyEuro: '10 000,50',
          moneySecured: 'no',
          sdgs: '16.7, 5; 17',
          values: ['civic-participation', 'access-to-information'],
          related: '1',
          'links.0.title.lv': 'Iepirkumu likums',
          'links.0.url': 'https://likumi.lv/ta/id/1',
          'links.0.kind': 'law',
          'links.1.title.lv': '',
          'links.1.url': '',
          'links.1.kind': 'page',
        }),
      ),
    )
    const { commitment: row, parties } = await stored(2)
    expect(parties.map((p) => [p.organisationId, p.part, p.scope?.lv?.text])).toEqual([
      ['vk', 'lead', 'koordinē'],
      ['fm', 'lead', undefined],
      ['delna', 'partner', undefined],
    ])
    expect(row).toMatchObject({
      moneyEuro: '10000.50',
      moneySecured: false,
      sdgs: ['16.7', '5', '17'],
      values: ['access-to-information', 'civic-participation'],
    })
    expect((await linksOf(house.db, [row.id], today)).map((l) => [l.kind, l.url])).toEqual([['law', 'https://likumi.lv/ta/id/1']])
    expect((await relatedTo(house.db, row.id, today)).map((r) => r.number)).toEqual([1])
  })

  it('is refused a number that the plan has already, also when two people race', async () => {
    await aPlan(house, { adopted: false })
    const make = () => createCommitment(house, secretary, 'lv-5', readNewCommitment(form({ ...commitmentForm, number: '2' })))
    const results = await Promise.allSettled([make(), make()])
    expect(results.filter((r) => r.status === 'fulfilled').length).toBe(1)
    const before = (await entries()).length
    expect(await refusalOf(make)).toMatchObject({ status: 422, fields: { number: expect.stringContaining('numuru') } })
    expect((await entries()).length).toBe(before)
    expect((await house.db.select().from(commitment)).length).toBe(2)
  })

  it('refuses ends before starts, unknown choices, wrong sums, goals, numbers and addresses, each at its field', async () => {
    const wrong = {
      ...commitmentForm,
      number: '0',
      'periodStart.year': '2020',
      'periodEnd.year': '2019',
      'periodEnd.part': 'H2',
      moneyEuro: '-5',
      moneySecured: 'maybe',
      values: ['access-to-information', '<script>'],
      sdgs: '18',
      related: 'x',
      'party.vk.part': 'boss',
      'links.0.title.lv': 'Lapa',
      'links.0.kind': 'page',
      'links.0.url': 'ftp://x.lv',
    }
    const { status, fields } = await refusalOf(() => readNewCommitment(form(wrong)))
    expect(status).toBe(422)
    expect(Object.keys(fields).sort()).toEqual(
      ['number', 'periodEnd', 'moneyEuro', 'moneySecured', 'values', 'sdgs', 'related', 'party.vk.part', 'links.0.url'].sort(),
    )
  })

  it('refuses organisations and related commitments that do not exist, and itself as related', async () => {
    await aPlan(house, { adopted: false })
    expect(await refusalOf(() => edit({ 'party.nobody.part': 'lead' }))).toMatchObject({
      status: 422,
      fields: { parties: expect.anything() },
    })
    expect(await refusalOf(() => edit({ related: '9' }))).toMatchObject({ status: 422, fields: { related: expect.stringContaining('9') } })
    expect(await refusalOf(() => edit({ related: '1' }))).toMatchObject({ status: 422, fields: { related: expect.anything() } })
    expect((await stored()).commitment.version).toBe(1)
  })

  it('leaves money that nobody stated unstated, and zero zero', async () => {
    await aPlan(house, { adopted: false })
    expect((await stored()).commitment.moneyEuro).toBeNull()
    await edit({ moneyEuro: '0' })
    expect((await stored()).commitment.moneyEuro).toBe('0.00')
    await edit({ moneyEuro: '' }, '2')
    expect((await stored()).commitment).toMatchObject({ moneyEuro: null, moneySecured: null, moneySource: null })
  })

  it('marks a translation out of date when only the original changed, and a rewritten one as checked', async () => {
    await aPlan(house, { adopted: false })
    await edit({ 'title.lv': 'Atvērtie dati visiem' })
    expect((await stored()).commitment.title).toEqual({
      lv: { text: 'Atvērtie dati visiem', state: 'original' },
      en: { text: 'Open data', state: 'outdated' },
    })
    await edit({ 'title.lv': 'Atvērtie dati visiem', 'title.en': 'Open data for all' }, '2')
    expect((await stored()).commitment.title.en).toEqual({ text: 'Open data for all', state: 'checked' })
  })

  it('keeps no history of edits before its plan is adopted', async () => {
    await aPlan(house, { adopted: false })
    await edit({ 'promise.lv': 'Publicēt visus datus.', 'periodEnd.year': '2020' })
    expect(await changesOf(house.db, [(await stored()).commitment.id], today)).toEqual([])
    expect((await entries()).at(-1)).toMatchObject({ act: 'editCommitment', object: '/plans/lv-5/commitments/1' })
  })

  it('changes a promise after adoption only as an amendment with a reason of ten characters; the old words stay', async () => {
    await aPlan(house, { adopted: true })
    for (const reason of ['', 'īss', '         x         '])
      expect(await refusalOf(() => edit({ 'promise.lv': 'Publicēt pusi datu.', reason }))).toMatchObject({
        status: 422,
        fields: { reason: expect.anything() },
      })
    expect((await stored()).commitment.promise?.lv?.text).toBe('Publicēt datus.')
    await edit({ 'promise.lv': 'Publicēt pusi datu.', 'title.lv': 'Dati', reason: 'Nav finansējuma pārējam' })
    const changes = (await changesOf(house.db, [(await stored()).commitment.id], today)).filter((c) => !c.milestoneId)
    expect(changes).toMatchObject([
      {
        kind: 'amendment',
        reason: 'Nav finansējuma pārējam',
        changedOn: '2019-09-10',
        before: { promise: { lv: { text: 'Publicēt datus.' } } },
        after: { promise: { lv: { text: 'Publicēt pusi datu.' } } },
      },
      { kind: 'edit', before: { title: { lv: { text: 'Atvērtie dati' } } }, after: { title: { lv: { text: 'Dati' } } } },
    ])
    expect(Object.keys(changes[0]?.after ?? {})).toEqual(['promise'])
    expect((await entries()).at(-1)).toMatchObject({ act: 'amendCommitment', content: { reason: 'Nav finansējuma pārējam' } })
  })

  it('does not ask for a reason when only the promise’s translation is better', async () => {
    await aPlan(house, { adopted: true })
    await edit({ 'promise.en': 'Publish the data.' })
    expect((await changesOf(house.db, [(await stored()).commitment.id], today)).at(-1)).toMatchObject({ kind: 'edit' })
  })

  it('writes nothing when nothing was changed', async () => {
    await aPlan(house, { adopted: true })
    const before = (await entries()).length
    await edit({})
    expect((await entries()).length).toBe(before)
    expect((await stored()).commitment.version).toBe(1)
  })

  it('refuses the second of two edits drawn from one version', async () => {
    await aPlan(house, { adopted: false })
    await edit({ 'title.lv': 'Pirmais' })
    expect(await refusalOf(() => edit({ 'title.lv': 'Otrais' }))).toMatchObject({ status: 409 })
    expect((await stored()).commitment.title.lv?.text).toBe('Pirmais')
  })

  it('can’t be edited before the day it is known from', async () => {
    await aPlan(house, { adopted: false })
    await house.db
      .update(commitment)
      .set({ knownFrom: day('2020-01-01') })
      .where(eq(commitment.number, 1))
    expect(await refusalOf(() => edit({ 'title.lv': 'Otrais' }))).toMatchObject({ status: 404 })
  })
})

describe('a milestone', () => {
  it('is refused a number in use and an end before its start', async () => {
    await aPlan(house, { adopted: false })
    expect(await refusalOf(() => addMilestone(house, secretary, 'lv-5', 1, readNewMilestone(form(milestoneForm))))).toMatchObject({
      status: 422,
      fields: { number: expect.anything() },
    })
    expect(await refusalOf(() => readNewMilestone(form({ ...milestoneForm, 'plannedEnd.year': '2018' })))).toMatchObject({
      status: 422,
      fields: { plannedEnd: expect.anything() },
    })
    const unread = {
      number: 2,
      title: { texts: { lv: 'x' }, checked: false },
      plannedStart: partialDate('2020'),
      plannedEnd: partialDate('2019'),
      plannedNote: { texts: {}, checked: false },
      reason: null,
    }
    expect(await refusalOf(() => addMilestone(house, secretary, 'lv-5', 1, unread))).toMatchObject({
      status: 422,
      fields: { plannedEnd: expect.anything() },
    })
  })

  it('may be planned with two imprecise ends that overlap', async () => {
    await aPlan(house, { adopted: false })
    await editFirstMilestone({ 'plannedStart.part': 'Q4', 'plannedEnd.part': 'H2' })
    expect(await firstMilestone()).toMatchObject({ plannedStart: '2019-Q4', plannedEnd: '2019-H2' })
  })

  it('changes its planned dates after adoption only as an amendment; the original dates can be read ever after', async () => {
    await aPlan(house, { adopted: true })
    expect(await refusalOf(() => editFirstMilestone({ 'plannedEnd.year': '2020' }))).toMatchObject({
      status: 422,
      fields: { reason: expect.anything() },
    })
    await editFirstMilestone({ 'plannedEnd.year': '2020', reason: 'Iepirkums bija jāatkārto' })
    await editFirstMilestone({ 'plannedEnd.year': '2021', reason: 'Iepirkums atkal jāatkārto' }, '2')
    const { id, plannedEnd } = await firstMilestone()
    expect(plannedEnd).toBe('2021-Q4')
    const changes = (await changesOf(house.db, [(await stored()).commitment.id], today)).filter((c) => c.milestoneId === id)
    expect(changes.filter((c) => c.kind === 'amendment').length).toBe(2)
    expect(originalDates(changes)).toEqual({ plannedEnd: '2019-Q4' })
    expect((await entries()).at(-1)).toMatchObject({ act: 'amendMilestone', object: '/plans/lv-5/commitments/1/milestones/1' })
  })

  it('refuses the second of two edits drawn from one version', async () => {
    await aPlan(house, { adopted: false })
    await editFirstMilestone({ 'title.lv': 'Pirmais' })
    expect(await refusalOf(() => editFirstMilestone({ 'title.lv': 'Otrais' }))).toMatchObject({ status: 409 })
  })
})
