import { eq } from 'drizzle-orm'
import { type OwnRows, ownRows } from '../platform/ownRows.ts'
import { taskAssignment } from './tables.ts'

/** Which tasks were handed to a person. */
export const deskOwnRows: readonly OwnRows[] = [ownRows(taskAssignment, ({ id }) => eq(taskAssignment.personId, id))]
