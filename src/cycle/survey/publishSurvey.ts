import { eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { Refusal } from '../../platform/refusal.ts'
import { append } from '../../record/index.ts'
import { surveyPolicy } from './policy.ts'
import { saying } from './problemTexts.ts'
import { callsOf, type SurveyRow } from './queries.ts'
import { readSurvey, type SurveyInput } from './surveyInput.ts'
import { lockSurveyAt, surveyObject } from './surveyLock.ts'
import { survey } from './tables.ts'

/** What would be published of a draft; refuses with everything that is wrong or missing. */
export async function readyToPublish(house: House, { planId, draft }: Pick<SurveyRow, 'planId' | 'draft'>): Promise<SurveyInput> {
  const calls = await callsOf(house.db, planId)
  return readSurvey(draft ?? {}, { callIds: calls.map(({ id }) => id), today: house.clock.today() })
}

/**
 * Publishes a survey: from now on its pages, questions and choices stay as they are. What was previewed is what is
 * published: refuses with 409 when the draft has changed since.
 */
export async function publishSurvey(house: House, actor: Actor, id: number, { version }: { version: number }): Promise<void> {
  allow(surveyPolicy.publishSurveys, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockSurveyAt(tx, id, version)
    if (row.publishedOn) throw new Refusal(422, saying('publishedAlready'))
    const input = await readyToPublish({ ...house, db: tx }, row)
    const publishedOn = house.clock.today()
    const recordSeq = await append(tx, house.clock.now(), {
      actor: { role: 'secretariat', for: null },
      act: 'publishSurvey',
      object: surveyObject(id),
      content: { ...(row.demonstration ? { demonstration: true } : {}), plan: row.planId, publishedOn, ...input },
    })
    await tx
      .update(survey)
      .set({ ...input, draft: null, publishedOn, version: row.version + 1, recordSeq })
      .where(eq(survey.id, id))
  })
}
