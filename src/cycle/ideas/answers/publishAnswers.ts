import { eq, inArray, sql } from 'drizzle-orm'
import { type Actor, holds } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import type { House } from '../../../platform/house.ts'
import type { LocalText } from '../../../platform/languages/languages.ts'
import type { PublicAct } from '../../../record/index.ts'
import { countIdeas } from '../countIdea.ts'
import { idea } from '../tables.ts'
import { tellAuthors } from './answerLetters.ts'
import type { Answer, Idea } from './queries.ts'
import { answer, supportersToTell } from './tables.ts'

/** What is said to one or more ideas. */
export type AnswerContent = Pick<Answer, 'state' | 'reasons' | 'institutionId' | 'commitmentId' | 'themeId'>

/** An idea, locked, that gets an answer. */
export type Answered = { idea: Idea; number: number; sentence: LocalText | null; reason: LocalText | null }

/** Who answers, as the record names them. */
export const answeringActor = (actor: Actor, institutionId: string): PublicAct['actor'] =>
  holds(actor, 'secretariat') ? { role: 'secretariat', for: null } : { role: 'officer', for: institutionId }

/**
 * Stores an answer to ideas that the caller has locked and that the record's entry names, counts them anew, and tells
 * their authors and supporters. A few statements, however many ideas they are.
 */
export async function publishAnswers(
  tx: Database,
  house: House,
  answered: readonly Answered[],
  content: AnswerContent,
  { recordSeq, batchId, answeredOn }: { recordSeq: number; batchId: number | null; answeredOn: Day },
): Promise<void> {
  const { state, reasons, institutionId, commitmentId, themeId } = content
  const now = house.clock.now()
  await tx.insert(answer).values(
    answered.map(({ idea: { id: ideaId }, number, sentence, reason }) => ({
      ideaId,
      number,
      state,
      reasons,
      sentence,
      institutionId,
      commitmentId,
      themeId,
      reason,
      batchId,
      answeredOn,
      demonstration: house.demonstration !== null,
      recordSeq,
    })),
  )
  const before = answered.map((one) => one.idea)
  const ids = before.map(({ id }) => id)
  await countIdeas(tx, before, -1)
  const after = await tx
    .update(idea)
    .set({
      answerState: state,
      answeredOn: sql`coalesce(${idea.answeredOn}, ${answeredOn}::date)`,
      version: sql`${idea.version} + 1`,
      recordSeq,
    })
    .where(ids.length === 1 && ids[0] !== undefined ? eq(idea.id, ids[0]) : inArray(idea.id, ids))
    .returning()
  await countIdeas(tx, after, 1)
  await tellAuthors(tx, house, answered, content)
  const supported = after.filter(({ supports }) => supports > 0)
  if (supported.length)
    await tx.insert(supportersToTell).values(supported.map(({ id: ideaId }) => ({ ideaId, about: 'answer' as const, createdAt: now })))
}
