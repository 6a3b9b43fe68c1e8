import { eq } from 'drizzle-orm'
import { type OwnRows, ownRows } from '../../platform/ownRows.ts'
import { eventRegistration } from './tables.ts'

/** What a person signed up for. */
export const eventsOwnRows: readonly OwnRows[] = [ownRows(eventRegistration, ({ id }) => eq(eventRegistration.personId, id))]
