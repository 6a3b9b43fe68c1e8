import { asc, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { type Actor, organisation, organisationName, type Sector, visitor } from '../../people/index.ts'
import { day, partialDate } from '../../platform/dates/partialDate.ts'
import { localText } from '../../platform/languages/languages.ts'
import { latestEntries, type RecordEntry, type RecordProblem, verifyRecord } from '../../record/index.ts'
import { commitment, commitmentByNumber, milestone, reportingPeriod } from '../plan/index.ts'
import { commitmentParty, plan } from '../plan/tables.ts'
import { refusalOf } from '../plan/testSupport.ts'
import type { AssessmentKey } from './assessmentSubject.ts'
import { publishAssessment } from './publishAssessment.ts'
import { assessmentsOf, standingOf } from './queries.ts'
import { saveAssessmentDraft } from './saveAssessmentDraft.ts'
import { type AssessmentDraft, assessment, assessmentVersion } from './tables.ts'

const officer = (organisationId: string): Actor => ({ personId: 'o', name: 'O', roles: [{ role: 'officer', organisationId }] })
const representative = (organisationId: string): Actor => ({
  personId: 'r',
  name: 'R',
  roles: [{ role: 'representative', organisationId }],
})

const taking: readonly [id: string, sector: Sector, part: 'lead' | 'supporting' | 'partner'][] = [
  ['vk', 'government', 'lead'],
  ['km', 'government', 'supporting'],
  ['providus', 'civil-society', 'partner'],
  ['lpa', 'civil-society', 'partner'],
  ['ltrk', 'business', 'supporting'],
  ['llpa', 'municipality', 'partner'],
]

/** Published rows stay for ever: each test has a commitment of its own. */
let here: { id: number; number: number } = { id: 0, number: 0 }
let self: AssessmentKey = { planId: 'lv-9', number: 1, organisationId: 'vk', period: 1 }
let partner: AssessmentKey = { ...self, organisationId: 'providus' }

const selfDraft: AssessmentDraft = {
  language: 'lv',
  state: 'substantial',
  verdict: '',
  text: 'Gandrīz viss ir izdarīts.',
  lessons: '',
  signers: [],
  milestones: {},
}
const partnerDraft: AssessmentDraft = {
  language: 'lv',
  state: '',
  verdict: 'disagree',
  text: 'Prakse nav mainījusies.',
  lessons: 'Jāmēra prakse.',
  signers: ['lpa'],
  milestones: { 1: { verdict: 'agree', reason: '' }, 2: { verdict: 'disagree', reason: 'Mācību nebija.' } },
}

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await house.db.insert(plan).values({
    id: 'lv-9',
    ordinal: 9,
    title: localText('Plāns'),
    shortTitle: localText('Plāns'),
    periodStart: partialDate('2018'),
    periodEnd: partialDate('2019'),
    approvedOn: day('2018-01-01'),
    certainty: 'seen',
    recordSeq: 0,
  })
  for (const [id, sector] of taking) {
    await house.db.insert(organisation).values({ id, sector, recordSeq: 0 })
    await house.db.insert(organisationName).values({ organisationId: id, name: localText(id.toUpperCase()) })
  }
  for (const [position, starts, ends] of [
    [1, '2018-01-01', '2018-12-31'],
    [2, '2019-01-01', '2019-12-31'],
    [3, '2020-01-01', '2020-12-31'],
  ] as const)
    await house.db
      .insert(reportingPeriod)
      .values({ planId: 'lv-9', position, startsOn: day(starts), referenceDay: day(ends), recordSeq: 0 })
})
afterAll(() => house.close())
beforeEach(async () => {
  const number = here.number + 1
  here = { number, id: await aCommitment(number) }
  self = { ...self, number }
  partner = { ...partner, number }
})

async function aCommitment(number: number): Promise<number> {
  const [row] = await house.db
    .insert(commitment)
    .values({ planId: 'lv-9', number, title: localText('Apņemšanās'), certainty: 'seen', recordSeq: 0 })
    .returning({ id: commitment.id })
  const id = row?.id ?? 0
  for (const [index, [organisationId, , part]] of taking.entries())
    await house.db.insert(commitmentParty).values({ commitmentId: id, organisationId, part, position: index, certainty: 'seen' })
  for (const milestoneNumber of [1, 2])
    await house.db
      .insert(milestone)
      .values({ commitmentId: id, number: milestoneNumber, title: localText('Punkts'), certainty: 'seen', recordSeq: 0 })
  return id
}

const save = (actor: Actor, key: AssessmentKey, draft: AssessmentDraft, version = 0) =>
  saveAssessmentDraft(house, actor, key, { version, draft })
const publish = (actor: Actor, key: AssessmentKey, version: number) => publishAssessment(house, actor, key, { version })
const drafts = () => house.db.select().from(assessment).where(eq(assessment.commitmentId, here.id))
const versions = async () => {
  const ids = (await drafts()).map(({ id }) => id)
  return house.db.select().from(assessmentVersion).where(inArray(assessmentVersion.assessmentId, ids)).orderBy(asc(assessmentVersion.id))
}
const lastEntry = async (): Promise<RecordEntry | undefined> =>
  (await latestEntries(house.db, { before: null, object: null, limit: 1 }))[0]?.entry

describe('an assessment is written', () => {
  it('by the officers of a leading institution, of its own work as a whole', async () => {
    await save(officer('vk'), self, selfDraft)
    expect(await publish(officer('vk'), self, 1)).toBe(1)
    const [version] = await versions()
    expect(version).toMatchObject({ number: 1, state: 'substantial', verdict: null, milestones: [], publishedOn: '2019-09-10' })
  })

  it('by the representatives of a partner, with verdicts, reasons and signers', async () => {
    await save(representative('providus'), partner, partnerDraft)
    await publish(representative('providus'), partner, 1)
    const [version] = await versions()
    expect(version).toMatchObject({ state: null, verdict: 'disagree', lessons: 'Jāmēra prakse.', signers: ['lpa'] })
    expect(version?.milestones.map(({ verdict, reason }) => [verdict, reason])).toEqual([
      ['agree', ''],
      ['disagree', 'Mācību nebija.'],
    ])
  })

  it('by an organisation that supports the commitment and is no institution, as a partner', async () => {
    const key = { ...partner, organisationId: 'ltrk' }
    await save(representative('ltrk'), key, { ...partnerDraft, signers: ['providus'] })
    await publish(representative('ltrk'), key, 1)
    expect(await versions()).toHaveLength(1)
  })

  it('by nobody else: others are refused and nothing is stored', async () => {
    for (const [actor, key, status] of [
      [visitor, partner, 401],
      [representative('lpa'), partner, 403],
      [officer('vk'), partner, 403],
      [officer('km'), self, 403],
      [representative('providus'), self, 403],
      [{ ...officer('vk'), roles: [{ role: 'secretariat', organisationId: null }] }, self, 403],
      [officer('km'), { ...self, organisationId: 'km' }, 404],
      [officer('llpa'), { ...self, organisationId: 'llpa' }, 404],
      [officer('vk'), { ...self, organisationId: 'stranger' }, 404],
      [officer('vk'), { ...self, number: 99 }, 404],
      [officer('vk'), { ...self, planId: 'lv-8' }, 404],
      [officer('vk'), { ...self, period: 9 }, 404],
    ] as const) {
      expect([key, (await refusalOf(() => save(actor, key, selfDraft))).status]).toEqual([key, status])
      expect([key, (await refusalOf(() => publish(actor, key, 0))).status]).toEqual([key, status])
    }
    expect(await drafts()).toEqual([])
  })

  it('not before its reporting period has begun', async () => {
    expect((await refusalOf(() => save(officer('vk'), { ...self, period: 3 }, selfDraft))).status).toBe(404)
  })
})

describe('a draft', () => {
  it('keeps what was typed word for word, also when it could not be published', async () => {
    const half = { ...partnerDraft, verdict: '', text: '  <b>pus', milestones: { 1: { verdict: 'disagree', reason: '' } } }
    await save(representative('providus'), partner, half)
    expect((await drafts())[0]?.draft).toEqual(half)
    expect(await versions()).toEqual([])
  })

  it('that another saved meanwhile is not written over: the second hears of it', async () => {
    await save(representative('providus'), partner, partnerDraft)
    expect((await refusalOf(() => save(representative('providus'), partner, { ...partnerDraft, text: 'Otrs' }, 0))).status).toBe(409)
    expect((await drafts())[0]?.draft?.text).toBe('Prakse nav mainījusies.')
    await save(representative('providus'), partner, { ...partnerDraft, text: 'Otrs' }, 1)
    expect((await drafts())[0]?.draft?.text).toBe('Otrs')
  })

  it('of two who save the first words at once stays one, and one of them hears of it', async () => {
    const both = await Promise.allSettled([save(officer('vk'), self, selfDraft), save(officer('vk'), self, { ...selfDraft, text: 'Cits' })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await drafts()).toHaveLength(1)
  })

  it('is published as it was previewed, or not at all', async () => {
    await save(officer('vk'), self, selfDraft)
    await save(officer('vk'), self, { ...selfDraft, text: 'Pēc priekšskatījuma.' }, 1)
    expect((await refusalOf(() => publish(officer('vk'), self, 1))).status).toBe(409)
    expect(await versions()).toEqual([])
  })

  it('is published once when two publish it at once', async () => {
    await save(officer('vk'), self, selfDraft)
    const both = await Promise.allSettled([publish(officer('vk'), self, 1), publish(officer('vk'), self, 1)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await versions()).toHaveLength(1)
  })
})

describe('what is wrong or missing is told at its field', () => {
  const wrongFor = async (actor: Actor, key: AssessmentKey, draft: AssessmentDraft) => {
    await save(actor, key, draft)
    return refusalOf(() => publish(actor, key, 1))
  }

  it('in an institution’s: the state and its own words', async () => {
    const refusal = await wrongFor(officer('vk'), self, { ...selfDraft, state: '', text: ' \n ' })
    expect(refusal).toEqual({
      status: 422,
      fields: {
        state: 'Izvēlieties, kāds bija apņemšanās stāvoklis.',
        text: 'Pamatojiet vērtējumu saviem vārdiem, vismaz vienā teikumā.',
      },
    })
  })

  it('in a partner’s: the verdict, and a reason for each milestone on which it disagrees', async () => {
    const refusal = await wrongFor(representative('providus'), partner, {
      ...partnerDraft,
      verdict: '',
      milestones: { 1: { verdict: 'disagree', reason: ' ' }, 2: { verdict: '', reason: 'Bez vērtējuma' } },
    })
    expect(Object.keys(refusal.fields)).toEqual(['verdict', 'milestone.1.reason', 'milestone.2.verdict'])
  })

  it('unknown words, too long texts, and signers who take no part', async () => {
    const refusal = await wrongFor(representative('providus'), partner, {
      ...partnerDraft,
      verdict: 'maybe',
      text: 'a'.repeat(5001),
      signers: ['vk', 'providus'],
      milestones: { 1: { verdict: 'complete', reason: 'b'.repeat(2001) } },
    })
    expect(Object.keys(refusal.fields).sort()).toEqual(['milestone.1.reason', 'milestone.1.verdict', 'signers', 'text', 'verdict'])
    expect(await versions()).toEqual([])
  })
})

describe('a correction', () => {
  it('is the next version; the earlier one stays as it was', async () => {
    await save(officer('vk'), self, selfDraft)
    await publish(officer('vk'), self, 1)
    house.setToday('2019-09-12')
    await save(officer('vk'), self, { ...selfDraft, state: 'limited' }, 2)
    expect(await publish(officer('vk'), self, 3)).toBe(2)
    house.setToday('2019-09-10')
    expect((await versions()).map(({ number, state, publishedOn }) => [number, state, publishedOn])).toEqual([
      [1, 'substantial', '2019-09-10'],
      [2, 'limited', '2019-09-12'],
    ])
    expect((await assessmentsOf(house.db, [here.id], day('2019-09-10'))).map(({ number }) => number)).toEqual([1])
  })

  it('that changes nothing is refused', async () => {
    await save(representative('providus'), partner, partnerDraft)
    await publish(representative('providus'), partner, 1)
    await save(representative('providus'), partner, partnerDraft, 2)
    expect((await refusalOf(() => publish(representative('providus'), partner, 3))).status).toBe(422)
    expect(await versions()).toHaveLength(1)
  })
})

describe('the record', () => {
  it('tells of each publication in the same transaction, and of no person', async () => {
    await save(representative('providus'), partner, partnerDraft)
    await publish(representative('providus'), partner, 1)
    const [version] = await versions()
    const first = await lastEntry()
    expect(first).toMatchObject({
      seq: version?.recordSeq,
      actor: { role: 'representative', for: 'providus' },
      act: 'publishAssessment',
      object: `/plans/lv-9/commitments/${here.number}`,
    })
    expect(first?.content).toMatchObject({
      demonstration: true,
      period: 1,
      version: 1,
      voice: 'partner',
      verdict: 'disagree',
      signers: ['lpa'],
      milestones: [
        { milestone: 1, verdict: 'agree', reason: '' },
        { milestone: 2, verdict: 'disagree', reason: 'Mācību nebija.' },
      ],
    })
    await save(representative('providus'), partner, { ...partnerDraft, verdict: 'agree' }, 2)
    await publish(representative('providus'), partner, 3)
    expect(await lastEntry()).toMatchObject({ act: 'correctAssessment', content: { version: 2, verdict: 'agree' } })
    const problems: RecordProblem[] = []
    await verifyRecord(house.db, (problem) => void problems.push(problem))
    // The test's own plan is in no entry; the assessments are, and the chain is whole.
    expect(problems.filter((problem) => problem.kind !== 'row-without-entry' || problem.table.startsWith('assessment'))).toEqual([])
  })
})

describe('the state of the commitment', () => {
  it('is substantial only when the lead says so', async () => {
    const found = await commitmentByNumber(house.db, 'lv-9', here.number, day('2019-09-10'))
    const state = async () => found && (await standingOf(house.db, [{ ...found, milestones: [] }], day('2019-09-10'))).get(here.id)?.state
    expect(await state()).toBe('awaiting')
    await save(officer('vk'), self, selfDraft)
    await publish(officer('vk'), self, 1)
    expect(await state()).toBe('substantial')
  })
})
