import { randomUUID } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { type Actor, allow, awaitConfirmation, type ConfirmableAct } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Fields } from '../../platform/http/fields.ts'
import { isLanguage, type Language, languages, plainText } from '../../platform/languages/languages.ts'
import { Refusal, wrongFields } from '../../platform/refusal.ts'
import { address } from '../../web/addresses.ts'
import { hashOfKey, sealed } from './access.ts'
import { letterTexts } from './letterTexts.ts'
import { surveyPolicy } from './policy.ts'
import { saying } from './problemTexts.ts'
import { type PublishedSurvey, publishedSurvey } from './queries.ts'
import { type AnswerText, type ReadAnswers, readAnswers } from './readAnswers.ts'
import { lockSurvey } from './surveyLock.ts'
import { survey, surveyAnswer, surveyDraft, surveyLink, surveyParticipation, surveyText, type TypedFields } from './tables.ts'
import { isDue, tallyOf } from './tally.ts'

/** The name under which an answer waits to be confirmed. It is no act of the record. */
export const ANSWER_SURVEY = 'answerSurvey'

/** By what an answer comes: a browser's key, a link's, or someone who has signed in or confirmed their address. */
export type AnsweredBy = { browser: string } | { link: string } | { person: string }

/** Refuses what is not open on the plan's day: 409, so that the page is drawn again with all that was typed. */
export async function openSurvey(db: Database, house: House, id: number): Promise<PublishedSurvey> {
  const found = await publishedSurvey(db, id, house.clock.today())
  if (!found) throw new Refusal(404)
  if (found.state !== 'open') throw new Refusal(409, saying(found.state === 'closed' ? 'closed' : 'notYetOpen'))
  return found
}

/**
 * Takes an answer: one from a browser, a link or a person. Who answered and what was answered are written into two
 * tables between which nothing leads; a person's own answer alone can be found again by the program until the end, so
 * that they can change it. Sent again by the same person it takes the place of the first; by a used link it is refused
 * with 410, by a browser that has answered with 409. Two at once stand in a queue at the survey's row.
 */
export async function sendAnswer(
  house: House,
  actor: Actor,
  id: number,
  { fields, language, by, draftId }: { fields: Fields; language: Language; by: AnsweredBy; draftId?: string },
): Promise<void> {
  allow(surveyPolicy.answer, actor, undefined)
  await house.db.transaction(async (tx) => {
    await lockSurvey(tx, id)
    // A used link is told before the survey's end: it is what its bearer has to know.
    if ('link' in by) await useLink(tx, id, by.link)
    const found = await openSurvey(tx, house, id)
    const changeKey = 'person' in by ? await sealed({ ...house, db: tx }, 'answer', id, by.person) : null
    const before = changeKey ? await answerBy(tx, changeKey) : null
    if (!before) await takePart({ ...house, db: tx }, id, by)
    const read = readAnswers(found.content, fields)
    if (read.problems.length) throw wrongFields(read.problems)
    if (before) await change(tx, before, found, read, language)
    else {
      await store(tx, found, read, language, changeKey)
      await countAnswer(tx, found)
    }
    if (draftId) await tx.delete(surveyDraft).where(eq(surveyDraft.id, draftId))
  })
}

/** Uses a link up: of two who come at once, one does. */
async function useLink(tx: Database, surveyId: number, key: string): Promise<void> {
  const [row] = await tx
    .select()
    .from(surveyLink)
    .where(and(eq(surveyLink.id, hashOfKey('link', surveyId, key)), eq(surveyLink.surveyId, surveyId)))
    .for('update')
  if (!row) throw new Refusal(404, saying('linkUnknown'))
  if (row.used) throw new Refusal(410, saying('linkUsed'))
  await tx.update(surveyLink).set({ used: true }).where(eq(surveyLink.id, row.id))
}

/** Notes that someone has answered; a link notes it itself. */
async function takePart(house: House, surveyId: number, by: AnsweredBy): Promise<void> {
  if ('link' in by) return
  const participant = 'browser' in by ? hashOfKey('browser', surveyId, by.browser) : await sealed(house, 'took part', surveyId, by.person)
  const made = await house.db
    .insert(surveyParticipation)
    .values({ surveyId, participant })
    .onConflictDoNothing()
    .returning({ surveyId: surveyParticipation.surveyId })
  if (!made.length) throw new Refusal(409, saying('answeredAlready'))
}

async function answerBy(tx: Database, changeKey: string): Promise<string | null> {
  const [row] = await tx.select({ id: surveyAnswer.id }).from(surveyAnswer).where(eq(surveyAnswer.changeKey, changeKey))
  return row?.id ?? null
}

const textRow =
  (answerId: string, { id, demonstration }: PublishedSurvey, language: Language) =>
  (text: AnswerText) => ({
    id: randomUUID(),
    surveyId: id,
    answerId,
    language,
    demonstration,
    ...text,
  })

async function store(
  tx: Database,
  of: PublishedSurvey,
  { answers, texts }: ReadAnswers,
  language: Language,
  changeKey: string | null,
): Promise<void> {
  const id = randomUUID()
  await tx.insert(surveyAnswer).values({ id, surveyId: of.id, answers, language, changeKey, demonstration: of.demonstration })
  // Only what its giver may still change hangs together with the rest of the answer.
  const rows = texts.map(textRow(id, of, language)).map((row) => (changeKey ? row : { ...row, answerId: null }))
  if (rows.length) await tx.insert(surveyText).values(rows)
}

/** Puts an answer in the place of an earlier one; a text that stays the same stays as it was judged. */
async function change(
  tx: Database,
  answerId: string,
  of: PublishedSurvey,
  { answers, texts }: ReadAnswers,
  language: Language,
): Promise<void> {
  await tx.update(surveyAnswer).set({ answers, language }).where(eq(surveyAnswer.id, answerId))
  const stored = await tx.select().from(surveyText).where(eq(surveyText.answerId, answerId))
  const same = (a: AnswerText, b: AnswerText): boolean => a.question === b.question && a.body === b.body
  const gone = stored.filter((old) => !texts.some((text) => same(old, text))).map((old) => old.id)
  if (gone.length) await tx.delete(surveyText).where(inArray(surveyText.id, gone))
  const added = texts.filter((text) => !stored.some((old) => same(old, text)))
  if (added.length) await tx.insert(surveyText).values(added.map(textRow(answerId, of, language)))
}

async function countAnswer(tx: Database, of: PublishedSurvey): Promise<void> {
  const answers = of.answers + 1
  const tally = of.resultsDuring && isDue(answers, of.tally) ? await tallyOf(tx, of) : of.tally
  await tx
    .update(survey)
    .set({ answers: sql`${survey.answers} + 1`, tally })
    .where(eq(survey.id, of.id))
}

/** The answer that a person gave and may still change, as an answer's form shows it; null when there is none. */
export async function ownAnswer(house: House, id: number, personId: string): Promise<TypedFields | null> {
  const changeKey = await sealed(house, 'answer', id, personId)
  const [row] = await house.db.select().from(surveyAnswer).where(eq(surveyAnswer.changeKey, changeKey))
  if (!row) return null
  const texts = await house.db.select().from(surveyText).where(eq(surveyText.answerId, row.id))
  const found = await publishedSurvey(house.db, id, house.clock.today())
  const rankings = new Set(
    found?.content.pages.flatMap(({ questions }) => questions.filter(({ kind }) => kind === 'ranking').map(({ number }) => String(number))),
  )
  return Object.fromEntries([
    ...Object.entries(row.answers).flatMap(([number, values]): [string, string[]][] =>
      rankings.has(number)
        ? values.map((option, index) => [`q${number}.${option}`, [String(index + 1)]])
        : [[`q${number}`, values.map(String)]],
    ),
    ...texts.map(({ question, body }): [string, string[]] => [`q${question}`, [body]]),
  ])
}

/** Asks an address to confirm an answer; it is taken when that is done. Refuses at once what would be refused then. */
export async function askToConfirmAnswer(
  house: House,
  id: number,
  { fields, language, name, email }: { fields: Fields; language: Language; name: string; email: string },
): Promise<void> {
  const found = await openSurvey(house.db, house, id)
  const { problems } = readAnswers(found.content, fields)
  if (problems.length) throw wrongFields(problems)
  const title = plainText(found.content.title, language)
  const t = letterTexts[language]
  await awaitConfirmation(house, {
    email,
    name,
    language,
    act: ANSWER_SURVEY,
    content: { surveyId: id, fields: fields.toRecord(), language },
    subject: t.confirmSubject(title),
    letter: (link, days) => t.confirm(title, link, days),
  })
}

type Awaited = { surveyId: number; fields: TypedFields; language: Language }

function awaited(content: unknown): Awaited {
  const { surveyId, fields, language } = content as Awaited
  return { surveyId, fields, language: isLanguage(language) ? language : languages[0] }
}

/** An answer that waits for its giver's address to be confirmed. When the survey has ended meanwhile it is refused with 410. */
export const answerSurveyAct: ConfirmableAct = {
  describe: async (house, content, language) => {
    const found = await openSurvey(house.db, house, awaited(content).surveyId).catch(ended)
    return letterTexts[language].act(plainText(found.content.title, language))
  },
  perform: async (house, actor, content) => {
    const { surveyId, fields, language } = awaited(content)
    if (actor.personId === null) throw new Refusal(401)
    await sendAnswer(house, actor, surveyId, { fields: new Fields(fields), language, by: { person: actor.personId } }).catch(ended)
    return `${address(language, 'survey', { survey: surveyId })}?done=sent`
  },
}

function ended(error: unknown): never {
  if (error instanceof Refusal && error.status === 409) throw new Refusal(410, error.say)
  throw error
}
