import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { visitor } from '../../../people/index.ts'
import { refusalOf } from '../../plan/testSupport.ts'
import { idea, support, supportCount } from '../tables.ts'
import { aCall, anIdea, anotherCall, aPerson, type Call, storedIdea } from '../testSupport.ts'
import { supportIdea, supportOf, takeBackSupport } from './supportIdea.ts'

let house: TestHouse
let call: Call
beforeAll(async () => {
  house = await openTestHouse()
  call = await aCall(house)
})
afterAll(() => house.close())

const countsOf = async (ideaId: number) =>
  Object.fromEntries(
    (await house.db.select().from(supportCount).where(eq(supportCount.ideaId, ideaId))).map((row) => [row.sector, row.supports]),
  )
const rowsOf = async (ideaId: number) => (await house.db.select().from(support).where(eq(support.ideaId, ideaId))).length

describe('a support', () => {
  it('counts once a person, changes its sector, and can be taken back', async () => {
    const { id, number } = await anIdea(house, call)
    const anna = await aPerson(house, 'Anna')
    const to = { planId: 'lv-5', number }
    await supportIdea(house, anna, { ...to, sector: 'resident' })
    await supportIdea(house, anna, { ...to, sector: 'resident' })
    expect([(await storedIdea(house, id)).supports, await countsOf(id)]).toEqual([1, { resident: 1 }])
    await supportIdea(house, anna, { ...to, sector: 'academia' })
    expect([(await storedIdea(house, id)).supports, await countsOf(id)]).toEqual([1, { resident: 0, academia: 1 }])
    await takeBackSupport(house, anna, to)
    await takeBackSupport(house, anna, to)
    expect([(await storedIdea(house, id)).supports, await countsOf(id), await supportOf(house.db, id, anna.personId)]).toEqual([
      0,
      { resident: 0, academia: 0 },
      null,
    ])
  })

  it('is one when one person presses twice at the same moment, and fifty from fifty people at once', async () => {
    const { id, number } = await anIdea(house, call)
    const to = { planId: 'lv-5', number, sector: 'resident' as const }
    const anna = await aPerson(house, 'Anna')
    await Promise.all([supportIdea(house, anna, to), supportIdea(house, anna, to)])
    expect([(await storedIdea(house, id)).supports, await rowsOf(id)]).toEqual([1, 1])
    const fifty = []
    for (let n = 0; n < 50; n += 1) fifty.push(await aPerson(house, `Cilvēks ${n}`))
    await Promise.all(fifty.map((one) => supportIdea(house, one, to)))
    expect([(await storedIdea(house, id)).supports, await rowsOf(id), await countsOf(id)]).toEqual([51, 51, { resident: 51 }])
    await Promise.all(fifty.slice(0, 20).map((one) => takeBackSupport(house, one, to)))
    expect([(await storedIdea(house, id)).supports, await rowsOf(id), await countsOf(id)]).toEqual([31, 31, { resident: 31 }])
  })

  it('is refused for what is merged, hidden, waiting or closed, and changes nothing then', async () => {
    const anna = await aPerson(house, 'Anna')
    const into = await anIdea(house, call)
    const merged = await anIdea(house, call)
    await house.db.update(idea).set({ mergedIntoId: into.id }).where(eq(idea.id, merged.id))
    const hidden = await anIdea(house, call)
    await house.db.update(idea).set({ visibility: 'hidden' }).where(eq(idea.id, hidden.id))
    const waiting = await anIdea(house, await anotherCall(house, { moderation: 'before' }))
    const late = await anIdea(house, await anotherCall(house, { closedOn: house.clock.today(), closingReason: {} }))
    const statuses = []
    for (const { number } of [merged, hidden, waiting, late, { number: 9999 }])
      statuses.push((await refusalOf(() => supportIdea(house, anna, { planId: 'lv-5', number, sector: 'resident' }))).status)
    expect(statuses).toEqual([409, 409, 404, 409, 404])
    for (const { id } of [merged, hidden, waiting, late]) expect([(await storedIdea(house, id)).supports, await rowsOf(id)]).toEqual([0, 0])
  })

  it('can be taken back from an idea that was merged since', async () => {
    const anna = await aPerson(house, 'Anna')
    const [into, merged] = [await anIdea(house, call), await anIdea(house, call)]
    await supportIdea(house, anna, { planId: 'lv-5', number: merged.number, sector: 'resident' })
    await house.db.update(idea).set({ mergedIntoId: into.id }).where(eq(idea.id, merged.id))
    await takeBackSupport(house, anna, { planId: 'lv-5', number: merged.number })
    expect((await storedIdea(house, merged.id)).supports).toBe(0)
  })

  it('is not a visitor’s', async () => {
    const { number } = await anIdea(house, call)
    expect((await refusalOf(() => supportIdea(house, visitor, { planId: 'lv-5', number, sector: 'resident' }))).status).toBe(401)
  })
})
