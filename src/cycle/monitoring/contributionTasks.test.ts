import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { day, partialDate } from '../../platform/dates/partialDate.ts'
import { localText } from '../../platform/languages/languages.ts'
import { plan, planById, planWithAll } from '../plan/index.ts'
import { deadline } from '../plan/tables.ts'
import { addEvidence } from './addEvidence.ts'
import { contributionsTo } from './contributions.ts'
import { contributionTasks, type TaskPeriod } from './contributionTasks.ts'
import { publishUpdate } from './publishUpdate.ts'
import { saveUpdateDraft } from './saveUpdateDraft.ts'
import { aDraft, aKey, aReportableCommitment, aReportablePlan, officerOf, refusalOf } from './testSupport.ts'
import { storedUpdate, updateSubject } from './updateSubject.ts'

let house: TestHouse
const officer = officerOf('vk')
beforeAll(async () => {
  house = await openTestHouse()
  await aReportablePlan(house)
  await aReportableCommitment(house, 1)
})
afterAll(() => house.close())

/** What is to be handed in by these, period by period; `current` leaves out what is no longer awaited. */
async function read(organisations: string[], current = false): Promise<TaskPeriod[]> {
  const today = house.clock.today()
  const plan = await planById(house.db, 'lv-3', today)
  const at = plan && (await planWithAll(house.db, plan, today))
  if (!at) throw new Error('there is no plan')
  const found = current
    ? await contributionTasks(house.db, at, { organisations, periods: 'current' }, today)
    : await Promise.all(at.periods.map(({ id }) => contributionTasks(house.db, at, { organisations, periods: { id } }, today)))
  return found.flat().sort((a, b) => b.period.position - a.period.position)
}
/** The tasks of a period in short: whose, what, and how far. */
const short = ({ tasks }: TaskPeriod) =>
  tasks.map(
    (task) =>
      `${task.organisationId} ${task.commitment.number}${task.milestone ? `.${task.milestone.number}` : ''} ${task.voice} ${task.versions}${task.draftSavedAt ? ' draft' : ''}`,
  )
const own = (id: string, lines: readonly string[] | undefined) => (lines ?? []).filter((line) => line.startsWith(`${id} `))

async function publish(other: Parameters<typeof aKey>[0], draft: Parameters<typeof aDraft>[0]): Promise<void> {
  const key = aKey(other)
  await addEvidence(house, officer, key, { title: 'Pārskats', dated: null, url: 'https://example.org/parskats' })
  await saveUpdateDraft(house, officer, key, { version: 0, draft: aDraft(draft) })
  const { update, evidence } = await storedUpdate(house.db, await updateSubject(house.db, key, house.clock.today()))
  await publishUpdate(house, officer, key, { version: update?.draftVersion ?? 0, evidenceIds: evidence.map(({ id }) => id) })
}

describe('what is to be handed in', () => {
  it('by a leading institution: each milestone and the whole, for each period that has begun; by a supporting one the milestones; by a partner the assessment', async () => {
    const periods = await read(['vk'])
    expect(periods.map(({ period, current }) => [period.position, current])).toEqual([
      [2, true],
      [1, false],
    ])
    for (const period of periods) {
      expect(own('vk', short(period))).toEqual(['vk 1.1 update 0', 'vk 1.2 update 0', 'vk 1 self 0'])
      expect(own('fm', short(period))).toEqual(['fm 1.1 update 0', 'fm 1.2 update 0'])
      expect(own('providus', short(period))).toEqual(['providus 1 partner 0'])
    }
    expect((await read(['vk'], true)).map(({ period }) => period.position)).toEqual([2])
    expect(await read(['tm'])).toEqual([])
  })

  it('on a plan that is approved, and nothing on a draft', async () => {
    await house.db.update(plan).set({ approvedOn: day('2019-09-11') })
    expect(await read(['vk'])).toEqual([])
    expect((await contributionsTo(house.db, 'lv-3', house.clock.today())).map(({ contributors }) => contributors)).toEqual([])
    expect(await refusalOf(updateSubject(house.db, aKey(), house.clock.today()))).toMatchObject({ status: 404 })
    await house.db.update(plan).set({ approvedOn: day('2017-11-07') })
    expect(await read(['vk'])).toHaveLength(2)
  })

  it('until a later period has ended, not only until it begins; in the last until the report on the plan is due', async () => {
    house.setToday('2019-01-15')
    expect((await read(['vk'])).map(({ period, current }) => [period.position, current])).toEqual([
      [2, true],
      [1, true],
    ])
    house.setToday('2020-12-01')
    expect((await read(['vk'], true)).map(({ period }) => period.position)).toEqual([3])
    await house.db.insert(deadline).values({
      planId: 'lv-3',
      kind: 'legal',
      duty: 'report',
      title: localText('Ziņojums'),
      due: partialDate('2020-11-30'),
      basis: localText('Rīkojums'),
      certainty: 'seen',
      recordSeq: 0,
    })
    expect(await read(['vk'], true)).toEqual([])
    house.setToday('2020-11-30')
    expect((await read(['vk'], true)).map(({ period }) => period.position)).toEqual([3])
    house.setToday('2019-09-10')
  })

  it('is told with drafts and what was published, and no more once the milestone is withdrawn', async () => {
    await saveUpdateDraft(house, officer, aKey({ milestone: 2 }), { version: 0, draft: aDraft() })
    await publish({ milestone: 1 }, { state: 'withdrawn', delayReason: 'Finansējums beidzies' })
    const periods = await read(['vk'])
    expect(periods.map((period) => own('vk', short(period)))).toEqual([
      ['vk 1.1 update 1', 'vk 1.2 update 0 draft', 'vk 1 self 0'],
      ['vk 1.2 update 0', 'vk 1 self 0'],
    ])
    expect(own('fm', short(periods[0] as TaskPeriod))).toEqual(['fm 1.2 update 0'])
  })

  it('is not awaited from a supporting institution on a commitment without milestones: it has nothing to hand in', async () => {
    await aReportableCommitment(house, 7)
    await house.db.execute(sql`delete from milestone where commitment_id = (select id from commitment where number = 7)`)
    const [latest] = await contributionsTo(house.db, 'lv-3', house.clock.today())
    const of = (id: string) => latest?.contributors.find(({ organisationId }) => organisationId === id)
    expect(of('fm')?.contributions.map(({ commitment }) => commitment.number)).toEqual([1])
    expect(of('vk')?.contributions.map(({ commitment }) => commitment.number)).toEqual([1, 7])
  })
})
