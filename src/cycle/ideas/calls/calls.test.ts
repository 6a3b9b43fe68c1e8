import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { recordOf } from '../../../people/testSupport.ts'
import { day } from '../../../platform/dates/partialDate.ts'
import { aNotice, opportunitiesFields } from '../../inform/testSupport.ts'
import { aPlan, form, refusalOf, secretary } from '../../plan/testSupport.ts'
import { typed } from '../../plan/translations.ts'
import { readCall } from './callInput.ts'
import { callState } from './callState.ts'
import { closeCall } from './closeCall.ts'
import { noticeLead } from './noticeLead.ts'
import { publishCall } from './publishCall.ts'
import { anyCallById, callById, callsOf, correctionsOf, openCall, openCallsOf } from './queries.ts'
import { createCall, saveCall } from './saveCall.ts'
import { callTasks } from './tasks.ts'
import { aCall, callForm } from './testSupport.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await aPlan(house, { adopted: false })
})
afterAll(() => house.close())

const read = (more: Record<string, string | string[]> = {}) => readCall(form({ ...callForm, ...more }))
const stored = async (id: number) => {
  const found = await anyCallById(house.db, 'lv-5', id)
  if (!found) throw new Error('no call')
  return found
}

describe('the form of a call', () => {
  it('tells all that is missing at once', async () => {
    const { fields } = await refusalOf(() => readCall(form({ answerDays: '0' })), 'en')
    expect(Object.keys(fields).sort()).toEqual([
      'answerDays',
      'body.lv',
      'endsOn',
      'kinds',
      'moderation',
      'startsOn',
      'title.lv',
      'whatNext.lv',
    ])
  })

  it('wants the same questions in both languages, or in one alone', async () => {
    expect((await refusalOf(() => read({ 'questions.en': 'One?' }), 'en')).fields).toHaveProperty(['questions.lv'])
    expect(read({ 'questions.en': '' }).questions).toHaveLength(2)
  })

  it('wants an end after the start', async () => {
    expect((await refusalOf(() => read({ 'endsOn.day': '9' }))).fields).toHaveProperty('endsOn')
  })
})

describe('a call', () => {
  it('is a draft for nobody’s eyes until it is opened; then it stands in the record', async () => {
    const id = await createCall(house, secretary, 'lv-5', read())
    expect(await callById(house.db, 'lv-5', id, house.clock.today())).toBeNull()
    await publishCall(house, secretary, 'lv-5', id, { version: 1 })
    expect(callState(await stored(id), house.clock.today())).toBe('open')
    const entry = (await recordOf(house)).at(-1)
    expect(entry).toMatchObject({ act: 'openCall', object: `/plans/lv-5/calls/${id}` })
    expect(entry?.content['kinds']).toEqual(['idea', 'data-wish', 'burden'])
  })

  it('can’t be opened without a reason where its plan’s opportunities were not announced 14 days ahead', async () => {
    const id = await createCall(house, secretary, 'lv-5', read({ 'shortNoticeReason.lv': '' }))
    const refused = await refusalOf(() => publishCall(house, secretary, 'lv-5', id, { version: 1 }), 'en')
    expect(refused.fields['shortNoticeReason.lv']).toContain('14 days')
    await saveCall(house, secretary, 'lv-5', id, { ...read(), version: 1 })
    await publishCall(house, secretary, 'lv-5', id, { version: 2 })
    expect((await stored(id)).shortNoticeReason?.lv?.text).toBe('Plāns jānodod agrāk, nekā paredzēts.')
  })

  it('lets go of a reason that is not needed', async () => {
    const notice = await aNotice(house, 'opportunities', opportunitiesFields)
    const lead = await noticeLead(house.db, 'lv-5', day('2019-09-24'), house.clock.today())
    expect(lead).toEqual({ noticeId: notice, publishedOn: '2019-09-10', days: 14, inTime: true })
    expect(await noticeLead(house.db, 'lv-5', day('2019-09-23'), house.clock.today())).toMatchObject({ days: 13, inTime: false })
    const id = await aCall(house, { 'startsOn.day': '24' })
    expect((await stored(id)).shortNoticeReason).toBeNull()
    expect(callState(await stored(id), house.clock.today())).toBe('coming')
  })

  it('can’t begin in the past', async () => {
    const id = await createCall(house, secretary, 'lv-5', read({ 'startsOn.day': '9' }))
    expect((await refusalOf(() => publishCall(house, secretary, 'lv-5', id, { version: 1 }))).fields).toHaveProperty('startsOn')
  })

  it('is corrected with a reason once it is open; what changed stands in the record', async () => {
    const id = await aCall(house)
    const longer = { ...read({ 'endsOn.part': '10', 'endsOn.day': '15' }), version: 2 }
    expect((await refusalOf(() => saveCall(house, secretary, 'lv-5', id, longer))).fields).toHaveProperty(['reason.lv'])
    await saveCall(house, secretary, 'lv-5', id, { ...longer, reason: typed('Daudzi lūdza vairāk laika.') })
    expect((await stored(id)).endsOn).toBe('2019-10-15')
    expect(await correctionsOf(house.db, id, house.clock.today())).toHaveLength(1)
    expect((await recordOf(house)).at(-1)).toMatchObject({
      act: 'correctCall',
      content: { before: { endsOn: '2019-09-30' }, after: { endsOn: '2019-10-15' } },
    })
  })

  it('does not take back what everyone was told', async () => {
    const id = await aCall(house)
    const reason = typed('Tā būs labāk visiem.')
    const refused = await refusalOf(() =>
      saveCall(house, secretary, 'lv-5', id, { ...read({ 'startsOn.day': '12', kinds: ['idea'] }), reason, version: 2 }),
    )
    expect(Object.keys(refused.fields).sort()).toEqual(['kinds', 'startsOn'])
  })

  it('is not changed by whoever looked at an older version', async () => {
    const id = await createCall(house, secretary, 'lv-5', read())
    await saveCall(house, secretary, 'lv-5', id, { ...read({ answerDays: '20' }), version: 1 })
    expect((await refusalOf(() => saveCall(house, secretary, 'lv-5', id, { ...read(), version: 1 }))).status).toBe(409)
    expect((await refusalOf(() => publishCall(house, secretary, 'lv-5', id, { version: 1 }))).status).toBe(409)
  })

  it('is closed once, with a reason that everyone sees', async () => {
    const id = await aCall(house)
    expect((await refusalOf(() => closeCall(house, secretary, 'lv-5', id, { version: 2, reason: typed('Tā.') }))).status).toBe(422)
    await closeCall(house, secretary, 'lv-5', id, { version: 2, reason: typed('Plānu nodod agrāk.') })
    expect(callState(await stored(id), house.clock.today())).toBe('closed')
    expect((await refusalOf(() => closeCall(house, secretary, 'lv-5', id, { version: 3, reason: typed('Vēlreiz slēdzam.') }))).status).toBe(
      422,
    )
    expect(
      (await refusalOf(() => saveCall(house, secretary, 'lv-5', id, { ...read({ 'endsOn.day': '29' }), version: 3 }))).fields,
    ).toHaveProperty('endsOn')
  })

  it('may be opened by the secretariat alone', async () => {
    const participant = { personId: 'p', name: 'P', roles: [{ role: 'participant' as const, organisationId: null }] }
    expect((await refusalOf(() => createCall(house, participant, 'lv-5', read()))).status).toBe(403)
  })
})

describe('time', () => {
  it('opens and ends a call by its days; nothing of it is known before it was opened', async () => {
    const id = await aCall(house)
    const row = await stored(id)
    expect(['2019-09-09', '2019-09-10', '2019-09-30', '2019-10-01'].map((on) => callState(row, day(on)))).toEqual([
      'draft',
      'open',
      'open',
      'closed',
    ])
    const ids = async (on: string) => (await openCallsOf(house.db, ['lv-5'], day(on))).map((call) => call.id)
    expect(await ids('2019-09-30')).toContain(id)
    expect(await ids('2019-10-01')).not.toContain(id)
    expect(await ids('2019-09-09')).toEqual([])
    expect(await openCall(house.db, day('2019-09-09'))).toBeNull()
    expect(await callsOf(house.db, 'lv-5', day('2019-09-09'))).toEqual([])
  })

  it('makes a task of a draft whose start has come', async () => {
    const id = await createCall(house, secretary, 'lv-5', read({ 'startsOn.day': '12' }))
    const tasks = async (today: string) =>
      (await callTasks(house.db, { today: day(today), organisations: [], house: ['secretariat'] })).map((task) => task.id)
    expect(await tasks('2019-09-11')).not.toContain(`call.${id}`)
    expect(await tasks('2019-09-12')).toContain(`call.${id}`)
  })
})
