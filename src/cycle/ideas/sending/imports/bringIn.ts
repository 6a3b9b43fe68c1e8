import { and, eq } from 'drizzle-orm'
import { type Actor, allow } from '../../../../people/index.ts'
import type { Database } from '../../../../platform/database/database.ts'
import type { House } from '../../../../platform/house.ts'
import { notFound, Refusal } from '../../../../platform/refusal.ts'
import { append } from '../../../../record/index.ts'
import { addIdea, countIdea, ideaObject } from '../../addIdea.ts'
import { ideasPolicy } from '../../policy.ts'
import { idea } from '../../tables.ts'
import { asNewIdea, callForEntering } from '../enterIdea.ts'
import { ideaImport, ideaImportRow } from '../tables.ts'
import { type IdeaImport, organisationsByWord, rowsOf } from './queries.ts'
import { readRow } from './readRow.ts'

type Which = { planId: string; callId: number; importId: number; version: number }

async function lockImport(tx: Database, { callId, importId, version }: Which): Promise<IdeaImport> {
  const [row] = await tx
    .select()
    .from(ideaImport)
    .where(and(eq(ideaImport.id, importId), eq(ideaImport.callId, callId)))
    .for('update')
  if (!row) throw notFound()
  if (row.version !== version) throw new Refusal(409)
  return row
}

/**
 * Makes an idea of each row of a table that was looked at: all of them or, when anything is wrong with one, none. What
 * the rows said is let go of, with the names that nobody agreed to show. Refuses with 409 when another was faster.
 */
export async function bringIn(house: House, actor: Actor, which: Which): Promise<void> {
  allow(ideasPolicy.enterForOthers, actor, undefined)
  const { planId, callId, importId } = which
  await house.db.transaction(async (tx) => {
    const row = await lockImport(tx, which)
    if (row.state !== 'preview') throw new Refusal(409)
    const call = await callForEntering(tx, house, planId, callId)
    const today = house.clock.today()
    const surroundings = { call, language: row.language, organisations: await organisationsByWord(tx, today), today }
    for (const { row: number, fields } of await rowsOf(tx, importId)) {
      const { entered, problems } = readRow(fields, surroundings)
      // The preview shows which; it offers to bring in only what is without mistakes.
      if (problems.length) throw new Refusal(422)
      const added = await addIdea(tx, house, call, asNewIdea(entered, []), { role: 'secretariat', for: null })
      await tx
        .update(ideaImportRow)
        .set({ ideaId: added.id, fields: {} })
        .where(and(eq(ideaImportRow.importId, importId), eq(ideaImportRow.row, number)))
    }
    await tx
      .update(ideaImport)
      .set({ state: 'done', version: row.version + 1 })
      .where(eq(ideaImport.id, importId))
  })
}

/**
 * Takes an import back: each idea that nobody has supported, commented on, answered or merged is hidden, with an entry
 * in the record; the others stay and are marked. Nothing is deleted.
 */
export async function undoImport(house: House, actor: Actor, which: Which): Promise<void> {
  allow(ideasPolicy.enterForOthers, actor, undefined)
  const { importId } = which
  await house.db.transaction(async (tx) => {
    const row = await lockImport(tx, which)
    if (row.state !== 'done') throw new Refusal(409)
    const ideas = await tx
      .select({ idea })
      .from(ideaImportRow)
      .innerJoin(idea, eq(idea.id, ideaImportRow.ideaId))
      .where(eq(ideaImportRow.importId, importId))
      .orderBy(ideaImportRow.row)
      .for('update', { of: idea })
    for (const { idea: found } of ideas) await hideUntouched(tx, house, importId, found)
    await tx
      .update(ideaImport)
      .set({ state: 'undone', version: row.version + 1 })
      .where(eq(ideaImport.id, importId))
  })
}

async function hideUntouched(tx: Database, house: House, importId: number, found: typeof idea.$inferSelect): Promise<void> {
  const touched = found.supports > 0 || found.comments > 0 || found.answerState !== 'waiting' || found.mergedIntoId !== null
  if (touched) {
    await tx
      .update(ideaImportRow)
      .set({ stays: true })
      .where(and(eq(ideaImportRow.importId, importId), eq(ideaImportRow.ideaId, found.id)))
    return
  }
  if (found.visibility === 'hidden') return
  const recordSeq = await append(tx, house.clock.now(), {
    actor: { role: 'secretariat', for: null },
    act: 'undoImportedIdea',
    object: ideaObject(found.planId, found.number),
    content: { ...(found.demonstration ? { demonstration: true } : {}), visibility: 'hidden', was: found.visibility },
  })
  await tx
    .update(idea)
    .set({ visibility: 'hidden', version: found.version + 1, recordSeq })
    .where(eq(idea.id, found.id))
  if (found.visibility === 'published') await countIdea(tx, { planId: found.planId, kind: found.kind, answerState: 'waiting' }, -1)
}
