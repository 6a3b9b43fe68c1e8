import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { type Actor, person, roleAssignment } from '../../people/index.ts'
import { plansAtWork, reportingPeriod } from '../plan/index.ts'
import { chosenOf, fingerprintOf, lettersTo, type Reminded, remindable } from './remindable.ts'
import { remindContributors } from './remindContributors.ts'
import { aReportableCommitment, aReportablePlan, officerOf, refusalOf } from './testSupport.ts'

let house: TestHouse
let periodId = 0
const secretary: Actor = { personId: 's', name: 'S', roles: [{ role: 'secretariat', organisationId: null }] }

beforeAll(async () => {
  house = await openTestHouse()
  await aReportablePlan(house)
  await aReportableCommitment(house, 1)
  await aReportableCommitment(house, 2)
  const now = new Date()
  // Ilze acts for both institutions, Otra for one of them; nobody acts for providus.
  for (const [id, organisationId] of [
    ['ilze', 'vk'],
    ['ilze', 'fm'],
    ['otra', 'vk'],
  ] as const) {
    await house.db
      .insert(person)
      .values({ id, name: id, email: `${id}@example.org`, createdAt: now, updatedAt: now })
      .onConflictDoNothing()
    await house.db.insert(roleAssignment).values({ personId: id, role: 'officer', organisationId, givenAt: now })
  }
  const periods = await house.db.select().from(reportingPeriod)
  periodId = periods.find(({ position }) => position === 2)?.id ?? 0
})
afterAll(() => house.close())
beforeEach(async () => {
  house.letters.length = 0
  house.setToday('2019-09-10')
  await house.open.execute('delete from reminder')
})

const all = async () => remindable(house.db, await plansAtWork(house.db, house.clock.today()), house.clock.today())
const these = (...ids: string[]): Reminded[] => ids.map((organisationId) => ({ periodId, organisationId }))
/** What the preview shows of these. */
const previewOf = async (chosen: readonly Reminded[], language: 'lv' | 'en' = 'lv') =>
  lettersTo(chosenOf(await all(), chosen), language, house.clock.today(), house.configuration.url)
const remind = async (chosen: readonly Reminded[], actor = secretary) =>
  remindContributors(house, actor, { chosen, language: 'lv', previewed: fingerprintOf(await previewOf(chosen)) })
const sent = async () => (await house.open.execute('select organisation_id as who, sent_on::text as on from reminder order by id')).rows
const whyNot = async () => Object.fromEntries((await all()).map(({ organisationId, why }) => [organisationId, why]))

describe('reminding', () => {
  it('sends the letters that were previewed, word for word: one a person, about all for whom the person acts', async () => {
    const preview = await previewOf(these('vk', 'fm', 'providus'))
    await remind(these('vk', 'fm', 'providus'))
    expect(house.letters.map(({ to, subject, body }) => ({ to, subject, body }))).toEqual(
      preview.map(({ to, subject, body }) => ({ to, subject, body })),
    )
    expect(house.letters.map(({ to }) => to)).toEqual(['ilze@example.org', 'otra@example.org'])
    const [toIlze, toOtra] = house.letters
    for (const who of ['Nosaukums vk. Vēl nav ziņu par:', 'Nosaukums fm. Vēl nav ziņu par:']) expect(toIlze?.body).toContain(who)
    expect(toOtra?.body).not.toContain('Nosaukums fm')
    expect(await sent()).toEqual([
      { who: 'vk', on: '2019-09-10' },
      { who: 'fm', on: '2019-09-10' },
    ])
    expect((await previewOf(these('vk'), 'en'))[0]).toBeUndefined()
  })

  it('speaks English when that was chosen', async () => {
    const [letter] = await previewOf(these('vk'), 'en')
    expect(letter?.subject).toBe('Reminder: reports on the plan are awaited (Trešais plāns)')
    expect(letter?.body).toContain('There is no report yet on:')
  })

  it('leaves alone for a day whom it reminded, and for the week whom it reminded three times', async () => {
    await remind(these('vk'))
    expect(await whyNot()).toEqual({ vk: 'today', fm: null, providus: 'nobody' })
    expect(await refusalOf(remind(these('vk')))).toMatchObject({ status: 422, fields: { to: expect.stringContaining('šodien') } })
    for (const day of ['2019-09-11', '2019-09-12']) {
      house.setToday(day)
      await remind(these('vk'))
    }
    house.setToday('2019-09-13')
    expect((await whyNot()).vk).toBe('often')
    expect(await refusalOf(remind(these('vk')))).toMatchObject({ status: 422 })
    expect(await sent()).toHaveLength(3)
    house.setToday('2019-09-17')
    expect((await whyNot()).vk).toBe(null)
  })

  it('is refused when the letters would be others by now, and shows nothing was sent', async () => {
    const chosen = these('vk', 'fm')
    const previewed = fingerprintOf(await previewOf(chosen))
    await remind(these('fm'))
    house.letters.length = 0
    expect(await refusalOf(remindContributors(house, secretary, { chosen, language: 'lv', previewed }))).toMatchObject({ status: 409 })
    expect([house.letters, await sent()]).toEqual([[], [{ who: 'fm', on: '2019-09-10' }]])
  })

  it('is done once when two secretaries press at once', async () => {
    const chosen = these('vk', 'fm')
    const previewed = fingerprintOf(await previewOf(chosen))
    const input = { chosen, language: 'lv' as const, previewed }
    const both = await Promise.allSettled([remindContributors(house, secretary, input), remindContributors(house, secretary, input)])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(house.letters).toHaveLength(2)
    expect(await sent()).toHaveLength(2)
  })

  it('is the secretariat’s alone, of someone, in a period that is there', async () => {
    expect(await refusalOf(remind(these('vk'), officerOf('vk')))).toMatchObject({ status: 403 })
    expect(await refusalOf(remind([]))).toMatchObject({ status: 422, fields: { to: expect.anything() } })
    expect(await refusalOf(remind(these('providus')))).toMatchObject({ status: 422, fields: { to: expect.stringContaining('uzaiciniet') } })
    expect(await refusalOf(remind([{ periodId: 999_999, organisationId: 'vk' }]))).toMatchObject({ status: 404 })
    expect(await refusalOf(remind(these('nobody')))).toMatchObject({ status: 422 })
    expect([house.letters, await sent()]).toEqual([[], []])
  })
})
