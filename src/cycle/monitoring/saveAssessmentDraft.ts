import { eq } from 'drizzle-orm'
import type { Actor } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type AssessmentKey, allowToAssess, assessmentSubject, lockAssessment } from './assessmentSubject.ts'
import { type AssessmentDraft, assessment } from './tables.ts'

/**
 * Saves what was typed of an assessment so far, right or wrong. The draft is shared by those who write
 * for the organisation: refuses with 409 when another has saved since the form was drawn.
 */
export async function saveAssessmentDraft(
  house: House,
  actor: Actor,
  key: AssessmentKey,
  { version, draft }: { version: number; draft: AssessmentDraft },
): Promise<void> {
  await house.db.transaction(async (tx) => {
    const subject = await assessmentSubject(tx, key, house.clock.today())
    allowToAssess(actor, subject)
    const row = await lockAssessment(tx, subject, house.demonstration !== null)
    if (row.draftVersion !== version) throw new Refusal(409)
    await tx
      .update(assessment)
      .set({ draft, draftVersion: row.draftVersion + 1, draftSavedAt: house.clock.now() })
      .where(eq(assessment.id, row.id))
  })
}
