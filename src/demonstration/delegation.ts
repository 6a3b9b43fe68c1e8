import { and, eq, inArray } from 'drizzle-orm'
import { commitment, milestone, reportingPeriod } from '../cycle/plan/index.ts'
import { taskAssignment } from '../desk/tables.ts'
import { demonstrationColleague } from '../people/index.ts'
import { day } from '../platform/dates/partialDate.ts'
import type { House } from '../platform/house.ts'

const PLAN = 'lv-3'
const COMMITMENT = 6
const MILESTONES = [2, 3]

/** Hands two reports on whistleblowing, which nobody has written yet, to the made-up officer's colleague. */
export async function delegateSome(house: House): Promise<void> {
  const { id: personId, organisationId } = demonstrationColleague
  await house.db.transaction(async (tx) => {
    const rows = await tx
      .select({ milestoneId: milestone.id, periodId: reportingPeriod.id })
      .from(milestone)
      .innerJoin(commitment, eq(commitment.id, milestone.commitmentId))
      .innerJoin(reportingPeriod, and(eq(reportingPeriod.planId, commitment.planId), eq(reportingPeriod.position, 2)))
      .where(and(eq(commitment.planId, PLAN), eq(commitment.number, COMMITMENT), inArray(milestone.number, MILESTONES)))
    const held = rows.map(({ milestoneId, periodId }) => ({
      task: `update.${milestoneId}.${periodId}.${organisationId}`,
      organisationId,
      personId,
      assignedOn: day('2019-09-09'),
    }))
    await tx.insert(taskAssignment).values(held).onConflictDoNothing()
  })
}
