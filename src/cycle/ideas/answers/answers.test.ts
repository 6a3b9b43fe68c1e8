import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../../test/support/house.ts'
import { recordOf } from '../../../people/testSupport.ts'
import { day } from '../../../platform/dates/partialDate.ts'
import { Fields } from '../../../platform/http/fields.ts'
import { aPlan, refusalOf, secretary } from '../../plan/testSupport.ts'
import { typed } from '../../plan/translations.ts'
import type { call } from '../tables.ts'
import { createTheme } from '../themes/saveTheme.ts'
import { addToBatch, beginBatch, discardBatch, saveBatch } from './answerBatches.ts'
import { answerIdea } from './answerIdea.ts'
import { readAnswer, surroundingsOf } from './answerInput.ts'
import { assignAnswers } from './assignAnswers.ts'
import { coverageOf, unansweredIn } from './coverage.ts'
import { publishBatch, publishScheduledAnswers, scheduleBatch } from './publishBatch.ts'
import { answersTo, batchById } from './queries.ts'
import { stopIdeaLetters } from './stopIdeaLetters.ts'
import { tellSupporters } from './tellSupporters.tsx'
import { aCall, anIdea, ideaNow, notNow, officer, reasons, someone, supportedBy } from './testSupport.ts'

let house: TestHouse
let open: typeof call.$inferSelect
beforeAll(async () => {
  house = await openTestHouse()
  await aPlan(house, { adopted: false })
  open = await aCall(house)
})
afterAll(() => house.close())

const draftFields = (more: Record<string, string> = {}): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries({ state: 'not-now', 'reasons.lv': reasons, institution: 'vk', into: '', ...more }).map(([name, value]) => [
      name,
      [value],
    ]),
  )

/** A draft for these ideas that was previewed; gives its id and version. */
async function previewed(ideaIds: readonly number[], more: Record<string, string> = {}): Promise<{ id: number; version: number }> {
  const id = await beginBatch(house, secretary, { planId: 'lv-5', ownerId: null, ideaIds })
  await saveBatch(house, secretary, id, { version: 1, draft: draftFields(more), sentences: new Map(), removed: [], preview: true })
  return { id, version: 2 }
}

describe('the answer to one idea', () => {
  it('is public with its reasons, institution and day; the author is told, supporters a moment later', async () => {
    const author = await someone(house, 'autore')
    const one = await anIdea(house, open, 'Atvērti kalendāri', { authorId: author })
    await supportedBy(house, one.id, 'atbalstitaja')
    await supportedBy(house, one.id, 'autore')
    house.letters.length = 0
    await answerIdea(house, secretary, one.id, notNow(one.version, { state: 'partly' }))
    const [given] = await answersTo(house.db, one.id, day('2019-09-10'))
    expect(given).toMatchObject({ number: 1, state: 'partly', institutionId: 'vk', answeredOn: '2019-09-10' })
    expect(await ideaNow(house, one.id)).toMatchObject({ answerState: 'partly', answeredOn: '2019-09-10', version: one.version + 1 })
    expect(house.letters.map(({ to }) => to)).toEqual(['autore@example.org'])
    expect(house.letters[0]?.body).toContain(reasons)
    expect(house.letters[0]?.body).toContain('Valsts kanceleja')
    await tellSupporters(house)
    expect(house.letters.slice(1).map(({ to }) => to)).toEqual(['atbalstitaja@example.org'])
    await tellSupporters(house)
    expect(house.letters).toHaveLength(2)
    expect((await recordOf(house)).at(-1)).toMatchObject({ act: 'answerIdea', object: `/plans/lv-5/ideas/${one.number}` })
  })

  it('a correction is the next version with its reason; earlier ones stay', async () => {
    const one = await anIdea(house, open, 'Labojama atbilde')
    await answerIdea(house, secretary, one.id, notNow(1))
    expect((await refusalOf(() => answerIdea(house, secretary, one.id, notNow(2)))).status).toBe(422)
    await answerIdea(house, secretary, one.id, notNow(2, { state: 'outside', reason: typed('Sajaucām divas idejas.') }))
    const versions = await answersTo(house.db, one.id, day('2019-09-10'))
    expect(versions.map(({ number, state }) => [number, state])).toEqual([
      [2, 'outside'],
      [1, 'not-now'],
    ])
    expect((await recordOf(house)).at(-1)).toMatchObject({
      act: 'correctAnswer',
      content: { reason: { lv: { text: 'Sajaucām divas idejas.' } } },
    })
  })

  it('what is missing is told at its field: too few reasons, accepted into nothing, a correction without a reason', async () => {
    const theme = await createTheme(house, secretary, 'lv-5', { title: typed('Dati'), description: typed(), commitment: null })
    const surroundings = await surroundingsOf(house.db, secretary, { planId: 'lv-5', ownerId: null }, day('2019-09-10'))
    const read = (values: Record<string, string>, corrects = false) =>
      refusalOf(() => readAnswer(new Fields({ ...draftFields(values), version: ['1'] }), surroundings, { corrects }))
    expect(Object.keys((await read({ 'reasons.lv': 'Īsi.' })).fields)).toEqual(['reasons.lv'])
    expect(Object.keys((await read({ state: 'accepted' })).fields)).toEqual(['into'])
    expect(Object.keys((await read({ into: `theme-${theme}` })).fields)).toEqual(['into'])
    expect(Object.keys((await read({ state: 'accepted', into: 'theme-999' })).fields)).toEqual(['into'])
    expect(Object.keys((await read({}, true)).fields)).toEqual(['reason.lv'])
    expect(Object.keys((await read({ state: 'waiting', institution: 'nav-tadas' })).fields)).toEqual(['state', 'institution'])
    expect(
      readAnswer(new Fields({ ...draftFields({ state: 'accepted', into: `theme-${theme}` }), version: ['1'] }), surroundings, {
        corrects: false,
      }),
    ).toMatchObject({ state: 'accepted', themeId: theme, commitmentId: null })
  })

  it('is given by officers of the institution that is named, and by nobody of another', async () => {
    const one = await anIdea(house, open, 'Kam atbildēt')
    expect((await refusalOf(() => answerIdea(house, officer, one.id, notNow(1)))).status).toBe(403)
    expect((await refusalOf(() => assignAnswers(house, officer, { planId: 'lv-5', ideaIds: [one.id], institutionId: 'vk' }))).status).toBe(
      403,
    )
    await assignAnswers(house, secretary, { planId: 'lv-5', ideaIds: [one.id], institutionId: 'vk' })
    expect((await refusalOf(() => answerIdea(house, officer, one.id, notNow(1)))).status).toBe(409)
    expect((await refusalOf(() => answerIdea(house, officer, one.id, notNow(2, { institutionId: 'providus' })))).status).toBe(403)
    await answerIdea(house, officer, one.id, notNow(2))
    expect((await recordOf(house)).at(-1)).toMatchObject({ actor: { role: 'officer', for: 'vk' } })
  })

  it('two who answer at once: one does, the other is told', async () => {
    const one = await anIdea(house, open, 'Divi reizē')
    const done = await Promise.allSettled([1, 2].map(() => answerIdea(house, secretary, one.id, notNow(1))))
    expect(done.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await answersTo(house.db, one.id, day('2019-09-10'))).toHaveLength(1)
  })
})

describe('answers to several ideas', () => {
  it('go out together, each with its own sentence; one letter an author', async () => {
    const author = await someone(house, 'divu-autors')
    const ideas = [await anIdea(house, open, 'Pirmā', { authorId: author }), await anIdea(house, open, 'Otrā', { authorId: author })]
    const id = await beginBatch(house, secretary, { planId: 'lv-5', ownerId: null, ideaIds: ideas.map((one) => one.id) })
    const [first] = ideas
    await saveBatch(house, secretary, id, {
      version: 1,
      draft: draftFields(),
      sentences: new Map([[first?.id ?? 0, typed('Tieši jums: runāsim oktobrī.')]]),
      removed: [],
      preview: true,
    })
    house.letters.length = 0
    expect((await refusalOf(() => publishBatch(house, officer, id, { version: 2 }))).status).toBe(403)
    await publishBatch(house, secretary, id, { version: 2 })
    for (const one of ideas) expect((await ideaNow(house, one.id)).answerState).toBe('not-now')
    expect((await answersTo(house.db, first?.id ?? 0, day('2019-09-10')))[0]?.sentence?.lv?.text).toBe('Tieši jums: runāsim oktobrī.')
    expect(house.letters).toHaveLength(1)
    expect(house.letters[0]?.body).toContain('Tieši jums')
    expect(house.letters[0]?.body).toContain('„Otrā”')
    const entry = (await recordOf(house)).at(-1)
    expect(entry).toMatchObject({ act: 'answerIdeas', object: '/plans/lv-5/ideas' })
    expect(entry?.content.ideas).toHaveLength(2)
    expect((await refusalOf(() => publishBatch(house, secretary, id, { version: 3 }))).status).toBe(409)
  })

  it('an officer drafts for the ideas of the own institution alone', async () => {
    const [mine, other] = [await anIdea(house, open, 'Mūsu'), await anIdea(house, open, 'Citu')]
    await assignAnswers(house, secretary, { planId: 'lv-5', ideaIds: [mine.id], institutionId: 'vk' })
    expect((await refusalOf(() => beginBatch(house, officer, { planId: 'lv-5', ownerId: null, ideaIds: [mine.id] }))).status).toBe(403)
    const id = await beginBatch(house, officer, { planId: 'lv-5', ownerId: 'vk', ideaIds: [mine.id, other.id] })
    await saveBatch(house, officer, id, { version: 1, draft: draftFields(), sentences: new Map(), removed: [], preview: true })
    await publishBatch(house, officer, id, { version: 2 })
    expect((await ideaNow(house, mine.id)).answerState).toBe('not-now')
    expect((await ideaNow(house, other.id)).answerState).toBe('waiting')
  })

  it('what was added or saved after the preview has to be previewed anew; a stale form is told', async () => {
    const [one, two] = [await anIdea(house, open, 'A'), await anIdea(house, open, 'B')]
    const { id, version } = await previewed([one.id])
    await addToBatch(house, secretary, id, [two.id])
    expect((await refusalOf(() => publishBatch(house, secretary, id, { version }))).status).toBe(409)
    expect((await refusalOf(() => publishBatch(house, secretary, id, { version: version + 1 }))).status).toBe(409)
    expect((await ideaNow(house, one.id)).answerState).toBe('waiting')
    await discardBatch(house, secretary, id, { version: version + 1 })
    expect(await batchById(house.db, id)).toBeNull()
  })

  it('are published by themselves on their day; held back whole when one of the ideas has changed', async () => {
    const ideas = [await anIdea(house, open, 'Rīt'), await anIdea(house, open, 'Arī rīt'), await anIdea(house, open, 'Mainīsies')]
    const [a, b, c] = ideas.map((one) => one.id) as [number, number, number]
    const good = await previewed([a])
    const bad = await previewed([b, c])
    for (const { id, version } of [good, bad]) await scheduleBatch(house, secretary, id, { version, day: day('2019-09-12') })
    await publishScheduledAnswers(house)
    expect((await ideaNow(house, a)).answerState).toBe('waiting')
    await answerIdea(house, secretary, c, notNow(1))
    house.setToday('2019-09-13')
    await publishScheduledAnswers(house)
    expect(await ideaNow(house, a)).toMatchObject({ answerState: 'not-now', answeredOn: '2019-09-12' })
    expect((await ideaNow(house, b)).answerState).toBe('waiting')
    expect(await batchById(house.db, bad.id)).toMatchObject({ scheduledFor: null, heldBackOn: '2019-09-13', publishedOn: null })
    house.setToday('2019-09-10')
  })
})

describe('letters to supporters', () => {
  it('end for who follows the link in one of them; another’s link does nothing', async () => {
    const one = await anIdea(house, open, 'Vēstules')
    await supportedBy(house, one.id, 'apnikusi')
    house.letters.length = 0
    await answerIdea(house, secretary, one.id, notNow(1))
    await tellSupporters(house)
    const token = new URL(/https?:\S+token=\S+/.exec(house.letters.at(-1)?.body ?? '')?.[0] ?? '').searchParams.get('token') ?? ''
    expect((await refusalOf(() => stopIdeaLetters(house, token.replace('apnikusi', 'atbalstitaja')))).status).toBe(403)
    await stopIdeaLetters(house, token)
    await stopIdeaLetters(house, token)
    house.letters.length = 0
    await answerIdea(house, secretary, one.id, notNow(2, { state: 'outside', reason: typed('Pārskatījām atbildi.') }))
    await tellSupporters(house)
    expect(house.letters).toEqual([])
  })
})

describe('the coverage', () => {
  it('is told from counts, and equals what the ideas say', async () => {
    const found = await coverageOf(house.db, 'lv-5', day('2019-09-10'))
    const { rows } = (await house.open.execute(
      `select count(*)::int as ideas, count(*) filter (where answer_state <> 'waiting')::int as answered from idea`,
    )) as { rows: { ideas: number; answered: number }[] }
    expect({ ideas: found.ideas, answered: found.answered }).toEqual(rows[0])
    expect(found.overdue).toBe(0)
    expect(found.late).toEqual([])
    expect(found.medianDays).toBe(0)
    expect(await unansweredIn(house.db, 'lv-5')).toBe(found.ideas - found.answered)
  })

  it('names who is late, the institution and the secretariat, and tells the median', async () => {
    const assigned = await anIdea(house, open, 'Kavēsies')
    await assignAnswers(house, secretary, { planId: 'lv-5', ideaIds: [assigned.id], institutionId: 'vk' })
    const late = await coverageOf(house.db, 'lv-5', day('2019-10-20'))
    expect(late.late).toContainEqual({ institutionId: 'vk', ideas: 1, since: '2019-10-14' })
    expect(late.late.some(({ institutionId }) => institutionId === null)).toBe(true)
    expect(late.overdue).toBe(late.ideas - late.answered)
    const [a, b, c] = [await anIdea(house, open, 'x'), await anIdea(house, open, 'y'), await anIdea(house, open, 'z')]
    await house.db.execute(`delete from answer_days_count`)
    for (const [one, on] of [
      [a, '2019-09-12'],
      [b, '2019-09-17'],
      [c, '2019-10-30'],
    ] as const) {
      house.setToday(on)
      await answerIdea(house, secretary, one.id, notNow(1))
    }
    expect((await coverageOf(house.db, 'lv-5', day('2019-10-30'))).medianDays).toBe(7)
    house.setToday('2019-09-10')
  })
})
