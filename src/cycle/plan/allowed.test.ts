import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { type Actor, visitor } from '../../people/index.ts'
import { day } from '../../platform/dates/partialDate.ts'
import { addMilestone } from './addMilestone.ts'
import { createCommitment } from './createCommitment.ts'
import { createPlan } from './createPlan.ts'
import { editCommitment } from './editCommitment.ts'
import { editMilestone } from './editMilestone.ts'
import { editPlan } from './editPlan.ts'
import { readCommitment, readNewCommitment } from './input/commitmentInput.ts'
import { readDeadline, readNewDeadline } from './input/deadlineInput.ts'
import { readMilestone, readNewMilestone } from './input/milestoneInput.ts'
import { readNewPhase, readPhase } from './input/phaseInput.ts'
import { readNewPlan, readPlan } from './input/planInput.ts'
import { removePhase } from './removePhase.ts'
import { createDeadline, editDeadline } from './saveDeadline.ts'
import { createPhase, editPhase } from './savePhase.ts'
import { aPlan, commitmentForm, form, milestoneForm, planForm, refusalOf } from './testSupport.ts'

const today = day('2019-09-10')
const version = { version: '1' }
const deadline = { 'title.lv': 'x', kind: 'legal', duty: 'other', 'basis.lv': 'y' }
let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await aPlan(house, { adopted: false })
})
afterAll(() => house.close())

const entries = async () => (await house.open.execute('select seq from record_entry')).rows.length

const useCases: Record<string, (actor: Actor) => Promise<unknown>> = {
  createPlan: (actor) => createPlan(house, actor, readNewPlan(form({ ...planForm, id: 'lv-6', ordinal: '6' }), today)),
  editPlan: (actor) => editPlan(house, actor, 'lv-5', readPlan(form({ ...planForm, ...version }), today)),
  createPhase: (actor) => createPhase(house, actor, 'lv-5', readNewPhase(form({ 'title.lv': 'x' }), today)),
  editPhase: (actor) => editPhase(house, actor, 'lv-5', 1, readPhase(form({ 'title.lv': 'x', ...version }), today)),
  removePhase: (actor) => removePhase(house, actor, 'lv-5', 1),
  createDeadline: (actor) => createDeadline(house, actor, 'lv-5', readNewDeadline(form(deadline))),
  editDeadline: (actor) => editDeadline(house, actor, 'lv-5', 1, { ...readDeadline(form({ ...deadline, ...version })), language: 'lv' }),
  createCommitment: (actor) => createCommitment(house, actor, 'lv-5', readNewCommitment(form({ ...commitmentForm, number: '2' }))),
  editCommitment: (actor) =>
    editCommitment(house, actor, 'lv-5', 1, readCommitment(form({ ...commitmentForm, ...version, 'title.lv': 'x' }))),
  addMilestone: (actor) => addMilestone(house, actor, 'lv-5', 1, readNewMilestone(form({ ...milestoneForm, number: '2' }))),
  editMilestone: (actor) =>
    editMilestone(house, actor, 'lv-5', 1, 1, readMilestone(form({ ...milestoneForm, ...version, 'title.lv': 'x' }))),
}

for (const [name, useCase] of Object.entries(useCases))
  it(`${name} asks the policy before it does anything`, async () => {
    const before = await entries()
    expect(await refusalOf(() => useCase(visitor))).toMatchObject({ status: 401 })
    const administrator: Actor = { personId: 'a', name: 'A', roles: [{ role: 'administrator', organisationId: null }] }
    expect(await refusalOf(() => useCase(administrator))).toMatchObject({ status: 403 })
    expect(await entries()).toBe(before)
  })
