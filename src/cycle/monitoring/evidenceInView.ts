import { eq, inArray } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import { evidence, evidenceWithdrawal } from './tables.ts'

/** Why and since when a piece of evidence is out of view. */
export type EvidenceWithdrawal = typeof evidenceWithdrawal.$inferSelect

/** A piece of evidence. One that was taken out of view keeps its title and days; its file and address are not handed out. */
export type Evidence = typeof evidence.$inferSelect & { withdrawal: EvidenceWithdrawal | null }

/** The columns of evidence with its withdrawal, for a query that joins both: see `ofWithdrawal`. */
export const evidenceColumns = { evidence, withdrawal: evidenceWithdrawal }
export const ofWithdrawal = eq(evidenceWithdrawal.evidenceId, evidence.id)

/** The evidence of a row that was read so. */
export const inView = ({
  evidence: row,
  withdrawal,
}: {
  evidence: typeof evidence.$inferSelect
  withdrawal: EvidenceWithdrawal | null
}): Evidence =>
  withdrawal ? { ...row, url: null, fileHash: null, fileName: null, mediaType: null, bytes: null, withdrawal } : { ...row, withdrawal }

/** These pieces of evidence by id. One query. */
export async function evidenceById(db: Database, ids: readonly number[]): Promise<Map<number, Evidence>> {
  if (!ids.length) return new Map()
  const rows = await db
    .select(evidenceColumns)
    .from(evidence)
    .leftJoin(evidenceWithdrawal, ofWithdrawal)
    .where(inArray(evidence.id, [...ids]))
  return new Map(rows.map((row) => [row.evidence.id, inView(row)]))
}
