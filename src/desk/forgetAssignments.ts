import { and, eq, inArray, isNull, notExists } from 'drizzle-orm'
import { roleAssignment } from '../people/index.ts'
import type { Database } from '../platform/database/database.ts'
import { taskAssignment } from './tables.ts'

/** Forgets who had been handed what, once they no longer act for the institution or organisation. */
export async function forgetEndedAssignments(db: Database): Promise<void> {
  const stillActs = db
    .select({ id: roleAssignment.id })
    .from(roleAssignment)
    .where(
      and(
        eq(roleAssignment.personId, taskAssignment.personId),
        eq(roleAssignment.organisationId, taskAssignment.organisationId),
        inArray(roleAssignment.role, ['officer', 'representative']),
        isNull(roleAssignment.endedAt),
      ),
    )
  await db.delete(taskAssignment).where(notExists(stillActs))
}
