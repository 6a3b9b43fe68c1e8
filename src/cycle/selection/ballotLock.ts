import { eq } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import type { BallotRow } from './ballotState.ts'
import { ballot } from './tables.ts'

/** How a ballot is called in the record. */
export const ballotObject = (id: number): string => `/ballots/${id}`

/** Locks a ballot for a change or its count: waits for votes that are being taken, and lets none in meanwhile. */
export async function lockBallot(tx: Database, id: number): Promise<BallotRow> {
  const [row] = await tx.select().from(ballot).where(eq(ballot.id, id)).for('update')
  if (!row) throw notFound()
  return row
}

/** Locks a ballot for someone whose form was drawn from a version of it: refuses with 409 when another was faster. */
export async function lockBallotAt(tx: Database, id: number, version: number): Promise<BallotRow> {
  const row = await lockBallot(tx, id)
  if (row.version !== version) throw new Refusal(409)
  return row
}

/** Holds a ballot as it is while a vote is taken: any number of votes at once, but no count and no change. */
export async function holdBallot(tx: Database, id: number): Promise<BallotRow> {
  const [row] = await tx.select().from(ballot).where(eq(ballot.id, id)).for('share')
  if (!row) throw notFound()
  return row
}
