import { and, desc, eq, getTableColumns, inArray, isNull, lte } from 'drizzle-orm'
import type { Database } from '../../../platform/database/database.ts'
import type { Day } from '../../../platform/dates/partialDate.ts'
import { deadline } from '../tables.ts'
import { extensionRequest } from './tables.ts'

export type ExtensionRequest = typeof extensionRequest.$inferSelect

/** Of the wishes of one plan no more than these are shown on a page; the public record has all. */
const MOST = 200

/** An answer that was given after that day has not been given yet. */
const asOf = (request: ExtensionRequest, today: Day): ExtensionRequest =>
  request.answeredOn && request.answeredOn > today
    ? { ...request, decision: null, grantedUntil: null, answer: null, answerLanguage: null, answeredOn: null, answerSeq: null }
    : request

/** What was asked about these deadlines by that day, by all or by these institutions and organisations, the latest first. */
export async function requestsAbout(
  db: Database,
  deadlineIds: readonly number[],
  today: Day,
  by: readonly string[] | 'all' = 'all',
): Promise<ExtensionRequest[]> {
  if (!deadlineIds.length || !by.length) return []
  const rows = await db
    .select()
    .from(extensionRequest)
    .where(
      and(
        inArray(extensionRequest.deadlineId, [...deadlineIds]),
        by === 'all' ? undefined : inArray(extensionRequest.organisationId, [...by]),
        lte(extensionRequest.askedOn, today),
      ),
    )
    .orderBy(desc(extensionRequest.id))
    .limit(MOST)
  return rows.map((row) => asOf(row, today))
}

/** One request with the plan it is about; null when there is none by that day. */
export async function requestById(db: Database, id: number, today: Day): Promise<(ExtensionRequest & { planId: string }) | null> {
  const [row] = await db
    .select({ ...getTableColumns(extensionRequest), planId: deadline.planId })
    .from(extensionRequest)
    .innerJoin(deadline, eq(deadline.id, extensionRequest.deadlineId))
    .where(and(eq(extensionRequest.id, id), lte(extensionRequest.askedOn, today)))
  return row ? { ...asOf(row, today), planId: row.planId } : null
}

/** The requests that wait for the secretariat's answer, the oldest first. */
export async function openRequests(db: Database, today: Day): Promise<(ExtensionRequest & { planId: string })[]> {
  return db
    .select({ ...getTableColumns(extensionRequest), planId: deadline.planId })
    .from(extensionRequest)
    .innerJoin(deadline, eq(deadline.id, extensionRequest.deadlineId))
    .where(and(isNull(extensionRequest.decision), lte(extensionRequest.askedOn, today)))
    .orderBy(extensionRequest.id)
    .limit(MOST)
}
