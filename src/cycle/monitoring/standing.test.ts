import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { loadDemonstration } from '../../demonstration/index.ts'
import { day } from '../../platform/dates/partialDate.ts'
import { commitmentsOf } from '../plan/index.ts'
import { standingOf } from './queries.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await loadDemonstration(house)
})
afterAll(() => house.close())

const states = async () => {
  const commitments = await commitmentsOf(house.db, ['lv-3'], day('2019-09-10'))
  const standing = await standingOf(house.db, commitments, day('2019-09-10'))
  return commitments.map(({ commitment, milestones }) => {
    const found = standing.get(commitment.id)
    return [commitment.number, found?.state, ...milestones.map(({ id }) => found?.milestones.get(id)?.state)]
  })
}

it('a report that is corrected without end does not push another milestone’s report out of sight', async () => {
  const before = await states()
  await house.open.execute(`
    insert into update_version (update_id, number, state, text, language, evidence_ids, published_on, record_seq)
    select v.update_id, v.number + n, v.state, v.text, v.language, v.evidence_ids, date '2019-09-10', v.record_seq
    from update_version v, generate_series(1, 2500) n
    where v.id = (select max(id) from update_version)`)
  expect(await states()).toEqual(before)
})
