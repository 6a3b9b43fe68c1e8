import { and, desc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import { type DayList, inYear, orderingDay } from '../../platform/database/dayList.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import type { Language } from '../../platform/languages/languages.ts'
import type { ListFilter } from '../documents/index.ts'
import { commitment, milestone } from '../plan/index.ts'
import { type Evidence, evidenceColumns, inView, ofWithdrawal } from './evidenceInView.ts'
import { evidence, evidenceWithdrawal, update, updateVersion } from './tables.ts'

/**
 * The evidence published by a day, as a list (platform/database/dayList.ts). Of a list's filter it knows the plan,
 * the year and the order: its kind is always `evidence`, and in which language a file is written nobody has stated.
 */
export function evidenceList(
  db: Database,
  { planId, year, order, today }: Pick<ListFilter, 'planId' | 'year' | 'order' | 'today'>,
): DayList {
  const day = order === 'added' ? sql<string>`${evidence.publishedOn}` : orderingDay(evidence.dated)
  return {
    from: evidence,
    id: evidence.id,
    day,
    where: and(
      lte(evidence.publishedOn, today),
      planId === null ? undefined : inArray(evidence.updateId, updatesOf(db, planId)),
      year === null ? undefined : inYear(day, year),
    ),
  }
}

const updatesOf = (db: Database, planId: string) =>
  db
    .select({ id: update.id })
    .from(update)
    .innerJoin(milestone, eq(milestone.id, update.milestoneId))
    .innerJoin(commitment, eq(commitment.id, milestone.commitmentId))
    .where(eq(commitment.planId, planId))

/** A published piece of evidence, the milestone it proves something of, who published it and in which language they wrote. */
export type ListedEvidence = {
  item: Evidence
  planId: string
  commitmentNumber: number
  milestoneNumber: number
  organisationId: string
  written: Language
}

/** These pieces of evidence as published by that day, in the order of the ids. One query. */
export async function evidenceByIds(db: Database, ids: readonly number[], today: Day): Promise<ListedEvidence[]> {
  if (!ids.length) return []
  const rows = await db
    .selectDistinctOn([evidence.id], {
      ...evidenceColumns,
      planId: commitment.planId,
      commitmentNumber: commitment.number,
      milestoneNumber: milestone.number,
      organisationId: update.organisationId,
      written: updateVersion.language,
    })
    .from(evidence)
    .leftJoin(evidenceWithdrawal, ofWithdrawal)
    .innerJoin(update, eq(update.id, evidence.updateId))
    .innerJoin(updateVersion, and(eq(updateVersion.updateId, update.id), sql`${evidence.id} = any(${updateVersion.evidenceIds})`))
    .innerJoin(milestone, eq(milestone.id, update.milestoneId))
    .innerJoin(commitment, eq(commitment.id, milestone.commitmentId))
    .where(and(inArray(evidence.id, [...ids]), lte(evidence.publishedOn, today), lte(updateVersion.publishedOn, today)))
    .orderBy(evidence.id, desc(updateVersion.number))
  const byId = new Map(
    rows.map(({ evidence: item, withdrawal, ...place }) => [item.id, { item: inView({ evidence: item, withdrawal }), ...place }]),
  )
  return ids.flatMap((id) => byId.get(id) ?? [])
}
