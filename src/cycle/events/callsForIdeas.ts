import { and, asc, desc, eq, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import type { LocalText } from '../../platform/languages/languages.ts'
import { call } from '../ideas/index.ts'
import { commitment, plan } from '../plan/index.ts'

const MOST_CALLS = 50
const MOST_COMMITMENTS = 500

/** The calls that take ideas on that day, of a plan or of all, the latest first. What was closed by hand takes nothing. One query. */
export async function callsForIdeas(db: Database, planId: string | null, today: Day): Promise<{ id: number; title: LocalText }[]> {
  return db
    .select({ id: call.id, title: call.title })
    .from(call)
    .where(
      and(
        planId === null ? undefined : eq(call.planId, planId),
        isNotNull(call.publishedOn),
        isNull(call.closedOn),
        lte(call.startsOn, today),
        sql`'idea' = any(${call.kinds})`,
      ),
    )
    .orderBy(desc(call.startsOn), desc(call.id))
    .limit(MOST_CALLS)
}

/** A commitment to choose, with its plan's short name. */
export type Choosable = { id: number; number: number; title: LocalText; planName: LocalText }

/** The commitments known on that day, of a plan or of all, in the order of the plans. One query. */
export async function commitmentsToChoose(db: Database, planId: string | null, today: Day): Promise<Choosable[]> {
  return db
    .select({ id: commitment.id, number: commitment.number, title: commitment.title, planName: plan.shortTitle })
    .from(commitment)
    .innerJoin(plan, eq(plan.id, commitment.planId))
    .where(
      and(
        planId === null ? undefined : eq(commitment.planId, planId),
        sql`coalesce(${commitment.knownFrom}, ${today}::date) <= ${today}::date`,
      ),
    )
    .orderBy(desc(plan.ordinal), asc(commitment.number))
    .limit(MOST_COMMITMENTS)
}
