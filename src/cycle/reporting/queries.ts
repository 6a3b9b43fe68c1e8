import { eq } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import { reportSection, type SectionKind, sectionKinds } from './tables.ts'

export type ReportSection = typeof reportSection.$inferSelect

/** The written parts of a plan's report, by kind; one that nobody has written is missing. */
export async function reportSectionsOf(db: Database, planId: string): Promise<Map<SectionKind, ReportSection>> {
  const rows = await db.select().from(reportSection).where(eq(reportSection.planId, planId)).limit(sectionKinds.length)
  return new Map(rows.map((row) => [row.kind, row]))
}
