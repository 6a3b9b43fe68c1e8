import { and, asc, desc, eq, lt } from 'drizzle-orm'
import { listOrganisations, type Sector } from '../../../../people/index.ts'
import type { Database } from '../../../../platform/database/database.ts'
import type { Day } from '../../../../platform/dates/partialDate.ts'
import { idea } from '../../tables.ts'
import { DRAFTS_KEPT_SECONDS } from '../ideaDrafts.ts'
import { ideaImport, ideaImportRow } from '../tables.ts'
import { bareWord } from './columns.ts'
import { MOST_ROWS } from './importProblems.ts'

export type IdeaImport = typeof ideaImport.$inferSelect
/** A row with the number of the idea that came of it. */
export type ImportRow = typeof ideaImportRow.$inferSelect & { number: number | null }

const MOST_IMPORTS = 100

/** An import of a call, or null. One query. */
export async function importById(db: Database, callId: number, id: number): Promise<IdeaImport | null> {
  const [found] = await db
    .select()
    .from(ideaImport)
    .where(and(eq(ideaImport.id, id), eq(ideaImport.callId, callId)))
  return found ?? null
}

/** The newest imports of a call. One query. */
export const importsOf = (db: Database, callId: number): Promise<IdeaImport[]> =>
  db.select().from(ideaImport).where(eq(ideaImport.callId, callId)).orderBy(desc(ideaImport.id)).limit(MOST_IMPORTS)

/** The rows of an import in their order. One query. */
export async function rowsOf(db: Database, importId: number): Promise<ImportRow[]> {
  const rows = await db
    .select({ row: ideaImportRow, number: idea.number })
    .from(ideaImportRow)
    .leftJoin(idea, eq(idea.id, ideaImportRow.ideaId))
    .where(eq(ideaImportRow.importId, importId))
    .orderBy(asc(ideaImportRow.row))
    .limit(MOST_ROWS)
  return rows.map(({ row, number }) => ({ ...row, number }))
}

/** Organisations by their id and by their names in each language, as a table may write them. One query. */
export async function organisationsByWord(db: Database, today: Day): Promise<Map<string, { id: string; sector: Sector }>> {
  const found = await listOrganisations(db, today, 'all')
  return new Map(
    found.flatMap(({ id, sector, name }) =>
      [id, ...Object.values(name).map(({ text }) => text)].map((word): [string, { id: string; sector: Sector }] => [
        bareWord(word),
        { id, sector },
      ]),
    ),
  )
}

/** Forgets tables that nobody brought in: they may name people. */
export async function forgetImports(db: Database, now: Date): Promise<void> {
  await db
    .delete(ideaImport)
    .where(and(eq(ideaImport.state, 'preview'), lt(ideaImport.createdAt, new Date(now.getTime() - DRAFTS_KEPT_SECONDS * 1000))))
}
