import { and, eq, isNull, sql } from 'drizzle-orm'
import { type Actor, allow } from '../../../people/index.ts'
import type { House } from '../../../platform/house.ts'
import type { Language } from '../../../platform/languages/languages.ts'
import { notFound, Refusal } from '../../../platform/refusal.ts'
import { ideasPolicy } from '../policy.ts'
import { moderationCase, moderationReport, type ReasonKind } from './tables.ts'
import { lockThing, type ThingName } from './things.ts'
import { moderationRefusals } from './words.ts'

/** The first so many reports of a case are kept with their words; later ones are counted alone. */
export const MOST_REPORTS = 20

/** Why someone reports, in a kind and in their words. */
export type Report = { reason: ReasonKind; text: string | null; language: Language }

/**
 * Takes a report from anyone about an idea or a comment that everyone sees. All reports of one thing are one case until
 * a moderator has acted. Who reported is not kept. Refuses with 409 what is not seen any more.
 */
export async function reportThing(house: House, actor: Actor, name: ThingName, report: Report): Promise<void> {
  allow(ideasPolicy.report, actor, undefined)
  await house.db.transaction(async (tx) => {
    const thing = await lockThing(tx, name)
    if (thing.visibility === 'waiting' || thing.idea.visibility === 'waiting') throw notFound()
    if (thing.visibility === 'hidden' || thing.idea.visibility === 'hidden')
      throw new Refusal(409, (language) => moderationRefusals[language].notVisible)
    const now = house.clock.now()
    const [open] = await tx
      .update(moderationCase)
      .set({ reports: sql`${moderationCase.reports} + 1` })
      .where(
        and(
          eq(moderationCase.ideaId, name.ideaId),
          name.commentId === null ? isNull(moderationCase.commentId) : eq(moderationCase.commentId, name.commentId),
          isNull(moderationCase.closedAt),
        ),
      )
      .returning()
    const [its] = open
      ? [open]
      : await tx
          .insert(moderationCase)
          .values({ ...name, reports: 1, openedAt: now })
          .returning()
    if (!its) throw new Error('the case was not opened')
    if (its.reports <= MOST_REPORTS) await tx.insert(moderationReport).values({ ...report, caseId: its.id, reportedAt: now })
  })
}
