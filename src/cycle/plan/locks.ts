import { and, eq } from 'drizzle-orm'
import type { Database } from '../../platform/database/database.ts'
import type { Day } from '../../platform/dates/partialDate.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import type { Commitment, Milestone, Phase, Plan } from './queries.ts'
import { commitment, deadline, milestone, phase, plan } from './tables.ts'

/*
 * Locks are always taken in the same order: plan, then what is in it, then the head of the record.
 * `share` keeps the plan from being adopted while something in it changes; `update` is for the plan itself.
 */

const hidden = (knownFrom: Day | null, today: Day): boolean => knownFrom !== null && knownFrom > today

/** The version of a form must be the stored one: otherwise someone was faster. */
function atVersion(stored: number, drawnFrom: number): void {
  if (stored !== drawnFrom) throw new Refusal(409)
}

export async function lockPlan(tx: Database, id: string, strength: 'share' | 'update'): Promise<Plan> {
  const [row] = await tx.select().from(plan).where(eq(plan.id, id)).for(strength)
  if (!row) throw notFound()
  return row
}

/** A plan for editing; its version is the record entry that wrote it last. */
export async function lockPlanAt(tx: Database, id: string, version: number): Promise<Plan> {
  const row = await lockPlan(tx, id, 'update')
  atVersion(row.recordSeq, version)
  return row
}

export async function lockPhaseAt(tx: Database, planId: string, id: number, version: number | null, today: Day): Promise<Phase> {
  const [row] = await tx
    .select()
    .from(phase)
    .where(and(eq(phase.id, id), eq(phase.planId, planId)))
    .for('update')
  if (!row || hidden(row.knownFrom, today)) throw notFound()
  if (version !== null) atVersion(row.recordSeq, version)
  return row
}

type StoredDeadline = typeof deadline.$inferSelect

export async function lockDeadlineAt(tx: Database, planId: string, id: number, version: number, today: Day): Promise<StoredDeadline> {
  const row = await lockDeadline(tx, planId, id, today)
  atVersion(row.recordSeq, version)
  return row
}

export async function lockDeadline(tx: Database, planId: string, id: number, today: Day): Promise<StoredDeadline> {
  const [row] = await tx
    .select()
    .from(deadline)
    .where(and(eq(deadline.id, id), eq(deadline.planId, planId)))
    .for('update')
  if (!row || hidden(row.knownFrom, today)) throw notFound()
  return row
}

/** A commitment for editing; with version null only for adding to it. */
export async function lockCommitment(
  tx: Database,
  planId: string,
  number: number,
  version: number | null,
  today: Day,
): Promise<Commitment> {
  const [row] = await tx
    .select()
    .from(commitment)
    .where(and(eq(commitment.planId, planId), eq(commitment.number, number)))
    .for('update')
  if (!row || hidden(row.knownFrom, today)) throw notFound()
  if (version !== null) atVersion(row.version, version)
  return row
}

export async function lockMilestoneAt(tx: Database, commitmentId: number, number: number, version: number): Promise<Milestone> {
  const [row] = await tx
    .select()
    .from(milestone)
    .where(and(eq(milestone.commitmentId, commitmentId), eq(milestone.number, number)))
    .for('update')
  if (!row) throw notFound()
  atVersion(row.version, version)
  return row
}
