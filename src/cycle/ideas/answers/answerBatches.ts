import { and, eq, inArray, sql } from 'drizzle-orm'
import { type Actor, allow } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { House } from '../../../platform/house.ts'
import { Fields } from '../../../platform/http/fields.ts'
import { type Language, plainText } from '../../../platform/languages/languages.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { editedText, type TypedText } from '../../plan/index.ts'
import { ideasPolicy } from '../policy.ts'
import { idea } from '../tables.ts'
import { readSharedAnswer, surroundingsOf } from './answerInput.ts'
import { answerTexts } from './answerTexts.ts'
import { awaitsAnswer, type BatchIdea, ideasIn, isFor, lockBatchAt, ownersOf } from './queries.ts'
import { type AnswerDraft, answerBatch, answerBatchIdea } from './tables.ts'

/** So many ideas can be answered together. */
export const MOST_IN_BATCH = 300

const refused = (key: 'chooseSome' | 'noneFits' | 'noIdeas' | 'published') => new Refusal(422, (language) => answerTexts[language][key])

/** Puts ideas into a draft: those that await an answer and are its owner's to answer. */
async function putIn(
  tx: Database,
  batch: { id: number; ownerId: string | null; planId: string },
  ideaIds: readonly number[],
): Promise<void> {
  if (!ideaIds.length) throw refused('chooseSome')
  const rows = await tx
    .select()
    .from(idea)
    .where(and(inArray(idea.id, [...new Set(ideaIds)]), eq(idea.planId, batch.planId)))
  const fitting = rows.filter((one) => awaitsAnswer(one) && isFor(batch, one))
  if (!fitting.length) throw refused('noneFits')
  await tx
    .insert(answerBatchIdea)
    .values(fitting.map((one) => ({ batchId: batch.id, ideaId: one.id })))
    .onConflictDoNothing()
  const inIt = await tx.$count(answerBatchIdea, eq(answerBatchIdea.batchId, batch.id))
  if (inIt > MOST_IN_BATCH) throw new Refusal(422, (language) => answerTexts[language].tooMany(MOST_IN_BATCH))
}

/** Begins an answer to these ideas and returns the draft's id. Nothing of it is public. */
export async function beginBatch(
  house: House,
  actor: Actor,
  { planId, ownerId, ideaIds }: { planId: string; ownerId: string | null; ideaIds: readonly number[] },
): Promise<number> {
  allow(ideasPolicy.answerIdeas, actor, ownersOf({ ownerId }))
  return house.db.transaction(async (tx) => {
    const [row] = await tx
      .insert(answerBatch)
      .values({
        planId,
        ownerId,
        draft: ownerId ? { institution: [ownerId] } : {},
        savedAt: house.clock.now(),
        demonstration: house.demonstration !== null,
      })
      .returning({ id: answerBatch.id })
    if (!row) throw new Error('the draft was not stored')
    await putIn(tx, { id: row.id, ownerId, planId }, ideaIds)
    return row.id
  })
}

/** Adds ideas to a draft; what was previewed is to be looked at anew. */
export async function addToBatch(house: House, actor: Actor, id: number, ideaIds: readonly number[]): Promise<void> {
  await house.db.transaction(async (tx) => {
    const [row] = await tx.select().from(answerBatch).where(eq(answerBatch.id, id)).for('update')
    if (!row || row.publishedOn !== null) throw refused('published')
    allow(ideasPolicy.answerIdeas, actor, ownersOf(row))
    await putIn(tx, row, ideaIds)
    await tx
      .update(answerBatch)
      .set({ version: row.version + 1, previewedVersion: null, scheduledFor: null, savedAt: house.clock.now() })
      .where(eq(answerBatch.id, id))
  })
}

/** What is saved of a draft: its words, the sentences for single ideas, and the ideas that are taken out of it. */
export type SaveBatch = {
  version: number
  draft: AnswerDraft
  sentences: ReadonlyMap<number, TypedText>
  removed: readonly number[]
  /** The draft is to be looked at as it will be published: it has to be ready, and each idea's version is noted. */
  preview: boolean
}

/**
 * Saves a draft, right or wrong. With `preview` it has to be ready, and what the preview then lists is what will be
 * published: not an idea more or less, and none that changes meanwhile. Refuses with 409 when another has saved since.
 */
export async function saveBatch(house: House, actor: Actor, id: number, input: SaveBatch): Promise<void> {
  await house.db.transaction(async (tx) => {
    const row = await lockBatchAt(tx, id, input.version)
    allow(ideasPolicy.answerIdeas, actor, ownersOf(row))
    if (input.removed.length)
      await tx.delete(answerBatchIdea).where(and(eq(answerBatchIdea.batchId, id), inArray(answerBatchIdea.ideaId, [...input.removed])))
    for (const { idea: one, sentence } of await ideasIn(tx, id)) {
      const typed = input.sentences.get(one.id)
      if (!typed) continue
      const after = editedText(sentence, typed)
      if (JSON.stringify(after) !== JSON.stringify(sentence))
        await tx
          .update(answerBatchIdea)
          .set({ sentence: after })
          .where(and(eq(answerBatchIdea.batchId, id), eq(answerBatchIdea.ideaId, one.id)))
    }
    const version = row.version + 1
    if (input.preview) {
      readSharedAnswer(new Fields(input.draft), await surroundingsOf(tx, actor, row, house.clock.today()))
      const rows = await ideasIn(tx, id)
      if (!rows.length) throw refused('noIdeas')
      const gone = changedSince(
        row,
        rows.map((one) => ({ ...one, seenVersion: one.idea.version })),
      )
      if (gone.length) throw new Refusal(422, (language) => answerTexts[language].notToBeAnswered(numbersOf(gone, language)))
      await tx
        .update(answerBatchIdea)
        .set({ seenVersion: sql`(select ${idea.version} from ${idea} where ${idea.id} = ${answerBatchIdea.ideaId})` })
        .where(eq(answerBatchIdea.batchId, id))
    }
    await tx
      .update(answerBatch)
      .set({
        draft: input.draft,
        version,
        savedAt: house.clock.now(),
        previewedVersion: input.preview ? version : null,
        scheduledFor: null,
        heldBackOn: null,
      })
      .where(eq(answerBatch.id, id))
  })
}

/** The ideas of a draft that are not any more what the preview showed, or not to be answered in it. */
export const changedSince = (batch: { ownerId: string | null }, rows: readonly BatchIdea[]): BatchIdea[] =>
  rows.filter(({ idea: one, seenVersion }) => !awaitsAnswer(one) || !isFor(batch, one) || one.version !== seenVersion)

const numbersOf = (rows: readonly BatchIdea[], language: Language): string =>
  rows.map(({ idea: one }) => `${language === 'lv' ? 'Nr.' : 'No.'} ${one.number} (${plainText(one.title, language)})`).join('; ')

/** Refuses to publish, with the names of the ideas that stand in the way. */
export const notAllThere = (changed: readonly BatchIdea[]): Refusal =>
  new Refusal(409, (language) => answerTexts[language].notAllThere(numbersOf(changed, language)))

/** Throws a draft away; the ideas stay as they are. */
export async function discardBatch(house: House, actor: Actor, id: number, { version }: { version: number }): Promise<void> {
  await house.db.transaction(async (tx) => {
    const row = await lockBatchAt(tx, id, version)
    allow(ideasPolicy.answerIdeas, actor, ownersOf(row))
    await tx.delete(answerBatch).where(eq(answerBatch.id, id))
  })
}
