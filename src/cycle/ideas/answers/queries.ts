import { and, asc, desc, eq, getTableColumns, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { Database } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { idea } from '../tables.ts'
import { answer, answerBatch, answerBatchIdea } from './tables.ts'

export type Idea = typeof idea.$inferSelect
export type Answer = typeof answer.$inferSelect
export type AnswerBatch = typeof answerBatch.$inferSelect

/** An answer that was corrected more often than this shows its latest versions; the record has them all. */
const MOST_VERSIONS = 50

/** So many drafts of answers to several ideas stand in a list. */
const MOST_BATCHES = 100

/** The versions of an idea's answer published by that day, the latest first. One query. */
export function answersTo(db: Database, ideaId: number, today: Day): Promise<Answer[]> {
  return db
    .select()
    .from(answer)
    .where(and(eq(answer.ideaId, ideaId), lte(answer.answeredOn, today)))
    .orderBy(desc(answer.number))
    .limit(MOST_VERSIONS)
}

/** The latest version of these ideas' answers, published by that day, by idea. One query. */
export async function latestAnswers(db: Database, ideaIds: readonly number[], today: Day): Promise<Map<number, Answer>> {
  if (!ideaIds.length) return new Map()
  const rows = await db
    .selectDistinctOn([answer.ideaId])
    .from(answer)
    .where(and(inArray(answer.ideaId, [...ideaIds]), lte(answer.answeredOn, today)))
    .orderBy(answer.ideaId, desc(answer.number))
  return new Map(rows.map((row) => [row.ideaId, row]))
}

/** The newest version of an idea's answer, whenever it was published; null when there is none. One query. */
export async function newestAnswer(db: Database, ideaId: number): Promise<Answer | null> {
  const [row] = await db.select().from(answer).where(eq(answer.ideaId, ideaId)).orderBy(desc(answer.number)).limit(1)
  return row ?? null
}

/** Locks ideas in the order of their ids, so that those who lock several never wait for each other in a circle. */
export async function lockIdeas(tx: Database, ids: readonly number[]): Promise<Idea[]> {
  if (!ids.length) return []
  return tx
    .select()
    .from(idea)
    .where(inArray(idea.id, [...ids]))
    .orderBy(asc(idea.id))
    .for('update')
}

/** Is it an idea that can be answered? */
export const awaitsAnswer = ({ visibility, mergedIntoId, answerState }: Idea): boolean =>
  visibility === 'published' && mergedIntoId === null && answerState === 'waiting'

/** Whose it is to answer: the institution's that is named, else the secretariat's. */
export const answerersOf = ({ answererId }: Pick<Idea, 'answererId'>): { institutions: string[] } => ({
  institutions: answererId === null ? [] : [answererId],
})

/** The same of a draft for several ideas. */
export const ownersOf = ({ ownerId }: Pick<AnswerBatch, 'ownerId'>): { institutions: string[] } => ({
  institutions: ownerId === null ? [] : [ownerId],
})

/** Is the idea its owner's to answer in a draft for several? The secretariat may answer for everyone. */
export const isFor = ({ ownerId }: Pick<AnswerBatch, 'ownerId'>, one: Idea): boolean => ownerId === null || one.answererId === ownerId

/** An idea in a draft, with the sentence for it alone and the version that the preview showed. */
export type BatchIdea = { idea: Idea; sentence: (typeof answerBatchIdea.$inferSelect)['sentence']; seenVersion: number | null }

/** A draft for several ideas, or null. */
export async function batchById(db: Database, id: number): Promise<AnswerBatch | null> {
  const [row] = await db.select().from(answerBatch).where(eq(answerBatch.id, id))
  return row ?? null
}

/** The ideas in a draft, by their numbers. One query. */
export function ideasIn(db: Database, batchId: number): Promise<BatchIdea[]> {
  return db
    .select({ idea, sentence: answerBatchIdea.sentence, seenVersion: answerBatchIdea.seenVersion })
    .from(answerBatchIdea)
    .innerJoin(idea, eq(idea.id, answerBatchIdea.ideaId))
    .where(eq(answerBatchIdea.batchId, batchId))
    .orderBy(asc(idea.number))
}

/** Locks a draft. */
export async function lockBatch(tx: Database, id: number): Promise<AnswerBatch> {
  const [row] = await tx.select().from(answerBatch).where(eq(answerBatch.id, id)).for('update')
  if (!row) throw notFound()
  return row
}

/** Locks a draft for someone whose form was drawn from a version of it: refuses with 409 when another was faster. */
export async function lockBatchAt(tx: Database, id: number, version: number): Promise<AnswerBatch> {
  const row = await lockBatch(tx, id)
  if (row.version !== version || row.publishedOn !== null) throw new Refusal(409)
  return row
}

/** What is being drafted for several ideas of a plan, or of all plans, what was saved last first; of an institution or, with null, of everyone. One query. */
export function openBatches(db: Database, of: { planId?: string; ownerId?: string | null }): Promise<(AnswerBatch & { ideas: number })[]> {
  return db
    .select({
      ...getTableColumns(answerBatch),
      ideas: sql<number>`(select count(*)::int from ${answerBatchIdea} named where named.batch_id = ${answerBatch}.id)`,
    })
    .from(answerBatch)
    .where(
      and(
        isNull(answerBatch.publishedOn),
        of.planId === undefined ? undefined : eq(answerBatch.planId, of.planId),
        of.ownerId ? eq(answerBatch.ownerId, of.ownerId) : undefined,
      ),
    )
    .orderBy(desc(answerBatch.savedAt), desc(answerBatch.id))
    .limit(MOST_BATCHES)
}
