import { eq } from 'drizzle-orm'
import { type OwnRows, ownRows } from '../platform/ownRows.ts'
import { accessibilityFeedback } from './tables.ts'

/** Messages about barriers that a person sent with their address. */
export const accessibilityOwnRows: readonly OwnRows[] = [
  ownRows(accessibilityFeedback, ({ email }) => eq(accessibilityFeedback.email, email)),
]
