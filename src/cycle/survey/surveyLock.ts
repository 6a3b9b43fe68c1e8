import { eq } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import type { SurveyRow } from './queries.ts'
import { survey } from './tables.ts'

/** How a survey is called in the record. */
export const surveyObject = (id: number): string => `/surveys/${id}`

/** Locks a survey. Answers are counted in its row, so two of them stand in a queue here. */
export async function lockSurvey(tx: Database, id: number): Promise<SurveyRow> {
  const [row] = await tx.select().from(survey).where(eq(survey.id, id)).for('update')
  if (!row) throw notFound()
  return row
}

/** Locks a survey for someone whose form was drawn from a version of it: refuses with 409 when another was faster. */
export async function lockSurveyAt(tx: Database, id: number, version: number): Promise<SurveyRow> {
  const row = await lockSurvey(tx, id)
  if (row.version !== version) throw new Refusal(409)
  return row
}
