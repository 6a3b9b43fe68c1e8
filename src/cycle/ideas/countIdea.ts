import { sql } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import { daysBetween } from '../../platform/dates/partialDate.ts'
import { answerDaysCount, SECRETARIAT, waitingCount } from './answers/tables.ts'
import { type idea, ideaCount } from './tables.ts'

/** What an idea is counted by. */
export type CountedIdea = Pick<
  typeof idea.$inferSelect,
  'planId' | 'kind' | 'mergedIntoId' | 'answerState' | 'answererId' | 'answerDue' | 'sentOn' | 'answeredOn'
>

/**
 * Counts an idea that everyone sees, or counts it no more: by kind and by what became of it; one that waits also by who
 * answers and by when, an answered one by the days it took. Whoever publishes, hides, merges, assigns or answers ideas
 * takes out the idea as it was and counts it as it is, after the record's entry was appended: all who count stand in
 * that queue.
 */
export const countIdea = (tx: Database, one: CountedIdea, by: 1 | -1): Promise<void> => countIdeas(tx, [one], by)

/** Counts several at once: a few rows are touched, however many ideas there are. */
export async function countIdeas(tx: Database, all: readonly CountedIdea[], by: 1 | -1): Promise<void> {
  // What was merged is counted with what it went into.
  const ideas = all.filter(({ mergedIntoId }) => mergedIntoId === null)
  const kinds = tally(ideas, ({ planId, kind, answerState }) => ({ planId, kind, answerState }))
  for (const { ideas: count, ...of } of kinds)
    await tx
      .insert(ideaCount)
      .values({ ...of, ideas: by * count })
      .onConflictDoUpdate({
        target: [ideaCount.planId, ideaCount.kind, ideaCount.answerState],
        set: { ideas: sql`${ideaCount.ideas} + ${by * count}` },
      })
  const waiting = ideas.filter(({ answerState }) => answerState === 'waiting')
  for (const { ideas: count, ...of } of tally(waiting, (one) => ({
    planId: one.planId,
    answerer: one.answererId ?? SECRETARIAT,
    due: one.answerDue,
  })))
    await tx
      .insert(waitingCount)
      .values({ ...of, ideas: by * count })
      .onConflictDoUpdate({
        target: [waitingCount.planId, waitingCount.answerer, waitingCount.due],
        set: { ideas: sql`${waitingCount.ideas} + ${by * count}` },
      })
  const answered = ideas.flatMap((one) => (one.answeredOn ? [{ planId: one.planId, days: daysBetween(one.sentOn, one.answeredOn) }] : []))
  for (const { ideas: count, ...of } of tally(answered, (one) => one))
    await tx
      .insert(answerDaysCount)
      .values({ ...of, ideas: by * count })
      .onConflictDoUpdate({
        target: [answerDaysCount.planId, answerDaysCount.days],
        set: { ideas: sql`${answerDaysCount.ideas} + ${by * count}` },
      })
}

/** How many there are of each. */
function tally<One, Of extends object>(all: readonly One[], of: (one: One) => Of): (Of & { ideas: number })[] {
  const found = new Map<string, Of & { ideas: number }>()
  for (const one of all) {
    const counted = of(one)
    const key = JSON.stringify(counted)
    found.set(key, { ...counted, ideas: (found.get(key)?.ideas ?? 0) + 1 })
  }
  return [...found.values()]
}
