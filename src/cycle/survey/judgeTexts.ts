import { createHash } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import { type Actor, allow, holds } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { notFound, wrongField } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { surveyPolicy } from './policy.ts'
import { saying } from './problemTexts.ts'
import { surveyObject } from './surveyLock.ts'
import { type HidingReason, surveyText } from './tables.ts'

/** What a moderator decides of some texts: everyone sees them, or nobody, with a reason. */
export type Judgement = { show: true } | { show: false; reason: HidingReason }

const fingerprint = (id: string, body: string): string => createHash('sha256').update(`${id}\n${body}`, 'utf8').digest('hex')

/**
 * Shows or hides texts that were written in answers. The record tells how many, why, and a fingerprint of each; their
 * words it does not hold. What is hidden is not deleted and can be shown later.
 */
export async function judgeTexts(
  house: House,
  actor: Actor,
  surveyId: number,
  ids: readonly string[],
  judgement: Judgement,
): Promise<void> {
  allow(surveyPolicy.judgeTexts, actor, undefined)
  if (!ids.length) throw wrongField('texts', saying('chooseTexts'))
  await house.db.transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(surveyText)
      .where(and(eq(surveyText.surveyId, surveyId), inArray(surveyText.id, [...ids])))
      .orderBy(surveyText.id)
      .for('update')
    if (rows.length !== new Set(ids).size) throw notFound()
    const visibility = judgement.show ? 'published' : 'hidden'
    const changed = rows.filter((row) => row.visibility !== visibility)
    if (!changed.length) return
    const reason = judgement.show ? null : judgement.reason
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: holds(actor, 'moderator') ? 'moderator' : 'secretariat', for: null },
      act: judgement.show ? 'showSurveyTexts' : 'hideSurveyTexts',
      object: surveyObject(surveyId),
      content: {
        ...(changed.some(({ demonstration }) => demonstration) ? { demonstration: true } : {}),
        texts: changed.map(({ id, question, body }) => ({ question, fingerprint: fingerprint(id, body) })),
        ...(reason ? { reason } : {}),
      },
    })
    await tx
      .update(surveyText)
      .set({ visibility, hidingReason: reason, recordSeq })
      .where(
        inArray(
          surveyText.id,
          changed.map(({ id }) => id),
        ),
      )
  })
}
