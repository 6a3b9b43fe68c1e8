import { eq, inArray, sql } from 'drizzle-orm'
import { type OwnRows, ownRows } from '../platform/ownRows.ts'
import { forumOpinion, forumVote } from './meetings/tables.ts'
import { forumDeclaration, forumProposal, forumTerm } from './tables.ts'

const ownTerms = (id: string) => sql`(select ${forumTerm.id} from ${forumTerm} where ${forumTerm.personId} = ${id})`

/** What someone did for a seat, and what they proposed. */
export const forumOwnRows: readonly OwnRows[] = [
  ownRows(forumTerm, ({ id }) => eq(forumTerm.personId, id)),
  ownRows(forumProposal, ({ id }) => eq(forumProposal.personId, id)),
  ownRows(forumDeclaration, ({ id }) => inArray(forumDeclaration.termId, ownTerms(id))),
  ownRows(forumVote, ({ id }) => inArray(forumVote.termId, ownTerms(id))),
  ownRows(forumOpinion, ({ id }) => inArray(forumOpinion.termId, ownTerms(id))),
]
