import { eq } from 'drizzle-orm'
import type { Database } from '../../../platform/database/database.ts'
import type { House } from '../../../platform/house.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { idInLink } from '../letterLinks.ts'
import { idea } from '../tables.ts'
import { ideaMerge } from './tables.ts'

/** The merge that a letter's link is about, with both ideas; null when the link is none of ours. */
export async function mergeInLink(house: House, token: string) {
  const id = await idInLink(house, 'mergeObjection', token)
  return id === null ? null : mergeById(house.db, Number(id))
}

async function mergeById(db: Database, id: number) {
  const [merge] = await db.select().from(ideaMerge).where(eq(ideaMerge.id, id))
  if (!merge) return null
  const [source] = await db.select().from(idea).where(eq(idea.id, merge.ideaId))
  const [target] = await db.select().from(idea).where(eq(idea.id, merge.intoId))
  return source && target ? { merge, source, target } : null
}

/**
 * Marks that the author of a merged idea objects, by the link in their letter. The secretariat sees it and what it says;
 * the idea stays merged until they undo it. Refuses with 403 what is no link of ours, and with 410 what was undone already.
 */
export async function objectToMerge(house: House, token: string, text: string | null): Promise<void> {
  const id = await idInLink(house, 'mergeObjection', token)
  if (id === null) throw new Refusal(403)
  await house.db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(ideaMerge)
      .where(eq(ideaMerge.id, Number(id)))
      .for('update')
    if (!row || row.undoneOn !== null) throw new Refusal(410)
    await tx
      .update(ideaMerge)
      .set({ objectedOn: row.objectedOn ?? house.clock.today(), objection: text ?? row.objection })
      .where(eq(ideaMerge.id, row.id))
  })
}
