import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { type Actor, organisation, organisationName, person, roleAssignment } from '../../../people/index.ts'
import { day, partialDate } from '../../../platform/dates/partialDate.ts'
import { localText } from '../../../platform/languages/languages.ts'
import { deadlinesOf } from '../queries.ts'
import { commitment, commitmentParty, deadline, plan } from '../tables.ts'
import { refusalOf, secretary } from '../testSupport.ts'
import { answerRequest } from './answerRequest.ts'
import { askForExtension } from './askForExtension.ts'
import { deadlineFor, firstDue, versionOfDates } from './deadlineFor.ts'
import { extendDeadline } from './extendDeadline.ts'
import { openRequests, requestById, requestsAbout } from './queries.ts'

let house: TestHouse
const today = () => house.clock.today()
const officer: Actor = { personId: 'ilze', name: 'Ilze', roles: [{ role: 'officer', organisationId: 'vk' }] }
const why = 'Dati no iestādēm nāk vēlāk.'
let legal = 0
let working = 0

beforeAll(async () => {
  house = await openTestHouse()
  const { db } = house
  for (const [id, sector] of [
    ['vk', 'government'],
    ['fm', 'government'],
    ['tm', 'government'],
    ['providus', 'civil-society'],
  ] as const) {
    await db.insert(organisation).values({ id, sector, recordSeq: 0 })
    await db.insert(organisationName).values({ organisationId: id, name: localText(`Nosaukums ${id}`) })
  }
  const now = new Date()
  for (const [id, role, organisationId] of [
    ['ilze', 'officer', 'vk'],
    ['otra', 'officer', 'vk'],
    ['otra', 'representative', 'providus'],
    ['fricis', 'officer', 'fm'],
    ['skaidra', 'secretariat', null],
  ] as const) {
    await db
      .insert(person)
      .values({ id, name: id, email: `${id}@example.org`, createdAt: now, updatedAt: now })
      .onConflictDoNothing()
    await db.insert(roleAssignment).values({ personId: id, role, organisationId, givenAt: now })
  }
  const certainty = 'seen' as const
  await db.insert(plan).values({
    id: 'lv-3',
    ordinal: 3,
    title: localText('Trešais plāns'),
    shortTitle: localText('Trešais plāns', 'Third plan'),
    periodStart: partialDate('2017'),
    periodEnd: partialDate('2019'),
    approvedOn: day('2017-11-07'),
    certainty,
    recordSeq: 0,
  })
  const [made] = await db
    .insert(commitment)
    .values({ planId: 'lv-3', number: 1, title: localText('Dati'), certainty, recordSeq: 0 })
    .returning()
  for (const [position, organisationId] of ['vk', 'fm', 'providus'].entries())
    await db.insert(commitmentParty).values({ commitmentId: made?.id ?? 0, organisationId, part: 'lead', position, certainty })
})
afterAll(() => house.close())

beforeEach(async () => {
  house.letters.length = 0
  house.setToday('2019-09-10')
  for (const table of ['extension_request', 'deadline_change', 'deadline']) await house.open.execute(`delete from ${table}`)
  const row = {
    planId: 'lv-3',
    duty: 'contribution' as const,
    title: localText('Ziņas'),
    basis: localText('Rīkojums'),
    certainty: 'seen' as const,
  }
  const made = await house.db
    .insert(deadline)
    .values([
      { ...row, kind: 'legal', due: partialDate('2019-09-01'), recordSeq: 0 },
      { ...row, kind: 'working', due: partialDate('2019-09-12'), recordSeq: 0 },
    ])
    .returning({ id: deadline.id })
  legal = made[0]?.id ?? 0
  working = made[1]?.id ?? 0
})

const read = async (id = working) => {
  const found = (await deadlinesOf(house.db, ['lv-3'], today())).find((one) => one.id === id)
  if (!found) throw new Error('there is no such deadline')
  return found
}
const extend = async (
  until: string,
  organisationId: string | null,
  other: Partial<{ id: number; version: number; reason: string; actor: Actor }> = {},
) =>
  extendDeadline(house, other.actor ?? secretary, 'lv-3', other.id ?? working, {
    until: day(until),
    organisationId,
    reason: other.reason ?? why,
    language: 'lv',
    version: other.version ?? versionOfDates(await read()),
  })
const ask = (until: string, organisationId = 'vk', actor = officer) =>
  askForExtension(house, actor, { planId: 'lv-3', deadlineId: working, organisationId }, { until: day(until), reason: why, language: 'lv' })
const lastEntry = async () => {
  const { rows } = await house.open.execute('select entry from record_entry order by seq desc limit 1')
  return JSON.parse((rows as { entry: string }[])[0]?.entry ?? '{}')
}
const state = async () => ({
  due: (await read()).due,
  entries: (await house.open.execute('select 1 from record_entry')).rows.length,
  letters: house.letters.length,
})

describe('a working deadline', () => {
  it('is extended for everyone, with what it was first, the reason, an entry and a letter a person; the legal one stays', async () => {
    await extend('2019-09-20', null)
    const now = await read()
    expect([now.due, firstDue(now), now.changes.map(({ reason }) => reason)]).toEqual(['2019-09-20', '2019-09-12', [why]])
    expect((await read(legal)).due).toBe('2019-09-01')
    expect(await lastEntry()).toMatchObject({
      act: 'extendDeadline',
      object: `/plans/lv-3/deadlines/${working}`,
      actor: { role: 'secretariat', for: null },
      content: { organisation: null, before: { due: '2019-09-12' }, after: { due: '2019-09-20' }, reason: why },
    })
    expect(house.letters.map(({ to }) => to).sort()).toEqual(['fricis@example.org', 'ilze@example.org', 'otra@example.org'])
    expect(house.letters[0]?.subject).toBe('Darba termiņš ir pagarināts līdz 20.09.2019.')
    for (const text of [why, 'Tiesību aktā noteiktais termiņš 01.09.2019. nemainās']) expect(house.letters[0]?.body).toContain(text)
    await extend('2019-09-25', null)
    expect(firstDue(await read())).toBe('2019-09-12')
  })

  it('is extended for one alone: others keep theirs, and the later of both holds', async () => {
    await extend('2019-09-20', 'vk')
    const general = await read()
    expect([general.due, general.changes]).toEqual(['2019-09-12', []])
    const own = deadlineFor(general, 'vk')
    expect([own.due, firstDue(own)]).toEqual(['2019-09-20', '2019-09-12'])
    expect(deadlineFor(general, 'fm').due).toBe('2019-09-12')
    expect(house.letters.map(({ to }) => to).sort()).toEqual(['ilze@example.org', 'otra@example.org'])
    await extend('2019-09-15', null)
    expect([deadlineFor(await read(), 'vk').due, deadlineFor(await read(), 'fm').due]).toEqual(['2019-09-20', '2019-09-15'])
    await extend('2019-09-30', null)
    const later = deadlineFor(await read(), 'vk')
    expect([later.due, firstDue(later)]).toEqual(['2019-09-30', '2019-09-12'])
  })

  it('is not known as extended before the day on which that was decided', async () => {
    await extend('2019-09-20', 'vk')
    house.setToday('2019-09-09')
    expect(deadlineFor(await read(), 'vk').due).toBe('2019-09-12')
  })

  it('is refused a date that is not later, has passed, is for nobody of the plan, has no reason or a second secretary; nothing changes', async () => {
    const before = await state()
    const version = versionOfDates(await read())
    expect(await refusalOf(() => extend('2019-09-12', null))).toMatchObject({
      status: 422,
      fields: { until: expect.stringContaining('12.09.2019.') },
    })
    house.setToday('2019-10-01')
    expect(await refusalOf(() => extend('2019-09-20', null))).toMatchObject({ status: 422, fields: { until: expect.anything() } })
    house.setToday('2019-09-10')
    expect(await refusalOf(() => extend('2019-09-20', 'tm'))).toMatchObject({ status: 422, fields: { organisation: expect.anything() } })
    for (const id of [legal, 987_654_321])
      expect(await refusalOf(() => extend('2019-09-20', null, { id, version }))).toMatchObject({ status: 404 })
    expect(await refusalOf(() => extend('2019-09-20', null, { actor: officer }))).toMatchObject({ status: 403 })
    expect(await state()).toEqual(before)
    await extend('2019-09-20', 'vk')
    expect(await refusalOf(() => extend('2019-09-22', null, { version }))).toMatchObject({ status: 409 })
  })

  it('of the law can’t be moved for one by the database itself, nor a working one be made earlier or a legal one', async () => {
    const change = (kind: string, before: string, after: string, reason = why) =>
      house.open.execute(
        `insert into deadline_change (deadline_id, kind, organisation_id, before, after, reason, language, changed_on, record_seq)
         values (${kind === 'legal' ? legal : working}, '${kind}', 'vk', '${before}', '${after}', '${reason}', 'lv', '2019-09-10', 1)`,
      )
    await expect(change('legal', '2019-09-01', '2019-09-20')).rejects.toThrow('deadline_change_for_one_is_of_a_working_deadline')
    await expect(change('working', '2019-09-12', '2019-09-12')).rejects.toThrow('deadline_change_for_one_is_an_extension')
    await expect(change('working', '2019-09-12', '2019-09-20', 'īss')).rejects.toThrow('deadline_change_has_a_reason')
    await change('working', '2019-09-12', '2019-09-20')
    await expect(house.open.execute(`update deadline set kind = 'legal' where id = ${working}`)).rejects.toThrow(
      'deadline_change_for_one_is_of_a_working_deadline',
    )
  })
})

describe('a wish for more time', () => {
  it('is public, reaches the secretariat by letter, and is granted until a day of its choice', async () => {
    await ask('2019-09-30')
    expect(await lastEntry()).toMatchObject({
      act: 'askForExtension',
      actor: { role: 'officer', for: 'vk' },
      content: { organisation: 'vk', until: '2019-09-30', reason: why },
    })
    const [open] = await openRequests(house.db, today())
    expect(open).toMatchObject({ planId: 'lv-3', organisationId: 'vk', wishedUntil: '2019-09-30', decision: null })
    expect(house.letters).toMatchObject([{ to: 'skaidra@example.org', subject: 'Lūgums pagarināt termiņu: Nosaukums vk' }])
    expect(house.letters[0]?.body).toContain(`/lv/sekretariats/pagarinajumi/${open?.id}`)
    expect((await read()).extensions).toEqual([])

    house.letters.length = 0
    const reason = 'Līdz 20. septembrim pietiek laika.'
    await answerRequest(house, secretary, open?.id ?? 0, { decision: 'granted', until: day('2019-09-20'), reason, language: 'lv' })
    expect(deadlineFor(await read(), 'vk').due).toBe('2019-09-20')
    expect(await lastEntry()).toMatchObject({
      act: 'grantExtension',
      content: { organisation: 'vk', asked: open?.recordSeq, after: { due: '2019-09-20' } },
    })
    expect(house.letters.map(({ to }) => to).sort()).toEqual(['ilze@example.org', 'otra@example.org'])
    expect(await openRequests(house.db, today())).toEqual([])
    expect(await requestsAbout(house.db, [working], today())).toMatchObject([
      { decision: 'granted', grantedUntil: '2019-09-20', answer: reason },
    ])
  })

  it('is refused with a reason, once; the second secretary finds the first one’s answer', async () => {
    await ask('2019-09-30')
    const [open] = await openRequests(house.db, today())
    const id = open?.id ?? 0
    const refuse = () => answerRequest(house, secretary, id, { decision: 'refused', reason: why, language: 'lv' })
    await refuse()
    expect((await read()).extensions).toEqual([])
    expect(await lastEntry()).toMatchObject({ act: 'refuseExtension', content: { organisation: 'vk', reason: why } })
    expect(house.letters.at(-1)?.subject).toBe('Darba termiņš nav pagarināts')
    const before = await state()
    expect(await refusalOf(refuse)).toMatchObject({ status: 409 })
    expect(await refusalOf(() => answerRequest(house, officer, id, { decision: 'refused', reason: why, language: 'lv' }))).toMatchObject({
      status: 403,
    })
    expect(
      await refusalOf(() => answerRequest(house, secretary, id + 1, { decision: 'refused', reason: why, language: 'lv' })),
    ).toMatchObject({ status: 404 })
    expect(await state()).toEqual(before)
    await ask('2019-09-25')
    expect(await openRequests(house.db, today())).toHaveLength(1)
  })

  it('is answered by one of two secretaries who press at once', async () => {
    await ask('2019-09-30')
    const [open] = await openRequests(house.db, today())
    const answers = await Promise.allSettled([
      answerRequest(house, secretary, open?.id ?? 0, { decision: 'refused', reason: why, language: 'lv' }),
      answerRequest(house, secretary, open?.id ?? 0, { decision: 'granted', until: day('2019-09-30'), reason: why, language: 'lv' }),
    ])
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const request = await requestById(house.db, open?.id ?? 0, today())
    expect((await read()).extensions).toHaveLength(request?.decision === 'granted' ? 1 : 0)
  })

  it('is not made for another, twice at once, for the past, or for one who hands in nothing', async () => {
    const before = await state()
    expect(await refusalOf(() => ask('2019-09-30', 'fm'))).toMatchObject({ status: 403 })
    const stranger: Actor = { personId: 't', name: 'T', roles: [{ role: 'officer', organisationId: 'tm' }] }
    expect(await refusalOf(() => ask('2019-09-30', 'tm', stranger))).toMatchObject({ status: 404 })
    expect(await refusalOf(() => ask('2019-09-11'))).toMatchObject({ status: 422, fields: { until: expect.anything() } })
    expect(await state()).toEqual(before)
    const two = await Promise.allSettled([ask('2019-09-30'), ask('2019-09-29')])
    expect(two.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await refusalOf(() => ask('2019-09-30'))).toMatchObject({
      status: 422,
      fields: { until: expect.stringContaining('jau ir nosūtīts') },
    })
  })
})
