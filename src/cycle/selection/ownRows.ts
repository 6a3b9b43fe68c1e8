import { eq } from 'drizzle-orm'
import { type OwnRows, ownRows } from '../../platform/ownRows.ts'
import { ballotVoter } from './tables.ts'

/** In which ballots a person has a vote of their own. Their votes can be told by nobody but them. */
export const selectionOwnRows: readonly OwnRows[] = [ownRows(ballotVoter, ({ email }) => eq(ballotVoter.email, email))]
