import { inArray, sql } from 'drizzle-orm'
import { idea, support, supportCount } from '../cycle/ideas/tables.ts'
import type { Database } from '../platform/database/database.ts'
import { chance, type Guest, guests } from './guests.ts'
import type { WrittenIdea } from './ideasTexts.ts'

/** What the made-up participant supports, so that there is something on her page. */
const supportedByHer: ReadonlySet<string> = new Set(['contracts', 'air', 'outside-riga', 'waiting-lists', 'letters'])

/** Who supports what, drawn by chance that is always the same: a few ideas have many supporters, most have some. */
export async function supportIdeas(tx: Database, now: Date, ideas: readonly WrittenIdea[], participant: string | null): Promise<void> {
  const draw = chance(2019_09_10)
  const rows: (typeof support.$inferInsert)[] = []
  for (const { id, text, authorId } of ideas) {
    const others = guests.filter((guest) => guest.id !== authorId)
    const share = 0.02 + 0.45 * draw() ** 2.5 * ((13 - text.on) / 11)
    // Drawn for every idea, so that to hide one changes nothing for the next.
    const drawn = others.filter(() => draw() < share)
    if (text.visibility) continue
    const supporters: Guest[] = participant && supportedByHer.has(text.key) ? [...drawn, { id: participant, sector: 'resident' }] : drawn
    rows.push(...supporters.map(({ id: personId, sector }) => ({ ideaId: id, personId, sector, createdAt: now })))
  }
  await tx.insert(support).values(rows)
  const counted = sql`select ${support.ideaId}, ${support.sector}, count(*)::int from ${support} group by 1, 2`
  await tx.execute(sql`insert into ${supportCount} (idea_id, sector, supports) ${counted}`)
  await tx
    .update(idea)
    .set({
      supports: sql`(select coalesce(sum(${supportCount.supports}), 0) from ${supportCount} where ${supportCount.ideaId} = ${idea.id})`,
    })
    .where(
      inArray(
        idea.id,
        ideas.map(({ id }) => id),
      ),
    )
}
