import { and, eq, lt } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { House } from '../../platform/house.ts'
import { Fields } from '../../platform/http/fields.ts'
import { Refusal } from '../../platform/refusal.ts'
import { hashOfKey } from './access.ts'
import { saying } from './problemTexts.ts'
import { endedUnsevered } from './queries.ts'
import { survey, surveyAnswer, surveyDraft, surveyLink, surveyParticipation, surveyText, type TypedFields } from './tables.ts'

/** An answer that was begun and not sent is kept for so long after it was last saved. */
export const DRAFT_KEPT_SECONDS = 30 * 24 * 60 * 60

/** Every text at its longest fits well into so many characters. */
const MOST_TYPED = 400_000

/** The answer begun under a key, or null. */
export async function answerDraft(db: Database, id: string): Promise<Fields | null> {
  const [row] = await db.select({ fields: surveyDraft.fields }).from(surveyDraft).where(eq(surveyDraft.id, id))
  return row ? new Fields(row.fields) : null
}

/** Keeps what was typed so far, right or wrong. */
export async function saveAnswerDraft(house: House, surveyId: number, id: string, fields: TypedFields): Promise<void> {
  if (JSON.stringify(fields).length > MOST_TYPED) throw new Refusal(413, saying('tooMuch'))
  const savedAt = house.clock.now()
  await house.db
    .insert(surveyDraft)
    .values({ id, surveyId, fields, savedAt })
    .onConflictDoUpdate({ target: surveyDraft.id, set: { fields, savedAt } })
}

/** How a link stands: unknown, used, or still to be used. */
export async function linkState(db: Database, surveyId: number, key: string): Promise<'unknown' | 'used' | 'unused'> {
  const [row] = await db
    .select({ used: surveyLink.used })
    .from(surveyLink)
    .where(and(eq(surveyLink.id, hashOfKey('link', surveyId, key)), eq(surveyLink.surveyId, surveyId)))
  return row ? (row.used ? 'used' : 'unused') : 'unknown'
}

/** Has an answer come from the browser with this key? */
export async function browserHasAnswered(db: Database, surveyId: number, key: string): Promise<boolean> {
  const rows = await db
    .select({ surveyId: surveyParticipation.surveyId })
    .from(surveyParticipation)
    .where(and(eq(surveyParticipation.surveyId, surveyId), eq(surveyParticipation.participant, hashOfKey('browser', surveyId, key))))
  return rows.length > 0
}

/**
 * Forgets answers that were begun and not sent; and of surveys that have ended, all that leads from a person, a
 * browser or an address to an answer or to having answered.
 */
export async function forgetSurveyTraces(db: Database, now: Date, house: House): Promise<void> {
  await db.delete(surveyDraft).where(lt(surveyDraft.savedAt, new Date(now.getTime() - DRAFT_KEPT_SECONDS * 1000)))
  for (const id of await endedUnsevered(db, house.clock.today()))
    await db.transaction(async (tx) => {
      await tx.update(surveyText).set({ answerId: null }).where(eq(surveyText.surveyId, id))
      await tx.update(surveyAnswer).set({ changeKey: null }).where(eq(surveyAnswer.surveyId, id))
      await tx.delete(surveyParticipation).where(eq(surveyParticipation.surveyId, id))
      await tx.update(survey).set({ severedAt: now }).where(eq(survey.id, id))
    })
}
