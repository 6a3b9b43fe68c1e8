import type { TestHouse } from '../../../test/support/house.ts'
import type { Actor } from '../../people/index.ts'
import { organisation, organisationName } from '../../people/index.ts'
import { day, partialDate } from '../../platform/dates/partialDate.ts'
import { localText } from '../../platform/languages/languages.ts'
import { Refusal } from '../../platform/refusal.ts'
// The rows are put straight into the tables, as the demonstration does: no use case makes a reporting period of the past.
import { commitment, commitmentParty, milestone, plan, reportingPeriod } from '../plan/tables.ts'
import type { UpdateDraft } from './tables.ts'
import type { UpdateKey } from './updateSubject.ts'

/* What the tests of monitoring share. */

/** An officer of these institutions. */
export const officerOf = (...institutions: string[]): Actor => ({
  personId: `officer-of-${institutions.join('-')}`,
  name: 'Atbildīgā',
  roles: institutions.map((organisationId) => ({ role: 'officer' as const, organisationId })),
})

/** Plan lv-3 with two reporting periods that have begun and one that has not, and who takes part in it. */
export async function aReportablePlan(house: TestHouse): Promise<void> {
  const { db } = house
  for (const [id, sector] of [
    ['vk', 'government'],
    ['fm', 'government'],
    ['providus', 'civil-society'],
  ] as const) {
    await db.insert(organisation).values({ id, sector, recordSeq: 0 })
    await db.insert(organisationName).values({ organisationId: id, name: localText(`Nosaukums ${id}`) })
  }
  const certainty = 'seen' as const
  await db.insert(plan).values({
    id: 'lv-3',
    ordinal: 3,
    title: localText('Trešais plāns'),
    shortTitle: localText('Trešais plāns'),
    periodStart: partialDate('2017-H2'),
    periodEnd: partialDate('2019-H1'),
    approvedOn: day('2017-11-07'),
    certainty,
    recordSeq: 0,
  })
  await db.insert(reportingPeriod).values([
    { planId: 'lv-3', position: 1, startsOn: day('2017-08-01'), referenceDay: day('2018-06-30'), recordSeq: 0 },
    { planId: 'lv-3', position: 2, startsOn: day('2018-07-01'), referenceDay: day('2019-06-30'), recordSeq: 0 },
    { planId: 'lv-3', position: 3, startsOn: day('2020-01-01'), referenceDay: day('2020-06-30'), recordSeq: 0 },
  ])
}

/**
 * A commitment of that plan: led by vk, supported by fm, with providus as a partner, until the end of June
 * 2019. Its milestone 1 runs until the end of 2018, its milestone 2 until the end of 2019.
 */
export async function aReportableCommitment({ db }: TestHouse, number: number): Promise<void> {
  const certainty = 'seen' as const
  const [row] = await db
    .insert(commitment)
    .values({ planId: 'lv-3', number, title: localText('Atvērtie dati'), periodEnd: partialDate('2019-06-30'), certainty, recordSeq: 0 })
    .returning({ id: commitment.id })
  const commitmentId = row?.id ?? 0
  await db.insert(commitmentParty).values([
    { commitmentId, organisationId: 'vk', part: 'lead', position: 1, certainty },
    { commitmentId, organisationId: 'fm', part: 'supporting', position: 2, certainty },
    { commitmentId, organisationId: 'providus', part: 'partner', position: 3, certainty },
  ])
  await db.insert(milestone).values([
    { commitmentId, number: 1, title: localText('Pirmais'), plannedEnd: partialDate('2018'), certainty, recordSeq: 0 },
    { commitmentId, number: 2, title: localText('Otrais'), plannedEnd: partialDate('2019'), certainty, recordSeq: 0 },
  ])
}

/** The update of vk on milestone 1 for period 2, or another. */
export const aKey = (other: Partial<UpdateKey> = {}): UpdateKey => ({
  planId: 'lv-3',
  number: 1,
  milestone: 1,
  organisationId: 'vk',
  period: 2,
  ...other,
})

/** A draft that can be published: substantially completed, with a text; or another. */
export const aDraft = (other: Partial<UpdateDraft> = {}): UpdateDraft => ({
  state: 'substantial',
  percentage: '',
  'actualStart.day': '',
  'actualStart.part': '',
  'actualStart.year': '',
  'actualEnd.day': '',
  'actualEnd.part': '',
  'actualEnd.year': '',
  text: 'Lielākā daļa datu kopu ir publicēta.',
  delayReason: '',
  nextSteps: '',
  language: 'lv',
  ...other,
})

/** How a piece of work is refused: the status, and what is said at which field. Fails when it is not refused. */
export async function refusalOf(work: Promise<unknown>): Promise<{ status: number; fields: Record<string, string> }> {
  try {
    await work
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { status: error.status, fields: Object.fromEntries(error.problems.map((p) => [p.field, p.say('lv')])) }
  }
  throw new Error('it was not refused')
}
