import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { visitor } from '../../people/index.ts'
import { commitment, milestone } from '../plan/index.ts'
import { addEvidence } from './addEvidence.ts'
import { publishUpdate } from './publishUpdate.ts'
import { updatesOn } from './queries.ts'
import { removeEvidence } from './removeEvidence.ts'
import { saveUpdateDraft } from './saveUpdateDraft.ts'
import { type UpdateDraft, update, updateVersion } from './tables.ts'
import { aDraft, aReportableCommitment, aReportablePlan, aKey as keyOf, officerOf, refusalOf } from './testSupport.ts'
import { storedUpdate, type UpdateKey, updateSubject } from './updateSubject.ts'

let house: TestHouse
const officer = officerOf('vk', 'fm')
/** The record's entries that were there before the test. */
let before = 0
beforeAll(async () => {
  house = await openTestHouse()
  await aReportablePlan(house)
})
afterAll(() => house.close())
/** Versions are never deleted: each test has a commitment of its own. */
let number = 0
beforeEach(async () => {
  number += 1
  await aReportableCommitment(house, number)
  before += (await record()).length
  house.setToday('2019-09-10')
})

const aKey = (other: Partial<UpdateKey> = {}): UpdateKey => keyOf({ number, ...other })
/** The updates on the commitment of this test. */
const updatesHere = async () =>
  (
    await house.db
      .select({ update })
      .from(update)
      .innerJoin(milestone, eq(milestone.id, update.milestoneId))
      .innerJoin(commitment, eq(commitment.id, milestone.commitmentId))
      .where(eq(commitment.number, number))
  ).map((row) => row.update)
const stored = async (key: UpdateKey = aKey()) => storedUpdate(house.db, await updateSubject(house.db, key, house.clock.today()))
const versionNow = async (key: UpdateKey = aKey()) => (await stored(key)).update?.draftVersion ?? 0
const link = (title = 'Datu kopu saraksts', url = 'https://example.org/saraksts') => ({ title, dated: null, url })

async function save(draft: Partial<UpdateDraft> = {}, key: UpdateKey = aKey()): Promise<void> {
  await saveUpdateDraft(house, officer, key, { version: await versionNow(key), draft: aDraft(draft) })
}

async function publish(key: UpdateKey = aKey()): Promise<number> {
  const { update: row, evidence: items } = await stored(key)
  return publishUpdate(house, officer, key, { version: row?.draftVersion ?? 0, evidenceIds: items.map((item) => item.id) })
}

/** Writes, proves and publishes in one go. */
async function report(draft: Partial<UpdateDraft> = {}, key: UpdateKey = aKey()): Promise<number> {
  await save(draft, key)
  await addEvidence(house, officer, key, link())
  return publish(key)
}

const record = async () =>
  (
    (await house.open.execute('select entry from record_entry where seq > $1 order by seq', [before])) as { rows: { entry: string }[] }
  ).rows.map(({ entry }) => JSON.parse(entry))

describe('a draft', () => {
  it('keeps what was typed word for word, right or wrong, and is no public act', async () => {
    await save({
      state: '',
      percentage: 'daudz',
      'actualEnd.day': '31',
      'actualEnd.part': '11',
      'actualEnd.year': '2018',
      text: '<script>',
    })
    expect((await stored()).update?.draft).toMatchObject({ percentage: 'daudz', 'actualEnd.day': '31', text: '<script>' })
    expect(await record()).toEqual([])
  })

  it('is shared: the second of two officers is told, and nothing is overwritten', async () => {
    await save({ text: 'Pirmās teksts' })
    const late = saveUpdateDraft(house, officer, aKey(), { version: 0, draft: aDraft({ text: 'Otrā teksts' }) })
    expect(await refusalOf(late)).toMatchObject({ status: 409 })
    expect((await stored()).update?.draft?.text).toBe('Pirmās teksts')
    await save({ text: 'Otrā teksts' })
    expect((await stored()).update?.draft?.text).toBe('Otrā teksts')
  })

  it('is made once when two officers begin at the same moment', async () => {
    const both = await Promise.allSettled(
      ['A', 'B'].map((text) => saveUpdateDraft(house, officer, aKey(), { version: 0, draft: aDraft({ text }) })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await updatesHere()).toHaveLength(1)
  })

  it('is marked as made up in a demonstration, and not in a real instance', async () => {
    await save()
    await saveUpdateDraft({ ...house, demonstration: null }, officer, aKey({ milestone: 2 }), { version: 0, draft: aDraft() })
    expect((await updatesHere()).map((row) => row.demonstration).sort()).toEqual([false, true])
  })
})

describe('who may report', () => {
  it('an officer of a leading or supporting institution', async () => {
    for (const organisationId of ['vk', 'fm']) expect(await report({}, aKey({ organisationId }))).toBe(1)
  })

  it('nobody else', async () => {
    const save = (actor = officer, key = aKey()) => saveUpdateDraft(house, actor, key, { version: 0, draft: aDraft() })
    expect(await refusalOf(save(visitor))).toMatchObject({ status: 401 })
    expect(await refusalOf(save(officerOf('fm')))).toMatchObject({ status: 403 })
    expect(await refusalOf(addEvidence(house, officerOf('fm'), aKey(), link()))).toMatchObject({ status: 403 })
    expect(await updatesHere()).toEqual([])
  })

  it('on nothing that is not there: another plan, milestone, institution, a partner, a period that has not begun', async () => {
    const everyone = officerOf('vk', 'fm', 'providus', 'tm')
    for (const other of [
      { planId: 'lv-9' },
      { number: 999 },
      { milestone: 7 },
      { organisationId: 'tm' },
      { organisationId: 'providus' },
      { period: 3 },
      { period: 9 },
    ])
      expect(await refusalOf(saveUpdateDraft(house, everyone, aKey(other), { version: 0, draft: aDraft() }))).toMatchObject({ status: 404 })
  })
})

describe('what can be published', () => {
  const refused = async (draft: Partial<UpdateDraft>, key: UpdateKey = aKey()) => {
    await save(draft, key)
    return refusalOf(publish(key))
  }
  const end = (year: string, part = '', day = '') => ({ 'actualEnd.year': year, 'actualEnd.part': part, 'actualEnd.day': day })
  const start = (year: string, part = '', day = '') => ({ 'actualStart.year': year, 'actualStart.part': part, 'actualStart.day': day })

  it('substantial and complete need evidence', async () => {
    for (const state of ['substantial', 'complete'])
      expect(await refused({ state, ...end('2018') })).toMatchObject({
        status: 422,
        fields: { evidence: expect.stringContaining('pierādījumu') },
      })
  })

  it('a removed piece of evidence is none', async () => {
    await save()
    await addEvidence(house, officer, aKey(), link())
    const [item] = (await stored()).evidence
    await removeEvidence(house, officer, aKey(), item?.id ?? 0)
    expect(await refusalOf(publish())).toMatchObject({ fields: { evidence: expect.anything() } })
  })

  it('complete needs its end; an end is not before the start and nothing lies in the future', async () => {
    await save()
    await addEvidence(house, officer, aKey(), link())
    expect(await refused({ state: 'complete' })).toMatchObject({ fields: { actualEnd: expect.stringContaining('pabeigts') } })
    expect(await refused({ ...start('2019'), ...end('2018', '12', '31') })).toMatchObject({ fields: { actualEnd: expect.anything() } })
    expect(await refused(end('2019', '09', '11'))).toMatchObject({ fields: { actualEnd: expect.stringContaining('nākotnē') } })
    expect(await refused(end('2018', '11', '31'))).toMatchObject({ fields: { actualEnd: expect.stringContaining('datuma nav') } })
    await save({ state: 'complete', ...start('2018'), ...end('2018') })
    expect(await publish()).toBe(1)
  })

  it('withdrawn needs a reason, and so does what is late', async () => {
    expect(await refused({ state: 'withdrawn', delayReason: 'nav' })).toMatchObject({ fields: { delayReason: expect.anything() } })
    for (const state of ['not-started', 'limited'])
      expect(await refused({ state })).toMatchObject({ fields: { delayReason: expect.stringContaining('termiņš') } })
    await save({ state: 'limited' }, aKey({ milestone: 2 }))
    expect(await publish(aKey({ milestone: 2 }))).toBe(1)
  })

  it('a state and a text are needed, a percentage is 0–100 or empty, and all mistakes are told at once', async () => {
    const { fields } = await refused({ state: '', text: ' ', percentage: '101', delayReason: 'x'.repeat(2001) })
    expect(Object.keys(fields).sort()).toEqual(['delayReason', 'percentage', 'state', 'text'])
    for (const percentage of ['-1', '1,5', '1e2', 'x'])
      expect(await refused({ percentage })).toMatchObject({ fields: { percentage: expect.anything() } })
    expect(await refused({ state: 'vanished' })).toMatchObject({ fields: { state: expect.anything() } })
  })

  it('the database holds the rules too', async () => {
    await save()
    const [row] = await updatesHere()
    const insert = (values: Partial<typeof updateVersion.$inferInsert>) =>
      house.db.insert(updateVersion).values({
        updateId: row?.id ?? 0,
        number: 1,
        state: 'limited',
        text: 'Teksts',
        language: 'lv',
        publishedOn: house.clock.today(),
        recordSeq: 1,
        ...values,
      })
    await expect(insert({ state: 'complete' })).rejects.toThrow()
    await expect(insert({ state: 'withdrawn', delayReason: 'īss' })).rejects.toThrow()
    await expect(insert({ percentage: 101 })).rejects.toThrow()
  })
})

describe('publishing', () => {
  it('makes the first version, and a correction the next one: the earlier stays as it was', async () => {
    expect(await report({ text: 'Pirmā redakcija' })).toBe(1)
    await save({ text: 'Labotā redakcija' })
    expect(await publish()).toBe(2)
    const { versions } = await stored()
    expect(versions.map(({ number, text }) => [number, text])).toEqual([
      [2, 'Labotā redakcija'],
      [1, 'Pirmā redakcija'],
    ])
  })

  it('is written into the record in the same transaction, with nothing personal', async () => {
    await report()
    await save({ percentage: '80 %' })
    await publish()
    const entries = await record()
    expect(entries.map(({ act, object, actor }) => [act, object, actor])).toEqual([
      ['publishUpdate', `/plans/lv-3/commitments/${number}/milestones/1`, { role: 'officer', for: 'vk' }],
      ['correctUpdate', `/plans/lv-3/commitments/${number}/milestones/1`, { role: 'officer', for: 'vk' }],
    ])
    expect(entries[1].content).toMatchObject({
      demonstration: true,
      period: 2,
      version: 2,
      state: 'substantial',
      percentage: 80,
      evidence: [{ title: 'Datu kopu saraksts', url: 'https://example.org/saraksts' }],
    })
    expect(JSON.stringify(entries)).not.toMatch(/Atbildīgā|officer-of/)
    expect((await stored()).versions.map((version) => version.recordSeq)).toEqual([before + 2, before + 1])
  })

  it('leaves evidence with the versions that named it when it is taken out later', async () => {
    await report()
    const [item] = (await stored()).evidence
    await save()
    await removeEvidence(house, officer, aKey(), item?.id ?? 0)
    await addEvidence(house, officer, aKey(), link('Cits saraksts', 'https://example.org/cits'))
    await publish()
    const subject = await updateSubject(house.db, aKey(), house.clock.today())
    const updates = await updatesOn(house.db, [subject.milestone.id], house.clock.today())
    expect(updates.map(({ number, evidence: named }) => [number, named.map(({ title }) => title)])).toEqual([
      [2, ['Cits saraksts']],
      [1, ['Datu kopu saraksts']],
    ])
  })

  it('publishes what was previewed and nothing else', async () => {
    await save()
    await addEvidence(house, officer, aKey(), link())
    const seen = { version: await versionNow(), evidenceIds: (await stored()).evidence.map(({ id }) => id) }
    await addEvidence(house, officer, aKey(), link('Cits', 'https://example.org/cits'))
    expect(await refusalOf(publishUpdate(house, officer, aKey(), seen))).toMatchObject({ status: 409 })
    await save({ text: 'Cits teksts' })
    const now = { version: seen.version, evidenceIds: (await stored()).evidence.map(({ id }) => id) }
    expect(await refusalOf(publishUpdate(house, officer, aKey(), now))).toMatchObject({ status: 409 })
    expect((await stored()).versions).toEqual([])
  })

  it('happens once when two officers press at the same moment', async () => {
    await save()
    await addEvidence(house, officer, aKey(), link())
    const both = await Promise.allSettled([publish(), publish()])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await stored()).versions).toHaveLength(1)
    expect(await record()).toHaveLength(1)
  })

  it('needs something to publish', async () => {
    await report()
    expect(await refusalOf(publish())).toMatchObject({ status: 409 })
  })
})

describe('a withdrawn milestone', () => {
  const withdraw = (key: UpdateKey = aKey()) => report({ state: 'withdrawn', delayReason: 'Finansējums beidzies' }, key)

  it('takes no report from another institution or for another period', async () => {
    await withdraw()
    for (const key of [aKey({ organisationId: 'fm' }), aKey({ period: 1 })]) {
      expect(await refusalOf(save({}, key))).toMatchObject({ status: 422, fields: { state: expect.stringContaining('pārtraukts') } })
      expect(await refusalOf(addEvidence(house, officer, key, link()))).toMatchObject({ status: 422 })
    }
  })

  it('refuses a draft that was begun before', async () => {
    const key = aKey({ organisationId: 'fm' })
    await save({}, key)
    await addEvidence(house, officer, key, link())
    await withdraw()
    expect(await refusalOf(publish(key))).toMatchObject({ status: 422 })
  })

  it('lets the report that withdrew it be corrected, and then takes reports again', async () => {
    await withdraw()
    await save({ state: 'limited', delayReason: 'Pārtraukts kļūdas dēļ' })
    expect(await publish()).toBe(2)
    expect(await report({}, aKey({ organisationId: 'fm' }))).toBe(1)
  })

  it('is not missed when the withdrawal comes at the same moment', async () => {
    const other = aKey({ organisationId: 'fm' })
    await save({ state: 'withdrawn', delayReason: 'Finansējums beidzies' })
    await save({}, other)
    await addEvidence(house, officer, other, link())
    await Promise.allSettled([publish(), publish(other)])
    const states = (await record()).map((entry) => entry.content.state)
    expect(states.indexOf('withdrawn')).toBe(states.length - 1)
  })
})

describe('evidence', () => {
  const file = { hash: 'a'.repeat(64), bytes: 10, mediaType: 'text/csv', name: 'dati.csv' }

  it('is added once however often it is sent', async () => {
    await save()
    for (const _ of ['first', 'again']) {
      await addEvidence(house, officer, aKey(), link())
      await addEvidence(house, officer, aKey(), { title: 'Dati', dated: null, file })
    }
    expect((await stored()).evidence.map(({ title, url, fileName }) => [title, url, fileName])).toEqual([
      ['Datu kopu saraksts', 'https://example.org/saraksts', null],
      ['Dati', null, 'dati.csv'],
    ])
  })

  it('has a limit', async () => {
    for (let n = 1; n <= 30; n += 1) await addEvidence(house, officer, aKey(), link(`Nr. ${n}`, `https://example.org/${n}`))
    expect(await refusalOf(addEvidence(house, officer, aKey(), link('Nr. 31', 'https://example.org/31')))).toMatchObject({
      status: 422,
      fields: { file: expect.stringContaining('30') },
    })
  })

  it('of another update is not removed', async () => {
    await addEvidence(house, officer, aKey(), link())
    const [item] = (await stored()).evidence
    await removeEvidence(house, officer, aKey({ milestone: 2 }), item?.id ?? 0)
    expect((await stored()).evidence).toHaveLength(1)
  })
})

describe('the state of a milestone', () => {
  it('is that of the latest reporting period, also when an older report is corrected later', async () => {
    await report({ state: 'limited', delayReason: 'Kavējas' }, aKey({ period: 1 }))
    await report({ state: 'substantial' })
    await save({ state: 'not-started', delayReason: 'Vēl nebija sākts' }, aKey({ period: 1 }))
    house.setToday('2019-10-01')
    await publish(aKey({ period: 1 }))
    const subject = await updateSubject(house.db, aKey(), house.clock.today())
    const [last] = await updatesOn(house.db, [subject.milestone.id], house.clock.today())
    expect(last?.state).toBe('substantial')
  })
})
