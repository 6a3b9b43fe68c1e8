import { inArray, sql } from 'drizzle-orm'
import { type Actor, allow, organisationById } from '../../../people/index.ts'
import type { House } from '../../../platform/house.ts'
import { Refusal, wrongField } from '../../../platform/refusal.ts'
import { append } from '../../../record/index.ts'
import { countIdeas } from '../countIdea.ts'
import { ideasPolicy } from '../policy.ts'
import { idea } from '../tables.ts'
import { answerTexts } from './answerTexts.ts'
import { ideasObject } from './publishBatch.ts'
import { awaitsAnswer, lockIdeas } from './queries.ts'

/** Names the institution that is to answer these ideas, or with null the secretariat. Those that have an answer stay as they are. */
export async function assignAnswers(
  house: House,
  actor: Actor,
  { planId, ideaIds, institutionId }: { planId: string; ideaIds: readonly number[]; institutionId: string | null },
): Promise<number> {
  allow(ideasPolicy.assignAnswers, actor, undefined)
  if (!ideaIds.length) throw new Refusal(422, (language) => answerTexts[language].chooseSome)
  if (institutionId !== null && !(await organisationById(house.db, institutionId, house.clock.today())))
    throw wrongField('to', (language) => answerTexts[language].unknownInstitution)
  return house.db.transaction(async (tx) => {
    const rows = (await lockIdeas(tx, ideaIds)).filter(
      (one) => one.planId === planId && awaitsAnswer(one) && one.answererId !== institutionId,
    )
    if (!rows.length) return 0
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'assignAnswers',
      object: ideasObject(planId),
      content: { institution: institutionId, ideas: rows.map(({ number }) => number).sort((a, b) => a - b) },
    })
    await countIdeas(tx, rows, -1)
    const after = await tx
      .update(idea)
      .set({ answererId: institutionId, version: sql`${idea.version} + 1`, recordSeq })
      .where(
        inArray(
          idea.id,
          rows.map(({ id }) => id),
        ),
      )
      .returning()
    await countIdeas(tx, after, 1)
    return rows.length
  })
}
