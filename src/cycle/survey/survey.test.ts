import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../test/support/house.ts'
import { type Actor, visitor } from '../../people/index.ts'
import { addTwoOrganisations, recordOf, refusalOf } from '../../people/testSupport.ts'
import { localText } from '../../platform/languages/languages.ts'
import { verifyRecord } from '../../record/index.ts'
import { aPlan, secretary } from '../plan/testSupport.ts'
import { hashOfKey, newKey } from './access.ts'
import { answerDraft, forgetSurveyTraces, saveAnswerDraft } from './answerDrafts.ts'
import { closeSurvey } from './closeSurvey.ts'
import { correctSurvey } from './correctSurvey.ts'
import { changeStructure, draftPages } from './draftStructure.ts'
import { inviteToSurvey, readAddresses } from './inviteToSurvey.ts'
import { judgeTexts } from './judgeTexts.ts'
import { readyToPublish } from './publishSurvey.ts'
import { publishedSurvey, surveyById, textsOf } from './queries.ts'
import { ownAnswer, sendAnswer } from './sendAnswer.ts'
import { aSurvey, fieldsOf, surveyFields, typed } from './testSupport.ts'

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
  await addTwoOrganisations(house)
  await aPlan(house, { adopted: false })
})
afterAll(() => house.close())

const today = () => house.clock.today()
const ready = (values: Record<string, string | string[]>) => readyToPublish(house, { planId: 'lv-5', draft: fieldsOf(values) })
const problemsOf = async (values: Record<string, string | string[]>): Promise<Record<string, string>> => {
  const refusal = await refusalOf(ready(values))
  return Object.fromEntries(refusal.problems.map(({ field, say }) => [field, say('en')]))
}
const answered = async (id: number): Promise<number> => (await publishedSurvey(house.db, id, today()))?.answers ?? -1
const rows = async (sql: string): Promise<Record<string, unknown>[]> =>
  ((await house.open.execute(sql)) as { rows: Record<string, unknown>[] }).rows
/** Sends from a browser of its own. */
const send = (id: number, values: Record<string, string | string[]>, browser = newKey()) =>
  sendAnswer(house, visitor, id, { fields: typed(values), language: 'lv', by: { browser } })
const someone = (personId: string): Actor => ({ ...visitor, personId })
const whole = { q1: '2', q3: ['1', '3'], 'q4.1': '2', 'q4.2': '1', 'q4.3': '3', q5: '4', q6: '2,5', q7: 'Vairāk laika.', q8: '1' }

describe('a draft', () => {
  it('tells everything that keeps it from being published, at its field', async () => {
    const problems = await problemsOf({
      ...surveyFields,
      'title.lv': '',
      'title.en': '',
      'q1.options.en': 'Yes\nNo',
      'q3.options.lv': 'Viens',
      'q5.from': '5',
      'q6.least': 'daudz',
      'q7.limit': '9000',
      'endsOn.day': '',
      'endsOn.part': '',
      'endsOn.year': '',
    })
    expect(Object.keys(problems).sort()).toEqual(
      ['title.lv', 'q1.options.lv', 'q3.options.lv', 'q8.condition', 'q5.from', 'q6.least', 'q7.limit', 'endsOn'].sort(),
    )
    expect(problems['q1.options.lv']).toContain('3 in Latvian and 2 in English')
  })

  it('lets a condition name an answer to an earlier question alone', async () => {
    expect((await ready(surveyFields)).content.pages[0]?.questions[1]?.condition).toEqual({ question: 1, value: 1 })
    expect(await problemsOf({ ...surveyFields, order: 'p1 q2 q1 q3 p2 q4 q5 q6 q7 q8' })).toHaveProperty(['q2.condition'])
    expect(await problemsOf({ ...surveyFields, 'q2.condition': '2=Jā' })).toHaveProperty(['q2.condition'])
    expect(await problemsOf({ ...surveyFields, 'q1.options.lv': 'Jā, bieži\nNē\nNezinu' })).toHaveProperty(['q2.condition'])
  })

  it('moves, adds and takes out without losing what was typed of the rest', () => {
    const draft = fieldsOf(surveyFields)
    const order = (action: string, from = draft) => {
      const { draft: after } = changeStructure(from, action, typed({ 'p1.add': 'number' }))
      return { after, pages: draftPages(after).map(({ page, questions }) => [page, ...questions]) }
    }
    expect(order('down.q3').pages).toEqual([
      [1, 1, 2],
      [2, 3, 4, 5, 6, 7, 8],
    ])
    expect(order('up.q4').pages).toEqual([
      [1, 1, 2, 3, 4],
      [2, 5, 6, 7, 8],
    ])
    expect(order('up.q1').pages[0]).toEqual([1, 1, 2, 3])
    expect(order('remove.p2').pages).toEqual([[1, 1, 2, 3, 4, 5, 6, 7, 8]])
    const removed = order('remove.q3')
    expect(removed.pages[0]).toEqual([1, 1, 2])
    expect(removed.after).not.toHaveProperty(['q3.title.lv'])
    expect(removed.after['q4.title.lv']).toEqual(['Sakārtojiet'])
    const added = order('add.p1')
    expect(added.pages[0]).toEqual([1, 1, 2, 3, 9])
    expect(added.after['q9.kind']).toEqual(['number'])
  })
})

describe('what is published', () => {
  it('stays in its structure; words are corrected with a reason that stands in the record', async () => {
    const id = await aSurvey(house)
    const correction = { 'title.lv': 'Kā Jūs piedalāties?', 'q3.options.lv': 'Atvērtie dati\nLēmumi\nNauda' }
    const noReason = correctSurvey(house, secretary, id, { version: 2, fields: typed(correction) })
    expect((await refusalOf(noReason)).problems.map(({ field }) => field)).toContain('reason.lv')
    const fewer = { ...surveyFields, 'q3.options.lv': 'Dati\nLēmumi', 'reason.lv': 'Izvēle bija lieka.' }
    expect((await refusalOf(correctSurvey(house, secretary, id, { version: 2, fields: typed(fewer) }))).problems).toHaveLength(1)
    await correctSurvey(house, secretary, id, {
      version: 2,
      fields: typed({ ...surveyFields, ...correction, order: 'p1 q1', 'q2.condition': '', 'reason.lv': 'Precizēts jautājums.' }),
    })
    const now = await publishedSurvey(house.db, id, today())
    expect(now?.content.title.lv?.text).toBe('Kā Jūs piedalāties?')
    expect(now?.content.title.en?.state).toBe('outdated')
    expect(now?.content.pages.flatMap(({ questions }) => questions.map(({ number }) => number))).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    expect(now?.content.pages[1]?.questions[4]?.condition).toEqual({ question: 3, value: 1 })
    const last = (await recordOf(house)).at(-1)
    expect(last).toMatchObject({ act: 'correctSurvey', object: `/surveys/${id}`, content: { reason: localText('Precizēts jautājums.') } })
  })
})

describe('an answer', () => {
  it('holds what is asked, drops what is not, and stands apart from who gave it', async () => {
    const id = await aSurvey(house)
    await send(id, { ...whole, q2: 'Nejautāts', q9: '1' })
    const [stored] = await rows(`select * from survey_answer where survey_id = ${id}`)
    expect(stored?.['answers']).toEqual({ '1': [2], '3': [1, 3], '4': [2, 1, 3], '5': [4], '6': [2.5], '8': [1] })
    expect(stored?.['change_key']).toBeNull()
    const { texts } = await textsOf(house.db, id, { visibility: 'waiting', question: 7, after: '' })
    expect(texts.map(({ body, answerId }) => [body, answerId])).toEqual([['Vairāk laika.', null]])
    expect((await textsOf(house.db, id, { visibility: 'waiting', question: 2, after: '' })).texts).toEqual([])
    expect(await answered(id)).toBe(1)
  })

  it.each<[string, Record<string, string | string[]>, string]>([
    ['an option that is not offered', { ...whole, q1: '7' }, 'q1'],
    ['two answers where one is asked', { ...whole, q1: ['2', '3'] }, 'q1'],
    ['nothing where an answer is needed', { ...whole, q1: '' }, 'q1'],
    ['nothing where the condition asks for it', { ...whole, q1: '1' }, 'q2'],
    ['a place given twice', { ...whole, 'q4.3': '1' }, 'q4.1'],
    ['a step beyond the scale', { ...whole, q5: '6' }, 'q5'],
    ['a number that is none', { ...whole, q6: 'daudz' }, 'q6'],
    ['a number beyond its bounds', { ...whole, q6: '21' }, 'q6'],
    ['10,000 characters', { ...whole, q7: 'a'.repeat(10_000) }, 'q7'],
  ])('with %s is refused at its field, and nothing is stored', async (_, values, field) => {
    const id = await aSurvey(house)
    const refusal = await refusalOf(send(id, values))
    expect(refusal.status).toBe(422)
    expect(refusal.problems.map((problem) => problem.field)).toEqual([field])
    expect(await rows(`select 1 from survey_answer where survey_id = ${id}`)).toEqual([])
    expect(await rows(`select 1 from survey_participation where survey_id = ${id}`)).toEqual([])
  })

  it('is taken once from a browser, and not after the end or before the start', async () => {
    const id = await aSurvey(house)
    const browser = newKey()
    await send(id, whole, browser)
    expect((await refusalOf(send(id, whole, browser))).say?.('en')).toContain('from this browser already')
    house.setToday('2019-09-21')
    const late = await refusalOf(send(id, whole))
    house.setToday('2019-09-10')
    expect([late.status, late.say?.('en')]).toEqual([409, expect.stringContaining('The survey is closed')])
    const next = await aSurvey(house, { 'startsOn.day': '12' })
    expect((await refusalOf(send(next, whole))).say?.('en')).toContain('not begun')
    expect([await answered(id), await answered(next)]).toEqual([1, 0])
  })

  it('sent 20 times at once from one browser is one answer', async () => {
    const id = await aSurvey(house)
    const browser = newKey()
    const sent = await Promise.allSettled(Array.from({ length: 20 }, () => send(id, whole, browser)))
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await rows(`select 1 from survey_answer where survey_id = ${id}`)).toHaveLength(1)
    expect(await answered(id)).toBe(1)
  })

  it('of 30 people at once: none is lost', async () => {
    const id = await aSurvey(house)
    await Promise.all(Array.from({ length: 30 }, () => send(id, whole)))
    expect(await rows(`select 1 from survey_answer where survey_id = ${id}`)).toHaveLength(30)
    expect(await answered(id)).toBe(30)
  })
})

describe('by confirmed people', () => {
  it('everyone has one answer and changes it until the end; a text that stays the same stays judged', async () => {
    const id = await aSurvey(house, { identity: 'confirmed' })
    const give = (person: string, values: Record<string, string | string[]>) =>
      sendAnswer(house, someone(person), id, { fields: typed(values), language: 'lv', by: { person } })
    await give('anna', { ...whole, q1: '1', q2: 'Rīgā' })
    await give('jānis', whole)
    const waiting = (await textsOf(house.db, id, { visibility: 'waiting', question: 2, after: '' })).texts
    await judgeTexts(house, secretary, id, [waiting[0]?.id ?? ''], { show: true })
    await give('anna', { ...whole, q1: '1', q2: 'Rīgā', q7: 'Mazāk papīru.' })
    expect(await answered(id)).toBe(2)
    expect(await ownAnswer(house, id, 'anna')).toMatchObject({ q2: ['Rīgā'], q7: ['Mazāk papīru.'], 'q4.2': ['1'], q3: ['1', '3'] })
    expect(await ownAnswer(house, id, 'līga')).toBeNull()
    expect((await textsOf(house.db, id, { visibility: 'published', question: 2, after: '' })).texts).toHaveLength(1)
    const bodies = (await textsOf(house.db, id, { visibility: 'waiting', question: 7, after: '' })).texts.map(({ body }) => body).sort()
    expect(bodies).toEqual(['Mazāk papīru.', 'Vairāk laika.'])

    house.setToday('2019-09-21')
    await forgetSurveyTraces(house.db, house.clock.now(), house)
    house.setToday('2019-09-10')
    expect(await ownAnswer(house, id, 'anna')).toBeNull()
    expect(await rows(`select 1 from survey_participation where survey_id = ${id}`)).toEqual([])
    expect(await rows(`select 1 from survey_text where survey_id = ${id} and answer_id is not null`)).toEqual([])
    expect(await rows(`select 1 from survey_answer where survey_id = ${id}`)).toHaveLength(2)
  })
})

describe('by invitation', () => {
  const linkIn = (body: string): string => /link=([\w-]{32})/.exec(body)?.[1] ?? ''
  const byLink = (id: number, link: string) => sendAnswer(house, visitor, id, { fields: typed(whole), language: 'lv', by: { link } })

  it('each address gets one link, each link takes one answer, whoever is faster', async () => {
    const id = await aSurvey(house, { identity: 'invited' })
    const before = house.letters.length
    const addresses = readAddresses(typed({ addresses: 'a@example.org, B@example.org\nb@example.org' }))
    expect(await inviteToSurvey(house, secretary, id, { addresses, language: 'lv' })).toBe(2)
    expect(await inviteToSurvey(house, secretary, id, { addresses, language: 'lv' })).toBe(0)
    const letters = house.letters.slice(before)
    expect(letters.map(({ to }) => to)).toEqual(['a@example.org', 'b@example.org'])
    const [first = '', second = ''] = letters.map(({ body }) => linkIn(body))
    const sent = await Promise.allSettled(Array.from({ length: 10 }, () => byLink(id, first)))
    expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = await refusalOf(byLink(id, first))
    expect([refused.status, refused.say?.('en')]).toEqual([410, expect.stringContaining('already')])
    expect((await refusalOf(byLink(id, newKey()))).status).toBe(404)
    await byLink(id, second)
    expect(await answered(id)).toBe(2)
    const stored = JSON.stringify(await rows(`select * from survey_link where survey_id = ${id}`))
    expect(stored).not.toContain('example.org')
    expect(stored).not.toContain(first)
    expect((await recordOf(house)).at(-1)?.content).not.toHaveProperty('addresses')
  })

  it('a link that was refused with mistakes or at the end is not used up', async () => {
    const id = await aSurvey(house, { identity: 'invited' })
    await inviteToSurvey(house, secretary, id, { addresses: ['c@example.org'], language: 'en' })
    const link = linkIn(house.letters.at(-1)?.body ?? '')
    await refusalOf(sendAnswer(house, visitor, id, { fields: typed({ q1: '9' }), language: 'lv', by: { link } }))
    await byLink(id, link)
    expect(await answered(id)).toBe(1)
  })

  it('tells which words are no addresses', async () => {
    expect(() => readAddresses(typed({ addresses: 'a@example.org\nnav adreses' }))).toThrow()
  })
})

describe('the end', () => {
  it('closing early needs a reason, is told, and stops answers that are on their way', async () => {
    const id = await aSurvey(house)
    await send(id, whole)
    const version = (await surveyById(house.db, id, today()))?.version ?? 0
    const closing = closeSurvey(house, secretary, id, { version, reason: localText('Atbilžu pietiek, sākam tās apkopot.') })
    const sent = await Promise.allSettled([closing, ...Array.from({ length: 5 }, () => send(id, whole))])
    const taken = sent.slice(1).filter(({ status }) => status === 'fulfilled').length
    expect(sent[0]?.status).toBe('fulfilled')
    expect(await rows(`select 1 from survey_answer where survey_id = ${id}`)).toHaveLength(1 + taken)
    expect((await refusalOf(send(id, whole))).say?.('lv')).toContain('Aptauja ir slēgta')
    const again = closeSurvey(house, secretary, id, { version: version + 1, reason: localText('Vēlreiz to pašu.') })
    expect((await refusalOf(again)).status).toBe(422)
  })

  it('what was begun and not sent is forgotten after its time', async () => {
    const id = await aSurvey(house)
    const draft = hashOfKey('draft', id, newKey())
    await saveAnswerDraft(house, id, draft, fieldsOf({ q1: '1' }))
    expect((await answerDraft(house.db, draft))?.get('q1')).toBe('1')
    const tooMuch = saveAnswerDraft(house, id, draft, fieldsOf({ q7: 'a'.repeat(500_000) }))
    expect((await refusalOf(tooMuch)).status).toBe(413)
    await forgetSurveyTraces(house.db, new Date(Date.now() + 29 * 24 * 3_600_000), house)
    expect(await answerDraft(house.db, draft)).not.toBeNull()
    await forgetSurveyTraces(house.db, new Date(Date.now() + 31 * 24 * 3_600_000), house)
    expect(await answerDraft(house.db, draft)).toBeNull()
  })
})

it('texts are shown and hidden with an entry of the record that does not hold them', async () => {
  const id = await aSurvey(house)
  await send(id, whole)
  const [text] = (await textsOf(house.db, id, { visibility: 'waiting', question: 7, after: '' })).texts
  const ids = [text?.id ?? '']
  expect((await refusalOf(judgeTexts(house, visitor, id, ids, { show: true }))).status).toBe(401)
  await judgeTexts(house, secretary, id, ids, { show: false, reason: 'offensive' })
  await judgeTexts(house, secretary, id, ids, { show: true })
  const entries = (await recordOf(house)).slice(-2)
  expect(entries.map(({ act }) => act)).toEqual(['hideSurveyTexts', 'showSurveyTexts'])
  expect(JSON.stringify(entries)).not.toContain('Vairāk laika')
  const problems: unknown[] = []
  await verifyRecord(house.db, (problem) => problems.push(problem))
  expect(problems).toEqual([])
})
