import { eq } from 'drizzle-orm'
import type { Database } from '../platform/database/database.ts'
import { forumProposal, forumTerm } from './tables.ts'

/** Cuts someone who leaves from the seats that they acted for and from what they proposed; a public office stays on the pages. */
export async function forgetInForums(tx: Database, personId: string): Promise<void> {
  await tx.update(forumTerm).set({ personId: null }).where(eq(forumTerm.personId, personId))
  await tx.update(forumProposal).set({ personId: null }).where(eq(forumProposal.personId, personId))
}
