import { eq } from 'drizzle-orm'
import { type OwnRows, ownRows } from '../../platform/ownRows.ts'
import { comment, idea, support } from './tables.ts'

/** What a person sent, said and supports. */
export const ideasOwnRows: readonly OwnRows[] = [
  ownRows(idea, ({ id }) => eq(idea.authorId, id), ['words']),
  ownRows(comment, ({ id }) => eq(comment.authorId, id)),
  ownRows(support, ({ id }) => eq(support.personId, id)),
]
