import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { call } from '../cycle/ideas/index.ts'
import { createSurvey, judgeTexts, publishedSurvey, publishSurvey, tallyOf } from '../cycle/survey/index.ts'
import { type Answers, surveyText as storedText, survey, surveyAnswer, type TypedFields } from '../cycle/survey/tables.ts'
import { type Actor, visitor } from '../people/index.ts'
import { day, partialDate } from '../platform/dates/partialDate.ts'
import type { House } from '../platform/house.ts'
import { partialDateFields } from '../platform/http/fields.ts'
import type { TwoLanguages } from './noticesTexts.ts'
import { suggestions, surveyText } from './surveyTexts.ts'

const secretary: Actor = { ...visitor, roles: [{ role: 'secretariat', organisationId: null }] }
const PUBLISHED_ON = day('2019-09-02')
const LAST_DAY = partialDate('2019-09-20')
const ANSWERS = 41

/**
 * Writes a made-up survey on the fourth plan that is open on the demonstration's first day, answered by made-up people,
 * and the draft of another. When any made-up survey is there, nothing is written: what people did since must stay.
 */
export async function writeSurvey(house: House): Promise<void> {
  const [any] = await house.db.select({ id: survey.id }).from(survey).where(eq(survey.demonstration, true)).limit(1)
  if (any) return
  const then: House = { ...house, clock: { ...house.clock, now: () => house.clock.now(), today: () => PUBLISHED_ON } }
  const id = await createSurvey(then, secretary, { planId: surveyText.plan, draft: await draftOf(house) })
  await publishSurvey(then, secretary, id, { version: 1 })
  await writeAnswers(house, id)
  await createSurvey(house, secretary, { planId: surveyText.plan, draft: nextDraft })
}

const both = (name: string, [lv, en]: TwoLanguages): TypedFields => ({ [`${name}.lv`]: [lv], [`${name}.en`]: [en] })

/** A call of the plan that is there already; the survey belongs to it. */
async function callOf(house: House): Promise<number | null> {
  const [row] = await house.db
    .select({ id: call.id })
    .from(call)
    .where(and(eq(call.planId, surveyText.plan), isNotNull(call.publishedOn)))
    .orderBy(call.id)
    .limit(1)
  return row?.id ?? null
}

async function draftOf(house: House): Promise<TypedFields> {
  const numbersOn = (page: number): string[] =>
    surveyText.questions.flatMap((question, index) => (question.page === page ? [`q${index + 1}`] : []))
  const callId = await callOf(house)
  return {
    ...both('title', surveyText.title),
    ...both('introduction', surveyText.introduction),
    ...both('thanks', surveyText.thanks),
    order: [surveyText.pages.flatMap((_, index) => [`p${index + 1}`, ...numbersOn(index + 1)]).join(' ')],
    ...Object.assign({}, ...surveyText.pages.map((title, index) => both(`p${index + 1}.title`, title))),
    ...Object.assign({}, ...surveyText.questions.map((question, index) => questionFields(question, index + 1))),
    call: [callId === null ? '' : String(callId)],
    identity: ['open'],
    resultsDuring: ['yes'],
    openAnswers: ['yes'],
    ...partialDateFields('startsOn', PUBLISHED_ON),
    ...partialDateFields('endsOn', LAST_DAY),
  }
}

function questionFields(question: (typeof surveyText.questions)[number], number: number): TypedFields {
  const name = (field: string): string => `q${number}.${field}`
  return {
    [name('kind')]: [question.kind],
    [name('required')]: question.required ? ['yes'] : [],
    [name('condition')]: [question.condition ?? ''],
    ...both(name('title'), question.title),
    ...(question.hint ? both(name('hint'), question.hint) : {}),
    ...(question.options
      ? {
          [name('options.lv')]: [question.options.map(([lv]) => lv).join('\n')],
          [name('options.en')]: [question.options.map(([, en]) => en).join('\n')],
        }
      : {}),
    ...Object.fromEntries(Object.entries(question.more ?? {}).map(([field, value]) => [name(field), [value]])),
  }
}

/** Numbers that look like chance and are the same each time (Numerical Recipes' linear congruential generator). */
function chance(): (below: number) => number {
  let state = 20190910
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const orders = [
  [1, 2, 3, 4],
  [3, 1, 2, 4],
  [4, 1, 3, 2],
  [3, 2, 1, 4],
  [1, 4, 3, 2],
  [2, 3, 1, 4],
] as const

function someAnswers(next: (below: number) => number): Answers {
  const took = [1, 1, 1, 2, 2, 2, 2, 2, 2, 3][next(10)] ?? 2
  const hours = [0, 1, 1, 2, 2, 3, 4, 4, 6, 8, 12][next(11)] ?? 2
  return {
    1: [took],
    ...(took === 1 ? { 2: [1, 2, 3, 4].filter((option) => next(option + 1) === 0) } : {}),
    ...(next(6) ? { 3: [...(orders[next(orders.length)] ?? orders[0])] } : {}),
    4: [[1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5][next(11)] ?? 3],
    ...(next(5) ? { 5: [hours] } : {}),
  }
}

async function writeAnswers(house: House, id: number): Promise<void> {
  const next = chance()
  const rows = Array.from({ length: ANSWERS }, (_, index) => ({
    id: randomUUID(),
    surveyId: id,
    answers: someAnswers(next),
    language: index % 8 === 0 ? ('en' as const) : ('lv' as const),
    demonstration: true,
  }))
  const texts = suggestions.map(({ shown, ...text }) => ({
    shown,
    row: { id: randomUUID(), surveyId: id, question: surveyText.questions.length, demonstration: true, ...text },
  }))
  await house.db.transaction(async (tx) => {
    await tx.insert(surveyAnswer).values(rows)
    await tx.insert(storedText).values(texts.map(({ row }) => row))
    const found = await publishedSurvey(tx, id, house.clock.today())
    const tally = found && (await tallyOf(tx, found))
    await tx
      .update(survey)
      .set({ answers: ANSWERS, tally })
      .where(inArray(survey.id, [id]))
  })
  const shown = texts.filter((text) => text.shown).map(({ row }) => row.id)
  await judgeTexts(house, secretary, id, shown, { show: true })
}

/** A survey that the secretariat has begun to write. */
const nextDraft: TypedFields = {
  ...both('title', ['Vai atklātā diskusija bija noderīga? (demonstrācija)', 'Was the open discussion useful? (demonstration)']),
  ...both('thanks', ['Paldies! Tas palīdzēs sagatavot nākamo diskusiju.', 'Thank you! It helps us prepare the next discussion.']),
  order: ['p1 q1 q2'],
  'q1.kind': ['scale'],
  ...both('q1.title', ['Cik noderīga bija diskusija?', 'How useful was the discussion?']),
  'q1.required': ['yes'],
  'q1.from': ['1'],
  'q1.to': ['5'],
  'q2.kind': ['long-text'],
  'q2.title.lv': ['Kas pietrūka?'],
  'q2.condition': ['1=1'],
  'q2.limit': ['1000'],
  identity: ['invited'],
  ...partialDateFields('startsOn', partialDate('2019-09-17')),
  ...partialDateFields('endsOn', partialDate('2019-09-27')),
}
