import { type Actor, organisation } from '../../people/index.ts'
import { day } from '../../platform/dates/partialDate.ts'
import type { House } from '../../platform/house.ts'
import { Fields } from '../../platform/http/fields.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { Refusal } from '../../platform/refusal.ts'
import { addMilestone } from './addMilestone.ts'
import { createCommitment } from './createCommitment.ts'
import { createPlan } from './createPlan.ts'
import { readNewCommitment } from './input/commitmentInput.ts'
import { readNewMilestone } from './input/milestoneInput.ts'
import { readNewPlan } from './input/planInput.ts'

/* What the tests of plans share. */

export const secretary: Actor = { personId: 'secretary', name: 'Sekretāre', roles: [{ role: 'secretariat', organisationId: null }] }

/** A form's fields, written as name: value or name: values. */
export const form = (values: Record<string, string | string[]>): Fields =>
  new Fields(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? [value] : value])))

export const planForm = {
  id: 'lv-5',
  ordinal: '5',
  'title.lv': 'Piektais nacionālais atvērtās pārvaldības rīcības plāns',
  'title.en': 'Fifth national open government action plan',
  'shortTitle.lv': 'Piektais plāns',
  'periodStart.year': '2019',
  'periodEnd.year': '2021',
}

export const commitmentForm = {
  number: '1',
  'title.lv': 'Atvērtie dati',
  'title.en': 'Open data',
  'promise.lv': 'Publicēt datus.',
  'promise.en': 'Publish data.',
}

export const milestoneForm = {
  number: '1',
  'title.lv': 'Publicēt desmit datu kopas',
  'plannedStart.year': '2019',
  'plannedEnd.year': '2019',
  'plannedEnd.part': 'Q4',
}

/** A plan lv-5 with commitment 1 and its milestone 1; adopted on 1 September 2019 when asked. */
export async function aPlan(house: House, { adopted }: { adopted: boolean }): Promise<void> {
  const approved = adopted ? { 'approvedOn.year': '2019', 'approvedOn.part': '09', 'approvedOn.day': '1' } : {}
  await createPlan(house, secretary, readNewPlan(form({ ...planForm, ...approved }), day('2019-09-10')))
  await createCommitment(house, secretary, 'lv-5', readNewCommitment(form(commitmentForm)))
  await addMilestone(house, secretary, 'lv-5', 1, readNewMilestone(form(milestoneForm)))
}

export async function organisations(house: House, ...ids: string[]): Promise<void> {
  for (const id of ids) await house.db.insert(organisation).values({ id, sector: 'government', recordSeq: 0 })
}

/** How a piece of work is refused: the status, and what is said at which field. Fails when it is not refused. */
export async function refusalOf(
  work: () => unknown,
  language: Language = 'lv',
): Promise<{ status: number; fields: Record<string, string> }> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { status: error.status, fields: Object.fromEntries(error.problems.map((p) => [p.field, p.say(language)])) }
  }
  throw new Error('it was not refused')
}
