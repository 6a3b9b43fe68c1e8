import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { type Actor, allow } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { House } from '../../../platform/house.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { ideasPolicy } from '../policy.ts'
import { idea, support, supportCount } from '../tables.ts'
import { themeTexts } from './themeTexts.ts'

/**
 * Moves someone's support from an idea that was merged to the one it went into. Who supports that one already is
 * counted there once, as before. Gives the number of the idea that has the support now.
 */
export async function moveSupport(house: House, actor: Actor, { planId, number }: { planId: string; number: number }): Promise<number> {
  allow(ideasPolicy.moveOwnSupport, actor, undefined)
  const { personId } = actor
  if (personId === null) throw new Refusal(401)
  return house.db.transaction(async (tx) => {
    const [found] = await tx
      .select()
      .from(idea)
      .where(and(eq(idea.planId, planId), eq(idea.number, number)))
    if (!found) throw notFound()
    const notMerged = () => new Refusal(409, (language) => themeTexts[language].notMerged)
    if (found.mergedIntoId === null) throw notMerged()
    const locked = await tx
      .select()
      .from(idea)
      .where(inArray(idea.id, [found.id, found.mergedIntoId]))
      .orderBy(asc(idea.id))
      .for('update')
    const source = locked.find(({ id }) => id === found.id)
    const target = locked.find(({ id }) => id === source?.mergedIntoId)
    if (!source || !target || target.visibility !== 'published') throw notMerged()
    const [taken] = await tx
      .delete(support)
      .where(and(eq(support.ideaId, source.id), eq(support.personId, personId)))
      .returning()
    if (!taken) throw new Refusal(422, (language) => themeTexts[language].notSupported)
    await count(tx, source.id, taken.sector, -1)
    const given = await tx
      .insert(support)
      .values({ ...taken, ideaId: target.id, createdAt: house.clock.now() })
      .onConflictDoNothing()
      .returning({ ideaId: support.ideaId })
    if (given.length) await count(tx, target.id, taken.sector, 1)
    return target.number
  })
}

async function count(tx: Database, ideaId: number, sector: (typeof support.$inferSelect)['sector'], by: 1 | -1): Promise<void> {
  await tx
    .update(idea)
    .set({ supports: sql`${idea.supports} + ${by}` })
    .where(eq(idea.id, ideaId))
  if (by === 1)
    await tx
      .insert(supportCount)
      .values({ ideaId, sector, supports: 1 })
      .onConflictDoUpdate({ target: [supportCount.ideaId, supportCount.sector], set: { supports: sql`${supportCount.supports} + 1` } })
  else
    await tx
      .update(supportCount)
      .set({ supports: sql`${supportCount.supports} - 1` })
      .where(and(eq(supportCount.ideaId, ideaId), eq(supportCount.sector, sector)))
}
