import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import { moderationEntry } from './moderation/tables.ts'
import { comment, idea, support, supportCount } from './tables.ts'
import { ideaMerge } from './themes/tables.ts'

/**
 * Cuts what someone sent and said from them, in the transaction that erases them: texts stay, without a name, and an
 * organisation's keep its own. Their supports go, and are counted no more; what they objected to goes
 * too, and whom they moderated is nobody's any more.
 */
export async function forgetPerson(tx: Database, personId: string): Promise<void> {
  await takeSupports(tx, personId)
  await tx.update(moderationEntry).set({ actorId: null }).where(eq(moderationEntry.actorId, personId))
  const theirs = tx.select({ id: idea.id }).from(idea).where(eq(idea.authorId, personId))
  await tx
    .update(ideaMerge)
    .set({ objectedOn: null, objection: null })
    .where(and(inArray(ideaMerge.ideaId, theirs), isNotNull(ideaMerge.objectedOn)))
  for (const table of [idea, comment])
    await tx
      .update(table)
      .set({ authorId: null, authorName: sql`case when ${table.authorKind} = 'organisation' then ${table.authorName} end` })
      .where(eq(table.authorId, personId))
}

async function takeSupports(tx: Database, personId: string): Promise<void> {
  const supported = tx.select({ id: support.ideaId }).from(support).where(eq(support.personId, personId))
  // In the order in which all who lock several ideas lock them.
  await tx.select({ id: idea.id }).from(idea).where(inArray(idea.id, supported)).orderBy(asc(idea.id)).for('no key update')
  await tx.execute(sql`
    with gone as (delete from ${support} where ${support.personId} = ${personId} returning idea_id, sector),
    counted as (
      update ${supportCount} as c set supports = c.supports - 1 from gone where c.idea_id = gone.idea_id and c.sector = gone.sector
    )
    update ${idea} as i set supports = i.supports - 1 from gone where i.id = gone.idea_id`)
}
