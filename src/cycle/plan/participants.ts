import { and, eq, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { type ListedOrganisation, organisationsByName, type Sector } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import type { Language } from '../../platform/languages/languages.ts'
import { knownCommitment } from './queries.ts'
import { commitment, commitmentParty } from './tables.ts'

/** Does an organisation take part in a commitment known on that day? A condition for queries about organisations. */
export const participates = (organisationId: SQLWrapper, today: Day): SQL => sql`exists (
  select from ${commitmentParty} join ${commitment} on ${commitment.id} = ${commitmentParty.commitmentId}
  where ${commitmentParty.organisationId} = ${organisationId} and ${knownCommitment(today)})`

type Stretch = { language: Language; sectors: readonly Sector[]; limit: number; offset?: number }

/** A stretch of those who take part in a commitment known on that day, by name, each as it was called on it. One query. */
export const participants = (db: Database, today: Day, stretch: Stretch): Promise<ListedOrganisation[]> =>
  organisationsByName(db, { ...stretch, today, only: (id) => participates(id, today) })

/** In how many commitments known on that day each of these organisations leads, and in how many it takes part otherwise. */
export async function partsTaken(
  db: Database,
  organisationIds: readonly string[],
  today: Day,
): Promise<Map<string, { leads: number; takesPart: number }>> {
  if (!organisationIds.length) return new Map()
  const rows = await db
    .select({
      organisationId: commitmentParty.organisationId,
      leads: sql<number>`(count(*) filter (where ${commitmentParty.part} = 'lead'))::int`,
      takesPart: sql<number>`(count(*) filter (where ${commitmentParty.part} <> 'lead'))::int`,
    })
    .from(commitmentParty)
    .innerJoin(commitment, eq(commitment.id, commitmentParty.commitmentId))
    .where(and(inArray(commitmentParty.organisationId, [...organisationIds]), knownCommitment(today)))
    .groupBy(commitmentParty.organisationId)
  return new Map(rows.map(({ organisationId, ...parts }) => [organisationId, parts]))
}

/** The commitments known on that day in which an organisation takes part. */
export async function commitmentIdsWith(db: Database, organisationId: string, today: Day): Promise<number[]> {
  const rows = await db
    .select({ id: commitment.id })
    .from(commitmentParty)
    .innerJoin(commitment, eq(commitment.id, commitmentParty.commitmentId))
    .where(and(eq(commitmentParty.organisationId, organisationId), knownCommitment(today)))
  return rows.map(({ id }) => id)
}
