import { and, asc, desc, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import { call } from '../ideas/index.ts'
import { type Period, periodOf, type SurveyState, stateOn } from './period.ts'
import { type SurveyContent, survey, surveyAnswer, surveyLink, surveyText, type TextVisibility } from './tables.ts'

export type SurveyRow = typeof survey.$inferSelect
/** A survey with when it can be answered and how it stands on a day. */
export type Survey = SurveyRow & { period: Period; state: SurveyState }
/** One that everyone may see. */
export type PublishedSurvey = Survey & { content: SurveyContent; publishedOn: Day }

const withCalls = (db: Database) =>
  db
    .select({ survey, call: { startsOn: call.startsOn, endsOn: call.endsOn, closedOn: call.closedOn } })
    .from(survey)
    .leftJoin(call, eq(call.id, survey.callId))

type Joined = { survey: SurveyRow; call: { startsOn: Day; endsOn: Day; closedOn: Day | null } | null }

function inTime(today: Day) {
  return ({ survey: row, call: itsCall }: Joined): Survey => {
    const period = periodOf(row, itsCall)
    return { ...row, period, state: stateOn(row, period, today) }
  }
}

const isPublished = (row: Survey): row is PublishedSurvey => row.state !== 'draft' && row.content !== null

/** A survey, draft or not; null when there is none. */
export async function surveyById(db: Database, id: number, today: Day): Promise<Survey | null> {
  const [row] = await withCalls(db).where(eq(survey.id, id))
  return row ? inTime(today)(row) : null
}

/** A survey that everyone may see on a day; null when there is none. */
export async function publishedSurvey(db: Database, id: number, today: Day): Promise<PublishedSurvey | null> {
  const found = await surveyById(db, id, today)
  return found && isPublished(found) ? found : null
}

/** More surveys than these of one plan are not shown with it. */
const MOST_OF_PLAN = 20

/** The surveys of a plan that everyone may see, the latest first. */
export async function surveysOf(db: Database, planId: string, today: Day): Promise<PublishedSurvey[]> {
  const rows = await withCalls(db)
    .where(and(eq(survey.planId, planId), isNotNull(survey.publishedOn)))
    .orderBy(desc(survey.publishedOn), desc(survey.id))
    .limit(MOST_OF_PLAN)
  return rows.map(inTime(today)).filter(isPublished)
}

/** The surveys of a call that everyone may see, the latest first. */
export async function surveysOfCall(db: Database, callId: number, today: Day): Promise<PublishedSurvey[]> {
  const rows = await withCalls(db)
    .where(and(eq(survey.callId, callId), isNotNull(survey.publishedOn)))
    .orderBy(desc(survey.publishedOn), desc(survey.id))
    .limit(MOST_OF_PLAN)
  return rows.map(inTime(today)).filter(isPublished)
}

/** So many surveys stand on one page of the secretariat's list. */
const ON_PAGE = 30

/** The secretariat's surveys, the latest first, and whether more follow. */
export async function listSurveys(db: Database, page: number, today: Day): Promise<{ surveys: Survey[]; more: boolean }> {
  const rows = await withCalls(db)
    .orderBy(desc(survey.id))
    .limit(ON_PAGE + 1)
    .offset((page - 1) * ON_PAGE)
  return { surveys: rows.slice(0, ON_PAGE).map(inTime(today)), more: rows.length > ON_PAGE }
}

export type CallChoice = { id: number; title: (typeof call.$inferSelect)['title'] }

/** The calls of a plan that a survey may belong to. */
export const callsOf = (db: Database, planId: string): Promise<CallChoice[]> =>
  db
    .select({ id: call.id, title: call.title })
    .from(call)
    .where(and(eq(call.planId, planId), isNotNull(call.publishedOn)))
    .orderBy(desc(call.startsOn), desc(call.id))
    .limit(MOST_OF_PLAN)

const AT_ONCE = 1000

export type StoredAnswer = typeof surveyAnswer.$inferSelect

/** All answers to a survey, a thousand at a time, in the order of their ids, which is chance. */
export async function* allAnswers(db: Database, surveyId: number): AsyncGenerator<StoredAnswer[]> {
  for (let after = ''; ; ) {
    const rows = await db
      .select()
      .from(surveyAnswer)
      .where(and(eq(surveyAnswer.surveyId, surveyId), gt(surveyAnswer.id, after)))
      .orderBy(asc(surveyAnswer.id))
      .limit(AT_ONCE)
    if (rows.length) yield rows
    if (rows.length < AT_ONCE) return
    after = rows.at(-1)?.id ?? ''
  }
}

export type StoredText = typeof surveyText.$inferSelect

/** So many texts stand on one page. */
const TEXTS_ON_PAGE = 25

/** The texts of a survey that are so far judged, after one of them. */
export async function textsOf(
  db: Database,
  surveyId: number,
  { visibility, question, after }: { visibility: TextVisibility; question: number; after: string },
): Promise<{ texts: StoredText[]; more: boolean }> {
  const rows = await db
    .select()
    .from(surveyText)
    .where(
      and(
        eq(surveyText.surveyId, surveyId),
        eq(surveyText.question, question),
        eq(surveyText.visibility, visibility),
        gt(surveyText.id, after),
      ),
    )
    .orderBy(asc(surveyText.id))
    .limit(TEXTS_ON_PAGE + 1)
  return { texts: rows.slice(0, TEXTS_ON_PAGE), more: rows.length > TEXTS_ON_PAGE }
}

/** So many links a survey may have; the secretariat sees how many were used. */
export const MOST_LINKS = 2000

/** How many links were sent, and how many used. */
export async function linksOf(db: Database, surveyId: number): Promise<{ sent: number; used: number }> {
  const rows = await db.select({ used: surveyLink.used }).from(surveyLink).where(eq(surveyLink.surveyId, surveyId)).limit(MOST_LINKS)
  return { sent: rows.length, used: rows.filter(({ used }) => used).length }
}

/** Ids of surveys that have ended and of which something may still lead to a person. */
export async function endedUnsevered(db: Database, today: Day): Promise<number[]> {
  const rows = await withCalls(db)
    .where(and(isNull(survey.severedAt), isNotNull(survey.publishedOn)))
    .orderBy(asc(survey.id))
    .limit(100)
  return rows
    .map(inTime(today))
    .filter(({ state }) => state === 'closed')
    .map(({ id }) => id)
}
