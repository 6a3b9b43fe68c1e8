import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { visitor } from '../../people/index.ts'
import { administrator } from '../../people/testSupport.ts'
import { addDays, day } from '../../platform/dates/partialDate.ts'
import type { House } from '../../platform/house.ts'
import { Fields } from '../../platform/http/fields.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { readNewPhase } from '../plan/input/phaseInput.ts'
import { removePhase } from '../plan/removePhase.ts'
import { createPhase } from '../plan/savePhase.ts'
import { aPlan, form, refusalOf, secretary } from '../plan/testSupport.ts'
import { discardNoticeDraft } from './discardNoticeDraft.ts'
import { readNoticeDraft } from './noticeInput.ts'
import { publishNotice, publishScheduledNotices } from './publishNotice.ts'
import { announcedOpportunities, listNotices, noticeById, opportunitiesBy, yearsOfNotices } from './queries.ts'
import { createNotice, saveNoticeDraft } from './saveNoticeDraft.ts'
import { scheduleNotice, unscheduleNotice } from './scheduleNotice.ts'
import { aNotice, correct, fieldsOf, newsFields, opportunitiesFields, opportunityFields } from './testSupport.ts'
import { timelineOf } from './timeline.ts'
import { withdrawNotice } from './withdrawNotice.ts'

let house: TestHouse
const today = day('2019-09-10')
beforeAll(async () => {
  house = await openTestHouse()
  await aPlan(house, { adopted: false })
})
afterAll(() => house.close())

const entries = async (): Promise<number> => {
  const { rows } = (await house.open.execute('select seq from record_head')) as { rows: { seq: string }[] }
  return Number(rows[0]?.seq)
}
const recordOf = async (id: number): Promise<{ act: string; content: Record<string, unknown> }[]> => {
  const { rows } = (await house.open.execute(`select entry from record_entry where object = '/news/${id}' order by seq`)) as {
    rows: { entry: string }[]
  }
  return rows.map(({ entry }) => JSON.parse(entry) as { act: string; content: Record<string, unknown> })
}
const draft = (kind: 'news' | 'notice' | 'opportunities', fields: Record<string, string>) =>
  createNotice(house, secretary, { kind, draft: fieldsOf(fields) })
const versionsOf = async (id: number, on = today) => (await noticeById(house.db, id, on))?.versions ?? []
const scopeOfAll = { planIds: ['lv-5'], general: true }
const why = { 'reason.lv': 'Telpa nav pieejama.' }

describe('a draft', () => {
  it('is kept word for word, right or wrong, and nothing of it is public', async () => {
    const before = await entries()
    const id = await draft('news', { 'title.lv': '  Virsraksts ', 'body.lv': '', nonsense: 'x' })
    const kept = readNoticeDraft(new Fields(fieldsOf({ 'title.lv': '  Virsraksts ', nonsense: 'x', form: 'y', version: '3' })), [])
    expect(kept).toEqual({ 'title.lv': ['  Virsraksts '] })
    expect(await versionsOf(id)).toEqual([])
    expect((await listNotices(house.db, { planId: null, kind: null, year: null }, today, 1)).notices).toEqual([])
    expect(await entries()).toBe(before)
    await discardNoticeDraft(house, secretary, id, { version: 1 })
    expect(await noticeById(house.db, id, today)).toBeNull()
  })

  it('drops an opportunity that was taken out before it was ever announced, and keeps one that was', () => {
    const fields = new Fields(fieldsOf({ ...opportunityFields(1), 'opportunities.1.removed': 'yes', 'opportunities.2.kind': '' }))
    expect(readNoticeDraft(fields, [])).toEqual({})
    expect(Object.keys(readNoticeDraft(fields, [1]))).toContain('opportunities.1.removed')
  })

  it('is the secretariat’s alone: others are refused and nothing changes', async () => {
    const id = await draft('news', newsFields)
    for (const [actor, status] of [
      [visitor, 401],
      [administrator, 403],
    ] as const) {
      const works = [
        () => createNotice(house, actor, { kind: 'news', draft: {} }),
        () => saveNoticeDraft(house, actor, id, { version: 1, draft: {} }),
        () => publishNotice(house, actor, id, { version: 1 }),
        () => scheduleNotice(house, actor, id, { version: 1, day: day('2019-09-20') }),
        () => unscheduleNotice(house, actor, id, { version: 1 }),
        () => discardNoticeDraft(house, actor, id, { version: 1 }),
        () => withdrawNotice(house, actor, id, { version: 1, reason: { texts: { lv: 'Aiz pārskatīšanās.' }, checked: false } }),
      ]
      for (const work of works) expect((await refusalOf(work)).status).toBe(status)
    }
    expect((await noticeById(house.db, id, today))?.notice).toMatchObject({ draftVersion: 1, firstPublishedOn: null, scheduledFor: null })
    await discardNoticeDraft(house, secretary, id, { version: 1 })
  })

  it('that another has saved meanwhile is not overwritten, nor published unseen', async () => {
    const id = await draft('news', newsFields)
    await saveNoticeDraft(house, secretary, id, { version: 1, draft: fieldsOf({ ...newsFields, 'title.lv': 'Cits' }) })
    for (const work of [
      () => saveNoticeDraft(house, secretary, id, { version: 1, draft: fieldsOf(newsFields) }),
      () => publishNotice(house, secretary, id, { version: 1 }),
      () => scheduleNotice(house, secretary, id, { version: 1, day: day('2019-09-20') }),
      () => discardNoticeDraft(house, secretary, id, { version: 1 }),
    ])
      expect((await refusalOf(work)).status).toBe(409)
    expect((await noticeById(house.db, id, today))?.notice.draft?.['title.lv']).toEqual(['Cits'])
    await discardNoticeDraft(house, secretary, id, { version: 2 })
  })
})

describe('publishing', () => {
  it.each<[string, 'news' | 'opportunities', Record<string, string>, Language, Record<string, string>]>([
    [
      'asks for a title and a text',
      'news',
      {},
      'en',
      { 'title.lv': 'Write the text in at least one language.', 'body.lv': 'Write the text in at least one language.' },
    ],
    [
      'asks for an opportunity and whom to ask',
      'opportunities',
      newsFields,
      'lv',
      { 'opportunities.1.title.lv': 'Pievienojiet vismaz vienu iespēju piedalīties.', 'contact.lv': 'Norādiet, kam jautāt.' },
    ],
    [
      'asks what, how, when and what becomes of the input',
      'opportunities',
      { ...newsFields, 'contact.lv': 'VK', 'opportunities.3.url': 'http://x' },
      'lv',
      {
        'opportunities.3.title.lv': 'Ierakstiet tekstu vismaz vienā valodā.',
        'opportunities.3.kind': 'Aizpildiet šo lauku.',
        'opportunities.3.startsOn': 'Norādiet datumu.',
        'opportunities.3.url': 'Ievadiet pilnu adresi, kas sākas ar https://',
        'opportunities.3.how.lv': 'Ierakstiet tekstu vismaz vienā valodā.',
        'opportunities.3.outcome.lv': 'Ierakstiet tekstu vismaz vienā valodā.',
      },
    ],
    [
      'does not take an end before the start, hours without a day, or another plan’s step',
      'opportunities',
      {
        ...opportunitiesFields,
        'opportunities.1.endsOn.year': '2018',
        'opportunities.2.hours': '10.00',
        'opportunities.2.phase': '999999',
      },
      'en',
      {
        'opportunities.1.endsOn': 'The end is before the start. Check both dates.',
        'opportunities.2.phase': 'This plan has no such phase. Choose another.',
        'opportunities.2.hours': 'Hours can be given only where the day is known.',
      },
    ],
  ])('%s', async (_, kind, fields, language, expected) => {
    const id = await draft(kind, fields)
    const before = await entries()
    expect(await refusalOf(() => publishNotice(house, secretary, id, { version: 1 }), language)).toEqual({ status: 422, fields: expected })
    expect(await entries()).toBe(before)
    await discardNoticeDraft(house, secretary, id, { version: 1 })
  })

  it('makes the first version public, with an entry of the record', async () => {
    const id = await aNotice(house, 'opportunities', opportunitiesFields)
    const [version] = await versionsOf(id)
    expect(version).toMatchObject({ number: 1, publishedOn: today, withdrawn: false, reason: null })
    expect(version?.opportunities).toMatchObject([
      { number: 1, kind: 'discussion', startsOn: '2019-09-30', endsOn: null, hours: '14:30–17:00', certainty: 'demonstration' },
      { number: 2, kind: 'survey', startsOn: '2019-10', hours: null },
    ])
    const [entry, ...more] = await recordOf(id)
    expect(more).toEqual([])
    expect(entry).toMatchObject({
      act: 'publishNotice',
      content: { kind: 'opportunities', plan: 'lv-5', publishedOn: today, version: 1, opportunities: [{ number: 1 }, { number: 2 }] },
    })
    expect(await versionsOf(id, day('2019-09-09'))).toEqual([])
    expect(await yearsOfNotices(house.db, 'lv-5', today)).toEqual([2019])
  })
})

describe('a correction', () => {
  it('needs a reason and makes the next version; an old translation says so', async () => {
    const id = await aNotice(house, 'news', newsFields)
    await saveNoticeDraft(house, secretary, id, { version: 2, draft: fieldsOf({ ...newsFields, 'title.lv': 'Darbs turpinās' }) })
    expect(await refusalOf(() => publishNotice(house, secretary, id, { version: 3 }))).toMatchObject({
      status: 422,
      fields: { 'reason.lv': expect.stringContaining('vismaz 10 rakstzīmes') },
    })
    await correct(house, id, 3, { ...newsFields, 'title.lv': 'Darbs turpinās', 'reason.lv': 'Virsraksts bija neprecīzs.' })
    const [first, second] = await versionsOf(id)
    expect(first?.title.lv?.text).toBe('Sākas darbs pie plāna')
    expect(second).toMatchObject({
      number: 2,
      title: { lv: { text: 'Darbs turpinās', state: 'original' }, en: { state: 'outdated' } },
      body: { en: { state: 'checked' } },
      reason: { lv: { text: 'Virsraksts bija neprecīzs.' } },
    })
    expect((await recordOf(id)).map(({ act }) => act)).toEqual(['publishNotice', 'correctNotice'])
    const same = correct(house, id, 5, { ...newsFields, 'title.lv': 'Darbs turpinās', ...why })
    expect((await refusalOf(() => same)).status).toBe(422)
  })

  it('leaves what was announced first as it was, and shows first and now', async () => {
    const id = await aNotice(house, 'opportunities', opportunitiesFields)
    const moved = { ...opportunitiesFields, ...opportunityFields(1, { 'startsOn.day': '2', 'startsOn.part': '10' }), ...why }
    await correct(house, id, 2, { ...moved, ...opportunityFields(3), 'opportunities.2.removed': 'yes' })
    const timeline = timelineOf(await versionsOf(id))
    expect(
      timeline.map(({ first, now, changed, firstVersion }) => [
        now.number,
        first.startsOn,
        now.startsOn,
        now.cancelled,
        changed,
        firstVersion.number,
      ]),
    ).toEqual([
      [3, '2019-09-30', '2019-09-30', false, false, 2],
      [2, '2019-10', '2019-10', true, true, 1],
      [1, '2019-09-30', '2019-10-02', false, true, 1],
    ])
    const open = await opportunitiesBy(house.db, scopeOfAll, today, addDays(today, 60))
    expect(open.filter(({ notice }) => notice.id === id).map(({ opportunity }) => [opportunity.number, opportunity.cancelled])).toEqual([
      [3, false],
      [1, false],
      [2, true],
    ])
  })

  it('can’t let an opportunity vanish: what was announced is to be cancelled', async () => {
    const id = await aNotice(house, 'opportunities', opportunitiesFields)
    const without = Object.fromEntries(
      Object.entries({ ...opportunitiesFields, ...why }).filter(([name]) => !name.startsWith('opportunities.2.')),
    )
    const refusal = await refusalOf(() => correct(house, id, 2, without))
    expect(refusal.status).toBe(422)
    expect(Object.keys(refusal.fields)).toContain('opportunities.2.title.lv')
  })

  it('of a translation alone is no change of what was announced', async () => {
    const id = await aNotice(house, 'opportunities', opportunitiesFields)
    await correct(house, id, 2, { ...opportunitiesFields, 'opportunities.1.how.en': 'Come.', ...why })
    expect(timelineOf(await versionsOf(id)).map(({ changed, changedIn }) => [changed, changedIn])).toEqual([
      [false, []],
      [false, []],
    ])
  })

  it.each(['notice_version', 'opportunity'])('the database itself keeps %s as it was', async (table) => {
    for (const statement of [`update ${table} set number = 900`, `delete from ${table}`, `truncate ${table} cascade`])
      await expect(house.open.execute(statement)).rejects.toThrow()
  })
})

describe('a scheduled notice', () => {
  const later = (to: string, demonstration: House['demonstration']): House => ({
    ...house,
    demonstration,
    clock: { now: house.clock.now, today: () => day(to) },
  })

  it.each([
    [null, 'Norādiet dienu, kurā publicēt.'],
    [today, 'Izvēlieties dienu pēc šodienas. Šodien var publicēt uzreiz.'],
    [day('2021-01-01'), 'Tik tālu uz priekšu neplāno. Izvēlieties dienu gada laikā.'],
  ])('takes a day to come: not %s', async (on, said) => {
    const id = await draft('news', newsFields)
    const refusal = await refusalOf(() => scheduleNotice(house, secretary, id, { version: 1, day: on }))
    expect(refusal).toEqual({ status: 422, fields: { scheduledFor: said } })
    await discardNoticeDraft(house, secretary, id, { version: 1 })
  })

  it('is not public and not in the record before its day, and once on it, whoever comes first', async () => {
    const id = await draft('news', newsFields)
    await scheduleNotice(house, secretary, id, { version: 1, day: day('2019-09-13') })
    const before = await entries()
    await publishScheduledNotices(later('2019-09-12', house.demonstration))
    expect(await entries()).toBe(before)
    expect(await versionsOf(id, day('2019-09-12'))).toEqual([])
    const then = later('2019-09-13', house.demonstration)
    await Promise.all([publishScheduledNotices(then), publishScheduledNotices(then), publishScheduledNotices(then)])
    expect(await entries()).toBe(before + 1)
    expect(await versionsOf(id, day('2019-09-13'))).toMatchObject([{ number: 1, publishedOn: '2019-09-13' }])
    expect(await versionsOf(id, day('2019-09-12'))).toEqual([])
  })

  it('bears its day in a demonstration that jumps over it, and the true day where nobody could have read it', async () => {
    const ids = [await draft('news', newsFields), await draft('news', newsFields)] as const
    for (const id of ids) await scheduleNotice(house, secretary, id, { version: 1, day: day('2019-09-14') })
    await house.open.execute(`update notice set scheduled_for = '2019-09-15' where id = ${ids[1]}`)
    await publishScheduledNotices(later('2019-09-14', house.demonstration))
    await publishScheduledNotices(later('2019-09-18', null))
    expect(await versionsOf(ids[0], day('2019-09-20'))).toMatchObject([{ publishedOn: '2019-09-14' }])
    expect(await versionsOf(ids[1], day('2019-09-20'))).toMatchObject([{ publishedOn: '2019-09-18' }])
  })

  it('is no longer scheduled once it is changed or taken back', async () => {
    const id = await draft('news', newsFields)
    const scheduled = async () => (await noticeById(house.db, id, today))?.notice.scheduledFor
    await scheduleNotice(house, secretary, id, { version: 1, day: day('2019-09-13') })
    expect(await scheduled()).toBe('2019-09-13')
    await saveNoticeDraft(house, secretary, id, { version: 2, draft: fieldsOf(newsFields) })
    expect(await scheduled()).toBeNull()
    await scheduleNotice(house, secretary, id, { version: 3, day: day('2019-09-13') })
    await unscheduleNotice(house, secretary, id, { version: 4 })
    expect(await scheduled()).toBeNull()
    await discardNoticeDraft(house, secretary, id, { version: 5 })
  })

  it('that can’t be published stops no other, stays a draft, and the fault is told', async () => {
    const ids = [await draft('news', newsFields), await draft('news', newsFields)] as const
    for (const id of ids) await scheduleNotice(house, secretary, id, { version: 1, day: day('2019-09-13') })
    await house.open.execute(`update notice set draft = '{}' where id = ${ids[0]}`)
    await expect(publishScheduledNotices(later('2019-09-13', house.demonstration))).rejects.toMatchObject({ status: 422 })
    expect(await versionsOf(ids[0], day('2019-09-13'))).toEqual([])
    expect(await versionsOf(ids[1], day('2019-09-13'))).toHaveLength(1)
    await discardNoticeDraft(house, secretary, ids[0], { version: 2 })
  })
})

describe('a withdrawn notice', () => {
  it('stays readable with its reason; its opportunities no longer hold, and it is not corrected any more', async () => {
    const id = await aNotice(house, 'opportunities', opportunitiesFields)
    await withdrawNotice(house, secretary, id, { version: 2, reason: { texts: { lv: 'Publicēts par agru.' }, checked: false } })
    const versions = await versionsOf(id)
    expect(versions).toMatchObject([{ withdrawn: false }, { number: 2, withdrawn: true, reason: { lv: { text: 'Publicēts par agru.' } } }])
    expect(versions[1]?.opportunities).toHaveLength(2)
    expect((await recordOf(id)).map(({ act }) => act)).toEqual(['publishNotice', 'withdrawNotice'])
    const open = await opportunitiesBy(house.db, scopeOfAll, today, addDays(today, 60))
    expect(open.some(({ notice }) => notice.id === id)).toBe(false)
    const told = await announcedOpportunities(house.db, scopeOfAll, today)
    expect(told.filter(({ notice }) => notice.id === id).map(({ version }) => version.withdrawn)).toEqual([true, true])
    expect((await refusalOf(() => saveNoticeDraft(house, secretary, id, { version: 3, draft: {} }))).status).toBe(422)
    const again = withdrawNotice(house, secretary, id, { version: 3, reason: { texts: { lv: 'Vēlreiz.' }, checked: false } })
    expect((await refusalOf(() => again)).status).toBe(404)
  })
})

describe('a step of the plan', () => {
  it('lends an opportunity that is the same time its certainty, and is no longer removed once it was announced', async () => {
    const input = readNewPhase(
      form({
        'title.lv': 'Aptauja',
        'plannedStart.year': '2019',
        'plannedStart.part': '10',
        'plannedEnd.year': '2019',
        'plannedEnd.part': '10',
      }),
      today,
    )
    const phaseId = await createPhase(house, secretary, 'lv-5', input)
    await house.open.execute(`update phase set certainty = 'deck' where id = ${phaseId}`)
    const id = await aNotice(house, 'opportunities', {
      ...opportunitiesFields,
      'opportunities.1.phase': String(phaseId),
      'opportunities.2.phase': String(phaseId),
    })
    expect((await versionsOf(id))[0]?.opportunities.map(({ certainty }) => certainty)).toEqual(['demonstration', 'deck'])
    expect(await refusalOf(() => removePhase(house, secretary, 'lv-5', phaseId))).toEqual({
      status: 422,
      fields: { remove: 'Publicētā paziņojumā ir līdzdalības iespēja šajā posmā: tāpēc to vairs nedzēš.' },
    })
  })
})
