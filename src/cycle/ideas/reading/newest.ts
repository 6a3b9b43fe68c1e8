import { and, asc, desc, eq, getTableColumns, inArray, lte, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { becameKnown, type Since } from '../../../record/index.ts'
import { answer, answerBatch, answerBatchIdea } from '../answers/tables.ts'
import { idea } from '../tables.ts'
import { ideaMerge } from '../themes/tables.ts'

/* What became known about ideas, for news: of all ideas of some plans, or of one. Each is one query. */

/** Whose news: all ideas of these plans, without what was answered to several together where they are asked `alone`; or one idea. */
export type IdeasAsked = { planIds: readonly string[]; alone?: true } | { ideaId: number }

/** An idea as news name it. Nobody's name is in it. */
const told = {
  id: idea.id,
  planId: idea.planId,
  number: idea.number,
  kind: idea.kind,
  title: idea.title,
  problem: idea.problem,
  proposal: idea.proposal,
  publishedOn: idea.publishedOn,
  demonstration: idea.demonstration,
}
export type ToldIdea = Pick<typeof idea.$inferSelect, keyof typeof told>

const among = (asked: IdeasAsked): SQL => ('ideaId' in asked ? eq(idea.id, asked.ideaId) : inArray(idea.planId, [...asked.planIds]))
const isSeen = (today: Day) => and(eq(idea.visibility, 'published'), lte(idea.publishedOn, today))

/** Ideas that everyone sees, what was published last first. */
export async function newestIdeas(db: Database, asked: IdeasAsked, today: Day, limit: number, since?: Since): Promise<ToldIdea[]> {
  return db
    .select(told)
    .from(idea)
    .where(and(among(asked), isSeen(today), since && becameKnown(idea.recordSeq, idea.publishedOn, since)))
    .orderBy(desc(idea.publishedOn), desc(idea.id))
    .limit(limit)
}

/** An idea and one version of its answer. */
export type ToldAnswer = { idea: ToldIdea; answer: typeof answer.$inferSelect }

/** Answers in all versions, the latest first. */
export async function newestAnswers(db: Database, asked: IdeasAsked, today: Day, limit: number, since?: Since): Promise<ToldAnswer[]> {
  return db
    .select({ idea: told, answer })
    .from(answer)
    .innerJoin(idea, eq(idea.id, answer.ideaId))
    .where(
      and(
        among(asked),
        isSeen(today),
        lte(answer.answeredOn, today),
        'alone' in asked ? sql`${answer.batchId} is null` : undefined,
        since && becameKnown(answer.recordSeq, answer.answeredOn, since),
      ),
    )
    .orderBy(desc(answer.answeredOn), desc(answer.id))
    .limit(limit)
}

/** Answers published together: what was said to so many ideas of a plan. */
export type AnswersTogether = { id: number; planId: string; answer: typeof answer.$inferSelect; ideas: number }

/** What was answered together on these plans, the latest first. */
export async function newestBatches(db: Database, planIds: readonly string[], today: Day, limit: number, since?: Since) {
  if (!planIds.length) return []
  const first = sql`(select min(named.idea_id) from ${answerBatchIdea} named where named.batch_id = ${answerBatch.id})`
  return (
    db
      .select({
        id: answerBatch.id,
        planId: answerBatch.planId,
        answer: getTableColumns(answer),
        ideas: sql<number>`(select count(*)::int from ${answerBatchIdea} named where named.batch_id = ${answerBatch.id})`,
      })
      .from(answerBatch)
      // All of them were told the same: one stands for all.
      .innerJoin(answer, and(eq(answer.ideaId, first), eq(answer.batchId, answerBatch.id)))
      .where(
        and(
          inArray(answerBatch.planId, [...planIds]),
          lte(answerBatch.publishedOn, today),
          since && becameKnown(answerBatch.recordSeq, answerBatch.publishedOn, since),
        ),
      )
      .orderBy(desc(answerBatch.publishedOn), desc(answerBatch.id))
      .limit(limit) satisfies PromiseLike<AnswersTogether[]>
  )
}

const into = alias(idea, 'into_idea')

/** That an idea was merged into another, or stands for itself again. */
export type ToldMerge = { idea: ToldIdea; into: Pick<ToldIdea, 'id' | 'number' | 'title'>; merge: typeof ideaMerge.$inferSelect }

/** Merges, undone ones too, of which everyone sees both ideas, the latest first. */
export async function newestMerges(db: Database, asked: IdeasAsked, today: Day, limit: number, since?: Since): Promise<ToldMerge[]> {
  const latest = sql`coalesce(${ideaMerge.undoneOn}, ${ideaMerge.mergedOn})`
  return db
    .select({ idea: told, into: { id: into.id, number: into.number, title: into.title }, merge: ideaMerge })
    .from(ideaMerge)
    .innerJoin(idea, eq(idea.id, ideaMerge.ideaId))
    .innerJoin(into, and(eq(into.id, ideaMerge.intoId), eq(into.visibility, 'published')))
    .where(
      and(
        'ideaId' in asked ? or(eq(ideaMerge.ideaId, asked.ideaId), eq(ideaMerge.intoId, asked.ideaId)) : among(asked),
        isSeen(today),
        lte(ideaMerge.mergedOn, today),
        since && becameKnown(ideaMerge.recordSeq, latest, since),
      ),
    )
    .orderBy(desc(latest), desc(ideaMerge.id))
    .limit(limit)
}

/** Ideas of plans by their numbers, for what names them so. One query. */
export async function ideasByNumbers(
  db: Database,
  asked: readonly { planId: string; number: number }[],
  today: Day,
): Promise<Pick<ToldIdea, 'id' | 'planId' | 'number' | 'title'>[]> {
  if (!asked.length) return []
  return db
    .select({ id: idea.id, planId: idea.planId, number: idea.number, title: idea.title })
    .from(idea)
    .where(and(or(...asked.map(({ planId, number }) => and(eq(idea.planId, planId), eq(idea.number, number)))), isSeen(today)))
    .orderBy(asc(idea.id))
}
