import { and, eq, isNull } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { House } from '../../platform/house.ts'
import { Refusal, wrongField } from '../../platform/refusal.ts'
import { planById } from '../plan/index.ts'
import { surveyPolicy } from './policy.ts'
import { saying } from './problemTexts.ts'
import { lockSurveyAt } from './surveyLock.ts'
import { survey, type TypedFields } from './tables.ts'

/** Begins a survey on a plan with what was typed so far, and returns its id. Nothing of it is public. */
export async function createSurvey(house: House, actor: Actor, { planId, draft }: { planId: string; draft: TypedFields }): Promise<number> {
  allow(surveyPolicy.editSurveys, actor, undefined)
  return house.db.transaction(async (tx) => {
    if (!(await planById(tx, planId, house.clock.today()))) throw wrongField('plan', saying('unknownPlan'))
    const [row] = await tx
      .insert(survey)
      .values({ planId, draft, demonstration: house.demonstration !== null })
      .returning({ id: survey.id })
    if (!row) throw new Error('the survey was not stored')
    return row.id
  })
}

/** Saves what was typed of a survey so far, right or wrong. Refuses with 409 when another has saved since the form was drawn. */
export async function saveSurveyDraft(
  house: House,
  actor: Actor,
  id: number,
  { version, draft }: { version: number; draft: TypedFields },
): Promise<void> {
  allow(surveyPolicy.editSurveys, actor, undefined)
  await house.db.transaction(async (tx) => {
    const row = await lockSurveyAt(tx, id, version)
    if (row.publishedOn) throw new Refusal(422, saying('publishedAlready'))
    await tx
      .update(survey)
      .set({ draft, version: row.version + 1 })
      .where(eq(survey.id, id))
  })
}

/** Throws a draft away. A published survey stays. */
export async function discardSurveyDraft(house: House, actor: Actor, id: number, { version }: { version: number }): Promise<void> {
  allow(surveyPolicy.editSurveys, actor, undefined)
  await house.db.transaction(async (tx) => {
    await lockSurveyAt(tx, id, version)
    const gone = await tx
      .delete(survey)
      .where(and(eq(survey.id, id), isNull(survey.publishedOn)))
      .returning({ id: survey.id })
    if (!gone.length) throw new Refusal(422, saying('publishedAlready'))
  })
}
