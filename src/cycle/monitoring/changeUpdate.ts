import { and, eq } from 'drizzle-orm'
import { type Actor, allow } from '../../people/index.ts'
import type { Database } from '../../platform/database/database.ts'
import { violatedConstraint } from '../../platform/database/problems.ts'
import type { House } from '../../platform/house.ts'
import { type Problem, Refusal, wrongFields } from '../../platform/refusal.ts'
import { milestone } from '../plan/index.ts'
import { monitoringPolicy } from './policy.ts'
import { update } from './tables.ts'
import { milestoneIsWithdrawn, updateProblem } from './updateProblems.ts'
import { type Update, type UpdateKey, type UpdateSubject, updateSubject, withdrawnBy } from './updateSubject.ts'

/** The database's named rules, and the field of the form that breaks each: the second guard behind the form's own reading. */
const broken: Readonly<Record<string, Problem>> = {
  update_state_is_known: updateProblem('state', 'chooseState'),
  update_substantial_and_complete_need_evidence: updateProblem('evidence', 'evidenceNeeded'),
  update_withdrawn_needs_a_reason: updateProblem('delayReason', 'sayWhyWithdrawn'),
  update_percentage_is_between_0_and_100: updateProblem('percentage', 'notAPercentage'),
  update_ends_after_it_starts: updateProblem('actualEnd', 'endBeforeStart'),
}

/**
 * Changes one update in one transaction, for an officer of its institution. All who report on a
 * milestone stand in a queue at its row, so that nobody reports on what another has just withdrawn.
 */
export async function changeUpdate<T>(
  house: House,
  actor: Actor,
  key: UpdateKey,
  work: (tx: Database, subject: UpdateSubject, row: Update) => Promise<T>,
): Promise<T> {
  const today = house.clock.today()
  try {
    return await house.db.transaction(async (tx) => {
      const subject = await updateSubject(tx, key, today)
      allow(monitoringPolicy.reportProgress, actor, subject)
      await tx.select({ id: milestone.id }).from(milestone).where(eq(milestone.id, subject.milestone.id)).for('update')
      const row = await lockUpdate(tx, subject, house.demonstration !== null)
      if (await withdrawnBy(tx, subject, row.id, today)) throw milestoneIsWithdrawn()
      return await work(tx, subject, row)
    })
  } catch (error) {
    const found = broken[violatedConstraint(error) ?? '']
    throw found ? wrongFields([found]) : error
  }
}

/** The update's row, made when this is the first that is heard of it. */
async function lockUpdate(tx: Database, subject: UpdateSubject, demonstration: boolean): Promise<Update> {
  const key = { milestoneId: subject.milestone.id, organisationId: subject.organisationId, periodId: subject.period.id }
  await tx
    .insert(update)
    .values({ ...key, demonstration })
    .onConflictDoNothing()
  const [row] = await tx
    .select()
    .from(update)
    .where(and(eq(update.milestoneId, key.milestoneId), eq(update.organisationId, key.organisationId), eq(update.periodId, key.periodId)))
    .for('update')
  if (!row) throw new Error('the update was not stored')
  return row
}

/** The version a form was drawn from must be the stored one: otherwise someone was faster. */
export function atDraftVersion(row: Update, version: number): void {
  if (row.draftVersion !== version) throw new Refusal(409)
}
