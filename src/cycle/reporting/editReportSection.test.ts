import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { type Actor, visitor } from '../../people/index.ts'
import { partialDate } from '../../platform/dates/partialDate.ts'
import { localText } from '../../platform/languages/languages.ts'
import type { Refusal, RefusalStatus } from '../../platform/refusal.ts'
import { plan } from '../plan/index.ts'
import { editReportSection, type SectionInput } from './editReportSection.ts'
import { reportSectionsOf } from './queries.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  for (const table of ['report_section', 'plan']) await house.open.execute(`delete from ${table}`)
  await house.db.insert(plan).values({
    id: 'lv-5',
    ordinal: 5,
    title: localText('Piektais plāns'),
    shortTitle: localText('Piektais plāns'),
    periodStart: partialDate('2019'),
    periodEnd: partialDate('2021'),
    certainty: 'seen',
    recordSeq: 0,
  })
})

const secretary: Actor = { personId: 's', name: 'S', roles: [{ role: 'secretariat', organisationId: null }] }
const lessons = (version: number, texts: { lv?: string; en?: string }, checked = false): SectionInput => ({
  kind: 'lessons',
  version,
  body: { texts, checked },
})
const write = (input: SectionInput, actor = secretary, planId = 'lv-5') => editReportSection(house, actor, planId, input)
const statusOf = (work: Promise<void>): Promise<RefusalStatus | 'done'> =>
  work.then(
    () => 'done' as const,
    (error: Refusal) => error.status,
  )
const stored = async () => (await reportSectionsOf(house.db, 'lv-5')).get('lessons')
const entries = async (): Promise<number> =>
  (await house.open.execute("select 1 from record_entry where act = 'editReportSection' and object = '/plans/lv-5/report/lessons'")).rows
    .length

describe('a written part of the report', () => {
  it('may be written in one language; its translation is out of date once the original changes', async () => {
    await write(lessons(0, { lv: 'Plānot laikus.' }))
    expect(await stored()).toMatchObject({ version: 1, body: localText('Plānot laikus.') })
    await write(lessons(1, { lv: 'Plānot laikus.', en: 'Plan in time.' }))
    await write(lessons(2, { lv: 'Plānot agrāk.', en: 'Plan in time.' }))
    expect((await stored())?.body).toEqual({
      lv: { text: 'Plānot agrāk.', state: 'original' },
      en: { text: 'Plan in time.', state: 'outdated' },
    })
  })

  it('leaves an entry in the public record in the same transaction, and none where nothing was changed', async () => {
    const before = await entries()
    await write(lessons(0, { lv: 'Viens.' }))
    await write(lessons(1, { lv: 'Viens.' }))
    expect([(await entries()) - before, (await stored())?.version]).toEqual([1, 1])
  })

  it('is not overwritten by someone who has not seen its last version', async () => {
    await write(lessons(0, { lv: 'Viens.' }))
    expect(await statusOf(write(lessons(0, { lv: 'Divi.' })))).toBe(409)
    expect((await stored())?.body.lv?.text).toBe('Viens.')
    expect(await statusOf(write(lessons(1, { lv: 'Divi.' })))).toBe('done')
  })

  it('can be emptied again', async () => {
    await write(lessons(0, { lv: 'Viens.' }))
    await write(lessons(1, {}))
    expect((await stored())?.body).toEqual({})
  })

  it('is the secretariat’s to write, in a plan that exists', async () => {
    const officer: Actor = { personId: 'o', name: 'O', roles: [{ role: 'officer', organisationId: 'vk' }] }
    expect(await statusOf(write(lessons(0, { lv: 'Viens.' }), officer))).toBe(403)
    expect(await statusOf(write(lessons(0, { lv: 'Viens.' }), visitor))).toBe(401)
    expect(await statusOf(write(lessons(0, { lv: 'Viens.' }), secretary, 'lv-99'))).toBe(404)
    expect(await stored()).toBeUndefined()
  })
})
