import { and, eq, sql } from 'drizzle-orm'
import { type Actor, allow, holdPerson, type ParticipantSector } from '../../../people/index.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { House } from '../../../platform/house.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { lockOpenIdea } from '../discussion/lockIdea.ts'
import { ideasPolicy } from '../policy.ts'
import { idea, support, supportCount } from '../tables.ts'
import { ideaRefusals } from '../words.ts'

/** Which idea is supported, and in which capacity. */
export type SupportWish = { planId: string; number: number; sector: ParticipantSector }

/**
 * Supports an idea: one support a person, however often they press; pressing again in another capacity changes it.
 * Who supports what stays theirs, so the record has no entry; the numbers are counted in the same transaction.
 */
export async function supportIdea(house: House, actor: Actor, { planId, number, sector }: SupportWish): Promise<void> {
  allow(ideasPolicy.supportIdeas, actor, undefined)
  const { personId } = actor
  if (personId === null) throw new Refusal(401)
  await house.db.transaction(async (tx) => {
    await holdPerson(tx, personId)
    const { idea: about } = await lockOpenIdea(tx, planId, number, house.clock.today())
    if (about.mergedIntoId !== null) throw await merged(tx, about.mergedIntoId)
    const before = await supportOf(tx, about.id, personId)
    if (before === sector) return
    await tx
      .insert(support)
      .values({ ideaId: about.id, personId, sector, createdAt: house.clock.now() })
      .onConflictDoUpdate({ target: [support.ideaId, support.personId], set: { sector } })
    if (before === null)
      await tx
        .update(idea)
        .set({ supports: sql`${idea.supports} + 1` })
        .where(eq(idea.id, about.id))
    else await countSupport(tx, about.id, before, -1)
    await countSupport(tx, about.id, sector, 1)
  })
}

/** Takes one's support back; nothing happens where there was none. */
export async function takeBackSupport(house: House, actor: Actor, { planId, number }: Omit<SupportWish, 'sector'>): Promise<void> {
  allow(ideasPolicy.supportIdeas, actor, undefined)
  const { personId } = actor
  if (personId === null) throw new Refusal(401)
  await house.db.transaction(async (tx) => {
    // Also from an idea that takes nothing any more: a support is its giver's.
    const [row] = await tx
      .select({ id: idea.id })
      .from(idea)
      .where(and(eq(idea.planId, planId), eq(idea.number, number)))
      .for('no key update')
    if (!row) throw notFound()
    const [gone] = await tx
      .delete(support)
      .where(and(eq(support.ideaId, row.id), eq(support.personId, personId)))
      .returning({ sector: support.sector })
    if (!gone) return
    await tx
      .update(idea)
      .set({ supports: sql`${idea.supports} - 1` })
      .where(eq(idea.id, row.id))
    await countSupport(tx, row.id, gone.sector, -1)
  })
}

async function merged(tx: Database, intoId: number): Promise<Refusal> {
  const [into] = await tx.select({ number: idea.number }).from(idea).where(eq(idea.id, intoId))
  return new Refusal(409, (language) => ideaRefusals[language].merged(into?.number ?? 0))
}

/** In which capacity someone supports an idea; null when they don't. */
export async function supportOf(db: Database, ideaId: number, personId: string): Promise<ParticipantSector | null> {
  const [row] = await db
    .select({ sector: support.sector })
    .from(support)
    .where(and(eq(support.ideaId, ideaId), eq(support.personId, personId)))
  return row?.sector ?? null
}

async function countSupport(tx: Database, ideaId: number, sector: ParticipantSector, by: 1 | -1): Promise<void> {
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
