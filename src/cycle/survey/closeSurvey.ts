import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import type { LocalText } from '../../platform/languages/languages.ts'
import { Refusal } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { surveyPolicy } from './policy.ts'
import { saying } from './problemTexts.ts'
import { surveyById } from './queries.ts'
import { lockSurveyAt, surveyObject } from './surveyLock.ts'
import { survey } from './tables.ts'

/** Closes a survey before its last day, with a reason that everyone sees. What was answered stays and counts. */
export async function closeSurvey(
  house: House,
  actor: Actor,
  id: number,
  { version, reason }: { version: number; reason: LocalText },
): Promise<void> {
  allow(surveyPolicy.closeSurveys, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockSurveyAt(tx, id, version)
    const today = house.clock.today()
    const found = await surveyById(tx, id, today)
    if (found?.state !== 'open' && found?.state !== 'before') throw new Refusal(422, saying('notOpen'))
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'closeSurvey',
      object: surveyObject(id),
      content: { ...(row.demonstration ? { demonstration: true } : {}), closedOn: today, reason, answers: row.answers },
    })
    await tx
      .update(survey)
      .set({ closedOn: today, closingReason: reason, version: row.version + 1, recordSeq })
      .where(eq(survey.id, id))
  })
}
