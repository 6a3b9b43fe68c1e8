import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { type Actor, visitor } from '../../people/index.ts'
import { countQueries } from '../../platform/database/countQueries.ts'
import { day } from '../../platform/dates/partialDate.ts'
import { plan } from '../plan/index.ts'
import { addEvidence } from './addEvidence.ts'
import { contributionsTo } from './contributions.ts'
import { deskOf, type TaskPeriod } from './desk.ts'
import { publishUpdate } from './publishUpdate.ts'
import { saveUpdateDraft } from './saveUpdateDraft.ts'
import { aDraft, aKey, aReportableCommitment, aReportablePlan, officerOf, refusalOf } from './testSupport.ts'
import { storedUpdate, updateSubject } from './updateSubject.ts'

let house: TestHouse
const officer = officerOf('vk')
const representative: Actor = { personId: 'r', name: 'R', roles: [{ role: 'representative', organisationId: 'providus' }] }
beforeAll(async () => {
  house = await openTestHouse()
  await aReportablePlan(house)
  await aReportableCommitment(house, 1)
})
afterAll(() => house.close())

const read = (actor: Actor) => deskOf(house.db, actor, house.clock.today())
/** The tasks of a period in short: whose, what, and how far. */
const short = ({ tasks }: TaskPeriod) =>
  tasks.map(
    (task) =>
      `${task.organisationId} ${task.commitment.number}${task.milestone ? `.${task.milestone.number}` : ''} ${task.voice} ${task.versions}${task.draftSavedAt ? ' draft' : ''}`,
  )

async function publish(other: Parameters<typeof aKey>[0], draft: Parameters<typeof aDraft>[0]): Promise<void> {
  const key = aKey(other)
  await addEvidence(house, officer, key, { title: 'Pārskats', dated: null, url: 'https://example.org/parskats' })
  await saveUpdateDraft(house, officer, key, { version: 0, draft: aDraft(draft) })
  const { update, evidence } = await storedUpdate(house.db, await updateSubject(house.db, key, house.clock.today()))
  await publishUpdate(house, officer, key, { version: update?.draftVersion ?? 0, evidenceIds: evidence.map(({ id }) => id) })
}

describe('what is due', () => {
  it('from an officer of a leading institution: each milestone and the whole, for each period that has begun', async () => {
    const { periods } = await read(officer)
    expect(periods.map(({ period, current }) => [period.position, current])).toEqual([
      [2, true],
      [1, false],
    ])
    for (const period of periods) expect(short(period)).toEqual(['vk 1.1 update 0', 'vk 1.2 update 0', 'vk 1 self 0'])
  })

  it('on a plan that is approved, and nothing on a draft', async () => {
    await house.db.update(plan).set({ approvedOn: day('2019-09-11') })
    expect((await read(officer)).periods).toEqual([])
    expect((await contributionsTo(house.db, 'lv-3', house.clock.today())).map(({ contributors }) => contributors)).toEqual([])
    expect(await refusalOf(updateSubject(house.db, aKey(), house.clock.today()))).toMatchObject({ status: 404 })
    await house.db.update(plan).set({ approvedOn: day('2017-11-07') })
    expect((await read(officer)).periods).toHaveLength(2)
  })

  it('until a later period has ended, not only until it begins', async () => {
    house.setToday('2019-01-15')
    expect((await read(officer)).periods.map(({ period, current }) => [period.position, current])).toEqual([
      [2, true],
      [1, true],
    ])
    house.setToday('2019-09-10')
  })

  it('from an officer of a supporting institution: the milestones; from a representative: the assessment; from others nothing', async () => {
    expect((await read(officerOf('fm'))).periods.map(short)[0]).toEqual(['fm 1.1 update 0', 'fm 1.2 update 0'])
    expect((await read(representative)).periods.map(short)[0]).toEqual(['providus 1 partner 0'])
    for (const actor of [visitor, officerOf(), officerOf('tm')]) expect((await read(actor)).periods).toEqual([])
  })

  it('is told with drafts and what was published, and no more once the milestone is withdrawn', async () => {
    await saveUpdateDraft(house, officer, aKey({ milestone: 2 }), { version: 0, draft: aDraft() })
    await publish({ milestone: 1 }, { state: 'withdrawn', delayReason: 'Finansējums beidzies' })
    const { periods } = await read(officer)
    expect(periods.map(short)).toEqual([
      ['vk 1.1 update 1', 'vk 1.2 update 0 draft', 'vk 1 self 0'],
      ['vk 1.2 update 0', 'vk 1 self 0'],
    ])
    expect((await read(officerOf('fm'))).periods.map(short)[0]).toEqual(['fm 1.2 update 0'])
  })

  it('asks the database as often for much as for little', async () => {
    const before = await countQueries(() => read(officerOf('vk', 'fm')))
    for (let number = 2; number <= 6; number += 1) await aReportableCommitment(house, number)
    const after = await countQueries(() => read(officerOf('vk', 'fm')))
    expect(after.result.periods[0]?.tasks.length).toBeGreaterThan(before.result.periods[0]?.tasks.length ?? 0)
    expect(after.queries).toBe(before.queries)
  })
})
